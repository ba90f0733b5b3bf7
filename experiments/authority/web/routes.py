"""What the server answers to the page « Mon organisation ». Paths of the disk are never asked for by name."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from experiments.authority.describing import Described, from_answers, from_file
from experiments.authority.questions import TYPES
from experiments.authority.template import template
from experiments.authority.web.catalogue import catalogue, pair
from experiments.authority.web.desk import Desk
from experiments.authority.web.later import ROOT
from experiments.authority.web.work import Comparison
from experiments.authority.workbook import LARGEST_BYTES
from experiments.language import LANGUAGES
from experiments.refusal import WorkFailed, both
from sim.core.errors import InputError
from sim.core.text import Text

PAGE = Path(__file__).parent / "page"
KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
FILES = {
    ".pdf": "application/pdf",
    ".html": "text/html; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
LARGEST_ANSWERS = 20_000
REFUSED, TOO_LARGE, ABSENT = 422, 413, 404
Handler = Callable[[Request], Awaitable[Response]]


def routes(folder: Path) -> tuple[Sequence[Route], Desk]:
    """The routes of the page, and the desk behind them, to be closed with the server.

    Args:
        folder: where what is described and compared is written.
    """
    desk = Desk(folder)
    answers = _Answers(desk)
    told = catalogue()

    async def words(request: Request) -> Response:
        return JSONResponse(told)

    pages = [Route(path, _file(*content)) for path, content in _page_files().items()]
    return [
        *pages,
        Route(f"{ROOT}/catalogue", words),
        Route(f"{ROOT}/template/{{kind}}/{{lang}}", answers.template),
        Route(f"{ROOT}/workbook", answers.workbook, methods=["POST"]),
        Route(f"{ROOT}/answers", answers.answers, methods=["POST"]),
        Route(f"{ROOT}/compare", answers.compare, methods=["POST"]),
        Route(f"{ROOT}/comparison/{{id}}", answers.comparison),
        Route(f"{ROOT}/stop/{{id}}", answers.stop, methods=["POST"]),
        Route(f"{ROOT}/result/{{id}}/{{name}}", answers.result),
    ], desk


class _Answers:
    """Handlers that share the desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def template(self, request: Request) -> Response:
        """A workbook to fill in."""
        kind, lang = request.path_params["kind"], request.path_params["lang"]
        if kind not in TYPES or lang not in LANGUAGES:
            return _absent()
        content = await asyncio.to_thread(template, kind, lang)
        return _download(content, "mon-organisation.xlsx")

    async def workbook(self, request: Request) -> Response:
        """A workbook or a table in CSV, as the page sends its bytes."""
        name = Path(request.query_params.get("name", "mon-organisation.xlsx").replace("\\", "/")).name[:80]
        return await self._described(request, LARGEST_BYTES, lambda body: from_file(name, body, date.today()))

    async def answers(self, request: Request) -> Response:
        """Answers to the ten questions."""
        return await self._described(request, LARGEST_ANSWERS, _from_json)

    async def compare(self, request: Request) -> Response:
        """Begin a comparison."""
        body = await _body(request, LARGEST_ANSWERS)
        if body is None:
            return _too_large()
        try:
            asked = _mapping(body)
            plans = [str(name) for name in asked.get("plans", [])]
            lang = asked.get("lang") if asked.get("lang") in LANGUAGES else LANGUAGES[0]
            found = self._desk.compare(
                str(asked.get("token")), plans, draft=asked.get("draft") is not False, lang=str(lang)
            )
        except InputError as error:
            return _refused(error)
        return JSONResponse(_state(found))

    async def comparison(self, request: Request) -> Response:
        """How far it is."""
        found = self._desk.comparison(request.path_params["id"])
        return _absent() if found is None else JSONResponse(_state(found))

    async def stop(self, request: Request) -> Response:
        """End it."""
        found = self._desk.comparison(request.path_params["id"])
        if found is None:
            return _absent()
        found.stop()
        return JSONResponse(_state(found))

    async def result(self, request: Request) -> Response:
        """One of its files, to be kept."""
        found, name = self._desk.comparison(request.path_params["id"]), request.path_params["name"]
        if found is None or name not in found.files():
            return _absent()
        return _download(await asyncio.to_thread((found.folder / name).read_bytes), name)

    async def _described(self, request: Request, most: int, read: Callable[[bytes], Described]) -> Response:
        body = await _body(request, most)
        if body is None:
            return _too_large()
        try:
            described = await asyncio.to_thread(read, body)
            return JSONResponse(await asyncio.to_thread(self._desk.keep, described))
        except InputError as error:
            return _refused(error)
        except (WorkFailed, OSError) as error:
            text = both("failed.file", reason=error)
            return JSONResponse({"problems": [pair(text)]}, REFUSED)


def _from_json(body: bytes) -> Described:
    given = {name: value for name, value in _mapping(body).items() if isinstance(value, str | int | float)}
    return from_answers(given, date.today())


def _mapping(body: bytes) -> dict[str, Any]:
    """The JSON object of a body; anything else counts as one without keys."""
    try:
        given = json.loads(body)
    except ValueError:
        return {}
    return given if isinstance(given, dict) else {}


async def _body(request: Request, most: int) -> bytes | None:
    """What was sent; None where it is larger than it may be, without having read it all."""
    found = bytearray()
    async for piece in request.stream():
        found += piece
        if len(found) > most:
            return None
    return bytes(found)


def _state(comparison: Comparison) -> dict[str, Any]:
    return {
        "id": comparison.id,
        "state": comparison.state,
        "seconds": round(comparison.seconds),
        "progress": comparison.progress and comparison.progress._asdict(),
        "reason": pair(comparison.reason),
        "files": comparison.files(),
        "folder": comparison.folder.as_posix(),
    }


def _refused(error: InputError) -> Response:
    problems = [{lang: problem.render(lang) for lang in LANGUAGES} for problem in error.problems]
    return JSONResponse({"problems": problems}, REFUSED)


def _too_large() -> Response:
    text: Text = both("authority.fault.large", most=LARGEST_BYTES // 1_000_000)
    return JSONResponse({"problems": [pair(text)]}, TOO_LARGE)


def _absent() -> Response:
    return PlainTextResponse("not found\n", ABSENT)


def _download(content: bytes, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=FILES[Path(name).suffix], headers=headers)


def _page_files() -> dict[str, tuple[bytes, str]]:
    """The files of the page by their path on the server, with their kind."""
    found = {
        f"{ROOT}/page/{path.name}": (path.read_bytes(), KINDS[path.suffix])
        for path in sorted(PAGE.iterdir())
        if path.suffix in KINDS
    }
    return {ROOT: found[f"{ROOT}/page/organisation.html"], **found}


def _file(content: bytes, kind: str) -> Handler:
    async def answer(request: Request) -> Response:
        return Response(content, media_type=kind)

    return answer
