"""A reader who does what a tutorial says, in a folder of its own."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.interrupting import hears_interruptions

INTERRUPTED = 130
_STOPS_HERE = "# Ctrl-C"
_BIN = Path(sys.executable).parent
_LONGEST = 600


def do(block, folder: Path) -> str:
    """Do a block of commands or of Python; what it shows. A command that fails is an error."""
    if block.kind == "python":
        return _shown([sys.executable, "-c", block.text], folder)
    return "".join(command(line, folder) for line in block.lines)


def command(line: str, folder: Path) -> str:
    """Do one line of commands; where its comment says so, stop it once something is stored."""
    if line.endswith(_STOPS_HERE):
        return _stop(line.removesuffix(_STOPS_HERE).strip(), folder)
    return _shown(["sh", "-c", line], folder)


def _environment() -> dict[str, str]:
    return {**os.environ, "PATH": f"{_BIN}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "120", "NO_COLOR": "1"}


def _shown(words: list[str], folder: Path) -> str:
    quiet = {"stdin": subprocess.DEVNULL, "capture_output": True, "text": True}
    done = subprocess.run(words, cwd=folder, env=_environment(), timeout=_LONGEST, **quiet)
    assert done.returncode == 0, f"{words}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def _stop(line: str, folder: Path) -> str:
    """Press Ctrl-C once a first part is there, as the page says; the command must say that it can go on."""
    assert not list(folder.glob("outputs/*/parts/*.parquet"))
    words, output = ["sh", "-c", f"exec {line}"], {"stdout": subprocess.PIPE, "text": True}
    running = subprocess.Popen(words, cwd=folder, env=_environment(), preexec_fn=hears_interruptions, **output)
    deadline = time.monotonic() + _LONGEST
    while running.poll() is None and not list(folder.glob("outputs/*/parts/*.parquet")):
        assert time.monotonic() < deadline, "nothing was stored"
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    shown, _ = running.communicate(timeout=_LONGEST)
    assert running.returncode == INTERRUPTED, f"{line}: {running.returncode}\n{shown}"
    return shown


def shows(shown: str, lines: list[str]) -> list[str]:
    """Of the lines that a page quotes, those that the output does not show, in their order; spaces do not count."""
    left = iter([_plain(line) for line in shown.splitlines()])
    return [line for line in lines if not any(_plain(line) in seen for seen in left)]


def _plain(line: str) -> str:
    return " ".join(line.split())
