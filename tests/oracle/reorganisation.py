"""A reorganisation in mid-run: other posts above the same teams."""

from __future__ import annotations

import math
from collections import Counter
from itertools import pairwise

import numpy as np

from sim.build import spread_around
from sim.core import codes, phases
from tests.oracle.numbers import clip01
from tests.oracle.world import Item, Manager, Now, Team

Chain = list[Manager]


def reorganise(now: Now, depth: int) -> None:
    """Give each new post to who led most of its agents at the closest height; items keep their height."""
    world = now.world
    before = {team.row: team.manager.chain for team in world.teams}
    waiting = {id(item): item.at for item in world.items}
    stance = world.dgs.stance
    world.managers = posts(world.teams, depth)
    for j, post in enumerate(world.managers[:-1]):
        post.stance = whoever_led(now, post, before, j)
    world.dgs.stance = stance
    for post in world.managers:
        direct = sum(other.boss is post for other in world.managers)
        direct += sum(len(team.agents) for team in world.teams if team.manager is post)
        post.overload = clip01(direct / now.levers.management.span_reference - 1)
    for item in world.items:
        if item.state == codes.CLIMBING:
            move(item, waiting[id(item)], before[item.author.team.row])


def posts(teams: list[Team], depth: int) -> list[Manager]:
    """The regular tree: levels of posts, the first line first, each post below the one of its share."""
    counts = [1]
    if depth > 1:
        counts = [round(len(teams) ** ((depth - level) / (depth - 1))) for level in range(1, depth + 1)]
    levels = [[Manager(0, 0.0, 0.0) for _ in range(count)] for count in counts]
    for below, above in pairwise(levels):
        for i, post in enumerate(below):
            post.boss = above[i * len(above) // len(below)]
    for g, team in enumerate(teams):
        team.manager = levels[0][g if depth > 1 else 0]
        for post in team.manager.chain:
            post.teams.append(team)
    found = [post for level in levels for post in level]
    for row, post in enumerate(found):
        post.row = row
    return found


def height(position: int, old: int, new: int) -> int:
    """The same height in a chain of another length: nearest post, the lower one of two."""
    return 0 if old == 1 else math.ceil(position * (new - 1) / (old - 1) - 0.5)


def whoever_led(now: Now, post: Manager, before: dict[int, Chain], row: int) -> float:
    """Stance of who led most agents of this post; drawn where only the DGS led them."""
    led: Counter[int] = Counter()
    people = {}
    for team in post.teams:
        old, new = before[team.row], team.manager.chain
        if len(old) > 1:
            holder = old[min(len(old) - 2, height(new.index(post), len(new), len(old)))]
            led[holder.row] += len(team.agents)
            people[holder.row] = holder
    if led:
        return people[min(led, key=lambda j: (-led[j], j))].stance
    m = now.levers.management
    luck = np.array([now.draw(phases.MANAGER_STANCE, row)[0]])
    return float(spread_around(luck, m.stance, m.stance_spread)[0])


def move(item: Item, waits_at: Manager, old: Chain) -> None:
    """To the post of the same height above the author, on its way to the decider of its kind."""
    new = item.author.team.manager.chain
    position = old.index(waits_at)
    gates = position + item.hops_left  # posts to pass in all

    def usual(chain: Chain) -> int:
        return {codes.QUICK: 1, codes.MIDDLE: math.ceil(len(chain) / 2)}.get(item.kind, len(chain))

    wanted = usual(new) if gates == usual(old) else 1 + height(gates - 1, len(old), len(new))
    here = min(height(position, len(old), len(new)), wanted - 1)
    item.at, item.hops_left = new[here], wanted - here
