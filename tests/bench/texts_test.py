"""The articles that the benchmark makes are of the size asked for, repeat nothing, and are the same for the same seed.

    texts_test.py CORPUS
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

CORPUS = sys.argv.pop()
TEXTS = pathlib.Path(__file__).resolve().parent / "texts.py"


def made(*arguments):
    ran = subprocess.run([sys.executable, TEXTS, *arguments], capture_output=True, check=True, timeout=300)
    return ran.stdout


def articles(*arguments):
    return [json.loads(line) for line in made(*arguments).decode().splitlines()]


class Texts(unittest.TestCase):
    def test_each_text_once(self):
        texts = [article["text"] for article in articles(CORPUS, CORPUS)]
        self.assertGreater(len(texts), 5)
        self.assertEqual(len(texts), len(set(texts)))

    def test_no_sentence_twice(self):
        made_of_them = articles(CORPUS, "--mb", "0.5")
        size = sum(len(article["text"].encode()) for article in made_of_them)
        self.assertGreaterEqual(size, 500_000)
        self.assertLess(size, 520_000)
        sentences = [s.strip() for article in made_of_them for s in re.split(r"(?<=[.!?])(?=\s)|\n", article["text"])]
        sentences = [s for s in sentences if s]
        self.assertEqual(len(sentences), len(set(sentences)))

    def test_seed(self):
        self.assertEqual(made(CORPUS, "--mb", "0.1"), made(CORPUS, "--mb", "0.1"))
        self.assertNotEqual(made(CORPUS, "--mb", "0.1"), made(CORPUS, "--mb", "0.1", "--seed", "1"))

    def test_what_changes(self):
        text = "On Friday, talks with Verdania on 12 May 2025 cost 3400 crowns. "
        often = "Then Verdania and Borduria said, as Verdania did, that {} of Borduria was lost. "
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "a.jsonl"
            text += "".join(map(often.format, "abcdefghij"))
            file.write_text(json.dumps({"published": "2025-05-10", "text": text}))
            article = articles(str(file), "--mb", "0.0001")[0]
        pattern = r"On (\w+day), talks with (Verdania|Borduria) on (\d+) ([A-Z]\w+) (\d{4}) cost \d{4} crowns"
        found = re.match(pattern, article["text"])
        self.assertTrue(found, article["text"][:80])
        self.assertEqual(article["published"][:4], found[5])  # years and publication move together
        self.assertIn(int(found[3]), range(1, 13))


if __name__ == "__main__":
    unittest.main()
