# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever a user names: one sentence for what cannot be used, status 1, and the rest is imported. Argument: citynet-cli."""

import os
import pathlib
import pty
import signal
import socket
import subprocess
import sys
import time

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / 'support')]
import tap  # noqa: E402
from cli import Cli, article  # noqa: E402

program = sys.argv[1]
suite = tap.Suite()
NOBODY = 65534


def missing(cli):
    return cli.folder / 'missing.txt'


def below_a_file(cli):
    return cli.write('file.txt', 'x') / 'below.txt'


def folder(cli):
    (cli.folder / 'folder').mkdir()
    return cli.folder / 'folder'


def pipe(cli):
    os.mkfifo(cli.folder / 'pipe')
    return cli.folder / 'pipe'


def named_socket(cli):
    path = cli.folder / 'socket'
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
    return path


def device(cli):
    return '/dev/zero'


def empty(cli):
    return cli.write('empty.txt', b'')


def white_space(cli):
    return cli.write('white.txt', ' \n\t\r\n\u00a0\n')


def picture(cli):
    return cli.write('picture.txt', b'\x89PNG\r\n\x1a\n\0\0\0\rIHDR' + bytes(range(256)) * 8)


def program_file(cli):
    return cli.write('program.html', b'\x7fELF\x02\x01\x01\0' + os.urandom(4096))


def gigabyte(cli):
    path = cli.write('large.txt', article())
    os.truncate(path, 1 << 30)
    return path


def broken_utf8(cli):
    return cli.write('broken.txt', b'Caf\xc3\xa9 au lait\n\n\xc3\x28 and \xff\xfe\xfd tea, \xe2\x82 and \xc3\xa4 more.\n' * 3)


def link_loop(cli):
    (cli.folder / 'a').symlink_to('b')
    (cli.folder / 'b').symlink_to('a')
    return cli.folder / 'a'


def dangling_link(cli):
    (cli.folder / 'dangling').symlink_to('nowhere')
    return cli.folder / 'dangling'


def long_name(cli):
    return cli.folder / ('n' * 300)


BAD = [missing, below_a_file, folder, pipe, named_socket, device, empty, white_space, picture, program_file, gigabyte,
       broken_utf8, link_loop, dangling_link, long_name]


def one_sentence(answer, path):
    assert len(answer.problems) == 1, answer.err
    start = f'citynet-cli: {path}: '
    assert answer.problems[0].startswith(start), answer.problems[0]
    reason = answer.problems[0][len(start):]
    assert reason and reason[0].islower() and not reason.endswith('.'), reason


def inspect_bad(make):
    with Cli(program) as cli:
        path = make(cli)
        good = cli.write('good.txt', article())
        answer = cli.run('inspect', path, good).expect(1)
        one_sentence(answer, path)
        lines = answer.json_lines()
        assert [line['type'] for line in lines if line['type'] != 'furniture'] == ['problem', 'article'], answer.out
        assert lines[0]['file'] == str(path) and answer.problems[0].endswith(lines[0]['message'])
        assert not cli.store.exists()


def import_bad(make):
    with Cli(program) as cli:
        path = make(cli)
        first, last = cli.write('first.txt', article('First')), cli.write('last.txt', article('Last', '5 June 2021'))
        answer = cli.run('import', first, path, last).expect(1)
        one_sentence(answer, path)
        out = cli.run('articles', '--format', 'csv').expect(0).out
        assert 'First' in out and 'Last' in out and len(out.splitlines()) == 3, out


for make_input in BAD:
    words = make_input.__name__.replace('_', '-')
    suite.add(f'/cli/inspect/{words}-gets-one-sentence', inspect_bad, make_input)
    suite.add(f'/cli/import/{words}-gets-one-sentence-and-the-rest-is-imported', import_bad, make_input)


