#!/usr/bin/env python3
# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak manifest by the rules of Flathub's linter and style guide. Argument: the root of the sources."""

import json
import re
import sys

from tree import Rule, run

ID = 'org.example.CityNet'
PATH = f'{ID}.json'
# Every permission of the sandbox, each with the reason why the program needs it.
PERMISSIONS = {
    '--share=ipc': 'X11 draws through shared memory',
    '--share=network': 'the addresses that the user gives',
    '--socket=fallback-x11': 'a desktop without Wayland',
    '--socket=wayland': 'the window',
    '--device=dri': 'drawing with the graphics processor',
}
# A GNOME runtime is kept for about a year; a newer one is a change of this line and of the manifest.
OLDEST_RUNTIME = 51
MOST_MEGABYTES = 25
TOP_KEYS = ['id', 'runtime', 'runtime-version', 'sdk', 'command', 'finish-args', 'cleanup', 'build-options', 'modules']
MODULE_KEYS = ['name', 'buildsystem', 'build-options', 'builddir', 'run-tests', 'test-rule', 'test-commands',
               'config-opts', 'cleanup', 'sources']
SOURCE_KEYS = {'dir': ['type', 'path', 'skip'], 'git': ['type', 'url', 'tag', 'commit', 'dest'],
               'archive': ['type', 'url', 'sha256', 'dest'], 'patch': ['type', 'path'], 'file': ['type', 'path']}
OPTION_KEYS = ['cflags', 'ldflags', 'env', 'build-args', 'test-args', 'config-opts']


class Twice(ValueError):
    """A key stands there twice."""


def no_repetition(pairs):
    keys = [key for key, _ in pairs]
    for key in keys:
        if keys.count(key) > 1:
            raise Twice(f'“{key}” stands there twice')
    return dict(pairs)


def no_constant(word):
    raise ValueError(f'{word} is no JSON')


def parse(tree):
    return json.loads(tree[PATH], object_pairs_hook=no_repetition, parse_constant=no_constant)


def about(find):
    """A rule over the parsed manifest; one that cannot be read is the business of the rule for that."""
    def rule(tree):
        try:
            manifest = parse(tree)
        except (KeyError, ValueError):
            return
        for words in find(manifest):
            yield f'{PATH}: {words}'
    return rule


def misplaced(tree):
    if PATH not in tree:
        yield f'{PATH}: there is no such file, or it is a link'
    for path, text in tree.items():
        if path.endswith(('.json', '.yml', '.yaml')) and '"finish-args"' in text and path != PATH:
            yield f'{path}: another manifest'


def too_large(tree):
    size = sum(len(text.encode()) for text in tree.values())
    if size > MOST_MEGABYTES * 1024 * 1024:
        yield f'.: {size} bytes of text'


def not_strict(tree):
    try:
        parse(tree)
    except KeyError:
        return
    except ValueError as error:
        yield f'{PATH}: {error}'


def not_formatted(tree):
    text = tree.get(PATH, '')
    if '\r' in text or '\t' in text:
        yield f'{PATH}: a tab or a carriage return'
    if not text.endswith('}\n'):
        yield f'{PATH}: no line feed at the end, or more than one'
    try:
        if text != json.dumps(parse(tree), indent=4, ensure_ascii=False) + '\n':
            yield f'{PATH}: not as indented by four spaces'
    except (KeyError, ValueError):
        pass


@about
def bad_id(manifest):
    name = manifest.get('id') or manifest.get('app-id') or ''
    parts = name.split('.')
    if name != ID:
        yield f'the id is {name!r}, the file is named {PATH}'
    if not 3 <= len(parts) <= 5 or len(name) > 255 or parts[-1] == 'desktop':
        yield f'{name!r}: three to five parts, 255 characters, and “desktop” is not the last'
    if not all(re.fullmatch(r'[A-Za-z_][A-Za-z0-9_]*', part) for part in parts[:-1]) or \
            not re.fullmatch(r'[A-Za-z_][A-Za-z0-9_-]*', parts[-1]):
        yield f'{name!r}: letters, digits and underscores, a dash only in the last part'


