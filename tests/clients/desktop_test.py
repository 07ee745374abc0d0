"""The feed in Evolution's engine and in Thunderbird: as many events as it has, with their dates, titles and statuses; and
a cancelled event shown as cancelled. With DATELINE_PROGRAM and DATELINE_TESTS set: scripts/test-desktop does it.
"""
import os
import pathlib
import shutil
import tempfile
import unittest

import evolution
import thunderbird
from subscription import output, properties, served

PROGRAM = os.environ["DATELINE_PROGRAM"]
TESTS = pathlib.Path(os.environ["DATELINE_TESTS"])


def events_of(feed):
    """(uid, DTSTART, STATUS, SUMMARY) of each, as they stand in the feed."""
    parts = feed.read_bytes().decode().split("END:VEVENT")[:-1]
    found = [properties(part.replace("\r", "") + "END:VEVENT") for part in parts]
    return sorted((e["UID"], e["DTSTART"], e["STATUS"], e["SUMMARY"].replace("\\", "")) for e in found)


class Desktop(unittest.TestCase):
    def setUp(self):
        self.top = pathlib.Path(tempfile.mkdtemp(prefix="dateline-desktop-"))
        self.addCleanup(shutil.rmtree, self.top, ignore_errors=True)
        self.feeds = [self.build("corpus", [TESTS / "corpus"]), self.build("cancelled", sorted((TESTS / "state" / "story").iterdir())[:4])]

    def build(self, name, articles):
        output(PROGRAM, "build", *articles, "-o", self.top / name)
        return self.top / name

    def see(self, client):
        for feed in self.feeds:
            with self.subTest(feed.name), served(feed) as url:
                self.maxDiff = None
                self.assertEqual(sorted(client.events(url, self.top / client.__name__ / feed.name)), events_of(feed / "timeline.ics"))

    def test_evolution(self):
        self.see(evolution)

    def test_thunderbird(self):
        self.see(thunderbird)


if __name__ == "__main__":
    unittest.main(verbosity=2)
