"""The people of a small world, one object each, as the model's text names them.

Only the starting population and the dated events come from the product; what happens in the months is recomputed here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from sim.core import codes
from sim.core.draws import make_key, uniforms


@dataclass(eq=False)
class Service:
    row: int
    quality: float
    gap: float
    expected_voices: float  # voices a month that its agents would hear on average
    evidence: float = 0.0
    equipped_month: int = -1
    teams: list[Team] = field(default_factory=list)
    agents: list[FieldAgent] = field(default_factory=list)
    front: list[FieldAgent] = field(default_factory=list)  # in contact with the public


@dataclass(eq=False)
class Team:
    row: int
    service: Service
    manager: Manager
    evidence: float = 0.0
    tension: float = 0.0  # caused by absences last month
    agents: list[FieldAgent] = field(default_factory=list)


@dataclass(eq=False)
class FieldAgent:
    row: int
    team: Team
    category: int
    front: bool
    neutral: bool
    cross_tie: bool
    threshold: float
    motivation_base: float
    cynicism_base: float
    motivation: float
    cynicism: float
    practises: bool
    trial: bool = False  # practises for a month, after a flash workshop
    skill: float = 0.0
    role: int = codes.NEVER
    recruited_month: int = -1
    released_month: int = -1
    neighbours: list[FieldAgent] = field(default_factory=list)

    @property
    def service(self) -> Service:
        return self.team.service


@dataclass(eq=False)
class Manager:
    row: int
    overload: float
    stance: float
    boss: Manager | None = None
    teams: list[Team] = field(default_factory=list)  # all those below, at any distance

    @property
    def agents(self) -> list[FieldAgent]:
        return [agent for team in self.teams for agent in team.agents]

    def superior(self, steps: int) -> Manager:
        """The post `steps` above, the DGS at most."""
        post = self
        while steps > 0 and post.boss is not None:
            post, steps = post.boss, steps - 1
        return post

    @property
    def chain(self) -> list[Manager]:
        """Posts from this one to the DGS, both included."""
        return [self] if self.boss is None else [self, *self.boss.chain]


@dataclass(eq=False)
class Elu:
    row: int
    role: int
    district: int
    flexibility: float
    sponsorship: float
    involvement: float
    dispossession: float


@dataclass(eq=False)
class Citizen:
    row: int
    district: int
    far: bool
    services: list[Service]
    need: float
    trust: float
    trust_base: float
    quality: float
    fatigue: float = 0.0
    took_part: bool = False
    waits_for: int = codes.NOTHING
    waits_since: int = -1
    neighbours: list[Citizen] = field(default_factory=list)


@dataclass(eq=False)
class Item:
    author: FieldAgent
    month: int
    kind: int
    hops_left: int
    at: Manager
    by_practitioner: bool
    citizen: Citizen | None
    state: int = codes.CLIMBING


@dataclass(eq=False)
class Programme:
    status: int = codes.PLANNED
    end_month: int = -1
    first_end: int = -1  # of the first call
    first_result: int = -1
    cases: float = 0.0
    second_project: int = -1
    lead: FieldAgent | None = None
    low_months: int = 0
    evidence_at_start: float = 0.0
    volunteers_at_start: float = 0.0


@dataclass(eq=False)
class Lab:
    alive: bool = False
    opened: int = -1
    vote: int = -1


@dataclass(eq=False)
class World:
    inhabitants: float
    budget_eur: float
    n_districts: int
    stance_intercept: float
    complete: bool  # everybody is a peer of everybody
    services: list[Service]
    teams: list[Team]
    agents: list[FieldAgent]
    managers: list[Manager]  # the DGS last
    elus: list[Elu]  # the head of the executive first
    citizens: list[Citizen]
    items: list[Item] = field(default_factory=list)
    programme: Programme = field(default_factory=Programme)
    lab: Lab = field(default_factory=Lab)
    direct_voices: dict[int, list[float]] = field(default_factory=dict)  # month: by district
    told_elus: dict[int, list[float]] = field(default_factory=dict)

    @property
    def dgs(self) -> Manager:
        return self.managers[-1]


class Luck:
    """The four uniforms at an address."""

    def __init__(self, seed: int) -> None:
        self._key = make_key(seed)

    def __call__(self, phase: int, month: int, row: int = 0) -> tuple[float, float, float, float]:
        return uniforms(self._key, phase, month, row)


@dataclass
class Now:
    """What every rule may ask for: the world as the month opened, the levers, the dated events, the luck."""

    world: World
    month: int
    levers: SimpleNamespace
    plan: Any
    luck: Luck

    def draw(self, phase: int, row: int = 0) -> tuple[float, float, float, float]:
        return self.luck(phase, self.month, row)


def levers_of(row: Any) -> SimpleNamespace:
    """A month's levers as plain numbers: `levers.group.field`."""
    return SimpleNamespace(
        **{
            group: SimpleNamespace(**{name: row[group][name].item() for name in row.dtype[group].names})
            for group in row.dtype.names
        }
    )