@about
def incomplete(manifest):
    if not re.fullmatch(r'[A-Za-z0-9_-]+', manifest.get('command', '')):
        yield f'the command {manifest.get("command")!r} is no plain name'
    if not manifest.get('finish-args'):
        yield 'there are no finish-args'
    if not manifest.get('modules'):
        yield 'there are no modules'
    for key in ('branch', 'default-branch'):
        if key in manifest:
            yield f'“{key}” is for the one who builds'


@about
def bad_runtime(manifest):
    if (manifest.get('runtime'), manifest.get('sdk')) != ('org.gnome.Platform', 'org.gnome.Sdk'):
        yield f'the runtime is {manifest.get("runtime")} with {manifest.get("sdk")}'
    version = manifest.get('runtime-version', '')
    if not isinstance(version, str) or not version.isdecimal() or int(version) < OLDEST_RUNTIME:
        yield f'the runtime {version!r} is no release from {OLDEST_RUNTIME} on'


@about
def bad_sockets(manifest):
    arguments = set(manifest.get('finish-args', []))
    wayland, x11 = '--socket=wayland' in arguments, '--socket=x11' in arguments
    fallback = '--socket=fallback-x11' in arguments
    if wayland and not (x11 or fallback):
        yield 'Wayland without a fallback to X11'
    if fallback and not wayland:
        yield 'a fallback to X11 without Wayland'
    if x11 and wayland:
        yield 'both X11 and Wayland'
    if (x11 or fallback) and '--share=ipc' not in arguments:
        yield 'X11 without --share=ipc'


FORBIDDEN = re.compile(
    r'^--(filesystem|persist|add-policy|allow|metadata|env-fd)\b|^--socket=(session-bus|system-bus|ssh-auth|gpg-agent|pcsc|cups)'
    r'|^--(own|talk)-name=(org\.freedesktop\.portal\.|org\.freedesktop\.(DBus|impl)|ca\.desrt\.dconf|\*)'
    r'|^--(system-(own|talk)|own|talk)-name=|^--device=(all|kvm|shm|input|usb)|^--nofilesystem')


@about
def forbidden_permissions(manifest):
    for argument in manifest.get('finish-args', []):
        if FORBIDDEN.search(argument):
            yield f'{argument} opens the sandbox; files and services come through portals'


@about
def unreasoned_permissions(manifest):
    given = manifest.get('finish-args', [])
    for argument in given:
        if argument not in PERMISSIONS:
            yield f'{argument} has no reason in this check'
        if given.count(argument) > 1:
            yield f'{argument} stands there twice'
    for argument, reason in PERMISSIONS.items():
        if argument not in given:
            yield f'{argument} is not there: {reason}'


def options_of(manifest):
    yield manifest.get('build-options', {})
    for module in manifest.get('modules', []):
        yield module.get('build-options', {})


@about
def network_in_the_build(manifest):
    for options in options_of(manifest):
        for key in ('build-args', 'test-args'):
            for argument in options.get(key, []):
                if 'network' in argument:
                    yield f'{argument} in {key}: everything is built without the network'


@about
def bad_sources(manifest):
    for module in manifest.get('modules', []):
        places = []
        for source in module.get('sources', []):
            for key in ('sha1', 'md5'):
                if key in source:
                    yield f'{key} proves nothing'
            if source.get('type') == 'archive' and 'sha256' not in source:
                yield 'an archive without its sha256'
            if source.get('type') != 'git':
                continue
            places.append(source.get('dest', '.'))
            if not re.match(r'https?://', source.get('url', '')):
                yield f'the address {source.get("url")!r} of a git source is not http'
            if 'tag' not in source or not re.fullmatch(r'[0-9a-f]{40}', source.get('commit', '')):
                yield 'a git source needs a tag and its commit'
            if 'branch' in source:
                yield 'a branch moves'
        for place in set(places):
            if places.count(place) > 1:
                yield f'{places.count(place)} git sources in one folder'


@about
def removes_debugging(manifest):
    for owner in [manifest, *manifest.get('modules', [])]:
        for pattern in owner.get('cleanup', []):
            if re.match(r'/?lib/debug|/?\*?$', pattern):
                yield f'{pattern!r} removes what a debugger needs'


