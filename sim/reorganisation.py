"""A reorganisation of services in mid-run: another number of management levels over the same teams and people.

Who holds a post of the new organisation is the person who, at the closest height before, led most of its field agents
(the lowest row among equals); one person may so hold several posts. Posts that only the DGS led before are filled by
newcomers, drawn as at the start. The DGS stays. Items on their way wait at the post of the same height above their
author, and have the same share of the chain left; their decider is the one of the new organisation. All of it is
assumption. Reorganising at the same depth changes nothing.
"""

import numpy as np

from sim.build import make_managers, spread_around
from sim.config import Config
from sim.core import codes, phases
from sim.core.draws import Key, column
from sim.networks.reporting import Tree, chain_lengths, reporting_tree
from sim.organisation.items import Items
from sim.world import World

Chains = list[list[int]]


def reorganised(world: World, tree: Tree, depth: int, config: Config, month: int, key: Key) -> tuple[World, Tree]:
    """Return the world and its tree with `depth` levels of management from `month` on; no column of `world` changes."""
    sizes = world.teams.size
    new = reporting_tree(sizes, depth)
    before, after = chains(tree), chains(new)
    stance = stances(world.managers.stance, before, after, new, sizes)
    unknown = np.isnan(stance)
    luck = column(key, phases.MANAGER_STANCE, month, stance.size)[:, 0].copy()
    stance[unknown] = spread_around(luck, config.management.stance, config.management.stance_spread)[unknown]
    teams = world.teams._replace(
        manager=new.team_manager.astype(np.int32), chain_length=chain_lengths(new).astype(np.int32)
    )
    return world._replace(
        managers=make_managers(new, sizes, stance, config.management.span_reference),
        teams=teams,
        items=rerouted(world.items, int(world.authority["n_items"][0]), world.field_agents.team, before, after),
    ), new


def chains(tree: Tree) -> Chains:
    """Posts from the manager of each team to the DGS [teams]."""
    found = []
    for manager in tree.team_manager.tolist():
        chain = [manager]
        while tree.parent[chain[-1]] >= 0:
            chain.append(int(tree.parent[chain[-1]]))
        found.append(chain)
    return found


def same_height(position: int, old: int, new: int) -> int:
    """Position in a chain of `new` posts at the height that `position` had among `old`, the lower one of a tie."""
    return 0 if old == 1 else -(-(2 * position * (new - 1) - (old - 1)) // (2 * (old - 1)))


def stances(stance: np.ndarray, before: Chains, after: Chains, tree: Tree, team_sizes: np.ndarray) -> np.ndarray:
    """Stance of who holds each post [new posts], NaN where only the DGS led its agents before."""
    led: list[dict[int, int]] = [{} for _ in range(tree.parent.size)]
    for old, new, size in zip(before, after, team_sizes.tolist(), strict=True):
        for position, post in enumerate(new[:-1]):
            if len(old) > 1:
                holder = old[min(same_height(position, len(new), len(old)), len(old) - 2)]
                led[post][holder] = led[post].get(holder, 0) + size
    held = np.full(tree.parent.size, np.nan)
    for post, agents in enumerate(led):
        if agents:
            held[post] = stance[min(agents, key=lambda holder: (-agents[holder], holder))]
    held[-1] = stance[-1]
    return held


def rerouted(items: Items, n_items: int, agent_team: np.ndarray, before: Chains, after: Chains) -> Items:
    """Items at the post of the same height in their author's new chain, with what is left of their way."""
    at, hops_left = items.at.copy(), items.hops_left.copy()
    for k in range(n_items):
        team = int(agent_team[items.author[k]])
        old, new = before[team], after[team]
        position = old.index(int(items.at[k])) if int(items.at[k]) in old else 0
        last = last_gate(int(items.kind[k]), position + max(1, int(items.hops_left[k])) - 1, len(old), len(new))
        here = min(same_height(position, len(old), len(new)), last)
        at[k] = new[here]
        hops_left[k] = last - here + 1
    return items._replace(at=at, hops_left=hops_left)


def last_gate(kind: int, position: int, old: int, new: int) -> int:
    """Position of the last post an item has to pass: that of its decider; the same height where it had another."""
    usual = {codes.QUICK: (0, 0), codes.MIDDLE: ((old + 1) // 2 - 1, (new + 1) // 2 - 1)}
    decider, now = usual.get(kind, (old - 1, new - 1))
    return now if position == decider else min(same_height(position, old, new), new - 1)
