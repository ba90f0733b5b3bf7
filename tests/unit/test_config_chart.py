"""An organisation as described: what agrees, what is refused, what the hash sees of it."""

import copy

import pytest

from sim.config import Config, config_hash, resolved, validate, with_values
from sim.core.errors import InputError

SERVICES = [
    {"name": "Voirie", "field_agents": 40, "managers": 4, "levels": 3},
    {"name": "État civil", "field_agents": 12, "managers": 1, "levels": 2, "front_share": 0.9},
    {"name": "Cabinet", "field_agents": 8, "levels": 0},
]
POSTS = {
    "services": [{"field_agents": 15}, {"field_agents": 9}],
    "posts": [{"parent": 2}, {"parent": 3}, {"parent": 3}, {"parent": -1}],
    "teams": [
        {"manager": 1, "service": 1, "field_agents": 9},
        {"manager": 0, "service": 0, "field_agents": 10},
        {"manager": 2, "service": 0, "field_agents": 5},
    ],
}


def town(chart, **keys):
    """A small authority with this organisation."""
    given = {"authority": {"field_agents": None, "services": None, "inhabitants": 4_000, "simulated_citizens": 200}}
    return given | {"chart": copy.deepcopy(chart), "hierarchy": {"depth": 4}} | keys


def refusals(mapping):
    with pytest.raises(InputError) as refusal:
        validate(mapping)
    return {problem.key: problem.render("fr") for problem in refusal.value.problems}


def test_sizes_follow_from_the_services():
    config = resolved(validate(town({"services": SERVICES})))
    assert (config.authority.field_agents, config.authority.services) == (60, 3)


def test_an_empty_organisation_leaves_hashes_as_they_were():
    assert config_hash(validate({"chart": {"services": [], "posts": [], "teams": []}})) == config_hash(Config())


@pytest.mark.parametrize(("field", "changes"), [("name", False), ("field_agents", True), ("front_share", True)])
def test_names_of_services_do_not_decide(field, changes):
    services = copy.deepcopy(SERVICES)
    services[1][field] = {"name": "Accueil", "field_agents": 13, "front_share": 0.5}[field]
    here, there = (validate(town({"services": each})) for each in (services, SERVICES))
    assert (config_hash(here) != config_hash(there)) == changes


@pytest.mark.parametrize(
    ("rank", "field", "value", "key", "said"),
    [
        (0, "managers", 41, "chart.services[0].managers", "plus d'encadrants que d'agents"),
        (0, "managers", 0, "chart.services[0].managers, chart.services[0].levels", "pas d'encadrant"),
        (2, "managers", 2, "chart.services[2].managers, chart.services[2].levels", "pas d'encadrant"),
        (1, "levels", 7, "chart.services[1].levels", "entre 0 et 6"),
        (1, "front_share", 1.5, "chart.services[1].front_share", "entre 0 et 1"),
        (1, "field_agents", 0, "chart.services[1].field_agents", "entre 1 et 50000"),
        (1, "agnts", 3, "chart.services[1].agnts", "clé inconnue"),
        (1, "name", "deux\nlignes", "chart.services[1].name", "caractères interdits"),
    ],
)
def test_a_wrong_service_is_refused_with_its_rank(rank, field, value, key, said):
    services = copy.deepcopy(SERVICES)
    services[rank][field] = value
    found = refusals(town({"services": services}))
    assert list(found) == [key]
    assert said in found[key]


@pytest.mark.parametrize(
    ("keys", "key", "right"),
    [
        ({"authority.field_agents": 61}, "authority.field_agents, chart.services", "60"),
        ({"authority.services": 4}, "authority.services, chart.services", "3"),
        ({"hierarchy.depth": 5}, "hierarchy.depth, chart.services", "4"),
        ({"hierarchy.depth": 3}, "hierarchy.depth, chart.services", "4"),
    ],
)
def test_sizes_and_depth_must_agree_with_what_is_described(keys, key, right):
    config = validate(town({"services": SERVICES}))
    with pytest.raises(InputError) as refusal:
        with_values(config, keys)
    (problem,) = refusal.value.problems
    assert problem.key == key and right in problem.allowed.fr


def test_a_service_without_levels_follows_the_depth():
    services = [{"field_agents": 30}, {"field_agents": 30, "levels": 1}]
    assert validate(town({"services": services}, hierarchy={"depth": 3})).hierarchy.depth == 3
    assert validate(town({"services": services}, hierarchy={"depth": 6})).hierarchy.depth == 6
    assert list(refusals(town({"services": services}, hierarchy={"depth": 1}))) == ["hierarchy.depth, chart.services"]


def test_too_small_together():
    few = town({"services": [{"field_agents": 19}]}, programme={"ambassadors": 5})
    assert list(refusals(few)) == ["chart.services"]


def test_a_chart_by_post_is_accepted_and_its_longest_branch_is_the_depth():
    assert validate(town(POSTS, hierarchy={"depth": 3})).chart.posts[3].parent == -1
    assert list(refusals(town(POSTS))) == ["hierarchy.depth, chart.services"]


@pytest.mark.parametrize(
    ("path", "value", "key", "said"),
    [
        (("posts", 0, "parent"), 9, "chart.posts[0].parent", "n'existe pas"),
        (("posts", 0, "parent"), 0, "chart.posts[0].parent", "son propre supérieur"),
        (("posts", 2, "parent"), 0, "chart.posts[0].parent", "ramènent à ce poste"),
        (("posts", 3, "parent"), 2, "chart.posts", "un seul poste n'a pas de supérieur"),
        (("posts", 1, "parent"), -1, "chart.posts[3].parent", "un seul poste n'a pas de supérieur"),
        (("teams", 0, "manager"), 4, "chart.teams[0].manager", "n'existe pas"),
        (("teams", 0, "manager"), 0, "chart.posts[1]", "personne ne dépend"),
        (("teams", 0, "service"), 2, "chart.teams[0].service", "n'existe pas"),
        (("teams", 0, "field_agents"), 8, "chart.services[1].field_agents", "un autre nombre"),
        (("services", 0, "managers"), 2, "chart.services[0].managers", "déjà dit"),
        (("services", 0, "levels"), 2, "chart.services[0].levels", "déjà dit"),
    ],
)
def test_a_wrong_chart_is_refused_with_its_rank(path, value, key, said):
    chart = copy.deepcopy(POSTS)
    name, rank, field = path
    chart[name][rank][field] = value
    found = refusals(town(chart, hierarchy={"depth": 3}))
    assert key in found and said in found[key]


def test_posts_teams_and_services_go_together():
    assert list(refusals(town({"posts": POSTS["posts"]}))) == ["chart.services"]
    without_teams = town({name: POSTS[name] for name in ("services", "posts")}, hierarchy={"depth": 3})
    assert "chart.teams" in refusals(without_teams)


def test_all_faults_are_said_at_once():
    services = copy.deepcopy(SERVICES)
    services[0]["managers"], services[1]["front_share"], services[2]["agents"] = 99, 2, 3
    assert set(refusals(town({"services": services}))) == {
        "chart.services[0].managers", "chart.services[1].front_share", "chart.services[2].agents",
    }