def strangers(given, known, what):
    for key in given:
        if key not in known:
            yield f'“{key}” is not known in {what}'
    known = [key for key in known if key in given]
    if [key for key in given if key in known] != known:
        yield f'{what}: the usual order is {", ".join(known)}'


@about
def unknown_or_unordered(manifest):
    yield from strangers(list(manifest), TOP_KEYS, 'the manifest')
    for options in options_of(manifest):
        yield from strangers(list(options), OPTION_KEYS, 'build-options')
    for module in manifest.get('modules', []):
        yield from strangers(list(module), MODULE_KEYS, 'a module')
        for source in module.get('sources', []):
            known = SOURCE_KEYS.get(source.get('type'), [])
            yield from strangers(list(source), known, f'a source of type {source.get("type")}')


@about
def not_one_module(manifest):
    names = [module.get('name') for module in manifest.get('modules', [])]
    if names != ['citynet']:
        yield f'{names}: the runtime has everything that CityNet is built with'
    for module in manifest.get('modules', []):
        if module.get('buildsystem') != 'meson' or module.get('builddir') is not True:
            yield 'Meson builds in a folder of its own'
        if module.get('run-tests') is not True:
            yield 'the tests are not run'
        if '-Dprofile=default' not in module.get('config-opts', []):
            yield 'not the profile of a release'


@about
def copies_builds(manifest):
    for module in manifest.get('modules', []):
        for source in module.get('sources', []):
            if source.get('type') == 'dir':
                for name in {'_build', '.git'} - set(source.get('skip', [])):
                    yield f'{name} would be copied into every build'


SOUND = {
    'id': ID, 'runtime': 'org.gnome.Platform', 'runtime-version': str(OLDEST_RUNTIME), 'sdk': 'org.gnome.Sdk',
    'command': 'citynet', 'finish-args': list(PERMISSIONS),
    'modules': [{'name': 'citynet', 'buildsystem': 'meson', 'builddir': True, 'run-tests': True,
                 'config-opts': ['-Dprofile=default'],
                 'sources': [{'type': 'dir', 'path': '.', 'skip': ['.git', '_build']}]}],
}


def written(manifest):
    return {PATH: json.dumps(manifest, indent=4, ensure_ascii=False) + '\n'}


def top(**changes):
    """The sound manifest with other values; None takes a key out."""
    manifest = {**SOUND, **{key.replace('_', '-'): value for key, value in changes.items()}}
    return written({key: value for key, value in manifest.items() if value is not None})


def module(**changes):
    return top(modules=[{**SOUND['modules'][0], **{key.replace('_', '-'): value for key, value in changes.items()}}])


def source(**properties):
    return module(sources=[properties])


def permissions(*more, without=()):
    return top(finish_args=[argument for argument in PERMISSIONS if argument not in without] + list(more))


