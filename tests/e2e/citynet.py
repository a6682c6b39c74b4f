# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""CityNet as a person meets it: where things are in its window and what they are called.

Only this file knows the words.
"""

import re

from harness import Atspi, Timeout, wait

# The samples in the order of the timeline, and the networks that each is about.
SAMPLES = [
    ('Three Workshops on Living Together, Hosted by Izmir', '19 December 2021',
     {'Observatory on Living Together', 'SCN'}),
    ('Eurocities and Istanbul Agree on Closer Work', '4 June 2021', {'Eurocities', 'Inclusive Cities for All'}),
    ('How Athens Came to Lead Solidarity Cities', '2 February 2017', {'Eurocities', 'Solidarity Cities'}),
    ('Strong Cities Network Stands by Istanbul after the Airport Attack', '29 June 2016', {'SCN'}),
    ('Two Turkish Metropolises Enter the OASC Network', 'Undated', {'OASC'}),
]
WORKSHOPS, EUROCITIES, ATHENS, STATEMENT, OASC = [title for title, _, _ in SAMPLES]

# Words of the window that tests look for.
LOOK_ROUND = 'Look Round with Samples'
FIRST_START = ['Open Files…', 'Paste Article', LOOK_ROUND]
TRY_AGAIN = 'Try Again'
CHOOSERS = {'Add Articles', 'Restore Copy'}
START_EMPTY = re.compile('Move Aside and Start Empty')
RESTORE, EXPORT_READABLE = re.compile('Restore Copy'), re.compile('Export What Is Readable')
LAST_IMPORT = 'l'  # the letter of its item in the main menu
FURNITURE = re.compile('Page furniture')
CHECK_EUROCITIES, CHECK_OASC = 'Eurocities', 'Open & Agile Smart Cities'
KEPT = re.compile('is kept as')
EMPTY = re.compile('No Starred Articles|Nothing')
KNOWN = re.compile('already')
DAMAGED = re.compile('Damaged')
FOREIGN = re.compile('Not a|Another')
TOO_NEW = re.compile('Newer')
LOCKED = re.compile('Is in Use')
READ_ONLY = re.compile('can be read, but nothing can be added')

BUTTON = {'button', 'push button', 'toggle button'}
ROW = re.compile(r', (read|unread)(, starred)?\Z')


class CityNet:
    """The program's one window."""

    def __init__(self, session):
        self.session = session

    @property
    def window(self):
        return self.session.window()

    def button(self, name, seconds=10):
        return self.window.wait_for(BUTTON, name, 'sensitive', seconds)

    # First start

    def open_samples(self):
        """From a first start to a timeline with the samples, all of them in sight."""
        self.session.start()
        self.session.resize(1000, 900)
        self.session.click(self.button(LOOK_ROUND, 30))
        self.wait_rows([title for title, _, _ in SAMPLES])

    # Sidebar

    def place(self, name):
        """A row of the sidebar, a scope or a network, by what is written on it."""
        def written():
            places = self.window.find('list', 'Filter Articles')
            rows = places.find_all('list item') if places else []
            return next((row for row in rows if row.find('label', name)), None)
        return wait(written, f'{name} in the sidebar')

    def choose(self, name, *keys):
        self.session.click(self.place(name), keys=keys)

    def chosen(self):
        """What is chosen in the sidebar."""
        places = self.window.find('list', 'Filter Articles')
        rows = places.find_all('list item', state='selected') if places else []
        return [row.find('label').name for row in rows if row.find('label')]

    def chips(self):
        return [node.name for node in self.window.find_all(BUTTON, re.compile(r'\ARemove Filter '))]

    def wait_chips(self, number):
        wait(lambda: len(self.chips()) == number, f'{number} chips; there are {self.chips()}')

    def chip(self, name):
        return self.button(f'Remove Filter {name}')

    # Timeline

    def rows(self):
        """What is spoken for each row in order, those out of sight included; none when the timeline is not shown."""
        timeline = self.window.find('list', 'Articles')
        nodes = timeline.walk(hidden=True) if timeline else []
        return [node.name for node in nodes if node.role == 'list item' and ROW.search(node.name)]

    def row(self, title):
        return self.window.wait_for('list item', re.compile(r'\A' + re.escape(title) + ', '))

    def wait_rows(self, titles):
        def as_expected():
            rows = self.rows()
            return len(rows) == len(titles) and all(row.startswith(title + ', ') for row, title in zip(rows, titles))
        wait(as_expected, f'the rows {titles}; there are {self.rows()}')

    def is_read(self, title):
        return not self.row(title).name.endswith(('unread', 'unread, starred'))

    def wait_one_pane(self):
        """The sidebar is gone from the screen and the timeline is there: what a narrow window folds to."""
        wait(lambda: self.rows() and not self.window.find('list', 'Filter Articles'), 'the timeline alone')

    def focused(self):
        # GTK says of every link in a list that it has the focus.
        found = [node for node in self.window.find_all(state='focused') if node.role != 'link']
        return found[-1] if found else None

    def press_until(self, key, name, presses=40):
        """Presses a key until the focus is on what is called so: not more often than a person would bear."""
        def state():
            node = self.focused()
            # Which object it is, too: two neighbours may have the same name, and a list may use a row again.
            return node and (node.accessible, node.role, node.name)

        def is_there(node):
            # What has no name of its own, such as an item of a menu, is called by what is written in it.
            words = node.name or node.text()
            return name.search(words) if hasattr(name, 'search') else words == name

        for _ in range(presses):
            before = self.focused()
            if before and is_there(before):
                return before
            last = before and (before.accessible, before.role, before.name)
            self.session.key(key)
            try:
                wait(lambda: state() not in (None, last), 'the focus to move', 1)
            except Timeout:
                pass  # at the end of a list
        raise AssertionError(f'{key} never came to {name}; the focus is on {self.focused()}')

    # Article

    def open(self, title):
        self.session.click(self.row(title))

    def open_by_keys(self, title):
        """Works for a row that is out of sight, too, and in both directions."""
        self.press_until('Tab', ROW)
        rows = self.rows()
        at = rows.index(self.focused().name)
        to = [row.startswith(f'{title}, ') for row in rows].index(True)
        self.press_until('Down' if to > at else 'Up', rows[to])
        self.session.key('Return')

    def wait_article(self, title):
        return self.window.wait_for('heading', title)

    def back(self, key):
        """From an article to the timeline."""
        self.session.key(key)
        wait(self.rows, 'the timeline')

    # Adding

    def problems(self, act):
        """What is said of the inputs that could not be used when act() adds them; opens the dialog and closes it."""
        self._try_thrice(act, lambda: self.button('Details'))
        self.session.click(self.button('Details'))
        dialog = wait(lambda: self.dialog('Added Articles'), 'the dialog of the import')
        words = wait(lambda: 'Not Added' in dialog.text() and dialog.text(), 'the inputs that were not added')
        self.session.key('Escape')
        wait(lambda: not self.dialog('Added Articles'), 'the dialog to close')
        return words

    def drop_from(self, helper, title):
        """Drags from the helper's window, which is moved to where it can be seen, into the middle of CityNet's; waits
        for the article."""
        other = self.session.run('xdotool', 'search', '--sync', '--onlyvisible', '--pid', helper.pid).split()[0]
        self.session.run('xdotool', 'windowmove', '--sync', other, 5, 5, 'windowraise', other)
        # On a busy machine the source may miss the begin of a movement, as it does with a hand that is too quick.
        self._try_thrice(lambda: self.session.drag((60, 40), (700, 500)), lambda: self.row(title))

    def paste(self, title):
        """Pastes what a helper has on the clipboard, which the program may learn a moment later; waits for the
        article."""
        self._try_thrice(lambda: self.session.key('ctrl+v'), lambda: self.row(title))

    def _try_thrice(self, act, await_effect):
        """Of what comes in twice nothing is added twice."""
        for attempt in range(3):
            act()
            try:
                return await_effect()
            except Timeout:
                if attempt == 2:
                    raise

    def choose_file(self, path, accept):
        """In GTK's own file chooser, as by hand: a slash opens the field for a name; accept: the key of its button."""
        def chooser():
            return next((window for window in self.session.windows() if window.name in CHOOSERS), None)

        def typed():
            fields = chooser().find_all(state='editable')
            return any(Atspi.Text.get_text(field.accessible, 0, -1) == str(path) for field in fields)
        wait(lambda: len(self.session.x_windows()) == 2, 'the file chooser')
        wait(lambda: self.session.active_window() == self.session.x_windows()[1], 'the file chooser to have the focus')
        wait(lambda: chooser() and chooser().find(state='focused'), 'a part of the file chooser to have the focus')
        clipboard = self.session.helper('clipboard', str(path))
        self.session.type('/')
        wait(lambda: chooser().find(state='editable'), 'the field for a name')
        # Not letter by letter: the field completes what is typed, and faster than it can be typed.
        for attempt in range(3):
            self.session.key('ctrl+a', 'ctrl+v')
            try:
                wait(typed, 'the name in its field', 4)
                break
            except Timeout:
                if attempt == 2:
                    raise
        clipboard.terminate()
        clipboard.wait()
        self.session.key(accept)
        wait(lambda: len(self.session.x_windows()) == 1, 'the file chooser to close')
        self.session.wait_focus()

    # Dialogs

    def dialog(self, name):
        return self.window.find({'dialog', 'alert'}, name)
