"""The reporting tree: regular ones by depth, and charts as they are."""

import re

import numpy as np
import pytest

from sim.core.errors import InputError
from sim.networks.chart import tree_from_parents
from sim.networks.reporting import chain_lengths, hops_to_common, reporting_tree
from sim.population.structure import split_services

SIZES = np.diff(split_services(1850, 46).team_first_agent)

# the posts of the reference town: 206 first-line teams
POSTS = {
    1: [1],
    2: [206, 1],
    3: [206, 14, 1],
    4: [206, 35, 6, 1],
    5: [206, 54, 14, 4, 1],
    6: [206, 71, 24, 8, 3, 1],
    7: [206, 85, 35, 14, 6, 2, 1],
}


@pytest.mark.parametrize("depth", POSTS)
def test_posts_by_level_follow_the_rule(depth):
    tree = reporting_tree(SIZES, depth)
    assert np.bincount(tree.level)[1:].tolist() == POSTS[depth]
    assert tree.level.tolist() == sorted(tree.level.tolist())


@pytest.mark.parametrize("depth", POSTS)
def test_superiors_stand_in_higher_rows_one_level_up(depth):
    tree = reporting_tree(SIZES, depth)
    assert tree.parent[-1] == -1
    assert (tree.parent[:-1] > np.arange(tree.parent.size - 1)).all()
    assert (tree.level[tree.parent[:-1]] == tree.level[:-1] + 1).all()
    assert (np.diff(tree.parent[:-1]) >= 0).all(), "blocks are contiguous"


@pytest.mark.parametrize("depth", POSTS)
def test_everybody_has_one_superior(depth):
    tree = reporting_tree(SIZES, depth)
    assert tree.span.sum() == 1850 + tree.parent.size - 1
    assert tree.span.min() >= 1
    assert (chain_lengths(tree) == depth).all()


@pytest.mark.parametrize("depth", range(2, 8))
def test_spans_of_a_level_are_alike(depth):
    tree = reporting_tree(SIZES, depth)
    for level in range(2, depth + 1):
        spans = tree.span[tree.level == level]
        assert spans.max() - spans.min() <= 1
    assert (tree.span[tree.team_manager] == SIZES).all()


def test_with_one_level_the_dgs_leads_all_agents():
    tree = reporting_tree(SIZES, 1)
    assert tree.span.tolist() == [1850]
    assert tree.team_manager.tolist() == [0] * 206


def test_one_team_may_have_a_long_chain():
    tree = reporting_tree([6], 4)
    assert tree.parent.tolist() == [1, 2, 3, -1]
    assert tree.span.tolist() == [6, 1, 1, 1]


def test_there_is_at_least_one_level():
    with pytest.raises(ValueError, match="depth = 0"):
        reporting_tree([5], 0)


def test_hops_climb_to_the_first_common_superior():
    tree = reporting_tree([9] * 8, 4)  # 8, 4, 2, 1 posts
    assert [hops_to_common(tree, 0, team) for team in range(8)] == [1, 2, 3, 3, 4, 4, 4, 4]
    assert hops_to_common(reporting_tree([9] * 8, 1), 0, 7) == 1


#   DGS 0 -+- 1 -+- 2 - 3 - 4 - 5 (team 0)     six posts to the DGS
#          |     +- 6 (team 1)                 three
#          +- 7 (teams 2 and 3)                two
PARENT = [-1, 0, 1, 2, 3, 4, 1, 0]
MANAGER = [5, 6, 7, 7]
AGENTS = [9, 8, 7, 6]


def test_a_chart_with_branches_of_two_and_six_levels_becomes_a_tree():
    tree, order = tree_from_parents(PARENT, MANAGER, AGENTS)
    assert order.tolist() == [5, 6, 7, 4, 3, 2, 1, 0]
    assert tree.level.tolist() == [1, 1, 1, 2, 3, 4, 5, 6]
    assert [order[above] if above >= 0 else -1 for above in tree.parent] == [PARENT[post] for post in order]
    assert tree.span.tolist() == [9, 8, 13, 1, 1, 1, 2, 2]
    assert order[tree.team_manager].tolist() == MANAGER
    assert chain_lengths(tree).tolist() == [6, 3, 2, 2]
    hops = [[hops_to_common(tree, a, b) for b in range(4)] for a in range(4)]
    assert hops == [[1, 5, 6, 6], [2, 1, 3, 3], [2, 2, 1, 1], [2, 2, 1, 1]]


def test_a_post_may_lead_a_team_and_other_posts():
    tree, _ = tree_from_parents([-1, 0], [0, 1], [4, 5])
    assert tree.span.tolist() == [5, 1 + 4]
    assert chain_lengths(tree).tolist() == [1, 2]


def test_a_regular_chart_gives_the_regular_tree():
    tree = reporting_tree([9, 8, 9, 7, 9], 3)
    again, order = tree_from_parents(tree.parent.tolist(), tree.team_manager.tolist(), [9, 8, 9, 7, 9])
    assert order.tolist() == list(range(tree.parent.size))
    assert all((a == b).all() for a, b in zip(tree, again, strict=True))


@pytest.mark.parametrize(
    ("parent", "manager", "agents", "where", "why"),
    [
        ([-1, 9], [1], [5], r"posts\[1\].parent = 9", "there is no such post"),
        ([-1, 1], [1], [5], r"posts\[1\].parent = 1", "own superior"),
        ([-1, 0], [4], [5], r"teams\[0\].manager = 4", "there is no such post"),
        ([-1, 0], [-1], [5], r"teams\[0\].manager = -1", "there is no such post"),
        ([-1, 0], [1], [0], r"teams\[0\].field_agents = 0", "at least one agent"),
        ([-1, 0], [1], [5, 5], "teams = 2", "a size for each"),
        ([-1], [], [], "teams = 0", "at least one team"),
        ([-1, 0, -1], [1, 2], [5, 5], r"posts\[2\].parent = -1", "one post alone"),
        ([1, 0], [0], [5], "posts = 2", "one post alone"),
        ([-1, 2, 3, 1], [0], [5], r"posts\[2\].parent = 3", "lead back to this post"),
        ([-1, 0, 0], [2], [5], r"posts\[1\]", "nobody reports to this post"),
    ],
)
def test_a_wrong_chart_is_refused_with_the_row(parent, manager, agents, where, why):
    with pytest.raises(InputError) as refusal:
        tree_from_parents(parent, manager, agents)
    message = refusal.value.render("en")
    assert re.search(where, message)
    assert why in message


def test_all_faults_of_a_chart_are_told_at_once():
    with pytest.raises(InputError) as refusal:
        tree_from_parents([-1, 7, 8], [9], [0])
    assert [problem.key for problem in refusal.value.problems] == [
        "posts[1].parent",
        "posts[2].parent",
        "teams[0].manager",
        "teams[0].field_agents",
    ]
