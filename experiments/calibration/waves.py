"""The waves: a Latin hypercube first, then points where what is known so far leaves room."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from experiments.calibration.emulator import propose, surfaces
from experiments.calibration.implausibility import Point, largest, of_patterns
from experiments.calibration.race import Race
from experiments.calibration.rules import (
    CUT,
    FEWEST_PRIOR,
    KEPT_OF_PRIOR,
    LATER_POINTS,
    PRIOR_SHARE,
    TIME_SHARES,
    ladder,
    prior_ladder,
)
from experiments.calibration.space import Space, Values, spread_out
from experiments.durable import named_after, store, stored

NO_LIMIT = float("inf")
WAVES = "waves"
SECOND = 2
FEWEST_TOLD = 12
"""Draws of the prior sample below which they say nothing of a pattern."""


@dataclass(frozen=True)
class Settings:
    """What is asked of a calibration."""

    points: int
    waves: int
    replicates: int
    root: int
    minutes: float = NO_LIMIT

    @property
    def prior(self) -> int:
        """Points of the first wave that are put to every pattern."""
        return min(self.points, max(FEWEST_PRIOR, round(PRIOR_SHARE * self.points)))

    def size(self, wave: int) -> int:
        """Points of a wave (1: the first)."""
        return self.points if wave == 1 else max(1, round(LATER_POINTS * self.points))


@dataclass
class Waves:
    """Points of each wave, and what is left of them."""

    race: Race
    points: list[list[Values]] = field(default_factory=list)
    prior: list[Values] = field(default_factory=list)

    @property
    def all(self) -> list[Values]:
        """Every point once, in order."""
        return list(dict.fromkeys(point for wave in self.points for point in wave))

    def left(self, wave: Sequence[Values]) -> list[Values]:
        """Those of a wave that are not dropped."""
        return [point for point in wave if not self.race.dropped(point)]


def search(space: Space, race: Race, settings: Settings) -> Waves:
    """All waves. The default values go with the prior sample, and climb to the end whatever they give."""
    clock, waves = _Clock(settings), Waves(race)
    rungs = ladder(settings.replicates)
    first = [space.values(place) for place in spread_out(space, settings.points, settings.root)]
    waves.prior = first[: settings.prior]
    race.finish([space.middle, *waves.prior], prior_ladder(settings.replicates), "prior", clock.until(0), drop=False)
    told = [race.point(point) for point in waves.prior if race.whole(point, prior_ladder(settings.replicates))]
    race.apart = beyond_reach(told)
    race.rank = deciding_rank(told, race.apart)
    for wave in range(1, settings.waves + 1):
        if wave == 1:
            waves.points.append([space.middle, *first])
        else:
            waves.points.append(_kept(race, settings, wave) or _drawn(space, waves, settings, wave))
        steps = rungs[:3] if wave == settings.waves else rungs[:4]
        race.run(waves.points[-1], steps, f"wave {wave}", clock.until(_share(wave, settings.waves)), drop=True)
    race.run([space.middle], rungs, "default", clock.last, drop=False)
    race.finish(waves.all, rungs, "members", clock.last, drop=True)
    return waves


def beyond_reach(prior: Sequence[Point]) -> frozenset[str]:
    """Patterns that are implausible at every point of the prior sample: no value of the fit set is seen to reach them.

    They drop nobody and are told apart; the members are put to them all the same.
    """
    if len(prior) < FEWEST_TOLD:
        return frozenset()
    each = [of_patterns(point) for point in prior]
    return frozenset(name for name in each[0] if all(not implausible[name] < CUT for implausible in each))


def deciding_rank(prior: Sequence[Point], apart: frozenset[str]) -> int:
    """The rank of the implausibility that drops points: the smallest that leaves some of the prior, from the second."""
    if len(prior) < FEWEST_TOLD:
        return SECOND
    most = max(len(point) for point in prior)
    for rank in range(SECOND, most + 1):
        if sum(largest(point, rank, apart) <= CUT for point in prior) >= KEPT_OF_PRIOR * len(prior):
            return rank
    return most


class _Clock:
    """Shares a budget of minutes between stages; what one leaves goes to the next."""

    def __init__(self, settings: Settings) -> None:
        self._start, self._seconds = time.time(), 60 * settings.minutes

    def until(self, stage: int) -> float:
        """When a stage must end."""
        return self._start + self._seconds * sum(TIME_SHARES[: stage + 1])

    @property
    def last(self) -> float:
        """When all must end."""
        return self._start + self._seconds


def _share(wave: int, waves: int) -> int:
    """Stage of the time shares that a wave belongs to; the middle ones share theirs."""
    return 3 if wave == waves else min(wave, 2)


def _drawn(space: Space, waves: Waves, settings: Settings, wave: int) -> list[Values]:
    """Points of a later wave, written down: a search that is taken up again keeps them."""
    race, known = waves.race, [point for point in waves.all if waves.race.chunks.get(point)]
    fitted = surfaces(dict(race.simulator.patterns), space.unit(known), [race.point(point) for point in known])
    rank = race.rank - 1 if wave == settings.waves else race.rank
    chosen = propose(space, fitted, settings.size(wave), settings.root + wave, rank, race.apart)
    store(_path(race, settings, wave), chosen)
    return chosen


def _kept(race: Race, settings: Settings, wave: int) -> list[Values] | None:
    """The points of a wave as they were drawn before, None where there are none that this search can use."""
    kept = stored(_path(race, settings, wave))
    return None if kept is None else [tuple((key, value) for key, value in point) for point in kept]


def _path(race: Race, settings: Settings, wave: int) -> Path:
    """The file of a wave, named after all that its points follow from but time."""
    named = [race.simulator.code, settings.points, settings.replicates, settings.root, settings.waves, wave]
    return race.folder / WAVES / f"{named_after(named)}.json"
