"""The routes of the live app. Files are read once, when it starts: no path of the disk is ever asked for."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket

from experiments.seminar.cases import Case
from experiments.seminar.coding import compact
from experiments.seminar.live.answers import Answers
from experiments.seminar.live.bench import Bench
from experiments.seminar.live.guard import Guard
from experiments.seminar.live.session import Session
from experiments.seminar.page_file import PAGE, shell
from experiments.seminar.question import Question
from experiments.seminar.slim import slim_script, slim_style, slim_texts

KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".json": "application/json"}
MOST_PAGES = 16
"""Pages that may be open at once; more are turned away."""
_BUSY = 1013


def application(
    cases: Mapping[str, Case],
    catalogue: Mapping[str, Any],
    bench: Bench,
    *,
    page: Path = PAGE,
    names: Iterable[str] = (),
    more: Iterable[BaseRoute] = (),
    posting: str | None = None,
    closing: Callable[[], None] | None = None,
) -> Starlette:
    """The app: the page, its catalogue, its websocket.

    Args:
        cases: those that may be asked for, by name.
        catalogue: what the page is told of them.
        bench: processes that compute; they end with the server.
        page: folder of the page.
        names: further names of this machine.
        more: routes of other pages.
        posting: start of the paths to which those may send something.
        closing: what ends with the server.
    """
    state = _State(cases, catalogue, page)

    @asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        bench.open()
        state.answers = Answers(bench)
        warming = asyncio.create_task(state.warm())
        try:
            yield
        finally:
            warming.cancel()
            bench.close()
            if closing is not None:
                closing()

    routes = [*state.routes(), *more]
    guard = Middleware(Guard, names=tuple(names), posting=posting)
    return Starlette(routes=routes, middleware=[guard], lifespan=life)


class _State:
    """What the routes share, and what each of them answers."""

    def __init__(self, cases: Mapping[str, Case], catalogue: Mapping[str, Any], page: Path) -> None:
        self._cases, self._catalogue, self._page = cases, catalogue, page
        self._files = _files(page)
        self.answers: Answers | None = None
        self._open, self._ready = 0, False

    def routes(self) -> list[BaseRoute]:
        """The page's files, its data, its websocket."""
        told = {"/shell": self.whole, "/catalogue": self.told, "/health": self.health}
        files = [Route(path, self.file) for path in self._files]
        return [*files, *(Route(path, answer) for path, answer in told.items()), WebSocketRoute("/ws", self.talk)]

    async def file(self, request: Request) -> Response:
        """One of the page's files."""
        content, kind = self._files[request.url.path]
        return Response(content, media_type=kind)

    async def whole(self, request: Request) -> Response:
        """The page in one file without data: what the page makes a replay of."""
        return Response(await asyncio.to_thread(shell, self._page), media_type=KINDS[".html"])

    async def told(self, request: Request) -> Response:
        """The catalogue; whether rules are still being compiled, which the page tells who waits for a world."""
        content = {**self._catalogue, "compiling": self._catalogue.get("compiling", False) and not self._ready}
        return Response(compact(content), media_type=KINDS[".json"])

    async def health(self, request: Request) -> Response:
        """Whether the processes have started, and how many pages are open."""
        content = {"ready": self._ready, "pages": self._open, "version": self._catalogue["product"]["version"]}
        return Response(compact(content), media_type=KINDS[".json"])

    async def talk(self, socket: WebSocket) -> None:
        """One page."""
        assert self.answers is not None
        if self._open >= MOST_PAGES:
            await socket.close(_BUSY)
            return
        await socket.accept()
        self._open += 1
        try:
            await Session(socket, self._cases, self.answers).run()
        finally:
            self._open -= 1

    async def warm(self) -> None:
        """Compute what the page will ask first, before it is asked: the processes start meanwhile."""
        assert self.answers is not None
        first = self._catalogue["cases"][0]
        await self.answers.world(self._cases[first["id"]], Question(first["id"], simulation=first["seed"]))
        self._ready = True


def _files(page: Path) -> dict[str, tuple[bytes, str]]:
    """The files of the page by their path on the server, with their kind."""
    found = {
        f"/page/{path.relative_to(page).as_posix()}": (_sent(path), KINDS[path.suffix])
        for path in sorted(page.rglob("*"))
        if path.is_file() and path.suffix in KINDS
    }
    return {"/": found["/page/index.html"], **found}


def _sent(path: Path) -> bytes:
    """A file as a page takes it."""
    slim = {".js": slim_script, ".css": slim_style, ".json": slim_texts}.get(path.suffix)
    return path.read_bytes() if slim is None else slim(path.read_text(encoding="utf-8")).encode()
