"""Elus of the executive: its head (mayor or president), those in charge of a theme or a district. They carry, or not.

Who sits when is decided by elections and departures that do not depend on the run: `sim.timeline` dates them.
"""

from typing import NamedTuple

import numpy as np

from sim.core import codes
from sim.core.compile import rule
from sim.core.kernels import clip01
from sim.core.records import Flow, Levers


class Elus(NamedTuple):
    """One row a seat; row 0 is the head of the executive."""

    role: np.ndarray  # uint8: head, thematic, district
    district: np.ndarray  # int32, -1 = none
    flexibility: np.ndarray  # 0..1: how far debate eases the feeling of dispossession
    sponsorship: np.ndarray  # 0..1
    involvement: np.ndarray  # 0..1
    dispossession: np.ndarray  # 0..1


class Seats(NamedTuple):
    """Who sits this month and with what support: the opening stocks, with newcomers and empty seats."""

    conviction: np.ndarray  # 0..1 [elus]: what the person holds for itself
    sponsorship: np.ndarray  # 0..1 [elus]
    involvement: np.ndarray  # 0..1 [elus]
    dispossession: np.ndarray  # 0..1 [elus]


@rule
def take_seats(elus: Elus, mandates: Flow, month: int) -> Seats:
    """Apply this month's changes: a newcomer starts from its own conviction, an empty seat supports nothing.

    Who stays keeps `position` of its support where the elus change their position this month (and of its conviction,
    by the plan).

    Source   study M30, M53; French election data for the dates (sim.timeline)
    """
    seats = Seats(
        mandates.conviction[month].copy(),
        elus.sponsorship.copy(),
        mandates.involvement[month].copy(),
        elus.dispossession.copy(),
    )
    for e in range(elus.role.size):
        if mandates.change[month, e] == codes.NEWCOMER:
            seats.sponsorship[e] = mandates.conviction[month, e]
            seats.dispossession[e] = 0.0
        elif mandates.change[month, e] == codes.EMPTY_SEAT:
            seats.sponsorship[e] = 0.0
            seats.involvement[e] = 0.0
        else:
            seats.sponsorship[e] *= mandates.position[month]
    return seats


@rule
def political_signal(elus: Elus, seats: Flow, s: Levers) -> float:
    """Return S_pol in [0, 1], what the executive as a whole asks for.

    Rule     clip01(wm S_head + wt mean S_thematic + wq mean S_district - omega mean d_district); a role that nobody
             holds leaves its weight to the others
    Source   study M28, M31; weights: assumption
    """
    total = s.weight_mayor * seats.sponsorship[0]
    weight = s.weight_mayor
    n_thematic, n_district = 0, 0
    thematic, district, dispossession = 0.0, 0.0, 0.0
    for e in range(1, elus.role.size):
        if elus.role[e] == codes.THEMATIC:
            n_thematic += 1
            thematic += seats.sponsorship[e]
        else:
            n_district += 1
            district += seats.sponsorship[e]
            dispossession += seats.dispossession[e]
    if n_thematic > 0:
        total += s.weight_thematic * thematic / n_thematic
        weight += s.weight_thematic
    if n_district > 0:
        total += s.weight_district * district / n_district
        weight += s.weight_district
        dispossession /= n_district
    carried = total / weight if weight > 0.0 else 0.0
    return clip01(carried - s.district_loss * dispossession)


@rule
def direct_share(direct: np.ndarray, told_elus: np.ndarray) -> np.ndarray:
    """Share of citizens' voice that passed the elus by, over six months [districts + 1]; the last one: everywhere."""
    n = direct.shape[1]
    share = np.zeros(n + 1)
    all_direct, all_elus = 0.0, 0.0
    for k in range(n):
        passed_by, told = 0.0, 0.0
        for past in range(direct.shape[0]):
            passed_by += direct[past, k]
            told += told_elus[past, k]
        if passed_by + told > 0.0:
            share[k] = passed_by / (passed_by + told)
        all_direct += passed_by
        all_elus += told
    if all_direct + all_elus > 0.0:
        share[n] = all_direct / (all_direct + all_elus)
    return share


@rule
def reconsider(
    elus: Elus,
    seats: Flow,
    share: np.ndarray,
    quality: np.ndarray,
    mean_evidence: float,
    evidence_at_start: float,
    p: Levers,
) -> Seats:
    """Each elu feels more or less dispossessed, and its support drifts towards what it sees.

    Reads    share [districts + 1]: voice that passed the elus by; quality [districts + 1]: perceived by their citizens
    Returns  Seats at the close
    Rule     d += lambda (clip01(k role V (1 - debate flexibility) (1 - J) (1 - 0.5 command)) - d)
             S += rho (clip01(S0 + sE (E - E_start) + sJ J + sY (y - 0.75) + sB debate flexibility - sd d
             + commitment) - S)
    Source   study M31, M32, M35, SF10, SF21; sizes: assumption
    """
    s = p.sponsorship
    after = Seats(seats.conviction, seats.sponsorship.copy(), seats.involvement, seats.dispossession.copy())
    everywhere = share.size - 1
    for e in range(elus.role.size):
        own = elus.district[e] if elus.district[e] >= 0 else everywhere
        role, push, rate = s.role_thematic, s.dispossession_push, s.drift
        if elus.role[e] == codes.MAYOR:
            role = s.role_mayor
        elif elus.role[e] == codes.DISTRICT:
            role, push, rate = s.role_district, s.dispossession_push_district, s.drift_district
        felt = s.dispossession_gain * role * share[own] * (1.0 - s.debate * elus.flexibility[e])
        felt *= (1.0 - seats.involvement[e]) * (1.0 - 0.5 * s.command)
        d = seats.dispossession[e]
        after.dispossession[e] = d + s.dispossession_rate * (clip01(felt) - d)
        wanted = (
            seats.conviction[e]
            + s.evidence_pull * (mean_evidence - evidence_at_start)
            + s.involvement_pull * seats.involvement[e]
            + s.debate_pull * s.debate * elus.flexibility[e]
        )
        wanted += s.quality_pull * (quality[own] - 0.75) - push * d + s.commitment
        after.sponsorship[e] = seats.sponsorship[e] + rate * (clip01(wanted) - seats.sponsorship[e])
    return after
