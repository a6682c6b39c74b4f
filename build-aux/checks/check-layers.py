#!/usr/bin/env python3
# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The direction of the layers: which room may include, call and link what. Argument: the root of the sources."""

import re
import sys

from tree import Rule, run

# A room and the rooms whose headers it may include besides its own; the table of README.md, in code.
MAY_INCLUDE = {
    'util': set(),
    'read': {'util'},
    'find': {'util', 'read'},
    'store': {'util'},
    'fetch': {'util'},
    'model': {'util', 'read', 'find', 'store', 'fetch'},
    'cli': {'util', 'read', 'find', 'model'},
    'ui': {'util', 'read', 'model'},
}

# A library's headers and its name in the build files, and the rooms that may know it.
LIBRARIES = [
    (re.compile(r'<(gtk|gdk|gsk)/|<adwaita\.h>'), ('gtk_dep', 'adw_dep'), {'ui'}),
    (re.compile(r'<sqlite3'), ('sqlite_dep',), {'store'}),
    (re.compile(r'<libxml/'), ('xml_dep',), {'read'}),
    (re.compile(r'<libsoup/'), ('soup_dep',), {'fetch'}),
    (re.compile(r'<libdex\.h>'), ('dex_dep',), {'store', 'fetch', 'model', 'cli', 'ui'}),
]

# Readers and finders are functions of their input: no clock, no thread, no file, no locale.
IMPURE = re.compile(r'\b(g_get_real_time|g_date_time_new_now\w*|time|g_thread_\w+|g_mutex_\w+|g_file_\w+|fopen|open|'
                    r'_|gettext|ngettext|g_dgettext|setlocale|getenv|g_getenv|g_main_context_\w+|g_utf8_collate\w*|strcoll|strftime|'
                    r'g_random_\w+)\s*\(')
PURE_ROOMS = {'read', 'find'}

# Headers that the build makes.
GENERATED = re.compile(r'^(config|cn-data|.*-resources|.*-enums|.*-enum-types)\.h$')

SOURCE = re.compile(r'^src/([a-z]+)/.*\.[ch]$')
INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"([^"]+)"|(<[^>]+>))')


def sources(tree):
    for path, text in tree.items():
        match = SOURCE.match(path)
        if match:
            yield path, match.group(1), text


def includes(tree):
    for path, room, text in sources(tree):
        for number, line in enumerate(text.splitlines(), 1):
            match = INCLUDE.match(line)
            if match:
                yield f'{path}:{number}', room, match.group(1), match.group(2)


def wrong_rooms(tree):
    owner = {path.rsplit('/', 1)[1]: room for path, room, _ in sources(tree) if path.endswith('.h')}
    for where, room, local, _ in includes(tree):
        if local is None or GENERATED.match(local):
            continue
        other = owner.get(local.rsplit('/', 1)[-1])
        if other is None:
            yield f'{where}: “{local}” belongs to no room'
        elif other != room and other not in MAY_INCLUDE.get(room, set()):
            yield f'{where}: {room} must not know {other} (“{local}”)'


def shared_names(tree):
    """Two rooms with a file of the same name: an include would take whichever comes first on the path."""
    first = {}
    for path, _, _ in sources(tree):
        name = path.rsplit('/', 1)[1]
        if first.setdefault(name, path) != path:
            yield f'{path}: {first[name]} has the same name'


def unknown_rooms(tree):
    for room in sorted({room for _, room, _ in sources(tree)} - set(MAY_INCLUDE)):
        yield f'src/{room}: not in the table of rooms'


def wrong_libraries(tree):
    for where, room, _, system in includes(tree):
        for pattern, _, rooms in LIBRARIES:
            if system and pattern.match(system) and room not in rooms:
                yield f'{where}: {room} must not know {system}'


def wrong_links(tree):
    for path, text in tree.items():
        match = re.match(r'^src/([a-z]+)/meson\.build$', path)
        for _, names, rooms in LIBRARIES if match else ():
            for name in names:
                if match.group(1) not in rooms and re.search(rf'\b{name}\b', text):
                    yield f'{path}: {match.group(1)} must not link {name}'


def impure(tree):
    for path, room, text in sources(tree):
        if room not in PURE_ROOMS:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            match = IMPURE.search(line)
            # A comment may name what it forbids.
            if match and not re.match(r'\s*(\*|/\*)', line):
                yield f'{path}:{number}: {match.group(1)} makes {room} depend on more than its input'


HEADER = {'src/store/cn-store.h': '', 'src/model/cn-library.h': '', 'src/util/cn-date.h': ''}
RULES = [
    Rule('a-room-includes-only-what-its-row-allows', wrong_rooms,
         [{**HEADER, 'src/read/cn-reader.c': '#include "cn-store.h"\n'},
          {**HEADER, 'src/ui/cn-window.c': '#include "cn-store.h"\n'},
          {**HEADER, 'src/store/cn-table.c': '  #  include "../model/cn-library.h"\n'},
          {'src/ui/cn-window.c': '#include "cn-nowhere.h"\n'}],
         {**HEADER, 'src/model/cn-timeline.c': '#include "config.h"\n#include "cn-store.h"\n#include "cn-date.h"\n'}),
    Rule('no-two-rooms-have-a-file-of-the-same-name', shared_names,
         [{'src/store/cn-article-table.h': '', 'src/model/cn-article-table.h': ''},
          {'src/read/cn-headline.c': '', 'src/find/words/cn-headline.c': ''}],
         {'src/read/cn-headline.c': '', 'src/read/cn-headline.h': '', 'src/read/meson.build': '',
          'src/find/meson.build': ''}),
    Rule('every-room-is-in-the-table', unknown_rooms,
         [{'src/misc/cn-thing.c': ''}], {'src/util/cn-date.c': ''}),
    Rule('a-library-is-known-only-to-its-rooms', wrong_libraries,
         [{'src/model/cn-article.c': '#include <gtk/gtk.h>\n'},
          {'src/cli/main.c': '#include <sqlite3.h>\n'},
          {'src/find/cn-finder.h': '#include <libxml/tree.h>\n'},
          {'src/store/cn-store.c': '#include <libsoup/soup.h>\n'},
          {'src/read/cn-reader.c': '#include <libdex.h>\n'}],
         {'src/store/cn-store.c': '#include <sqlite3.h>\n', 'src/ui/cn-window.c': '#include <adwaita.h>\n'}),
    Rule('a-library-is-linked-only-by-its-rooms', wrong_links,
         [{'src/model/meson.build': 'dependencies: [gio_dep, sqlite_dep]'},
          {'src/store/meson.build': 'dependencies: gtk_dep'}],
         {'src/store/meson.build': 'dependencies: [gio_dep, sqlite_dep]'}),
    Rule('readers-and-finders-depend-on-their-input-alone', impure,
         [{'src/read/cn-reader.c': '  now = g_get_real_time ();\n'},
          {'src/find/cn-finder.c': '  g_thread_new ("x", NULL, NULL);\n'},
          {'src/read/cn-reader.c': '  clause = _("it is empty");\n'},
          {'src/find/cn-finder.c': '  g_file_get_contents (path, &text, NULL, NULL);\n'}],
         {'src/read/cn-reader.c': '/* never calls g_get_real_time () */\n  clause = N_("it is empty");\n',
          'src/store/cn-store.c': '  g_get_real_time ();\n'}),
]

sys.exit(run('layers', RULES))
