# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Crashes, damage and odd surroundings as the program itself meets them. Argument: citynet-cli.

The counts are a tenth of those that a release is held to; CITYNET_TEST_SCALE=10 runs those.
"""

import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import time

sys.path[:0] = [str(pathlib.Path(__file__).parents[1] / 'cli'), str(pathlib.Path(__file__).parents[1] / 'support')]
import tap  # noqa: E402
from cli import Cli, article  # noqa: E402

program = sys.argv[1]
suite = tap.Suite()
SCALE = float(os.environ.get('CITYNET_TEST_SCALE', '1'))
SEED = int(os.environ.get('CITYNET_TEST_SEED', time.time_ns() % 2**32))
chance = random.Random(SEED)


def rounds(count):
    return range(max(1, int(count * SCALE)))


def write_letters(cli, first, count):
    return [cli.write(f'{n}.txt', article(f'Letter {n}', f'{1 + n % 28} June {2000 + n % 20}')
                      .replace('winter', f'winter number {n}')) for n in range(first, first + count)]


def listed(cli, **options):
    rows = json.loads(cli.run('articles', '--format', 'json', **options).expect(0).out)
    return {row['title']: row for row in rows}, len(rows)


def start(cli, *arguments):
    command = [cli.program, '--store', str(cli.store), *map(str, arguments)]
    return subprocess.Popen(command, cwd=cli.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                            env={**os.environ, 'HOME': str(cli.folder)})


@suite.test('/program/import-killed-is-whole-and-goes-on')
def _():
    """R-D1, R-C3: opens at once, every article whole, nothing twice after importing again."""
    with Cli(program) as cli:
        letters = write_letters(cli, 0, 300)
        for _ in rounds(10):
            victim = start(cli, 'import', *letters)
            time.sleep(chance.uniform(0, 1.5))
            victim.send_signal(signal.SIGKILL)
            victim.communicate()
            if cli.store.exists() and cli.store.stat().st_size:
                cli.run('check').expect(0)
                rows, count = listed(cli)
                assert count == len(rows) <= 300
                for row in list(rows.values())[:5]:
                    assert f'winter number {row["title"].split()[1]}.' in cli.run('show', row['id']).expect(0).out
            cli.run('import', *letters).expect(0)
            rows, count = listed(cli)
            assert count == len(rows) == 300, (count, len(rows))
            for path in cli.folder.glob('store.db*'):
                path.unlink()


@suite.test('/program/imports-and-marks-at-once-meet-no-lock')
def _():
    """R-C1: two processes import, others mark; nobody hears of a lock, nothing is lost or doubled."""
    with Cli(program) as cli:
        cli.run('import', *write_letters(cli, 0, 20)).expect(0)
        marked, _ = listed(cli)
        for turn in rounds(1):
            first = 20 + turn * 400
            ours, theirs = write_letters(cli, first, 250), write_letters(cli, first + 150, 250)
            importers = [start(cli, 'import', *ours), start(cli, 'import', *theirs)]
            for row in marked.values():
                cli.run('mark', '--read', row['id']).expect(0)
            for importer in importers:
                _, complaints = importer.communicate(timeout=120)
                assert importer.returncode == 0, complaints
        rows, count = listed(cli)
        assert count == len(rows) == 20 + len(rounds(1)) * 400, (count, len(rows))
        assert sum(row['read'] for row in rows.values()) == 20
        cli.run('check').expect(0)


def header(content, variant):
    """R-D5: what may be written over the first hundred bytes."""
    others = [bytes(100), b'\x89PNG\r\n\x1a\n', b'PK\x03\x04', b'%PDF-1.7\n', b'<!DOCTYPE html><html>', b'\xff' * 100,
              b'SQLite format 3\0' + bytes(84), b'SQLite format 2\0', b'\x1f\x8b\x08', b'\0']
    noise = others[variant] if variant < len(others) else chance.randbytes(100)
    return noise + content[len(noise):]


def overwritten(variant):
    with Cli(program) as cli:
        cli.run('import', *write_letters(cli, 0, 3)).expect(0)
        broken = header(cli.store.read_bytes(), variant)
        cli.store.write_bytes(broken)
        began = time.monotonic()
        answer = cli.run('articles').expect(3)
        assert time.monotonic() - began < 1 * (1 if 'ASAN_OPTIONS' not in os.environ else 5)
        assert len(answer.problems) == 1 and str(cli.store) in answer.problems[0], answer.err
        cli.run('import', *write_letters(cli, 3, 1)).expect(3)
        assert cli.store.read_bytes() == broken and not list(cli.folder.glob('store.db?*'))
        saved = cli.folder / 'saved.db'
        cli.run('recover', saved).expect(0)
        cli.run('restore', saved).expect(0)
        assert set(listed(cli)[0]) == {'Letter 0', 'Letter 1', 'Letter 2'}


for number in range(20):
    suite.add(f'/program/header-overwritten-is-said-and-can-be-saved/{number:02}', overwritten, number)


def surroundings(prepare, environment, words, status):
    """R-D4: one sentence, and nothing made anywhere."""
    with Cli(program) as cli:
        prepare(cli)
        before = sorted(cli.folder.rglob('*'))
        answer = cli.run(*words, store=environment is None, environment=environment).expect(status)
        assert len(answer.problems) == (1 if status else 0), answer.err
        assert sorted(cli.folder.rglob('*')) == before


def nothing(cli):
    pass


def fifo(cli):
    os.mkfifo(cli.store)


def loop(cli):
    cli.store.symlink_to(cli.store)


def link_to_nothing(cli):
    cli.store.symlink_to(cli.folder / 'elsewhere')


def no_folder(cli):
    cli.store = cli.folder / 'no' / 'folder' / 'store.db'


# Where nobody, root included, can make a folder.
HOMELESS = {'HOME': '/proc/home', 'XDG_DATA_HOME': '/proc/home/data', 'XDG_CONFIG_HOME': '/proc/home/config'}
suite.add('/program/surroundings/no-home-is-an-empty-store', surroundings, nothing, HOMELESS, ['articles'], 0)
suite.add('/program/surroundings/no-home-takes-no-import', surroundings, lambda cli: cli.write('a.txt', article()),
          HOMELESS, ['import', 'a.txt'], 3)
suite.add('/program/surroundings/fifo', surroundings, fifo, None, ['articles'], 3)
suite.add('/program/surroundings/link-loop', surroundings, loop, None, ['articles'], 3)
suite.add('/program/surroundings/link-to-nothing', surroundings, link_to_nothing, None, ['articles'], 3)
suite.add('/program/surroundings/missing-folder', surroundings, no_folder, None, ['articles'], 3)


@suite.test('/program/full-disk-is-said-and-over-when-there-is-room')
def _():
    """R-D3, from outside: the store is named, what was there is there, and it works again without more ado."""
    disk = os.environ.get('CITYNET_SMALL_DISK')
    if not disk:
        raise tap.Skip('CITYNET_SMALL_DISK is not set')
    with Cli(program) as cli:
        cli.store = pathlib.Path(disk) / 'program.db'
        ballast = pathlib.Path(disk) / 'ballast'
        letters = write_letters(cli, 0, 400)
        try:
            cli.run('import', *letters[:20]).expect(0)
            with open(ballast, 'wb', buffering=0) as file:
                try:
                    while True:
                        file.write(bytes(4096))
                except OSError:
                    file.truncate(max(0, file.tell() - 64 * 1024))
            answer = cli.run('import', *letters)
            assert answer.status in (1, 3) and answer.problems and 'space' in answer.err, (answer.status, answer.err)
            ballast.unlink()
            kept = listed(cli)[0]
            assert {f'Letter {n}' for n in range(20)} <= set(kept)
            cli.run('import', *letters).expect(0)
            assert len(listed(cli)[0]) == 400
            cli.run('check').expect(0)
        finally:
            for path in pathlib.Path(disk).iterdir():
                path.unlink()


@suite.test('/program/restore-elsewhere-gives-the-same-ids-and-marks')
def _():
    """R-D11: as on another machine."""
    with Cli(program) as cli, Cli(program) as other:
        cli.run('import', *write_letters(cli, 0, 30)).expect(0)
        numbers = [row['id'] for row in listed(cli)[0].values()]
        cli.run('mark', '--read', *numbers[:10]).expect(0)
        cli.run('mark', '--starred', *numbers[5:15]).expect(0)
        cli.run('backup', other.folder / 'copy.db').expect(0)
        other.run('restore', other.folder / 'copy.db').expect(0)
        for one in ('json', 'csv', 'table'):
            assert (cli.run('articles', '--format', one).expect(0).out ==
                    other.run('articles', '--format', one).expect(0).out)
        assert cli.run('networks', '--format', 'json').out == other.run('networks', '--format', 'json').out


@suite.test('/program/another-time-zone-changes-no-date-and-no-mark')
def _():
    """R-D14, the part that needs no clock of its own."""
    with Cli(program) as cli:
        zones = ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Istanbul', 'UTC', 'America/St_Johns']
        for number, zone in enumerate(zones):
            cli.run('import', *write_letters(cli, number, 1), environment={'TZ': zone}).expect(0)
        cli.run('mark', '--read', listed(cli)[0]['Letter 2']['id'], environment={'TZ': zones[0]}).expect(0)
        answers = {cli.run('articles', '--format', 'json', environment={'TZ': zone}).expect(0).out for zone in zones}
        assert len(answers) == 1
        rows = json.loads(answers.pop())
        assert [row['published'] for row in rows] == [f'{2000 + n}-06-{1 + n:02}' for n in (4, 3, 2, 1, 0)]
        for zone in zones:
            cli.run('import', *write_letters(cli, 0, len(zones)), environment={'TZ': zone}).expect(0)
        assert listed(cli)[1] == len(zones) and listed(cli)[0]['Letter 2']['read']


print(f'seed {SEED}', file=sys.stderr)
sys.exit(suite.run())
