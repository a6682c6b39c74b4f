#!/usr/bin/env python3
# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scripts parse, and none relies on what a bare machine does not have. Argument: the root of the sources."""

import ast
import re
import subprocess
import sys

from tree import Rule, run

# What runs on the host before there is a build root: only what a Debian with apt has.
# lib/flatpak.sh says of each of its commands that it runs inside.
HOST = re.compile(r'^build-aux/(run|test|coverage|flatpak|lib/(?!flatpak)[^/]*\.sh)$|^\.ci/run$')
FOREIGN = re.compile(r'(?<![\w"/./-])(curl|wget|jq|python|perl|ruby|docker|podman|flatpak)\s')


def shell(tree):
    for path, text in tree.items():
        if path.endswith('.sh') or re.match(r'#!.*\b(ba)?sh\b', text):
            yield path, text


def unparsable_shell(tree):
    for path, text in shell(tree):
        done = subprocess.run(['bash', '-n'], input=text, text=True, capture_output=True)
        if done.returncode or done.stderr:
            yield f'{path}: {done.stderr.strip()}'


def unparsable_python(tree):
    for path, text in tree.items():
        if path.endswith('.py'):
            try:
                ast.parse(text)
            except SyntaxError as error:
                yield f'{path}:{error.lineno}: {error.msg}'


def foreign_tools(tree):
    for path, text in tree.items():
        for number, line in enumerate(text.split('\n') if HOST.match(path) else (), 1):
            match = FOREIGN.search(line.split('#')[0])
            if match:
                yield f'{path}:{number}: {match.group(1)} is not on a bare machine'


RULES = [
    Rule('shell-scripts-parse', unparsable_shell,
         [{'a.sh': 'if true; then\n'}, {'run': '#!/bin/bash\nfoo ( {\n'}], {'a.sh': 'if true; then :; fi\n'}),
    Rule('python-scripts-parse', unparsable_python, [{'a.py': 'def f(:\n'}], {'a.py': 'def f():\n    pass\n'}),
    Rule('the-commands-need-nothing-but-the-base-system', foreign_tools,
         [{'build-aux/run': '#!/bin/bash\ncurl -O x\n'}], {'build-aux/run': 'apt-get update # not curl\n'}),
]

sys.exit(run('scripts', RULES))
