# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every command, every option and every exit status. Argument: citynet-cli."""

import csv
import io
import json
import os
import pathlib
import sqlite3
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / 'support')]
import tap  # noqa: E402
from cli import Cli, article  # noqa: E402

program = sys.argv[1]
suite = tap.Suite()
COMMANDS = ['inspect', 'import', 'articles', 'show', 'mark', 'networks', 'check', 'backup', 'recover', 'restore']

# Options and arguments that no command accepts: all are wrong usage, none touches a store.
WRONG = [
    [], ['--unknown'], ['unknown'], ['inspect'], ['inspect', '--unknown', 'x'], ['inspect', '--base', 'no address', 'x'],
    ['import'], ['import', '--network', 'nobody', 'x'], ['articles', 'x'], ['articles', '--network', 'nobody'],
    ['articles', '--format', 'xml'], ['articles', '--since', 'yesterday'], ['articles', '--since', '2021-13'],
    ['articles', '--until', ''], ['articles', '--limit', '-1'], ['articles', '--limit', 'ten'],
    ['articles', '--unread', '--starred'], ['show'], ['show', 'x'], ['show', '0'], ['show', '-5'], ['show', '1', '--format', 'csv'],
    ['mark', '1'], ['mark', '--read'], ['mark', '--read', '--unread', '1'], ['mark', '--starred', '--unstarred', '1'],
    ['mark', '--read', '1x'], ['networks', 'x'], ['networks', '--format', 'html'], ['check', 'x'], ['backup'],
    ['backup', 'a', 'b'], ['--store', '', 'articles'], ['restore'], ['restore', 'a', 'b'], ['recover'], ['recover', 'a', 'b'],
]


def usage(words):
    with Cli(program) as cli:
        answer = cli.run(*words).expect(2)
        assert answer.out == '' and len(answer.problems) == 1 and '--help' in answer.err, answer.err
        assert not cli.store.exists()


for wrong in WRONG:
    suite.add('/cli/usage/' + ('-'.join(wrong) or 'nothing') + '-is-wrong', usage, wrong)


def help_of(words):
    with Cli(program) as cli:
        answer = cli.run(*words, '--help').expect(0)
        assert 'citynet-cli' in answer.out and answer.err == ''


for name in COMMANDS:
    suite.add(f'/cli/help/{name}-has-help', help_of, [name])


@suite.test('/cli/help/program-lists-every-command')
def _():
    with Cli(program) as cli:
        out = cli.run('--help', store=False).expect(0).out
        for command in COMMANDS:
            assert f'\n  {command} ' in out, command


@suite.test('/cli/help/version-is-printed')
def _():
    with Cli(program) as cli:
        assert cli.run('--version', store=False).expect(0).out.startswith('citynet-cli ')


def fill(cli):
    """Four articles: two dated, one of a month, one undated; of two networks."""
    files = [
        cli.write('june.txt', article('June', '4 June 2021', 'Eurocities')),
        cli.write('may.txt', article('May', '31 May 2021', 'ICLEI')),
        cli.write('year.txt', article('Month', 'March 2019', 'ICLEI')),
        cli.write('undated.txt', article('Undated', 'Some words of nobody in particular', 'Eurocities')),
    ]
    cli.run('import', *files).expect(0)
    return cli


def titles(cli, *options):
    return [row['title'] for row in json.loads(cli.run('articles', '--format', 'json', *options).expect(0).out)]


def ids(cli):
    return {row['title']: str(row['id']) for row in json.loads(cli.run('articles', '--format', 'json').expect(0).out)}


@suite.test('/cli/articles/newest-first-undated-last')
def _():
    with Cli(program) as cli:
        assert titles(fill(cli)) == ['June', 'May', 'Month', 'Undated']


FILTERS = [
    (['--network', 'eurocities'], ['June', 'Undated']),
    (['--network', 'Eurocities'], ['June', 'Undated']),
    (['--network', 'iclei'], ['May', 'Month']),
    (['--network', 'iclei', '--network', 'eurocities'], ['June', 'May', 'Month', 'Undated']),
    (['--network', 'oasc'], []),
    (['--since', '2021-06-01'], ['June']),
    (['--since', '2021-05-31'], ['June', 'May']),
    (['--until', '2021-05-31'], ['May', 'Month']),
    (['--until', '2021-05'], ['May', 'Month']),
    (['--since', '2021', '--until', '2021'], ['June', 'May']),
    (['--since', '2021-06', '--network', 'iclei'], []),
    (['--limit', '2'], ['June', 'May']),
    (['--limit', '0'], ['June', 'May', 'Month', 'Undated']),
    (['--unread'], ['June', 'May', 'Month', 'Undated']),
    (['--starred'], []),
]


