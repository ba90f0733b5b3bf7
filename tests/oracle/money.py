"""What the month costs (3.5.14)."""

from __future__ import annotations

from dataclasses import dataclass

from sim.core import codes
from tests.oracle.instrument import Waves
from tests.oracle.programme import Roster
from tests.oracle.world import Now


@dataclass
class Spent:
    """Euros and working days of one month."""

    programme: float
    backfill: float
    lab: float
    instrument: float
    days: float  # of members
    levers: float
    levers_days: float
    elu_hours: float


def spend(now: Now, roster: Roster, lab_alive: bool, waves: Waves) -> Spent:
    """The fee month by month over the planned duration, the replacement of absent members, the lab, the instrument."""
    c, p = now.levers.cost, now.levers.programme
    paid = c.price_factor * (1 - c.cofunding_share) * c.budget_factor
    calls = float(now.month < p.start_month + p.duration_months)
    if now.plan.calls.under_way[now.month]:
        calls += int(now.plan.calls.under_way[now.month]) / p.ambassadors if p.ambassadors else 1
    days = sum(role == codes.MEMBER for role in roster.role) * c.agent_days_per_month
    return Spent(
        paid * c.programme_eur / p.duration_months * calls if roster.active else 0.0,
        days * c.backfill * now.levers.authority.agent_day_eur,
        paid * c.lab_eur_year / 12 if lab_alive else 0.0,
        paid * (waves.built * c.instrument_build_eur + sum(waves.surveyed) * c.instrument_wave_eur),
        days,
        *(float(account[now.month]) for account in now.plan.spending),
    )
