"""What Thunderbird shows of a feed: it runs without a window and is told what to do over its remote protocol, Marionette,
whose messages are LENGTH:JSON."""
import contextlib
import json
import os
import pathlib
import socket
import subprocess
import time

SETTINGS = {
    "calendar.timezone.local": "UTC",
    "calendar.timezone.useSystemTimezone": False,
    "app.update.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "mail.provider.suppress_dialog_on_startup": True,
    "network.proxy.type": 0,
}
LOOK = """
const [address, done] = arguments;
(async () => {
  const {cal} = ChromeUtils.importESModule("resource:///modules/calendar/calUtils.sys.mjs");
  const {setTimeout} = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");
  const feed = cal.manager.createCalendar("ics", Services.io.newURI(address));
  feed.setProperty("cache.enabled", false);
  cal.manager.registerCalendar(feed);
  feed.refresh();
  for (let tries = 0; tries < 80; ++tries) {
    await new Promise(resolve => setTimeout(resolve, 500));
    const items = await feed.getItemsAsArray(Ci.calICalendar.ITEM_FILTER_ALL_ITEMS, 0, null, null).catch(() => []);
    if (items.length) return done(items.map(item => [item.id, item.startDate.icalString, item.status, item.title]));
  }
  done([]);
})().catch(error => done([String(error)]));
"""


class Remote:
    def __init__(self, port):
        self.connection = socket.create_connection(("127.0.0.1", port), timeout=120)
        self.stream = self.connection.makefile("rwb")
        self.receive()  # it says hello

    def close(self):
        self.stream.close()
        self.connection.close()

    def receive(self):
        length = b""
        while not length.endswith(b":"):
            length += self.stream.read(1)
        return json.loads(self.stream.read(int(length[:-1])))

    def command(self, name, **parameters):
        message = json.dumps([0, 1, name, parameters]).encode()
        self.stream.write(str(len(message)).encode() + b":" + message)
        self.stream.flush()
        _, _, error, result = self.receive()
        if error:
            raise RuntimeError(error["message"])
        return result


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def connected(port, seconds=90):
    for _ in range(seconds * 2):
        with contextlib.suppress(ConnectionRefusedError):
            return Remote(port)
        time.sleep(0.5)
    raise TimeoutError("Thunderbird does not answer")


@contextlib.contextmanager
def running(profile, port):
    settings = dict(SETTINGS, **{"marionette.port": port})
    (profile / "user.js").write_text("".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in settings.items()))
    command = ["thunderbird", "--headless", "--no-remote", "--profile", str(profile), "--marionette", "--remote-allow-system-access"]
    env = dict(os.environ, HOME=str(profile), MOZ_HEADLESS="1", TZ="UTC")
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def events(url, profile):
    """(uid, DTSTART, STATUS, SUMMARY) of each event."""
    pathlib.Path(profile).mkdir(parents=True)
    port = free_port()
    with running(profile, port), contextlib.closing(connected(port)) as remote:
        remote.command("WebDriver:NewSession")
        remote.command("Marionette:SetContext", value="chrome")
        remote.command("WebDriver:SetTimeouts", script=60000)
        found = remote.command("WebDriver:ExecuteAsyncScript", script=LOOK, args=[url], sandbox="system", newSandbox=True)["value"]
        return [tuple(event) for event in found]
