"""Money and time: what the month costs the authority, account by account."""

from typing import NamedTuple

from sim.core import codes
from sim.core.compile import rule
from sim.core.records import Flow, Levers


class Spent(NamedTuple):
    """Euros and working days of one month."""

    programme_eur: float
    backfill_eur: float
    lab_eur: float
    instrument_eur: float
    agent_days: float  # of members
    levers_eur: float
    levers_days: float
    elu_hours: float


@rule
def spend(roster: Flow, called: int, lab_alive: int, waves: Flow, levers: Flow, month: int, p: Levers) -> Spent:
    """Add up the month: fee, replacement of absent members, lab, instrument, members' days, what interventions take.

    Reads    called: people wanted by later calls that are under way
    Rule     fee / duration in the first `duration_months` (permanent teams pay none later), and again for each later
             call over its own duration, in proportion to its people (in full where none were planned); net of
             cofunding and times `cost.price_factor`; members' days are counted, and cost euros as far as they are
             backfilled; interventions are paid at their declared price, and their days are counted
    Source   study I.B.2.b (165 000 euros; 20 agents x 3 days x 16 months), N6 (barometer)
    """
    c = p.cost
    paid = c.price_factor * (1.0 - c.cofunding_share) * c.budget_factor
    days = 0.0
    if roster.active:
        members = 0
        for i in range(roster.role.size):
            if roster.role[i] == codes.MEMBER:
                members += 1
        days = members * c.agent_days_per_month
    asked = 0.0
    if roster.active:
        asked = 1.0 if month < p.programme.start_month + p.programme.duration_months else 0.0
        if called > 0:
            asked += called / p.programme.ambassadors if p.programme.ambassadors > 0 else 1.0
    fee = c.programme_eur / p.programme.duration_months * paid * asked
    surveyed = 0
    for s in range(waves.surveyed.size):
        surveyed += waves.surveyed[s]
    return Spent(
        fee,
        days * c.backfill * p.authority.agent_day_eur,
        c.lab_eur_year / 12.0 * paid if lab_alive else 0.0,
        (waves.built * c.instrument_build_eur + surveyed * c.instrument_wave_eur) * paid,
        days,
        levers.eur[month],
        levers.days[month],
        levers.elu_hours[month],
    )
