"""dateline serve with real sockets: what clients do, and what those do who mean no good. Python's own library only.

    serve_test.py PROGRAM
"""
import http.client
import json
import os
import pathlib
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))
HEAD, TAIL = b"BEGIN:VCALENDAR\r\nVERSION:2.0", b"\r\nEND:VCALENDAR\r\n"
SUMMIT = b"\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Summit\r\nEND:VEVENT"
VISIT = b"\r\nBEGIN:VEVENT\r\nUID:b\r\nSUMMARY:Visit\r\nEND:VEVENT"
EVENTS = [
    {"uid": "a", "kind": "summit", "status": "scheduled", "actors": [{"code": "CHN"}]},
    {"uid": "b", "kind": "visit", "status": "held", "actors": []},
]


def replace(path, data):
    """Puts a file in its place as a build does."""
    beside = path.with_suffix(".new")
    beside.write_bytes(data)
    os.replace(beside, path)


def everything(sock):
    """What the server says until it ends the connection; None where it does not end it."""
    data = b""
    try:
        while piece := sock.recv(65536):
            data += piece
    except ConnectionError:
        pass
    except TimeoutError:
        return None
    return data


class Serve(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="dateline-serve-")
        self.path = pathlib.Path(self.folder.name)
        self.write(HEAD + SUMMIT + VISIT + TAIL)
        self.start()

    def start(self, *options):
        self.server = subprocess.Popen(
            [PROGRAM, "serve", self.path, "--port", "0", "--timeout", "2", *options], stderr=subprocess.PIPE, text=True)
        self.said = self.server.stderr.readline()
        self.port = int(self.said.rsplit(":", 1)[1].split("/")[0])

    def tearDown(self):
        self.server.kill()
        self.server.wait()
        self.server.stderr.close()
        self.folder.cleanup()

    def write(self, ics):
        replace(self.path / "timeline.ics", ics)
        replace(self.path / "timeline.json", json.dumps({"events": EVENTS}).encode())

    def ask(self, target, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, target, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        answer.body = answer.read()
        connection.close()
        return answer

    def connect(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=10)

    def send(self, data):
        """Raw bytes, and what comes back."""
        with self.connect() as sock:
            try:
                sock.sendall(data)
            except ConnectionError:
                pass
            return everything(sock)

    def memory(self):
        """KiB that the server holds in memory."""
        status = pathlib.Path(f"/proc/{self.server.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0])

    def test_subscription(self):
        first = self.ask("/timeline.ics")
        self.assertEqual((first.status, first.body), (200, HEAD + SUMMIT + VISIT + TAIL))
        self.assertEqual(first.headers["Content-Type"], "text/calendar; charset=utf-8")
        self.assertIsNotNone(first.headers["Date"])
        head = self.ask("/timeline.ics", "HEAD")
        self.assertEqual((head.status, head.body, head.headers["Content-Length"]), (200, b"", str(len(first.body))))
        again = self.ask("/timeline.ics", If_None_Match=first.headers["ETag"])
        self.assertEqual((again.status, again.body), (304, b""))
        again = self.ask("/timeline.ics", If_Modified_Since=first.headers["Last-Modified"])
        self.assertEqual(again.status, 304)

    def test_filter_and_a_new_build(self):
        visits = self.ask("/timeline.ics?kind=visit")
        self.assertEqual(visits.body, HEAD + VISIT + TAIL)
        whole = self.ask("/timeline.ics")
        self.write(HEAD + VISIT + TAIL)
        self.assertEqual(self.ask("/timeline.ics", If_None_Match=whole.headers["ETag"]).body, HEAD + VISIT + TAIL)
        self.assertEqual(self.ask("/timeline.ics?kind=visit", If_None_Match=visits.headers["ETag"]).status, 304)

    def test_a_connection_is_kept(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        for _ in range(3):
            connection.request("GET", "/timeline.ics")
            self.assertEqual(len(connection.getresponse().read()), len(HEAD + SUMMIT + VISIT + TAIL))
            self.assertIsNotNone(connection.sock)  # else it was closed behind the answer
        connection.close()

    def test_versions(self):
        self.assertTrue(self.send(b"GET /timeline.ics HTTP/1.0\r\n\r\n").endswith(TAIL))
        refused = self.send(b"GET /timeline.ics HTTP/1.1\r\nConnection: close\r\n\r\n")
        self.assertTrue(refused.startswith(b"HTTP/1.1 400 "), refused)
        self.assertTrue(refused.endswith(b"A request of HTTP/1.1 needs a Host header.\n"), refused)

    def test_methods_and_paths(self):
        posted = self.ask("/timeline.ics", "POST")
        self.assertEqual((posted.status, posted.headers["Allow"]), (405, "GET, HEAD"))
        for target in ["/../timeline.ics", "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/."]:
            self.assertEqual(self.ask(target).status, 404, target)
        for target in ["/%", "/%zz", "/timeline.ics%00", "/timeline.ics?kind=%f", "/timeline.ics?nonsense"]:
            self.assertEqual(self.ask(target).status, 400, target)
        self.assertEqual(self.ask("/timeline.ics?kind=" + "a" * 5000).status, 414)

    def test_endless_lines(self):
        before = self.memory()
        for start in [b"GET /", b"GET / HTTP/1.1\r\nHost: x\r\nX-Long: ", b"GET /timeline.ics?kind="]:
            answer = self.send(start + b"a" * (32 << 20))
            self.assertRegex(answer.split(b"\r\n")[0] + b"$", rb"^(HTTP/1.1 4(14|31) .*)?\$$")
        many = self.send(b"GET / HTTP/1.1\r\nHost: x\r\n" + b"X-Many: y\r\n" * 100000)
        self.assertRegex(many.split(b"\r\n")[0] + b"$", rb"^(HTTP/1.1 431 .*)?\$$")
        self.assertLess(self.memory(), before + 4096)
        self.assertEqual(self.ask("/timeline.ics").status, 200)

    def test_a_body_that_never_comes(self):
        answer = self.send(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n")
        self.assertTrue(answer.startswith(b"HTTP/1.1 405 "), answer)

    def test_a_byte_a_moment(self):
        """Each byte is in time, the request is not."""
        with self.connect() as sock:
            began = time.monotonic()
            try:
                while time.monotonic() - began < 8:
                    sock.sendall(b"a")
                    time.sleep(0.2)
            except ConnectionError:
                pass
            self.assertLess(time.monotonic() - began, 5)

    def test_nothing_at_all(self):
        with self.connect() as sock:
            self.assertTrue(everything(sock).endswith(b"The request took too long to come\n"))

    def test_a_thousand_connections(self):
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(2048, hard), hard))
        before = self.memory()
        held = [self.connect() for _ in range(1000)]
        self.assertEqual(self.ask("/timeline.ics").status, 200)  # the oldest of the idle ones make room
        self.assertTrue(everything(held[0]).endswith(b"Too many connections; try it later\n"))
        self.assertLess(self.memory(), before + 16384)
        for sock in held:
            sock.close()
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        self.assertEqual(self.ask("/timeline.ics").status, 200)

    def test_a_reader_who_goes_away(self):
        self.write(HEAD + SUMMIT + b"\r\nX-LONG:" + b"a" * (8 << 20) + VISIT + TAIL)
        for _ in range(20):
            with self.connect() as sock:
                sock.sendall(b"GET /timeline.ics HTTP/1.1\r\nHost: x\r\n\r\n")
                sock.recv(100)
        self.assertEqual(self.ask("/timeline.json").status, 200)
        self.assertLess(self.memory(), 80 * 1024)

    def test_it_ends_when_told(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            with self.connect() as sock:
                self.server.send_signal(number)
                self.assertEqual(self.server.wait(timeout=5), 0)
                self.assertEqual(everything(sock), b"")
            self.server.stderr.close()
            self.start()

    def test_what_cannot_be_served(self):
        for arguments, message in [
            (["nowhere"], "error: nowhere: is no folder; name one that `dateline build -o` has written\n"),
            ([self.path, "--listen", "example.org"], "error: --listen: 'example.org' is no address; write 127.0.0.1, ::1, or 0.0.0.0 for every address of this machine\n"),
            ([self.path, "--port", str(self.port)], f"error: 127.0.0.1 port {self.port}: cannot be listened on: Address already in use; choose another with --listen and --port\n"),
        ]:
            ran = subprocess.run([PROGRAM, "serve", *arguments], capture_output=True, text=True, timeout=10)
            self.assertEqual((ran.returncode, ran.stderr), (2, message))


if __name__ == "__main__":
    unittest.main(verbosity=2)