def filtered(options, expected):
    with Cli(program) as cli:
        assert titles(fill(cli), *options) == expected, titles(cli, *options)


for chosen, wanted in FILTERS:
    suite.add('/cli/articles/filter' + ''.join(' ' + word for word in chosen), filtered, chosen, wanted)


@suite.test('/cli/import/a-network-that-is-named-is-added-to-what-is-there')
def _():
    with Cli(program) as cli:
        file = cli.write('june.txt', article('June', '4 June 2021', 'Eurocities'))
        cli.run('import', file).expect(0)
        assert '0 articles added, 1 already there' in cli.run('import', '--network', 'oasc', file).expect(0).out
        row, = json.loads(cli.run('articles', '--format', 'json').expect(0).out)
        assert row['network'] == 'oasc' and sorted(row['networks']) == ['eurocities', 'oasc'], row
        cli.run('import', file).expect(0)
        assert json.loads(cli.run('articles', '--format', 'json').expect(0).out) == [row]


@suite.test('/cli/articles/table-says-undated')
def _():
    with Cli(program) as cli:
        lines = fill(cli).run('articles').expect(0).out.splitlines()
        assert len(lines) == 5 and '2021-06-04' in lines[1] and '2019-03' in lines[3] and 'undated' in lines[4], lines
        assert '2019-03-' not in lines[3]


@suite.test('/cli/articles/json-has-null-for-what-is-unknown')
def _():
    with Cli(program) as cli:
        rows = json.loads(fill(cli).run('articles', '--format', 'json').expect(0).out)
        assert rows[0]['published'] == '2021-06-04' and rows[0]['published_precision'] == 'day'
        assert rows[2]['published'] == '2019-03' and rows[2]['published_precision'] == 'month'
        assert rows[3]['published'] is None and rows[3]['published_precision'] is None
        assert rows[0]['network'] is None and rows[0]['networks'] == ['eurocities'] and rows[0]['read'] is False


@suite.test('/cli/articles/csv-is-quoted-where-it-must-be')
def _():
    with Cli(program) as cli:
        cli.run('import', cli.write('a.txt', article('One, “two” and "three"'))).expect(0)
        rows = list(csv.DictReader(io.StringIO(cli.run('articles', '--format', 'csv').expect(0).out, newline='')))
        assert rows[0]['title'] == 'One, “two” and "three"' and rows[0]['networks'] == 'eurocities'


@suite.test('/cli/articles/empty-store-is-an-empty-list')
def _():
    with Cli(program) as cli:
        assert cli.run('articles', store=False).expect(0).out == ''
        assert json.loads(cli.run('articles', '--format', 'json', store=False).expect(0).out) == []
        assert cli.run('articles', '--format', 'csv', store=False).expect(0).out.startswith('id,read,starred,')


@suite.test('/cli/articles/a-list-of-several-portions-is-whole')
def _():
    with Cli(program) as cli:
        files = [cli.write(f'{n}.txt', article(f'Letter {n}').replace('winter', f'winter {n}')) for n in range(600)]
        cli.run('import', *files).expect(0)
        assert len({row['title'] for row in json.loads(cli.run('articles', '--format', 'json').expect(0).out)}) == 600
        rows = list(csv.DictReader(io.StringIO(cli.run('articles', '--format', 'csv').expect(0).out, newline='')))
        assert len(rows) == len({row['title'] for row in rows}) == 600
        assert len(cli.run('articles').expect(0).out.splitlines()) == 601


@suite.test('/cli/articles/terminal-gets-no-control-characters')
def _():
    with Cli(program) as cli:
        cli.run('import', cli.write('a.txt', article('Red \x1b[31m and \u202e turned'))).expect(0)
        out = cli.run('articles').expect(0).out + cli.run('show', '1').expect(0).out
        assert '\x1b' not in out and '\u202e' not in out


