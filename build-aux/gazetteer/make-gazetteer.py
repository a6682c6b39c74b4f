#!/usr/bin/env python3
# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Unpacks the tables of the gazetteer and has them compiled: make-gazetteer.py COMPILER OUTPUT TABLE…"""

import lzma
import os
import shutil
import subprocess
import sys
import tempfile


def main():
    compiler, output, *tables = sys.argv[1:]
    with tempfile.TemporaryDirectory(dir=os.path.dirname(os.path.abspath(output))) as folder:
        for table in tables:
            name = os.path.basename(table)
            unpacked = os.path.join(folder, name.removesuffix('.xz'))
            with (lzma.open if name.endswith('.xz') else open)(table, 'rb') as source, open(unpacked, 'wb') as target:
                shutil.copyfileobj(source, target)
        return subprocess.call([compiler, output, folder])


if __name__ == '__main__':
    sys.exit(main())