def rows(table: Any) -> list[SimpleNamespace]:
    """The rows of one of the product's tables, as plain numbers."""
    columns = {name: getattr(table, name).tolist() for name in table._fields}
    by_row = zip(*columns.values(), strict=True)
    return [SimpleNamespace(**dict(zip(columns, values, strict=True))) for values in by_row]


def neighbours(csr: Any, people: list[Any]) -> None:
    """Tell each person whom it knows."""
    first, known = csr.indptr.tolist(), csr.indices.tolist()
    for person in people:
        person.neighbours = [people[other] for other in known[first[person.row] : first[person.row + 1]]]


def read_world(live: Any) -> World:
    """The world at month 0, as people."""
    start, authority = live.world, live.world.authority[0]
    managers = [Manager(j, row.overload, row.stance) for j, row in enumerate(rows(start.managers))]
    for manager, parent in zip(managers, start.managers.parent.tolist(), strict=True):
        manager.boss = managers[parent] if parent >= 0 else None
    services = [Service(s, r.quality, r.gap, r.expected_voices) for s, r in enumerate(rows(start.services))]
    teams = [Team(g, services[r.service], managers[r.manager]) for g, r in enumerate(rows(start.teams))]
    agents = [_agent(i, row, teams[row.team]) for i, row in enumerate(rows(start.field_agents))]
    for team in teams:
        team.service.teams.append(team)
        for manager in team.manager.chain:
            manager.teams.append(team)
    for agent in agents:
        agent.team.agents.append(agent)
        agent.service.agents.append(agent)
        if agent.front:
            agent.service.front.append(agent)
    citizens = [_citizen(q, row, services) for q, row in enumerate(rows(start.citizens))]
    elus = [
        Elu(e, r.role, r.district, r.flexibility, r.sponsorship, r.involvement, r.dispossession)
        for e, r in enumerate(rows(start.elus))
    ]
    complete = bool(live.networks.complete)
    if complete:
        for agent in agents:
            agent.neighbours = [other for other in agents if other is not agent]
    else:
        neighbours(live.networks.work, agents)
    neighbours(live.networks.social, citizens)
    return World(
        inhabitants=float(authority["inhabitants"]),
        budget_eur=float(authority["budget_eur"]),
        n_districts=int(authority["n_districts"]),
        stance_intercept=float(authority["stance_intercept"]),
        complete=complete,
        services=services,
        teams=teams,
        agents=agents,
        managers=managers,
        elus=elus,
        citizens=citizens,
    )


def _agent(i: int, row: SimpleNamespace, team: Team) -> FieldAgent:
    return FieldAgent(
        i, team, row.category, bool(row.front), bool(row.neutral), bool(row.cross_tie), row.threshold,
        row.motivation_base, row.cynicism_base, row.motivation, row.cynicism, bool(row.practises),
    )  # fmt: skip


def _citizen(q: int, row: SimpleNamespace, services: list[Service]) -> Citizen:
    used = [services[s] for s in row.services[: row.n_services]]
    return Citizen(q, row.district, bool(row.far), used, row.need, row.trust, row.trust_base, row.quality)