TEXT = written(SOUND)[PATH]
GIT = {'type': 'git', 'url': 'https://example.org/a.git', 'tag': 'v1', 'commit': '0' * 40}
RELEASE = source(**GIT)
RULES = [
    Rule('is-one-file-at-the-top-named-by-the-id', misplaced,
         [{}, {'build-aux/' + PATH: TEXT}, {PATH: TEXT, 'org.example.Other.json': TEXT}], {PATH: TEXT}),
    Rule('the-folder-is-small', too_large, [{PATH: TEXT, 'a': 'x' * (26 * 1024 * 1024)}], {PATH: TEXT}),
    Rule('is-strict-json', not_strict,
         [{PATH: TEXT.replace('{', '{ // comment\n', 1)}, {PATH: TEXT.replace('"citynet",', '"citynet",,', 1)},
          {PATH: TEXT.replace('    ]\n}', '    ],\n}')}, {PATH: TEXT.replace('{', '{"id": "a",', 1)},
          {PATH: TEXT.replace('true', 'NaN', 1)}, {PATH: TEXT.replace('"', "'")}], {PATH: TEXT}),
    Rule('is-formatted', not_formatted,
         [{PATH: TEXT.replace('    ', '\t')}, {PATH: TEXT.replace('\n', '\r\n')}, {PATH: TEXT[:-1]},
          {PATH: TEXT + '\n'}, {PATH: TEXT.replace('    ', '  ')}], {PATH: TEXT}),
    Rule('the-id-is-well-formed', bad_id,
         [top(id='org.example.citynet'), top(id='org.CityNet'), top(id='org.example.City-Net.App'),
          top(id='org.example.CityNet.desktop'), top(id='org.example.1City'), top(id='a.b.c.d.e.f'), top(id=None)],
         top()),
    Rule('has-a-command-permissions-and-modules', incomplete,
         [top(command=None), top(command='/app/bin/citynet'), top(command='citynet %U'), top(finish_args=[]),
          top(modules=[]), top(branch='stable'), top(default_branch='stable')], top()),
    Rule('the-runtime-is-supported', bad_runtime,
         [top(runtime_version='50'), top(runtime_version='master'), top(runtime_version=51),
          top(runtime='org.freedesktop.Platform'), top(sdk='org.kde.Sdk')], top()),
    Rule('the-display-is-asked-for-properly', bad_sockets,
         [permissions(without=['--socket=fallback-x11']), permissions(without=['--socket=wayland']),
          permissions('--socket=x11'), permissions(without=['--share=ipc'])], top()),
    Rule('nothing-opens-the-sandbox', forbidden_permissions,
         [permissions(argument) for argument in (
             '--filesystem=home', '--filesystem=host', '--filesystem=xdg-data', '--filesystem=/tmp',
             '--filesystem=xdg-config/dconf', '--socket=session-bus', '--socket=system-bus', '--device=all',
             '--talk-name=ca.desrt.dconf', '--talk-name=org.freedesktop.portal.Desktop', f'--own-name={ID}',
             '--system-talk-name=org.freedesktop.login1', '--persist=.citynet')], top()),
    Rule('every-permission-has-its-reason', unreasoned_permissions,
         [permissions('--socket=pulseaudio'), permissions('--share=ipc'), permissions(without=['--device=dri'])], top()),
    Rule('is-built-without-the-network', network_in_the_build,
         [module(build_options={'build-args': ['--share=network']}),
          module(build_options={'test-args': ['--share=network']}),
          top(build_options={'build-args': ['--share=network']})], module(build_options={'test-args': ['--socket=x11']})),
    Rule('sources-are-pinned', bad_sources,
         [source(**{**GIT, 'url': 'git@example.org:a.git'}), source(**{**GIT, 'commit': 'main'}),
          source(type='git', url=GIT['url'], branch='main'), source(**{**GIT, 'branch': 'main'}),
          source(type='git', url=GIT['url'], commit='0' * 40), module(sources=[GIT, GIT]),
          source(type='archive', url='https://example.org/a.tar.xz'),
          source(type='archive', url='https://example.org/a.tar.xz', sha256='0', sha1='0'),
          source(type='file', path='a', md5='0')], RELEASE),
    Rule('what-a-debugger-needs-stays', removes_debugging,
         [top(cleanup=['/lib/debug']), module(cleanup=['lib/debug/*']), top(cleanup=['*'])], top(cleanup=['/include'])),
    Rule('every-key-is-known-and-at-its-place', unknown_or_unordered,
         [top(finish_argument=[]), top(app_id=ID), module(builddirs=True), module(build_options={'network': True}),
          source(type='dir', path='.', branch='x'), source(type='bzr', url='x'),
          written(dict(reversed(SOUND.items()))),
          top(modules=[dict(reversed(SOUND['modules'][0].items()))])], RELEASE),
    Rule('one-module-is-built-and-tested', not_one_module,
         [top(modules=SOUND['modules'] * 2), module(name='sqlite'), module(run_tests=False), module(builddir=False),
          module(buildsystem='simple'), module(config_opts=['-Dprofile=development'])], RELEASE),
    Rule('no-build-folder-is-copied', copies_builds, [source(type='dir', path='.')], top()),
]

sys.exit(run('manifest', RULES))
