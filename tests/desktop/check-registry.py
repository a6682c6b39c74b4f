# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds data/networks/networks.jsonl to the table in its README. Argument: the file."""

import json
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / 'support'))
import tap  # noqa: E402

KINDS = {'network', 'campaign', 'initiative', 'observatory', 'charter', 'award'}
FIELDS = {
    'id': str, 'name': str, 'short': (str, type(None)), 'aliases': list, 'weak_aliases': list, 'kind': str,
    'parent': (str, type(None)), 'founded': (int, type(None)), 'ended': (int, type(None)),
    'website': (str, type(None)), 'feed': (str, type(None)), 'feed_candidate': (str, type(None)),
    'feed_basis': (str, type(None)), 'scope': (str, type(None)), 'seat': (str, type(None)),
    'languages': (list, type(None)), 'members_reported': (str, type(None)), 'sources': dict,
    'note': (str, type(None)),
}
# Bodies outside the registry that a line may name as its parent.
ORGANISATIONS = {'Council of Europe', 'UNESCO', 'European Commission', 'World Health Organization',
                 'International Coalition of Cities Against Racism (UNESCO)'}
ADDRESS = re.compile(r'https?://[^\s<>"]+\Z')
SOURCE = re.compile(r'https?://[^\s<>"]+( \(.+\))?\Z')  # an address, and what to know of it
SAMPLES = ['eurocities', 'oasc', 'scn', 'solidarity-cities', 'inclusive-cities-for-all', 'observatory-living-together']

lines = pathlib.Path(sys.argv[1]).read_text(encoding='utf-8').splitlines()
networks = []
suite = tap.Suite()


def no_constant(word):
    raise ValueError(f'{word} is not JSON')


def no_repetition(pairs):
    keys = [key for key, _ in pairs]
    assert len(keys) == len(set(keys)), f'a key is there twice: {keys}'
    return dict(pairs)


@suite.test('/data/registry/every-line-is-strict-json')
def _():
    for line in lines:
        networks.append(json.loads(line, parse_constant=no_constant, object_pairs_hook=no_repetition))
    assert len(networks) >= 43


@suite.test('/data/registry/every-line-has-the-fields-of-the-readme')
def _():
    for network in networks:
        assert set(network) == set(FIELDS), set(network) ^ set(FIELDS)
        for field, kind in FIELDS.items():
            assert isinstance(network[field], kind), (network['id'], field, network[field])
        assert network['kind'] in KINDS, network['kind']
        assert network['name'].strip() == network['name'] != ''


@suite.test('/data/registry/identifiers-are-plain-and-unique')
def _():
    identifiers = [network['id'] for network in networks]
    assert len(identifiers) == len(set(identifiers))
    for identifier in identifiers:
        assert re.fullmatch(r'[a-z0-9]+(-[a-z0-9]+)*', identifier), identifier


@suite.test('/data/registry/every-parent-is-a-network-or-a-known-organisation')
def _():
    parents = {network['id']: network['parent'] for network in networks}
    for identifier, parent in parents.items():
        assert parent is None or parent in parents or parent in ORGANISATIONS, (identifier, parent)
        seen = {identifier}
        while parent in parents:
            assert parent not in seen, f'{identifier} is its own ancestor'
            seen.add(parent)
            parent = parents[parent]


@suite.test('/data/registry/addresses-are-http')
def _():
    for network in networks:
        for field in ('website', 'feed', 'feed_candidate'):
            assert network[field] is None or ADDRESS.match(network[field]), (network['id'], field)
        assert (network['feed_candidate'] is None) == (network['feed_basis'] is None), network['id']


@suite.test('/data/registry/every-stated-year-and-number-has-a-source')
def _():
    for network in networks:
        assert network['sources'], network['id']
        for field, sources in network['sources'].items():
            assert field in FIELDS, (network['id'], field)
            for source in sources.split('; '):
                assert SOURCE.match(source), (network['id'], field, source)
        for field in ('founded', 'ended', 'members_reported'):
            assert network[field] is None or field in network['sources'], (network['id'], field)


@suite.test('/data/registry/a-strong-spelling-belongs-to-one-network')
def _():
    owner = {}
    for network in networks:
        strong = {network['name'], network['short'] or network['name'], *network['aliases']}
        weak = set(network['weak_aliases'])
        for spelling in strong - weak:
            first = owner.setdefault(spelling, network['id'])
            assert first == network['id'], (spelling, first, network['id'])


@suite.test('/data/registry/the-networks-of-the-samples-are-there')
def _():
    assert set(SAMPLES) <= {network['id'] for network in networks}


sys.exit(suite.run())
