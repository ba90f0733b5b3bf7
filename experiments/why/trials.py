"""Trying causes: the share of a verdict in pairs of runs with the same luck, as it is and with something taken away.

A cause is named only where the verdict becomes rarer by at least `LEAST_MOVE`, over all pairs, with a 95 % interval of
the paired difference that excludes 0. What makes the verdict more frequent held it back, and is no cause of it.

Chance alone seldom passes. Worst case: a verdict of one run in two, and a removal that has no effect but changes all
luck. Over 100 pairs it is then named about 1 time in 200, so a sentence of four tries names something wrongly about
1 time in 50; where the pairs share their luck, as here, less often.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from experiments.statistics import Estimate, paired_share
from experiments.why.candidate import Candidate, Removal
from experiments.why.rows import Row, SimulateMany
from sim.config import Config

PAIRS = 100
LEAST_MOVE = 0.20
MOST_TRIED = 4
PILOT_PAIRS = 12
FIRST_PAIRS = 20
"""After so many pairs, a removal that has not made the verdict rarer is tried no further: of those that lower a share
by 20 points and never bring the verdict about, 1 in 100 is given up there."""


@dataclass(frozen=True)
class Cause:
    """What was taken away, and what became of the share of the verdict.

    Attributes:
        parts: the candidates, one or two.
        share_with: share of the verdict as the configuration is, over these pairs [0..1].
        share_without: the same share without them.
        estimate: share without minus share with, over pairs, with its 95 % interval.
        wanted: pairs that a cause must have passed to be named.
    """

    parts: tuple[Candidate, ...]
    share_with: float
    share_without: float
    estimate: Estimate
    wanted: int

    @property
    def name(self) -> str:
        """Names of the candidates, joined by a plus."""
        return "+".join(part.name for part in self.parts)

    @property
    def difference(self) -> float:
        """Share without minus share with [-1..1]; negative where the verdict becomes rarer."""
        return self.estimate.value

    @property
    def interval(self) -> tuple[float, float]:
        """95 % interval of the difference."""
        return self.estimate.low, self.estimate.high

    @property
    def named(self) -> bool:
        """Whether it passes the test."""
        enough = self.estimate.n >= self.wanted and self.difference <= -LEAST_MOVE
        return enough and self.estimate.excludes_zero


@dataclass(frozen=True)
class Trials:
    """Pairs of runs of one configuration, ready for whatever is taken away from it.

    Attributes:
        config: as it is.
        verdict: the one to explain.
        seeds: of the pairs.
        pilot_seeds: of the pilot's pairs, none of them among `seeds`: what ranks candidates does not judge them.
        simulate_many: makes runs.
        known: rows of `config` by seed, those that need no run.
    """

    config: Config
    verdict: str
    seeds: tuple[int, ...]
    pilot_seeds: tuple[int, ...]
    simulate_many: SimulateMany
    known: dict[int, Row] = field(default_factory=dict)

    def hits(self) -> np.ndarray:
        """Whether each seed gives the verdict, as the configuration is [seeds, bool]; runs what is not known."""
        missing = [seed for seed in self.seeds if seed not in self.known]
        if missing:
            (rows,) = self.simulate_many([self.config], missing)
            self.known.update(zip(missing, rows, strict=True))
        return self._gives([self.known[seed] for seed in self.seeds])

    def promising(self, removals: Sequence[Removal]) -> list[Removal]:
        """At most `MOST_TRIED` of them, best first; where there are more, a pilot of a few pairs ranks them.

        First what is particular to the configuration, where the pilot makes the verdict rarer without it; then by how
        much rarer the verdict becomes, by how far net practice moves, and as they stand.
        """
        if len(removals) <= MOST_TRIED:
            return list(removals)
        configs = [self.config, *(removal.config for removal in removals)]
        base, *others = self.simulate_many(configs, self.pilot_seeds)

        def promise(at: int) -> tuple[int, int, float]:
            rarer = int(self._gives(base).sum()) - int(self._gives(others[at]).sum())
            particulars = removals[at].particulars(self.config) if rarer > 0 else 0
            return particulars, rarer, abs(_net_practice(others[at]) - _net_practice(base))

        ranked = sorted(range(len(removals)), key=promise, reverse=True)
        return [removals[at] for at in ranked[:MOST_TRIED]]

    def judge(self, removals: Sequence[Removal]) -> list[Cause]:
        """Each of them over all pairs, or over the first few where those make the verdict no rarer."""
        base = self.hits()
        without: list[np.ndarray] = [np.zeros(0, bool) for _ in removals]
        going = list(range(len(removals)))
        for block in (self.seeds[:FIRST_PAIRS], self.seeds[FIRST_PAIRS:]):
            if not going or not block:
                break
            answers = self.simulate_many([removals[at].config for at in going], block)
            for at, rows in zip(going, answers, strict=True):
                without[at] = np.concatenate([without[at], self._gives(rows)])
            going = [at for at in going if without[at].sum() < base[: without[at].size].sum()]
        return [self._cause(removal, base, after) for removal, after in zip(removals, without, strict=True)]

    def _cause(self, removal: Removal, base: np.ndarray, without: np.ndarray) -> Cause:
        before = base[: without.size]
        estimate = paired_share(before, without)
        return Cause(removal.parts, float(before.mean()), float(without.mean()), estimate, len(self.seeds))

    def _gives(self, rows: Sequence[Row]) -> np.ndarray:
        return np.array([row["verdict"] == self.verdict for row in rows], dtype=bool)


def _net_practice(rows: Sequence[Row]) -> float:
    return float(np.mean([row["net_practice"] for row in rows]))
