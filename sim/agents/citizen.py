"""Citizens: they meet field agents and elus, tell them what they live through, take part in offers, and judge.

A simulated citizen stands for several inhabitants (`authority.simulated_citizens`); flows are counted in simulated
citizens.
"""

from typing import NamedTuple

import numpy as np

from sim.core import codes, phases
from sim.core.compile import rule
from sim.core.draws import Key, uniforms
from sim.core.kernels import clip01, logistic
from sim.core.records import Flow, Levers, Table
from sim.networks.csr import Csr
from sim.population.units import Services


class Citizens(NamedTuple):
    """One row a simulated citizen, contiguous by district."""

    district: np.ndarray  # int32
    far: np.ndarray  # uint8: far from services (non-take-up)
    n_services: np.ndarray  # uint8: 1 to 3 services used
    services: np.ndarray  # int32 [n, 3]
    need: np.ndarray  # 0..1
    trust: np.ndarray  # 0..1
    trust_base: np.ndarray  # 0..1
    quality: np.ndarray  # 0..1: as perceived
    fatigue: np.ndarray  # 0..1
    took_part: np.ndarray  # uint8: in the last offer of its district
    waits_for: np.ndarray  # uint8: nothing, the answer to an item, to an offer
    waits_since: np.ndarray  # int16: month


class Heard(NamedTuple):
    """Who was told what this month."""

    by_service: np.ndarray  # float64 [services]: voices told to agents of the service
    teller: np.ndarray  # int32 [agents]: a citizen who told this agent and waits for nothing yet, -1 = none
    to_practising: np.ndarray  # float64 [districts]: voices told to agents who practise
    to_elus: np.ndarray  # float64 [districts]
    direct: np.ndarray  # float64 [districts]: voices through the programme's own channel


@rule
def contact_rate(far: int, inhabitants: float, peer_workers: int, c: Levers) -> float:
    """Return the monthly probability that a citizen meets a field agent.

    Rule     0.25 (inhabitants / 20 000)^-0.15; citizens far from services 0.4 of that, brought nearer by two peer
             workers
    Source   study M56 (falls with size), M19, R9 (peer workers); sizes: assumption
    """
    rate = c.contact * (inhabitants / 20_000.0) ** c.contact_size
    if far:
        rate *= c.far_contact + (1.0 - c.far_contact) * min(1.0, peer_workers / 2.0)
    return rate


@rule
def tell(
    citizens: Citizens,
    agents: Table,
    services: Services,
    front_agents: np.ndarray,
    inhabitants: float,
    n_districts: int,
    active: bool,
    equipped_share: float,
    key: Key,
    month: int,
    p: Levers,
) -> Heard:
    """Each citizen may meet an agent of one of its services and tell it its need, or go to its elu or the programme.

    Reads    citizens.need [n, 0..1]; front_agents: rows of agents in contact with the public, by service;
             equipped_share [0..1]: services with a satisfaction instrument, which is a direct channel too
    Returns  Heard
    Rule     meets with P = contact rate; tells an agent with P = 0.3 need, an elu with P = 0.1 need, the direct
             channel with P = 0.02 (direct_voice while the programme is active + equipped_share + direct_channel)
    Source   study M3, M31, M67, m17; sizes: assumption
    """
    n_agents = agents.team.size
    heard = Heard(
        np.zeros(services.size.size),
        np.full(n_agents, -1, np.int32),
        np.zeros(n_districts),
        np.zeros(n_districts),
        np.zeros(n_districts),
    )
    c = p.citizens
    near = contact_rate(0, inhabitants, p.programme.peer_workers, c)
    distant = contact_rate(1, inhabitants, p.programme.peer_workers if active else 0, c)
    direct = c.voice_direct * (equipped_share + (p.programme.direct_voice if active else 0.0) + c.direct_channel)
    for q in range(citizens.need.size):
        u_meet, u_who, u_tell, u_other = uniforms(key, phases.CONTACT, month, q)
        district = citizens.district[q]
        # one draw serves two rare and exclusive ways: the elu from below, the direct channel from above
        if u_other < c.voice_elu * citizens.need[q]:
            heard.to_elus[district] += 1.0
        elif u_other > 1.0 - direct:
            heard.direct[district] += 1.0
        if u_meet >= (distant if citizens.far[q] else near) or u_tell >= c.voice_agent * citizens.need[q]:
            continue
        agent = whom(q, u_who, citizens, services, front_agents)
        if agent < 0:
            continue
        heard.by_service[agents.service[agent]] += 1.0
        if agents.practises[agent]:
            heard.to_practising[district] += 1.0
        if heard.teller[agent] < 0 and citizens.waits_for[q] == codes.NOTHING:
            heard.teller[agent] = q
    return heard


