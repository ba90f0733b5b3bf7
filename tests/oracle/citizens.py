"""Citizens: whom they tell, where they take part, what answers do to their trust (3.5.13)."""

from __future__ import annotations

from dataclasses import dataclass

from sim.core import codes, phases
from tests.oracle.numbers import clip01, mean, sigma
from tests.oracle.world import Citizen, FieldAgent, Now, Service


@dataclass
class Heard:
    """Who was told what this month; districts and services by row."""

    by_service: list[float]
    teller: list[Citizen | None]  # by agent: the first citizen who told it and waits for nothing
    to_practising: list[float]
    to_elus: list[float]
    direct: list[float]


def contact_chance(now: Now, citizen: Citizen, active: bool) -> float:
    """Chance to meet an agent this month; people far from services are brought nearer by two peer workers."""
    c = now.levers.citizens
    chance = c.contact * (now.world.inhabitants / 20_000) ** c.contact_size
    if not citizen.far:
        return chance
    nearer = min(1.0, now.levers.programme.peer_workers / 2) if active else 0.0
    return chance * (c.far_contact + (1 - c.far_contact) * nearer)


def whom(citizen: Citizen, u: float) -> FieldAgent | None:
    """One of the citizen's services, then one of its agents in contact with the public."""
    place = u * len(citizen.services)
    front = citizen.services[int(place)].front
    return front[int((place - int(place)) * len(front))] if front else None


def tell(now: Now, active: bool) -> Heard:
    """Each citizen may tell an agent it meets, and besides its elu or the direct channel."""
    world, c = now.world, now.levers.citizens
    heard = Heard(
        [0.0] * len(world.services), [None] * len(world.agents),
        [0.0] * world.n_districts, [0.0] * world.n_districts, [0.0] * world.n_districts,
    )  # fmt: skip
    equipped = mean(float(s.equipped_month >= 0) for s in world.services)
    channel = c.voice_direct * ((now.levers.programme.direct_voice if active else 0.0) + equipped + c.direct_channel)
    for citizen in world.citizens:
        u_meets, u_whom, u_tells, u_besides = now.draw(phases.CONTACT, citizen.row)
        if u_meets < contact_chance(now, citizen, active):
            agent = whom(citizen, u_whom)
            if agent is not None and u_tells < c.voice_agent * citizen.need:
                heard.by_service[agent.service.row] += 1
                heard.to_practising[citizen.district] += agent.practises
                if heard.teller[agent.row] is None and citizen.waits_for == codes.NOTHING:
                    heard.teller[agent.row] = citizen
        if u_besides < c.voice_elu * citizen.need:
            heard.to_elus[citizen.district] += 1
        elif u_besides > 1 - channel:
            heard.direct[citizen.district] += 1
    return heard


def ratio_heard(now: Now, heard: Heard) -> list[float]:
    """Voices told in each service over their expected number; 1 where none is expected."""
    return [heard.by_service[s.row] / s.expected_voices if s.expected_voices > 0 else 1.0 for s in now.world.services]


def offer_open(now: Now, district: int, active: bool) -> bool:
    """Offers come at regular intervals, spread over the districts."""
    usual = now.levers.citizens.offers_per_year
    a_year = max(usual, now.levers.programme.offers_per_year) if active else usual
    return (now.month + 12 * district // now.world.n_districts) % int(12 / a_year) == 0


def take_part(now: Now, active: bool) -> tuple[list[bool], list[bool]]:
    """Who joins an offer this month, and in which districts one is open."""
    c = now.levers.citizens
    salience = now.levers.programme.salience if active else 0.0
    is_open = [offer_open(now, k, active) for k in range(now.world.n_districts)]
    joined = []
    for citizen in now.world.citizens:
        around = mean(float(other.took_part) for other in citizen.neighbours)
        wish = c.join + c.join_trust * (2 * citizen.trust - 1) + c.join_salience * salience
        wish += c.join_social * around - c.join_fatigue * citizen.fatigue
        joined.append(is_open[citizen.district] and now.draw(phases.PARTICIPATION, citizen.row)[0] < sigma(wish))
    return joined, is_open


def passing_by(now: Now, heard: Heard, joined: list[bool], active: bool) -> list[float]:
    """Voice that passes the elus by, by district: told to who practises, direct, in the programme's own offers."""
    own_offers = active and now.levers.programme.salience > 0
    direct = [told + sent for told, sent in zip(heard.to_practising, heard.direct, strict=True)]
    for citizen in now.world.citizens:
        direct[citizen.district] += own_offers and joined[citizen.row]
    return direct


def offer_answer(now: Now, citizen: Citizen, demand: float) -> int:
    """The answer to an offer: followed, explained, or nothing said."""
    d = now.levers.decision
    u_followed, u_explained, _, _ = now.draw(phases.OFFER_ANSWER, citizen.row)
    chance = clip01(d.acceptance * (d.sponsor_base + d.sponsor_gain * demand)) * now.levers.citizens.offer_weight
    if u_followed < chance:
        return codes.ANSWER_DONE
    return codes.ANSWER_REASONS if u_explained < d.reasons else codes.ANSWER_SILENCE


def next_trust(now: Now, citizen: Citizen, answer: int, silence: bool) -> float:
    """What an answer or a long silence does, and the slow return to one's own level."""
    c, trust = now.levers.citizens, citizen.trust
    change = c.trust_return * (citizen.trust_base - trust)
    if answer == codes.ANSWER_DONE:
        change += c.trust_done * (1 - trust)
    if answer == codes.ANSWER_REASONS:
        change += c.trust_reasons * (1 - trust)
    if answer == codes.ANSWER_REFUSED:
        change -= c.trust_refused * trust
    if silence or answer == codes.ANSWER_SILENCE:
        change -= c.trust_silence * trust
    return trust + change


def lived_quality(services: list[Service]) -> float:
    return mean(s.quality - s.gap for s in services)


@dataclass
class Judgement:
    """A citizen at the close."""

    trust: float
    quality: float
    fatigue: float
    took_part: bool
    waits_for: int
    waits_since: int


def judge(
    now: Now, citizen: Citizen, joined: bool, was_open: bool, item_answer: int, asked: bool, demand: float
) -> Judgement:
    """Trust, view of quality, fatigue and waiting of one citizen at the close."""
    c = now.levers.citizens
    waits_for, waits_since = citizen.waits_for, citizen.waits_since
    waited = now.month - waits_since
    answer, silence = codes.NO_ANSWER, False
    if waits_for == codes.AN_OFFER and waited == c.silence_months:
        answer = offer_answer(now, citizen, demand)
    elif waits_for == codes.AN_ITEM:
        answer = item_answer
        silence = answer == codes.NO_ANSWER and waited == c.silence_months + 1
    no_result_yet = waits_for == codes.AN_OFFER and answer == codes.NO_ANSWER
    if answer != codes.NO_ANSWER:
        waits_for, waits_since = codes.NOTHING, -1
    if waits_for == codes.NOTHING and (joined or asked):
        waits_for, waits_since = codes.AN_OFFER if joined else codes.AN_ITEM, now.month
    return Judgement(
        next_trust(now, citizen, answer, silence),
        clip01(citizen.quality + c.quality_rate * (lived_quality(citizen.services) - citizen.quality)),
        clip01(c.fatigue_keep * citizen.fatigue + (c.fatigue_add if no_result_yet else 0.0)),
        joined or (citizen.took_part and not was_open),
        waits_for,
        waits_since,
    )