def unreadable(command):
    with Cli(program) as cli:
        path = cli.write('secret.txt', article())
        good = cli.write('good.txt', article('Good'))
        path.chmod(0)
        options = {}
        if os.access(path, os.R_OK):
            options = {'user': NOBODY, 'group': NOBODY, 'extra_groups': []}
            os.chmod(cli.folder, 0o777)
        try:
            answer = cli.run(command, path, good, **options)
        except PermissionError as error:
            raise tap.Skip(f'this user may read everything, and another may not run the program: {error}') from error
        answer.expect(1)
        one_sentence(answer, path)


suite.add('/cli/inspect/a-file-without-permission-gets-one-sentence', unreadable, 'inspect')
suite.add('/cli/import/a-file-without-permission-gets-one-sentence', unreadable, 'import')


@suite.test('/cli/inspect/nothing-that-blocks-is-waited-for')
def _():
    with Cli(program) as cli:
        start = time.monotonic()
        cli.run('inspect', pipe(cli), device(cli), gigabyte(cli)).expect(1)
        assert time.monotonic() - start < 10


@suite.test('/cli/inspect/every-bad-input-at-once-leaves-the-good-one')
def _():
    with Cli(program) as cli:
        paths = [make(cli) for make in BAD]
        answer = cli.run('inspect', *paths, cli.write('good.txt', article())).expect(1)
        assert len(answer.problems) == len(BAD), answer.err
        assert [line['title'] for line in answer.json_lines() if line['type'] == 'article'] == ['A letter']


@suite.test('/cli/inspect/name-that-is-no-utf-8-is-shown-all-the-same')
def _():
    with Cli(program) as cli:
        name = os.fsdecode(bytes(cli.folder) + b'/caf\xe9.txt')
        with open(name, 'wb') as file:
            file.write(article().encode())
        answer = cli.run('inspect', name).expect(0)
        assert answer.json_lines()[0]['title'] == 'A letter'


@suite.test('/cli/import/the-same-file-twice-is-one-article')
def _():
    with Cli(program) as cli:
        path = cli.write('a.txt', article())
        cli.run('import', path, path).expect(0)
        cli.run('import', path).expect(0)
        assert len(cli.run('articles', '--format', 'csv').expect(0).out.splitlines()) == 2


@suite.test('/cli/import/the-same-text-in-two-files-is-one-article')
def _():
    with Cli(program) as cli:
        cli.run('import', cli.write('a.txt', article()), cli.write('b.txt', article().replace('\n', '\r\n'))).expect(0)
        assert len(cli.run('articles', '--format', 'csv').expect(0).out.splitlines()) == 2


@suite.test('/cli/import/standard-input-is-a-dash')
def _():
    with Cli(program) as cli:
        file = cli.write('a.txt', article('Another'))
        answer = cli.run('import', '-', file, '-', stdin=article('A piped letter').encode()).expect(0)
        assert answer.out == '2 articles added, 1 already there\n', answer.out
        assert 'A piped letter' in cli.run('articles').expect(0).out


@suite.test('/cli/import/empty-standard-input-is-a-problem')
def _():
    with Cli(program) as cli:
        answer = cli.run('import', '-').expect(1)
        assert len(answer.problems) == 1 and answer.problems[0].startswith('citynet-cli: -: '), answer.err


@suite.test('/cli/import/the-terminal-gets-no-control-characters-of-a-name')
def _():
    with Cli(program) as cli:
        name = cli.write('na\x1b]0;owned\x07me \u202e  two.txt', b'')
        for command in ('import', 'inspect'):
            answer = cli.run(command, name, f'{cli.folder}/\x1b[2J').expect(1)
            assert len(answer.problems) == 2 and '\x1b' not in answer.err and '\u202e' not in answer.err, answer.err
            assert 'me   two.txt: it is empty' in answer.problems[0], answer.err
        assert '\x1b' not in cli.run('import', '--network', '\x1b[2J', name).expect(2).err


@suite.test('/cli/import/a-store-below-a-file-is-told-with-its-reason')
def _():
    with Cli(program) as cli:
        cli.store = cli.write('letter.txt', article()) / 'store.db'
        answer = cli.run('import', cli.write('a.txt', article())).expect(3)
        assert len(answer.problems) == 1 and str(cli.store) in answer.problems[0], answer.err


