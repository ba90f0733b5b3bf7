"""Whether the money is there: the launch, and its renewal every year."""

import math
from typing import NamedTuple

import numpy as np

from sim.config import Config
from sim.core import phases
from sim.core.draws import Key, uniforms
from sim.core.kernels import logistic
from sim.timeline.draft import Draft


class Calls(NamedTuple):
    """Later calls for members, by month."""

    people: np.ndarray  # int64 [months]: wanted by the call of that month
    under_way: np.ndarray  # int64 [months]: wanted by later calls whose time is not over


def yearly_cash(config: Config, share: float = 1.0) -> float:
    """Return what the programme, or a later call of a share of its size, asks of the budget, euros a year.

    Rule     12 (fee x price x (1 - cofunding) + people x days x duration x backfill x day's cost) / duration
    """
    c, g = config.cost, config.programme
    fee = c.programme_eur * c.price_factor * (1.0 - c.cofunding_share)
    replaced = g.ambassadors * c.agent_days_per_month * g.duration_months * c.backfill * config.authority.agent_day_eur
    return 12.0 * (fee + replaced) * share / g.duration_months


def chance_funded(config: Config, budget_eur: float, budget_factor: float, share: float = 1.0) -> float:
    """Return the probability that the executive finds the money.

    Rule     logistic(4 ln(0.005 budget / yearly cash)): one half where the programme takes half a percent of the budget
    Source   study M55, SF23 (small authorities are held back first); form and sizes: assumption
    """
    cash, c = yearly_cash(config, share), config.cost
    if cash <= 0.0:
        return 1.0
    room = c.launch_budget_share * budget_eur * budget_factor
    if room <= 0.0:
        return 0.0
    return logistic(c.launch_slope * math.log(room / cash))


def funding(config: Config, levers: np.ndarray, budget_eur: float, key: Key) -> tuple[bool, np.ndarray]:
    """Decide whether the programme is launched, and the months at which its money is not renewed [months, uint8].

    A programme that did start (`programme.launch=given`) is neither tested nor cut short.
    """
    months = levers.size
    stops = np.zeros(months, np.uint8)
    g = config.programme
    if not (g.enabled and config.mechanisms.programme):
        return False, stops
    if g.launch == "given" or not config.mechanisms.launch:
        return True, stops

    def funded(month: int) -> bool:
        left = float(levers["cost"]["budget_factor"][month])
        return uniforms(key, phases.LAUNCH, month, 0)[0] < chance_funded(config, budget_eur, left)

    if g.start_month >= months:
        return False, stops
    last = months if g.permanent else min(months, g.start_month + g.duration_months)
    for month in range(g.start_month + 12, last, 12):
        stops[month] = not funded(month)
    return funded(g.start_month), stops


def later_calls(draft: Draft, launched: bool, stops: np.ndarray, budget_eur: float, key: Key) -> Calls:
    """Date the later calls of a programme that was launched: those that find their money, each for its full duration.

    Rule     tested as the launch is, for its share of the people (people / ambassadors), then every 12 months; a
             renewal that fails stops all that is under way (marked in `stops`)
    Source   assumption
    """
    months, g = draft.months, draft.config.programme
    wanted = [(first, people) for first, people in sorted(draft.calls) if g.start_month <= first < months and launched]
    funded = [(first, people) for first, people in wanted if _call_funded(draft, first, people, budget_eur, key)]
    for first, people in funded:
        for month in range(first + 12, min(months, first + g.duration_months), 12):
            if not stops[first : month + 1].any() and not _call_funded(draft, month, people, budget_eur, key):
                stops[month] = 1
    calls = Calls(np.zeros(months, np.int64), np.zeros(months, np.int64))
    for first, people in funded:
        stopped = np.flatnonzero(stops[first : first + g.duration_months])
        lasts = int(stopped[0]) if stopped.size else g.duration_months
        calls.people[first] += people if lasts > 0 else 0
        calls.under_way[first : first + lasts] += people
    return calls


def _call_funded(draft: Draft, month: int, people: int, budget_eur: float, key: Key) -> bool:
    """Whether the executive finds the money of a later call of so many people, in that month."""
    g = draft.config.programme
    if g.launch == "given" or not draft.config.mechanisms.launch:
        return True
    share = people / g.ambassadors if g.ambassadors > 0 else 1.0
    left = float(draft.levers["cost"]["budget_factor"][month])
    return uniforms(key, phases.LAUNCH, month, 0)[1] < chance_funded(draft.config, budget_eur, left, share)


def lead_present(draft: Draft, key: Key) -> np.ndarray:
    """Return whether the person who leads the programme is at work, by month [months, 0 or 1].

    Rule     leaves with 1 % a month where the programme rests on a lead, and at the months given; missed for 6 months
             unless the succession is prepared
    Source   study M53, SF24; sizes: assumption
    """
    g, levers = draft.config.programme, draft.levers["programme"]
    present = np.ones(draft.months)
    for month in range(g.start_month, draft.months):
        u_leaves, u_prepared, _, _ = uniforms(key, phases.LEAD_DEPARTURE, month, 0)
        leaves = month in draft.lead_leaves or (g.lead and u_leaves < levers["lead_hazard"][month])
        if leaves and u_prepared >= levers["succession_plan"][month]:
            present[month : month + int(levers["lead_absence_months"][month])] = 0.0
    return present
