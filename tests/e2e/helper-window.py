# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program of the private desktop, as small as can be: what it does is its first argument.

clipboard TEXT  offers the text on the clipboard until it is ended
files FILE…     a window from which the files can be dragged
text TEXT       a window from which the text can be dragged
cover           a window that lies over the others
"""

import sys

import gi

gi.require_version('Gdk', '4.0')
gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, Gio, GLib, GObject, Gtk  # noqa: E402

mode, arguments = sys.argv[1], sys.argv[2:]
Gtk.init()


def typed(kind, value):
    boxed = GObject.Value(kind)
    boxed.set_boxed(value) if kind is not str else boxed.set_string(value)
    return boxed


if mode == 'clipboard':
    Gdk.Display.get_default().get_clipboard().set_content(Gdk.ContentProvider.new_for_value(typed(str, arguments[0])))
    Gdk.Display.get_default().sync()
else:
    window = Gtk.Window(title=f'helper {mode}', default_width=150, default_height=90, decorated=False)
    label = Gtk.Label(label=mode, hexpand=True, vexpand=True)
    if mode == 'files':
        files = [Gio.File.new_for_path(name) for name in arguments]
        value = typed(Gdk.FileList.__gtype__, Gdk.FileList.new_from_list(files))
    else:
        value = typed(str, ' '.join(arguments))
    if mode != 'cover':
        source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
        source.set_content(Gdk.ContentProvider.new_for_value(value))
        label.add_controller(source)
    window.set_child(label)
    window.present()
print('ready', flush=True)
GLib.MainLoop().run()
