# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens CityNet with its sample articles on a private display, saves pictures and prints the timeline.

Arguments: the build folder, the folder for the pictures. Their size is that of software centres: 1000 × 700.
"""

import pathlib
import shutil
import sys

import citynet
import harness

session = harness.Session(sys.argv[1])
program = citynet.CityNet(session)
folder = pathlib.Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)


def picture(name):
    path = folder / f'{name}.png'
    shutil.move(session.screenshot(f'picture-{name}'), path)
    print(path)


program.open_samples()
session.click(program.button('Dismiss'))
program.window.wait_gone(citynet.BUTTON, 'Dismiss')
session.resize(1000, 700)
timeline = program.rows()
program.open(citynet.EUROCITIES)
program.wait_article(citynet.EUROCITIES)
picture('timeline')
program.choose('Eurocities')
program.choose('SCN', 'ctrl')
program.wait_rows([citynet.WORKSHOPS, citynet.EUROCITIES, citynet.ATHENS, citynet.STATEMENT])
picture('filter')
session.resize(620, 700)
harness.wait(lambda: not program.rows(), 'the article alone')
picture('article')
print()
print('\n'.join(timeline))
session.close()
