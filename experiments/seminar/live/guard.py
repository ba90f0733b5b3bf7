"""Who may speak to the server: a page of this very server, on this machine.

A page of another site cannot read its answers (it has another origin), cannot open its websocket nor send it anything
(Origin is checked), and cannot pass for it under a name of its own (Host is checked: a name that is not this machine's
is refused, which stops DNS rebinding). Addresses written in figures are no names and pass.
"""

import ipaddress
import socket
from collections.abc import Iterable, Mapping

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ws://{host}; "
    "img-src 'self' data: blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
REFUSED, WRONG_METHOD = 403, 405
_READING = ("GET", "HEAD")


class Guard:
    """Lets pass what comes from this machine's own page, and sets the headers of every answer."""

    def __init__(self, app: ASGIApp, names: Iterable[str] = (), posting: str | None = None) -> None:
        """Guard an app.

        Args:
            app: what answers.
            names: further names of this machine.
            posting: start of the paths to which a page of this server, and no other, may send something.
        """
        self._app, self._posting = app, posting
        self._names = {"localhost", *(name.lower() for name in names)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        given = headers_of(scope)
        host = given.get("host", "")
        sends = scope["type"] == "websocket" or scope["method"] not in _READING
        if not self.knows(host) or not self._own(given.get("origin"), host, needed=sends):
            await _refuse(scope, receive, send, REFUSED)
        elif scope["type"] == "http" and not self._takes(scope["method"], scope["path"]):
            await _refuse(scope, receive, send, WRONG_METHOD)
        else:
            await self._app(scope, receive, _with_headers(send, host))

    def _takes(self, method: str, path: str) -> bool:
        return method in _READING or (method == "POST" and self._posting is not None and path.startswith(self._posting))

    def knows(self, host: str) -> bool:
        """Whether a Host header names this machine: a name that is its own, or an address in figures."""
        name = host.rpartition(":")[0] if not host.endswith("]") and ":" in host else host
        if name.lower() in self._names:
            return True
        try:
            ipaddress.ip_address(name.strip("[]"))
        except ValueError:
            return False
        return True

    @staticmethod
    def _own(origin: str | None, host: str, *, needed: bool) -> bool:
        if origin is None:
            return not needed
        return origin in (f"http://{host}", f"https://{host}")


def own_names(host: str) -> set[str]:
    """Names under which this machine may be called, where it listens on more than itself."""
    return set() if host in ("127.0.0.1", "::1", "localhost") else {host, socket.gethostname(), socket.getfqdn()}


def headers_of(scope: Scope) -> Mapping[str, str]:
    """Headers by name in small letters; of two of one name, the first, and none where they differ."""
    found: dict[str, str] = {}
    for name, value in scope["headers"]:
        key, text = name.decode("latin-1").lower(), value.decode("latin-1")
        found[key] = text if found.get(key, text) == text else ""
    return found


def _with_headers(send: Send, host: str) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            own = {**_HEADERS, "Content-Security-Policy": _POLICY.format(host=host)}
            added = [(name.lower().encode(), value.encode("latin-1")) for name, value in own.items()]
            message = {**message, "headers": [*message.get("headers", ()), *added]}
        await send(message)

    return sent


async def _refuse(scope: Scope, receive: Receive, send: Send, status: int) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008})
        return
    await PlainTextResponse("refused\n", status)(scope, receive, _with_headers(send, "127.0.0.1"))
