# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The timeline filtered by network, and an article opened and left again. Argument: the build folder."""

import sys

import citynet
import harness
import tap
from citynet import ATHENS, EUROCITIES, OASC, STATEMENT, WORKSHOPS
from harness import wait

session = harness.Session(sys.argv[1])
program = citynet.CityNet(session)
suite = tap.Suite()


@suite.test('/e2e/timeline/one-click-on-a-network-filters-it')
def _():
    program.open_samples()
    program.choose('Eurocities')
    program.wait_rows([EUROCITIES, ATHENS])
    program.choose('SCN')
    program.wait_rows([WORKSHOPS, STATEMENT])
    program.choose('OASC')
    program.wait_rows([OASC])


@suite.test('/e2e/timeline/a-click-with-ctrl-adds-a-network')
def _():
    program.choose('Eurocities', 'ctrl')
    program.wait_rows([EUROCITIES, ATHENS, OASC])
    program.choose('SCN', 'ctrl')
    program.wait_rows([WORKSHOPS, EUROCITIES, ATHENS, STATEMENT, OASC])
    program.choose('Eurocities', 'ctrl')
    program.wait_rows([WORKSHOPS, STATEMENT, OASC])


@suite.test('/e2e/timeline/a-click-with-shift-takes-all-between')
def _():
    program.choose('Eurocities')
    program.wait_rows([EUROCITIES, ATHENS])
    program.choose('OASC', 'shift')
    program.wait_rows([EUROCITIES, ATHENS, OASC])
    names = ['Eurocities', 'Solidarity Cities', 'Inclusive Cities for All', 'OASC']
    wait(lambda: program.chosen() == names, f'{names} to be chosen; it is {program.chosen()}')
    program.wait_chips(4)
    program.choose('OASC')
    program.choose('SCN', 'ctrl')
    program.wait_rows([WORKSHOPS, STATEMENT, OASC])


@suite.test('/e2e/timeline/the-number-of-articles-is-spoken-after-a-filter')
def _():
    spoken = session.announcements()
    program.choose('Eurocities')
    wait(lambda: '2 articles' in spoken, f'the number of articles; {spoken} was spoken')
    program.choose('Starred')
    wait(lambda: 'No Starred Articles' in spoken, f'that there are none; {spoken} was spoken')
    program.choose('OASC')
    program.choose('SCN', 'ctrl')
    wait(lambda: spoken and spoken[-1] == '3 articles', f'the last number; {spoken} was spoken')


@suite.test('/e2e/timeline/the-filter-survives-a-restart')
def _():
    session.quit()
    session.start()
    program.wait_rows([WORKSHOPS, STATEMENT, OASC])
    program.wait_chips(2)


@suite.test('/e2e/timeline/a-chip-takes-its-network-out')
def _():
    session.click(program.chip('SCN'))
    program.wait_rows([OASC])
    session.click(program.chip('OASC'))
    program.wait_rows([title for title, _, _ in citynet.SAMPLES])
    program.wait_chips(0)


@suite.test('/e2e/timeline/a-network-without-articles-says-so')
def _():
    program.choose('Unread')
    program.wait_rows([title for title, _, _ in citynet.SAMPLES])
    program.choose('Starred')
    wait(lambda: not program.rows() and citynet.EMPTY.search(program.window.text()), 'the page for nothing to show')
    program.choose('All Articles')
    program.wait_rows([title for title, _, _ in citynet.SAMPLES])


@suite.test('/e2e/timeline/selecting-a-row-does-not-mark-it-as-read')
def _():
    program.press_until('Tab', citynet.ROW)
    program.press_until('Down', program.row(OASC).name)
    program.press_until('Up', program.row(ATHENS).name)
    wait(lambda: program.row(ATHENS).has('selected'), 'the row to be selected')
    assert not any(program.is_read(title) for title, _, _ in citynet.SAMPLES)


@suite.test('/e2e/timeline/opening-by-mouse-marks-as-read-and-can-be-undone')
def _():
    program.open(ATHENS)
    program.wait_article(ATHENS)
    wait(lambda: program.is_read(ATHENS), 'the row to be read')
    session.key('ctrl+z')
    wait(lambda: not program.is_read(ATHENS), 'the row to be unread')
    program.wait_article(ATHENS)


@suite.test('/e2e/timeline/the-article-shows-where-it-comes-from')
def _():
    program.open(STATEMENT)
    program.wait_article(STATEMENT)
    for words in ('29 June 2016', 'strongcitiesnetwork.org', 'Kolofata, Kousseri', 'Who Signed'):
        wait(lambda: words in program.window.text(), words)


@suite.test('/e2e/timeline/enter-opens-and-alt-left-goes-back-to-the-same-row')
def _():
    session.resize(600, 700)
    wait(lambda: not program.rows(), 'the article that was open, alone')
    program.back('alt+Left')
    program.wait_one_pane()
    program.press_until('Tab', citynet.ROW)
    program.press_until('Up', program.row(WORKSHOPS).name)
    program.press_until('Down', program.row(EUROCITIES).name)
    session.key('Return')
    program.wait_article(EUROCITIES)
    wait(lambda: not program.rows(), 'one pane at a time')
    program.back('alt+Left')
    wait(lambda: program.row(EUROCITIES).has('focused'), 'the focus to be where it was')
    wait(lambda: program.is_read(EUROCITIES), 'the row to be read')


@suite.test('/e2e/timeline/escape-goes-back-too')
def _():
    session.key('Return')
    program.wait_article(EUROCITIES)
    program.back('Escape')
    wait(lambda: program.row(EUROCITIES).has('focused'), 'the focus to be where it was')


@suite.test('/e2e/timeline/read-articles-leave-the-unread-ones')
def _():
    program.wait_one_pane()
    session.resize(1000, 900)
    program.choose('Unread')
    program.wait_rows([WORKSHOPS, ATHENS, OASC])
    program.choose('All Articles')


@suite.test('/e2e/timeline/the-window-comes-back-as-it-was')
def _():
    session.resize(880, 620)
    session.quit()
    session.start()
    wait(lambda: session.windows()[0].extents()[2:] == session.outer(880, 620), 'the size of before')


@suite.test('/e2e/timeline/a-maximized-window-comes-back-maximized')
def _():
    x, y = session.point(program.window.wait_for('label', 'All Articles'))
    session.run('xdotool', 'mousemove', x, y, 'click', '--repeat', 2, '--delay', 50, 1)
    wait(lambda: session.windows()[0].extents()[2] > 1300, 'the window to be maximized')
    session.quit()
    session.start()
    wait(lambda: session.windows()[0].extents()[2] > 1300, 'the window to be maximized again')


harness.main(session, suite)
