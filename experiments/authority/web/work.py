"""A comparison asked for by the page: `plans`, then `report`, then the workbook of results, in a process of its own.

They are the very commands of a line, so that what the page gives can be had again without it.
"""

import contextlib
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, NamedTuple

from experiments.authority.results import RESULTS, write_results
from experiments.language import LANGUAGES
from experiments.refusal import both
from sim.core.text import Text

COMPUTING, WRITING, DONE, FAILED, STOPPED = "computing", "writing", "done", "failed", "stopped"
NOTES = tuple(f"note.{lang}.{form}" for lang in LANGUAGES for form in ("pdf", "html"))
_LONGEST_REASON = 4_000
_PROGRESS = re.compile(r"(?P<label>.*\S) (?P<done>\d+)/(?P<total>\d+)\b.*")
"""A line of `experiments.progress`."""
_APART = int(getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0))  # Windows: Ctrl-C of the app is not theirs


class Progress(NamedTuple):
    """How far a stage is, in its own words."""

    label: str
    done: int
    total: int


@dataclass
class Comparison:
    """One comparison and how far it is; `start` begins it in a thread, `stop` ends it."""

    id: str
    scenario: Path
    """Relative to the working folder, as every path here: no path holds what a key=value could misread."""
    plans: Sequence[str]
    """Names of the product's plans, or paths."""
    folder: Path
    draft: bool
    lang: str
    state: str = COMPUTING
    reason: Text = field(default_factory=lambda: Text("", ""))
    progress: Progress | None = None
    """The last that the command said of how far it is."""
    began: float = field(default_factory=time.monotonic)
    ended: float | None = None
    _process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Begin, in a thread."""
        threading.Thread(target=self.run, name=f"comparison {self.id}", daemon=True).start()

    def run(self) -> None:
        """Compute, write the note and the workbook; what goes wrong is kept, in words."""
        try:
            if not self._call("plans", *self._asked(), "--out", str(self.folder)):
                return
            self.state, self.progress = WRITING, None
            if self._call("report", str(self.folder)):
                write_results(self.folder, self.folder / RESULTS)
                self.state = DONE
        except OSError as error:
            self.state, self.reason = FAILED, both("failed.file", reason=error)
        finally:
            self.ended = time.monotonic()

    def stop(self) -> None:
        """End it, whatever it is doing; what was written stays whole or absent."""
        if self.state in (COMPUTING, WRITING):
            self.state = STOPPED
            if self._process is not None:
                with contextlib.suppress(OSError):
                    self._process.terminate()

    @property
    def seconds(self) -> float:
        """Time spent on it."""
        return (self.ended or time.monotonic()) - self.began

    def files(self) -> list[str]:
        """Files that can be taken away, in the order in which they are offered."""
        return [name for name in (*NOTES, RESULTS) if self.state == DONE and (self.folder / name).is_file()]

    def _asked(self) -> list[str]:
        keys = [f"scenario={self.scenario.as_posix()}", *(f"plan={name}" for name in self.plans)]
        return [*keys, *["--draft"] * self.draft]

    def _call(self, *words: str) -> bool:
        """Run one command to its end; whether it went well."""
        line = [sys.executable, "-m", "experiments", *words, "--lang", self.lang]
        nothing, piped = subprocess.DEVNULL, subprocess.PIPE
        spoken = os.environ | {"PYTHONIOENCODING": "utf-8"}  # Windows: the code page of a console is another
        process = subprocess.Popen(line, stdin=nothing, stdout=nothing, stderr=piped, env=spoken, creationflags=_APART)
        self._process = process
        if self.state == STOPPED:  # asked for between two commands
            process.terminate()
        assert process.stderr is not None
        said = self._heard(process.stderr)
        process.wait()
        if self.state == STOPPED:
            return False
        if process.returncode != 0:
            text = said[-_LONGEST_REASON:].strip()
            self.state, self.reason = FAILED, Text(text, text)
        return process.returncode == 0

    def _heard(self, stream: IO[bytes]) -> str:
        """All that a command says, but how far it is, which is kept as it comes."""
        said = []
        for raw in stream:
            text = raw.decode("utf-8", "replace")
            found = _PROGRESS.fullmatch(text.strip())
            if found is None:
                said.append(text)
            else:
                self.progress = Progress(found["label"], int(found["done"]), int(found["total"]))
        return "".join(said)
