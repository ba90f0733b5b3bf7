"""The lab that may follow a programme: two hazards, opening and closing (3.5.12)."""

from __future__ import annotations

from dataclasses import dataclass

from sim.core import phases
from tests.oracle.numbers import sigma
from tests.oracle.programme import show
from tests.oracle.world import Now, Service


@dataclass
class LabMonth:
    """The lab at the close, and the services where its work showed a result."""

    alive: bool
    opened: int
    vote: int
    wins: list[Service]


def opens(now: Now, planned_end: int, demand: float, administration: float, evidence: float, cynicism: float) -> float:
    """Chance that a lab opens this month; one lab a run, around the end of a programme that was not broken off."""
    v = now.levers.lab
    first, last = planned_end - v.window_before, planned_end + v.window_after - 1
    if planned_end < 0 or now.world.lab.opened >= 0 or not first <= now.month <= last:
        return 0.0
    c = now.levers.cost
    cost = c.lab_eur_year * c.price_factor * (1 - c.cofunding_share)
    room = c.lab_budget_share * now.world.budget_eur * c.budget_factor
    z = v.intercept + v.sponsor * demand + v.administration * administration + v.evidence * evidence
    return sigma(z - v.cynicism * (cynicism - 0.3) - v.cost * min(3.0, cost / max(1.0, room)))


def closes(now: Now, demand: float, evidence: float) -> float:
    """Chance that an open lab closes this month."""
    v = now.levers.lab
    z = v.closure_intercept - v.closure_sponsor * demand - v.closure_evidence * evidence
    return sigma(z - v.closure_formal * now.levers.formal.project)


def live(
    now: Now, planned_end: int, demand: float, administration: float, evidence: float, cynicism: float
) -> LabMonth:
    """One month of the lab: it opens, or closes, is voted on after a merger, works."""
    lab, v = now.world.lab, now.levers.lab
    u_opens, u_closes, u_result, u_vote = now.draw(phases.LAB)
    after = LabMonth(lab.alive, lab.opened, lab.vote, [])
    if not lab.alive:
        if u_opens < opens(now, planned_end, demand, administration, evidence, cynicism):
            after.alive, after.opened = True, now.month
        return after
    if u_closes < closes(now, demand, evidence):
        after.alive = False
    if now.month == lab.vote:
        after.vote = -1
        if u_vote >= sigma(v.merger_slope * (demand - v.merger_midpoint)):
            after.alive = False
    if now.plan.mandates.merger[now.month]:
        after.vote = now.month + 1 + int(12 * u_vote)
    if not after.alive:
        after.vote = -1
    elif u_result < v.win_probability:
        after.wins = show(now, now.world.services, phases.LAB_WIN_PLACE)
    return after
