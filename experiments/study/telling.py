"""How far a study has come: runs done, rate, time left, shares. A bar on a terminal, a line a minute elsewhere."""

import sys
import time
from collections import Counter
from typing import TextIO

from experiments.interruption import pause
from experiments.language import Words, number, percent
from experiments.progress import Bar, Display, Lines, Silence
from experiments.study.chunks import Receipt
from experiments.units import duration
from sim.outcomes.verdict import LABELS

LINE_SECONDS, STEADY_SECONDS = 60.0, 5.0
"""Time between two lines where there is no terminal; time after the first chunk from which a rate is seen."""


class Telling:
    """Shows progress; what was found on disk counts as done and not in the rate."""

    def __init__(self, say: Words, *, quiet: bool = False, stream: TextIO | None = None) -> None:
        self._say, self._quiet, self._out = say, quiet, stream or sys.stderr
        self._display: Display = Silence()
        self._total = self._runs = self._computed = 0
        self._verdicts: Counter[str] = Counter()
        self._started = time.monotonic()
        self._first: tuple[float, int] | None = None
        """When the first chunk came, and its runs: rules may be compiled before it, and never again."""

    def begin(self, total: int) -> None:
        """So many runs are planned by now."""
        self._display.close()
        self._total = total
        label = self._say("study.progress")
        if not self._quiet:
            bar = self._out.isatty()
            self._display = Bar(label, total) if bar else Lines(label, total, self._out, LINE_SECONDS)

    def done(self, receipt: Receipt, *, found: bool) -> None:
        """One more chunk."""
        pause()
        self._runs += receipt.rows
        self._computed += 0 if found else receipt.rows
        if not found and self._first is None:
            self._first = time.monotonic(), receipt.rows
        self._verdicts.update(receipt.verdicts)
        self._display.show(self._runs, self._said())

    def close(self) -> None:
        """Leave the screen clean."""
        self._display.close()

    def _said(self) -> str:
        """Rate, time left, shares."""
        lang = self._say.lang
        shares = ", ".join(
            f"{LABELS[name].of(lang)} {percent(n / self._runs, lang, 0)}" for name, n in self._verdicts.most_common()
        )
        if not self._computed:
            return shares
        rate = self._rate()
        left = duration((self._total - self._runs) / rate, lang)
        key, rate = ("study.rate", rate) if rate >= 1 else ("study.rate.minute", 60 * rate)
        return self._say(key, rate=number(rate, lang, 1), left=left, shares=shares)

    def _rate(self) -> float:
        """Runs a second; once it can be seen, since the first chunk came."""
        now = time.monotonic()
        if self._first is not None and now - self._first[0] > STEADY_SECONDS and self._computed > self._first[1]:
            return (self._computed - self._first[1]) / (now - self._first[0])
        return self._computed / max(now - self._started, 1e-9)
