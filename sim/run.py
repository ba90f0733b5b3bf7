"""One run, live: build the world, make the plan, live the months, look at any of them."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from sim.build import Start, build
from sim.config import Config, effective_horizon
from sim.core.compile import compiled
from sim.core.draws import Key, make_key
from sim.core.records import by_attribute, read_only
from sim.month import run_months
from sim.observation import MONTHLY
from sim.organisation.items import with_room
from sim.organisation.programme import volunteers_at
from sim.reorganisation import reorganised
from sim.timeline.plan import make_plan
from sim.world import OLDEST_AGE_MONTHS, Log, World


class Closed(NamedTuple):
    """What an observation keeps of a month that has just closed."""

    month: int
    practises: np.ndarray  # bool [agents]
    role: np.ndarray  # uint8 [agents]
    cynicism: np.ndarray  # 0..1 [agents]
    waiting_by_age: np.ndarray  # int64 [25]
    answered_by_age: np.ndarray  # int64 [25]
    dropped_by_age: np.ndarray  # int64 [25]
    volunteers_at_start: float
    volunteers_now: float
    status: int
    end_month: int
    lab: int
    lab_opened: int
    spans: np.ndarray  # int32 [managers]: direct subordinates, as the organisation stands
    called: int  # people wanted by later calls so far


class Live:
    """A run that can be lived month by month.

    Attributes:
        config: the configuration, resolved.
        seed: the seed, 0..2^63-1.
        month: months lived so far; the next one to live.
        months: months that can be lived.
        world: the tables of stocks as they stand.
        networks: ties; `tree`: the reporting tree; `plan`: levers and dated events; `log`: what was written down.
    """

    def __init__(
        self, config: Config, seed: int, *, months: int | None = None, twin: bool = False, start: Start | None = None
    ) -> None:
        """Build the world of `config` (resolved) under `seed`.

        Args:
            config: the configuration, resolved.
            seed: 0..2^63-1.
            months: months that can be lived; None: the horizon.
            twin: without programme and without interventions of kind `lever`.
            start: a world built before, which this run will change; None: the one that `sim.build.build` makes.
        """
        self.config, self.seed, self.month = config, seed, 0
        self.months = months if months is not None else effective_horizon(config)
        self._key = make_key(seed)
        start = build(config, self._key) if start is None else start
        self.world, self.networks, self.tree = start.world, start.networks, start.tree
        self.plan = make_plan(
            config,
            start.world.elus.role,
            float(start.world.authority["budget_eur"][0]),
            start.signal,
            self.months,
            self._key,
            twin=twin,
        )
        self._cuts = np.flatnonzero(self.plan.depths).tolist()
        self.log = Log(
            np.zeros(self.months, MONTHLY),
            np.zeros((self.months, start.world.services.size.size), np.int32),
            np.zeros(OLDEST_AGE_MONTHS + 1, np.int64),
            np.zeros(OLDEST_AGE_MONTHS + 1, np.int64),
        )

    def advance(self, to: int) -> None:
        """Live the months up to (not including) `to`, in one compiled call between two reorganisations.

        The call also returns where the item pool may lack room for the next month.
        """
        if to > self.months:
            raise ValueError(f"month {to} is beyond the horizon of {self.months} months")
        while self.month < to:
            self._reorganise()
            last = min([to, *self._cuts[:1]])
            self.month = int(run_months(self.month, last, self._key, *self._arguments()))
            if self.month < last:
                pool = self.world.items
                self.world = self.world._replace(items=with_room(pool, 2 * pool.author.size))

    def _reorganise(self) -> None:
        """Change the organisation where the plan says so for the month about to be lived."""
        if self._cuts and self._cuts[0] == self.month:
            depth = int(self.plan.depths[self._cuts.pop(0)])
            self.world, self.tree = reorganised(self.world, self.tree, depth, self.config, self.month, self._key)

    def reading(self) -> tuple[Any, Any, Key]:
        """What rules read of the month about to be lived: the plan, the stocks (not to be written to), the luck."""
        self._reorganise()
        plan, _, opened, _, _ = self._arguments()
        return plan, opened, self._key

    def _arguments(self) -> tuple[Any, ...]:
        """What a month reads and writes. Uncompiled, the stocks it reads cannot be written to."""
        if compiled:
            return self.plan, self.networks, self.world, self.world, self.log
        plan = self.plan._replace(levers=by_attribute(self.plan.levers))
        stocks = self.world._replace(authority=by_attribute(self.world.authority))
        log = self.log._replace(monthly=by_attribute(self.log.monthly))
        return plan, self.networks, _frozen(self.world), stocks, log

    def observe(self) -> Closed:
        """Keep what an observation needs of the last month lived."""
        a, agents, pool = self.world.authority[0], self.world.field_agents, self.world.items
        last = self.month - 1
        ages = np.minimum(OLDEST_AGE_MONTHS, last - pool.month[: a["n_items"]][pool.state[: a["n_items"]] == 0])
        levers = by_attribute(self.plan.levers)
        now = volunteers_at(agents, self.world.teams, self.world.managers.stance, levers, last)
        return Closed(
            month=last,
            practises=agents.practises.astype(bool),
            role=agents.role.copy(),
            cynicism=agents.cynicism.copy(),
            waiting_by_age=np.bincount(ages, minlength=OLDEST_AGE_MONTHS + 1),
            answered_by_age=self.log.answered_by_age.copy(),
            dropped_by_age=self.log.dropped_by_age.copy(),
            volunteers_at_start=float(a["volunteers_at_start"]),
            volunteers_now=now,
            status=int(a["status"]),
            end_month=int(a["end_month"]),
            lab=int(a["lab"]),
            lab_opened=int(a["lab_opened"]),
            spans=self.world.managers.span,
            called=int(self.plan.calls.people[: self.month].sum()),
        )

    def observations(self, months: tuple[int, ...]) -> Iterator[Closed]:
        """Live to the end, stopping at the close of each of these months."""
        for month in months:
            self.advance(month + 1)
            yield self.observe()
        self.advance(self.months)


def _frozen(world: World) -> World:
    """Return the same world behind views that cannot be written to."""
    parts: list[Any] = []
    for part in world:
        parts.append(read_only(part) if isinstance(part, np.ndarray) else type(part)(*(read_only(c) for c in part)))
    frozen = World(*parts)
    return frozen._replace(authority=by_attribute(frozen.authority))
