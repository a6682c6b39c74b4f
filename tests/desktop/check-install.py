# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `meson install` puts where. Arguments: the build folder, the prefix, the application id."""

import configparser
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / 'support'))
import tap  # noqa: E402

build, prefix, identifier = sys.argv[1:]
FILES = [
    'bin/citynet',
    'bin/citynet-cli',
    f'share/applications/{identifier}.desktop',
    f'share/dbus-1/services/{identifier}.service',
    f'share/glib-2.0/schemas/{identifier}.gschema.xml',
    f'share/icons/hicolor/scalable/apps/{identifier}.svg',
    f'share/icons/hicolor/symbolic/apps/{identifier}-symbolic.svg',
    f'share/metainfo/{identifier}.metainfo.xml',
    'share/citynet/gazetteer.bin',
]
suite = tap.Suite()


def read(path):
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str
    parser.read(path, encoding='utf-8')
    return parser


with tempfile.TemporaryDirectory(prefix='citynet-install-') as folder:
    root = pathlib.Path(folder) / prefix.lstrip('/')

    @suite.test('/data/install/puts-these-files-there-and-no-others')
    def _():
        meson = shutil.which('meson')
        if not meson:
            raise tap.Skip('no meson on the path')
        command = [meson, 'install', '-C', build, '--no-rebuild', '--destdir', folder]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        found = sorted(path.relative_to(root).as_posix() for path in root.rglob('*') if path.is_file())
        catalogues = [name for name in found if name.startswith('share/locale/') and name.endswith('/citynet.mo')]
        assert sorted(FILES + catalogues) == found, sorted(set(FILES + catalogues) ^ set(found))

    @suite.test('/data/install/the-desktop-entry-and-the-service-name-the-program')
    def _():
        if not root.exists():
            raise tap.Skip('nothing was installed')
        entry = read(root / FILES[2])['Desktop Entry']
        assert entry['Exec'] == 'citynet %U' and entry['Icon'] == identifier and entry['DBusActivatable'] == 'true'
        service = read(root / FILES[3])['D-BUS Service']
        assert service['Name'] == identifier and service['Exec'] == f'{prefix}/bin/citynet --gapplication-service'

    @suite.test('/data/install/the-command-line-links-no-toolkit')
    def _():
        if not root.exists():
            raise tap.Skip('nothing was installed')
        needed = subprocess.run(['ldd', root / 'bin/citynet-cli'], stdout=subprocess.PIPE, check=True).stdout.decode()
        assert 'libgtk' not in needed and 'libadwaita' not in needed, needed

    status = suite.run()
sys.exit(status)
