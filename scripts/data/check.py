#!/usr/bin/env python3
# Checks rules/world: codes are known, names belong to one, dates are in order, places lie on the earth.
# Prints a line a fault and exits 1; says nothing where all is well. Run from the top of the checkout, or by make.
import collections
import csv
import datetime
import os
import re
import sys

import yaml

WORLD = 'rules/world/'
SIZES = {'countries.yaml': 60, 'people.yaml': 90, 'organisations.yaml': 30}  # kB: parsing YAML is what start-up costs
UN_MEMBERS = 193
faults = []


def fault(file, message):
    faults.append(f'{WORLD}{file}: {message}')


def load(file):
    with open(WORLD + file, encoding='utf-8') as text:
        return yaml.safe_load(text)


def cities():
    with open(WORLD + 'cities.tsv', encoding='utf-8', newline='') as text:
        return list(csv.DictReader(text, delimiter='\t', quoting=csv.QUOTE_NONE))


def only(file, entry, allowed):
    for key in sorted(set(entry) - set(allowed)):
        fault(file, f'{entry.get("code") or entry.get("name") or entry.get("id")}: unknown key {key}')


def all_names(entry):
    return [entry['name'], *entry.get('names', [])]


def one_owner_each(file, pairs, what):
    """Each name belongs to one owner, and stands there once."""
    owners = collections.defaultdict(list)
    for name, owner in pairs:
        owners[name].append(owner)
    for name, those in owners.items():
        if len(those) > 1:
            fault(file, f'{what} {name!r} stands at {", ".join(those)}; keep it at one')


def on_earth(file, name, latitude, longitude):
    if not (-90 <= float(latitude) <= 90 and -180 <= float(longitude) <= 180) or (float(latitude), float(longitude)) == (0, 0):
        fault(file, f'{name}: {latitude}, {longitude} is no place; latitude comes first')


def earliest(date):
    """The first day that a day, a month or a year can mean; None for anything else."""
    text = str(date)
    if not re.fullmatch(r'\d{4}(-\d\d(-\d\d)?)?', text):
        return None
    return datetime.date.fromisoformat((text + '-01-01')[:10])


def check_countries(countries):
    file = 'countries.yaml'
    for c in countries:
        only(file, c, ['code', 'name', 'short', 'names', 'demonyms', 'prefixes', 'context', 'capital', 'latitude', 'longitude', 'status'])
        on_earth(file, c['code'], c['latitude'], c['longitude'])
        if not c['capital']:
            fault(file, f'{c["code"]}: no capital')
    words = [(n, c['code']) for c in countries for key in ('demonyms', 'prefixes') for n in c.get(key, [])]
    one_owner_each(file, [(n, c['code']) for c in countries for n in all_names(c)] + words, 'name')
    one_owner_each(file, [(c['code'], c['name']) for c in countries], 'code')
    members = sum('status' not in c for c in countries)
    if members != UN_MEMBERS:
        fault(file, f'{members} entries have no status, the United Nations have {UN_MEMBERS} members')


def check_organisations(organisations, countries, codes, places):
    file = 'organisations.yaml'
    for o in organisations:
        only(file, o, ['code', 'name', 'names', 'ambiguous', 'part_of', 'seat', 'members', 'country', 'kind'])
        for code in [*o.get('members', []), *[o[k] for k in ('part_of', 'country') if k in o]]:
            if code not in codes:
                fault(file, f'{o["code"]}: unknown code {code}')
        if len(set(o.get('members', []))) != len(o.get('members', [])):
            fault(file, f'{o["code"]}: a member stands twice')
        if o['kind'] not in ('intergovernmental', 'bloc', 'court', 'armed_group', 'ngo'):
            fault(file, f'{o["code"]}: unknown kind {o["kind"]}')
        if 'seat' in o and o['seat'] not in places:
            fault(file, f'{o["code"]}: cities.tsv has no {o["seat"]}')
    named = [(n, e['code']) for e in [*organisations, *countries] for n in all_names(e)]
    one_owner_each(file, named, 'name')
    one_owner_each(file, [(e['code'], e['name']) for e in [*organisations, *countries]], 'code')


def check_office(file, name, office, offices, codes):
    only(file, {**office, 'name': name}, ['name', 'office', 'title', 'for', 'from', 'to'])
    start, end = earliest(office['from']), earliest(office.get('to', '9999'))
    if office['office'] not in offices:
        fault(file, f'{name}: office {office["office"]} is not in offices.yaml')
    if office.get('for', next(iter(codes))) not in codes:
        fault(file, f'{name}: unknown code {office["for"]}')
    if not start or not end or (start >= end and str(office['from']) != str(office.get('to'))):
        fault(file, f'{name}: {office["from"]} to {office.get("to")} is no stretch of time')


def check_people(file, people, offices, codes):
    for p in people:
        only(file, p, ['name', 'country', 'names', 'surname', 'surnames', 'ambiguous', 'offices'])
        if p['country'] not in codes:
            fault(file, f'{p["name"]}: unknown code {p["country"]}')
        for office in p['offices']:
            check_office(file, p['name'], office, offices, codes)
        starts = [earliest(o['from']) for o in p['offices']]
        if starts != sorted(starts):
            fault(file, f'{p["name"]}: offices are not in the order of their first days')


