# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window from a telephone's size to a wide one, dark, and with letters of double size.

Pictures are kept for a person to look at. Argument: the build folder.
"""

import sys

import citynet
import harness
import tap
from citynet import ATHENS, STATEMENT
from harness import wait

session = harness.Session(sys.argv[1])
program = citynet.CityNet(session)
suite = tap.Suite()
ALL = [title for title, _, _ in citynet.SAMPLES]


def inside():
    """Shown controls that reach over the edge of the window, where nobody can click them."""
    x, y, width, height = program.window.extents()
    found = []
    for node in program.window.find_all(citynet.BUTTON):
        left, top, wide, high = node.extents()
        if left < x - 12 or left + wide > x + width + 12:
            found.append(f'{node} at {left}, {top}')
    return found


def wait_inside():
    """Folding takes some frames."""
    wait(lambda: not inside(), f'the controls to be inside the window; outside: {inside()}')


@suite.test('/e2e/appearance/a-telephone-upright-shows-one-page-at-a-time')
def _():
    program.open_samples()
    session.resize(360, 640)
    program.wait_one_pane()
    wait_inside()
    session.screenshot('narrow-timeline')
    program.open_by_keys(STATEMENT)
    program.wait_article(STATEMENT)
    wait_inside()
    session.screenshot('narrow-article')
    program.back('alt+Left')


@suite.test('/e2e/appearance/a-telephone-on-its-side-is-high-enough')
def _():
    session.resize(360, 294)
    wait_inside()
    session.screenshot('smallest')


@suite.test('/e2e/appearance/a-wide-window-shows-all-three')
def _():
    session.resize(1360, 900)
    program.place('All Articles')
    program.open(ATHENS)
    program.wait_article(ATHENS)
    session.screenshot('wide')
    program.back('alt+Left')


@suite.test('/e2e/appearance/it-follows-the-dark-style')
def _():
    session.quit()
    session.set_setting('org/gnome/desktop/interface', 'color-scheme', "'prefer-dark'")
    session.start()
    program.wait_rows(ALL)
    session.resize(1000, 700)
    wait(lambda: session.brightness(session.screenshot('dark-timeline')) < 0.35, 'a dark picture')
    program.open(ATHENS)
    program.wait_article(ATHENS)
    session.screenshot('dark-article')
    session.quit()
    session.set_setting('org/gnome/desktop/interface', 'color-scheme', "'default'")


@suite.test('/e2e/appearance/letters-of-double-size-fit')
def _():
    session.set_text_scale(2)
    session.start()
    wait(program.rows, 'the timeline')
    wait_inside()
    session.screenshot('large-text-timeline')
    session.resize(360, 640)
    wait_inside()
    session.screenshot('large-text-narrow')
    session.quit()
    session.set_text_scale(1)


harness.main(session, suite)
