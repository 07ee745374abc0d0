"""A long run tells a terminal how far it is, and nothing else: on a pseudo-terminal, then on a pipe.

    progress_test.py PROGRAM
"""
import json
import os
import pty
import re
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))
SENTENCES = "They met on Tuesday, two days after the vote of late October. Talks may resume by 14 April 2026. " * 40


def run(articles, errors, output=subprocess.DEVNULL):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        for number in range(articles):
            file.write(json.dumps({"id": f"a{number}", "published": "2025-10-30", "text": SENTENCES}) + "\n")
        file.flush()
        return subprocess.run([PROGRAM, "tag", file.name], stdout=output, stderr=errors, timeout=300, check=True)


def enough_articles():
    """As many as take two seconds or more on this machine."""
    articles, took = 100, 0
    while took < 2:
        articles *= 2
        began = time.monotonic()
        run(articles, subprocess.DEVNULL)
        took = time.monotonic() - began
    return articles


ARTICLES = enough_articles()


def on_terminal(output=subprocess.DEVNULL):
    """What a terminal is told."""
    try:
        ours, theirs = pty.openpty()
    except OSError as error:  # a container without /dev/pts
        raise unittest.SkipTest(f"no pseudo-terminal here: {error}") from error
    told = []
    with os.fdopen(ours, "rb", buffering=0) as reader:
        pid = os.fork()
        if pid == 0:
            run(ARTICLES, theirs, theirs if output == "terminal" else output)
            os._exit(0)
        os.close(theirs)
        try:
            while piece := reader.read(65536):
                told.append(piece)
        except OSError:  # the other end is closed
            pass
        assert os.waitpid(pid, 0)[1] == 0
    return b"".join(told).decode()


class Progress(unittest.TestCase):
    def test_terminal(self):
        told = on_terminal()
        lines = re.findall(rf"\r\x1b\[K(\d+) of {ARTICLES} articles, [\d.]+ a second, \d+ (?:s|min|h) left", told)
        self.assertGreater(len(lines), 1, told)
        self.assertEqual(lines, sorted(lines, key=int))
        self.assertTrue(told.endswith("left\r\x1b[K"), told[-100:])

    def test_results_on_the_same_terminal(self):
        self.assertNotIn("articles", on_terminal("terminal"))

    def test_pipe(self):
        self.assertEqual(run(ARTICLES, subprocess.PIPE).stderr, b"")


if __name__ == "__main__":
    unittest.main()
