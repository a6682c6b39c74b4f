# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""citynet-cli as a test runs it: a store and a folder of its own, a limit in time, what came out of both pipes."""

import json
import os
import pathlib
import subprocess
import tempfile

LIMIT = 60  # seconds; reached only by a program that hangs


class Answer:
    def __init__(self, process):
        self.status = process.returncode
        self.out = process.stdout.decode('utf-8')
        self.err = process.stderr.decode('utf-8')
        self.problems = [line for line in self.err.splitlines() if line.startswith('citynet-cli: ')]

    def json_lines(self):
        return [json.loads(line) for line in self.out.splitlines()]

    def expect(self, status):
        assert self.status == status, f'status {self.status}, not {status}\nout: {self.out[:2000]}\nerr: {self.err[:2000]}'
        return self


class Cli:
    """A folder to work in with a store in it; use it as a context."""

    def __init__(self, program):
        self.program = os.path.abspath(program)
        self._folder = tempfile.TemporaryDirectory(prefix='citynet-cli-')
        self.folder = pathlib.Path(self._folder.name)
        self.store = self.folder / 'store.db'

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._folder.cleanup()

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode('utf-8'))
        return path

    def run(self, *arguments, stdin=b'', environment=None, store=True, **options):
        """Runs the program with --store and the arguments."""
        command = [self.program] + (['--store', str(self.store)] if store else []) + [str(a) for a in arguments]
        return Answer(subprocess.run(command, input=stdin, capture_output=True, timeout=LIMIT, cwd=self.folder,
                                     env={**os.environ, 'HOME': str(self.folder), 'XDG_DATA_HOME': str(self.folder / 'data'),
                                          **(environment or {})}, **options))


ARTICLE = '''{title}

{date}

{network} has written to its members about the winter. Nobody had asked for it, and everybody answered.

The letter of {network} goes on for three pages.
'''


def article(title='A letter', date='4 June 2021', network='Eurocities'):
    return ARTICLE.format(title=title, date=date, network=network)
