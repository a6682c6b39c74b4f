# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The private desktop of the end-to-end tests with CityNet installed as a Flatpak.

CityNet is started from what the Flatpak exports to the desktop, and the desktop's portals run beside it: the files that
it gets and the addresses that it opens go through them. The installation is the one that FLATPAK_USER_DIR names.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / 'e2e'))
sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / 'support'))
import harness  # noqa: E402
import tap  # noqa: E402
from gi.repository import Atspi, GLib  # noqa: E402

# Variables that keep programs from the portals, or end the portals for their own complaints.
NO_PORTALS = ['GDK_DEBUG', 'ADW_DISABLE_PORTAL', 'GSETTINGS_BACKEND', 'G_DEBUG']
PORTALS = ['xdg-desktop-portal', 'xdg-desktop-portal-gtk', 'xdg-document-portal']


class Sandbox(harness.Session):
    """As harness.Session, for a Flatpak. folder: where build-aux/flatpak keeps its files."""

    def _options(self):
        return {'prefix': '/app', 'profile': 'default'}

    def _install(self):
        self.installation = pathlib.Path(os.environ['FLATPAK_USER_DIR'])
        self.bin, self.data = self.installation / 'exports/bin', self.installation / 'exports/share'
        self._make_home()
        for variable in NO_PORTALS:
            self.environment.pop(variable)
        # Flatpak keeps the data of its programs at a place of its own in the home folder, whatever the variables say.
        self.home = self.folder / 'home'
        self.sandboxed = self.home / '.var/app' / self.application_id
        self.config, self.store = self.sandboxed / 'config', self.sandboxed / 'data'
        self.environment.update({
            'FLATPAK_USER_DIR': str(self.installation), 'XDG_DATA_HOME': str(self.home / 'data'),
            # The place of a login session: a sandbox finds the files of the portals there and nowhere else.
            'XDG_RUNTIME_DIR': os.environ['XDG_RUNTIME_DIR'],
        })
        self._choose_portals()
        self._make_browser()

    def _choose_portals(self):
        """One backend for everything, as a desktop has it."""
        folder = self.home / 'config/xdg-desktop-portal'
        folder.mkdir(parents=True)
        (folder / 'portals.conf').write_text('[preferred]\ndefault=gtk\n')

    def _make_browser(self):
        """What the desktop opens web pages with: a program that writes down what it was asked for."""
        folder = self.home / 'data/applications'
        folder.mkdir(parents=True)
        browser = self.folder / 'browser'
        browser.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >>"{self.folder}/opened"\n')
        browser.chmod(0o755)
        (folder / 'browser.desktop').write_text(
            f'[Desktop Entry]\nType=Application\nName=Browser\nExec={browser} %u\n'
            'MimeType=x-scheme-handler/http;x-scheme-handler/https;\n')
        (self.home / 'config/mimeapps.list').write_text(
            '[Default Applications]\nx-scheme-handler/http=browser.desktop\nx-scheme-handler/https=browser.desktop\n')

    def opened(self):
        """The addresses that the browser was asked for."""
        path = self.folder / 'opened'
        return path.read_text().splitlines() if path.exists() else []

    # Flatpak

    def flatpak(self, *arguments, check=True):
        return self.run('flatpak', *arguments, check=check)

    def install(self, *arguments):
        # A bundle names the repository of its runtime, which is asked for even when the runtime is there; where a
        # stand-in was made, that repository cannot be reached.
        alone = ['--no-deps'] if (self.build / 'stand-in').exists() else []
        return self.flatpak('install', '--user', '--noninteractive', *alone, *arguments)

    def uninstall(self, *arguments):
        return self.flatpak('uninstall', '--user', '--noninteractive', *arguments, self.application_id)

    def forget(self):
        """Removes what a run that was cut off has left."""
        if self.is_installed():
            self.uninstall()
        shutil.rmtree(self.installation / 'app' / self.application_id, ignore_errors=True)

    def is_installed(self):
        return self.application_id in self.flatpak('list', '--user', '--app', '--columns=application').split()

    def commit(self):
        return self.flatpak('info', '--user', '--show-commit', self.application_id).strip()

    def cli(self, *arguments, check=True):
        return self.flatpak('run', '--command=citynet-cli', self.application_id, *arguments, check=check)

    def inside(self, script, *arguments, check=True):
        """What a shell in the sandbox writes."""
        return self.flatpak('run', '--command=sh', self.application_id, '-c', script, 'sh', *arguments, check=check)

    def need_portals(self):
        folders = [pathlib.Path(name) for name in ('/usr/libexec', '/usr/lib', '/usr/lib/xdg-desktop-portal')]
        absent = [name for name in PORTALS if not any((folder / name).exists() for folder in folders)]
        if absent:
            raise tap.Skip(f'not installed: {" ".join(absent)}')

    def need_documents(self):
        """Files reach a sandbox through a file system of the portal's own, which not every machine lets it mount."""
        self.need_portals()
        mounted = pathlib.Path(self.environment['XDG_RUNTIME_DIR']) / 'doc'
        try:
            self._call('org.freedesktop.portal.Documents', '/org/freedesktop/portal/documents',
                       'org.freedesktop.portal.Documents', 'GetMountPoint')
            if os.path.ismount(mounted):
                return
        except GLib.Error as error:
            raise tap.Skip(f'no document portal: {error.message}') from error
        raise tap.Skip(f'no file system at {mounted.name}: there is no FUSE here')

    # The program

    def processes(self):
        """Those whose root is the sandbox of CityNet, as the host counts them."""
        found = []
        for path in pathlib.Path('/proc').glob('[0-9]*'):
            try:
                words = (path / 'root/.flatpak-info').read_text()
                if f'name={self.application_id}\n' in words and (path / 'comm').read_text().strip() == 'citynet':
                    found.append(int(path.name))
            except OSError:
                continue
        return found

    def application(self):
        """On the accessibility bus a sandboxed program is known by its name: its connection is the proxy's."""
        if self.pid() is None:
            return None
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            try:
                if child and child.get_name() in ('citynet', 'CityNet', self.application_id):
                    return harness.Node(child)
            except GLib.Error:
                continue
        return None

    def foreign_window(self, name):
        """The accessible window of another program, such as a portal's dialog; None when it is not there."""
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            for window in harness.Node(child).children if child else []:
                if window.name == name and window.is_shown:
                    return window
        return None

    def x_windows(self):
        """Processes of a sandbox have numbers of their own, so its windows are told by their property."""
        clients = re.findall(r'0x[0-9a-f]+', self.run('xprop', '-root', '_NET_CLIENT_LIST'))
        return [str(int(client, 16)) for client in clients
                if f'"{self.application_id}"' in self.run('xprop', '-id', client, '_GTK_APPLICATION_ID', check=False)]

    def complaints(self):
        """The portals complain of much that is missing on so small a desktop; only CityNet's own lines count."""
        return [line for line in super().complaints() if '(citynet' in line]

    def use_desktop_font(self):
        """The type that the settings daemon of GNOME tells its programs; for the next start."""
        folder = self.config / 'gtk-4.0'
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(self.folder / 'etc/gtk-4.0/settings.ini', folder)

    def close(self):
        if hasattr(self, 'environment'):
            subprocess.run(['fusermount3', '-uz', pathlib.Path(self.environment['XDG_RUNTIME_DIR']) / 'doc'],
                           stderr=subprocess.DEVNULL, check=False)
        super().close()
