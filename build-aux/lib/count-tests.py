#!/usr/bin/env python3
# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the cases of a Meson test run.

    count-tests.py [--tables] TESTLOG.json

Meson counts programs; a program of ours holds many cases, each a line of TAP. This counts those, prints the ones that
failed and were skipped on standard error, and one line `N passed, N failed, N skipped` on standard output. A program
that ended badly without a failed case (a crash, a time-out, cases missing from the plan) is one failure. --tables
prints what the programs wrote (for benchmarks). Exit status 1 if anything failed or nothing ran.
"""
import collections
import json
import re
import sys

CASE = re.compile(r'^(not )?ok\b\s*\d*\s*-?\s*(.*)$')
PLAN = re.compile(r'^1\.\.(\d+)(?:\s*#\s*(skip\b.*))?', re.IGNORECASE)
DIRECTIVE = re.compile(r'#\s*(skip|todo)\b(.*)$', re.IGNORECASE)


def cases_of(output):
    """Yields (outcome, name, words) for each case of a TAP stream; nested cases are indented and part of another."""
    for line in output.splitlines():
        match = CASE.match(line)
        if match:
            name = match.group(2)
            directive = DIRECTIVE.search(name)
            if directive:
                yield 'skipped', name[:directive.start()].strip(), directive.group(2).strip()
            else:
                yield ('failed' if match.group(1) else 'passed'), name.strip(), ''
            continue
        plan = PLAN.match(line)
        if plan and plan.group(1) == '0':
            yield 'skipped', '', plan.group(2) or 'no cases'


def judge(test):
    """The cases of one entry of Meson's log, with its own verdict added where TAP is silent."""
    output = test.get('stdout') or ''
    # What is not TAP may still print lines that look like it.
    cases = list(cases_of(output)) if re.search(r'^(TAP version|1\.\.\d)', output, re.MULTILINE) else []
    result = test['result']
    bad = result not in ('OK', 'SKIP', 'EXPECTEDFAIL')
    if bad and not any(outcome == 'failed' for outcome, _, _ in cases):
        cases.append(('failed', '', f'{result.lower()}, status {test.get("returncode")}'))
    elif not cases:
        cases.append(('skipped' if result == 'SKIP' else 'passed', '', ''))
    return cases


def words_about(test):
    """What a program said about its failures: the comments round each failed case, or else its last lines."""
    lines = (test.get('stdout') or '').rstrip().splitlines()
    shown = set()
    for number, line in enumerate(lines):
        if line.startswith(('not ok', 'Bail out!')):
            # GLib explains before the case, scripts after it.
            shown.update(near for near in range(max(0, number - 4), number) if lines[near].startswith('#'))
            shown.add(number)
            for near in range(number + 1, min(number + 20, len(lines))):
                if not lines[near].startswith('#'):
                    break
                shown.add(near)
    around = [lines[number] for number in sorted(shown)]
    return (around or lines[-8:])[:60] + (test.get('stderr') or '').rstrip().splitlines()[-20:]


def main():
    tables = '--tables' in sys.argv
    path = [argument for argument in sys.argv[1:] if not argument.startswith('--')][0]
    totals = {'passed': 0, 'failed': 0, 'skipped': 0}
    failures = []
    skipped = collections.Counter()

    with open(path, encoding='utf-8', errors='replace') as log:
        tests = [json.loads(line) for line in log if line.strip()]

    for test in tests:
        program = test['name'].rsplit(' / ', 1)[-1]
        if tables:
            print(f'\n{program}\n' + (test.get('stdout') or '').rstrip(), flush=True)
        for outcome, name, words in judge(test):
            totals[outcome] += 1
            if outcome == 'failed':
                failures.append(f'{program}: {name}'.rstrip(': ') + (f' ({words})' if words else ''))
            elif outcome == 'skipped':
                skipped[program, words or 'without a reason'] += 1
        if test['result'] not in ('OK', 'SKIP', 'EXPECTEDFAIL'):
            failures.extend('    | ' + line for line in words_about(test))

    if failures:
        print('  failed:', *('    ' + line for line in failures), sep='\n', file=sys.stderr)
    if skipped:
        print('  skipped:', file=sys.stderr)
    # A whole suite is skipped for one reason, so each is said once.
    for (program, words), number in skipped.items():
        print(f'    {program}: {number} ({words})', file=sys.stderr)
    sys.stderr.flush()

    print('{passed} passed, {failed} failed, {skipped} skipped'.format(**totals))
    return 1 if totals['failed'] or not tests else 0


sys.exit(main())
