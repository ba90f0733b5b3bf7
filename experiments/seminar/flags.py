"""The dates that the timeline of the page shows: programme, elections, departures, lab, and what the trainer added."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from experiments.seminar.words import Pair, pair, said
from experiments.why.story import departures
from sim.config import Config
from sim.core.draws import make_key
from sim.core.text import Text
from sim.population.council import executive
from sim.run import Live
from sim.scenarios.intervention import find
from sim.simulation import RunRecord
from sim.timeline.mandates import first_election

Flag = dict[str, Any]
_OF_ITSELF = ("head_leaves", "alternance", "merger", "dgs_leaves")
"""Interventions whose effect on the run is a flag already."""


def flags_of(live: Live, record: RunRecord) -> list[Flag]:
    """Every dated event of a run, by month."""
    config = record.config
    found = [
        *_programme(record),
        *_elections(live, config),
        *_changes(config, record.seed),
        *_direction(live),
        *_lab(record),
        *_interventions(config, live.months),
        _flag(max(record.verdicts), "observed", said("flag.observed")),
    ]
    return sorted(found, key=lambda flag: flag["month"])


def _flag(month: int, name: str, text: Pair) -> Flag:
    return {"month": int(month), "id": name, "text": text}


def _edges(active: NDArray[np.float64]) -> Iterator[tuple[int, bool]]:
    """Months in which something starts (True) or is over (False)."""
    on = np.concatenate([[0], (active > 0).astype(np.int8)])
    for month in np.flatnonzero(np.diff(on)):
        yield int(month), bool(active[month] > 0)


def _programme(record: RunRecord) -> Iterator[Flag]:
    start = record.config.programme.start_month
    if record.config.programme.enabled and not record.monthly["programme_active"].any():
        yield _flag(start, "programme_not_launched", said("flag.programme_not_launched"))
    aborted = record.final.aborted
    for month, starts in _edges(record.monthly["programme_active"]):
        name = "programme_starts" if starts else "programme_aborted" if aborted else "programme_ends"
        yield _flag(month, name, said(f"flag.{name}"))


def _elections(live: Live, config: Config) -> Iterator[Flag]:
    if config.mechanisms.elections:
        first = first_election(config, make_key(live.seed))
        for month in range(first, live.months, config.calendar.mandate_months):
            yield _flag(month, "election", said("flag.election"))


def _changes(config: Config, seed: int) -> Iterator[Flag]:
    bodies = executive(config.authority.type, config.authority.inhabitants, config.authority.districts)
    head = Text(f"Le {bodies.head.fr}", f"The {bodies.head.en}")
    for change in departures(config, seed):
        text = said(f"flag.change.{change.succession}", head=head)
        yield _flag(change.month, "head_changes", text)


def _direction(live: Live) -> Iterator[Flag]:
    for month in np.flatnonzero(live.plan.direction.is_new):
        yield _flag(int(month), "dgs_changes", said("flag.dgs_changes"))


def _lab(record: RunRecord) -> Iterator[Flag]:
    for month, opens in _edges(record.monthly["lab_alive"]):
        name = "lab_opens" if opens else "lab_closes"
        yield _flag(month, name, said(f"flag.{name}"))


def _interventions(config: Config, months: int) -> Iterator[Flag]:
    for asked in config.interventions:
        if asked.month < months and asked.name not in _OF_ITSELF:
            yield _flag(asked.month, asked.name, pair(find(asked.name).title))
