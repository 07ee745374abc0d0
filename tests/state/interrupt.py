#!/usr/bin/env python3
"""Kills runs with SIGKILL at random moments: files and state are each the old or the new ones, whole, and the next run
makes of them what a run without a kill would have made.

    interrupt.py PROGRAM CORPUS [TIMES [SEED]]
"""
import collections
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

TABLES = {  # what a run finds; what was told of it is the next run's business
    "documents": "SELECT * FROM documents ORDER BY id",
    "claims": "SELECT * FROM claims ORDER BY document, place",
    "events": "SELECT uid, sequence, created, modified, slot, now FROM events ORDER BY uid",
    "evidence": "SELECT * FROM evidence ORDER BY event, document, sentence, word",
}


def command(program, folder):
    return [program, "build", folder / "in", "-o", folder / "out", "--state", folder / "state.db"]


def run(program, folder):
    subprocess.run(command(program, folder), check=True, stderr=subprocess.DEVNULL)


def files(folder):
    return {path.name: path.read_bytes() for path in (folder / "out").iterdir() if not path.name.startswith(".")}


def content(folder):
    """All that the state holds; opening it heals what was cut off, as it does for the program."""
    with sqlite3.connect(folder / "state.db") as state:
        assert state.execute("PRAGMA integrity_check").fetchone() == ("ok",), "the state is damaged"
        return {name: state.execute(query).fetchall() for name, query in TABLES.items()}


def prepare(program, corpus, old, copy):
    """`old` has state and files of two thirds of the articles, and all of them to read; `copy` is a copy of it."""
    articles = sorted(path for path in corpus.iterdir() if path.is_file())
    (old / "in").mkdir(parents=True)
    for path in articles[: len(articles) * 2 // 3]:
        shutil.copy(path, old / "in")
    run(program, old)
    for path in articles:
        shutil.copy(path, old / "in")
    shutil.copytree(old, copy)


def one_kill(program, folder, wait):
    """False where the run was done before it came."""
    process = subprocess.Popen(command(program, folder), stderr=subprocess.DEVNULL)
    time.sleep(wait)
    process.kill()
    return process.wait() < 0


def stage(seen, old, new):
    whole = {name for name in seen if seen[name] == new.get(name)}
    for name, bytes_seen in seen.items():
        assert bytes_seen in (old.get(name), new[name]), f"{name} is neither the old nor the new one"
    return "old" if not whole or seen == old else "new" if seen == new else "some of each"


class Expected:
    """What there was before the run, and what a run without a kill makes of it."""

    def __init__(self, program, folder):
        self.old_files, self.old_state = files(folder), content(folder)
        began = time.monotonic()
        run(program, folder)
        self.lasts = time.monotonic() - began
        self.new_files, self.new_state = files(folder), content(folder)
        run(program, folder)
        self.quiet_files = files(folder)  # of a run that has nothing new to tell
        assert self.old_files != self.new_files and self.old_state != self.new_state

    def after_kill(self, folder):
        """What was found, as words; what may not be is an AssertionError."""
        state = content(folder)
        assert state in (self.old_state, self.new_state), "the state is neither the old nor the new one"
        where = stage(files(folder), self.old_files, self.new_files)
        assert state == self.new_state or where == "old", "files are ahead of the state"
        return f"state {'new' if state == self.new_state else 'old'}, files {where}"

    def after_next_run(self, folder, found):
        may_be = [self.new_files] + ([self.quiet_files] if found == "state new, files new" else [])
        assert files(folder) in may_be and content(folder) == self.new_state, "the next run does not make up for it"
        left = [path.name for path in (folder / "out").iterdir() if path.name.startswith(".")]
        assert not left, f"left behind: {left}"


def kill_often(program, corpus, top, times, chance):
    work, kept = top / "work", top / "kept"
    prepare(program, corpus, work, kept)
    expected = Expected(program, work)
    tally = collections.Counter()
    while sum(tally.values()) < times:
        shutil.rmtree(work)
        shutil.copytree(kept, work)
        # Writing is the last short part of a run: half of the kills aim at it.
        if not one_kill(program, work, expected.lasts * chance.uniform(*chance.choice([(0, 1), (0.8, 1)]))):
            continue
        found = expected.after_kill(work)
        tally[found] += 1
        run(program, work)
        expected.after_next_run(work, found)
    return tally


def main():
    program, corpus = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    times, seed = int(sys.argv[3]) if len(sys.argv) > 3 else 200, int(sys.argv[4]) if len(sys.argv) > 4 else 1
    with tempfile.TemporaryDirectory(prefix="dateline-interrupt-") as top:
        tally = kill_often(program, corpus, pathlib.Path(top), times, random.Random(seed))
    for what, count in sorted(tally.items()):
        print(f"{count:4} {what}")
    print(f"{times} kills: files and state each whole, and the next run healed what was cut off")


if __name__ == "__main__":
    main()
