# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A store that cannot be used is said in the window, and its file is left as it was. Argument: the build folder."""

import hashlib
import os
import sqlite3
import sys

import citynet
import harness
import tap
from harness import wait

session = harness.Session(sys.argv[1])
program = citynet.CityNet(session)
suite = tap.Suite()


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def new_store():
    """A store with the samples, closed."""
    session.reset()
    program.open_samples()
    session.quit()
    return session.store_file()


def damage(path):
    """Overwrites what every query needs, and keeps the size."""
    with open(path, 'r+b') as file:
        file.seek(100)
        file.write(os.urandom(4000))


def no_store(path):
    path.write_bytes(b'This is a letter and no store.\n' * 200)


def another_program(path):
    path.unlink()
    with sqlite3.connect(path) as database:
        database.execute('CREATE TABLE recipes (name TEXT)')


def from_the_future(path):
    with sqlite3.connect(path) as database:
        database.execute('PRAGMA user_version = 9999')
    database.close()


def check_state(spoil, words):
    path = new_store()
    spoil(path)
    before = digest(path)
    session.start()
    wait(lambda: words.search(program.window.text()), words.pattern, 20)
    assert not program.rows()
    session.quit()
    assert path.exists() and digest(path) == before, 'the file was changed'


suite.add('/e2e/states/a-damaged-store-is-said-and-left-alone', check_state, damage, citynet.DAMAGED)
suite.add('/e2e/states/a-file-that-is-no-store-is-said-and-left-alone', check_state, no_store, citynet.FOREIGN)
suite.add('/e2e/states/a-foreign-store-is-said-and-left-alone', check_state, another_program, citynet.FOREIGN)
suite.add('/e2e/states/a-newer-store-is-said-and-left-alone', check_state, from_the_future, citynet.TOO_NEW)


def cli(*arguments):
    """The command line beside the window, on the same store."""
    return session.run('citynet-cli', *arguments)


@suite.test('/e2e/states/a-damaged-store-offers-what-helps')
def _():
    damage(new_store())
    session.start()
    for words in (citynet.TRY_AGAIN, citynet.RESTORE, citynet.EXPORT_READABLE, citynet.START_EMPTY):
        program.button(words, 20)


def start_empty(spoil):
    path = new_store()
    spoil(path)
    before = digest(path)
    session.start()
    session.click(program.button(citynet.START_EMPTY, 20))
    wait(lambda: len(program.window.find_all(citynet.BUTTON, citynet.START_EMPTY, 'sensitive')) == 2, 'the question')
    session.click(program.window.find_all(citynet.BUTTON, citynet.START_EMPTY, 'sensitive')[-1])
    program.button(citynet.LOOK_ROUND, 20)
    # What is written there goes after some seconds: one look has to do.
    words = wait(lambda: citynet.KEPT.search(said := program.window.text()) and said, citynet.KEPT.pattern)
    aside, = path.parent.glob(path.name + '.aside-*')
    assert digest(aside) == before and aside.name in words, words
    session.click(program.button(citynet.LOOK_ROUND))
    program.wait_rows([title for title, _, _ in citynet.SAMPLES])
    session.quit()
    assert digest(aside) == before


suite.add('/e2e/states/a-damaged-store-is-moved-aside-on-request-only', start_empty, damage)
suite.add('/e2e/states/a-file-that-is-no-store-is-moved-aside-on-request-only', start_empty, no_store)


@suite.test('/e2e/states/check-backup-and-restore-work-beside-the-window')
def _():
    session.reset()
    program.open_samples()
    copy = session.folder / 'copy.db'
    titles = [title for title, _, _ in citynet.SAMPLES]
    cli('check')
    cli('backup', copy)
    with sqlite3.connect(copy) as database:
        assert database.execute('PRAGMA integrity_check').fetchone() == ('ok',)
    database.close()
    first = cli('articles', '--format', 'csv').splitlines()[1].split(',')[0]
    cli('mark', '--read', '--starred', first)
    wait(lambda: program.row(titles[0]).name.endswith('read, starred'), 'the mark of another program in the window')
    cli('restore', copy)
    wait(lambda: program.row(titles[0]).name.endswith('unread'), 'the mark gone again')
    program.wait_rows(titles)
    cli('check')


@suite.test('/e2e/states/a-locked-store-can-be-tried-again')
def _():
    path = new_store()
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute('PRAGMA locking_mode = EXCLUSIVE')
    holder.execute('BEGIN EXCLUSIVE')
    session.start()
    wait(lambda: citynet.LOCKED.search(program.window.text()), citynet.LOCKED.pattern, 40)
    holder.execute('COMMIT')
    holder.close()
    session.click(program.button(citynet.TRY_AGAIN))
    program.wait_rows([title for title, _, _ in citynet.SAMPLES])


@suite.test('/e2e/states/a-copy-is-put-in-the-place-of-a-damaged-store')
def _():
    path = new_store()
    copy = session.folder / 'copy.db'
    session.run('citynet-cli', 'backup', copy)
    damage(path)
    damaged = digest(path)
    session.start()
    wait(lambda: citynet.DAMAGED.search(program.window.text()), citynet.DAMAGED.pattern, 20)
    session.click(program.button(citynet.RESTORE))
    program.choose_file(copy, 'alt+r')
    program.wait_rows([title for title, _, _ in citynet.SAMPLES])
    session.quit()
    kept = [other for other in path.parent.iterdir() if other.is_file() and digest(other) == damaged]
    assert len(kept) == 1, 'the damaged file was not kept'
    session.run('citynet-cli', 'check')


@suite.test('/e2e/states/a-store-that-cannot-be-written-can-be-read')
def _():
    path = new_store()
    if os.geteuid() == 0 and os.access(path, os.W_OK):
        os.chmod(path, 0o444)
        if os.access(path, os.W_OK):
            os.chmod(path, 0o644)
            raise tap.Skip('this user may write to everything')
    os.chmod(path, 0o444)
    os.chmod(path.parent, 0o555)
    try:
        session.start()
        program.wait_rows([title for title, _, _ in citynet.SAMPLES])
        wait(lambda: citynet.READ_ONLY.search(program.window.text()), citynet.READ_ONLY.pattern)
        session.quit()
    finally:
        os.chmod(path.parent, 0o755)
        os.chmod(path, 0o644)


harness.main(session, suite)