@suite.test('/cli/inspect/a-title-without-end-is-none')
def _():
    with Cli(program) as cli:
        page = cli.write('a.html', f'<title>{"Energy Cities meet. " * 20000}</title><p>A letter that is long enough to be read.</p>')
        title = cli.run('inspect', page).expect(0).json_lines()[0]['title']
        assert title is None or len(title) < 1000, len(title)


@suite.test('/cli/import/network-of-the-publisher-can-be-given')
def _():
    with Cli(program) as cli:
        cli.run('import', '--network', 'Open & Agile Smart Cities', cli.write('a.txt', article())).expect(0)
        assert ',oasc,' in cli.run('articles', '--format', 'csv').expect(0).out


@suite.test('/cli/import/quiet-says-nothing-but-problems')
def _():
    with Cli(program) as cli:
        answer = cli.run('--quiet', 'import', cli.write('a.txt', article()), missing(cli)).expect(1)
        assert answer.out == '' and len(answer.err.splitlines()) == 1


def many(cli, count):
    for number in range(count):
        cli.write(f'{number:05}.txt', article(f'Letter {number}').replace('winter', f'winter of the year {number}'))
    return [cli.folder / f'{number:05}.txt' for number in range(count)]


def count_articles(cli):
    return len(cli.run('articles', '--format', 'csv').expect(0).out.splitlines()) - 1


@suite.test('/cli/import/ctrl-c-stops-between-articles-and-leaves-a-whole-store')
def _():
    with Cli(program) as cli:
        files = many(cli, 3000)
        process = subprocess.Popen([cli.program, '--store', str(cli.store), 'import', *map(str, files)],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        while not cli.store.exists() and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
        if process.returncode == 0:
            raise tap.Skip('this machine had imported everything before it could be interrupted')
        assert process.returncode == 1 and err.decode().startswith('citynet-cli: '), (process.returncode, err)
        stored = count_articles(cli)
        assert out.decode().startswith(f'{stored} '), (out, stored)
        cli.run('check').expect(0)
        cli.run('import', *files).expect(0)
        assert count_articles(cli) == len(files)


@suite.test('/cli/import/killed-it-leaves-a-whole-store')
def _():
    with Cli(program) as cli:
        files = many(cli, 1500)
        for delay in (0.05, 0.2, 0.6):
            process = subprocess.Popen([cli.program, '--store', str(cli.store), 'import', *map(str, files)],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                process.wait(delay)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if cli.store.exists():
                cli.run('check').expect(0)
        cli.run('import', *files).expect(0)
        assert count_articles(cli) == len(files)


@suite.test('/cli/import/two-at-once-lose-and-double-nothing')
def _():
    with Cli(program) as cli:
        files = many(cli, 400)
        processes = [subprocess.Popen([cli.program, '--store', str(cli.store), 'import', *map(str, part)],
                                      stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                     for part in (files[:300], files[100:])]
        for process in processes:
            _, err = process.communicate(timeout=120)
            assert process.returncode == 0, err
        assert count_articles(cli) == len(files)


def run_on_terminal(command):
    """What a program writes to a terminal that is its standard error."""
    terminal, end = pty.openpty()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=end)
    os.close(end)
    written = b''
    try:
        while chunk := os.read(terminal, 4096):
            written += chunk
    except OSError:  # the other end is closed
        pass
    os.close(terminal)
    assert process.wait(60) == 0
    return written.decode()


@suite.test('/cli/import/progress-is-shown-on-a-terminal-only')
def _():
    with Cli(program) as cli:
        files = [str(path) for path in many(cli, 200)]
        start = [cli.program, '--store', str(cli.store)]
        assert ' of 200' in run_on_terminal(start + ['import'] + files)
        assert run_on_terminal(start + ['--quiet', 'import'] + files) == ''
        assert cli.run('import', *files).expect(0).err == ''


sys.exit(suite.run())
