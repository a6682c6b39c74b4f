# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader meets on every page of the window. Argument: the build folder."""

import re
import sys

import citynet
import harness
import tap
from harness import CONTROLS, wait

session = harness.Session(sys.argv[1])
program = citynet.CityNet(session)
suite = tap.Suite()


def is_named(node):
    """By itself, or by what it holds or stands in: the items of a list in a text, the links of a label."""
    if node.name.strip() or node.description.strip():
        return True
    if node.role == 'list item':
        return bool(node.find('label', re.compile(r'\w')))
    return node.role == 'link' and bool(node.accessible.get_parent().get_name().strip())


def unnamed():
    """Controls of the window that nobody could name."""
    return [f'{node.role} below {node.path()}' for node in program.window.walk()
            if node.role in CONTROLS and node.has('sensitive') and not is_named(node)]


def audit(page):
    try:
        wait(lambda: not unnamed(), 'names', 2)  # what has just come up gets its name a moment later
    except harness.Timeout as error:
        raise AssertionError(f'{page}: without a name:\n' + '\n'.join(unnamed())) from error


@suite.test('/e2e/accessible/the-first-start-names-every-control')
def _():
    session.start()
    session.resize(1000, 900)
    program.button(citynet.LOOK_ROUND)
    audit('first start')


@suite.test('/e2e/accessible/the-timeline-names-every-control')
def _():
    session.click(program.button(citynet.LOOK_ROUND))
    program.wait_rows([title for title, _, _ in citynet.SAMPLES])
    audit('timeline')


@suite.test('/e2e/accessible/every-row-is-a-sentence-without-repetition')
def _():
    for row in program.rows():
        parts = row.split(', ')
        assert len(parts) >= 4, row
        assert re.search(r'\d{4}|Undated', row), row


@suite.test('/e2e/accessible/every-place-of-the-sidebar-says-its-number-of-articles')
def _():
    for name, number in (('All Articles', '5'), ('Eurocities', '2'), ('SCN', '2'), ('OASC', '1')):
        wait(lambda: re.search(rf', {number} article', program.place(name).name), f'{number} articles of {name}')


@suite.test('/e2e/accessible/the-chips-name-what-they-do')
def _():
    program.choose('Eurocities')
    wait(program.chips, 'a chip')
    audit('filtered timeline')
    session.click(program.chip('Eurocities'))


@suite.test('/e2e/accessible/every-sample-is-read-as-headings-lists-and-links')
def _():
    for title, _, _ in citynet.SAMPLES:
        program.open(title)
        program.wait_article(title)
        wait(lambda: program.window.find_all({'heading'}), 'headings')
        audit(title)
        program.back('alt+Left')


harness.main(session, suite)
