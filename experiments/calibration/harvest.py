"""What a search leaves: the ensemble, what each pattern is worth, how often all hold together."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

import numpy as np

from experiments.calibration.implausibility import Measured, of_patterns, passes, ranked
from experiments.calibration.rules import CUT, LEAST_MEMBERS, MOST_MEMBERS, TOO_EASY, ladder, prior_ladder
from experiments.calibration.space import Values
from experiments.calibration.waves import Settings, Waves
from experiments.ensemble import Ensemble
from experiments.statistics import Estimate, wilson

DIGITS = 4


@dataclass(frozen=True)
class Member:
    """A set of parameters with what every pattern gives under it."""

    values: Values
    measured: dict[str, dict[str, Measured]]

    @property
    def implausibilities(self) -> dict[str, float]:
        """By pattern; nan where nothing of it is defined."""
        return of_patterns(self.measured)

    @property
    def passed(self) -> dict[str, bool]:
        """Which patterns pass."""
        return passes(self.measured)

    def rank(self, rank: int) -> float:
        """The implausibility of a rank (1: the largest) over all patterns, those set apart included."""
        order = ranked(self.measured)
        return order[rank - 1] if len(order) >= rank else 0.0


@dataclass(frozen=True)
class Worth:
    """What one pattern is worth for the fit."""

    prior: Estimate
    """Share of prior draws that pass it."""
    members: Estimate
    """Share of the ensemble that passes it."""
    default: bool | None
    """Whether the default values pass it; None where they were not put to it."""
    apart: bool
    """No prior draw comes near: it dropped nobody."""

    @property
    def too_easy(self) -> bool:
        """Nearly every draw passes: it counts for nothing."""
        return self.prior.n > 0 and self.prior.value > TOO_EASY


@dataclass(frozen=True)
class Harvest:
    """The result of a search."""

    code: str
    settings: Settings
    rank: int
    """The rank of the implausibility that decided who is a member; 1 is the strictest."""
    race_rank: int
    """The rank that dropped points on the way."""
    members: tuple[Member, ...]
    default: Member | None
    patterns: dict[str, Worth]
    joint: Estimate
    """Share of the ensemble that passes every pattern that counts."""
    joint_all: Estimate
    """The same over all measured patterns."""
    joint_prior: Estimate
    """Share of prior draws that pass every pattern that counts."""
    points: tuple[int, ...]
    """Points of each wave."""
    left: tuple[int, ...]
    """Of these, those that were not dropped."""
    whole: int
    """Points that met all patterns with all replicates."""
    broken: int
    late: bool

    def ensemble(self, date: str) -> Ensemble:
        """The members as they ship."""
        keys = tuple(key for key, _ in self.members[0].values)
        rows = tuple(tuple(value for _, value in member.values) for member in self.members)
        return Ensemble(keys, rows, date, self.code)


def harvest(waves: Waves, settings: Settings) -> Harvest:
    """Gather what a search found."""
    race, rungs = waves.race, ladder(settings.replicates)
    whole = [_member(waves, point) for point in waves.all if race.whole(point, rungs)]
    rank, members = chosen(whole, race.apart, settings.root)
    prior = [_member(waves, point) for point in waves.prior if race.whole(point, prior_ladder(settings.replicates))]
    drawn = [passes(race.point(point)) for point in waves.prior]
    middle = waves.points[0][0]
    default = _member(waves, middle) if race.whole(middle, prior_ladder(settings.replicates)) else None
    names = tuple(race.simulator.patterns)
    worth = {
        name: Worth(
            _share([passed[name] for passed in drawn if name in passed]),
            _share([member.passed[name] for member in members]),
            default.passed[name] if default else None,
            name in race.apart,
        )
        for name in names
    }
    counted = [name for name in names if not worth[name].too_easy]
    return Harvest(
        code=race.simulator.code,
        settings=settings,
        rank=rank,
        race_rank=race.rank,
        members=members,
        default=default,
        patterns=worth,
        joint=_together(members, counted),
        joint_all=_together(members, names),
        joint_prior=_together(prior, counted),
        points=tuple(len(points) for points in waves.points),
        left=tuple(len(waves.left(points)) for points in waves.points),
        whole=len(whole),
        broken=race.broken,
        late=race.late,
    )


def chosen(whole: Sequence[Member], apart: frozenset[str], root: int) -> tuple[int, tuple[Member, ...]]:
    """The members, in an order drawn at random so that the first few stand for all, and the rank that chose them.

    The largest implausibility decides, patterns set apart left out; where it leaves too few, the second largest, and so
    on: the rank is part of the result.
    """
    most = max((len(member.measured) for member in whole), default=1)
    order = np.random.default_rng(root).permutation(len(whole))
    for rank in range(1, most + 1):
        inside = [whole[at] for at in order if _rank(whole[at], rank, apart) < CUT]
        if len(inside) >= min(LEAST_MEMBERS, len(whole)):
            return rank, tuple(inside[:MOST_MEMBERS])
    return most + 1, tuple(whole[at] for at in order[:MOST_MEMBERS])


def as_dict(found: Harvest) -> dict[str, object]:
    """Plain values for JSON; nothing that depends on when or where it was computed."""
    settings = found.settings
    return {
        "code": found.code,
        "settings": {name: getattr(settings, name) for name in ("points", "waves", "replicates", "root")},
        "cut": CUT,
        "rank": found.rank,
        "race_rank": found.race_rank,
        "points": found.points,
        "left": found.left,
        "whole": found.whole,
        "broken": found.broken,
        "late": found.late,
        "joint": found.joint.as_dict(),
        "joint_all": found.joint_all.as_dict(),
        "joint_prior": found.joint_prior.as_dict(),
        "patterns": {
            name: {
                "prior": worth.prior.as_dict(),
                "members": worth.members.as_dict(),
                "default": worth.default,
                "apart": worth.apart,
                "too_easy": worth.too_easy,
            }
            for name, worth in found.patterns.items()
        },
        "default": None if found.default is None else _told(found.default),
        "members": [_told(member) for member in found.members],
    }


def _told(member: Member) -> dict[str, object]:
    return {
        "values": dict(member.values),
        "largest": round(member.rank(1), DIGITS),
        "second": round(member.rank(2), DIGITS),
        "joint": all(member.passed.values()),
        "patterns": {
            name: {
                "implausibility": _number(member.implausibilities[name]),
                "passed": member.passed[name],
                "parts": {
                    part: {"value": _number(m.value), "deviation": _number(m.deviation), "passed": m.passed}
                    for part, m in parts.items()
                },
            }
            for name, parts in member.measured.items()
        },
    }


def _member(waves: Waves, point: Values) -> Member:
    return Member(point, waves.race.point(point))


def _rank(member: Member, rank: int, apart: frozenset[str]) -> float:
    order = ranked(member.measured, apart)
    return order[rank - 1] if len(order) >= rank else 0.0


def _share(hits: Sequence[bool]) -> Estimate:
    return wilson(sum(hits), len(hits))


def _together(members: Sequence[Member], names: Sequence[str]) -> Estimate:
    return _share([all(member.passed[name] for name in names) for member in members])


def _number(value: float) -> float | None:
    return round(value, 6) if isfinite(value) else None
