# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Test Anything Protocol for tests that are scripts: a test is a function whose name reads as a sentence."""

import sys
import traceback


class Skip(Exception):
    """Raised by a test that cannot run here; its text says why."""


class Suite:
    """Runs tests in the order in which they were added and prints a line for each as it ends."""

    def __init__(self):
        self._tests = []

    def add(self, name, function, *arguments):
        self._tests.append((name, function, arguments))

    def test(self, name):
        """The decorator form of add()."""
        def register(function):
            self.add(name, function)
            return function
        return register

    def run(self, after_failure=None):
        """Returns the exit status. after_failure is called with the name of each test that failed."""
        print('TAP version 13')
        print(f'1..{len(self._tests)}', flush=True)
        failed = 0
        for number, (name, function, arguments) in enumerate(self._tests, 1):
            try:
                function(*arguments)
                print(f'ok {number} - {name}', flush=True)
            except Skip as reason:
                print(f'ok {number} - {name} # SKIP {reason}', flush=True)
            except Exception:  # whatever a test raises is its failure, and the next one still runs
                failed += 1
                print(f'not ok {number} - {name}')
                for line in traceback.format_exc().splitlines():
                    print(f'# {line}')
                sys.stdout.flush()
                if after_failure:
                    after_failure(name)
        return 1 if failed else 0
