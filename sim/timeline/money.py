"""Whether the money is there: the launch, and its renewal every year."""

import math

import numpy as np

from sim.config import Config
from sim.core import phases
from sim.core.draws import Key, uniforms
from sim.core.kernels import logistic


def yearly_cash(config: Config) -> float:
    """Return what the programme asks of the authority's budget, euros a year.

    Rule     12 (fee x price x (1 - cofunding) + people x days x duration x backfill x day's cost) / duration
    """
    c, g = config.cost, config.programme
    fee = c.programme_eur * c.price_factor * (1.0 - c.cofunding_share)
    replaced = g.ambassadors * c.agent_days_per_month * g.duration_months * c.backfill * config.authority.agent_day_eur
    return 12.0 * (fee + replaced) / g.duration_months


def chance_funded(config: Config, budget_eur: float, budget_factor: float) -> float:
    """Return the probability that the executive finds the money.

    Rule     logistic(4 ln(0.005 budget / yearly cash)): one half where the programme takes half a percent of the budget
    Source   study M55, SF23 (small authorities are held back first); form and sizes: assumption
    """
    cash, c = yearly_cash(config), config.cost
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


def lead_present(config: Config, levers: np.ndarray, key: Key) -> np.ndarray:
    """Return whether the project lead is at work, by month [months, 0 or 1].

    Rule     leaves with 1 % a month, missed for 6 months unless the succession is prepared
    Source   study M53, SF24; sizes: assumption
    """
    months, prepared = levers.size, levers["programme"]["succession_plan"]
    present = np.ones(months)
    g = config.programme
    if g.lead:
        for month in range(g.start_month, months):
            u_leaves, u_prepared, _, _ = uniforms(key, phases.LEAD_DEPARTURE, month, 0)
            if u_leaves < g.lead_hazard and u_prepared >= prepared[month]:
                present[month : month + int(g.lead_absence_months)] = 0.0
    return present
