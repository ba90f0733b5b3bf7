"""Items on their way: relay by managers, decision, completion, answer (3.5.5, 3.5.6)."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field

from sim.core import codes, phases
from tests.oracle.numbers import clip01, sigma
from tests.oracle.voice import Spoken
from tests.oracle.world import Citizen, FieldAgent, Item, Now


def address(now: Now, item: Item) -> int:
    """Row of all draws of an item: month of creation x agents + author."""
    return item.month * len(now.world.agents) + item.author.row


def relay(now: Now, item: Item, stances: list[float], demand: float) -> int:
    """What the manager it waits at does with an item: drops it, passes it on, or holds it."""
    r, f, post = now.levers.relay, now.levers.formal, item.at
    u_drop, u_pass, _, _ = now.draw(phases.RELAY, address(now, item))
    if u_drop < r.drop * (1 - r.drop_formal * f.project):
        return codes.DROPPED
    will = r.intercept + r.stance * (2 * stances[post.row] - 1) + r.sponsor * demand + r.formal * f.project
    will += r.lab * f.articulation * now.world.lab.alive - r.overload * post.overload
    return codes.PASSED if u_pass < sigma(will) else codes.HELD


def chance_accepted(now: Now, item: Item, stances: list[float], demand: float) -> float:
    """What the decider of this kind of item says yes to."""
    d = now.levers.decision
    first = item.author.team.manager
    base = d.acceptance * (d.cobuilt_acceptance if item.by_practitioner else 1)
    if item.kind == codes.POLITICAL:
        chance = clip01(base * (d.sponsor_base + d.sponsor_gain * demand))
    else:
        half_way = math.ceil(len(first.chain) / 2)
        decider = first if item.kind == codes.QUICK else first.superior(half_way - 1)
        chance = clip01(base * (d.manager_base + d.manager_gain * stances[decider.row]))
    return chance if item.kind == codes.QUICK else chance * now.levers.cost.budget_factor


def mean_delay(now: Now, item: Item) -> float:
    d = now.levers.decision
    mean = {codes.QUICK: d.delay_quick, codes.MIDDLE: d.delay_middle, codes.POLITICAL: d.delay_political}[item.kind]
    return mean * d.cobuilt_time if item.by_practitioner else mean


def fate_of(now: Now, item: Item, stances: list[float], demand: float) -> int:
    """What happens to one item this month."""
    if item.state == codes.IMPLEMENTING:
        done = now.draw(phases.IMPLEMENTATION, address(now, item))[0] < 1 / mean_delay(now, item)
        return codes.DONE if done else codes.HELD
    move = relay(now, item, stances, demand)
    if move != codes.PASSED or item.hops_left > 1:
        return move
    accepted = now.draw(phases.DECISION, address(now, item))[0] < chance_accepted(now, item, stances, demand)
    return codes.ACCEPTED if accepted else codes.REFUSED


def explained(now: Now, item: Item) -> bool:
    return now.draw(phases.REASONS, address(now, item))[0] < now.levers.decision.reasons


@dataclass
class Reply:
    """What the month's decisions mean to people and places."""

    accepted: Counter[FieldAgent] = field(default_factory=Counter)
    unanswered: Counter[FieldAgent] = field(default_factory=Counter)
    service_evidence: Counter[int] = field(default_factory=Counter)
    team_evidence: Counter[int] = field(default_factory=Counter)
    done_in_service: Counter[int] = field(default_factory=Counter)
    to_citizen: dict[Citizen, int] = field(default_factory=dict)

    def accepted_by_mates(self, agent: FieldAgent) -> int:
        return sum(self.accepted[mate] for mate in agent.team.agents if mate is not agent)

    def count_done(self, now: Now, author: FieldAgent, by_practitioner: bool) -> None:
        """One more result: it weighs fully only when born of practice."""
        e = now.levers.evidence
        self.service_evidence[author.service.row] += e.practitioner_service if by_practitioner else e.ordinary_service
        self.team_evidence[author.team.row] += e.practitioner_team if by_practitioner else e.ordinary_team
        self.done_in_service[author.service.row] += 1


def answer(now: Now, fates: list[int], said: list[Spoken | None]) -> Reply:
    """Gather decisions, completions, and items solved at the desk."""
    reply = Reply()
    for item, fate in zip(now.world.items, fates, strict=True):
        told = codes.NO_ANSWER
        if fate == codes.ACCEPTED:
            reply.accepted[item.author] += 1
        elif fate == codes.DONE:
            reply.count_done(now, item.author, item.by_practitioner)
            told = codes.ANSWER_DONE
        elif fate in (codes.REFUSED, codes.DROPPED):
            told = codes.ANSWER_REASONS if explained(now, item) else codes.ANSWER_REFUSED
            reply.unanswered[item.author] += told == codes.ANSWER_REFUSED
        if item.citizen is not None and told != codes.NO_ANSWER:
            reply.to_citizen[item.citizen] = told
    for agent, spoken in zip(now.world.agents, said, strict=True):
        if spoken is not None and spoken.kind == codes.DESK:
            reply.count_done(now, agent, agent.practises)
    return reply


def asked(now: Now, said: list[Spoken | None], tellers: list[Citizen | None]) -> set[Citizen]:
    """Citizens whose word an agent has taken up this month, other than by solving it at the desk."""
    return {
        teller
        for spoken, teller in zip(said, tellers, strict=True)
        if teller is not None and spoken is not None and spoken.kind != codes.DESK
    }


def next_items(
    now: Now, fates: list[int], said: list[Spoken | None], tellers: list[Citizen | None], joined: list[bool]
) -> list[Item]:
    """The pool at the close: items move up, start being carried out, leave, or come in."""
    pool = []
    for item, fate in zip(now.world.items, fates, strict=True):
        if fate in (codes.DROPPED, codes.REFUSED, codes.DONE):
            continue
        if fate == codes.PASSED:
            item.hops_left -= 1
            item.at = item.at.superior(1)
        elif fate == codes.ACCEPTED:
            item.state, item.hops_left = codes.IMPLEMENTING, 0
        pool.append(item)
    for agent, spoken in zip(now.world.agents, said, strict=True):
        if spoken is not None and spoken.kind != codes.DESK:
            teller = tellers[agent.row]
            citizen = None if teller is None or joined[teller.row] else teller
            first = agent.team.manager
            pool.append(Item(agent, now.month, spoken.kind, spoken.hops, first, agent.practises, citizen))
    return pool
