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

LINE_SECONDS = 60.0


class Telling:
    """Shows progress; what was found on disk counts as done and not in the rate."""

    def __init__(self, say: Words, *, quiet: bool = False, stream: TextIO | None = None) -> None:
        self._say, self._quiet, self._out = say, quiet, stream or sys.stderr
        self._display: Display = Silence()
        self._total = self._runs = self._computed = 0
        self._verdicts: Counter[str] = Counter()
        self._started = time.monotonic()

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
        self._verdicts.update(receipt.verdicts)
        self._display.show(self._runs, self._said())

    def close(self) -> None:
        """Leave the screen clean."""
        self._display.close()

    def _said(self) -> str:
        """Rate, time left, shares."""
        lang, passed = self._say.lang, time.monotonic() - self._started
        shares = ", ".join(
            f"{LABELS[name].of(lang)} {percent(n / self._runs, lang, 0)}" for name, n in self._verdicts.most_common()
        )
        if not self._computed:
            return shares
        rate = self._computed / max(passed, 1e-9)
        left = duration((self._total - self._runs) / rate, lang)
        return self._say("study.rate", rate=number(rate, lang, 1), left=left, shares=shares)
