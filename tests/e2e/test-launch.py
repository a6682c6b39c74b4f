# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the menu of the desktop to a window, once and again. Argument: the build folder."""

import sys

import citynet
import harness
import tap
from harness import wait

session = harness.Session(sys.argv[1], whole_stacks=True)
program = citynet.CityNet(session)
suite = tap.Suite()


@suite.test('/e2e/launch/the-desktop-entry-opens-one-window')
def _():
    session.launch()
    window = session.window()
    assert window.name == 'CityNet', window.name
    wait(lambda: len(session.x_windows()) == 1, 'one window on the screen')
    wait(lambda: session.active_window() == session.x_windows()[0], 'the window to have the focus')
    assert len(session.windows()) == 1


@suite.test('/e2e/launch/a-second-launch-raises-the-same-window')
def _():
    pid, window = session.pid(), session.x_windows()
    cover = session.helper('cover')
    wait(lambda: session.active_window() not in window, 'the other program to have the focus')
    session.launch()
    wait(lambda: session.active_window() == window[0], 'the window to have the focus again')
    assert session.x_windows() == window and len(session.windows()) == 1 and session.pid() == pid
    cover.terminate()
    cover.wait()


@suite.test('/e2e/launch/the-program-by-its-name-raises-the-same-window')
def _():
    pid, window = session.pid(), session.x_windows()
    session.run('citynet')
    assert session.x_windows() == window and len(session.windows()) == 1 and session.pid() == pid


@suite.test('/e2e/launch/a-first-start-offers-files-paste-and-samples')
def _():
    for name in citynet.FIRST_START:
        assert program.button(name), name
    assert not program.rows()


@suite.test('/e2e/launch/the-samples-fill-the-timeline-newest-first')
def _():
    session.click(program.button(citynet.LOOK_ROUND))
    program.wait_rows([title for title, _, _ in citynet.SAMPLES])


@suite.test('/e2e/launch/a-row-is-spoken-as-one-sentence')
def _():
    for row, (title, date, networks) in zip(program.rows(), citynet.SAMPLES):
        assert row.startswith(f'{title}, ') and row.endswith(f', {date}, unread'), row
        spoken = row.removeprefix(f'{title}, ').removesuffix(f', {date}, unread')
        assert set(spoken.split(', ')) == networks, row


@suite.test('/e2e/launch/the-second-start-shows-the-timeline-at-once')
def _():
    session.quit()
    session.start()
    program.wait_rows([title for title, _, _ in citynet.SAMPLES])


@suite.test('/e2e/launch/the-store-is-whole-after-it')
def _():
    session.quit()
    session.run('citynet-cli', 'check')


harness.main(session, suite)