@rule
def whom(q: int, u: float, citizens: Citizens, services: Services, front_agents: np.ndarray) -> int:
    """Pick a field agent in contact with the public in one of the citizen's services; -1 where there is none."""
    spread = u * citizens.n_services[q]
    link = int(spread)
    service = citizens.services[q, link]
    first = services.first_front[service]
    count = services.n_front[service]
    if count == 0:
        return -1
    return front_agents[first + int((spread - link) * count)]


@rule
def heard_ratio(by_service: np.ndarray, expected: np.ndarray) -> np.ndarray:
    """Return the voices told in each service over their expected number [services]; 1 where none is expected."""
    ratio = np.ones(by_service.size)
    for s in range(by_service.size):
        if expected[s] > 0.0:
            ratio[s] = by_service[s] / expected[s]
    return ratio


class Turnout(NamedTuple):
    """Participation in the offers open this month."""

    joined: np.ndarray  # uint8 [n]
    closed: (
        np.ndarray
    )  # uint8 [districts]: an offer was open here (who did not join is no longer counted as having taken part)
    in_programme: np.ndarray  # float64 [districts]: participants of the programme's own offers


@rule
def take_part(
    citizens: Citizens, social: Csr, n_districts: int, active: bool, key: Key, month: int, p: Levers
) -> Turnout:
    """Each citizen decides whether to join the offer open in its district, if any.

    Reads    citizens.trust, .fatigue [n, 0..1], .took_part of its neighbours
    Returns  Turnout
    Rule     `citizens.offers_per_year` offers a district (more while a programme holds its own); P = logistic(c0 + cT
             (2 trust - 1) + cSal salience + cSoc share of neighbours who took part last time - cF fatigue)
    Source   study M60, M61 (1-2 % take part; interest in the object raises it); sizes: assumption, c0 set for that
             reach
    """
    turnout = Turnout(np.zeros(citizens.need.size, np.uint8), np.zeros(n_districts, np.uint8), np.zeros(n_districts))
    c = p.citizens
    own = active and p.programme.salience > 0.0
    salience = p.programme.salience if active else 0.0
    per_year = max(c.offers_per_year, p.programme.offers_per_year) if active else c.offers_per_year
    for d in range(n_districts):
        turnout.closed[d] = (month + (12 * d) // n_districts) % max(1, 12 // per_year) == 0
    for q in range(citizens.need.size):
        district = citizens.district[q]
        if not turnout.closed[district]:
            continue
        around = 0
        first, last = social.indptr[q], social.indptr[q + 1]
        for edge in range(first, last):
            around += citizens.took_part[social.indices[edge]]
        z = joining_odds(citizens.trust[q], around, last - first, citizens.fatigue[q], salience, c)
        if uniforms(key, phases.PARTICIPATION, month, q)[0] < logistic(z):
            turnout.joined[q] = 1
            if own:
                turnout.in_programme[district] += 1.0
    return turnout


@rule
def joining_odds(trust: float, around: int, ties: int, fatigue: float, salience: float, c: Levers) -> float:
    """Log-odds of joining an open offer; `around` of the `ties` neighbours took part in the last one."""
    z = c.join + c.join_trust * (2.0 * trust - 1.0) + c.join_salience * salience
    if ties > 0:
        z += c.join_social * around / ties
    return z - c.join_fatigue * fatigue


class Judgement(NamedTuple):
    """Citizens at the close of the month."""

    trust: np.ndarray  # 0..1 [n]
    quality: np.ndarray  # 0..1 [n]
    fatigue: np.ndarray  # 0..1 [n]
    took_part: np.ndarray  # uint8 [n]
    waits_for: np.ndarray  # uint8 [n]
    waits_since: np.ndarray  # int16 [n]


@rule
def judge(
    citizens: Citizens,
    services: Services,
    turnout: Flow,
    answers: np.ndarray,
    asked: np.ndarray,
    political_signal: float,
    key: Key,
    month: int,
    p: Levers,
) -> Judgement:
    """Each citizen's trust follows the answers it gets, or their absence; its view of quality follows what services do.

    Reads    answers [n, uint8]: to its item this month; asked [n, uint8]: an agent has taken its word up this month
    Returns  Judgement
    Rule     done: t += 0.10 (1-t); refused with reasons: t += 0.03 (1-t); without: t -= 0.08 t; no answer after 6
             months:
             t -= 0.05 t; pulled back to its base by 2 %; y += 0.1 (Q - gap - y); fatigue 0.9 f + 0.3 while an offer
             is unanswered
    Source   study M62, M63, SF14; procedural justice (Lind & Tyler); sizes: assumption
    """
    n = citizens.need.size
    after = Judgement(
        np.empty(n),
        np.empty(n),
        np.empty(n),
        citizens.took_part.copy(),
        citizens.waits_for.copy(),
        citizens.waits_since.copy(),
    )
    c = p.citizens
    for q in range(n):
        answer = answers[q]
        waited = month - citizens.waits_since[q]
        if citizens.waits_for[q] == codes.AN_OFFER and waited >= c.silence_months:
            answer = offer_answer(q, political_signal, key, month, p)
        # counted once, in the seventh month; the item may still be answered later
        long_silence = (
            citizens.waits_for[q] == codes.AN_ITEM and answer == codes.NO_ANSWER and waited == c.silence_months + 1
        )
        after.trust[q] = next_trust(citizens.trust[q], citizens.trust_base[q], answer, long_silence, c)
        after.quality[q] = next_quality(q, citizens, services, c)
        unanswered = citizens.waits_for[q] == codes.AN_OFFER and answer == codes.NO_ANSWER
        after.fatigue[q] = clip01(c.fatigue_keep * citizens.fatigue[q] + (c.fatigue_add if unanswered else 0.0))
        if answer != codes.NO_ANSWER:
            after.waits_for[q] = codes.NOTHING
        if turnout.closed[citizens.district[q]]:
            after.took_part[q] = turnout.joined[q]
        if after.waits_for[q] == codes.NOTHING and (turnout.joined[q] or asked[q]):
            after.waits_for[q] = codes.AN_OFFER if turnout.joined[q] else codes.AN_ITEM
            after.waits_since[q] = month
    return after


@rule
def offer_answer(q: int, political_signal: float, key: Key, month: int, p: Levers) -> int:
    """Draw the answer that participants get six months after an offer: followed, explained, or nothing said.

    Rule     followed with P = acc (0.4 + 0.8 S_pol) weight, else explained with P = phi; else silence
    Source   study M62 (charter with answers); delay of six months and form: assumption
    """
    u_follow, u_reasons, _, _ = uniforms(key, phases.OFFER_ANSWER, month, q)
    d = p.decision
    followed = clip01(d.acceptance * (d.sponsor_base + d.sponsor_gain * political_signal))
    if u_follow < clip01(followed * p.citizens.offer_weight):
        return codes.ANSWER_DONE
    if u_reasons < d.reasons:
        return codes.ANSWER_REASONS
    return codes.ANSWER_SILENCE


@rule
def next_trust(trust: float, base: float, answer: int, long_silence: bool, c: Levers) -> float:
    """Trust at the close of the month, given the answer it got."""
    t = trust + c.trust_return * (base - trust)
    if answer == codes.ANSWER_DONE:
        t += c.trust_done * (1.0 - trust)
    elif answer == codes.ANSWER_REASONS:
        t += c.trust_reasons * (1.0 - trust)
    elif answer == codes.ANSWER_REFUSED:
        t -= c.trust_refused * trust
    elif answer == codes.ANSWER_SILENCE or long_silence:
        t -= c.trust_silence * trust
    return clip01(t)


@rule
def next_quality(q: int, citizens: Citizens, services: Services, c: Levers) -> float:
    """Perceived quality at the close: technical quality less the gap of criteria of the services used (study M63)."""
    lived = 0.0
    for link in range(citizens.n_services[q]):
        s = citizens.services[q, link]
        lived += services.quality[s] - services.gap[s]
    y = citizens.quality[q]
    if citizens.n_services[q] == 0:
        return y
    return clip01(y + c.quality_rate * (lived / citizens.n_services[q] - y))


@rule
def mean_quality(citizens: Citizens, n_districts: int) -> np.ndarray:
    """Return mean perceived quality [districts + 1]: by district, then over all; 0.75 where nobody lives."""
    total = np.zeros(n_districts + 1)
    count = np.zeros(n_districts + 1)
    for q in range(citizens.need.size):
        total[citizens.district[q]] += citizens.quality[q]
        count[citizens.district[q]] += 1.0
    total[n_districts] = citizens.quality.sum()
    count[n_districts] = citizens.need.size
    for place in range(n_districts + 1):
        total[place] = total[place] / count[place] if count[place] > 0.0 else 0.75
    return total
