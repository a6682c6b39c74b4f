# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A private desktop for the end-to-end tests: display, window manager, session bus, home folder, installed CityNet.

The program under test is the installed one, started from its desktop entry over D-Bus, and it is looked at as a
screen reader does, over the accessibility bus. Nothing of the user's own session is touched. Nothing sleeps for a
fixed time: everything waits for a state, with a deadline.
"""

import atexit
import http.server
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / 'support'))
import tap  # noqa: E402

TOOLS = ['Xvfb', 'openbox', 'xdotool', 'xprop', 'import', 'dbus-daemon', 'gtk4-launch', 'glib-compile-schemas', 'meson']


def skip_all(reason):
    print(f'1..0 # SKIP {reason}')
    sys.exit(0)


missing = [tool for tool in TOOLS if shutil.which(tool) is None]
if missing:
    skip_all(f'not installed: {" ".join(missing)}')
try:
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi, Gio, GLib
except (ImportError, ValueError) as error:
    skip_all(error)

HELPER = pathlib.Path(__file__).with_name('helper-window.py')
PATIENCE = float(os.environ.get('CITYNET_E2E_PATIENCE', '1'))
SCREEN = '1400x1000x24'

# Roles that a person operates: each must have a name that a screen reader can say.
CONTROLS = {'button', 'push button', 'toggle button', 'check box', 'switch', 'radio button', 'menu item',
            'check menu item', 'radio menu item', 'list item', 'link', 'text', 'entry', 'search box', 'combo box',
            'spin button', 'slider', 'page tab', 'table row', 'tree item'}


# What GTK itself gets wrong on a display of this kind; nothing of the program's can mend it.
FOREIGN_COMPLAINTS = [
    'gdk_frame_timings_submitted() called on submitted frame',  # the frame clock of X11 without a compositor
    'xdg-desktop-portal',  # another program, which the bus may start and which misses its desktop
]


# What LeakSanitizer writes, and a frame in one of the program's rooms but for the one that only starts the main loop.
LEAK_REPORT = re.compile(r'^==\d+==ERROR: LeakSanitizer: .*?^SUMMARY: [^\n]*$', re.DOTALL | re.MULTILINE)
OWN_FRAME = re.compile(r'^    #\d+ .*/src/(?:util|read|find|store|fetch|model|ui)/(?!main\.c)', re.MULTILINE)


def own_leaks(report):
    """The blocks of a report of leaks with a function of CityNet's in their stack.

    The toolkit loses some memory of its own when a whole program ends: GTK 4.24 asks a link of a label for its role
    while it takes down the link's accessible context, and so makes another one that nobody owns; contexts that wait
    for the accessibility bus are registered twice. Those functions have no names to suppress them by.
    """
    blocks = [block for block in report.group().split('\n\n') if OWN_FRAME.search(block)]
    return '\n\n'.join(['ERROR: LeakSanitizer: ' + block for block in blocks])


class Timeout(AssertionError):
    """Something did not happen in time."""


def wait(condition, what, seconds=10):
    """Iterates the main loop until condition() is true and returns its value."""
    context = GLib.MainContext.default()
    deadline = GLib.get_monotonic_time() + int(seconds * PATIENCE * 1e6)
    while True:
        try:
            value = condition()
        except (GLib.Error, IndexError):
            value = None  # an object that went away meanwhile, or that a busy program did not tell of in time
        if value:
            return value
        if GLib.get_monotonic_time() > deadline:
            raise Timeout(f'waited in vain: {what}')
        tick = GLib.timeout_source_new(20)
        tick.set_callback(lambda *_: GLib.SOURCE_REMOVE)
        tick.attach(context)
        context.iteration(True)
        tick.destroy()


class Node:
    """An accessible object, with what the tests ask of it. Nothing is remembered: every question goes over the bus."""

    def __init__(self, accessible):
        self.accessible = accessible

    def __repr__(self):
        return f'<{self.role} {self.name!r}>'

    @property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def name(self):
        return self.accessible.get_name() or ''

    @property
    def description(self):
        return self.accessible.get_description() or ''

    def has(self, state):
        """state: the name of an Atspi.StateType in lower case, such as 'showing'."""
        return self.accessible.get_state_set().contains(getattr(Atspi.StateType, state.upper()))

    @property
    def is_shown(self):
        return self.has('showing') and self.has('visible')

    @property
    def children(self):
        children = []
        for index in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(index)
            if child is not None:
                children.append(Node(child))
        return children

    def walk(self, hidden=False):
        """This object and all below it, in reading order; hidden ones and what is in them are left out."""
        yield self
        for child in self.children:
            try:
                if hidden or child.is_shown:
                    yield from child.walk(hidden)
            except GLib.Error:
                continue

    def find_all(self, role=None, name=None, state=None):
        """role: a name or a set of names; name: the whole name or a compiled pattern."""
        roles = {role} if isinstance(role, str) else role
        found = []
        for node in self.walk():
            try:
                if roles and node.role not in roles:
                    continue
                if isinstance(name, str) and node.name != name:
                    continue
                if isinstance(name, re.Pattern) and not name.search(node.name):
                    continue
                if state and not node.has(state):
                    continue
            except GLib.Error:
                continue
            found.append(node)
        return found

    def find(self, role=None, name=None, state=None):
        found = self.find_all(role, name, state)
        return found[0] if found else None

    def wait_for(self, role=None, name=None, state=None, seconds=10):
        label = getattr(name, 'pattern', name)
        return wait(lambda: self.find(role, name, state), f'{role} {label!r} {state or ""}'.strip(), seconds)

    def wait_gone(self, role=None, name=None, state=None, seconds=10):
        label = getattr(name, 'pattern', name)
        wait(lambda: not self.find(role, name, state), f'{role} {label!r} to go', seconds)

    def text(self):
        """All that is written below this object."""
        words = []
        for node in self.walk():
            content = node.name
            if not content and node.accessible.is_text():
                content = Atspi.Text.get_text(node.accessible, 0, -1)
            if content and (not words or words[-1] != content):
                words.append(content)
        return '\n'.join(words)

    def extents(self):
        box = self.accessible.get_extents(Atspi.CoordType.WINDOW)
        return box.x, box.y, box.width, box.height

    def path(self):
        """The named objects above this one, for a report."""
        names, above = [], self.accessible.get_parent()
        while above is not None and above.get_role() != Atspi.Role.APPLICATION:
            names.append(above.get_name() or above.get_role_name())
            above = above.get_parent()
        return ' < '.join(names)

    def tree(self, depth=0):
        """For the report of a failed test."""
        states = [state for state in ('focused', 'selected', 'checked', 'expanded') if self.has(state)]
        line = '  ' * depth + f'{self.role} {self.name!r} {" ".join(states)}'.rstrip()
        return '\n'.join([line] + [child.tree(depth + 1) for child in self.children if child.is_shown])


class Session:
    """The private desktop. Made once in a test program: the accessibility bus is joined once in a process."""

    def __init__(self, build, whole_stacks=False):
        """build: a build folder of the project, configured and compiled.

        whole_stacks: whether the stack of each allocation is followed through the toolkit, which was built without
        frame pointers. It makes a program under the sanitizers four times slower, and names the owner of each leak.
        """
        self.build = pathlib.Path(build)
        options = self._options()
        self.prefix = options['prefix']
        self.application_id = 'org.example.CityNet' + ('.Devel' if options['profile'] == 'development' else '')
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='citynet-e2e-'))
        self.artefacts = self.build / 'e2e'
        self.artefacts.mkdir(exist_ok=True)
        self.log_path = self.folder / 'program.log'
        self.whole_stacks = whole_stacks
        self._children = []
        self._listeners = []
        self._log_seen = 0
        atexit.register(self.close)
        self._install()
        self._start_display()
        self._start_bus()

    # The program, installed into a folder of its own

    def _options(self):
        command = ['meson', 'introspect', '--buildoptions', self.build]
        output = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
        return {option['name']: option['value'] for option in json.loads(output)}

    def _install(self):
        self.root = self.folder / 'root'
        subprocess.run(['meson', 'install', '-C', self.build, '--no-rebuild', '--quiet', '--destdir', self.root],
                       check=True, stdout=subprocess.DEVNULL)
        installed = self.root / self.prefix.lstrip('/')
        self.bin, self.data = installed / 'bin', installed / 'share'
        # The prefix is for real, the root in front of it only for the tests: one file has to learn of it.
        for service in (self.data / 'dbus-1/services').glob('*.service'):
            service.write_text(service.read_text().replace(f'Exec={self.prefix}/', f'Exec={installed}/'))
        subprocess.run(['glib-compile-schemas', '--strict', self.data / 'glib-2.0/schemas'], check=True)
        self._make_home()

    def _make_home(self):
        home = self.folder / 'home'
        self.config, self.store = home / 'config', home / 'data'
        for path in (home, self.config, self.store, home / 'cache', home / 'state'):
            path.mkdir()
        runtime = self.folder / 'run'
        runtime.mkdir(mode=0o700)
        defaults = self.folder / 'etc/gtk-4.0'
        defaults.mkdir(parents=True)
        # What the settings daemon of GNOME tells its programs.
        (defaults / 'settings.ini').write_text('[Settings]\ngtk-font-name=Adwaita Sans 11\n')
        kept = {key: os.environ[key] for key in os.environ if key in ('ASAN_OPTIONS', 'LSAN_OPTIONS', 'UBSAN_OPTIONS')}
        if self.whole_stacks and 'ASAN_OPTIONS' in kept:
            kept['ASAN_OPTIONS'] += ':fast_unwind_on_malloc=0:malloc_context_size=16'
        self.environment = {
            **kept,
            'PATH': f'{self.bin}:{os.environ["PATH"]}',
            'HOME': str(home), 'XDG_CONFIG_HOME': str(self.config), 'XDG_DATA_HOME': str(self.store),
            'XDG_CACHE_HOME': str(home / 'cache'), 'XDG_STATE_HOME': str(home / 'state'),
            'XDG_RUNTIME_DIR': str(runtime),
            'XDG_CONFIG_DIRS': str(self.folder / 'etc'), 'XDG_DATA_DIRS': f'{self.data}:/usr/local/share:/usr/share',
            'XDG_CURRENT_DESKTOP': 'GNOME',
            'LC_ALL': 'C.UTF-8', 'TZ': 'UTC', 'NO_AT_BRIDGE': '0',
            'GDK_BACKEND': 'x11', 'GDK_DISABLE': 'gl,vulkan', 'GSK_RENDERER': 'cairo', 'LIBGL_ALWAYS_SOFTWARE': '1',
            'GSETTINGS_BACKEND': 'keyfile', 'GDK_DEBUG': 'no-portals', 'ADW_DISABLE_PORTAL': '1', 'GIO_USE_VFS': 'local',
            'G_DEBUG': 'fatal-criticals',
        }

    # Display, window manager, bus

    def _spawn(self, arguments, **options):
        child = subprocess.Popen(arguments, env=self.environment, stdin=subprocess.DEVNULL, **options)
        self._children.append(child)
        return child

    def _spawn_and_read(self, arguments, **options):
        """Starts what arguments(descriptor) names; returns the line that it writes there when it is ready."""
        read_end, write_end = os.pipe()
        command = arguments(write_end)
        self._spawn(command, pass_fds=[write_end], **options)
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            line = pipe.readline().strip()
        assert line, f'{command[0]} did not start'
        return line

    def _start_display(self):
        number = self._spawn_and_read(
            lambda end: ['Xvfb', '-displayfd', str(end), '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset'],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.environment['DISPLAY'] = f':{number}'
        self._spawn(['openbox'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def _start_bus(self):
        self.log = open(self.log_path, 'wb')
        self.environment['DBUS_SESSION_BUS_ADDRESS'] = self._spawn_and_read(
            lambda end: ['dbus-daemon', '--session', '--nofork', '--nopidfile', f'--print-address={end}'],
            stdout=self.log, stderr=self.log)
        for key in ('DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR', 'XDG_DATA_DIRS', 'HOME'):
            os.environ[key] = self.environment[key]
        os.environ.pop('AT_SPI_BUS_ADDRESS', None)
        self.bus = Gio.DBusConnection.new_for_address_sync(
            self.environment['DBUS_SESSION_BUS_ADDRESS'],
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        # What a bus starts has the bus's environment, which is from before it knew its own address.
        self.export(DBUS_SESSION_BUS_ADDRESS=self.environment['DBUS_SESSION_BUS_ADDRESS'])
        Atspi.init()
        # In milliseconds, for an answer and for one of a program that has just begun. The library's own 800 are too few
        # for a busy machine, and half a tree that was not told in time looks like a window without its other half.
        Atspi.set_timeout(int(10000 * PATIENCE), int(30000 * PATIENCE))

    def export(self, **variables):
        """Adds to the environment of whatever the session bus starts from now on."""
        self.environment.update(variables)
        self._call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                   'UpdateActivationEnvironment', GLib.Variant('(a{ss})', (variables,)))

    def _call(self, name, path, interface, method, arguments=None):
        return self.bus.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 30000, None)

    def close(self):
        try:
            self.quit()
        except Exception:  # the session ends anyway
            pass
        for child in reversed(self._children):
            if child.poll() is None:
                child.send_signal(signal.SIGTERM)
        for child in reversed(self._children):
            try:
                child.wait(5)
            except subprocess.TimeoutExpired:
                child.kill()
        self._children.clear()
        shutil.rmtree(self.folder, ignore_errors=True)

    # The program

    def run(self, *arguments, check=True):
        """Runs a command of the session to its end and returns what it wrote."""
        result = subprocess.run([str(argument) for argument in arguments], env=self.environment,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                timeout=60 * PATIENCE)
        if check and result.returncode:
            raise AssertionError(f'{arguments}: status {result.returncode}\n{result.stderr.decode()}')
        return result.stdout.decode()

    def spawn(self, *arguments, **options):
        return self._spawn([str(argument) for argument in arguments], **options)

    def launch(self):
        """As a click in the desktop's menu does."""
        self.run('gtk4-launch', self.application_id)

    def pid(self):
        try:
            answer = self._call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                                'GetConnectionUnixProcessID', GLib.Variant('(s)', (self.application_id,)))
        except GLib.Error:
            return None
        return answer.unpack()[0]

    def ask(self):
        """A question that the program's main loop answers."""
        path = '/' + self.application_id.replace('.', '/')
        return self._call(self.application_id, path, 'org.gtk.Actions', 'List').unpack()

    def application(self):
        desktop = Atspi.get_desktop(0)
        pid = self.pid()
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            try:
                if child and pid and child.get_process_id() == pid:
                    return Node(child)
            except GLib.Error:
                continue
        return None

    def windows(self):
        application = self.application()
        return [child for child in application.children if child.is_shown] if application else []

    def window(self):
        """The window that is there or that is about to come."""
        return wait(lambda: (self.windows() or [None])[0], 'a window of CityNet', 30)

    def start(self):
        self.launch()
        window = self.window()
        self.wait_focus()
        return window

    def quit(self):
        """Asks the program to end and waits until it has; a crash on the way out is a failure."""
        pid = self.pid()
        if pid is None:
            return
        path = '/' + self.application_id.replace('.', '/')
        self._call(self.application_id, path, 'org.gtk.Actions', 'Activate',
                   GLib.Variant('(sava{sv})', ('quit', [], {})))

        def ended():
            for child in self._children:
                child.poll()  # one that we started ourselves stays until somebody has asked how it ended
            return self.pid() is None and not pathlib.Path(f'/proc/{pid}').exists()
        wait(ended, 'the program to end', 20)

    def reset(self):
        """Ends the program and forgets everything: the next start is a first start."""
        self.quit()
        for folder in (self.config, self.store):
            for path in folder.iterdir():
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    def store_file(self):
        """The database: the one file that is there when the program has ended."""
        files = [path for path in self.store.rglob('*')
                 if path.is_file() and path.read_bytes()[:15] == b'SQLite format 3']
        assert len(files) == 1, files
        return files[0]

    # Settings of the desktop; for the next start

    def set_setting(self, folder, key, value):
        path = self.config / 'glib-2.0/settings/keyfile'
        path.parent.mkdir(parents=True, exist_ok=True)
        keyfile = GLib.KeyFile()
        if path.exists():
            keyfile.load_from_file(str(path), GLib.KeyFileFlags.NONE)
        keyfile.set_value(folder, key, value)
        keyfile.save_to_file(str(path))

    def set_text_scale(self, scale):
        self.run('xprop', '-root', '-f', 'RESOURCE_MANAGER', '8s',
                 '-set', 'RESOURCE_MANAGER', f'Xft.dpi:\t{96 * scale}\n')

    def announcements(self):
        """What a screen reader is told to say from now on; the list grows while something is waited for."""
        spoken = []
        listener = Atspi.EventListener.new(lambda event: spoken.append(event.any_data))
        listener.register('object:announcement')
        self._listeners.append(listener)
        return spoken

    def complaints(self):
        """What the program logged as a warning or worse since the last question."""
        self.log.flush()
        text = self.log_path.read_bytes()[self._log_seen:]
        self._log_seen += len(text)
        pattern = re.compile(r'(?:WARNING|CRITICAL|ERROR) \*\*|-(?:WARNING|CRITICAL|ERROR)|runtime error:|Sanitizer')
        return [line for line in LEAK_REPORT.sub(own_leaks, text.decode(errors='replace')).splitlines()
                if pattern.search(line) and not any(known in line for known in FOREIGN_COMPLAINTS)]

    def helper(self, *arguments):
        """Another program with a window or a clipboard; see helper-window.py. Returns its process."""
        child = self.spawn(sys.executable, HELPER, *arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert child.stdout.readline() == b'ready\n', f'the helper {arguments} did not start'
        return child

    # Keys, mouse, pictures

    def x_windows(self):
        """Numbers of the windows that the window manager keeps for the program: no menus, no tooltips."""
        clients = re.findall(r'0x[0-9a-f]+', self.run('xprop', '-root', '_NET_CLIENT_LIST'))
        owner = f'= {self.pid()}\n'
        return [str(int(client, 16)) for client in clients
                if self.run('xprop', '-id', client, '_NET_WM_PID', check=False).endswith(owner)]

    def x_window(self):
        """The one window, which the accessibility bus may tell of before the window manager has taken it in."""
        return wait(self.x_windows, 'a window that the window manager keeps')[0]

    def active_window(self):
        return self.run('xdotool', 'getactivewindow', check=False).strip()

    def wait_focus(self):
        """Keys go to whatever has the focus: before they are pressed, that has to be the program."""
        wait(lambda: self.active_window() in self.x_windows(), 'the program to have the focus', 30)

    def activate(self):
        """Gives the window the focus, as a click on its title does."""
        window = self.x_window()
        self._ask_until(lambda: self.run('xdotool', 'windowactivate', window, check=False),
                        lambda: self.active_window() == window, 'the window to have the focus')

    def _ask_until(self, ask, condition, what):
        """Asks the window manager for something, which a busy one or a busy program may overlook, until it is so."""
        for attempt in range(5):
            ask()
            try:
                return wait(condition, what, 4)
            except Timeout:
                if attempt == 4:
                    raise

    def key(self, *keys):
        self.run('xdotool', 'key', '--clearmodifiers', *keys)

    def type(self, text):
        self.run('xdotool', 'type', '--delay', '5', text)

    def _origin(self, frame):
        """Where on the screen the accessible coordinates of a window begin.

        GTK reports them without the padding that a window has where nothing composes its shadow: its own rectangle then
        begins at minus that padding, and so do those of its children once more.
        """
        geometry = self.run('xdotool', 'getwindowgeometry', '--shell', self.x_window())
        place = dict(line.split('=') for line in geometry.split())
        x, y, _, _ = frame.extents()
        return int(place['X']) - 2 * x, int(place['Y']) - 2 * y

    def point(self, node):
        """The middle of a node on the screen, as soon as nothing moves it any more.

        A window that folds, a dialog that slides in, a list that is sorted anew: for some frames what is there is not
        yet where it will be, and a click on where it was hits something else.
        """
        looks = []

        def resting():
            left, top = self._origin(self.window())
            x, y, width, height = node.extents()
            looks.append((left, top, x, y, width, height))
            return width > 0 and height > 0 and looks[-3:] == [looks[-1]] * 3
        wait(resting, f'{node} to stand still')
        left, top, x, y, width, height = looks[-1]
        return left + x + width // 2, top + y + height // 2

    def click(self, node, button=1, keys=(), double=False):
        x, y = self.point(node)
        arguments = ['xdotool', 'mousemove', x, y]
        for key in keys:
            arguments += ['keydown', key]
        arguments += ['click', '--repeat', 2 if double else 1, '--delay', 50, button]
        for key in keys:
            arguments += ['keyup', key]
        self.run(*arguments)

    def drag(self, start, end):
        """From point to point of the screen at the speed of a hand: a toolkit takes a jump for no drag at all."""
        (x, y), (to_x, to_y) = start, end
        steps = ['mousemove', x, y, 'mousedown', 1]
        for part in (1, 2, 3, 4, 6, 8, 12, 16, 20, 24, 28, 32):
            steps += ['mousemove', x + (to_x - x) * part // 32, y + (to_y - y) * part // 32, 'sleep', '0.04']
        # A little to and fro over the target, which takes a moment to say that it would have it.
        for shift in (2, 4, 6, 4, 2, 0):
            steps += ['mousemove', to_x + shift, to_y, 'sleep', '0.04']
        self.run('xdotool', *steps, 'mouseup', 1)

    def outer(self, width, height):
        """A size together with the border that the window draws where nothing composes its shadow."""
        x, y, _, _ = self.window().extents()
        return width - 2 * x, height - 2 * y

    def resize(self, width, height):
        """Without that border."""
        size = self.outer(width, height)
        self._ask_until(lambda: self.run('xdotool', 'windowsize', self.x_window(), *size),
                        lambda: self.windows()[0].extents()[2:] == size, f'the size {width}×{height}')

    def _magick(self):
        return shutil.which('magick') or shutil.which('convert')

    def screenshot(self, name):
        """A picture of the window alone, without the border; returns its path."""
        path = self.artefacts / f'{name}.png'
        self.run('import', '-window', self.x_window(), path)
        x, y, _, _ = self.window().extents()
        if x or y:
            self.run(self._magick(), path, '-shave', f'{-x}x{-y}', '+repage', path)
        return path

    def brightness(self, path):
        """Of a picture, from 0 for black to 1."""
        return float(self.run(self._magick(), path, '-colorspace', 'gray', '-format', '%[fx:mean]', 'info:'))

    def report(self, name):
        """Saves what a failed test has left: the screen, the tree, the log."""
        stem = name.strip('/').replace('/', '-')
        self.run('import', '-window', 'root', self.artefacts / f'failed-{stem}.png', check=False)
        try:
            application = self.application()
            tree = application.tree() if application else 'no program on the accessibility bus'
        except GLib.Error as error:
            tree = str(error)
        (self.artefacts / f'failed-{stem}.txt').write_text(f'{tree}\n\n{self.log_path.read_text(errors="replace")}')
        print(f'# see {self.artefacts}/failed-{stem}.png and .txt')


class Server(http.server.ThreadingHTTPServer):
    """A site on the loopback device: pages by their paths."""

    def __init__(self, pages):
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                page = pages.get(self.path)
                self.send_response(200 if page else 404)
                self.send_header('Content-Type', 'text/html; charset=utf-8')
                self.end_headers()
                self.wfile.write((page or 'There is no such page.').encode())

            def log_message(self, *arguments):
                pass
        super().__init__(('127.0.0.1', 0), Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def address(self, path):
        return f'http://127.0.0.1:{self.server_port}{path}'


def main(session, suite):
    """Runs the tests of a program, saves what each failure has left, and asks at last what the log says."""
    def quiet():
        complaints = session.complaints()
        assert not complaints, '\n'.join(complaints)

    suite.add('/e2e/log/nothing-to-complain-of', quiet)
    status = suite.run(after_failure=session.report)
    session.close()
    sys.exit(status)
