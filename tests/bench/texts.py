#!/usr/bin/env python3
"""Articles to measure with, as JSON Lines: those of the inputs, each text once, or many megabytes that repeat nothing.

    texts.py INPUT... [--mb N] [--first N] [--seed N] > articles.jsonl

INPUT is a file, or a folder with all in it: JSON Lines with "text" (lines without are passed over), .txt and .md. HTML
is passed over: its bytes are not its text. --first N ends with the article that reaches N MB of text, of 10^6 bytes.

--mb N goes through the articles until N MB are made that are read but once. Sentences stay as people wrote them, but
- names that occur often (a run of capitalised words that never stand in lower case) trade places with names that occur
  about as often, so that states stay about as frequent as they are; rarer ones get other letters: words are new;
- figures become others of their size, days of a month other days, months and weekdays others, and years, with the day
  of publication, move by up to ten years;
- a sentence that has come out before is left out.
One trade of names holds for a whole article, so that it speaks of the same people from its head to its end. How many
sentences were left out is told on standard error. The same seed makes the same bytes.
"""
import argparse
import collections
import hashlib
import json
import pathlib
import random
import re
import sys

MB = 1_000_000
MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
CALENDAR = frozenset(MONTHS + WEEKDAYS + "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Easter Christmas".split())
CAPITALISED = r"\b[A-Z]\w*[a-z]\w*\b"
RUN = re.compile(rf"{CAPITALISED}(?: {CAPITALISED})*|\d+")
INSIDE = re.compile(rf"(?<=[a-z,] )({CAPITALISED}(?: {CAPITALISED})*)")
SENTENCE_END = re.compile(r"(?<=[.!?])(?=\s)|(?=\n)")
OFTEN = 8   # times that a name occurs before it trades its place instead of its letters
BAND = 16   # names, neighbours by how often they occur, that trade among themselves
SIZES = ((0, 0), (1, 12), (13, 23), (24, 28), (29, 59), (60, 99))  # what one or two figures stay within


def articles_of_file(path):
    if path.suffix == ".jsonl":
        for line in path.read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            if isinstance(article, dict) and isinstance(article.get("text"), str):
                yield {"published": article.get("published") or article.get("date"), "title": article.get("title"),
                       "text": article["text"]}
    elif path.suffix in (".txt", ".md"):
        yield {"published": None, "title": None, "text": path.read_text(encoding="utf-8", errors="replace")}


def files_of(path):
    return [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file())


def read_articles(inputs):
    """The articles of all inputs, each text once, numbered."""
    seen, articles = set(), []
    for path in (file for name in inputs for file in files_of(pathlib.Path(name))):
        for article in articles_of_file(path):
            if article["text"].strip() and article["text"] not in seen:
                seen.add(article["text"])
                articles.append({"id": f"a{len(articles)}", **article})
    return articles


def size_of(article):
    return len(article["text"].encode("utf-8", "replace"))


