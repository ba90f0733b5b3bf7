"""The live app, started as a trainer starts it: what it serves, what it answers, whom it refuses, how it ends."""

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager

import pytest

from experiments.seminar.coding import states_of
from tests.architecture.repository import ROOT
from tests.seminar.browsing import browsing, needs_browser

START_SECONDS, ANSWER_SECONDS, END_SECONDS = 120, 300, 60
"""Generous: the machine of a test may be busy. What a trainer waits for is measured by the benchmark."""
QUESTION = {"type": "world", "case": "fictional_commune", "levers": {}, "events": [], "seed": 3}


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    log = (tmp_path_factory.mktemp("app") / "log").open("w+", encoding="utf-8")
    command = [sys.executable, "-m", "experiments", "app", "--port", "0", "--no-browser", "--lang", "fr", "--quiet"]
    process = subprocess.Popen(
        [*command, "--workers", "1"], cwd=ROOT, stdout=subprocess.PIPE, stderr=log, text=True, start_new_session=True
    )
    try:
        address = process.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address), log.read()
        wait_for(lambda: json.loads(get(f"{address}health")[1])["ready"])
        process.log = log
        yield address, process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait_for(true, seconds=START_SECONDS):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if true():
                return
        except OSError:
            pass
        time.sleep(0.2)
    raise AssertionError("waited too long")


def get(address, **headers):
    request = urllib.request.Request(address, headers=headers)
    with urllib.request.urlopen(request, timeout=START_SECONDS) as answer:
        return answer.headers, answer.read().decode()


def status(address, method="GET", **headers):
    request = urllib.request.Request(address, method=method, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=START_SECONDS) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


@contextmanager
def talking(address, origin=None):
    from websockets.sync.client import connect

    place = address.removeprefix("http://").rstrip("/")
    with connect(f"ws://{place}/ws", origin=origin or f"http://{place}", max_size=2**24) as socket:
        yield socket


def heard(socket, run, *kinds):
    """Answers to a run until one of each kind has come."""
    found = {}
    while not set(kinds) <= found.keys():
        message = json.loads(socket.recv(timeout=ANSWER_SECONDS))
        if message["run"] == run:
            found[message["type"]] = message
    return found


def test_the_page_its_files_and_its_catalogue_are_there(served):
    address, _ = served
    headers, page = get(address)
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert 'src="page/main.js"' in page
    assert get(f"{address}page/main.js")[0]["Content-Type"].startswith("text/javascript")
    catalogue = json.loads(get(f"{address}catalogue")[1])
    assert catalogue["computed"] is None and catalogue["compiling"] is False
    assert catalogue["cases"][0]["id"] == "fictional_commune"
    assert 'id="program"' in get(f"{address}shell")[1]


@pytest.mark.parametrize(
    "path", ["page/../serving.py", "page/%2e%2e/cases.py", "etc/passwd", "page/", "docs", "%00"]
)
def test_nothing_else_is_served(served, path):
    assert status(f"{served[0]}{path}") == 404


def test_strangers_are_refused(served):
    address, _ = served
    assert status(address, Host="evil.example") == 403
    assert status(address, Origin="http://evil.example") == 403
    assert status(address, method="POST") == 403
    assert status(address, method="POST", Origin=address.rstrip("/")) == 405


def test_a_websocket_from_elsewhere_is_refused(served):
    from websockets.exceptions import InvalidStatus

    with pytest.raises(InvalidStatus), talking(served[0], origin="http://evil.example"):
        pass


def test_a_question_is_answered_by_its_world_then_its_shares(served):
    with talking(served[0]) as socket:
        socket.send(json.dumps({**QUESTION, "run": 1, "slot": "A"}))
        answers = heard(socket, 1, "world", "shares")
        world, shares = answers["world"]["world"], answers["shares"]["shares"]
        assert states_of(world).shape == (world["months"], sum(answers["world"]["layout"]["rows"].values()))
        assert shares["done"] in (20, 100) and shares["of"] == 100
        event = {"id": "alternance", "month": 30, "successor": None}
        socket.send(json.dumps({**QUESTION, "events": [event], "run": 2, "slot": "B"}))
        changed = heard(socket, 2, "world")["world"]
        assert "layout" not in changed, "a layout is sent once"
        same = (states_of(changed["world"]) == states_of(world)).all(axis=1)
        assert same[:30].all() and not same.all()


