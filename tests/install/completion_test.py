"""The shell completions offer what --help shows, and nothing else.

    completion_test.py PROGRAM SHELL     where SHELL is bash or zsh
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

SHELL = sys.argv.pop(2)
PROGRAM = os.path.abspath(sys.argv.pop(1))
COMPLETION = pathlib.Path(__file__).resolve().parents[2] / "completion" / f"dateline.{SHELL}"

BASH = """source "$1"; shift
COMP_WORDS=(dateline "$@"); COMP_CWORD=$#
_dateline dateline
printf '%s\\n' "${COMPREPLY[@]}"
"""
ZSH = """file=$1; shift
words=(dateline "$@"); CURRENT=$#words
compadd() { print -l -- ${(M)${(P)2}:#${words[CURRENT]}*} }
_files() { :; }
source $file
"""


def offered(*words):
    """What the shell offers for the last of the words."""
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(PROGRAM, f"{folder}/dateline")
        ran = subprocess.run(
            [SHELL, "-c", BASH if SHELL == "bash" else ZSH, SHELL, COMPLETION, *words],
            env={"PATH": f"{folder}:{os.environ['PATH']}"}, capture_output=True, text=True, timeout=30)
    assert not ran.stderr, ran.stderr
    return sorted(filter(None, ran.stdout.split("\n")))


def help_of(*command):
    return subprocess.run([PROGRAM, *command, "--help"], capture_output=True, text=True, timeout=30, check=True).stdout


def options_of(text):
    return re.findall(r"(?<=[ ,])--?[a-z][-a-z]*(?=[ ,\n])", "\n".join(line[:30] + "\n" for line in text.split("\n") if line.startswith("  -")))


def commands_of(text):
    return re.findall(r"^  ([a-z]+)", text.partition("Subcommands:")[2], re.MULTILINE)


class Completion(unittest.TestCase):
    def test_commands(self):
        self.assertIn("build", commands_of(help_of()))
        self.assertEqual(offered(""), sorted(commands_of(help_of())))
        self.assertEqual(offered("bu"), ["build"])
        self.assertEqual(offered("rules", ""), sorted(commands_of(help_of("rules"))))
        self.assertEqual(offered("build", ""), [])  # a file may follow

    def test_options(self):
        self.assertIn("--published", options_of(help_of("build")))
        self.assertEqual(offered("-"), sorted(set(options_of(help_of()))))
        for command in commands_of(help_of()):
            wanted = options_of(help_of()) + options_of(help_of(command))
            self.assertEqual(sorted(set(offered(command, "-"))), sorted(set(wanted)), command)
        self.assertEqual(offered("build", "articles", "--pub"), ["--published"])
        self.assertEqual(offered("--language", "en", "rules", "list", "--c"), ["--corpus"])

    def test_values(self):
        self.assertEqual(offered("build", "--ical-fuzzy", ""), ["marker", "skip", "span"])
        self.assertEqual(offered("check", "--format", "s"), ["sarif"])
        self.assertEqual(offered("build", "--out", ""), [])


if __name__ == "__main__":
    unittest.main()
