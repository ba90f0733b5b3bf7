"""Only this machine's own page is answered."""

import asyncio

import pytest

from experiments.seminar.live.guard import Guard, own_names


async def inner(scope, receive, send):
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        return
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"in"})


def asked(kind="http", method="GET", names=(), **headers):
    sent = []

    async def receive():
        return {"type": "websocket.connect"}

    async def send(message):
        sent.append(message)

    told = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    scope = {"type": kind, "method": method, "path": "/", "headers": told}
    asyncio.run(Guard(inner, names)(scope, receive, send))
    return sent


def status(**given):
    return asked(**given)[0]["status"]


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "LOCALHOST", "[::1]:8765", "192.168.1.20:80"])
def test_this_machine_and_addresses_in_figures_pass(host):
    assert status(host=host) == 200
    assert status(host=host, origin=f"http://{host}") == 200


@pytest.mark.parametrize(
    "host", ["", "evil.example", "evil.example:8765", "127.0.0.1.evil.example", "localhost.evil.example", "127.1", "é"]
)
def test_names_that_are_not_this_machine_s_are_refused(host):
    assert status(host=host) == 403


@pytest.mark.parametrize(
    "origin", ["null", "http://evil.example", "http://127.0.0.1", "http://127.0.0.1:1", "file://", "http://127.0.0.1:8765.x"]
)
def test_pages_of_other_places_are_refused(origin):
    assert status(host="127.0.0.1:8765", origin=origin) == 403
    assert asked("websocket", host="127.0.0.1:8765", origin=origin)[0]["type"] == "websocket.close"


def test_a_websocket_says_where_it_comes_from():
    assert asked("websocket", host="127.0.0.1:8765")[0]["type"] == "websocket.close"
    opened = asked("websocket", host="127.0.0.1:8765", origin="http://127.0.0.1:8765")
    assert opened[0]["type"] == "websocket.accept"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT"])
def test_nothing_can_be_sent(method):
    assert status(host="127.0.0.1", method=method) == 403
    assert status(host="127.0.0.1", origin="http://127.0.0.1", method=method) == 405


def test_two_hosts_that_differ_name_nobody():
    sent = []

    async def send(message):
        sent.append(message)

    headers = [(b"host", b"127.0.0.1"), (b"host", b"evil.example")]
    scope = {"type": "http", "method": "GET", "path": "/", "headers": headers}
    asyncio.run(Guard(inner)(scope, None, send))
    assert sent[0]["status"] == 403


def test_every_answer_says_what_a_page_may_do():
    headers = dict(asked(host="127.0.0.1:8765")[0]["headers"])
    policy = headers[b"content-security-policy"].decode()
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; ")
    assert "unsafe" not in policy and "*" not in policy
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert dict(asked(host="evil.example")[0]["headers"])[b"content-security-policy"]


def test_own_names_matter_only_where_the_network_is_listened_to():
    assert own_names("127.0.0.1") == set()
    assert "salle.example" in own_names("salle.example")
    assert status(host="salle.example:80", names=own_names("salle.example")) == 200
