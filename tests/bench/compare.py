#!/usr/bin/env python3
"""How two commits of the program compare: both are built as the bench preset says, and run in turns on the same texts.

    compare.py OLD NEW [INPUT...] [--mb N] [--runs 7] [--jobs 2] [--format text|json]

OLD and NEW are what git calls a commit. INPUT is what texts.py takes, tests/corpus unless given; with --mb what
texts.py makes of it. Each round runs OLD and NEW one right after the other, as whole processes, so that what slows the
machine slows both: of the rounds' ratios NEW : OLD of the processor's time the median, the least and the most are told.
Below 1 the newer is faster. Worktrees and builds stand in a temporary folder and go with it.
"""
import argparse
import contextlib
import json
import pathlib
import statistics
import subprocess
import tempfile

import whole

TOP = whole.HERE.parent.parent
COMMANDS = ("tag", "extract", "build")


@contextlib.contextmanager
def built(commit, folder, jobs):
    """The program of a commit."""
    def git(*words):
        subprocess.run(["git", "-C", TOP, *words], check=True, capture_output=True)

    git("worktree", "add", "--detach", folder, commit)
    try:
        build = ["cmake", "--build", "--preset", "bench", "--target", "dateline_program", "--parallel", str(jobs)]
        for command in (["cmake", "--preset", "bench"], build):
            subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        yield folder / "build/bench/dateline"
    finally:
        git("worktree", "remove", "--force", folder)


def ratios(runs):
    """Of rounds of two, in the order of COMMANDS."""
    out = {}
    for name in COMMANDS:
        old, new = runs[f"old {name}"], runs[f"new {name}"]
        by_round = sorted(n["processor"] / o["processor"] for o, n in zip(old, new))
        out[name] = {"ratio": statistics.median(by_round), "least": by_round[0], "most": by_round[-1],
                     "old": whole.medians(old), "new": whole.medians(new)}
    return out


def compare(old, new, text, folder, rounds):
    commands = {}
    for name in COMMANDS:
        for which, program in (("old", old), ("new", new)):
            (folder / which).mkdir(exist_ok=True)
            commands[f"{which} {name}"] = whole.command_of(name, program, text["file"], folder / which)
    whole.take_turns(commands, 1)  # what is read from disk is in memory from here on
    return ratios(whole.take_turns(commands, rounds))


def line_of(name, one):
    times = " ".join(f"{one[which]['processor']:7.3f} s {one[which]['peak_mb']:5.0f} MB" for which in ("old", "new"))
    return f"  {name:<8} {one['ratio']:.3f}  ({one['least']:.3f} to {one['most']:.3f})   {times}"


def read_options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("old", metavar="OLD")
    parser.add_argument("new", metavar="NEW")
    parser.add_argument("inputs", nargs="*", metavar="INPUT", type=pathlib.Path)
    parser.add_argument("--mb", type=float, default=0, help="make so many MB that repeat nothing")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--jobs", type=int, default=2, help="compilers at a time")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    return parser.parse_args()


def main():
    options = read_options()
    inputs = options.inputs or [TOP / "tests/corpus"]
    with contextlib.ExitStack() as stack:
        folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="dateline-compare-")))
        old, new = (stack.enter_context(built(commit, folder / f"tree-{which}", options.jobs))
                    for which, commit in (("old", options.old), ("new", options.new)))
        made = ("--mb", str(options.mb)) if options.mb else ()
        text = whole.articles(folder / "articles.jsonl", inputs, *made)
        result = compare(old, new, text, folder, options.runs)
    if options.format == "json":
        return print(json.dumps({"articles": text["articles"], "mb": text["mb"], "commands": result}, indent=2))
    print(f"{text['articles']} articles, {text['mb']:.2f} MB; time of NEW by OLD, then time and peak of each")
    print("\n".join(line_of(name, one) for name, one in result.items()))


if __name__ == "__main__":
    main()
