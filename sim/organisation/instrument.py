"""A mandated instrument (satisfaction barometer): it spreads by decision of the direction, not by peers."""

from typing import NamedTuple

import numpy as np

from sim.core import phases
from sim.core.compile import rule
from sim.core.draws import Key, uniforms
from sim.core.kernels import logistic
from sim.core.records import Levers
from sim.population.units import Services


class Waves(NamedTuple):
    """What the instrument does this month."""

    equipped_month: np.ndarray  # int16 [services] at the close, -1 = none
    surveyed: np.ndarray  # uint8 [services]: a wave of questions and explanation
    improved: np.ndarray  # uint8 [services]: the wave led to an improvement
    built: int  # services equipped this month


@rule
def survey(
    services: Services, active: bool, administration: float, political_signal: float, key: Key, month: int, p: Levers
) -> Waves:
    """The direction equips the next service or drops one; each equipped service holds its waves.

    Rule     next service equipped with P = 0.25 A (0.5 + 0.5 F); dropped with logit -4 - 2 A - F - 0.3 S_pol; a wave
             every 12 months closes the gap of criteria by 20 % and leads to an improvement with P = 0.6
    Source   study, case of the barometer, M27, M63; sizes: assumption
    """
    n = services.size.size
    waves = Waves(services.equipped_month.copy(), np.zeros(n, np.uint8), np.zeros(n, np.uint8), 0)
    if not (active and p.programme.instrument):
        return waves
    b = p.instrument
    u_build = uniforms(key, phases.INSTRUMENT, month, n)[0]
    may_build = u_build < b.rollout * administration * (0.5 + 0.5 * p.formal.project) * p.cost.budget_factor
    leave = logistic(
        b.closure_intercept
        - b.closure_administration * administration
        - b.closure_formal * p.formal.project
        - b.closure_sponsor * political_signal
    )
    built = 0
    for s in range(n):
        u_leave, u_improve, _, _ = uniforms(key, phases.INSTRUMENT, month, s)
        since = services.equipped_month[s]
        if since >= 0 and u_leave < leave:
            waves.equipped_month[s] = -1
        elif since >= 0 and (month - since) % int(b.wave_months) == 0:
            waves.surveyed[s] = 1
            if u_improve < b.improvement:
                waves.improved[s] = 1
        elif since < 0 and may_build and built == 0:
            waves.equipped_month[s] = month
            built = 1
    return Waves(waves.equipped_month, waves.surveyed, waves.improved, built)


@rule
def equipped_share(services: Services) -> float:
    """Return the share of services that have the instrument at the opening."""
    count = 0
    for s in range(services.size.size):
        if services.equipped_month[s] >= 0:
            count += 1
    return count / services.size.size
