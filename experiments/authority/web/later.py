"""The routes of the page, loaded when it is first asked for: the seminar opens a second sooner without them."""

import asyncio
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from starlette.routing import BaseRoute, Match, Router
from starlette.types import Receive, Scope, Send

ROOT = "/organisation"
"""Start of the paths of the page."""


class Later(BaseRoute):
    """Every path below `ROOT`.

    Args:
        folder: where what is described and compared is written.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loading = asyncio.Lock()
        self._router: Router | None = None
        self._close: Callable[[], None] | None = None

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether a path is one of the page's."""
        path = str(scope.get("path", ""))
        own = scope["type"] == "http" and (path == ROOT or path.startswith(f"{ROOT}/"))
        return (Match.FULL if own else Match.NONE), {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the page's own routes do; the first time, load them."""
        async with self._loading:
            if self._router is None:
                self._router = await asyncio.to_thread(self._loaded)
        await self._router(scope, receive, send)

    def close(self) -> None:
        """End the comparison under way, if there is one."""
        if self._close is not None:
            self._close()

    def _loaded(self) -> Router:
        routes, desk = import_module("experiments.authority.web.routes").routes(self._folder)
        self._close = desk.close
        return Router(routes)
