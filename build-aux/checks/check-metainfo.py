#!/usr/bin/env python3
# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The metainfo, the desktop entry and the pictures by Flathub's rules, those of quality included.

Argument: the root of the sources. What appstreamcli and desktop-file-validate find is left to them (tests/desktop).
"""

import colorsys
import configparser
import datetime
import pathlib
import re
import struct
import sys
import xml.etree.ElementTree as ElementTree

from tree import Rule, run

ID = 'org.example.CityNet'
PATH = f'data/{ID}.metainfo.xml.in'
DESKTOP = f'data/{ID}.desktop.in'
ICON = f'data/icons/hicolor/scalable/apps/{ID}.svg'
PICTURES = 'data/screenshots/'
VARIABLE = '@application_id@'
PERMISSIVE = {'CC0-1.0', 'FSFAP', 'MIT', '0BSD', 'CC-BY-4.0'}
LICENCE = 'GPL-3.0-or-later'
MARKUP = {'p', 'ul', 'ol', 'li', 'em', 'code'}
# Main and additional categories of the menu specification that a catalogue keeps; toolkits are no categories.
CATEGORIES = {'Network', 'News', 'Office', 'Education', 'Science', 'Utility', 'Feed'}
WIDEST, HIGHEST = 1000, 700
NARROWEST = 360
CONTROLS = {'keyboard', 'pointing', 'touch'}
HOLLOW = re.compile(r'bug ?fixes|improvements|various|miscellaneous', re.IGNORECASE)
TECHNOLOGY = re.compile(r'\b(app|application|tool|client|gtk\w*|gnome|libadwaita|written|sqlite|flatpak)\b', re.IGNORECASE)


def about(find):
    """A rule over the parsed component; one that cannot be parsed is the business of the rule for that."""
    def rule(tree):
        try:
            component = ElementTree.fromstring(tree[PATH].encode())
        except (KeyError, ElementTree.ParseError):
            return
        for words in find(component, tree):
            yield f'{PATH}: {words}'
    return rule


def text_of(component, path):
    return (component.findtext(path) or '').strip()


def words_of(element):
    return ' '.join(''.join(element.itertext()).split())


def unreadable(tree):
    try:
        component = ElementTree.fromstring(tree[PATH].encode())
    except KeyError:
        yield f'{PATH}: there is no such file'
        return
    except ElementTree.ParseError as error:
        yield f'{PATH}: {error}'
        return
    if component.tag != 'component' or component.get('type') != 'desktop-application':
        yield f'{PATH}: no component of a desktop application'
    for element in component.iter():
        if '{http://www.w3.org/XML/1998/namespace}lang' in element.attrib:
            yield f'{PATH}: {element.tag} has a language; translations come from po/'
    once = [child.tag for child in component if child.tag not in ('url', 'launchable')]
    for tag in set(once):
        if once.count(tag) > 1:
            yield f'{PATH}: {tag} stands there {once.count(tag)} times'


@about
def not_identified(component, tree):
    if text_of(component, 'id') != VARIABLE:
        yield 'the id is not the one of the build'
    if text_of(component, 'metadata_license') not in PERMISSIVE:
        yield 'the licence of this file is not permissive'
    if text_of(component, 'project_license') != LICENCE:
        yield f'the licence of the sources is {LICENCE}'
    developer = component.find('developer')
    if developer is None or not re.fullmatch(r'[a-z]+(\.[a-z0-9-]+)+', developer.get('id', '')):
        yield 'no developer with an id such as org.example'
    elif len(developer.findall('name')) != 1 or developer.find('name').get('translate') != 'no':
        yield 'the developer needs one name, which is not translated'
    for old in ('developer_name', 'project_group'):
        if component.find(old) is not None:
            yield f'{old} does not belong here'


@about
def bad_name(component, tree):
    name = text_of(component, 'name')
    if not 1 <= len(name) < 20 or name.isupper() or name.islower() or re.search(r'[^\w ]', name):
        yield f'the name {name!r}: under 20 letters in ordinary capitals and nothing else'


@about
def bad_summary(component, tree):
    summary = text_of(component, 'summary')
    if not 10 <= len(summary) <= 35:
        yield f'the summary has {len(summary)} letters, not 10 to 35'
    if re.match(r'(an?|the)\s', summary, re.IGNORECASE) or summary.endswith('.'):
        yield 'the summary begins with an article or ends with a full stop'
    if text_of(component, 'name').lower() in summary.lower() or TECHNOLOGY.search(summary):
        yield 'the summary names the program or what it is made of'


@about
def bad_description(component, tree):
    description = component.find('description')
    if description is None or not any(words_of(child) for child in description):
        yield 'there is no description'
        return
    for element in description.iter():
        if element is not description and element.tag not in MARKUP:
            yield f'{element.tag} in the description'
        if element.tag in ('ul', 'ol') and len(element) > 10:
            yield f'a list of {len(element)} items'
    length = len(words_of(description))
    if not 150 <= length <= 900:
        yield f'the description has {length} letters: three to six lines'
    if text_of(component, 'summary').lower() in words_of(description).lower():
        yield 'the description repeats the summary'


@about
def bad_links(component, tree):
    launchables = [(item.get('type'), item.text) for item in component.findall('launchable')]
    if launchables != [('desktop-id', f'{VARIABLE}.desktop')]:
        yield f'it launches {launchables}'
    urls = {item.get('type'): item.text or '' for item in component.findall('url')}
    for kind in ('homepage', 'bugtracker', 'vcs-browser'):
        if not urls.get(kind, '').startswith('https://'):
            yield f'no https address of the {kind}'
    domains = [(item.get('type'), item.text) for item in component.findall('translation')]
    if domains != [('gettext', 'citynet')]:
        yield f'the translations are {domains}'


@about
def not_rated(component, tree):
    ratings = component.findall('content_rating')
    if [rating.get('type') for rating in ratings] != ['oars-1.1']:
        yield 'not one rating by OARS 1.1'
    # Nothing is reached without the user's naming it: there are no built-in sources yet. They are rated when they come.
    for attribute in component.findall('content_rating/content_attribute'):
        if attribute.text not in ('none', 'mild', 'moderate', 'intense'):
            yield f'{attribute.get("id")} is {attribute.text!r}'


def fills(tree):
    return {colour.lower() for colour in re.findall(r'#[0-9a-fA-F]{6}', tree.get(ICON, ''))}


@about
def bad_colours(component, tree):
    colours = {}
    for colour in component.findall('branding/color'):
        if colour.get('type') == 'primary':
            colours[colour.get('scheme_preference')] = (colour.text or '').lower()
    if set(colours) != {'light', 'dark'}:
        yield f'brand colours for {sorted(map(str, colours))}, not for light and dark'
        return
    if colours['light'] == colours['dark']:
        yield 'one colour for light and dark'
    for scheme, colour in colours.items():
        if not re.fullmatch(r'#[0-9a-f]{6}', colour):
            yield f'{colour!r} is no colour'
            continue
        red, green, blue = (int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5))
        _, light, saturation = colorsys.rgb_to_hls(red, green, blue)
        if saturation < 0.3 or not 0.1 < light < 0.92:
            yield f'{colour} is a white, a grey or a black'
        if (scheme == 'light') != (light > 0.5):
            yield f'{colour} is not for {scheme}'
        if colour in fills(tree):
            yield f'{colour} is in the icon, which would not stand out'


def pictures_of(component):
    for screenshot in component.findall('screenshots/screenshot'):
        yield screenshot, screenshot.findall('image'), screenshot.findall('caption')


@about
def bad_pictures(component, tree):
    screenshots = component.findall('screenshots/screenshot')
    if not 3 <= len(screenshots) <= 6:
        yield f'{len(screenshots)} pictures, not three to six'
    if [item.get('type') for item in screenshots].count('default') != 1 or screenshots[0].get('type') != 'default':
        yield 'the first picture, and only that, is the default'
    version = component.find('releases/release')
    version = version.get('version') if version is not None else ''
    for _, images, captions in pictures_of(component):
        if len(images) != 1 or len(captions) != 1:
            yield 'a picture has one image and one caption'
            continue
        address, caption = (images[0].text or '').strip(), words_of(captions[0])
        if not re.fullmatch(r'https://\S+\.(png|webp|avif|jpg)', address):
            yield f'{address!r} is no https address of a bitmap'
        if f'/v{version}/' not in address and not re.search(r'/[0-9a-f]{40}/', address):
            yield f'{address} is pinned neither to a commit nor to the tag of the newest release'
        if not 10 <= len(caption) <= 100 or caption.endswith('.') or not caption[0].isupper():
            yield f'the caption {caption!r}: one sentence without its full stop'
        if PICTURES + address.rsplit('/', 1)[-1] not in tree:
            yield f'{address} is not in {PICTURES}'


def wrong_sizes(tree):
    named = tree.get(PATH, '')
    for path, words in tree.items():
        if path.startswith(PICTURES) and path.endswith('.png'):
            width, height = (int(number) for number in words.split('x'))
            if not (width <= WIDEST and height <= HIGHEST or
                    1.5 * WIDEST < width <= 2 * WIDEST and height <= 2 * HIGHEST) or width < 300 or height < 300:
                yield f'{path}: {words}; at most {WIDEST}x{HIGHEST}, twice that for fine screens'
            if f'/{path.rsplit("/", 1)[-1]}<' not in named:
                yield f'{path}: no screenshot of the metainfo'


@about
def bad_releases(component, tree):
    releases = component.findall('releases/release')
    if not releases:
        yield 'there are no releases'
    before = None
    for release in releases:
        version, date = release.get('version', ''), release.get('date', '')
        try:
            day = datetime.date.fromisoformat(date)
        except ValueError:
            yield f'{version}: the day {date!r}'
            continue
        if day > datetime.date.today() + datetime.timedelta(days=1):
            yield f'{version}: {date} is to come'
        if before and day > before:
            yield f'{version}: the newest stands first'
        before = day
        if not re.fullmatch(r'\d+(\.\d+)+', version) or release.get('type', 'stable') != 'stable':
            yield f'{version}: not a release'
        notes = release.find('description')
        if notes is None or len(words_of(notes)) < 20:
            yield f'{version}: no notes'
        elif HOLLOW.search(words_of(notes)):
            yield f'{version}: notes that say nothing'
    number = re.search(r"^\s*version: '([^']*)'", tree.get('meson.build', ''), re.MULTILINE)
    if releases and number and releases[0].get('version') != number.group(1):
        yield f'the newest release is not {number.group(1)}, the version of the build'


@about
def bad_devices(component, tree):
    lengths = [(item.get('compare'), item.text) for item in component.findall('requires/display_length')]
    if lengths != [('ge', str(NARROWEST))]:
        yield f'the display lengths are {lengths}'
    controls = {item.text for item in component.findall('supports/control')}
    if controls != CONTROLS:
        yield f'the controls are {sorted(map(str, controls))}'
    binaries = {item.text for item in component.findall('provides/binary')}
    if binaries != {'citynet', 'citynet-cli'}:
        yield f'the programs are {sorted(map(str, binaries))}'


def bad_entry(tree):
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    try:
        parser.read_string(tree.get(DESKTOP, ''))
        entry = parser['Desktop Entry']
    except (configparser.Error, KeyError) as error:
        yield f'{DESKTOP}: {error}'
        return
    expected = {'Type': 'Application', 'Icon': VARIABLE, 'Terminal': 'false', 'StartupNotify': 'true',
                'DBusActivatable': 'true'}
    for key, value in expected.items():
        if entry.get(key) != value:
            yield f'{DESKTOP}: {key} is {entry.get(key)!r}, not {value!r}'
    if not re.fullmatch(r'citynet %[UF]', entry.get('Exec', '')):
        yield f'{DESKTOP}: Exec is {entry.get("Exec")!r}'
    for key in ('NoDisplay', 'Hidden', 'OnlyShowIn', 'NotShowIn'):
        if key in entry:
            yield f'{DESKTOP}: {key} hides it'
    for key in ('Categories', 'Keywords', 'MimeType'):
        if not entry.get(key, '').endswith(';'):
            yield f'{DESKTOP}: {key} does not end in a semicolon'
    if not CATEGORIES & set(entry.get('Categories', '').split(';')) or \
            re.search(r'\b(GTK|GNOME|Qt|KDE|Core)\b', entry.get('Categories', '')):
        yield f'{DESKTOP}: {entry.get("Categories")!r} are no categories of a catalogue'


def says_otherwise(tree):
    try:
        component = ElementTree.fromstring(tree[PATH].encode())
    except (KeyError, ElementTree.ParseError):
        return
    entry = tree.get(DESKTOP, '')
    for key, path in (('Name', 'name'), ('Comment', 'summary')):
        if f'\n{key}={text_of(component, path)}\n' not in entry:
            yield f'{DESKTOP}: {key} is not the {path} of the metainfo'
    types = re.search(r'^MimeType=(.*)$', entry, re.MULTILINE)
    provided = [item.text for item in component.findall('provides/mediatype')]
    if types and types.group(1).strip(';').split(';') != provided:
        yield f'{DESKTOP}: the types of files are not those of the metainfo'


def no_icons(tree):
    for path in (ICON, f'data/icons/hicolor/symbolic/apps/{ID}-symbolic.svg'):
        if path not in tree:
            yield f'{path}: there is no such icon'
    for path in tree:
        if path.startswith('data/icons/hicolor/') and '/scalable/' in path and not path.endswith('.svg'):
            yield f'{path}: only SVG is scalable'


def picture_sizes(root):
    """The pictures as table of path and size: what the rules ask of them."""
    sizes = {}
    for path in pathlib.Path(root).glob(PICTURES + '*'):
        head = path.read_bytes()[:24]
        if head[:8] == b'\x89PNG\r\n\x1a\n':
            sizes[PICTURES + path.name] = '{}x{}'.format(*struct.unpack('>II', head[16:24]))
    return sizes


SOUND = f'''<component type="desktop-application">
<id>{VARIABLE}</id>
<metadata_license>CC0-1.0</metadata_license>
<project_license>{LICENCE}</project_license>
<name>CityNet</name>
<summary>Follow networks of cities</summary>
<description><p>{'Many words about what it does for whom. ' * 5}</p><ul><li>One</li></ul></description>
<developer id="org.example"><name translate="no">The authors</name></developer>
<launchable type="desktop-id">{VARIABLE}.desktop</launchable>
<provides><binary>citynet</binary><binary>citynet-cli</binary><mediatype>text/html</mediatype></provides>
<translation type="gettext">citynet</translation>
<url type="homepage">https://example.org/</url>
<url type="bugtracker">https://example.org/issues</url>
<url type="vcs-browser">https://example.org/source</url>
<content_rating type="oars-1.1"/>
<branding><color type="primary" scheme_preference="light">#99c1f1</color>
<color type="primary" scheme_preference="dark">#1a4a8a</color></branding>
<screenshots>
<screenshot type="default"><image>https://example.org/v1.0/a.png</image><caption>A first picture</caption></screenshot>
<screenshot><image>https://example.org/v1.0/b.png</image><caption>A second picture</caption></screenshot>
<screenshot><image>https://example.org/v1.0/c.png</image><caption>A third picture</caption></screenshot>
</screenshots>
<requires><display_length compare="ge">360</display_length></requires>
<supports><control>keyboard</control><control>pointing</control><control>touch</control></supports>
<releases>
<release version="1.0" date="2026-01-02"><description><p>Reads everything there is to read</p></description></release>
<release version="0.9" date="2026-01-01"><description><p>Reads nearly everything there is</p></description></release>
</releases>
</component>
'''
ENTRY = f'''[Desktop Entry]
Type=Application
Name=CityNet
Comment=Follow networks of cities
Keywords=City;
Exec=citynet %U
Icon={VARIABLE}
Terminal=false
StartupNotify=true
DBusActivatable=true
MimeType=text/html;
Categories=Network;News;
'''
TREE = {PATH: SOUND, DESKTOP: ENTRY, ICON: '<svg fill="#3584e4"/>', ICON.replace('scalable/', 'symbolic/').replace(
    '.svg', '-symbolic.svg'): '<svg/>', 'meson.build': "project('citynet', 'c',\n  version: '1.0',\n)\n",
        **{f'{PICTURES}{name}.png': '1000x700' for name in 'abc'}}


def with_changes(path, *pairs):
    """One tree for each pair of what stands there and what stands there instead."""
    for old, new in pairs:
        assert old in TREE[path], old
        yield {**TREE, path: TREE[path].replace(old, new)}


def changed(*pairs):
    return list(with_changes(PATH, *pairs))


def entry_changed(*pairs):
    return list(with_changes(DESKTOP, *pairs))


def without(path):
    return {name: text for name, text in TREE.items() if name != path}


LAST = '<screenshot><image>https://example.org/v1.0/c.png</image><caption>A third picture</caption></screenshot>\n'
RULES = [
    Rule('can-be-read', unreadable,
         [without(PATH)] + changed(('</component>', ''), ('type="desktop-application"', 'type="desktop"'),
                                   ('<summary>', '<summary xml:lang="en">'), ('<name>C', '<name>A</name><name>C')), TREE),
    Rule('says-whose-it-is', not_identified,
         changed((f'<id>{VARIABLE}<', f'<id>{ID}<'), ('CC0-1.0', LICENCE), (f'>{LICENCE}<', '>MIT<'),
                 ('id="org.example"', 'id="Example"'), (' translate="no"', ''),
                 ('<launchable', '<developer_name>A</developer_name><launchable'),
                 ('<launchable', '<project_group>GNOME</project_group><launchable')), TREE),
    Rule('the-name-is-a-name', bad_name,
         changed(('>CityNet<', '>CITYNET<'), ('>CityNet<', '>citynet<'), ('>CityNet<', '><'),
                 ('>CityNet<', '>CityNet – News of Cities<'), ('>CityNet<', '>The News of the Cities<')), TREE),
    Rule('the-summary-is-one-short-request', bad_summary,
         [tree for words in ('Follow networks of cities.', 'A reader of networks', 'News', 'Follow cities with CityNet',
                             'An app for networks', 'Reader written in GTK', 'Follow all the networks of all the cities')
          for tree in changed(('>Follow networks of cities<', f'>{words}<'))], TREE),
    Rule('the-description-is-three-to-six-lines', bad_description,
         changed(('<description><p>Many', '<description/><description><p>Many'), ('<li>One</li>', '<li><b>One</b></li>'),
                 ('<li>One</li>', '<li>One</li>' * 11), ('<li>One', '<li>' + 'One ' * 300),
                 ('<li>One', '<li>Follow networks of cities')), TREE),
    Rule('leads-to-the-program-and-its-pages', bad_links,
         changed((f'{VARIABLE}.desktop<', 'citynet.desktop<'), ('"homepage"', '"help"'), ('https://example.org/i', 'http://'),
                 ('>citynet</translation>', '>other</translation>')), TREE),
    Rule('is-rated', not_rated,
         changed(('oars-1.1', 'oars-1.0'), ('<content_rating type="oars-1.1"/>', ''),
                 ('oars-1.1"/>', 'oars-1.1"><content_attribute id="a">some</content_attribute></content_rating>')), TREE),
    Rule('has-two-colours-of-its-own', bad_colours,
         changed(('#99c1f1', '#ffffff'), ('#99c1f1', '#1a4a8a'), ('#1a4a8a', '#303030'), ('#99c1f1', 'blue'),
                 ('"dark"', '"light"'), ('#1a4a8a', '#99c1e1')) +
         [{**TREE, ICON: '<svg fill="#99C1F1"/>'}], TREE),
    Rule('shows-itself-in-pictures-with-captions', bad_pictures,
         changed((LAST, ''), (LAST, LAST * 5), (' type="default"', ''), ('<screenshot>', '<screenshot type="default">'),
                 ('https://example.org/v1.0/c', 'http://example.org/v1.0/c'), ('c.png', 'c.svg'), ('/v1.0/b', '/main/b'),
                 ('A third picture', 'A third picture.'), ('A third picture', 'a third picture'),
                 ('A third picture', ''), ('<caption>A third picture</caption>', ''), ('/c.png', '/d.png')), TREE),
    Rule('the-pictures-have-the-size-of-a-catalogue', wrong_sizes,
         [{**TREE, PICTURES + 'a.png': size} for size in ('1400x900', '1000x800', '120x90', '2100x1400')] +
         [{**TREE, PICTURES + 'unused.png': '1000x700'}], {**TREE, PICTURES + 'a.png': '2000x1400'}),
    Rule('every-release-has-its-day-and-notes', bad_releases,
         changed(('"2026-01-02"', '"soon"'), ('"2026-01-02"', '"2999-01-02"'), ('"2026-01-02"', '"2025-01-02"'),
                 ('"1.0"', '"1.0-rc"'), ('"1.0"', '"1.0" type="development"'), ('"1.0"', '"1.1"'),
                 ('Reads everything there is to read', 'News'), ('Reads everything', 'Various bug fixes, everything'),
                 ('<p>Reads nearly everything there is</p>', '')), TREE),
    Rule('says-on-what-it-runs', bad_devices,
         changed(('>360<', '>768<'), ('"ge"', '"le"'), ('<control>touch</control>', ''),
                 ('<binary>citynet-cli</binary>', '')), TREE),
    Rule('the-desktop-entry-is-complete', bad_entry,
         [without(DESKTOP)] +
         entry_changed((f'Icon={VARIABLE}', 'Icon=citynet'), ('Terminal=false', 'Terminal=true'), ('%U', ''),
                       ('StartupNotify=true\n', ''), ('DBusActivatable=true', 'DBusActivatable=false'),
                       ('Terminal', 'NoDisplay=true\nTerminal'), ('Network;News;', 'GTK;GNOME;'),
                       ('Network;News;', 'Network;News'), ('Keywords=City;\n', 'Keywords=City\n'),
                       ('Network;News;', 'Network;GTK;')), TREE),
    Rule('the-desktop-entry-says-the-same', says_otherwise,
         entry_changed(('Name=CityNet', 'Name=City Net'), ('Comment=Follow', 'Comment=Read'),
                       ('text/html;', 'text/plain;')), TREE),
    Rule('the-icons-are-there', no_icons,
         [without(ICON), {**TREE, ICON.replace('.svg', '.png'): ''}], TREE),
]

sys.exit(run('metainfo', RULES, picture_sizes))
