"""The feed as its readers see it: python-icalendar, ical.js, khal and vdirsyncer; and a story told in five runs.

With DATELINE_PROGRAM and DATELINE_TESTS set, and ical.js installed in the folder where it runs: tests/clients/run does it.
"""
import datetime
import json
import os
import pathlib
import shutil
import tempfile
import unittest

import icalendar

from subscription import Subscriber, from_file, output, over_http, served

PROGRAM = os.environ["DATELINE_PROGRAM"]
TESTS = pathlib.Path(os.environ["DATELINE_TESTS"])

# Of each run: DTSTART, STATUS and SEQUENCE in the feed, and what the briefing says first.
STORY = [
    ("20260331", "TENTATIVE", "0", "**new** — Macron visits Beijing: March 2026."),
    ("20260314", "CONFIRMED", "1", "**dated** — Macron visits Beijing: March 2026 → 14 March 2026, says Meridian Wire."),
    ("20260320", "CONFIRMED", "2", "**moved** — Macron visits Beijing: 14 March 2026 → 20 March 2026, says The Harbour Gazette."),
    ("20260320", "CANCELLED", "3", "**cancelled** — Macron visits Beijing (was: 20 March 2026), says The Northern Ledger."),
    ("20260320", "CONFIRMED", "4", "**on again** — Macron visits Beijing: 20 March 2026 (held), says Meridian Wire."),
]


def iso(day):
    """The day of a DTSTART."""
    return f"{day[:4]}-{day[4:6]}-{day[6:8]}"


def changes(briefing):
    """The bullets of "Changed since the last run", each in one line and without its footnotes."""
    section = briefing.split("## Changed since the last run\n\n")[1].split("\n\n")[0]
    return [bullet.replace("\n  ", " ").split("[^")[0].strip() for bullet in section.removeprefix("- ").split("\n- ")]


class Feed(unittest.TestCase):
    """The feed of tests/corpus."""

    @classmethod
    def setUpClass(cls):
        cls.top = pathlib.Path(tempfile.mkdtemp(prefix="dateline-clients-"))
        output(PROGRAM, "build", TESTS / "corpus", "-o", cls.top / "out")
        cls.feed = cls.top / "out" / "timeline.ics"
        text = cls.feed.read_bytes().decode().replace("\r\n ", "")
        cls.uids = sorted(line.removeprefix("UID:") for line in text.split("\r\n") if line.startswith("UID:"))

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.top)

    def test_icalendar(self):
        calendar = icalendar.Calendar.from_ical(self.feed.read_bytes())
        events = calendar.walk("VEVENT")
        self.assertEqual(sorted(str(event["UID"]) for event in events), self.uids)
        self.assertEqual([error for part in calendar.walk() for error in part.errors], [])
        for event in events:
            self.assertLess(event["DTSTART"].dt, event["DTEND"].dt)

    @unittest.skipUnless(pathlib.Path("node_modules/ical.js").is_dir(), "no ical.js here")
    def test_ical_js(self):
        events = [json.loads(line) for line in output("node", TESTS / "clients" / "ical_js.mjs", self.feed).splitlines()]
        self.assertEqual(sorted(event["uid"] for event in events), self.uids)
        self.assertTrue(all(event["comesToAnEnd"] for event in events))

    def test_vdirsyncer_and_khal(self):
        with served(self.feed.parent) as url:
            subscriber = Subscriber(self.top / "user", over_http(url))
            self.assertEqual(subscriber.sync(), len(self.uids))
            self.assertEqual(subscriber.sync(), 0, "what has not changed is not copied")
            days = sorted(datetime.date.fromisoformat(iso(item["DTSTART"])) for item in subscriber.items())
            self.assertEqual(len(subscriber.shown(days[0], (days[-1] - days[0]).days + 1)), len(self.uids))


class Story(unittest.TestCase):
    """Planned for March; confirmed for the 14th; moved to the 20th; cancelled; held after all."""

    def test_five_runs(self):
        with tempfile.TemporaryDirectory(prefix="dateline-story-") as name:
            top = pathlib.Path(name)
            (top / "out").mkdir()
            (top / "out" / "timeline.ics").touch()
            with served(top / "out") as url:
                self.tell(top, Subscriber(top / "by-file", from_file(top / "out" / "timeline.ics")), Subscriber(top / "by-http", over_http(url)))

    def tell(self, top, by_file, by_http):
        uids = set()
        articles = sorted((TESTS / "state" / "story").iterdir())
        for article, (day, status, sequence, change) in zip(articles, STORY, strict=True):
            with self.subTest(article.name):
                output(PROGRAM, "build", article, "-o", top / "out", "--state", top / "state.db")
                self.assertEqual((by_file.sync(), by_http.sync()), (1, 1))
                (item,) = by_file.items()
                uids.add(item["UID"])
                self.assertEqual((item["DTSTART"], item["STATUS"], item["SEQUENCE"]), (day, status, sequence))
                for subscriber in by_file, by_http:
                    ((_, start, shown_as, title),) = subscriber.shown("2026-03-01", 31)
                    self.assertEqual((start, shown_as.strip()), (iso(day), status))
                    self.assertIn("Macron visits Beijing", title)
                self.assertEqual(changes((top / "out" / "timeline.md").read_text(encoding="utf-8")), [change])
        self.assertEqual(len(uids), 1)


if __name__ == "__main__":
    unittest.main(verbosity=2)
