"""A feed over HTTP, and the programs that subscribe to it: vdirsyncer fetches, khal shows."""
import contextlib
import functools
import http.server
import pathlib
import subprocess
import threading

KHAL = """[calendars]
[[feed]]
path = {top}/items
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
default_timezone = UTC
local_timezone = UTC
[sqlite]
path = {top}/khal.db
"""
VDIRSYNCER = """[general]
status_path = "{top}/status"
[pair feed]
a = "remote"
b = "local"
collections = null
conflict_resolution = "a wins"
[storage remote]
{remote}
[storage local]
type = "filesystem"
path = "{top}/items"
fileext = ".ics"
"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    extensions_map = {".ics": "text/calendar; charset=utf-8"}

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def served(folder):
    """The address of the feed in the folder, as long as the block lasts."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/timeline.ics"
    finally:
        server.shutdown()
        server.server_close()


def output(*command, **options):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, **options)
    if done.returncode != 0:
        raise AssertionError(f"{command[0]} says {done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def over_http(url):
    """A feed as vdirsyncer subscribes to it. It gives events names of its own there, made of all their bytes."""
    return f'type = "http"\nurl = "{url}"'


def from_file(feed):
    """A feed that lies on the disk: its events keep their UIDs."""
    return f'type = "singlefile"\npath = "{feed}"\nread_only = true'


class Subscriber:
    """One user's vdirsyncer and khal, with all that they keep under `top`."""

    def __init__(self, top, remote):
        self.top = pathlib.Path(top)
        (self.top / "items").mkdir(parents=True)
        (self.top / "khal.conf").write_text(KHAL.format(top=self.top))
        (self.top / "vdirsyncer.conf").write_text(VDIRSYNCER.format(top=self.top, remote=remote))
        output("vdirsyncer", "-c", self.top / "vdirsyncer.conf", "discover", "feed", input="y\n" * 9)

    def sync(self):
        """How many items were copied."""
        return output("vdirsyncer", "-c", self.top / "vdirsyncer.conf", "sync").count("Copying")

    def items(self):
        """Of each event its properties by name; of several of a name the first."""
        return [properties(path.read_text(encoding="utf-8")) for path in sorted((self.top / "items").iterdir())]

    def shown(self, day, days):
        """What khal shows from that day on: (uid, start, status, title) of each event once."""
        fields = output("khal", "-c", self.top / "khal.conf", "list", "--once", "--day-format", "", "--format", "{uid}|{start-date}|{status}|{title}", day, f"{days}d")
        return [tuple(line.split("|", 3)) for line in fields.splitlines() if "|" in line]


def properties(item):
    event = item.replace("\r", "").replace("\n ", "").split("BEGIN:VEVENT\n")[1].split("END:VEVENT")[0]
    out = {}
    for line in event.splitlines():
        name, value = line.split(":", 1)
        out.setdefault(name.split(";")[0], value)
    return out
