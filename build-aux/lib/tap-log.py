#!/usr/bin/env python3
# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a test program that speaks TAP and adds it to a log in the form of Meson's, for count-tests.py.

    tap-log.py TESTLOG.json NAME COMMAND…

What the program writes is shown as it comes; the exit status is the program's.
"""
import json
import subprocess
import sys

path, name, *command = sys.argv[1:]
words = []
with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, errors='replace') as program:
    for line in program.stdout:
        print(line, end='', flush=True)
        words.append(line)
result = 'OK' if program.returncode == 0 else 'FAIL'
with open(path, 'a', encoding='utf-8') as log:
    log.write(json.dumps({'name': name, 'result': result, 'returncode': program.returncode,
                          'stdout': ''.join(words)}) + '\n')
sys.exit(program.returncode)
