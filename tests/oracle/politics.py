"""Elus: who sits, what the executive asks for as a whole, dispossession and drift of sponsorship (3.5.3, 3.5.8)."""

from __future__ import annotations

from dataclasses import dataclass

from sim.core import codes
from tests.oracle.numbers import clip01, mean
from tests.oracle.world import Now

WINDOW = 6


@dataclass
class Seat:
    """One seat this month: the person's own conviction, and its support."""

    conviction: float
    sponsorship: float
    involvement: float
    dispossession: float


def take_seats(now: Now) -> list[Seat]:
    """A newcomer starts from its conviction without grievance; an empty seat supports nothing; who stays may waver."""
    mandates, m = now.plan.mandates, now.month
    seats = []
    for elu in now.world.elus:
        conviction = float(mandates.conviction[m][elu.row])
        change = int(mandates.change[m][elu.row])
        if change == codes.NEWCOMER:
            seats.append(Seat(conviction, conviction, float(mandates.involvement[m][elu.row]), 0.0))
        elif change == codes.EMPTY_SEAT:
            seats.append(Seat(conviction, 0.0, 0.0, elu.dispossession))
        else:
            support = elu.sponsorship * float(mandates.position[m])
            seats.append(Seat(conviction, support, elu.involvement, elu.dispossession))
    return seats


def political_signal(now: Now, seats: list[Seat]) -> float:
    """S_pol: the weighted mean of the roles that somebody holds, less what dispossessed district elus hold back."""
    s = now.levers.sponsorship
    weight = {codes.MAYOR: s.weight_mayor, codes.THEMATIC: s.weight_thematic, codes.DISTRICT: s.weight_district}
    total, held = 0.0, 0.0
    for role, share in weight.items():
        support = [seat.sponsorship for elu, seat in zip(now.world.elus, seats, strict=True) if elu.role == role]
        if support:
            total += share * mean(support)
            held += share
    felt = [x.dispossession for elu, x in zip(now.world.elus, seats, strict=True) if elu.role == codes.DISTRICT]
    return clip01((total / held if held > 0 else 0.0) - s.district_loss * mean(felt))


def share_passing_by(now: Now, district: int) -> float:
    """Vd: share of the voice of the six months before that did not pass by the elus; district -1: everywhere."""
    world = now.world
    months = range(max(0, now.month - WINDOW), now.month)
    places = range(world.n_districts) if district < 0 else [district]
    direct = sum(world.direct_voices[m][k] for m in months for k in places)
    told = sum(world.told_elus[m][k] for m in months for k in places)
    return direct / (direct + told) if direct + told > 0 else 0.0


def perceived_quality(now: Now, district: int) -> float:
    """Mean quality perceived by the elu's own citizens, at the opening."""
    return mean((q.quality for q in now.world.citizens if district in (-1, q.district)), nobody=0.75)


def reconsider(now: Now, seats: list[Seat], evidence: float) -> list[Seat]:
    """Dispossession and sponsorship of each elu at the close."""
    s = now.levers.sponsorship
    sensitive = {codes.MAYOR: s.role_mayor, codes.THEMATIC: s.role_thematic, codes.DISTRICT: s.role_district}
    after = []
    for elu, seat in zip(now.world.elus, seats, strict=True):
        local = elu.role == codes.DISTRICT
        own = elu.district if local else -1
        felt = s.dispossession_gain * sensitive[elu.role] * share_passing_by(now, own)
        felt *= (1 - s.debate * elu.flexibility) * (1 - seat.involvement) * (1 - 0.5 * s.command)
        push = s.dispossession_push_district if local else s.dispossession_push
        target = seat.conviction
        target += s.evidence_pull * (evidence - now.world.programme.evidence_at_start)
        target += s.involvement_pull * seat.involvement
        target += s.quality_pull * (perceived_quality(now, own) - 0.75)
        target += s.debate_pull * s.debate * elu.flexibility
        target += s.commitment - push * seat.dispossession
        speed = s.drift_district if local else s.drift
        after.append(
            Seat(
                seat.conviction,
                seat.sponsorship + speed * (clip01(target) - seat.sponsorship),
                seat.involvement,
                seat.dispossession + s.dispossession_rate * (clip01(felt) - seat.dispossession),
            )
        )
    return after
