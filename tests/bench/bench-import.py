#!/usr/bin/env python3
# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""bench-import.py CITYNET-CLI: an import from end to end, as a user does it: files in, articles in the store.

The floor beside it reads the same files and puts their bytes into one table of plain SQLite, in the same batches with
the same durability; it understands nothing of them. Processor time is that of the whole program, its start included.

CITYNET_BENCH_IMPORTS="1000 10000" says how many files, CITYNET_BENCH_FOLDER where they are made."""

import os
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time

BATCH = 64
WORDS = (
    'the of and a city cities network mayor council members climate water housing energy people together project '
    'meeting region local public health transport summit report agreed joined share open smart green urban young '
    'Hamburg Izmir Lyon Porto Ghent Eurocities platform programme working group office shared practice citizens'
).split()
MONTHS = 'January February March April May June July August September October November December'.split()

PAGE = '''<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} - City News</title>
<meta property="og:title" content="{title}"><meta property="article:published_time" content="{iso}T08:30:00Z">
</head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>{title}</h1>{body}</article>
<footer>All rights reserved</footer></body></html>
'''


def make_file(folder, number):
    """Half of them pages and half of them texts, of 200 to 800 words."""
    draw = random.Random(number)
    title = ' '.join(draw.choices(WORDS, k=7)).capitalize() + f' {number}'
    year, month, day = draw.randint(2010, 2025), draw.randint(1, 12), draw.randint(1, 28)
    paragraphs = [' '.join(draw.choices(WORDS, k=draw.randint(40, 100))).capitalize() + '.'
                  for _ in range(draw.randint(5, 8))]
    if number % 2:
        name, text = f'{number}.txt', '\n\n'.join([title, f'{day} {MONTHS[month - 1]} {year}'] + paragraphs)
    else:
        body = ''.join(f'<p>{paragraph}</p>' for paragraph in paragraphs)
        name, text = f'{number}.html', PAGE.format(title=title, iso=f'{year}-{month:02}-{day:02}', body=body)
    path = os.path.join(folder, name)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    return path


def measure_import(program, store, paths):
    """Seconds and seconds of processor time of the program and its threads."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run([program, '--quiet', '--store', store, 'import'] + paths, check=True, stdout=subprocess.DEVNULL)
    seconds, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure_floor(store, paths):
    start, cpu = time.monotonic(), time.process_time()
    database = sqlite3.connect(store, isolation_level=None)
    database.execute('PRAGMA journal_mode = WAL')
    database.execute('PRAGMA synchronous = NORMAL')
    database.execute('CREATE TABLE t (id INTEGER PRIMARY KEY, path TEXT UNIQUE, content BLOB)')
    for first in range(0, len(paths), BATCH):
        database.execute('BEGIN IMMEDIATE')
        for path in paths[first:first + BATCH]:
            with open(path, 'rb', buffering=0) as file:
                database.execute('INSERT INTO t (path, content) VALUES (?, ?)', (path, file.read()))
        database.execute('COMMIT')
    database.close()
    return time.monotonic() - start, time.process_time() - cpu


def print_row(n, what, unit, ours, floor, ratio):
    print(f'{n:>10}  {what:<34} {unit:<12} {ours:>12.2f} {floor:>12.2f} {ratio:>8.2f}', flush=True)


def bench(program, folder, n):
    files = os.path.join(folder, 'files')
    os.mkdir(files)
    paths = [make_file(files, number) for number in range(n)]
    wall, cpu = measure_import(program, os.path.join(folder, 'store.db'), paths)
    floor_wall, floor_cpu = measure_floor(os.path.join(folder, 'bare.db'), paths)
    print_row(n, 'import files', 'articles/s', n / wall, n / floor_wall, wall / floor_wall)
    print_row(n, '… processor time', 's/1,000', cpu * 1000 / n, floor_cpu * 1000 / n, cpu / floor_cpu)
    wall, cpu = measure_import(program, os.path.join(folder, 'store.db'), paths)
    print_row(n, 'import them again', 'articles/s', n / wall, n / floor_wall, wall / floor_wall)


def main():
    parent = os.environ.get('CITYNET_BENCH_FOLDER')
    print(f'{"files":>10}  {"what":<34} {"unit":<12} {"CityNet":>12} {"floor":>12} {"ratio":>8}')
    for n in os.environ.get('CITYNET_BENCH_IMPORTS', '1000').split():
        with tempfile.TemporaryDirectory(prefix='citynet-bench-', dir=parent) as folder:
            bench(sys.argv[1], folder, int(n))


if __name__ == '__main__':
    main()
