"""A satisfaction instrument that the direction spreads from service to service (3.5.16)."""

from __future__ import annotations

from dataclasses import dataclass

from sim.core import phases
from tests.oracle.numbers import sigma
from tests.oracle.world import Now


@dataclass
class Waves:
    """What the instrument does this month, by service."""

    equipped_month: list[int]
    surveyed: list[bool]
    improved: list[bool]
    built: int


def survey(now: Now, active: bool, administration: float, demand: float) -> Waves:
    """Drop it here and there, hold the waves, equip the next service."""
    i, project, services = now.levers.instrument, now.levers.formal.project, now.world.services
    waves = Waves([s.equipped_month for s in services], [False] * len(services), [False] * len(services), 0)
    if not (active and now.levers.programme.instrument):
        return waves
    leave = i.closure_intercept - i.closure_administration * administration
    leave -= i.closure_formal * project + i.closure_sponsor * demand
    for s in services:
        if s.equipped_month < 0:
            continue
        u_dropped, u_improved, _, _ = now.draw(phases.INSTRUMENT, s.row)
        if u_dropped < sigma(leave):
            waves.equipped_month[s.row] = -1
        elif now.month > s.equipped_month and (now.month - s.equipped_month) % i.wave_months == 0:
            waves.surveyed[s.row] = True
            waves.improved[s.row] = u_improved < i.improvement
    bare = [s for s in services if s.equipped_month < 0]
    wish = i.rollout * administration * (0.5 + 0.5 * project) * now.levers.cost.budget_factor
    if bare and now.draw(phases.INSTRUMENT, len(services))[0] < wish:
        waves.equipped_month[bare[0].row] = now.month
        waves.built = 1
    return waves