@suite.test('/cli/articles/c-locale-prints-utf-8')
def _():
    with Cli(program) as cli:
        cli.run('import', cli.write('a.txt', article('İzmir’de kış'))).expect(0)
        assert 'İzmir’de kış' in cli.run('articles', environment={'LC_ALL': 'C'}).expect(0).out


@suite.test('/cli/show/text-is-what-a-person-reads')
def _():
    with Cli(program) as cli:
        cli.run('import', cli.write('a.txt', article() + '\nLeave a Reply\n\nYour email address will not be published.\n')).expect(0)
        out = cli.run('show', '1').expect(0).out
        assert out.startswith('A letter\n') and 'Date: 2021-06-04' in out and 'three pages' in out
        assert 'email address' not in out


@suite.test('/cli/show/json-has-the-whole-text')
def _():
    with Cli(program) as cli:
        fill(cli)
        shown = json.loads(cli.run('show', ids(cli)['May'], '--format', 'json').expect(0).out)
        assert shown['title'] == 'May' and shown['networks'] == ['iclei'] and 'three pages' in shown['content_text']
        assert shown['sources'] == [str(cli.folder / 'may.txt')] and shown['version'] == 1


@suite.test('/cli/show/html-is-a-page')
def _():
    with Cli(program) as cli:
        cli.run('import', cli.write('a.txt', article('Tea & <script>'))).expect(0)
        out = cli.run('show', '1', '--format', 'html').expect(0).out
        assert out.startswith('<!DOCTYPE html>') and '<title>Tea &amp; &lt;script&gt;</title>' in out and '<script' not in out


@suite.test('/cli/show/unknown-article-is-an-input-that-cannot-be-used')
def _():
    with Cli(program) as cli:
        fill(cli)
        answer = cli.run('show', '99', ids(cli)['June']).expect(1)
        assert len(answer.problems) == 1 and answer.problems[0].startswith('citynet-cli: 99: ') and 'June' in answer.out


@suite.test('/cli/mark/marks-and-takes-marks-away')
def _():
    with Cli(program) as cli:
        fill(cli)
        number = ids(cli)
        cli.run('mark', '--read', number['June'], number['May']).expect(0)
        cli.run('mark', '--starred', number['May']).expect(0)
        assert titles(cli, '--unread') == ['Month', 'Undated'] and titles(cli, '--starred') == ['May']
        cli.run('mark', '--unread', '--unstarred', number['May']).expect(0)
        assert titles(cli, '--unread') == ['May', 'Month', 'Undated'] and titles(cli, '--starred') == []


@suite.test('/cli/mark/unknown-article-marks-nothing')
def _():
    with Cli(program) as cli:
        fill(cli)
        answer = cli.run('mark', '--read', ids(cli)['June'], '99').expect(1)
        assert len(answer.problems) == 1
        assert titles(cli, '--unread') == ['June', 'May', 'Month', 'Undated']


@suite.test('/cli/networks/have-counts-and-parents')
def _():
    with Cli(program) as cli:
        rows = {row['id']: row for row in json.loads(fill(cli).run('networks', '--format', 'json').expect(0).out)}
        assert len(rows) == 43 and rows['eurocities']['articles'] == 2 and rows['iclei']['unread'] == 2
        assert rows['solidarity-cities']['parent'] == 'eurocities' and rows['oasc']['articles'] == 0


@suite.test('/cli/networks/csv-and-table')
def _():
    with Cli(program) as cli:
        rows = list(csv.DictReader(io.StringIO(fill(cli).run('networks', '--format', 'csv').expect(0).out, newline='')))
        assert len(rows) == 43 and rows[0]['id'] == 'eurocities' and rows[0]['articles'] == '2'
        assert len(cli.run('networks').expect(0).out.splitlines()) == 44


@suite.test('/cli/check/sound-store-is-sound')
def _():
    with Cli(program) as cli:
        assert fill(cli).run('check').expect(0).out != ''
        assert cli.run('--quiet', 'check').expect(0).out == ''


