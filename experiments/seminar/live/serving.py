"""`app`: starts the server, says where it is, opens the browser, and ends cleanly on Ctrl-C."""

import signal
import socket
import webbrowser
from collections.abc import Mapping
from pathlib import Path
from threading import Timer
from typing import Any

import uvicorn
from starlette.applications import Starlette

from experiments.authority.web.later import ROOT, Later
from experiments.executors.joblib import cores
from experiments.grammar import Mistake, Request
from experiments.language import Words
from experiments.page import Page
from experiments.refusal import refused
from experiments.seminar.cases import Case, open_cases, shipped_cases
from experiments.seminar.catalogue import catalogue
from experiments.seminar.live.answers import prepared
from experiments.seminar.live.bench import Bench
from experiments.seminar.live.guard import own_names
from experiments.seminar.live.messages import LARGEST_BYTES
from experiments.seminar.live.server import application
from experiments.seminar.openings import openings
from experiments.target import OUTPUTS
from sim.core.compile import is_cached

DONE = 0
HERE, PORT = "127.0.0.1", 8765
_PATIENCE_SECONDS, _OPENING_SECONDS = 2, 0.3


def app(request: Request) -> int:
    """Serve until Ctrl-C."""
    say, page = Words(request.lang), Page(quiet=request.flag("quiet"))
    compiling = not is_cached()
    if compiling:
        page.note(say("compiling"))
    bench = Bench(request.number("workers", cores()))
    bench.prepare(prepared)  # beside what follows, which takes as long
    try:
        return _served(request, bench, say, page, compiling=compiling)
    finally:
        bench.close()


def _served(request: Request, bench: Bench, say: Words, page: Page, *, compiling: bool) -> int:
    cases = open_cases([*request.words, *shipped_cases()], request.text("config-dir"))
    host = request.text("host") or HERE
    listening = _listening(host, request.number("port", PORT), chosen="port" in request.options)
    told = catalogue(cases.values(), request.lang, openings=openings()) | {"compiling": compiling}
    served = _application(cases, told, bench, host)
    address = f"http://{HERE if host in ('0.0.0.0', '::') else host}:{listening.getsockname()[1]}/"
    page.line(say("app.address", address=address), "bold")
    if request.flag("quiet"):
        print(address, flush=True)
    if host != HERE:
        page.note(say("app.open"))
    page.note(say("app.stop"))
    if not request.flag("no-browser"):
        opening = Timer(_OPENING_SECONDS, webbrowser.open, (address,))
        opening.daemon = True
        opening.start()
    _serve(served, listening)
    page.line(say("app.closed"))
    return DONE


def _application(cases: Mapping[str, Case], told: dict[str, Any], bench: Bench, host: str) -> Starlette:
    """The app; the page that takes files and computes in this machine's name is for this machine alone."""
    if host != HERE:
        return application(cases, told, bench, names=own_names(host))
    own = Later(Path(OUTPUTS))
    told["organisation"] = True
    return application(cases, told, bench, more=[own], posting=f"{ROOT}/", closing=own.close)


def _serve(served: object, listening: socket.socket) -> None:
    config = uvicorn.Config(
        served,  # type: ignore[arg-type]
        log_level="warning",
        access_log=False,
        server_header=False,
        date_header=False,
        ws="websockets-sansio",
        ws_max_size=LARGEST_BYTES,
        timeout_graceful_shutdown=_PATIENCE_SECONDS,
        lifespan="on",
    )
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        uvicorn.Server(config).run(sockets=[listening])
    except KeyboardInterrupt:  # uvicorn has closed everything, and passes the signal on
        return


def _listening(host: str, port: int, *, chosen: bool) -> socket.socket:
    """A socket that listens there; another port where the usual one is taken and none was asked for."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    found = socket.socket(family, socket.SOCK_STREAM)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((host, port))
    except OSError as error:
        found.close()
        if chosen or port == 0:
            raise refused([Mistake("address", f"{host}:{port}", str(error.strerror))]) from error
        return _listening(host, 0, chosen=False)
    found.listen()
    return found
