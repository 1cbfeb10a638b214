"""A player in Python: joins, scans a code, and says what came of it.

python play.py http://localhost:4000 harbour-night HARBOUR PRETZEL-4AM
"""

import datetime
import json
import queue
import secrets
import sys
import time
import urllib.request
import uuid

import socketio

RESULT_WITHIN_S = 10


def event_id() -> str:
    """A UUIDv7: made once for one intent, and kept on every retry."""
    ms, chance = time.time_ns() // 1_000_000, secrets.randbits(74)
    bits = ms << 80 | 7 << 76 | (chance >> 62) << 64 | 2 << 62 | chance & (1 << 62) - 1
    return str(uuid.UUID(int=bits))


def now() -> str:
    return datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="milliseconds")


def join(url: str, hunt: str, code: str) -> dict:
    body = json.dumps({"code": code, "playerId": str(uuid.uuid4())}).encode()
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(f"{url}/v1/hunts/{hunt}/join", body, headers)
    with urllib.request.urlopen(request, timeout=RESULT_WITHIN_S) as reply:
        return json.load(reply)


def play(url: str, hunt: str, code: str, scan: str) -> dict:
    """Sends one scan and answers its result."""
    session = join(url, hunt, code)
    results: queue.Queue = queue.Queue()
    sio = socketio.Client()
    sio.on("results", lambda push: [results.put(r) for r in push["results"]], namespace="/play")
    auth = {"token": session["token"]}
    sio.connect(url, auth=auth, namespaces=["/play"], transports=["websocket"])
    try:
        event = {"id": event_id(), "type": "code.scanned.v1", "time": now()}
        event |= {name: session[name] for name in ("hunt", "player", "team")}
        event["data"] = {"code": scan}
        packet = {"specversion": "1.0", "source": session["source"], "sentAt": now()}
        reply = sio.call("events:send", packet | {"events": [event]}, namespace="/play")
        if not reply["ok"] or reply["acks"] != ["appended"]:
            raise SystemExit(f"not taken: {reply}")
        while True:
            result = results.get(timeout=RESULT_WITHIN_S)
            if result["id"] == event["id"]:
                return result
    finally:
        sio.disconnect()


if __name__ == "__main__":
    if len(sys.argv) != 5:
        raise SystemExit(__doc__)
    print(json.dumps(play(*sys.argv[1:])))
