# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of the tree share: the tree as a table of path and text, and rules that prove that they can fail."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / 'tests' / 'support'))
import tap  # noqa: E402

# Folders that are not ours to check: what a build leaves, what the version control keeps, what other programs wrote.
SKIPPED = ('.git', '_build', '_flatpak_build', '.flatpak-builder', '__pycache__', 'build', 'subprojects')


def read_tree(root):
    """All text files below root: path (with slashes, relative) -> text. What is not UTF-8 is data and left out."""
    tree = {}
    for path in sorted(pathlib.Path(root).rglob('*')):
        parts = path.relative_to(root).parts
        if any(part in SKIPPED or part.startswith('_build') for part in parts):
            continue
        if path.is_symlink() or not path.is_file():
            continue
        try:
            # newline='' keeps carriage returns, which a rule looks for.
            with open(path, encoding='utf-8', newline='') as file:
                tree['/'.join(parts)] = file.read()
        except UnicodeDecodeError:
            continue
    return tree


class Rule:
    """A rule finds violations ("path:line: words") in a tree. broken is a list of trees that it must find fault with,
    sound is one that it must not."""

    def __init__(self, name, find, broken, sound):
        self.name, self.find, self.broken, self.sound = name, find, broken, sound


def run(area, rules, more=None):
    """Runs all rules on the tree of the first argument; each must also prove itself on its examples. more(root) gives
    further entries of the tree: what a check wants to know of files that are no text."""
    tree = read_tree(sys.argv[1])
    if more:
        tree.update(more(sys.argv[1]))
    suite = tap.Suite()

    def holds(rule):
        found = list(rule.find(tree))
        assert not found, '\n'.join([f'{len(found)} violations'] + found)

    def finds(rule, example):
        assert list(rule.find(example)), f'nothing found in {example}'

    def passes(rule):
        found = list(rule.find(rule.sound))
        assert not found, '\n'.join(found)

    for rule in rules:
        suite.add(f'/tree/{area}/{rule.name}', holds, rule)
        for number, example in enumerate(rule.broken, 1):
            suite.add(f'/tree/{area}/{rule.name}/finds-broken-example-{number}', finds, rule, example)
        suite.add(f'/tree/{area}/{rule.name}/passes-sound-example', passes, rule)
    return suite.run()
