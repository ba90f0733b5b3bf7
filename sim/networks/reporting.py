"""Who reports to whom: the tree of managers above the first-line teams, the DGS included.

Rows are sorted by level, lowest first: the superior of a row comes after it and the DGS is the last row. The number of
field agents does not depend on the tree: managers come on top.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.core.compile import rule


class Tree(NamedTuple):
    """Management posts in rows, and the post above each first-line team."""

    level: NDArray[np.int64]  # [posts] 1 = no post below
    parent: NDArray[np.int64]  # [posts] row of the superior, -1 for the DGS
    span: NDArray[np.int64]  # [posts] direct subordinates: posts, and agents of the teams led directly
    team_manager: NDArray[np.int64]  # [teams] row of the post that leads the team


def spans(
    parent: NDArray[np.int64], team_manager: NDArray[np.int64], team_sizes: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Direct subordinates of each post [posts]."""
    posts = np.bincount(parent[parent >= 0], minlength=parent.size)
    agents = np.zeros(parent.size, np.int64)
    np.add.at(agents, team_manager, team_sizes)
    return posts + agents


def reporting_tree(team_sizes: Sequence[int] | NDArray[np.int64], depth: int) -> Tree:
    """Regular tree of a given depth above T teams.

    Args:
        team_sizes: agents of each first-line team [T].
        depth: number of management levels between a field agent and the elus, the DGS included, >= 1.

    Rule: round(T^((D-l)/(D-1))) posts at level l = 1..D, so that each team has its manager and spans are alike all the
    way up; a level's posts are divided into contiguous blocks. With one level the DGS leads all teams.
    """
    sizes = np.asarray(team_sizes, np.int64)
    if depth < 1:
        raise ValueError(f"depth = {depth}: there is at least one level, the DGS")
    if depth == 1:
        counts = [1]
        team_manager = np.zeros(sizes.size, np.int64)
    else:
        counts = [round(sizes.size ** ((depth - level) / (depth - 1))) for level in range(1, depth + 1)]
        team_manager = np.arange(sizes.size)
    start = np.concatenate([[0], np.cumsum(counts)])
    blocks = [start[i + 1] + np.arange(n) * counts[i + 1] // n for i, n in enumerate(counts[:-1])]
    parent = np.concatenate([*blocks, [-1]])
    level = np.repeat(np.arange(1, depth + 1), counts)
    return Tree(level, parent, spans(parent, team_manager, sizes), team_manager)


def chain_lengths(tree: Tree) -> NDArray[np.int64]:
    """Number of posts from the manager of each team to the DGS, both included [teams]."""
    posts = np.ones(tree.parent.size, np.int64)
    for row in range(posts.size - 2, -1, -1):
        posts[row] = posts[tree.parent[row]] + 1
    return posts[tree.team_manager]


@rule
def hops_to_common(tree: Tree, team_a: int, team_b: int) -> int:
    """Posts to pass from the manager of team a up to the first one above both teams, both included (1: same manager).

    A superior stands in a higher row than its subordinates: of two different rows, the lower must climb.
    """
    a, b = tree.team_manager[team_a], tree.team_manager[team_b]
    hops = 1
    while a != b:
        if a < b:
            a = tree.parent[a]
            hops += 1
        else:
            b = tree.parent[b]
    return hops
