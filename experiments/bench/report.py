"""All measurements in order, each with its target, met or not."""

import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from experiments.bench import contagion, months, peers, targets
from experiments.bench.timing import Ratio

SMALL, LARGE = 600, 10_000
MESA_MONTHS = {SMALL: 6, LARGE: 2}
CORE_MONTHS = {SMALL: 12, LARGE: 2}


@dataclass(frozen=True)
class Line:
    """One measurement.

    Attributes:
        what: message key of what was measured.
        agents: field agents, 0 where it does not matter.
        value: the median, or the single measure.
        spread: least and largest over the rounds; equal to the value for a single measure.
        target: what was aimed at.
        at_least: whether the target is a floor (else a ceiling).
        checked: whether both sides gave the same results; None where there is nothing to compare.
    """

    what: str
    agents: int
    value: float
    spread: tuple[float, float]
    target: float
    at_least: bool
    checked: bool | None = None

    @property
    def met(self) -> bool:
        """Whether the target is met (and both sides agree)."""
        reached = self.value >= self.target if self.at_least else self.value <= self.target
        return reached and self.checked is not False

    def as_dict(self) -> dict[str, object]:
        """Plain values, for a file."""
        return {**asdict(self), "met": self.met}


def measured(*, quick: bool) -> Iterator[Line]:
    """Measure; `quick` keeps to what takes about a minute (no cold compile, fewer rounds)."""
    rounds = 3 if quick else 7
    if peers.present():
        yield from _against_peers(rounds, quick)
    yield _ratio("bench.network", SMALL, targets.network_share(SMALL, rounds), 0.30)
    yield _ratio("bench.network", LARGE, targets.network_share(LARGE, rounds), 0.30)
    yield _ratio("bench.help", 0, targets.help_start(rounds), 5.0)
    if not quick:
        cold, cached = targets.first_run(cold=True)
        yield _single("bench.cold", 0, cold, 45.0)
        yield _single("bench.cached", 0, cached, 3.0)
    yield _single("bench.thousand", SMALL, targets.thousand_runs(30 if quick else 200), 60.0)
    seconds, held = targets.large_epci()
    yield _single("bench.epci", 640, seconds, 5.0)
    yield _single("bench.bytes", 640, held, 250.0)


def _against_peers(rounds: int, quick: bool) -> Iterator[Line]:
    with tempfile.TemporaryDirectory() as folder:
        library = peers.compiled_c(Path(folder))
        for form in ("threshold", "logistic"):
            for agents in (SMALL, LARGE):
                found = contagion.compare(form, agents, library, MESA_MONTHS[agents], rounds)
                yield _ratio(f"bench.{form}.mesa", agents, found.mesa, 100.0, True, found.same)
                if found.c is not None:
                    yield _ratio(f"bench.{form}.c", agents, found.c, 1.6, False, found.same)
    for agents in (SMALL, LARGE):
        seeds = (8 if agents == SMALL else 3) if quick else (24 if agents == SMALL else 6)
        run = months.compare(agents, CORE_MONTHS[agents], rounds, seeds)
        yield _ratio("bench.run", agents, run.ratio, 100.0, True, run.agree)


def _ratio(
    what: str, agents: int, found: Ratio, target: float, at_least: bool = False, checked: bool | None = None
) -> Line:
    return Line(what, agents, found.median, found.spread, target, at_least, checked)


def _single(what: str, agents: int, value: float, target: float) -> Line:
    return Line(what, agents, value, (value, value), target, False)
