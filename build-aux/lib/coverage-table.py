#!/usr/bin/env python3
# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what the tests execute of each room.

    coverage-table.py SUMMARY.json

The summary is gcovr's. On standard output: a line for each room and their total, with the floor of its branches beside
it where it has one, the files that are executed least, and last whether every room is at its floor.
"""
import collections
import json
import sys

# In percent of the branches, for the rooms that work without a window or a network.
EXPECTED = {'read': 90, 'find': 90, 'store': 90, 'model': 90}
KINDS = ('line', 'function', 'branch')
N_FILES = 10


def share(counts, kind):
    """In percent; what holds nothing to execute is executed."""
    covered, total = counts[f'{kind}_covered'], counts[f'{kind}_total']
    return 100 * covered / total if total else 100.0


def row(name, counts, floor=None):
    figures = ''.join(f'{share(counts, kind):9.1f} %' for kind in KINDS)
    last = f'{floor:6} %' if floor is not None else ''
    return f'{name:34}{counts["line_total"]:8}{figures}{last}'


def main(path):
    with open(path, encoding='utf-8') as file:
        files = {entry['filename']: entry for entry in json.load(file)['files']}
    rooms = collections.defaultdict(collections.Counter)
    for name, entry in files.items():
        counts = {f'{kind}_{what}': entry[f'{kind}_{what}'] for kind in KINDS for what in ('covered', 'total')}
        rooms[name.split('/')[1]].update(counts)
        rooms['in all'].update(counts)

    print(f'{"room":34}{"lines":>8}' + ''.join(f'{kind + ("es" if kind == "branch" else "s"):>11}' for kind in KINDS)
          + f'{"floor":>8}')
    below = [room for room, least in EXPECTED.items() if share(rooms[room], 'branch') < least]
    for room in sorted(rooms, key=lambda room: (room == 'in all', room)):
        print(row(room, rooms[room], EXPECTED.get(room)))

    print('\nleast of their branches')
    for name in sorted(files, key=lambda name: share(files[name], 'branch'))[:N_FILES]:
        print(row(name, files[name]))

    print('\n' + (f'below what is expected: {", ".join(below)}' if below else 'every room has what is expected of it'))


main(sys.argv[1])
