# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The icons, the sample articles and the translations. Argument: the root of the sources."""

import html.parser
import os
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / 'support'))
import tap  # noqa: E402

ID = 'org.example.CityNet'
root = pathlib.Path(sys.argv[1])
suite = tap.Suite()

# Pictures that are no part of the theme but of the library itself.
LIBADWAITA = {'adw-external-link-symbolic'}


def check_icon(path, size, colours):
    picture = ElementTree.fromstring(path.read_text(encoding='utf-8'))
    assert picture.get('viewBox') == f'0 0 {size} {size}', picture.get('viewBox')
    assert picture.get('width') == picture.get('height') == str(size)
    used = set()
    for element in picture.iter():
        name = element.tag.partition('}')[2]
        assert name in {'svg', 'g', 'path', 'rect', 'circle'}, f'{name}: no text, pictures, filters or scripts'
        used |= {element.get(key) for key in ('fill', 'stroke')} - {None, 'none'}
    assert len(used) <= colours, used
    return picture


@suite.test('/data/icon/is-square-and-drawn-with-few-colours')
def _():
    check_icon(root / f'data/icons/hicolor/scalable/apps/{ID}.svg', 128, 8)


@suite.test('/data/icon/the-symbolic-one-has-one-colour-and-only-filled-shapes')
def _():
    picture = check_icon(root / f'data/icons/hicolor/symbolic/apps/{ID}-symbolic.svg', 16, 1)
    assert not any(element.get('stroke') for element in picture.iter()), 'a stroke is not recoloured'


@suite.test('/data/icon/every-name-in-the-interface-has-a-picture')
def _():
    ours = {path.stem for path in (root / 'data/icons/scalable').rglob('*.svg')}
    listed = re.findall(r'<file>icons/.+/(.+)\.svg</file>', (root / 'data/citynet.gresource.xml').read_text())
    assert ours == set(listed), ours ^ set(listed)
    for path in (root / 'data/icons/scalable').rglob('*.svg'):
        check_icon(path, 16, 1)
    folders = [folder for folder in os.environ.get('XDG_DATA_DIRS', '').split(':') if folder] + ['/usr/share']
    theme = {path.stem for folder in folders for path in pathlib.Path(folder).glob('icons/Adwaita/**/*.svg')}
    if not theme:
        raise tap.Skip('no Adwaita icon theme here')
    for path in sorted((root / 'src/ui').glob('*')):
        for name in re.findall(r'"([a-z-]+-symbolic)"', path.read_text(encoding='utf-8')):
            assert name in theme | ours | LIBADWAITA, f'{path.name}: {name}'


class Page(html.parser.HTMLParser):
    """The little that the checks below ask of a sample article."""

    def __init__(self, path):
        super().__init__()
        self.meta, self.canonical, self.elements, self.addresses = {}, None, [], []
        self.feed(path.read_text(encoding='utf-8'))
        self.close()

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.elements.append(tag)
        if tag == 'meta' and 'content' in attrs:
            self.meta[attrs.get('property') or attrs.get('name')] = attrs['content']
        if tag == 'link' and attrs.get('rel') == 'canonical':
            self.canonical = attrs['href']
        for key in ('href', 'src'):
            if key in attrs:
                self.addresses.append(attrs[key])
        assert not any(key.startswith('on') for key in attrs) and tag not in ('script', 'iframe', 'form')


DATES = {
    'athens-solidarity-cities': '2017-02-02',
    'florence-istanbul-eurocities': '2021-06-04',
    'istanbul-izmir-oasc': None,
    'izmir-living-together-workshops': '2021-12-19',
    'strong-cities-statement': '2016-06-29',
}


@suite.test('/data/samples/are-exactly-those-of-the-resource-file')
def _():
    listed = re.findall(r'<file>starter/(.+)\.html</file>', (root / 'data/citynet.gresource.xml').read_text())
    assert sorted(DATES) == listed == sorted(path.stem for path in (root / 'data/starter').glob('*'))


@suite.test('/data/samples/say-what-they-are-and-where-they-come-from')
def _():
    canonical = set()
    for name, date in DATES.items():
        path = root / f'data/starter/{name}.html'
        page = Page(path)
        assert page.meta['og:title'] and page.meta['og:site_name'] == 'CityNet samples', name
        assert page.meta.get('article:published_time') == date, name
        assert page.canonical == f'https://citynet.example.org/starter/{name}', page.canonical
        canonical.add(page.canonical)
        assert 'summary by CityNet in its own words' in path.read_text(encoding='utf-8'), name
        assert all(address.startswith('https://') for address in page.addresses), name
        assert any('example.org' not in address for address in page.addresses), f'{name}: no source'
    assert len(canonical) == len(DATES)


@suite.test('/data/samples/show-every-kind-of-block')
def _():
    seen = set()
    for name in DATES:
        seen |= set(Page(root / f'data/starter/{name}.html').elements)
    assert {'h1', 'h2', 'p', 'ul', 'ol', 'blockquote', 'table', 'th', 'figcaption', 'nav', 'aside', 'footer'} <= seen


@suite.test('/data/translations/every-one-compiles-and-keeps-the-placeholders')
def _():
    lines = (root / 'po/LINGUAS').read_text(encoding='utf-8').splitlines()
    languages = [word for line in lines if not line.startswith('#') for word in line.split()]
    assert languages == sorted(languages), 'sort po/LINGUAS'
    assert languages == sorted(path.stem for path in (root / 'po').glob('*.po'))
    for language in languages:
        subprocess.run(['msgfmt', '--check', '--output-file=/dev/null', root / f'po/{language}.po'], check=True)


sys.exit(suite.run())
