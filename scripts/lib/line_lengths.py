"""Names the lines that are longer than 120 characters: `line_lengths.py FILE...`, exit 1 where there is one.

In YAML a line of examples, which quotes a sentence, may have 160: what stands under a key `examples:`, or in flow style
begins with the day of publication. Called by scripts/check-format.
"""
import re
import sys

MOST, MOST_OF_EXAMPLE = 120, 160
KEY = re.compile(r"( *)(- )?(\w[\w-]*):")
EXAMPLE = re.compile(r" *- \{at:")


def limits(name, lines):
    """Each line with how long it may be."""
    examples = None  # the column of the key `examples` that a line stands under
    for line in lines:
        if not name.endswith(".yaml"):
            yield line, MOST
            continue
        key = KEY.match(line)
        if key and (examples is None or len(key[1] + (key[2] or "")) <= examples):
            examples = len(key[1] + (key[2] or "")) if key[3] == "examples" else None
        yield line, MOST_OF_EXAMPLE if examples is not None or EXAMPLE.match(line) else MOST


def too_long(name):
    with open(name, encoding="utf-8") as file:
        for number, (line, most) in enumerate(limits(name, file.read().splitlines()), 1):
            if len(line) > most:
                yield f"{name}:{number}: {len(line)} characters, {most} are allowed"


def main():
    found = [message for name in sys.argv[1:] for message in too_long(name)]
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
