#!/usr/bin/env python3
"""How fast the program is as people run it: whole processes, start-up and reading included, on text that is read once.

    whole.py PROGRAM [INPUT...] [--re2 RE2_PASS] [--mb 100] [--runs 5] [--without-chrono] [--format text|json]

INPUT is what texts.py takes, tests/corpus unless given. Each of tag, extract and build runs on an empty article
(start-up), on the first MB, on all articles, each text once, and on what texts.py makes of them: --mb MB in which no
sentence occurs twice (0: none). Beside them run a bare RE2 pass over the same file (re2_pass.cpp) and, but for the long
text, chrono-node, where npm can install it.

Of the runs, which take turns, the median counts; the long text has a third as many. MB/s are 10^6 bytes of text (JSON
around it is read, too, but not counted) by the clock on the wall, then by the time of the processor, which is what to
look at where other things run on the machine. The peak is of memory that is resident; what is below that of this
script, 16 MB, is not seen. Standard output is thrown away; build writes its files. Claims a MB, of the articles and of
what is made of them, say how alike the two are.
"""
import argparse
import contextlib
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
MB = 1_000_000
EMPTY = '{"id": "empty", "published": "2025-10-23", "text": ""}\n'


def run(command):
    """One run of a process: seconds by the wall and by the processor, and its peak of memory in MB.

    The child begins as a copy of this process, whose memory counts until it becomes another: so this one stays small,
    and texts are made by a process of their own.
    """
    with tempfile.TemporaryFile() as errors:
        before = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - before
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            errors.seek(0)
            raise SystemExit(f"{command[0]}: exit {process.returncode}: {errors.read().decode(errors='replace')}")
    return {"seconds": seconds, "processor": usage.ru_utime + usage.ru_stime, "peak_mb": usage.ru_maxrss * 1024 / MB}


def articles(file, inputs, *options):
    """Lets texts.py write a file, and returns what is measured on it."""
    with open(file, "wb") as out:
        subprocess.run([sys.executable, HERE / "texts.py", *inputs, *options], stdout=out, check=True)
    count = size = 0
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            count, size = count + 1, size + len(json.loads(line)["text"].encode())
    return {"file": file, "articles": count, "mb": size / MB}


def command_of(name, program, file, folder):
    if name == "build":
        return [program, "build", file, "-o", pathlib.Path(folder) / "built"]
    return [program, name, file]


def medians(runs):
    return {key: statistics.median(run[key] for run in runs) for key in runs[0]} | {"runs": len(runs)}


def take_turns(commands, rounds):
    """Runs commands by name, one after the other, again and again: a machine that is slow for a while is so for all."""
    runs = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(run(command))
    return runs


def claims_a_mb(program, text):
    ran = subprocess.Popen([program, "extract", text["file"]], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    claims = sum(1 for _ in ran.stdout)
    ran.wait()
    return claims / text["mb"]


def install_chrono(folder):
    """False, with a word why, where there is no chrono-node."""
    if not shutil.which("npm") or not shutil.which("node"):
        print("chrono-node is left out: no npm here", file=sys.stderr)
        return False
    command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, "chrono-node"]
    installed = subprocess.run(command, capture_output=True, timeout=300).returncode == 0
    if not installed:
        print("chrono-node is left out: npm cannot install it", file=sys.stderr)
    return installed


def texts_for(options, folder):
    """What is measured on, by name, and how many rounds each has."""
    inputs = options.inputs or [HERE.parent / "corpus"]
    empty = folder / "empty.jsonl"
    empty.write_text(EMPTY)
    texts = {"start-up": {"file": empty, "articles": 1, "mb": 0, "rounds": options.runs}}
    texts["first MB"] = articles(folder / "first.jsonl", inputs, "--first", "1") | {"rounds": options.runs}
    texts["all, once"] = articles(folder / "once.jsonl", inputs) | {"rounds": options.runs}
    if options.mb:
        made = articles(folder / "made.jsonl", inputs, "--mb", str(options.mb))
        texts["made of them"] = made | {"rounds": max(1, options.runs // 3), "made": True}
    return texts


def commands_for(options, text, folder):
    commands = {name: command_of(name, options.program, text["file"], folder) for name in ("tag", "extract", "build")}
    if options.re2:
        commands["RE2"] = [options.re2, HERE / "time_words.txt", text["file"]]
    if options.chrono and not text.get("made"):
        commands["chrono-node"] = ["node", HERE / "chrono_pass.mjs", folder, text["file"]]
    return commands


def measure(options, folder):
    result = {"program": str(options.program), "processors": os.cpu_count(), "load_before": os.getloadavg()[0]}
    result["texts"] = {}
    for name, text in texts_for(options, folder).items():
        runs = take_turns(commands_for(options, text, folder), text["rounds"])
        measured = {command: medians(of_command) for command, of_command in runs.items()}
        for one in measured.values() if text["mb"] else ():
            one["mb_per_second"] = text["mb"] / one["seconds"]
            one["mb_per_processor_second"] = text["mb"] / one["processor"]
        result["texts"][name] = {key: text[key] for key in ("articles", "mb")} | {"processes": measured}
        if text["mb"]:
            result["texts"][name]["claims_per_mb"] = claims_a_mb(options.program, text)
    return result | {"load_after": os.getloadavg()[0]}


def lines_of(result):
    load = f"{result['load_before']:.1f} before and {result['load_after']:.1f} after"
    yield f"{result['processors']} processors, load {load}"
    for name, text in result["texts"].items():
        about = f", {text['claims_per_mb']:.0f} claims a MB" if text["mb"] else ""
        yield f"\n{name}: {text['articles']} articles, {text['mb']:.2f} MB{about}"
        for command, one in text["processes"].items():
            line = f"  {command:<11} {one['seconds']:8.3f} s {one['processor']:8.3f} s of the processor"
            if text["mb"]:
                line += f" {one['mb_per_second']:8.2f} MB/s {one['mb_per_processor_second']:8.2f} MB/s of the processor"
            yield f"{line}  peak {one['peak_mb']:6.0f} MB  {one['runs']} runs"


def read_options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("inputs", nargs="*", metavar="INPUT", type=pathlib.Path)
    parser.add_argument("--re2", type=pathlib.Path, help="re2_pass; without it there is no pass of RE2")
    parser.add_argument("--mb", type=float, default=100, help="size of the text that is made; 0 for none")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--without-chrono", dest="chrono", action="store_false")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    return parser.parse_args()


def main():
    options = read_options()
    with contextlib.ExitStack() as stack:
        folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="dateline-bench-")))
        options.chrono = options.chrono and install_chrono(folder)
        result = measure(options, folder)
    print(json.dumps(result, indent=2) if options.format == "json" else "\n".join(lines_of(result)))


if __name__ == "__main__":
    main()
