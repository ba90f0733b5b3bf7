"""Who stands where on the page: rows by role, services, teams, who reports to whom, a sample of work ties."""

import hashlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

from experiments.seminar.coding import compact, text_of
from experiments.seminar.film import Organisation, citizen_stride, shown_citizens
from experiments.seminar.words import said
from sim.networks.csr import Csr, degree
from sim.networks.reporting import Tree
from sim.run import Live

MOST_TIES = 1_500
NO_SERVICE, NOBODY, ALWAYS = -1, -1, 65_535
ELU_ROLES = ("head", "thematic", "district")

Layout = dict[str, Any]
Ints = NDArray[np.int64]


def layout_of(live: Live, organisations: tuple[Organisation, ...]) -> Layout:
    """The layout of a run lived to its end; its id follows from its content."""
    world, agents = live.world, live.world.field_agents
    elus, citizens = world.elus, world.citizens
    shown = shown_citizens(citizens.need.size)
    managers, n_managers = _managers(organisations, world.teams.service)
    content: Layout = {
        "services": [{"name": said("service", number=at + 1)} for at in range(world.services.size.size)],
        "rows": {
            "elu": elus.role.size,
            "manager": n_managers,
            "field_agent": agents.team.size,
            "citizen": shown.size,
        },
        "elu_role": [ELU_ROLES[role] for role in elus.role],
        "manager": managers,
        "field_agent": {
            "service": text_of(agents.service, "u2"),
            "team": text_of(agents.team, "u2"),
            "manager": text_of(_place(organisations[0])[organisations[0].tree.team_manager][agents.team], "i4"),
        },
        "citizen": {
            "district": text_of(citizens.district[shown], "u2"),
            "service": text_of(citizens.services[shown, 0], "u2"),
        },
        "citizen_stride": citizen_stride(citizens.need.size),
        "ties": text_of(sampled_ties(live.networks.work, agents.team), "u4"),
    }
    return {"id": hashlib.sha256(compact(content).encode()).hexdigest()[:12], **content}


def _place(organisation: Organisation) -> Ints:
    """Place among the posts of the page of each row of the model."""
    place = np.empty(organisation.order.size, np.int64)
    place[organisation.order] = np.arange(organisation.order.size)
    return place


def _managers(organisations: tuple[Organisation, ...], team_service: NDArray[np.int32]) -> tuple[Layout, int]:
    """Posts of every organisation in turn: level, superior, services below, months between which they exist."""
    columns: dict[str, list[Ints]] = {name: [] for name in ("level", "parent", "first", "last", "from", "until")}
    ends = [organisation.first_month for organisation in organisations[1:]] + [ALWAYS]
    base = 0
    for organisation, until in zip(organisations, ends, strict=True):
        tree, order = organisation.tree, organisation.order
        n = order.size
        parent = tree.parent.astype(np.int64)[order]
        first, last = _services_below(tree, team_service)
        columns["level"].append(tree.level.astype(np.int64)[order])
        columns["parent"].append(np.where(parent < 0, NOBODY, base + _place(organisation)[parent]))
        columns["first"].append(first[order])
        columns["last"].append(last[order])
        columns["from"].append(np.full(n, organisation.first_month))
        columns["until"].append(np.full(n, until))
        base += n
    whole = {name: np.concatenate(parts) for name, parts in columns.items()}
    service = np.where(whole["first"] == whole["last"], whole["first"], NO_SERVICE)
    return {
        "level": text_of(whole["level"], "u1"),
        "service": text_of(service, "i2"),
        "first_service": text_of(whole["first"], "u2"),
        "last_service": text_of(whole["last"], "u2"),
        "parent": text_of(whole["parent"], "i4"),
        "from": text_of(whole["from"], "u2"),
        "until": text_of(whole["until"], "u2"),
    }, base


def _services_below(tree: Tree, team_service: NDArray[np.int32]) -> tuple[Ints, Ints]:
    """First and last service of the teams under each post, rows as in the model."""
    n = tree.parent.size
    first, last = np.full(n, np.iinfo(np.int32).max, np.int64), np.full(n, -1, np.int64)
    np.minimum.at(first, tree.team_manager, team_service)
    np.maximum.at(last, tree.team_manager, team_service)
    for post in range(n - 1):
        boss = tree.parent[post]
        first[boss], last[boss] = min(first[boss], first[post]), max(last[boss], last[post])
    return first, last


def sampled_ties(work: Csr, team: NDArray[np.int32]) -> NDArray[np.uint32]:
    """At most 1 500 work ties, as pairs of field agents [ties, 2]: those between teams first, evenly spread."""
    source = np.repeat(np.arange(work.indptr.size - 1), degree(work).astype(np.int64))
    target = work.indices.astype(np.int64)
    once = source < target
    source, target = source[once], target[once]
    between = team[source] != team[target]
    far = _spread(np.flatnonzero(between), 2 * MOST_TIES // 3)
    near = _spread(np.flatnonzero(~between), MOST_TIES - far.size)
    kept = np.sort(np.concatenate([far, near]))
    return np.column_stack([source[kept], target[kept]]).astype(np.uint32)


def _spread(rows: NDArray[np.intp], most: int) -> NDArray[np.intp]:
    """At most `most` of the rows, at even distances."""
    if rows.size <= most:
        return rows
    return rows[np.arange(most) * rows.size // most]
