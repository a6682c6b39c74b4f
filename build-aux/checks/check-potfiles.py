#!/usr/bin/env python3
# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of files that translators get: whole, sorted, without dead entries. Argument: the root of the sources."""

import re
import sys

from tree import Rule, run

LIST = 'po/POTFILES.in'
# gettext's keywords in C and Blueprint, with or without GNU's space before the parenthesis.
TRANSLATABLE = re.compile(r'(?<!\w)(_|C_|N_|NC_|g_dngettext|ngettext|g_dpgettext2|gettext)\s?\(\s*"')
SOURCE = re.compile(r'^(src/.*\.(c|h|blp)|data/.*\.(desktop|gschema.xml|metainfo.xml)\.in)$')


def entries(tree):
    return [line for line in tree.get(LIST, '').splitlines() if line and not line.startswith('#')]


def without_comments(text):
    return re.sub(r'/\*.*?\*/', '', text, flags=re.DOTALL)


def missing(tree):
    listed = set(entries(tree))
    for path, text in tree.items():
        if SOURCE.match(path) and path not in listed:
            if path.startswith('data/') or TRANSLATABLE.search(without_comments(text)):
                yield f'{path}: has strings to translate and is not in {LIST}'


def dead(tree):
    for entry in entries(tree):
        if entry not in tree:
            yield f'{LIST}: {entry} does not exist'


def unsorted_list(tree):
    listed = entries(tree)
    for before, after in zip(listed, listed[1:]):
        if before >= after:
            yield f'{LIST}: {after} stands after {before}'


RULES = [
    Rule('every-file-with-strings-is-listed', missing,
         [{LIST: '', 'src/ui/a.c': 'title = _("Timeline");\n'},
          {LIST: '', 'src/ui/a.blp': 'title: C_("x", "Timeline");\n'},
          {LIST: '', 'src/ui/a.c': 'ngettext ("%d article", "%d articles", n);\n'}],
         {LIST: 'src/ui/a.c\n', 'src/ui/a.c': '_("Timeline");\n', 'src/ui/b.c': '/* _("x") */ some_("x");\n'}),
    Rule('every-listed-file-exists', dead,
         [{LIST: 'src/ui/gone.c\n'}], {LIST: '# a comment\nsrc/a.c\n', 'src/a.c': ''}),
    Rule('the-list-is-sorted', unsorted_list, [{LIST: 'b\na\n'}, {LIST: 'a\na\n'}], {LIST: 'a\nb\n'}),
]

sys.exit(run('translations', RULES))
