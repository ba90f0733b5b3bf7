"""What a programme shows: its cases, flash workshops, a dated success, and the services where they are seen."""

import numpy as np

from sim.agents.field_agent import FieldAgents
from sim.core import phases
from sim.core.compile import rule
from sim.core.draws import Key, uniforms
from sim.core.kernels import clip01, facilitation
from sim.core.records import Flow, Levers
from sim.organisation.lab import show


@rule
def win(
    roster: Flow,
    members_here: Flow,
    called: int,
    lead_present: float,
    political_signal: float,
    key: Key,
    month: int,
    p: Levers,
) -> np.ndarray:
    """Services where a case of the programme shows a result this month [services, uint8].

    Reads    called: people wanted by later calls that are under way
    Rule     P = wins / reference duration x people / 20 x g(days) x facilitation(fee) x clip01(0.3 + S_pol) x budget
             left (half without its lead); a flash workshop shows one with P = `flash_win`; seen with P = 0.7 + 0.3
             evaluation; in max(2, 10 %) of the services that have members (of all, where nobody is a member)
    Source   study M39, M41, M44, M53, case Transfo (four cases); sizes: assumption
    """
    n = members_here.service.size
    places = np.zeros(n, np.uint8)
    held = flash_held(roster.active, key, month, p)
    if not (roster.active or held):
        return places
    g, c = p.programme, p.cost
    people = called + (g.ambassadors if g.permanent or month < g.start_month + g.duration_months else 0)
    rate = g.wins / g.wins_duration_months * people / 20.0 * roster.effort * c.budget_factor
    if g.facilitated:
        rate *= facilitation(c.programme_eur, c.facilitation_scale_eur)
    rate *= clip01(0.3 + political_signal)
    if lead_present == 0.0:
        rate *= g.lead_absent_factor
    u_win, u_seen, u_flash, _ = uniforms(key, phases.PROGRAMME_WIN, month, 0)
    shown = (roster.active and u_win < rate) or (held and u_flash < g.flash_win)
    if shown and u_seen < p.evidence.visibility + (1.0 - p.evidence.visibility) * g.evaluation:
        show(places, max(2, round(0.1 * n)), open_places(members_here), phases.PROGRAMME_WIN_PLACE, key, month)
    return places


@rule
def open_places(members_here: Flow) -> np.ndarray:
    """Services where a result of the programme may show: those with members; all, where nobody is one."""
    n = members_here.service.size
    here = np.zeros(n, np.uint8)
    anywhere = members_here.service.sum() == 0
    for s in range(n):
        here[s] = anywhere or members_here.service[s] > 0
    return here


@rule
def pilot(strength: float, members_here: Flow, key: Key, month: int) -> np.ndarray:
    """Services where a dated success shows [services, uint8]; `strength` scales their number (none at 0)."""
    n = members_here.service.size
    places = np.zeros(n, np.uint8)
    if strength > 0.0:
        count = max(1, round(strength * max(2, round(0.1 * n))))
        show(places, count, open_places(members_here), phases.PILOT_PLACE, key, month)
    return places


@rule
def flash_held(active: bool, key: Key, month: int, p: Levers) -> bool:
    """Whether a flash workshop is held this month, by the authority or by its programme (study N16, R18)."""
    rate = p.evidence.flash_rate + (p.programme.flash_rate if active else 0.0)
    return rate > 0.0 and uniforms(key, phases.FLASH, month, 0)[0] < rate


@rule
def flash(agents: FieldAgents, roster: Flow, key: Key, month: int, p: Levers) -> np.ndarray:
    """Agents who try the practice for a month at a flash workshop [agents, uint8] (study N16, R18)."""
    n = agents.team.size
    trial = np.zeros(n, np.uint8)
    if flash_held(roster.active, key, month, p):
        show(trial, int(p.programme.flash_people), np.ones(n, np.uint8), phases.FLASH_PEOPLE, key, month)
    return trial