@suite.test('/cli/backup/is-a-store-and-restore-puts-it-back')
def _():
    with Cli(program) as cli:
        copy = cli.folder / 'copy.db'
        fill(cli).run('backup', copy).expect(0)
        with sqlite3.connect(copy) as database:
            assert database.execute('PRAGMA integrity_check').fetchone() == ('ok',)
        cli.run('mark', '--read', ids(cli)['June']).expect(0)
        cli.run('import', cli.write('new.txt', article('New', '1 July 2022'))).expect(0)
        answer = cli.run('restore', copy).expect(0)
        assert titles(cli, '--unread') == ['June', 'May', 'Month', 'Undated'], answer.out
        kept = answer.out.strip().rsplit(' ', 1)[-1]
        assert os.path.exists(kept), answer.out


@suite.test('/cli/backup/into-a-folder-that-does-not-exist-is-one-sentence')
def _():
    with Cli(program) as cli:
        answer = fill(cli).run('backup', cli.folder / 'no' / 'copy.db').expect(1)
        assert answer.problems == [f'citynet-cli: {cli.folder}/no/copy.db: there is no such file or folder']


@suite.test('/cli/backup/onto-the-store-itself-is-refused')
def _():
    with Cli(program) as cli:
        answer = fill(cli).run('backup', cli.store).expect(1)
        assert answer.problems == [f'citynet-cli: {cli.store}: it is the library itself']
        assert titles(cli) == ['June', 'May', 'Month', 'Undated']


@suite.test('/cli/backup/onto-something-else-leaves-it')
def _():
    with Cli(program) as cli:
        thesis = cli.write('thesis.odt', 'Two years of work.')
        fill(cli).run('backup', thesis).expect(1)
        assert thesis.read_text() == 'Two years of work.'


@suite.test('/cli/restore/of-something-else-leaves-the-store')
def _():
    with Cli(program) as cli:
        fill(cli)
        for content in (b'', b'no database at all', b'SQLite format 3\0' + bytes(200)):
            answer = cli.run('restore', cli.write('other.db', content)).expect(1)
            assert len(answer.problems) == 1
        answer = cli.run('restore', cli.folder / 'missing.db').expect(1)
        assert answer.problems == [f'citynet-cli: {cli.folder}/missing.db: there is no such file or folder']
        assert titles(cli) == ['June', 'May', 'Month', 'Undated']


# Stores that cannot be used: name, how it comes about, whether it may be read all the same.
def damaged(cli):
    fill(cli)
    with open(cli.store, 'r+b') as file:
        file.seek(0)
        file.write(b'\xa5' * 100)


def foreign_text(cli):
    cli.write('store.db', 'This is a letter and no database.\n' * 50)


def foreign_database(cli):
    with sqlite3.connect(cli.store) as database:
        database.execute('CREATE TABLE mine (a)')


def newer(cli):
    fill(cli)
    with sqlite3.connect(cli.store) as database:
        database.execute('PRAGMA user_version = 100000')
    database.close()


def is_a_folder(cli):
    cli.store.mkdir()


def in_no_folder(cli):
    cli.store = cli.folder / 'no' / 'such' / 'store.db'


def unusable(make, words):
    with Cli(program) as cli:
        make(cli)
        before = cli.store.read_bytes() if cli.store.is_file() else None
        answer = cli.run(*words).expect(3)
        assert len(answer.problems) == 1 and str(cli.store) in answer.problems[0], answer.err
        if before is not None:
            assert cli.store.read_bytes() == before, 'the file was changed'


for make_store in (damaged, foreign_text, foreign_database, newer, is_a_folder):
    for command in (['articles'], ['import', '/dev/null'], ['show', '1'], ['check'], ['networks'], ['backup', 'copy.db']):
        suite.add(f'/cli/store/{make_store.__name__.replace("_", "-")}-is-told-by-{command[0]}', unusable, make_store, command)
suite.add('/cli/store/missing-one-is-not-made-by-reading', unusable, in_no_folder, ['articles'])


def overwritten(cli):
    """The header is noise, and what follows is whole."""
    fill(cli)
    content = bytearray(cli.store.read_bytes())
    content[:100] = b'\xa5' * 100
    cli.store.write_bytes(content)


@suite.test('/cli/recover/saves-what-is-readable-and-leaves-the-rest')
def _():
    with Cli(program) as cli:
        overwritten(cli)
        before, saved = cli.store.read_bytes(), cli.folder / 'saved.db'
        answer = cli.run('recover', saved).expect(0)
        assert '4 articles' in answer.out and cli.store.read_bytes() == before, answer.out
        cli.store = saved
        assert titles(cli) == ['June', 'May', 'Month', 'Undated']
        cli.run('check').expect(0)


