# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the first start to an article and back without a mouse. Argument: the build folder."""

import re
import sys

import citynet
import harness
import tap
from citynet import ATHENS, CHECK_EUROCITIES, CHECK_OASC, EUROCITIES, OASC
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


@suite.test('/e2e/keyboard/networks-are-checked-and-unchecked-in-the-filter')
def _():
    session.key('ctrl+shift+l')
    program.press_until('Tab', CHECK_OASC)
    session.key('space')
    program.wait_rows([EUROCITIES, ATHENS, OASC])
    wait(lambda: program.focused().has('checked'), 'the mark to be set')
    program.press_until('shift+Tab', CHECK_EUROCITIES)
    session.key('space')
    program.wait_rows([OASC])
    session.key('space')
    program.wait_rows([EUROCITIES, ATHENS, OASC])
    session.key('Escape')
    program.window.wait_gone('check box')


@suite.test('/e2e/keyboard/a-chip-is-taken-out-and-the-next-has-the-focus')
def _():
    program.press_until('Tab', re.compile(r'\ARemove Filter Eurocities'))
    session.key('Return')
    program.wait_rows([OASC])
    wait(lambda: program.focused() and program.focused().name == 'Remove Filter OASC', 'the next chip to have the focus')
    session.key('space')
    program.wait_rows([title for title, _, _ in citynet.SAMPLES])
    wait(program.focused, 'something to have the focus')


@suite.test('/e2e/keyboard/an-article-opens-by-arrows-and-enter')
def _():
    program.open_by_keys(ATHENS)
    program.wait_article(ATHENS)


@suite.test('/e2e/keyboard/furniture-is-unfolded-and-folded')
def _():
    name = program.press_until('Tab', citynet.FURNITURE).name
    assert not program.focused().has('expanded')
    text = program.window.text()
    session.key('Return')
    wait(lambda: program.focused().has('expanded'), 'the furniture to be unfolded')
    assert program.focused().name == name, program.focused().name
    more = wait(lambda: len(said := program.window.text()) > len(text) and said, 'the furniture itself')
    session.key('space')
    wait(lambda: not program.focused().has('expanded'), 'the furniture to be folded')
    wait(lambda: program.window.text() != more, 'the furniture to go')


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


def open_last_import():
    """From the main menu, by the letter of the item. F10 by the number of the key: by its name it would come with Alt,
    which this keyboard has on its other level."""
    session.key('76')
    program.window.wait_for('menu item', state='focused')
    session.key(citynet.LAST_IMPORT)
    return wait(lambda: program.dialog('Added Articles'), 'the dialog of the import')


@suite.test('/e2e/keyboard/what-an-import-skipped-is-read-in-the-menu-s-report')
def _():
    empty, page = session.folder / 'empty.html', session.folder / 'page.txt'
    empty.touch()
    page.write_text('Notes from the Quay\n\n3 May 2023\n\nEurocities met on the quay.\n', encoding='utf-8')
    session.run('citynet', empty, page)
    program.row('Notes from the Quay')
    dialog = open_last_import()
    wait(lambda: '1 article added' in dialog.text() and 'Not Added' in dialog.text(), 'the counts')
    program.press_until('Tab', re.compile(r'empty\.html: .*empty'))
    session.key('Escape')
    wait(lambda: not program.dialog('Added Articles'), 'the dialog to close')


@suite.test('/e2e/keyboard/an-import-is-undone-in-its-report')
def _():
    open_last_import()
    program.press_until('Tab', 'Undo Adding')
    session.key('Return')
    program.wait_rows([title for title, _, _ in citynet.SAMPLES])
    wait(lambda: not program.dialog('Added Articles'), 'the dialog to close')


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
