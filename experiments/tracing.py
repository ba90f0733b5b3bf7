"""One run written down person by person: who convinced whom, which gate held, when (`--trace`).

It is a second run with the same luck, lived month by month. What happened to items is asked of the model's own rules,
from the stocks as they stood at the opening of the month.
"""

from collections.abc import Callable

import numpy as np

from experiments.store import Table, table
from sim.agents import elu, manager
from sim.config import Config
from sim.core import codes
from sim.core.compile import rule
from sim.organisation import items
from sim.run import Live

_FATES = {
    codes.HELD: "item_held",
    codes.PASSED: "item_passed",
    codes.DROPPED: "item_dropped",
    codes.ACCEPTED: "item_accepted",
    codes.REFUSED: "item_refused",
    codes.DONE: "item_done",
}
_ROLES = {codes.NEVER: "never", codes.MEMBER: "member", codes.FORMER: "former"}
NOBODY = -1


class Events:
    """Rows (month, event, person, other); what `person` and `other` are depends on the event."""

    def __init__(self) -> None:
        self._rows: list[tuple[int, str, int, int]] = []

    def add(self, month: int, event: str, people: np.ndarray, others: np.ndarray | int = NOBODY) -> None:
        """One row for each person."""
        beside = np.broadcast_to(others, people.shape)
        self._rows += [(month, event, int(a), int(b)) for a, b in zip(people, beside, strict=True)]

    def table(self) -> Table:
        """All rows as a table."""
        month, event, person, other = zip(*self._rows, strict=True) if self._rows else ((), (), (), ())
        return table({"month": month, "event": event, "person": person, "other": other})


def trace(config: Config, seed: int) -> tuple[Table, Table]:
    """Live the run again; return the agents [month x agent] and the events.

    Events: adopts (agent), convinced_by (agent, practising neighbour), abandons, recruited, released, leaves_post
    (agent); item_created (author), item_held, item_passed, item_dropped, item_accepted, item_refused, item_done
    (author, manager where the item was); seat_changes (elu); dgs_changes (manager); lab_opens, lab_closes.
    """
    live, events, people = Live(config, seed), Events(), []
    while live.month < live.months:
        month, before, lab = live.month, live.world.field_agents, int(live.world.authority["lab"][0])
        opened = type(before)(*(column.copy() for column in before))
        _items(events, live, month)
        live.advance(month + 1)
        _practice(events, live, opened, month)
        _posts(events, live, opened, month)
        _changed(events, month, lab, int(live.world.authority["lab"][0]))
        people.append(_people(live, month))
    columns = {name: np.concatenate([row[name] for row in people]) for name in people[0]}
    return table(columns), events.table()


@rule
def _fates(plan, world, key, month):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    """What this month does to the items of the pool, by the rules of the month."""
    p, a = plan.levers[month], world.authority[0]
    seats = elu.take_seats(world.elus, plan.mandates, month)
    stance = manager.present(world.managers, plan.direction.stance[month], plan.direction.is_new[month])
    demand = elu.political_signal(world.elus, seats, p.sponsorship)
    n, n_agents = int(a.n_items), world.field_agents.team.size
    moves = manager.relay(world.items, n, world.managers, stance, demand, a.lab == 1, n_agents, key, month, p)
    return items.settle(
        world.items, n, moves, world.teams, world.managers, stance, demand, world.field_agents, key, month, p
    ).what


def _items(events: Events, live: Live, month: int) -> None:
    """Where each item of the pool goes this month."""
    what = _fates(*live.reading(), month)
    pool = live.world.items
    for fate, event in _FATES.items():
        rows = np.flatnonzero(what == fate)
        if fate == codes.HELD:
            rows = rows[pool.state[rows] == codes.CLIMBING]
        events.add(month, event, pool.author[rows], pool.at[rows])


def _practice(events: Events, live: Live, opened: object, month: int) -> None:
    """Who took up the practice, among which practising neighbours; who dropped it."""
    agents, work = live.world.field_agents, live.networks.work
    was, now = opened.practises == 1, agents.practises == 1  # type: ignore[attr-defined]
    adopters = np.flatnonzero(now & ~was)
    events.add(month, "adopts", adopters)
    for agent in adopters:
        neighbours = work.indices[work.indptr[agent] : work.indptr[agent + 1]].astype(np.int64)
        carried = neighbours[was[neighbours]]
        events.add(month, "convinced_by", np.full(carried.size, agent), carried)
    events.add(month, "abandons", np.flatnonzero(was & ~now))
    pool, n = live.world.items, int(live.world.authority["n_items"][0])
    events.add(month, "item_created", pool.author[:n][pool.month[:n] == month])


def _posts(events: Events, live: Live, opened: object, month: int) -> None:
    """Who joined, left the programme, left the post; which seats changed hands."""
    role, before = live.world.field_agents.role, opened.role  # type: ignore[attr-defined]
    events.add(month, "recruited", np.flatnonzero(live.world.field_agents.recruited_month == month))
    events.add(month, "released", np.flatnonzero((before == codes.MEMBER) & (role == codes.FORMER)))
    events.add(month, "leaves_post", np.flatnonzero((before != codes.NEVER) & (role == codes.NEVER)))
    events.add(month, "seat_changes", np.flatnonzero(live.plan.mandates.change[month] != codes.SAME_PERSON))
    if live.plan.direction.is_new[month]:
        events.add(month, "dgs_changes", np.array([live.world.managers.stance.size - 1]))


def _changed(events: Events, month: int, lab: int, now: int) -> None:
    """The lab opened or closed."""
    if lab != now:
        events.add(month, "lab_opens" if now else "lab_closes", np.array([NOBODY]))


def _people(live: Live, month: int) -> dict[str, np.ndarray]:
    """One row an agent at the close of the month."""
    agents = live.world.field_agents
    in_words: Callable[[int], str] = _ROLES.__getitem__
    return {
        "month": np.full(agents.team.size, month, np.int16),
        "agent": np.arange(agents.team.size, dtype=np.int32),
        "team": agents.team,
        "service": agents.service,
        "role": np.array([in_words(int(role)) for role in agents.role]),
        "practises": agents.practises.astype(bool),
        "motivation": agents.motivation.copy(),
        "cynicism": agents.cynicism.copy(),
    }