def check_people_apart(file, people, places):
    """No full name belongs to two; a surname that is also a place is marked as ambiguous."""
    one_owner_each(file, [(n, p['name']) for p in people for n in all_names(p)], 'name')
    for p in people:
        for surname in [p.get('surname', p['name'].split()[-1]), *p.get('surnames', [])]:
            if surname in places and not p.get('ambiguous'):
                fault(file, f'{p["name"]}: {surname} is also a place in cities.tsv; say ambiguous: true')


def terms_of(people):
    """(country, office) to the terms that are known to the day, in their order."""
    terms = collections.defaultdict(list)
    for p in people:
        for o in p['offices']:
            end = o.get('to', datetime.date.max)
            if o['office'] in ('president', 'prime minister', 'foreign minister') and isinstance(end, datetime.date) \
                    and isinstance(o['from'], datetime.date):
                terms[o.get('for', p['country']), o['office']].append((o['from'], end, p['name']))
    return {key: sorted(those) for key, those in terms.items()}


def check_holders(file, people, states):
    """No state has two presidents, prime ministers or foreign ministers at once."""
    for (code, office), those in sorted(terms_of(people).items()):
        for (_, end, first), (start, _, second) in zip(those, those[1:]):
            if start < end and code in states:
                fault(file, f'{code}: {first} and {second} are both {office} on {start}')


def check_series(series, codes, places):
    file = 'series.yaml'
    one_owner_each(file, [(s['id'], s['names'][0]) for s in series], 'id')
    one_owner_each(file, [(n, s['id']) for s in series for n in s['names']], 'name')
    for s in series:
        only(file, s, ['id', 'names', 'organisation', 'place', 'country', 'meetings'])
        before = datetime.date.min
        for m in s['meetings']:
            only(file, {**m, 'id': s['id']}, ['id', 'year', 'from', 'to', 'place', 'country', 'name', 'virtual'])
            if not before <= m['from'] <= m['to'] or (m['to'] - m['from']).days > 30:
                fault(file, f'{s["id"]}: {m["from"]} to {m["to"]} is out of order')
            if m['year'] != m['from'].year:
                fault(file, f'{s["id"]}: {m["from"]} is not in {m["year"]}')
            place, country = m.get('place', s.get('place')), m.get('country', s.get('country'))
            if place and country not in places.get(place, {country: 1} if place == country else []):
                fault(file, f'{s["id"]} {m["year"]}: cities.tsv has no {place} in {country}')
            before = m['to']
        for code in [s[k] for k in ('organisation', 'country') if k in s]:
            if code not in codes:
                fault(file, f'{s["id"]}: unknown code {code}')


def check_metonyms(metonyms, codes):
    file = 'metonyms.yaml'
    for m in metonyms['metonyms']:
        only(file, m, ['code', 'use', 'names'])
        if m['code'] not in codes or m['use'] not in ('actor', 'either'):
            fault(file, f'{m["code"]}, {m["use"]}: unknown')
    one_owner_each(file, [(n, m['code']) for m in metonyms['metonyms'] for n in m['names']], 'name')


def check_cities(rows, codes):
    file = 'cities.tsv'
    for r in rows:
        on_earth(file, r['name'], r['latitude'], r['longitude'])
        if r['country'] and r['country'] not in codes:
            fault(file, f'{r["name"]}: unknown code {r["country"]}')
        if r['kind'] not in ('capital', 'city', 'region', 'site') or r['ambiguous'] not in ('0', '1'):
            fault(file, f'{r["name"]}: {r["kind"]}, {r["ambiguous"]}: unknown')
    one_owner_each(file, [((r['name'], r['country']), r['name']) for r in rows], 'place')


def check_sizes():
    for file, limit in SIZES.items():
        size = os.path.getsize(WORLD + file)
        if size > limit * 1024:
            fault(file, f'{size // 1024} kB, more than {limit}')


def main():
    countries, organisations, rows = load('countries.yaml'), load('organisations.yaml'), cities()
    states = {c['code'] for c in countries}
    codes = states | {o['code'] for o in organisations}
    places = collections.defaultdict(dict)
    for r in rows:
        for name in [r['name'], *filter(None, r['names'].split('|'))]:
            places[name][r['country']] = r
    offices = {o for group in load('offices.yaml')['offices'].values() for o in group}
    people, former, leaders = load('people.yaml'), load('people_former.yaml'), load('people_leaders.yaml')
    check_countries(countries)
    for c in countries:
        if c['code'] not in places.get(c['capital'], {}):
            fault('countries.yaml', f'{c["code"]}: cities.tsv has no {c["capital"]}')
    check_organisations(organisations, countries, codes, places)
    check_people('people.yaml', people, offices, codes)
    check_people('people_former.yaml', former, offices, codes)
    check_people('people_leaders.yaml', leaders, offices, codes)
    check_people_apart('people.yaml', people + former + leaders, places)
    check_holders('people.yaml', people + former + leaders, states)
    check_series(load('series.yaml'), codes, places)
    check_metonyms(load('metonyms.yaml'), codes)
    check_cities(rows, states)
    check_sizes()
    print('\n'.join(faults), end='\n' if faults else '')
    sys.exit(1 if faults else 0)


main()