def test_a_question_drops_the_one_before_it_in_its_slot(served):
    with talking(served[0]) as socket:
        for run in range(1, 9):
            levers = {"sponsorship.level": run / 20}
            socket.send(json.dumps({**QUESTION, "levers": levers, "run": run, "slot": "A"}))
        runs = []
        while not runs or runs[-1] != ("shares", 8):
            message = json.loads(socket.recv(timeout=ANSWER_SECONDS))
            runs.append((message["type"], message["run"]))
        assert [run for kind, run in runs if kind == "shares"] == [8]


def test_hostile_messages_get_an_error_and_nothing_else(served):
    with talking(served[0]) as socket:
        for text in ("{", "[]", "[" * 50_000, '{"type":"world"}', b"\x00\x01", json.dumps({**QUESTION, "run": "x"})):
            socket.send(text)
            answer = json.loads(socket.recv(timeout=ANSWER_SECONDS))
            assert answer["type"] == "error" and answer["fr"] and answer["en"]
        socket.send(json.dumps({**QUESTION, "case": "nowhere", "run": 7, "slot": "A"}))
        answer = json.loads(socket.recv(timeout=ANSWER_SECONDS))
        assert answer["run"] == 7 and "nowhere" in answer["fr"]
        socket.send(json.dumps({**QUESTION, "run": 8, "slot": "A"}))
        assert heard(socket, 8, "world")


def test_too_long_a_message_closes_the_line_and_the_server_goes_on(served):
    from websockets.exceptions import ConnectionClosed

    with talking(served[0]) as socket:
        socket.send("x" * 100_000)
        with pytest.raises(ConnectionClosed):
            socket.recv(timeout=ANSWER_SECONDS)
    assert status(f"{served[0]}health") == 200


def test_a_flood_closes_its_own_line_and_nobody_else_waits(served):
    from websockets.exceptions import ConnectionClosed

    address, _ = served
    with talking(address) as quiet, talking(address) as flood:
        with contextlib.suppress(ConnectionClosed):  # it may be closed on the way
            for run in range(2_000):
                levers = {"sponsorship.level": run % 20 / 20}
                flood.send(json.dumps({**QUESTION, "run": run, "slot": "A", "levers": levers}))
        quiet.send(json.dumps({**QUESTION, "run": 1, "slot": "A"}))
        assert heard(quiet, 1, "world")
        with pytest.raises(ConnectionClosed) as closed:
            while True:
                flood.recv(timeout=ANSWER_SECONDS)
        assert closed.value.rcvd.code == 1008
    wait_for(lambda: json.loads(get(f"{address}health")[1])["pages"] == 0)


def test_who_asks_much_and_never_reads_is_let_go(served):
    """Answers to nobody are not heaped up: the place is free again while the line is still open on the other side."""
    address, _ = served
    host = address.removeprefix("http://").rstrip("/")
    lines = (
        "GET /ws HTTP/1.1", f"Host: {host}", f"Origin: http://{host}", "Upgrade: websocket", "Connection: Upgrade",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version: 13", "", "",
    )  # fmt: skip
    name, _, port = host.partition(":")
    with socket.create_connection((name, int(port))) as deaf:
        deaf.sendall("\r\n".join(lines).encode())
        wait_for(lambda: json.loads(get(f"{address}health")[1])["pages"] == 1)
        with contextlib.suppress(OSError):  # it is closed on the way
            for _ in range(5_000):
                deaf.sendall(b"\x81\x85\x00\x00\x00\x00" + b"{" * 5)
        wait_for(lambda: json.loads(get(f"{address}health")[1])["pages"] == 0)


@needs_browser
def test_the_page_asks_nothing_of_anybody_else(served):
    address, _ = served
    with browsing(offline=False) as (page, asked, wrong):
        page.goto(address)
        page.wait_for_function("() => document.querySelector('#timeline').max > 0", timeout=ANSWER_SECONDS * 1_000)
    assert asked and all(each.startswith((address, address.replace("http", "ws"))) for each in asked)
    assert wrong == []


def test_ctrl_c_ends_it_cleanly_and_leaves_nobody_behind(served):
    psutil = pytest.importorskip("psutil")
    address, process = served
    with talking(address) as socket:
        socket.send(json.dumps({**QUESTION, "seed": 50, "run": 1, "slot": "A"}))
        heard(socket, 1, "world")
        children = psutil.Process(process.pid).children(recursive=True)
        assert children
        os.kill(process.pid, signal.SIGINT)
        assert process.wait(END_SECONDS) == 0
    _, alive = psutil.wait_procs(children, timeout=END_SECONDS)
    assert alive == []
    process.log.seek(0)
    assert process.log.read() == "", "nothing went wrong on the way, and it ended without a word"
