"""Managers, from team leader to DGS: they relay, or hold back, what comes up and what the sponsor wants.

Stance is willingness in a situation (absences, workload, support from above), never the quality of a person.
"""

from typing import NamedTuple

import numpy as np

from sim.core import codes, phases
from sim.core.compile import rule
from sim.core.draws import Key, uniforms
from sim.core.kernels import clip01, logistic
from sim.core.records import Flow, Levers, Row, Table
from sim.population.units import Teams


class Managers(NamedTuple):
    """One row a post, lowest level first; the last row is the DGS (direction générale)."""

    level: np.ndarray  # uint8: 1 = first line
    parent: np.ndarray  # int32: row of the superior, -1 for the DGS
    span: np.ndarray  # int32: direct subordinates
    agents_below: np.ndarray  # int32: field agents under the post
    overload: np.ndarray  # 0..1: clip01(span / reference - 1)
    stance: np.ndarray  # 0..1: 0 blocks, 1 carries


@rule
def present(managers: Managers, dgs_stance: float, dgs_is_new: int) -> np.ndarray:
    """Return the stances [managers] this month: the opening ones, with the newcomer's where a new DGS has arrived."""
    stance = managers.stance.copy()
    if dgs_is_new:
        stance[stance.size - 1] = dgs_stance
    return stance


@rule
def pass_down(managers: Managers, stance: np.ndarray, political_signal: float, retention: float) -> np.ndarray:
    """How much of the sponsor's signal reaches each post [managers, 0..1], from the DGS downwards.

    Rule     S_j = S_parent (kappa + (1 - kappa) M_j); S_pol above the DGS
    Source   control loss: Williamson 1967, Nichols 1962 (0.72 per step); kappa = 0.6: assumption, 1 switches the loss
             off
    """
    signal = np.empty(stance.size)
    for j in range(stance.size - 1, -1, -1):
        above = political_signal if managers.parent[j] < 0 else signal[managers.parent[j]]
        signal[j] = above * (retention + (1.0 - retention) * stance[j])
    return signal


@rule
def superior(manager: int, steps: int, parent: np.ndarray) -> int:
    """Return the row of the superior `steps` posts above a manager (0: the manager), the DGS at most."""
    at = manager
    for _ in range(steps):
        if parent[at] >= 0:
            at = parent[at]
    return at


@rule
def relay(
    items: Table,
    n_items: int,
    managers: Managers,
    stance: np.ndarray,
    political_signal: float,
    lab_alive: bool,
    n_agents: int,
    key: Key,
    month: int,
    p: Levers,
) -> np.ndarray:
    """Each manager passes on, holds back or drops the items that wait at its post.

    Reads    items.at: the post an item waits at; managers.overload; stance [managers]
    Returns  moves [n_items, uint8]: HELD, PASSED or DROPPED (items under way to completion are HELD)
    Rule     drop if u < delta0 (1 - 0.5 F); else pass with P = logistic(r0 + rM (2M-1) + rS S_pol + rF F + rL alpha L
             - rO o); else hold
    Source   study M1, M6, II.A.1.a; Downs 1967, Friebel & Raith 2004 (filtering by level); sizes: assumption
    """
    moves = np.zeros(n_items, np.uint8)
    r = p.relay
    drop = r.drop * (1.0 - r.drop_formal * p.formal.project)
    opens = np.empty(stance.size)
    for j in range(stance.size):
        opens[j] = logistic(passing_odds(stance[j], managers.overload[j], political_signal, lab_alive, p))
    for k in range(n_items):
        if items.state[k] != codes.CLIMBING:
            continue
        row = items.month[k] * n_agents + items.author[k]
        u_drop, u_pass, _, _ = uniforms(key, phases.RELAY, month, row)
        if u_drop < drop:
            moves[k] = codes.DROPPED
        elif u_pass < opens[items.at[k]]:
            moves[k] = codes.PASSED
    return moves


@rule
def passing_odds(stance: float, overload: float, political_signal: float, lab_alive: bool, p: Levers) -> float:
    """Log-odds that a manager of this stance and load passes an item on, where it is not lost."""
    r = p.relay
    common = r.intercept + r.sponsor * political_signal + r.formal * p.formal.project
    if lab_alive:
        common += r.lab * p.formal.articulation
    return common + r.stance * (2.0 * stance - 1.0) - r.overload * overload


