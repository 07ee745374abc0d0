"""The man page names every command and every option that --help shows, and no other.

    man_test.py PROGRAM
"""
import pathlib
import re
import subprocess
import sys

program = sys.argv[1]
page = (pathlib.Path(__file__).resolve().parents[2] / "doc" / "dateline.1").read_text()


def help_of(*command):
    return subprocess.run([program, *command, "--help"], capture_output=True, text=True, timeout=30, check=True).stdout


def commands_of(*command):
    """Each command that can be run, as its words."""
    inner = re.findall(r"^  ([a-z]+)", help_of(*command).partition("Subcommands:")[2], re.MULTILINE)
    return [leaf for name in inner for leaf in commands_of(*command, name)] or [command]


def options_of(*command):
    return {name for line in re.findall(r"^  (-\S+)", help_of(*command), re.MULTILINE) for name in line.split(",")}


commands = commands_of()
shown = options_of().union(*(options_of(*command) for command in commands))
described = {"-" + name for line in re.findall(r"^\.It (Fl .*)", page, re.MULTILINE) for name in re.findall(r"Fl (\S+)", line)}
named = set(re.findall(r"^\.It Cm (.*)", page, re.MULTILINE))
wrong = sorted(shown ^ described) + sorted({" ".join(command) for command in commands} ^ named)
if wrong:
    sys.exit(f"doc/dateline.1 and --help do not agree on: {', '.join(wrong)}")
