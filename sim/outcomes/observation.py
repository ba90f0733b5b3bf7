"""What an outcome may see: one closed month of a run, the same month of its twin, and the months before."""

import math
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from sim.core.draws import Key
from sim.networks.csr import Csr
from sim.outcomes.thresholds import Thresholds

Bools = NDArray[np.bool_]
Integers = NDArray[np.signedinteger[Any]]
Floats = NDArray[np.float64]
Shared = TypeVar("Shared")


@dataclass(frozen=True, eq=False)
class VoiceRecord:
    """What became of every item created since month 0.

    The three histograms count items by age in months; their last bin holds every age from there on, so that 25
    bins tell what happened within 24 months.

    Attributes:
        delivered_by_age: items that reached their decider, at that age [ages].
        dropped_by_age: items lost on their way, at that age [ages].
        waiting_by_age: items still on their way, by their age now [ages].
        created: items created, count.
        implemented: items accepted and carried out, count.
    """

    delivered_by_age: Integers
    dropped_by_age: Integers
    waiting_by_age: Integers
    created: int
    implemented: int


@dataclass(frozen=True, eq=False)
class Observation:
    """One month of a run, closed, with all that an outcome reads; nothing here is written to.

    Attributes:
        month: month observed, 0-based; monthly columns have at least month + 1 rows.
        start_month: first month of the programme; -1 where none is planned.
        end_month: first month after the programme; -1 while it runs or where it has no end.
        status: state of the programme, a code of `sim.core.codes`.
        n_ambassadors: ambassadors recruited, count.
        practises: who practises [field agents].
        twin_practises: who practises in the twin [field agents].
        ever_ambassador: posts whose holder is or was an ambassador [field agents].
        involved: posts whose holder took part in the programme and is still there [field agents].
        cynicism: 0..1 [field agents].
        twin_cynicism: cynicism in the twin, 0..1 [field agents].
        service: service of each post [field agents].
        service_sizes: field agents of each service [services].
        work: ties of work between field agents.
        monthly: column name to one value a month, NaN where undefined.
        twin_monthly: the same columns in the twin.
        voice: what became of the items.
        relaunch_first: volunteers expected at the call that opened the programme, count.
        relaunch_now: volunteers expected at the same call today, count.
        lab_created: whether a lab was ever opened.
        lab_alive: whether it is open.
        lab_age: its age, months.
        euros: spent so far, €.
        agent_days: working days spent so far.
        n_managers: management posts, the DGS included, count.
        mean_span: direct subordinates of a post, on average.
        manager_eur_year: what a management post costs, € a year.
        annual_reach: share of citizens who took part in an offer during a year, NaN without citizens.
        epsilon: difference of practice between two runs that luck alone explains, share of field agents.
        thresholds: lines of the verdict.
        key: key of the addressed draws.
        shared: results that several outcomes use, filled on demand by `once`.
    """

    month: int
    start_month: int
    end_month: int
    status: int
    n_ambassadors: int
    practises: Bools
    twin_practises: Bools
    ever_ambassador: Bools
    involved: Bools
    cynicism: Floats
    twin_cynicism: Floats
    service: Integers
    service_sizes: Integers
    work: Csr
    monthly: Mapping[str, Floats]
    twin_monthly: Mapping[str, Floats]
    voice: VoiceRecord
    relaunch_first: float
    relaunch_now: float
    lab_created: bool
    lab_alive: bool
    lab_age: int
    euros: float
    agent_days: float
    n_managers: int
    mean_span: float
    manager_eur_year: float
    annual_reach: float
    epsilon: float
    thresholds: Thresholds
    key: Key
    shared: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False)

    @property
    def n_field_agents(self) -> int:
        """Number of field agents."""
        return len(self.practises)

    def now(self, column: str) -> float | None:
        """Value of a monthly column at the observed month, None where undefined."""
        return defined(self.monthly[column][self.month])

    def against_twin(self, column: str) -> float | None:
        """Value of a monthly column minus the twin's, None where one of them is undefined."""
        return defined(self.monthly[column][self.month] - self.twin_monthly[column][self.month])


def defined(value: float) -> float | None:
    """Return a plain number, or None for NaN, the mark of an undefined value in an array."""
    return None if math.isnan(value) else float(value)


def once(compute: Callable[[Observation], Shared]) -> Callable[[Observation], Shared]:
    """Compute something at most once per observation, for the outcomes that share it."""

    @wraps(compute)
    def remembered(seen: Observation) -> Shared:
        if compute not in seen.shared:
            seen.shared[compute] = compute(seen)
        return cast(Shared, seen.shared[compute])

    return remembered
