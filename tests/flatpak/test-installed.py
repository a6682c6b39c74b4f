# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""CityNet as a person installs and uses it: as a Flatpak, from inside its sandbox. Run by build-aux/flatpak.

Argument: its folder, with the bundle, the bundle of the commit before, the repository and the .flatpakref.
"""

import configparser
import gzip
import json
import pathlib
import re
import shutil
import sqlite3
import sys
import xml.etree.ElementTree as ElementTree

import sandbox
from sandbox import harness, tap

import citynet  # found beside the harness
from citynet import ATHENS, EUROCITIES, OASC, STATEMENT, WORKSHOPS
from harness import wait

PAGE = '''<!DOCTYPE html><html lang="en"><head><title>{title}</title><meta property="og:title" content="{title}">
<meta property="article:published_time" content="{date}"></head>
<body><article><h1>{title}</h1><p>The Strong Cities Network met in the harbour. {title}.</p></article></body></html>'''
# The options of Flatpak by their names in the metadata.
OPTIONS = {'shared': 'share', 'sockets': 'socket', 'devices': 'device', 'filesystems': 'filesystem'}
SAMPLES = [title for title, _, _ in citynet.SAMPLES]

folder = pathlib.Path(sys.argv[1])
pictures = folder / 'pictures'
pictures.mkdir(exist_ok=True)
session = sandbox.Sandbox(folder)
program = citynet.CityNet(session)
suite = tap.Suite()
files = session.folder / 'files'
files.mkdir()
ID = session.application_id
# Without it nothing below means anything, so its failure ends the program.
session.forget()
session.install('--bundle', folder / 'before.flatpak')


def saved_page(name, title, date):
    path = files / f'{name}.html'
    path.write_text(PAGE.format(title=title, date=date), encoding='utf-8')
    return path


def picture(name):
    shutil.move(session.screenshot(f'picture-{name}'), pictures / f'{name}.png')


# Installing, from the menu to the timeline

@suite.test('/flatpak/install/the-bundle-of-the-commit-before-is-installed')
def _():
    assert session.is_installed()


@suite.test('/flatpak/install/the-desktop-gets-an-entry-a-service-and-icons')
def _():
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(session.data / f'applications/{ID}.desktop', encoding='utf-8')
    entry = entry['Desktop Entry']
    assert entry['X-Flatpak'] == ID and entry['Icon'] == ID, dict(entry)
    assert 'run' in entry['Exec'] and entry['Exec'].endswith(f'{ID} @@u %U @@'), entry['Exec']
    for name in (f'dbus-1/services/{ID}.service', f'metainfo/{ID}.metainfo.xml',
                 f'icons/hicolor/scalable/apps/{ID}.svg', f'icons/hicolor/symbolic/apps/{ID}-symbolic.svg'):
        assert (session.data / name).exists(), name


@suite.test('/flatpak/install/the-catalogue-has-one-complete-component')
def _():
    deployed = session.installation / f'app/{ID}/current/active/files'
    with gzip.open(deployed / f'share/app-info/xmls/{ID}.xml.gz') as file:
        components = ElementTree.parse(file).findall('component')
    assert [component.findtext('id') for component in components] == [ID], components
    component = components[0]
    for path in ('name', 'summary', 'developer/name', 'project_license', 'categories/category', 'icon', 'launchable',
                 'keywords/keyword', 'content_rating', 'branding/color'):  # pictures only where they can be fetched
        assert component.find(path) is not None, f'{path} is missing'
    assert component.findtext('project_license') == 'GPL-3.0-or-later'
    assert all(release.get('timestamp') for release in component.findall('releases/release'))
    assert list((deployed / 'share/licenses').rglob('COPYING')), 'no licence'


@suite.test('/flatpak/launch/the-desktop-menu-opens-one-window')
def _():
    session.use_desktop_font()
    session.launch()
    window = session.window()
    assert window.name == 'CityNet', window.name
    wait(lambda: len(session.x_windows()) == 1, 'one window on the screen')
    wait(lambda: session.active_window() == session.x_windows()[0], 'the window to have the focus')


@suite.test('/flatpak/launch/the-window-belongs-to-a-program-in-a-sandbox')
def _():
    assert len(session.processes()) == 1, session.processes()


@suite.test('/flatpak/launch/a-second-start-raises-the-same-window')
def _():
    processes, window = session.processes(), session.x_windows()
    for again in (session.launch, lambda: session.flatpak('run', ID)):
        cover = session.helper('cover')
        wait(lambda: session.active_window() not in window, 'the other program to have the focus')
        again()
        wait(lambda: session.active_window() == window[0], 'the window to have the focus again')
        assert session.x_windows() == window and len(session.windows()) == 1
        wait(lambda: session.processes() == processes, 'the second program to end')
        cover.terminate()
        cover.wait()


@suite.test('/flatpak/launch/the-samples-fill-the-timeline')
def _():
    session.resize(1000, 900)
    session.click(program.button(citynet.LOOK_ROUND))
    program.wait_rows(SAMPLES)
    session.quit()


# The update

@suite.test('/flatpak/update/this-bundle-replaces-the-one-before')
def _():
    before = session.commit()
    session.install('--or-update', '--bundle', folder / 'CityNet.flatpak')
    assert session.commit() != before


@suite.test('/flatpak/update/every-article-is-still-there')
def _():
    session.start()
    program.wait_rows(SAMPLES)
    session.resize(1000, 900)


# Using

@suite.test('/flatpak/timeline/is-filtered-by-network')
def _():
    program.choose('Eurocities')
    program.wait_rows([EUROCITIES, ATHENS])
    program.choose('OASC', 'ctrl')
    program.wait_rows([EUROCITIES, ATHENS, OASC])
    program.choose('SCN')
    program.wait_rows([WORKSHOPS, STATEMENT])


@suite.test('/flatpak/timeline/the-filter-survives-a-restart')
def _():
    session.quit()
    session.start()
    program.wait_rows([WORKSHOPS, STATEMENT])
    session.resize(1000, 900)
    program.choose('All Articles')
    program.wait_rows(SAMPLES)


@suite.test('/flatpak/open/a-link-goes-to-the-browser-of-the-desktop')
def _():
    session.need_portals()
    program.open(STATEMENT)
    program.wait_article(STATEMENT)
    session.click(program.button('Open Source Page'))
    wait(session.opened, 'the browser to be asked', 20)
    assert re.fullmatch(r'https://.+', session.opened()[0]) and len(session.opened()) == 1, session.opened()


@suite.test('/flatpak/add/a-file-chosen-in-the-dialog-of-the-desktop')
def _():
    session.need_documents()
    page = saved_page('chosen', 'A Chosen Page', '2024-03-05')
    session.key('ctrl+o')
    dialog = wait(lambda: session.foreign_window('Add Articles'), 'the dialog of the portal', 20)
    wait(lambda: session.active_window() not in session.x_windows(), 'the dialog to have the focus')
    wait(lambda: dialog.find(state='focused'), 'a part of the dialog to have the focus')
    # A slash lets the dialog ask for a name.
    session.key('slash')
    entry = dialog.wait_for({'text', 'entry'}, state='focused')
    # The field completes what is typed, and on a busy machine between two letters.
    for attempt in range(3):
        session.key('ctrl+a')
        session.type(str(page))
        try:
            wait(lambda: sandbox.Atspi.Text.get_text(entry.accessible, 0, -1) == str(page), 'the name in the dialog')
            break
        except harness.Timeout:
            if attempt == 2:
                raise
    session.key('Return')
    wait(lambda: not session.foreign_window('Add Articles'), 'the dialog to close')
    program.row('A Chosen Page')


@suite.test('/flatpak/add/a-file-dropped-on-the-window')
def _():
    session.need_documents()
    helper = session.helper('files', saved_page('dropped', 'A Dropped Page', '2024-04-06'))
    program.drop_from(helper, 'A Dropped Page')
    helper.terminate()
    helper.wait()


@suite.test('/flatpak/add/a-file-that-the-desktop-opens-with-it')
def _():
    session.need_documents()
    session.run('gtk4-launch', ID, saved_page('opened', 'An Opened Page', '2024-05-07'))
    program.row('An Opened Page')


@suite.test('/flatpak/add/text-on-the-clipboard')
def _():
    clipboard = session.helper('clipboard', 'Notes from the Market Square\n\n3 May 2023\n\nEurocities met there.\n')
    program.choose('All Articles')
    program.paste('Notes from the Market Square')
    clipboard.terminate()
    clipboard.wait()


@suite.test('/flatpak/picture/the-window-with-articles-imported-in-the-sandbox')
def _():
    session.resize(1000, 700)
    program.choose('Eurocities')
    program.open(EUROCITIES)
    program.wait_article(EUROCITIES)
    program.choose('All Articles')
    wait(lambda: not program.chips(), 'the whole timeline')
    picture('sandbox')
    program.choose('Eurocities')
    program.choose('SCN', 'ctrl')
    wait(lambda: len(program.chips()) == 2, 'the two filters')
    picture('sandbox-filtered')
    program.choose('All Articles')


@suite.test('/flatpak/cli/reads-the-same-articles')
def _():
    titles = session.cli('articles')
    for title in SAMPLES:
        assert title in titles, titles


@suite.test('/flatpak/cli/adds-what-it-reads-while-the-window-is-open')
def _():
    page = saved_page('piped', 'A Piped Page', '2024-06-08')
    session.flatpak('run', f'--filesystem={files}:ro', '--command=citynet-cli', ID, 'import', page)
    program.row('A Piped Page')


# The sandbox

@suite.test('/flatpak/sandbox/the-store-is-in-the-folder-of-the-application')
def _():
    session.quit()
    assert session.store_file().parent == session.store / 'citynet', session.store_file()
    others = [path.name for path in (session.home / 'data').iterdir()]
    assert 'citynet' not in others, others
    with sqlite3.connect(f'file:{session.store_file()}?mode=ro', uri=True) as database:
        assert database.execute('PRAGMA integrity_check').fetchone() == ('ok',)


@suite.test('/flatpak/sandbox/has-the-permissions-of-the-manifest-and-no-others')
def _():
    context = configparser.ConfigParser(interpolation=None)
    context.read_string(session.flatpak('info', '--user', '--show-permissions', ID))
    granted = {f'--{OPTIONS.get(key, key)}={word}' for key, words in context['Context'].items()
               for word in words.split(';') if word}
    if '--socket=fallback-x11' in granted:
        granted.discard('--socket=x11')  # how older versions of Flatpak understand it
    manifest = json.loads((folder / 'source' / f'{ID}.json').read_text())
    assert list(context) == ['DEFAULT', 'Context'] and granted == set(manifest['finish-args']), granted


@suite.test('/flatpak/sandbox/sees-neither-the-home-folder-nor-other-programs')
def _():
    secret = session.home / 'secret'
    secret.write_text('x')
    assert session.inside('cat "$1" 2>/dev/null || echo unseen', secret) == 'unseen\n'
    assert session.inside('ls "$1" 2>/dev/null || echo unseen', files) == 'unseen\n'
    assert 'dbus-daemon' not in session.inside('cat /proc/[0-9]*/comm')


# What later versions bring: the place is here, so that it is not forgotten.

@suite.test('/flatpak/refresh/articles-of-a-site-on-this-machine')
def _():
    raise tap.Skip('there are no sources to refresh yet')


@suite.test('/flatpak/notification/new-articles-are-announced')
def _():
    raise tap.Skip('there are no notifications yet')


@suite.test('/flatpak/background/asks-the-desktop-to-go-on')
def _():
    raise tap.Skip('nothing runs in the background yet')


# From the repository, and the way out

@suite.test('/flatpak/uninstall/keeps-the-articles')
def _():
    session.uninstall()
    assert not session.is_installed()
    assert not (session.data / f'applications/{ID}.desktop').exists()
    assert session.store_file().exists()


@suite.test('/flatpak/repository/the-ref-file-installs-and-the-articles-are-back')
def _():
    session.install('--from', folder / 'CityNet.flatpakref')
    assert session.is_installed()
    titles = session.cli('articles')
    assert all(title in titles for title in SAMPLES), titles


@suite.test('/flatpak/repository/an-update-has-nothing-to-do')
def _():
    commit = session.commit()
    session.flatpak('update', '--user', '--noninteractive', ID)
    assert session.commit() == commit


@suite.test('/flatpak/uninstall/deletes-the-articles-when-asked')
def _():
    session.uninstall('--delete-data')
    assert not session.is_installed() and not session.sandboxed.exists()


harness.main(session, suite)