class Names:
    """The names that occur in the articles, and what they may become."""

    def __init__(self, texts):
        lower = set(re.findall(r"\b[a-z]+\b", " ".join(texts)))
        self.words = {word for text in texts for run in INSIDE.findall(text) for word in run.split()
                      if word.lower() not in lower and word not in CALENDAR}
        counts = collections.Counter(name for text in texts for run in RUN.findall(text) for name in self.runs(run))
        self.often = [name for name, count in counts.most_common() if count >= OFTEN]
        self.place = {name: place for place, name in enumerate(self.often)}

    def runs(self, words):
        """The names in a run of capitalised words: "Last Friday Vladimir Putin" has one."""
        out = [[]]
        for word in words.split(" "):
            out[-1].append(word) if word in self.words else out.append([])
        return [" ".join(run) for run in out if run]

    def steps(self, rng):
        """How far the names of each band move on, within it."""
        return rng.choices(range(BAND), k=len(self.often) // BAND + 1)

    def traded(self, name, steps):
        """What a name that occurs often becomes; None for another."""
        place = self.place.get(name)
        if place is None:
            return None
        first = place // BAND * BAND
        band = self.often[first:first + BAND]
        return band[(place - first + steps[place // BAND]) % len(band)]


def other_letters(word, rng):
    """Two letters in the word become others of their kind: vowels vowels."""
    letters = list(word)
    for at in rng.sample(range(len(letters)), min(2, len(letters))):
        kind = next((kind for kind in ("aeiou", "bcdfghklmnprstvwz") if letters[at].lower() in kind), None)
        if kind:
            other = rng.choice(kind)
            letters[at] = other.upper() if letters[at].isupper() else other
    return "".join(letters)


class Change:
    """What one article becomes."""

    def __init__(self, names, rng):
        self.names, self.rng = names, rng
        self.years = rng.randint(-10, 10)
        self.steps = names.steps(rng)
        self.trade = dict(zip(MONTHS, rng.sample(MONTHS, 12))) | dict(zip(WEEKDAYS, rng.sample(WEEKDAYS, 7)))

    def of_text(self, text):
        return RUN.sub(lambda found: self.of_run(found.group()), text)

    def of_run(self, run):
        if run[0].isdigit():
            return self.of_figures(run)
        words, out = run.split(" "), []
        while words:
            length = next((n for n in range(len(words), 0, -1) if " ".join(words[:n]) in self.names.place), 1)
            out.append(self.of_name(" ".join(words[:length])))
            del words[:length]
        return " ".join(out)

    def of_name(self, name):
        traded = self.names.traded(name, self.steps) or self.trade.get(name)
        if traded is None:
            traded = self.trade[name] = other_letters(name, self.rng) if name in self.names.words else name
        return traded

    def of_figures(self, figures):
        number = int(figures)
        if len(figures) == 4 and 1900 <= number < 2100:
            return str(number + self.years)
        if len(figures) <= 2:  # a month, a day, an hour and a minute stay what can be
            first, last = (24, 28) if 28 < number < 32 else next((a, b) for a, b in SIZES if number <= b)
            return str(self.rng.randint(first, last)).zfill(len(figures))
        return str(self.rng.randint(1, 9)) + "".join(self.rng.choices("0123456789", k=len(figures) - 1))

    def of_published(self, published):
        if not published or not published[:4].isdigit():
            return published
        moved = str(int(published[:4]) + self.years) + published[4:]
        return moved.replace("-02-29", "-02-28")


class Variants:
    """Articles made of articles, without a sentence that occurs twice."""

    def __init__(self, articles, seed):
        self.rng = random.Random(seed)
        self.articles = articles
        self.names = Names([article["text"] for article in articles])
        self.seen, self.sentences, self.left_out = set(), 0, 0

    def is_new(self, sentence):
        key = hashlib.blake2b(sentence.strip().encode("utf-8", "replace"), digest_size=8).digest()
        new = key not in self.seen
        self.seen.add(key)
        self.sentences += 1
        self.left_out += not new
        return new

    def text_of(self, article, change):
        sentences = SENTENCE_END.split(change.of_text(article["text"]))
        return "".join(s for s in sentences if not s.strip() or self.is_new(s))

    def round(self, number):
        for article in self.articles:
            change = Change(self.names, self.rng)
            text = self.text_of(article, change)
            if text.strip():
                yield {"id": f"{article['id']}.{number}", "published": change.of_published(article["published"]),
                       "title": article["title"] and change.of_text(article["title"]), "text": text}

    def all(self):
        """Ends where a round brings hardly anything new, which is said."""
        for number in range(10_000):
            before = self.sentences - self.left_out
            yield from self.round(number)
            if self.sentences - self.left_out < before + len(self.articles) / 100:
                raise SystemExit(f"texts.py: {len(self.articles)} articles have no more variants that differ")


def write(articles, most_bytes):
    written = count = 0
    for article in articles:
        if most_bytes is not None and written >= most_bytes:
            break
        print(json.dumps(article, ensure_ascii=False))
        written, count = written + size_of(article), count + 1
    return count


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("inputs", nargs="+", metavar="INPUT")
    parser.add_argument("--mb", type=float, help="make so many MB that repeat nothing")
    parser.add_argument("--first", type=float, help="end with the article that reaches so many MB")
    parser.add_argument("--seed", type=int, default=20261121)
    options = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    articles = read_articles(options.inputs)
    if not articles:
        raise SystemExit("texts.py: no article in " + " ".join(options.inputs))
    if options.mb is None:
        return write(articles, None if options.first is None else options.first * MB)
    variants = Variants(articles, options.seed)
    write(variants.all(), options.mb * MB)
    told = f"of {variants.sentences} sentences {variants.left_out} would have been repeated and were left out"
    print(told, file=sys.stderr)


if __name__ == "__main__":
    main()
