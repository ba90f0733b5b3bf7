"""One run lived under watch: what a pattern may ask of it, month by month. Arrays are as at the close of the month."""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from sim.config import Config
from sim.core import codes
from sim.organisation.programme import volunteers_at
from sim.run import Closed, Live

NEVER = -1


class Pool(NamedTuple):
    """Items under way at the close of a month; month and author are the address of an item."""

    month: np.ndarray  # int16: created
    author: np.ndarray  # int32
    state: np.ndarray  # uint8: climbing, implementing
    citizen: np.ndarray  # int32: who waits for the answer, -1 = nobody
    by_practitioner: np.ndarray  # uint8


@dataclass(frozen=True, eq=False)
class Life:
    """A run, lived.

    Attributes:
        config: resolved.
        live: the run as it stands after its last month.
        monthly: the log, one column a name [months].
        practises: [months, agents], bool.
        role: [months, agents]: never, member, former member.
        cynicism, motivation: [months, agents], 0..1.
        stance: [months, managers], 0..1; the last is the DGS.
        sponsorship, dispossession: [months, elus], 0..1.
        trust: [months, citizens], 0..1.
        volunteers: [months]: agents who would answer a call made then, expected number.
        status: [months]: state of the programme.
        pools: by month, the items under way.
        closed: what an observation keeps of the last month.
    """

    config: Config
    live: Live
    monthly: Any
    practises: np.ndarray
    role: np.ndarray
    cynicism: np.ndarray
    motivation: np.ndarray
    stance: np.ndarray
    sponsorship: np.ndarray
    dispossession: np.ndarray
    trust: np.ndarray
    volunteers: np.ndarray
    status: np.ndarray
    pools: tuple[Pool, ...]
    closed: Closed

    @property
    def start(self) -> int:
        """Month of the programme's start."""
        return self.config.programme.start_month

    @property
    def end(self) -> int:
        """Month of the programme's planned end."""
        return self.start + self.config.programme.duration_months

    @property
    def stop(self) -> int:
        """Month at which the programme was broken off; -1: it was not."""
        months = np.flatnonzero(self.status == codes.ABORTED)
        return int(months[0]) if months.size else NEVER

    @property
    def team(self) -> np.ndarray:
        """Team of each agent [agents]."""
        return self.live.world.field_agents.team

    @property
    def service(self) -> np.ndarray:
        """Service of each agent [agents]."""
        return self.live.world.field_agents.service

    def members(self, month: int) -> np.ndarray:
        """Who is a member of the programme at the close of a month [agents, bool]."""
        return np.asarray(self.role[month] == codes.MEMBER)

    def ever(self, month: int) -> np.ndarray:
        """Who is or was a member, in the post still held [agents, bool]."""
        return np.asarray(self.role[month] != codes.NEVER)


def lived(config: Config, seed: int, months: int) -> Life:
    """Live a run (of a resolved configuration) month by month and keep all that patterns ask for."""
    live = Live(config, seed, months=months)
    columns: dict[str, list[Any]] = {}
    while live.month < months:
        live.advance(live.month + 1)
        for name, value in _kept(live).items():
            columns.setdefault(name, []).append(value)
    pools = tuple(columns.pop("pools"))
    stacked = {name: np.array(values) for name, values in columns.items()}
    return Life(config=config, live=live, monthly=live.log.monthly, pools=pools, closed=live.observe(), **stacked)


def _kept(live: Live) -> dict[str, Any]:
    """What is kept of the month that has just closed."""
    world, month = live.world, live.month - 1
    agents, authority, pool = world.field_agents, world.authority[0], world.items
    n = int(authority["n_items"])
    return {
        "practises": agents.practises.astype(bool),
        "role": agents.role.copy(),
        "cynicism": agents.cynicism.astype(np.float32),
        "motivation": agents.motivation.astype(np.float32),
        "stance": world.managers.stance.copy(),
        "sponsorship": world.elus.sponsorship.copy(),
        "dispossession": world.elus.dispossession.copy(),
        "trust": world.citizens.trust.astype(np.float32),
        "volunteers": volunteers_at(agents, world.teams, world.managers.stance, live.plan.levers, month),
        "status": int(authority["status"]),
        "pools": Pool(*(getattr(pool, name)[:n].copy() for name in Pool._fields)),
    }
