"""What is compared: the stocks at the close and the month's columns, from the oracle and from the product."""

from __future__ import annotations

import math
from typing import Any

from sim.core import codes
from tests.oracle.flows import Flows
from tests.oracle.numbers import mean
from tests.oracle.world import Now, World

Table = dict[str, list[Any]]

ITEMS = ("author", "month", "kind", "state", "by_practitioner", "citizen")
PEOPLE = {
    "agents": "practises trial role recruited_month released_month motivation cynicism skill",
    "teams": "evidence tension",
    "services": "evidence quality gap equipped_month",
    "managers": "stance overload",
    "elus": "sponsorship involvement dispossession",
    "citizens": "trust quality fatigue took_part waits_for",
}
"""Stocks compared as they are, by table."""
PROGRAMME = "status end_month first_end first_result cases second_project evidence_at_start volunteers_at_start"


def columns(now: Now, flows: Flows, before: list[bool]) -> dict[str, float]:
    """The month's columns, under the product's names."""
    return {
        **agents_columns(now.world, before),
        **executive_columns(now.world),
        **items_columns(now.world, flows),
        **citizens_columns(now.world, flows),
        **money_columns(flows),
        "programme_active": flows.roster.active,
        "wins": len(flows.wins),
        "left": sum(mood.leaves for mood in flows.moods),
        "overload": mean(flows.overload),
        "tension": mean(flows.tension),
        "sponsorship_signal": flows.demand,
        "evidence": flows.average,
        "lab_alive": now.world.lab.alive,
        "managers": len(now.world.managers),
        "second_project": flows.second >= 0,
        "equipped": mean(float(s.equipped_month >= 0) for s in now.world.services),
    }


def agents_columns(world: World, before: list[bool]) -> dict[str, float]:
    agents = world.agents
    practising = sum(a.practises for a in agents)
    return {
        "practice": practising / len(agents),
        "practising": practising,
        "adopted": sum(a.practises and not was for a, was in zip(agents, before, strict=True)),
        "abandoned": sum(was and not a.practises for a, was in zip(agents, before, strict=True)),
        "members": sum(a.role == codes.MEMBER for a in agents),
        "ambassadors_practising": sum(a.practises and a.role != codes.NEVER for a in agents),
        "motivation": mean(a.motivation for a in agents),
        "cynicism": mean(a.cynicism for a in agents),
    }


def executive_columns(world: World) -> dict[str, float]:
    found = {
        "administration": world.dgs.stance,
        "stance_mean": mean((m.stance for m in world.managers[:-1]), nobody=world.dgs.stance),
    }
    names = {codes.MAYOR: "mayor", codes.THEMATIC: "thematic", codes.DISTRICT: "district"}
    for role, name in names.items():
        holders = [e for e in world.elus if e.role == role]
        key = "sponsorship" if role == codes.MAYOR else f"sponsorship_{name}"
        found[key] = mean((e.sponsorship for e in holders), nobody=math.nan)
        found[f"dispossession_{name}"] = mean((e.dispossession for e in holders), nobody=math.nan)
    return found


def items_columns(world: World, flows: Flows) -> dict[str, float]:
    spoken = [s for s in flows.said if s is not None]
    desk = sum(s.kind == codes.DESK for s in spoken)
    fates = flows.fates
    return {
        "items_created": len(spoken),
        "items_delivered": fates.count(codes.ACCEPTED) + fates.count(codes.REFUSED) + desk,
        "items_dropped": fates.count(codes.DROPPED),
        "items_accepted": fates.count(codes.ACCEPTED) + desk,
        "items_refused": fates.count(codes.REFUSED),
        "items_done": fates.count(codes.DONE) + desk,
        "items_waiting": len(world.items),
    }


def citizens_columns(world: World, flows: Flows) -> dict[str, float]:
    return {
        "voices_agents": sum(flows.heard.by_service),
        "voices_elus": sum(flows.heard.to_elus),
        "voices_direct": sum(flows.direct),
        "participation": mean(map(float, flows.joined), nobody=math.nan),
        "trust": mean((q.trust for q in world.citizens), nobody=math.nan),
        "quality": mean((q.quality for q in world.citizens), nobody=math.nan),
        "fatigue": mean((q.fatigue for q in world.citizens), nobody=math.nan),
    }


def money_columns(flows: Flows) -> dict[str, float]:
    spent = flows.spent
    return {
        "euros_programme": spent.programme,
        "euros_backfill": spent.backfill,
        "euros_lab": spent.lab,
        "euros_instrument": spent.instrument,
        "euros_levers": spent.levers,
        "euros": spent.programme + spent.backfill + spent.lab + spent.instrument + spent.levers,
        "days_levers": spent.levers_days,
        "agent_days": spent.days + spent.levers_days,
        "elu_hours": spent.elu_hours,
    }


def stocks_of_oracle(world: World) -> Table:
    """All stocks of the oracle, one list a column."""

    def column(people: list[Any], name: str, attributes: str) -> Table:
        return {f"{name}.{x}": [getattr(person, x) for person in people] for x in attributes.split()}

    p, lab = world.programme, world.lab
    items = sorted(world.items, key=lambda item: (item.month, item.author.row))
    climbing = [item for item in items if item.state == codes.CLIMBING]
    found: Table = {}
    for name, attributes in PEOPLE.items():
        found |= column(getattr(world, name), name, attributes)
    return found | {
        "citizens.waits_since": [q.waits_since if q.waits_for != codes.NOTHING else -1 for q in world.citizens],
        **column(items, "items", "month kind state by_practitioner"),
        "items.author": [item.author.row for item in items],
        "items.citizen": [-1 if item.citizen is None else item.citizen.row for item in items],
        "climbing.hops_left": [item.hops_left for item in climbing],
        "climbing.at": [item.at.row for item in climbing],
        **column([p], "programme", PROGRAMME),
        "programme.lead": [-1 if p.lead is None else p.lead.row],
        **column([lab], "lab", "alive opened vote"),
    }


def stocks_of_engine(world: Any) -> Table:
    """The same stocks of the product."""
    a, n = world.authority[0], int(world.authority["n_items"][0])
    tables = {"agents": world.field_agents} | {name: getattr(world, name) for name in PEOPLE if name != "agents"}
    found: Table = {}
    for name, attributes in PEOPLE.items():
        found |= {f"{name}.{x}": getattr(tables[name], x).tolist() for x in attributes.split()}
    waits, since = world.citizens.waits_for.tolist(), world.citizens.waits_since.tolist()
    pool = {x: getattr(world.items, x)[:n].tolist() for x in world.items._fields}
    order = sorted(range(n), key=lambda k: (pool["month"][k], pool["author"][k]))
    climbing = [k for k in order if pool["state"][k] == codes.CLIMBING]
    return found | {
        "citizens.waits_since": [-1 if w == codes.NOTHING else month for w, month in zip(waits, since, strict=True)],
        **{f"items.{x}": [pool[x][k] for k in order] for x in ITEMS},
        **{f"climbing.{x}": [pool[x][k] for k in climbing] for x in ("hops_left", "at")},
        **{f"programme.{x}": [a[x].item()] for x in ("lead", *PROGRAMME.split())},
        "lab.alive": [a["lab"].item()],
        "lab.opened": [a["lab_opened"].item()],
        "lab.vote": [a["lab_vote"].item()],
    }
