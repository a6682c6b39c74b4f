# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the first start to an article and back without a mouse. Argument: the build folder."""

import sys

import citynet
import harness
import tap
from citynet import ATHENS, EUROCITIES
from harness import wait

session = harness.Session(sys.argv[1])
program = citynet.CityNet(session)
suite = tap.Suite()


@suite.test('/e2e/keyboard/the-samples-open-by-tab-and-enter')
def _():
    session.start()
    program.button(citynet.LOOK_ROUND)
    program.press_until('Tab', citynet.LOOK_ROUND)
    session.key('Return')
    program.wait_rows([title for title, _, _ in citynet.SAMPLES])


@suite.test('/e2e/keyboard/a-network-is-chosen-by-arrows-and-enter')
def _():
    program.press_until('Tab', program.place('All Articles').name)
    program.press_until('Down', program.place('Eurocities').name)
    session.key('Return')
    program.wait_rows([EUROCITIES, ATHENS])


@suite.test('/e2e/keyboard/an-article-opens-by-arrows-and-enter')
def _():
    program.press_until('Tab', citynet.ROW)
    program.press_until('Down', program.row(ATHENS).name)
    session.key('Return')
    program.wait_article(ATHENS)


@suite.test('/e2e/keyboard/alt-left-goes-back-to-the-row')
def _():
    program.back('alt+Left')
    wait(lambda: program.row(ATHENS).has('focused'), 'the row to have the focus')


@suite.test('/e2e/keyboard/the-shortcuts-are-shown-and-closed')
def _():
    session.key('ctrl+question')
    wait(lambda: program.dialog('Keyboard Shortcuts'), 'the dialog of the shortcuts')
    session.key('Escape')
    wait(lambda: not program.dialog('Keyboard Shortcuts'), 'the dialog to close')


@suite.test('/e2e/keyboard/marks-are-set-and-taken-back')
def _():
    session.key('ctrl+u')
    wait(lambda: not program.is_read(ATHENS), 'the row to be unread')
    session.key('ctrl+d')
    wait(lambda: program.row(ATHENS).name.endswith(', starred'), 'the row to be starred')
    session.key('ctrl+z', 'ctrl+z')
    wait(lambda: program.row(ATHENS).name.endswith(', read'), 'the row as it was')


@suite.test('/e2e/keyboard/the-menu-key-opens-the-menu-of-the-row')
def _():
    session.key('Menu')
    program.window.wait_for('menu item', state='focused')
    session.key('Escape')
    program.window.wait_gone('menu item', state='focused')


@suite.test('/e2e/keyboard/f10-opens-the-main-menu')
def _():
    # By the number of the key: by its name it would come with Alt, which this keyboard has on its other level.
    session.key('76')
    program.window.wait_for('menu item', state='focused')
    session.key('Escape')
    program.window.wait_gone('menu item', state='focused')


@suite.test('/e2e/keyboard/ctrl-w-closes-the-window-and-the-program-ends')
def _():
    session.key('ctrl+w')
    wait(lambda: session.pid() is None, 'the program to end', 20)


harness.main(session, suite)
