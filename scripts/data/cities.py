# Writes rules/world/cities.tsv: capitals, towns, sites and regions from GeoNames and cities.yaml of this folder.
# Run after countries.py by make; proved by check.py.
import sys

import yaml

import sources

COLUMNS = ['name', 'names', 'country', 'latitude', 'longitude', 'population', 'kind', 'ambiguous']
KIND_ORDER = {'capital': 0, 'city': 1, 'region': 2, 'site': 3}


def read_yaml(path):
    with open(path, encoding='utf-8') as file:
        return yaml.safe_load(file)


def by_country(towns, countries):
    """GeoNames' towns by alpha-3 code, the greatest first, so that the first of a name is the one that is meant."""
    code_of = {row['iso']: code for code, row in countries.items()}
    groups = {}
    for town in sorted(towns, key=lambda town: (-town['population'], town['geonameid'])):
        groups.setdefault(code_of.get(town['countrycode']), []).append(town)
    return groups


def first_named(towns, name):
    """The greatest town of that name; failing that, of that name without accents; failing that, also called so."""
    wanted = sources.plain(name)
    tests = (lambda town: town['name'] == name, lambda town: sources.plain(town['name']) == wanted,
             lambda town: name in town['alternatenames'])
    return next((town for test in tests for town in towns if test(town)), None)


def row(name, names, country, latitude, longitude, population, kind):
    return {'name': name, 'names': [n for n in sources.distinct(names) if n != name], 'country': country,
            'latitude': f'{latitude:.2f}', 'longitude': f'{longitude:.2f}', 'population': population, 'kind': kind}


def row_of_town(town, code, hand, asked_name):
    """A town under the name by which it was asked for or the newspapers', with its plain spelling and both apostrophes."""
    name = asked_name or hand['rename'].get(code, {}).get(town['name'], town['name'])
    if code not in hand['keeps_accents']:
        name = sources.plain(name)
    others = hand['names'].get(code, {}).get(name, [])
    spelt = [form for n in [name, *others] for form in (n, sources.plain(n), n.replace("'", '’'))]
    return row(name, spelt, code, town['latitude'], town['longitude'], town['population'], 'city')


def chosen_towns(code, towns, hand, capital):
    """The towns of one country that belong in the list, each with the name by which it was asked for or None, and the
    names that GeoNames has not: the capital, the great towns, those of `take`."""
    least = hand['least_by_country'].get(code, hand['least_population'])
    dropped = set(hand['drop'].get(code, []))
    old_name = {new: old for old, new in hand['rename'].get(code, {}).items()}
    asked, missing = {}, []
    for name in [capital, *hand['take'].get(code, [])]:
        town = first_named(towns, old_name.get(name, name))
        if town:
            asked[town['geonameid']] = name
        else:
            missing.append(name)
    great = {town['geonameid'] for town in towns if town['population'] >= least and town['name'] not in dropped}
    return [(town, asked.get(town['geonameid'])) for town in towns if town['geonameid'] in great | asked.keys()], missing


def hand_rows(lines, kind):
    for line in lines:
        name, names, country, latitude, longitude = (field.strip() for field in line.split('|'))
        others = [n.strip() for n in names.split(',') if n.strip()]
        spelt = [form for n in [name, *others] for form in (n, sources.plain(n), n.replace("'", '’'))]
        yield row(name, spelt, country, float(latitude), float(longitude), 0, kind)


def province_rows(hand, towns):
    for code, provinces in hand['provinces'].items():
        for name, seat in provinces.items():
            town = first_named(towns[code], seat)
            yield row(name, [name], code, town['latitude'], town['longitude'], 0, 'region')
    for code, oblasts in hand['oblasts'].items():
        for name, seat in oblasts.items():
            town = first_named(towns[code], seat)
            yield row(f'{name} Oblast', [f'{name} oblast', f'{name} region', f'{name} Region'], code, town['latitude'], town['longitude'], 0, 'region')


def state_rows(hand, states, towns):
    """US states, in the middle of their towns."""
    for code, name in sorted(states.items()):
        inside = [town for town in towns['USA'] if town['admin1code'] == code]
        if name in hand['states_elsewhere'] or name == 'District of Columbia' or not inside:
            continue
        latitude, longitude = (sum(town[axis] for town in inside) / len(inside) for axis in ('latitude', 'longitude'))
        yield row(name, [name], 'USA', latitude, longitude, 0, 'region')


def town_rows(hand, towns, capitals):
    for code in sorted(capitals):
        chosen, missing = chosen_towns(code, towns.get(code, []), hand, capitals[code])
        by_hand = [line.split('|')[0].strip() for line in hand['towns'] + hand['sites']]
        for name in missing:
            if name not in by_hand:
                print(f'cities.yaml: {code}: GeoNames has no {name}; take its name from there, or put it under towns', file=sys.stderr)
        for town, asked_name in chosen:
            yield row_of_town(town, code, hand, asked_name)


def finished(rows, capitals, ambiguous):
    """Without doubles, capitals marked, those first that a bare name means: capitals, then by inhabitants."""
    seen, result = set(), []
    for entry in sorted(rows, key=lambda r: -r['population']):
        key = (entry['name'], entry['country'])
        if key in seen:
            continue
        seen.add(key)
        if capitals.get(entry['country']) == entry['name']:
            entry['kind'] = 'capital'
        result.append({**entry, 'names': '|'.join(entry['names']), 'ambiguous': int(entry['name'] in ambiguous)})
    return sorted(result, key=lambda r: (KIND_ORDER[r['kind']], -r['population'], r['name'], r['country']))


def main():
    packages = sources.folder(sys.argv)
    hand = read_yaml('scripts/data/cities.yaml')
    capitals = {row['code']: row['capital'] for row in read_yaml('rules/world/countries.yaml')}
    towns = by_country(sources.geonames_cities(packages, '500'), sources.geonames_countries(packages))
    rows = [*town_rows(hand, towns, capitals), *hand_rows(hand['towns'], 'city'), *hand_rows(hand['sites'], 'site'),
            *hand_rows(hand['regions'], 'region'), *province_rows(hand, towns), *state_rows(hand, sources.us_states(packages), towns)]
    with open('rules/world/cities.tsv', 'w', encoding='utf-8') as out:
        out.write('\t'.join(COLUMNS) + '\n')
        for entry in finished(rows, capitals, set(hand['ambiguous'])):
            out.write('\t'.join(str(entry[column]) for column in COLUMNS) + '\n')


main()
