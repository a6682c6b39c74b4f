# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages of many shapes: title, date, publisher and networks as labelled. Arguments: citynet-cli, the folder of articles."""

import functools
import json
import pathlib
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / 'support')]
import tap  # noqa: E402
from cli import Cli  # noqa: E402

program = sys.argv[1]
folder = pathlib.Path(sys.argv[2])
suite = tap.Suite()
labels = [json.loads(line) for line in (folder / 'labels.jsonl').read_text(encoding='utf-8').splitlines()]


@functools.cache
def inspect_file(name):
    with Cli(program) as cli:
        return cli.run('inspect', folder / name, store=False).expect(0).json_lines()


def inspect(label):
    return inspect_file(label['file'])


def member(label, name):
    article = inspect(label)[0]
    found = article[name][:len(label[name] or 'yyyy-mm-dd')] if name == 'published' and article[name] else article[name]
    assert found == label[name], f'{found!r}, not {label[name]!r}'


def networks(label):
    found = inspect(label)[0]['networks']
    assert sorted(found) == sorted(label['networks']), f'{found}, not {label["networks"]}'


def spans(label):
    lines = inspect(label)
    text = lines[0]['content_text'].encode('utf-8')
    length = len(text)
    for line in lines[1:]:
        assert line['type'] in ('furniture', 'mention', 'rejected') and 0 <= line['start'] < line['end'] <= length, line
    furniture = [line for line in lines if line['type'] == 'furniture']
    for line in lines[1:]:
        if line['type'] != 'furniture':
            assert text[line['start']:line['end']].decode('utf-8') == line['surface'], line
            assert not any(part['start'] < line['end'] and line['start'] < part['end'] for part in furniture), line
    assert not any(word in lines[0]['content_html'] for word in ('<script', '<style', 'javascript:', ' onclick')), lines[0]


for row in labels:
    suite.add(f'/cli/articles/{row["file"]}/title', member, row, 'title')
    suite.add(f'/cli/articles/{row["file"]}/date', member, row, 'published')
    suite.add(f'/cli/articles/{row["file"]}/publisher', member, row, 'network')
    suite.add(f'/cli/articles/{row["file"]}/networks', networks, row)
    suite.add(f'/cli/articles/{row["file"]}/spans-and-html', spans, row)


@suite.test('/cli/articles/every-file-is-labelled')
def _():
    files = {path.name for path in folder.iterdir() if path.suffix in ('.html', '.txt')}
    assert files == {label['file'] for label in labels}


sys.exit(suite.run())
