"""The plan of a run: everything that is decided before it starts, ready for the months."""

from typing import NamedTuple

import numpy as np

from sim.config import Config
from sim.config import Intervention as Asked
from sim.core.draws import Key
from sim.scenarios.intervention import find
from sim.timeline.draft import Draft, open_draft
from sim.timeline.mandates import Direction, Mandates, political_calendar, seat_dgs, seat_elus
from sim.timeline.money import Calls, funding, later_calls, lead_present
from sim.timeline.prices import Spending


class Plan(NamedTuple):
    """Levers and dated events of a run."""

    levers: np.ndarray  # [months] of the lever table
    mandates: Mandates
    direction: Direction
    launched: bool
    money_stops: np.ndarray  # uint8 [months]
    lead_present: np.ndarray  # 0 or 1 [months]
    calls: Calls  # for members, after the first
    pilots: np.ndarray  # 0..1 [months]: strength of a dated visible success
    depths: np.ndarray  # uint8 [months]: levels of management from this month on, 0 = no reorganisation
    spending: Spending  # of interventions


def draft_of(config: Config, months: int, *, twin: bool) -> Draft:
    """Open a draft and let the interventions write to it; the twin does without those of kind `lever`."""
    draft = open_draft(config, months)
    for asked in config.interventions:
        if asked.month < months and asked.strength > 0.0 and not (twin and find(asked.name).kind == "lever"):
            write(draft, asked)
    draft.keep_off()
    return draft


def write(draft: Draft, asked: Asked) -> None:
    """Write one intervention: it is paid for from its month on, and acts after its delay if it still lasts then."""
    intervention = find(asked.name)
    until = draft.months if asked.until is None else min(draft.months, asked.until)
    for price in intervention.prices:
        draft.charge(price, asked.strength, asked.month, until)
    first = asked.month + intervention.delay_months
    if first >= until:
        return
    if intervention.value is None:
        intervention.apply(draft, first, until, asked.strength)
    else:
        value = intervention.value.default if asked.value is None else asked.value
        intervention.apply(draft, first, until, asked.strength, value)


def make_plan(
    config: Config, role: np.ndarray, budget_eur: float, signal_at_start: float, months: int, key: Key, *, twin: bool
) -> Plan:
    """Make the plan of a run or of its twin (the same without programme nor interventions of kind `lever`)."""
    draft = draft_of(config, months, twin=twin)
    changes = political_calendar(draft, key)
    mandates = seat_elus(draft, changes, role, key)
    direction = seat_dgs(draft, changes, signal_at_start, key)
    launched, stops = funding(config, draft.levers, budget_eur, key)
    launched = launched and not twin
    calls = later_calls(draft, launched, stops, budget_eur, key)
    depths = np.zeros(months, np.uint8)
    for month, depth in draft.depths.items():
        depths[month] = depth
    return Plan(
        draft.levers,
        mandates,
        direction,
        launched,
        stops,
        lead_present(draft, key),
        calls,
        draft.pilots,
        depths,
        draft.spending,
    )
