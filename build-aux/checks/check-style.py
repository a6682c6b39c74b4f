#!/usr/bin/env python3
# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of files: what a reviewer should not have to say. Argument: the root of the sources."""

import re
import sys

from tree import Rule, run

C = re.compile(r'\.[ch]$')
CODE = re.compile(r'\.(c|h|py|sh|blp|css|sql)$|^build-aux/(run|test|coverage|flatpak)$|^\.ci/run$|(^|/)meson\.(build|options)$')
LICENSED = re.compile(r'\.(c|h|py|sh|blp|css|sql)$|^build-aux/(run|test|coverage|flatpak|packages)$|^\.ci/run$')
# What SQLite once said is kept as it was said.
RECORDED = re.compile(r'^tests/migration/.*\.sql$')
# The checks name what they forbid.
OWN = re.compile(r'^build-aux/checks/')

MOST_COLUMNS = 120
# Words in quotation marks are not broken up, so that they can be searched for; lines of them may be longer.
MOST_COLUMNS_WITH_WORDS = 140
WORDS = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'')
MOST_LINES = 800        # an error; files of more than 600 are listed
MANY_LINES = 600
MOST_FUNCTION = 120     # an error; functions of more than 60 are listed
MANY_FUNCTION = 60

# Rooms whose functions say what they do, who owns what they return, on which thread they run and how they fail.
DOCUMENTED = re.compile(r'^src/(util|read|find|store|fetch|model)/')
COMMENT = re.compile(r'/\*.*?\*/', re.DOTALL)
DECLARATION = re.compile(r'^\w[\w *]*?\b(cn_\w+) +\(', re.MULTILINE)
# The type on a line of its own, the name at the left edge.
DEFINITION = re.compile(r'^\w[\w ]*\**\n(cn_\w+) \(', re.MULTILINE)

README_PATH = re.compile(r'(?<![\w./-])((?:src|tests|build-aux|data|po|util|read|find|store|fetch|model|cli|ui)/'
                         r'[\w./-]*[\w/])(?!\{)\b')

UNFINISHED = re.compile(r'\b(TODO|FIXME|XXX|HACK)\b')
# Folders of somebody's machine. What a test makes lies in a folder that it asks for; it may speak of a reader's home.
MACHINE = re.compile(r'(?<![\w.])/(home/(?!reader/)\w+|root|work|Users|tmp/\w+)/')


def lines_of(tree, pattern):
    for path, text in tree.items():
        if pattern.search(path):
            for number, line in enumerate(text.split('\n'), 1):
                yield f'{path}:{number}', line


def no_licence(tree):
    for path, text in tree.items():
        head = '\n'.join(text.split('\n')[:5])
        if LICENSED.search(path) and not RECORDED.match(path) and not ('SPDX-FileCopyrightText:' in head
                                          and 'SPDX-License-Identifier: GPL-3.0-or-later' in head):
            yield f'{path}:1: the two SPDX lines are missing'


def no_pragma(tree):
    for path, text in tree.items():
        if path.endswith('.h') and not re.search(r'^#pragma once$', text, re.MULTILINE):
            yield f'{path}:1: “#pragma once” is missing'


def no_opening(tree):
    for path, text in tree.items():
        if not re.match(r'^src/.*\.c$', path):
            continue
        rest = re.sub(r'^/\* SPDX-FileCopyrightText:.*?\*/\s*', '', text, flags=re.DOTALL)
        if not rest.startswith('/*'):
            yield f'{path}:1: the file does not open with what it is responsible for'


def undocumented(tree):
    """A function that a header of a documented room declares stands in its .c behind a comment."""
    declared = {name for path, text in tree.items() if DOCUMENTED.match(path) and path.endswith('.h')
                for name in DECLARATION.findall(COMMENT.sub('', text))}
    for path, text in tree.items():
        if not (DOCUMENTED.match(path) and path.endswith('.c')):
            continue
        for match in DEFINITION.finditer(text):
            if match.group(1) in declared and not text[:match.start()].rstrip().endswith('*/'):
                yield f'{path}:{text.count(chr(10), 0, match.start(1)) + 1}: {match.group(1)} has no comment'


def wrong_spaces(tree):
    for where, line in lines_of(tree, CODE):
        if '\t' in line:
            yield f'{where}: a tab'
        if line.endswith('\r'):
            yield f'{where}: a carriage return'
        elif line != line.rstrip():
            yield f'{where}: space at the end of the line'
    for path, text in tree.items():
        if CODE.search(path) and text and not text.endswith('\n'):
            yield f'{path}: no newline at the end'
        if CODE.search(path) and text.endswith('\n\n'):
            yield f'{path}: empty lines at the end'


def long_lines(tree):
    for where, line in lines_of(tree, CODE):
        if len(line) > MOST_COLUMNS_WITH_WORDS or len(WORDS.sub('""', line)) > MOST_COLUMNS:
            yield f'{where}: {len(line)} columns'


def long_files(tree):
    for path, text in tree.items():
        lines = text.count('\n')
        if not CODE.search(path) or lines <= MANY_LINES:
            continue
        if lines > MOST_LINES:
            yield f'{path}: {lines} lines'
        else:
            print(f'# {path}: {lines} lines')


def functions(text):
    """The first line and the length of each body that stands at the left edge, as the layout of GNU has them."""
    begin = None
    for number, line in enumerate(text.split('\n'), 1):
        if line == '{':
            begin = number
        elif line == '}' and begin:
            yield begin, number - begin + 1
            begin = None