class Outlook(NamedTuple):
    """What each post sees below it, averaged over its field agents."""

    tension: np.ndarray  # 0..1 [managers]
    evidence: np.ndarray  # 0..1 [managers]
    practice: np.ndarray  # 0..1 [managers]


@rule
def look_below(
    managers: Managers, teams: Teams, tension: np.ndarray, evidence: np.ndarray, practising: np.ndarray
) -> Outlook:
    """Average tension, evidence and practice over the field agents under each post, from the bottom up."""
    n = managers.parent.size
    seen = Outlook(np.zeros(n), np.zeros(n), np.zeros(n))
    for g in range(teams.first.size):
        j = teams.manager[g]
        seen.tension[j] += tension[g] * teams.size[g]
        seen.evidence[j] += evidence[teams.service[g]] * teams.size[g]
        seen.practice[j] += practising[g]
    for j in range(n):
        boss = managers.parent[j]
        if boss >= 0:
            seen.tension[boss] += seen.tension[j]
            seen.evidence[boss] += seen.evidence[j]
            seen.practice[boss] += seen.practice[j]
    for j in range(n):
        below = max(1, managers.agents_below[j])
        seen.tension[j] /= below
        seen.evidence[j] /= below
        seen.practice[j] /= below
    return seen


@rule
def reconsider(
    managers: Managers,
    stance: np.ndarray,
    outlook: Flow,
    mean_evidence: float,
    cases: float,
    political_signal: float,
    mayor_involvement: float,
    constants: Row,
    dgs_disposition: float,
    aborted: bool,
    p: Levers,
) -> np.ndarray:
    """Each manager's stance moves towards what its situation suggests; the DGS listens to the sponsor and to results.

    Reads    stance [managers, 0..1] as it stood at the opening, of the post and of its superior; outlook
    Returns  stance [managers, 0..1] at the close
    Rule     M* = logistic(m0 + mB (2 M_boss - 1) + mE E + mS S_pol - mT T - mR x (1 - M_boss) + mF F + mTr training)
             A* = logistic(aA + 2.2 S_pol + 6 E_mean + 3 E_cases - 0.6 [J > 0.8]); both close the gap at 8 % a
             month; an abort takes 30 % of A
    Source   study M22, M24, M25, M26, M34; Repenning 2002 (adjustment with delay); sizes: assumption
    """
    m = p.management
    after = np.empty(stance.size)
    for j in range(stance.size):
        boss = managers.parent[j]
        if boss < 0:
            z = dgs_odds(dgs_disposition, political_signal, mean_evidence, cases, mayor_involvement, p)
        else:
            z = stance_odds(
                constants.stance_intercept,
                stance[boss],
                outlook.evidence[j],
                outlook.tension[j],
                outlook.practice[j],
                political_signal,
                p,
            )
        after[j] = clip01(stance[j] + m.rate * (logistic(z) - stance[j]))
    if aborted:
        after[after.size - 1] *= p.programme.abort_administration
    return after


@rule
def dgs_odds(
    disposition: float, political_signal: float, mean_evidence: float, cases: float, mayor_involvement: float, p: Levers
) -> float:
    """Log-odds towards which the stance of the direction générale moves."""
    m = p.management
    z = disposition + m.dgs_sponsor * political_signal + m.dgs_evidence * mean_evidence + m.dgs_cases * cases
    return z - p.sponsorship.involvement_penalty if mayor_involvement > 0.8 else z


@rule
def stance_odds(
    intercept: float,
    carried: float,
    evidence: float,
    tension: float,
    practice: float,
    political_signal: float,
    p: Levers,
) -> float:
    """Log-odds towards which a manager's stance moves; `carried`: the stance of the superior."""
    m = p.management
    z = intercept + m.shift + m.boss * (2.0 * carried - 1.0) + m.evidence * evidence
    z += m.sponsor * political_signal - m.tension * tension
    z -= m.role_threat * practice * (1.0 - carried)
    return z + (m.formal * p.formal.project + m.training_gain * m.training)
