"""What happened in one run: dates and places."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from experiments.runner import Engine
from sim.config import Config, effective_horizon
from sim.core import codes
from sim.core.draws import make_key
from sim.timeline.draft import Change
from sim.timeline.mandates import political_calendar
from sim.timeline.plan import draft_of

Ending = Literal["planned", "aborted", "cut_short"]


@dataclass(frozen=True)
class Story:
    """The dates (simulated months) and places of one run, up to the month at which its verdict is read.

    Attributes:
        seed: of the run.
        observed: month at which the verdict is read.
        started: month in which the programme begins; None where it was not launched.
        ended: first month without it; None where it was not launched or still runs.
        ending: how it ended: as planned, broken off for lack of support, cut short for lack of money.
        departures: changes at the head of the executive, by date.
        lab_opened: month in which the lab opens; None where it never does.
        lab_closed: first month without it; None where it never opened or lives on.
        by_service: practitioners of each service at the observed month; service 1 comes first.
        without_programme: practitioners in the twin, at the same month.
        dispossession: felt by the élus of districts at that month, 0..1; NaN where there are none.
    """

    seed: int
    observed: int
    started: int | None
    ended: int | None
    ending: Ending | None
    departures: tuple[Change, ...]
    lab_opened: int | None
    lab_closed: int | None
    by_service: tuple[int, ...]
    without_programme: int
    dispossession: float

    @property
    def practitioners(self) -> int:
        """Field agents who practise at the observed month."""
        return sum(self.by_service)

    @property
    def reached(self) -> int:
        """Services in which somebody practises."""
        return sum(count > 0 for count in self.by_service)


def tell(config: Config, seed: int, engine: Engine) -> Story:
    """Live one run again and keep its dates and places; `config` is resolved."""
    record = engine(config, seed)
    observed = max(record.verdicts)
    started, ended = _stretch(record.monthly["programme_active"][: observed + 1])
    opened, closed = _stretch(record.monthly["lab_alive"][: observed + 1])
    aborted = record.outcomes["programme_status"] == codes.ABORTED
    return Story(
        seed=seed,
        observed=observed,
        started=started,
        ended=ended,
        ending=None if ended is None else "aborted" if aborted else _ending(config, ended),
        departures=tuple(change for change in departures(config, seed) if change.month <= observed),
        lab_opened=opened,
        lab_closed=closed,
        by_service=tuple(int(count) for count in record.by_service[observed]),
        without_programme=round(float(record.twin_monthly["practice"][observed]) * int(record.service_sizes.sum())),
        dispossession=float(record.monthly["dispossession_district"][observed]),
    )


def departures(config: Config, seed: int) -> list[Change]:
    """Changes at the head of the executive under a seed, by date: none of them depends on what happens in the run."""
    return political_calendar(draft_of(config, effective_horizon(config), twin=False), make_key(seed))


def _ending(config: Config, ended: int) -> Ending:
    programme = config.programme
    short = programme.permanent or ended < programme.start_month + programme.duration_months
    return "cut_short" if short else "planned"


def _stretch(active: NDArray[np.float64]) -> tuple[int | None, int | None]:
    """First month of a stretch of ones, and first month after it; None where there is no such month."""
    months = np.flatnonzero(active)
    if months.size == 0:
        return None, None
    after = int(months[-1]) + 1
    return int(months[0]), after if after < active.size else None
