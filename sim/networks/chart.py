"""Reporting trees from an organisation chart as it is: branches of two levels beside branches of six.

Not for charts with two superiors for one post: every post has one, the DGS none.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sim.core.errors import InputError, Problem, shown
from sim.core.text import Text
from sim.networks.reporting import Tree, spans

_NO_POST = -1


def tree_from_parents(
    parent: Sequence[int], team_manager: Sequence[int], team_sizes: Sequence[int]
) -> tuple[Tree, NDArray[np.int64]]:
    """Sort the posts of a chart into a reporting tree.

    Args:
        parent: post above each post, in the chart's own numbering; -1 for the DGS [posts].
        team_manager: post that leads each first-line team [teams].
        team_sizes: agents of each team [teams].

    Returns:
        The tree, and for each of its rows the post of the chart [posts]. The level of a post is one more than the
        highest below it.

    Raises:
        InputError: naming every post or team that is wrong.
    """
    problems = _wrong_numbers(parent, team_manager, team_sizes)
    if not problems:
        problems = _roots(parent) + _idle(parent, team_manager)
    if problems:
        raise InputError(problems)
    level = _levels(parent)
    order = np.argsort(level, kind="stable")
    row = np.empty_like(order)
    row[order] = np.arange(order.size)
    above = np.asarray(parent, np.int64)[order]
    sorted_parent = np.where(above == _NO_POST, _NO_POST, row[above])
    manager = row[np.asarray(team_manager, np.int64)]
    span = spans(sorted_parent, manager, np.asarray(team_sizes, np.int64))
    return Tree(level[order], sorted_parent, span, manager), order


def _wrong_numbers(parent: Sequence[int], team_manager: Sequence[int], team_sizes: Sequence[int]) -> list[Problem]:
    """Posts and teams that name a post that does not exist, and teams without agents."""
    last = len(parent) - 1
    known = Text(f"un poste de 0 à {last}", f"a post from 0 to {last}")
    or_none = Text(f"{known.fr}, ou -1 pour la direction générale", f"{known.en}, or -1 for the DGS")
    missing = Text("ce poste n'existe pas", "there is no such post")
    itself = Text("un poste ne peut pas être son propre supérieur", "a post cannot be its own superior")
    problems = []
    for post, above in enumerate(parent):
        if above == post or not _NO_POST <= above <= last:
            reason = itself if above == post else missing
            problems.append(Problem(f"posts[{post}].parent", shown(above), reason, or_none))
    for team, post in enumerate(team_manager):
        if not 0 <= post <= last:
            problems.append(Problem(f"teams[{team}].manager", shown(post), missing, known))
    for team, size in enumerate(team_sizes):
        if size < 1:
            reason = Text("une équipe a au moins un agent", "a team has at least one agent")
            problems.append(Problem(f"teams[{team}].agents", shown(size), reason))
    if len(team_sizes) != len(team_manager) or not team_manager:
        reason = Text("il faut au moins une équipe, et une taille par équipe", "at least one team, and a size for each")
        problems.append(Problem("teams", shown(len(team_sizes)), reason))
    return problems


def _roots(parent: Sequence[int]) -> list[Problem]:
    """Posts too many at the top, or none; then posts whose superiors lead back to themselves."""
    tops = [post for post, above in enumerate(parent) if above == _NO_POST]
    one = Text("un seul poste n'a pas de supérieur : la direction générale", "one post alone has no superior: the DGS")
    if not tops:
        return [Problem("posts", shown(len(parent)), one)]
    problems = [Problem(f"posts[{post}].parent", shown(_NO_POST), one) for post in tops[1:]]
    circle = Text("ses supérieurs ramènent à ce poste", "its superiors lead back to this post")
    unsorted = np.flatnonzero(_levels(parent) == 0)
    return problems + [Problem(f"posts[{post}].parent", shown(parent[post]), circle) for post in unsorted.tolist()]


def _idle(parent: Sequence[int], team_manager: Sequence[int]) -> list[Problem]:
    """Posts under which there is no post and no team: they are on no agent's chain."""
    leading = {*parent, *team_manager}
    reason = Text("personne ne dépend de ce poste", "nobody reports to this post")
    return [Problem(f"posts[{post}]", "", reason) for post in range(len(parent)) if post not in leading]


def _levels(parent: Sequence[int]) -> NDArray[np.int64]:
    """One more than the highest level below, from the bottom up [posts]; 0 for posts in a circle."""
    waiting = [0] * len(parent)
    for above in parent:
        if above != _NO_POST:
            waiting[above] += 1
    level = np.zeros(len(parent), np.int64)
    highest_below = [0] * len(parent)
    ready = [post for post, below in enumerate(waiting) if below == 0]
    while ready:
        post = ready.pop()
        level[post] = highest_below[post] + 1
        above = parent[post]
        if above != _NO_POST:
            highest_below[above] = max(highest_below[above], int(level[post]))
            waiting[above] -= 1
            if waiting[above] == 0:
                ready.append(above)
    return level
