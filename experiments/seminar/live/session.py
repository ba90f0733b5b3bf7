"""One page that is open: two slots, each with the last question that was asked there."""

import asyncio
from collections.abc import Mapping
from time import monotonic
from typing import Any

from starlette.websockets import WebSocket

from experiments.refusal import WorkFailed
from experiments.seminar.cases import Case
from experiments.seminar.live.answers import Answers
from experiments.seminar.live.messages import Cancel, Refused, World, answer, error, problems, read_message
from experiments.seminar.words import said
from sim.core.errors import InputError

_GONE = "websocket.disconnect"
BURST, EACH_SECOND = 100, 50
"""Messages that may come at once, and afterwards each second: ten times what a hand at a lever sends."""
_TOO_MANY = 1008


class Patience:
    """How many messages are still heard from a page that sends them faster than a hand could."""

    def __init__(self) -> None:
        self._left, self._since = float(BURST), monotonic()

    def lost(self) -> bool:
        """Count one message; whether it was one too many."""
        now = monotonic()
        self._left = min(BURST, self._left + (now - self._since) * EACH_SECOND) - 1
        self._since = now
        return self._left < 0


class Session:
    """Reads what the page says and answers it; a question drops the one before it in the same slot."""

    def __init__(self, socket: WebSocket, cases: Mapping[str, Case], answers: Answers) -> None:
        self._socket, self._cases, self._answers = socket, cases, answers
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._layouts: set[str] = set()

    async def run(self) -> None:
        """Until the page is closed; one that floods is closed, and the others are served meanwhile."""
        patience = Patience()
        try:
            while (event := await self._socket.receive())["type"] != _GONE:
                if patience.lost():
                    await self._socket.close(_TOO_MANY, said("refused.flood")["en"])
                    return
                await self._hear(event.get("text"))
                await asyncio.sleep(0)
        finally:
            for task in self._tasks.values():
                task.cancel()

    async def _hear(self, text: str | None) -> None:
        try:
            message = read_message(text, self._cases)
        except Refused as refusal:
            await self._send(error(refusal.told, refusal.run))
            return
        slot = message.slot
        if slot in self._tasks:
            self._tasks.pop(slot).cancel()
        if not isinstance(message, Cancel):
            self._tasks[slot] = asyncio.create_task(self._answer(message))

    async def _answer(self, asked: World) -> None:
        """World, shares, why; or what prevents them."""
        case = self._cases[asked.question.case]

        async def send(kind: str, content: dict[str, Any]) -> None:
            await self._send(answer(kind, {"run": asked.run, "slot": asked.slot, **content}))

        try:
            world, layout = await self._answers.world(case, asked.question)
            fresh = {} if layout["id"] in self._layouts else {"layout": layout}
            self._layouts.add(layout["id"])
            await send("world", {"world": world, **fresh})
            await self._answers.rest(case, asked.question, send)
        except InputError as refusal:
            await self._send(error(problems(refusal), asked.run, asked.slot))
        except WorkFailed as failure:
            told = {lang: failure.render(lang) for lang in ("fr", "en")}
            await self._send(error(told, asked.run, asked.slot))
        except Exception:
            await self._send(error(said("refused.broken"), asked.run, asked.slot))
            raise

    async def _send(self, text: str) -> None:
        try:
            await self._socket.send_text(text)
        except RuntimeError:  # the page was closed while its answer was being made
            raise asyncio.CancelledError from None
