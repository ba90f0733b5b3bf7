"""What a trainer waits for: from the command to the page, from a lever to its world, shares over 20 and 100 runs.

    python benchmarks/seminar.py [CASE | AGENTS]

starts `archipel app`, asks as the page does, and prints seconds beside the targets: for a commune of 1 200 field
agents, or of so many, or for a case that is shipped. The machine should have nothing else to do.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from seminar_cases import case_of
from websockets.sync.client import ClientConnection, connect

AGENTS = "1200"
LEVELS = (0.2, 0.35, 0.5, 0.75, 0.9)
COMMAND = (sys.executable, "-m", "experiments", "app", "--port", "0", "--no-browser", "--quiet")
TARGETS = {"page": 5.0, "lever": 0.3, "event": 0.3, "20 runs": 1.0, "100 runs": 5.0}
"""Seconds, at 1 200 field agents."""


def main(asked: str) -> None:
    """Measure, print."""
    with tempfile.TemporaryDirectory() as folder:
        own = [str(case_of(int(asked), Path(folder)))] if asked.isdecimal() else []
        _measure(Path(own[0]).stem if own else asked, own)


def _measure(case: str, own: list[str]) -> None:
    started = time.monotonic()
    process = subprocess.Popen([*COMMAND, *own], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        _fetched(address)
        found = {"page": time.monotonic() - started}
        while not json.loads(_fetched(f"{address}health"))["ready"]:
            time.sleep(0.1)
        found |= _answers(address, case)
    finally:
        process.terminate()
        process.wait()
    for name, seconds in found.items():
        print(f"{name:10} {seconds:6.2f} s   (target {TARGETS[name]:g} s)")


def _fetched(address: str) -> str:
    with urllib.request.urlopen(address) as answer:
        return str(answer.read().decode())


def _answers(address: str, case: str) -> dict[str, float]:
    place = address.removeprefix("http://").rstrip("/")
    with connect(f"ws://{place}/ws", origin=f"http://{place}", max_size=2**24) as socket:  # type: ignore[arg-type]
        list(_asked(socket, case, 0, {}, [], "shares"))  # processes have loaded their rules
        levers = [_world(socket, case, at, {"sponsorship.level": level}, []) for at, level in enumerate(LEVELS, 1)]
        months = range(20, 45, 5)
        events = [_world(socket, case, 90 + m, {}, [{"id": "alternance", "month": m}]) for m in months]
        shares = list(_asked(socket, case, 200, {"sponsorship.level": 0.6}, [], "shares", 100))
    times = {message["shares"]["done"]: after for message, after in shares if message["type"] == "shares"}
    return {
        "lever": statistics.median(levers),
        "event": statistics.median(events),
        "20 runs": times[20],
        "100 runs": times[100],
    }


def _world(
    socket: ClientConnection, case: str, run: int, levers: dict[str, float], events: list[dict[str, object]]
) -> float:
    """Seconds from a question to its world."""
    return [after for _, after in _asked(socket, case, run, levers, events, "world")][-1]


def _asked(
    socket: ClientConnection,
    case: str,
    run: int,
    levers: dict[str, float],
    events: list[dict[str, object]],
    last: str,
    done: int = 20,
) -> Iterator[tuple[dict, float]]:
    """Answers to a question, with the seconds since it was asked, until one of the kind `last` that counts `done`."""
    started = time.monotonic()
    asked = {"type": "world", "run": run, "slot": "A", "case": case, "levers": levers, "events": events, "seed": 0}
    socket.send(json.dumps(asked))
    while True:
        message = json.loads(socket.recv())
        if message["run"] != run:
            continue
        if message["type"] == "error":
            raise RuntimeError(message["en"])
        yield message, time.monotonic() - started
        if message["type"] == last and (last != "shares" or message["shares"]["done"] >= done):
            return


if __name__ == "__main__":
    main(*(sys.argv[1:] or [AGENTS]))
