"""Evidence: visible results, how they fade, and who sees them."""

import math
from typing import NamedTuple

import numpy as np

from sim.core.compile import rule
from sim.core.records import Levers
from sim.population.units import Services, Teams


class Perceived(NamedTuple):
    """Evidence as people see it this month, from the stocks at the opening."""

    service: np.ndarray  # 0..1 [services]: own results and, by communication, those of others
    team: np.ndarray  # 0..1 [teams]
    mean: float  # 0..1: over all field agents, own results only
    cases: float  # 0..1: cases shown to the direction générale


@rule
def perceive(services: Services, teams: Teams, cases: float, p: Levers) -> Perceived:
    """Turn stocks of results into what is seen of them.

    Reads    cases: stock of cases shown, >= 0
    Rule     E_s = 1 - exp(-V_s / (v0 sqrt(n_s / 10))); seen in a service: max(E_s + chi max(0, mean - E_s), chi max E,
             outside); in a team: min(1, max(seen, 0.5 seen + 0.6 E_g)), E_g = 1 - exp(-V_g / v_g);
             the direction générale sees E_c = 1 - exp(-V_c / v_c)
    Source   study M26, M39, M42 (communication), M44; saturation: assumption
    """
    n, e = services.size.size, p.evidence
    own = np.empty(n)
    seen = Perceived(np.empty(n), np.empty(teams.first.size), 0.0, 0.0)
    total, people, best = 0.0, 0, 0.0
    for s in range(n):
        own[s] = 1.0 - math.exp(-services.evidence[s] / (e.service_scale * math.sqrt(services.size[s] / 10.0)))
        total += services.size[s] * own[s]
        people += services.size[s]
        best = max(best, own[s])
    mean = total / people
    chi = p.formal.communication
    for s in range(n):
        seen.service[s] = max(own[s] + chi * max(0.0, mean - own[s]), chi * best, e.outside)
    for g in range(teams.first.size):
        around = seen.service[teams.service[g]]
        near = 1.0 - math.exp(-teams.evidence[g] / e.team_scale)
        seen.team[g] = min(1.0, max(around, 0.5 * around + 0.6 * near))
    return Perceived(seen.service, seen.team, mean, 1.0 - math.exp(-cases / e.cases_scale))


@rule
def renew(stock: np.ndarray, gained: np.ndarray, decay: float) -> np.ndarray:
    """Return the stock at the close: what is left of the old results, and the new ones.

    Rule     V <- (1 - delta) V + gains; half-life 13.5 months at 5 % a month [assumption, 2-10 %]
    """
    after = np.empty(stock.size)
    for k in range(stock.size):
        after[k] = (1.0 - decay) * stock[k] + gained[k]
    return after
