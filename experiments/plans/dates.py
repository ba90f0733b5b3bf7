"""The months at which all plans are read: the same for all, so that no plan is read earlier than another."""

from collections.abc import Sequence
from dataclasses import dataclass

from experiments.plans.laying import own_steps, taken
from experiments.plans.plan_file import PlanFile
from sim.config import Config
from sim.config.resolve import LAST_MONTH, election_month, observations
from sim.scenarios.intervention import find

SETTLED_MONTHS = 24
"""Least time between the end of the last step and the last observation: what lasts is what is left two years later."""
AFTER_MONTHS = 12
"""The same before an election: its date does not move."""

Laid = tuple[PlanFile, Config]

GIVEN, ELECTION, USUAL, LATER = "given", "election", "usual", "later"


@dataclass(frozen=True)
class Dates:
    """Months of observation, and how they were found."""

    months: tuple[int, ...]
    why: str
    """`given`; `election`: the month before it; `usual`: start + 40 and start + 76; `later`: for a long plan."""


def dates(base: Config, plans: Sequence[Laid]) -> Dates:
    """The dates given; else the eve of the first election that leaves a year after the last step; else the usual ones.

    Args:
        base: the authority without a plan.
        plans: laid on it, their own dates left open.
    """
    if base.observe_months is not None:
        return Dates(base.observe_months, GIVEN)
    end, eves = max(last_step(*plan) for plan in plans), _eves(base)
    eve = next((month for month in eves if month >= end + AFTER_MONTHS), None)
    if eve is not None:
        return Dates((eve,), ELECTION)
    usual = observations(base)
    settled = min(LAST_MONTH, end + SETTLED_MONTHS)
    if settled <= usual[-1]:
        return Dates(usual, USUAL)
    return Dates((usual[0], settled), LATER)


def last_step(plan: PlanFile, config: Config) -> int:
    """The month in which the last step of a plan is over or in force: programme, later waves, levers."""
    programme, month = config.programme, 0
    if programme.enabled:
        month = programme.start_month + (0 if programme.permanent else programme.duration_months)
    for planned in own_steps(plan, config):
        called = bool(taken(planned, config).calls)
        length = programme.duration_months if called else find(planned.name).delay_months
        month = max(month, planned.month + length)
    return month


def _eves(config: Config) -> list[int]:
    election = election_month(config)
    if election is None:
        return []
    return list(range(election - 1, LAST_MONTH + 1, config.calendar.mandate_months))