def long_functions(tree):
    for path, text in tree.items():
        for begin, length in functions(text) if path.endswith('.c') else ():
            if length > MOST_FUNCTION:
                yield f'{path}:{begin}: a function of {length} lines'
            elif length > MANY_FUNCTION:
                print(f'# {path}:{begin}: a function of {length} lines')


def unfinished(tree):
    for where, line in lines_of(tree, CODE):
        match = UNFINISHED.search(line)
        if match and not OWN.match(where):
            yield f'{where}: {match.group(1)}'


def machine_paths(tree):
    for where, line in lines_of(tree, CODE):
        match = MACHINE.search(line)
        if match and not OWN.match(where):
            yield f'{where}: {match.group(0)}'


def unreasoned(tree):
    """A suppression without a comment in the line before it."""
    for path, text in tree.items():
        before = ''
        for number, line in enumerate(text.split('\n') if path.endswith('.supp') else (), 1):
            if line and not line.startswith('#') and not before.startswith('#'):
                yield f'{path}:{number}: {line} has no reason'
            before = line


def dead_paths(tree):
    """What the README sends a newcomer to. A room may be named without “src”; NAME and NNN stand for what is to come."""
    for where, line in lines_of(tree, re.compile(r'^README\.md$')):
        for name in README_PATH.findall(line):
            # A picture is no text and not in the tree of the checks.
            if 'NAME' in name or 'NNN' in name or name.endswith('.png'):
                continue
            for stem in (name, f'src/{name}'):
                if stem in tree or any(path.startswith(stem.rstrip('/') + '/') for path in tree):
                    break
            else:
                yield f'{where}: {name} does not exist'


HEAD = '/* SPDX-FileCopyrightText: The CityNet authors\n * SPDX-License-Identifier: GPL-3.0-or-later */\n'
RULES = [
    Rule('code-has-its-licence', no_licence,
         [{'src/util/a.c': '#include "a.h"\n'}, {'build-aux/test': '#!/bin/bash\n'}],
         {'src/util/a.c': HEAD, 'data/a.svg': '', 'tests/migration/001.sql': ''}),
    Rule('headers-are-read-once', no_pragma,
         [{'src/util/a.h': HEAD + '#ifndef A_H\n#define A_H\n#endif\n'}], {'src/util/a.h': HEAD + '\n#pragma once\n'}),
    Rule('sources-say-what-they-are-responsible-for', no_opening,
         [{'src/util/a.c': HEAD + '\n#include "config.h"\n'}],
         {'src/util/a.c': HEAD + '\n/* Calendar days. */\n#include "a.h"\n'}),
    Rule('functions-of-headers-have-a-comment', undocumented,
         [{'src/find/a.h': 'int cn_a (void);\n', 'src/find/a.c': HEAD + '\n#include "a.h"\n\nint\ncn_a (void)\n{\n}\n'}],
         {'src/find/a.h': 'int cn_a (void);\n', 'src/ui/b.h': 'int cn_b (void);\n',
          'src/find/a.c': 'static int\ncn_c (void)\n{\n}\n\n/* A. */\nint\ncn_a (void)\n{\n}\n',
          'src/ui/b.c': '\nint\ncn_b (void)\n{\n}\n'}),
    Rule('the-readme-leads-to-what-exists', dead_paths,
         [{'README.md': '`src/read/cn-gone.c`\n', 'src/read/cn-reader.c': ''}, {'README.md': 'see `model/cn-gone.c`\n'}],
         {'README.md': '`read/cn-reader.c`, `src/read/`, `src/ui/cn-NAME-page.c`, [x](data/a.b)\n',
          'src/read/cn-reader.c': '', 'data/a.b': ''}),
    Rule('white-space-is-plain', wrong_spaces,
         [{'a.c': '\tint a;\n'}, {'a.c': 'int a; \n'}, {'a.c': 'int a;\r\n'}, {'a.c': 'int a;'}, {'a.c': 'int a;\n\n'}],
         {'a.c': 'int a;\n\nint b;\n', 'data/a.txt': 'a\tb'}),
    Rule('lines-fit', long_lines,
         [{'a.c': 'x' * 121 + '\n'}, {'a.c': '"' + 'x' * 139 + '"\n'}, {'a.c': 'x' * 119 + '""\n'}],
         {'a.c': 'é' * 120 + '\n', 'b.c': '  words ("' + 'x' * 118 + '");\n'}),
    Rule('files-are-short', long_files, [{'a.c': 'int a;\n' * 801}], {'a.c': 'int a;\n' * 500}),
    Rule('functions-are-short', long_functions,
         [{'a.c': 'void\nf (void)\n{\n' + '  g ();\n' * 130 + '}\n'}],
         {'a.c': 'void\nf (void)\n{\n  g ();\n}\n' * 100}),
    Rule('nothing-is-left-unfinished', unfinished,
         [{'a.c': '/* TODO: b */\n'}, {'b.py': '# FIXME\n'}], {'a.c': '/* a todo list */\n'}),
    Rule('no-path-of-a-machine', machine_paths,
         [{'a.c': 'open ("/home/me/x");\n'}, {'a.sh': 'cd /root/x\n'}, {'meson.build': "'/tmp/mine/x'\n"}],
         {'a.c': 'open ("/usr/share/x"); /* a/root/b, /tmp */\n'}),
    Rule('a-suppression-has-its-reason', unreasoned,
         [{'a.supp': 'leak:x\n'}, {'a.supp': '# why x\nleak:x\nleak:y\n'}],
         {'a.supp': '# why x\nleak:x\n\n# why y\nleak:y\n'}),
]

sys.exit(run('style', RULES))
