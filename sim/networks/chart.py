"""Reporting trees from an organisation chart as it is: branches of two levels beside branches of six.

Not for charts with two superiors for one post: every post has one, the DGS none.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sim.config.chart import DGS, Chart, levels_of, ordered_teams
from sim.config.chart_faults import NO_POST, chart_faults, levels_from_below
from sim.core.errors import InputError
from sim.networks.reporting import Tree, reporting_tree, spans


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
    problems = chart_faults(parent, team_manager, team_sizes)
    if problems:
        raise InputError(problems)
    level = np.asarray(levels_from_below(parent), np.int64)
    order = np.argsort(level, kind="stable")
    row = np.empty_like(order)
    row[order] = np.arange(order.size)
    above = np.asarray(parent, np.int64)[order]
    sorted_parent = np.where(above == NO_POST, NO_POST, row[above])
    manager = row[np.asarray(team_manager, np.int64)]
    span = spans(sorted_parent, manager, np.asarray(team_sizes, np.int64))
    return Tree(level[order], sorted_parent, span, manager), order


def starting_tree(chart: Chart, depth: int, team_sizes: NDArray[np.int64], team_service: NDArray[np.int64]) -> Tree:
    """The reporting tree at month 0: that of the organisation as described, else the regular one.

    Args:
        chart: empty, or with its services, or with its posts too.
        depth: levels of management, the DGS included, of a service that does not say its own.
        team_sizes: field agents of each team [teams].
        team_service: service of each team [teams], ascending.
    """
    if not chart.services:
        return reporting_tree(team_sizes, depth)
    if chart.posts:
        parents, managers = [post.parent for post in chart.posts], [team.manager for team in ordered_teams(chart)]
    else:
        teams = np.bincount(team_service, minlength=len(chart.services)).tolist()
        parents, managers = posts_of_services(levels_of(chart, depth), teams)
    return tree_from_parents(parents, managers, team_sizes.tolist())[0]


def posts_of_services(levels: Sequence[int], teams: Sequence[int]) -> tuple[list[int], list[int]]:
    """Posts of services of which only the levels between an agent and the DGS and the first line are known.

    Args:
        levels: of each service, 0..6 [services].
        teams: first-line teams of each service, >= 1 [services].

    Returns:
        Superior of each post (-1: the DGS, post 0) and the post that leads each team, service by service.

    Rule     each team has its manager (the DGS, with no level between); several teams have one head of service above
             them where a second level is said; the levels left up to the DGS are shared by all services, made from the
             lowest up: round(P^(left / (left + 1))) posts above the P posts that have as many levels left, in blocks
    Source   assumption: services do not say whom they share their directors with; spans are alike all the way up
    """
    parents, managers = [DGS], list[int]()
    waiting: list[list[int]] = [[] for _ in range(max(levels) + 1)]  # posts, by levels left above them
    for between, n_teams in zip(levels, teams, strict=True):
        headed = between > 1 and n_teams > 1
        first = len(parents) + headed
        managers += range(first, first + n_teams) if between else [0] * n_teams
        if headed:
            waiting[between - 2].append(first - 1)
        elif between:
            waiting[between - 1] += range(first, first + n_teams)
        parents += [0] * headed + [first - 1 if headed else 0] * n_teams * (between > 0)
    for left in range(len(waiting) - 1, 0, -1):
        below = waiting[left]
        n_above = round(len(below) ** (left / (left + 1)))
        for rank, post in enumerate(below):
            parents[post] = len(parents) + rank * n_above // len(below)
        waiting[left - 1] += range(len(parents), len(parents) + n_above)
        parents += [0] * n_above
    return parents, managers
