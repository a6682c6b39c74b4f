# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every way by which an article gets in. Argument: the build folder."""

import sys

import citynet
import harness
import tap
from harness import wait

PAGE = '''<!DOCTYPE html><html lang="en"><head><title>{title}</title>
<meta property="og:title" content="{title}"><meta property="article:published_time" content="{date}"></head>
<body><article><h1>{title}</h1><p>The Strong Cities Network met in the harbour. {more}</p></article></body></html>'''

session = harness.Session(sys.argv[1])
program = citynet.CityNet(session)
suite = tap.Suite()
folder = session.folder / 'files'
folder.mkdir()


server = harness.Server({
    '/pasted': PAGE.format(title='A Page by Its Address', date='2025-03-04', more='Fetched.'),
    '/dropped': PAGE.format(title='A Page by a Dropped Address', date='2025-05-06', more='Fetched, too.'),
    '/typed': PAGE.format(title='A Page by a Typed Address', date='2025-07-08', more='Fetched as well.'),
})


def saved_page(name, title, date='2024-03-05', more=''):
    path = folder / f'{name}.html'
    path.write_text(PAGE.format(title=title, date=date, more=more), encoding='utf-8')
    return path


@suite.test('/e2e/add/a-file-named-on-the-command-line-starts-the-program-with-it')
def _():
    session.spawn('citynet', saved_page('one', 'A Meeting by the Water'), stdout=session.log, stderr=session.log)
    program.wait_rows(['A Meeting by the Water'])


@suite.test('/e2e/add/a-file-for-the-running-program-appears-in-its-window')
def _():
    pid = session.pid()
    session.run('citynet', saved_page('two', 'A Second Meeting', '2024-04-06', 'More of it.'))
    program.wait_rows(['A Second Meeting', 'A Meeting by the Water'])
    assert session.pid() == pid and len(session.windows()) == 1


@suite.test('/e2e/add/open-with-does-the-same')
def _():
    page = saved_page('three', 'A Third Meeting', '2024-05-07', 'Still more.')
    session.run('gtk4-launch', session.application_id, page)
    program.wait_rows(['A Third Meeting', 'A Second Meeting', 'A Meeting by the Water'])


@suite.test('/e2e/add/the-same-file-again-adds-nothing')
def _():
    spoken = session.announcements()
    session.run('citynet', folder / 'one.html')
    wait(lambda: any(citynet.KNOWN.search(words) for words in spoken), f'that it is there already; {spoken} was spoken')
    assert len(program.rows()) == 3


@suite.test('/e2e/add/a-file-that-cannot-be-used-is-named-with-its-reason')
def _():
    empty = folder / 'empty.html'
    empty.touch()
    page = saved_page('four', 'A Fourth Meeting', '2024-06-08', 'And more.')
    # First what is there for some seconds only.
    problems = program.problems(lambda: session.run('citynet', empty, page))
    assert 'empty.html' in problems and 'empty' in problems.replace('empty.html', ''), problems
    program.wait_rows(['A Fourth Meeting', 'A Third Meeting', 'A Second Meeting', 'A Meeting by the Water'])


@suite.test('/e2e/add/an-import-can-be-undone')
def _():
    session.run('citynet', saved_page('five', 'A Fifth Meeting', '2024-07-09', 'The last.'))
    # First what is there for some seconds only.
    session.click(program.button('Undo'))
    program.wait_rows(['A Fourth Meeting', 'A Third Meeting', 'A Second Meeting', 'A Meeting by the Water'])


@suite.test('/e2e/add/text-on-the-clipboard-is-pasted')
def _():
    text = 'Notes from the Market Square\n\n3 May 2023\n\nEurocities met on the square.\n'
    clipboard = session.helper('clipboard', text)
    program.press_until('Tab', citynet.ROW)
    program.paste('Notes from the Market Square')
    clipboard.terminate()
    clipboard.wait()


@suite.test('/e2e/add/a-file-dropped-on-the-window-is-added')
def _():
    other = session.helper('files', saved_page('six', 'A Dropped Page', '2025-01-02', 'Dropped.'))
    program.drop_from(other, 'A Dropped Page')
    other.terminate()
    other.wait()
    session.activate()


@suite.test('/e2e/add/an-address-on-the-clipboard-is-fetched')
def _():
    clipboard = session.helper('clipboard', server.address('/pasted'))
    program.press_until('Tab', citynet.ROW)
    program.paste('A Page by Its Address')
    clipboard.terminate()
    clipboard.wait()


@suite.test('/e2e/add/an-address-dropped-on-the-window-is-fetched')
def _():
    other = session.helper('text', server.address('/dropped'))
    program.drop_from(other, 'A Page by a Dropped Address')
    other.terminate()
    other.wait()
    session.activate()


@suite.test('/e2e/add/an-address-typed-into-the-dialog-is-fetched')
def _():
    session.key('ctrl+l')
    wait(lambda: program.dialog('Add Address') and program.dialog('Add Address').find(state='focused'),
         'the dialog for an address')
    session.type(server.address('/typed'))
    session.key('Return')
    wait(lambda: not program.dialog('Add Address'), 'the dialog to close')
    program.row('A Page by a Typed Address')


@suite.test('/e2e/add/an-address-without-a-page-is-named-with-its-reason')
def _():
    clipboard = session.helper('clipboard', server.address('/nowhere'))
    program.press_until('Tab', citynet.ROW)
    problems = program.problems(lambda: session.key('ctrl+v'))
    assert '/nowhere' in problems, problems
    clipboard.terminate()
    clipboard.wait()


@suite.test('/e2e/add/a-file-is-chosen-in-the-file-chooser')
def _():
    session.key('ctrl+o')
    program.choose_file(saved_page('seven', 'A Chosen Page', '2025-09-10', 'Chosen.'), 'alt+a')
    program.row('A Chosen Page')


@suite.test('/e2e/add/what-was-added-is-there-after-a-restart')
def _():
    before = program.rows()
    session.quit()
    session.start()
    wait(lambda: program.rows() == before, f'the rows {before}')
    session.quit()
    session.run('citynet-cli', 'check')


harness.main(session, suite)