@suite.test('/cli/recover/of-what-is-no-store-is-one-sentence')
def _():
    with Cli(program) as cli:
        foreign_text(cli)
        answer = cli.run('recover', cli.folder / 'saved.db').expect(3)
        assert len(answer.problems) == 1 and not (cli.folder / 'saved.db').exists(), answer.err


@suite.test('/cli/recover/of-a-missing-store-is-one-sentence')
def _():
    with Cli(program) as cli:
        answer = cli.run('recover', cli.folder / 'saved.db').expect(3)
        assert len(answer.problems) == 1 and str(cli.store) in answer.problems[0] and not cli.store.exists()


def restored_over(make):
    """What is of no use is kept, and the copy takes its place."""
    with Cli(program) as cli:
        copy = cli.folder / 'copy.db'
        fill(cli).run('backup', copy).expect(0)
        cli.store.unlink()
        make(cli)
        if make is not newer:
            assert cli.run('articles').status == 3
        before = cli.store.read_bytes()
        answer = cli.run('restore', copy).expect(0)
        kept = pathlib.Path(answer.out.strip().rsplit(' ', 1)[-1])
        assert kept.read_bytes() == before and titles(cli) == ['June', 'May', 'Month', 'Undated'], answer.out
        assert sorted(path.name for path in cli.folder.iterdir() if path.suffix == '.tmp' or 'restored' in path.name) == []


for broken_store in (damaged, foreign_text, foreign_database, newer):
    suite.add(f'/cli/restore/over-a-store-that-is-{broken_store.__name__.replace("_", "-")}', restored_over, broken_store)


@suite.test('/cli/restore/a-folder-is-not-moved')
def _():
    with Cli(program) as cli:
        copy = cli.folder / 'copy.db'
        fill(cli).run('backup', copy).expect(0)
        cli.store = cli.folder / 'photos'
        cli.store.mkdir()
        answer = cli.run('restore', copy)
        assert answer.status in (1, 3) and len(answer.problems) == 1 and cli.store.is_dir(), answer.err
        assert len(list(cli.folder.glob('photos*'))) == 1


