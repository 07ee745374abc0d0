"""What Evolution's engine shows of a feed. events() runs this file again on a message bus of its own."""
import json
import os
import subprocess
import sys
import time


def events(url, home):
    """(uid, DTSTART, STATUS, SUMMARY) of each event."""
    home.mkdir(parents=True)
    env = dict(os.environ, HOME=str(home), TZ="UTC")
    for name in "CONFIG", "CACHE", "DATA":
        env[f"XDG_{name}_HOME"] = str(home / name.lower())
    done = subprocess.run(["dbus-run-session", "--", "/usr/bin/python3", __file__, url], env=env, capture_output=True, text=True, timeout=120, check=True)
    return [tuple(event) for event in json.loads(done.stdout.splitlines()[-1])]


def subscribe(url):
    import gi
    for name, version in ("EDataServer", "1.2"), ("ECal", "2.0"), ("ICalGLib", "3.0"):
        gi.require_version(name, version)
    from gi.repository import ECal, EDataServer, GLib
    registry = EDataServer.SourceRegistry.new_sync(None)
    source = EDataServer.Source.new(None, None)
    source.set_display_name("feed")
    source.set_parent("webcal-stub")
    source.get_extension(EDataServer.SOURCE_EXTENSION_CALENDAR).set_backend_name("webcal")
    source.get_extension(EDataServer.SOURCE_EXTENSION_WEBDAV_BACKEND).set_uri(GLib.Uri.parse(url, GLib.UriFlags.NONE))
    source.get_extension(EDataServer.SOURCE_EXTENSION_AUTHENTICATION).set_method("none")
    source.get_extension(EDataServer.SOURCE_EXTENSION_SECURITY).set_method("none")
    registry.commit_source_sync(source, None)
    known = wait_for(lambda: registry.ref_source(source.get_uid()))
    client = ECal.Client.connect_sync(known, ECal.ClientSourceType.EVENTS, 30, None)
    wait_for(lambda: client.get_object_list_as_comps_sync("#t", None)[1])
    client.refresh_sync(None)
    return client.get_object_list_as_comps_sync("#t", None)[1]


def wait_for(look, seconds=60):
    for _ in range(seconds * 4):
        if found := look():
            return found
        time.sleep(0.25)
    raise TimeoutError("nothing came of it")


def described(component):
    from gi.repository import ICalGLib
    event = component.get_icalcomponent()
    status = ICalGLib.PropertyKind.STATUS_PROPERTY
    return event.get_uid(), event.get_dtstart().as_ical_string(), event.get_first_property(status).get_value_as_string(), event.get_summary()


if __name__ == "__main__":
    print(json.dumps([described(component) for component in subscribe(sys.argv[1])]))
