"""A program of examples/ prints what the comment at its head says, and the calendar that it builds is there.

    examples_test.py PROGRAM SOURCE
"""
import pathlib
import subprocess
import sys
import tempfile

PROGRAM, SOURCE = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])


def promised():
    """The lines that are set off in the comment at the head."""
    head = SOURCE.read_text(encoding="utf-8").split("#include", 1)[0]
    return "".join(line[7:] + "\n" for line in head.splitlines() if line.startswith("//     "))


def main():
    builds = "build(" in SOURCE.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="dateline-example-") as folder:
        arguments = [SOURCE.parent / "articles", folder] if builds else []
        ran = subprocess.run([PROGRAM, *arguments], capture_output=True, encoding="utf-8", timeout=60)
        assert ran.returncode == 0, ran.stderr
        assert ran.stderr == "", ran.stderr
        assert promised() and ran.stdout == promised(), f"{SOURCE.name} promises\n{promised()}and prints\n{ran.stdout}"
        if builds:
            feed = (pathlib.Path(folder) / "timeline.ics").read_text(encoding="utf-8")
            assert "BEGIN:VEVENT" in feed, feed


main()