@suite.test('/cli/restore/a-copy-that-is-damaged-moves-nothing')
def _():
    with Cli(program) as cli:
        copy = cli.folder / 'copy.db'
        fill(cli).run('backup', copy).expect(0)
        content = bytearray(copy.read_bytes())
        content[len(content) // 2:] = os.urandom(len(content) - len(content) // 2)
        copy.write_bytes(content)
        damaged(cli)
        before = sorted((path.name, path.read_bytes()) for path in cli.folder.iterdir() if path.is_file())
        answer = cli.run('restore', copy)
        assert answer.status in (1, 3) and len(answer.problems) == 1, answer.err
        assert sorted((path.name, path.read_bytes()) for path in cli.folder.iterdir() if path.is_file()) == before


@suite.test('/cli/store/locked-one-is-told')
def _():
    with Cli(program) as cli:
        fill(cli)
        database = sqlite3.connect(cli.store, isolation_level=None)
        database.execute('PRAGMA locking_mode = EXCLUSIVE')
        database.execute('BEGIN EXCLUSIVE')
        database.execute('PRAGMA user_version').fetchone()
        answer = cli.run('import', cli.write('new.txt', article('New')))
        database.execute('ROLLBACK')
        database.close()
        answer.expect(3)
        assert len(answer.problems) == 1, answer.err


@suite.test('/cli/store/read-only-one-can-be-read')
def _():
    with Cli(program) as cli:
        fill(cli)
        os.chmod(cli.store, 0o444)
        os.chmod(cli.folder, 0o555)
        try:
            if os.access(cli.store, os.W_OK):
                raise tap.Skip('this user may write everything')
            assert titles(cli) == ['June', 'May', 'Month', 'Undated']
            answer = cli.run('mark', '--read', '1').expect(3)
            assert len(answer.problems) == 1
        finally:
            os.chmod(cli.folder, 0o755)


@suite.test('/cli/inspect/standard-input-is-a-dash')
def _():
    with Cli(program) as cli:
        lines = cli.run('inspect', '-', stdin=article().encode(), store=False).expect(0).json_lines()
        assert lines[0]['file'] == '-' and lines[0]['title'] == 'A letter' and lines[0]['published'] == '2021-06-04'


@suite.test('/cli/inspect/empty-standard-input-is-a-problem')
def _():
    with Cli(program) as cli:
        answer = cli.run('inspect', '-', store=False).expect(1)
        assert answer.json_lines()[0]['type'] == 'problem' and answer.problems[0].startswith('citynet-cli: -: ')


@suite.test('/cli/inspect/base-resolves-addresses')
def _():
    with Cli(program) as cli:
        page = cli.write('a.html', '<html><head><title>A page</title></head><body><h1>A page</h1>'
                                   '<p>The <a href="../letter">letter</a> is long enough to be read.</p></body></html>')
        line = cli.run('inspect', '--base', 'https://eurocities.eu/latest/page', page, store=False).expect(0).json_lines()[0]
        assert 'https://eurocities.eu/letter' in line['content_html'] and line['network'] == 'eurocities', line


@suite.test('/cli/inspect/content-type-decides-the-encoding')
def _():
    with Cli(program) as cli:
        file = cli.write('a.txt', article('Şehir').encode('iso-8859-9'))
        line = cli.run('inspect', '--content-type', 'text/plain; charset=ISO-8859-9', file, store=False).expect(0).json_lines()[0]
        assert line['title'] == 'Şehir', line


@suite.test('/cli/inspect/spans-are-bytes-of-the-text')
def _():
    with Cli(program) as cli:
        file = cli.write('a.txt', article('Çay') + '\nLeave a Reply\n\nYour email address will not be published.\n')
        lines = cli.run('inspect', file, store=False).expect(0).json_lines()
        text = lines[0]['content_text'].encode('utf-8')
        furniture = [text[line['start']:line['end']].decode('utf-8') for line in lines if line['type'] == 'furniture']
        assert any('email address' in words for words in furniture)
        assert all(line['reason'] for line in lines[1:] if line['type'] != 'mention'), lines


@suite.test('/cli/inspect/places-with-their-offsets-and-grounds')
def _():
    with Cli(program) as cli:
        file = cli.write('a.txt', 'A meeting\n\n4 June 2021\n\nThe Mayor of Copenhagen wrote a letter from İzmir, Turkey, and the Paris '
                                  'Agreement was in it.\n')
        lines = cli.run('inspect', file, store=False).expect(0).json_lines()
        text = lines[0]['content_text'].encode('utf-8')
        found = {line['surface']: line for line in lines if line['type'] == 'mention'}
        refused = {line['surface']: line['reason'] for line in lines if line['type'] == 'rejected'}
        assert [(name, line['place'], line['name'], line['country'], line['kind']) for name, line in found.items()] == \
            [('Copenhagen', 'geonames:2618425', 'Copenhagen', 'DK', 'city'), ('İzmir', 'geonames:311046', 'Izmir', 'TR', 'city')], found
        assert refused['Paris'] == 'agreement' and refused['Turkey'] == 'country', refused
        for line in found.values():
            assert text[line['start']:line['end']].decode('utf-8') == line['surface'] and 0.5 < line['confidence'] < 1, line


@suite.test('/cli/inspect/without-a-gazetteer-articles-are-read')
def _():
    with Cli(program) as cli:
        file = cli.write('a.txt', 'A meeting\n\n4 June 2021\n\nThe Mayor of Malmö wrote a letter.\n')
        answer = cli.run('inspect', file, store=False, environment={'CITYNET_GAZETTEER': str(cli.folder / 'none')}).expect(0)
        assert [line['type'] for line in answer.json_lines()] == ['article'] and 'none' in answer.problems[0], answer.err


@suite.test('/cli/inspect/lost-output-is-told')
def _():
    with Cli(program) as cli:
        if not os.path.exists('/dev/full'):
            raise tap.Skip('there is no /dev/full')
        import subprocess
        with open('/dev/full', 'wb') as full:
            process = subprocess.run([cli.program, 'inspect', str(cli.write('a.txt', article()))], stdout=full,
                                     stderr=subprocess.PIPE, timeout=60)
        assert process.returncode == 1 and process.stderr.startswith(b'citynet-cli: '), process.stderr


sys.exit(suite.run())
