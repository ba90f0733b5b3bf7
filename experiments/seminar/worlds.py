"""The world of a question: one simulation of it, month by month, ready for the page."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from experiments.seminar.cases import Case
from experiments.seminar.coding import changes_of, text_of
from experiments.seminar.film import Film, film
from experiments.seminar.flags import flags_of
from experiments.seminar.layout import Layout, layout_of
from experiments.seminar.question import Question, plan_for
from sim.config import Config
from sim.run import Live
from sim.simulation import RunRecord, half_of, record_of

FORMAT = 1
DIGITS = 5
"""Decimals of a share of field agents: one of 100 000."""


@dataclass(frozen=True)
class Lived:
    """One simulation, lived to its end."""

    record: RunRecord
    film: Film
    live: Live


def live_through(config: Config, seed: int) -> Lived:
    """Live one resolved configuration under one seed, month by month, with its twin."""
    live = Live(config, seed)
    assert config.observe_months is not None
    shot = film(live, config.observe_months)
    return Lived(record_of(config, seed, half_of(live, shot.observed)), shot, live)


def world_of(case: Case, question: Question) -> tuple[dict[str, Any], Layout]:
    """The world of a question about a case, and the layout of its organisation."""
    plan = plan_for(case, question)
    lived = live_through(plan.config(0, question.simulation), plan.seed(question.simulation))
    return as_world(lived, question.as_json())


def as_world(lived: Lived, asked: dict[str, Any]) -> tuple[dict[str, Any], Layout]:
    """A simulation as the page takes it; `asked`: case, levers, events, seed."""
    record, shot = lived.record, lived.film
    changes, wide = changes_of(shot.states, shot.reasons)
    layout = layout_of(lived.live, shot.organisations)
    world = {
        "format": FORMAT,
        **asked,
        "months": lived.live.months,
        "layout": layout["id"],
        "start": text_of(shot.states[0], "u1"),
        "changes": changes,
        "wide": wide,
        "curve": shares(record.monthly["practice"]),
        "twin": shares(record.twin_monthly["practice"]),
        "read_at": list(record.verdicts),
        "verdict": record.verdict,
        "flags": flags_of(lived.live, record),
        "why": None,
        "cost": {
            "euros": round(float(record.monthly["euros"].sum())),
            "agent_days": round(float(record.monthly["agent_days"].sum())),
            "elu_hours": round(float(record.monthly["elu_hours"].sum())),
        },
    }
    return world, layout


def shares(values: NDArray[np.float64]) -> list[float]:
    """Shares of field agents, rounded as the page takes them."""
    return [round(float(value), DIGITS) for value in values]
