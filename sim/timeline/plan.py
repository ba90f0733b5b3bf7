"""The plan of a run: everything that is decided before it starts, ready for the months."""

from typing import NamedTuple

import numpy as np

from sim.config import Config
from sim.core.draws import Key
from sim.scenarios.intervention import find
from sim.timeline.draft import Draft, open_draft
from sim.timeline.mandates import Direction, Mandates, political_calendar, seat_dgs, seat_elus
from sim.timeline.money import funding, lead_present


class Plan(NamedTuple):
    """Levers and dated events of a run."""

    levers: np.ndarray  # [months] of the lever table
    mandates: Mandates
    direction: Direction
    launched: bool
    money_stops: np.ndarray  # uint8 [months]
    lead_present: np.ndarray  # 0 or 1 [months]


def draft_of(config: Config, months: int, *, twin: bool) -> Draft:
    """Open a draft and let the interventions write to it; the twin does without those of kind `lever`."""
    draft = open_draft(config, months)
    for asked in config.interventions:
        intervention = find(asked.name)
        left_out = asked.strength == 0.0 or (twin and intervention.kind == "lever")
        if asked.month < months and not left_out:
            until = months if asked.until is None else min(months, asked.until)
            intervention.apply(draft, asked.month, until, asked.strength)
    return draft


def make_plan(
    config: Config, role: np.ndarray, budget_eur: float, signal_at_start: float, months: int, key: Key, *, twin: bool
) -> Plan:
    """Make the plan of a run or of its twin (the same without programme nor interventions of kind `lever`)."""
    draft = draft_of(config, months, twin=twin)
    changes = political_calendar(draft, key)
    mandates = seat_elus(draft, changes, role, key)
    direction = seat_dgs(draft, changes, signal_at_start, key)
    launched, stops = funding(config, draft.levers, budget_eur, key)
    return Plan(draft.levers, mandates, direction, launched and not twin, stops, lead_present(config, months, key))
