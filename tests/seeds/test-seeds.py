# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The five seed texts end to end. Arguments: citynet-cli, the tables of facts and of places.

CITYNET_SEEDS names the folder of the texts.
"""

import json
import os
import pathlib
import re
import subprocess
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parents[1] / name) for name in ('cli', 'support')]
import tap  # noqa: E402
from cli import Cli  # noqa: E402

program = sys.argv[1]
facts = [json.loads(line) for line in pathlib.Path(sys.argv[2]).read_text(encoding='utf-8').splitlines()]
places = [json.loads(line) for line in pathlib.Path(sys.argv[3]).read_text(encoding='utf-8').splitlines()]
folder = pathlib.Path(os.environ.get('CITYNET_SEEDS') or '/nonexistent')
names = sorted({fact['file'] for fact in facts})
suite = tap.Suite()
read = {}


def need_seeds():
    if not all((folder / name).is_file() for name in names):
        raise tap.Skip('the seed texts are not here: give their folder with the meson option "seeds"')


def inspect(name):
    need_seeds()
    if name not in read:
        with Cli(program) as cli:
            read[name] = cli.run('inspect', folder / name, store=False).expect(0).json_lines()
    return read[name][0], [line for line in read[name] if line['type'] == 'furniture']


def mentions(name):
    inspect(name)
    return [line for line in read[name] if line['type'] == 'mention']


def parts(name):
    """The fenced parts of the text, and the text without them."""
    article, furniture = inspect(name)
    text = article['content_text'].encode('utf-8')
    fenced = [text[line['start']:line['end']].decode('utf-8') for line in furniture]
    own, last = [], 0
    for line in furniture:
        own.append(text[last:line['start']].decode('utf-8'))
        last = line['end']
    return fenced, own + [text[last:].decode('utf-8')]


def equal(found, wanted):
    assert found == wanted, f'{found!r}, not {wanted!r}'


def holds(fact):
    kind, value = fact['fact'], fact['value']
    article, _ = inspect(fact['file'])
    plain = {'title': 'title', 'published': 'published', 'precision': 'published_precision', 'publisher': 'network',
             'address': 'url', 'language': 'language', 'authors': 'authors'}
    if kind in plain:
        equal(article[plain[kind]], value)
    elif kind == 'author':
        assert value in article['authors'], article['authors']
    elif kind == 'not-author':
        assert not any(value in author for author in article['authors']), article['authors']
    elif kind == 'not-published':
        assert article['published'] != value, article['published']
    elif kind == 'network':
        wanted = {other['value'] for other in facts if (other['file'], other['fact']) == (fact['file'], 'network')}
        assert value in article['networks'] and set(article['networks']) == wanted, article['networks']
    elif kind == 'not-network':
        assert value not in article['networks'], article['networks']
    elif kind == 'furniture':
        assert any(value in part for part in parts(fact['file'])[0]), parts(fact['file'])[0]
    elif kind == 'own-text':
        assert any(value in part for part in parts(fact['file'])[1]), parts(fact['file'])[1]
    elif kind == 'no-break-spaces':
        equal(article['content_text'].count('\u00a0'), value)
    else:
        raise AssertionError(f'no such fact: {kind}')


for number, row in enumerate(facts, 1):
    words = '-'.join(str(row['value']).split()[:6])
    suite.add(f'/seeds/{row["file"][:3]}/{row["fact"]}/{words}', holds, row)


def named(row):
    found = [line for line in mentions(row['file']) if line['place'] == row['place']]
    assert any(row['value'] in line['surface'] and line['country'] == row['country'] for line in found), mentions(row['file'])


for row in places:
    suite.add(f'/seeds/{row["file"][:3]}/city/{"-".join(row["value"].split())}', named, row)


@suite.test('/seeds/places/62-authorities-and-no-other')
def _():
    wanted = {(row['file'], row['place']) for row in places}
    equal({(name, line['place']) for name in names for line in mentions(name)}, wanted)
    equal(len({place for _, place in wanted}), 62)


@suite.test('/seeds/places/mentioned-once-in-passing')
def _():
    for surface in ('Brussels', 'Mersin'):
        equal(sum(line['surface'] == surface for name in names for line in mentions(name)), 1)


def body(words):
    for name in names:
        text = inspect(name)[0]['content_text'].encode('utf-8')
        at = text.find(words.encode('utf-8'))
        while at >= 0:
            end = at + len(words.encode('utf-8'))
            inside = [line for line in mentions(name) if line['start'] < end and at < line['end']]
            assert not inside, inside
            at = text.find(words.encode('utf-8'), end)


for words in ('Istanbul Atatürk Airport', 'NewCastle University', 'Ankara University', 'Izmir Institute of Technology',
              'City Mayors Foundation'):
    suite.add(f'/seeds/places/no-city-in-{"-".join(words.split())}', body, words)


def import_seeds(cli):
    need_seeds()
    cli.run('import', *[folder / name for name in names]).expect(0)
    return cli


def listed(cli, *options):
    rows = json.loads(cli.run('articles', '--format', 'json', *options).expect(0).out)
    title = {fact['value']: fact['file'][:3] for fact in facts if fact['fact'] == 'title'}
    return [(title[row['title']], row['published']) for row in rows]


@suite.test('/seeds/store/five-articles-of-which-four-are-dated')
def _():
    with Cli(program) as cli:
        rows = listed(import_seeds(cli))
        assert len(rows) == 5 and sum(day is not None for _, day in rows) == 4, rows


@suite.test('/seeds/store/newest-first-the-undated-one-last')
def _():
    with Cli(program) as cli:
        equal(listed(import_seeds(cli)), [('003', '2021-12-19'), ('000', '2021-06-04'), ('004', '2017-02-02'),
                                          ('002', '2016-06-29'), ('001', None)])
        assert 'undated' in cli.run('articles').expect(0).out.splitlines()[-1]


FILTERS = {'eurocities': ['000', '004'], 'oasc': ['001'], 'scn': ['003', '002'], 'observatory-living-together': ['003'],
           'solidarity-cities': ['004'], 'inclusive-cities-for-all': ['000'], 'living-in-eu': [], 'cities-of-migration': []}


def filtered(network, wanted):
    with Cli(program) as cli:
        equal([seed for seed, _ in listed(import_seeds(cli), '--network', network)], wanted)


for key, seeds in FILTERS.items():
    suite.add(f'/seeds/store/filter-{key}', filtered, key, seeds)


@suite.test('/seeds/store/a-second-import-adds-nothing')
def _():
    with Cli(program) as cli:
        import_seeds(import_seeds(cli))
        equal(len(listed(cli)), 5)


@suite.test('/seeds/store/texts-are-stored-byte-for-byte')
def _():
    with Cli(program) as cli:
        import_seeds(cli)
        for row in json.loads(cli.run('articles', '--format', 'json').expect(0).out):
            shown = json.loads(cli.run('show', row['id'], '--format', 'json').expect(0).out)
            name = pathlib.Path(shown['sources'][0]).name
            equal(shown['content_text'], inspect(name)[0]['content_text'])
            equal(shown['content_html'], inspect(name)[0]['content_html'])


@suite.test('/seeds/locale/no-locale-changes-what-is-found')
def _():
    need_seeds()
    with Cli(program) as cli:
        files = [folder / name for name in names]
        plain = cli.run('inspect', *files, store=False, environment={'LC_ALL': 'C'}).expect(0).out
        for locale in ('tr_TR.UTF-8', 'de_DE.UTF-8', 'C.UTF-8'):
            equal(cli.run('inspect', *files, store=False, environment={'LC_ALL': locale}).expect(0).out, plain)


@suite.test('/seeds/acceptance/titles-and-dates-are-all-right')
def _():
    need_seeds()
    scorer, labels = (folder.parent / 'acceptance' / name for name in ('score.py', 'seeds.jsonl'))
    if not scorer.is_file() or not labels.is_file():
        raise tap.Skip('there is no acceptance/score.py beside the seed texts')
    out = subprocess.run([sys.executable, scorer, '--labels', labels, '--texts', folder, '--', program, 'inspect'],
                         capture_output=True, text=True, timeout=120, check=True).stdout
    for line in ('files read without a failure', 'title exact', 'date of publication exact'):
        assert re.search(rf'^{line}.*\(5 of 5\)$', out, re.MULTILINE), out
    assert re.search(r'^city F1 +100\.0$', out, re.MULTILINE), out


sys.exit(suite.run())
