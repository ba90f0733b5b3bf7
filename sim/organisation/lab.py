"""The lab that may follow a programme. Opening and lasting are two hazards: most open one, fewer keep it (study)."""

from typing import NamedTuple

import numpy as np

from sim.core import phases
from sim.core.compile import rule
from sim.core.draws import Key, uniforms
from sim.core.kernels import logistic, ranking
from sim.core.records import Levers, Row
from sim.population.units import Services


class LabMonth(NamedTuple):
    """The lab at the close of the month."""

    alive: int  # 0 or 1
    opened: int  # month of its opening, -1 = never
    vote: int  # month at which a new executive votes on it, -1 = none
    wins: np.ndarray  # uint8 [services]: where the lab's work showed a result


@rule
def run_lab(
    authority: Row,
    services: Services,
    planned_end: int,
    merger: int,
    political_signal: float,
    administration: float,
    mean_evidence: float,
    mean_cynicism: float,
    key: Key,
    month: int,
    p: Levers,
) -> LabMonth:
    """Open the lab, keep it or close it, and let it work.

    Reads    planned_end: month of the programme's end, -1 where it has none or was broken off
    Returns  LabMonth
    Rule     opening, from 3 months before the end to 12 after, unless aborted: logit h = l0 + lS S_pol + lA A + lE E
             - lC (c - 0.3)
             - lK min(3, cost / 0.3 % of the budget); closure: logit h = k0 - kS S_pol - kE E - F; after a merger the
             new executive
             votes within 12 months, for it with P = logistic(8 (S_pol - 0.5)); a result with P = 0.15 a month
    Source   study M55, M57, M58, I.B.2.c, SF1, SF26; Hertie study of labs; sizes: assumption
    """
    a, lab = authority, p.lab
    n = services.size.size
    u_open, u_close, u_win, u_vote = uniforms(key, phases.LAB, month, 0)
    wins = np.zeros(n, np.uint8)
    vote = a.lab_vote
    if a.lab:
        if merger:
            vote = month + 1 + int(12.0 * u_vote)
        close = logistic(closing_odds(political_signal, mean_evidence, p))
        rejected = month == a.lab_vote and u_vote >= logistic(
            lab.merger_slope * (political_signal - lab.merger_midpoint)
        )
        if u_close < close or rejected:
            return LabMonth(0, a.lab_opened, -1, wins)
        if u_win < lab.win_probability:
            show(wins, max(2, round(0.1 * n)), np.ones(n, np.uint8), phases.LAB_WIN_PLACE, key, month)
        return LabMonth(1, a.lab_opened, vote if vote > month else -1, wins)
    in_window = planned_end >= 0 and planned_end - lab.window_before <= month < planned_end + lab.window_after
    if a.lab_opened >= 0 or not in_window:
        return LabMonth(0, a.lab_opened, -1, wins)
    h = logistic(opening_odds(political_signal, administration, mean_evidence, mean_cynicism, a.budget_eur, p))
    if u_open < h:
        return LabMonth(1, month, -1, wins)
    return LabMonth(0, -1, -1, wins)


@rule
def opening_odds(
    political_signal: float,
    administration: float,
    mean_evidence: float,
    mean_cynicism: float,
    budget_eur: float,
    p: Levers,
) -> float:
    """Log-odds that a lab opens in a month of its window."""
    lab = p.lab
    cost = p.cost.lab_eur_year * p.cost.price_factor * (1.0 - p.cost.cofunding_share)
    weight = min(3.0, cost / max(1.0, p.cost.lab_budget_share * budget_eur * p.cost.budget_factor))
    return (
        lab.intercept
        + lab.sponsor * political_signal
        + lab.administration * administration
        + lab.evidence * mean_evidence
        - lab.cynicism * (mean_cynicism - 0.3)
        - lab.cost * weight
    )


@rule
def closing_odds(political_signal: float, mean_evidence: float, p: Levers) -> float:
    """Log-odds that an open lab closes this month."""
    lab = p.lab
    return (
        lab.closure_intercept
        - lab.closure_sponsor * political_signal
        - lab.closure_evidence * mean_evidence
        - lab.closure_formal * p.formal.project
    )


@rule
def show(places: np.ndarray, count: int, eligible: np.ndarray, phase: int, key: Key, month: int) -> None:
    """Mark `count` of the eligible services, chosen at random, as places where a result shows."""
    n = places.size
    luck = np.empty(n)
    for s in range(n):
        luck[s] = uniforms(key, phase, month, s)[0] if eligible[s] else 2.0
    order = ranking(luck)
    for k in range(min(count, n)):
        if eligible[order[k]]:
            places[order[k]] = 1
