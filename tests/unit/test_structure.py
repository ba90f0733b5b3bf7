"""Services and first-line teams of the reference sizes."""

import numpy as np
import pytest

from sim.population.structure import split_services


def sizes(structure):
    return np.diff(structure.service_first_agent), np.diff(structure.team_first_agent)


def test_the_reference_town_has_206_teams_in_46_services():
    services, teams = sizes(split_services(1850, 46))
    assert np.bincount(services).nonzero()[0].tolist() == [40, 41]
    assert teams.size == 206 == round(1850 / 9)
    assert teams.min() >= 8
    assert teams.max() <= 11


@pytest.mark.parametrize(("agents", "services"), [(150, 4), (600, 15), (1850, 46), (8000, 60), (10_000, 60)])
def test_usual_authorities_have_teams_of_about_nine(agents, services):
    _, teams = sizes(split_services(agents, services))
    assert teams.min() >= 5
    assert teams.max() <= 15
    assert teams.mean() == pytest.approx(9.0, abs=0.2)


@pytest.mark.parametrize("size", range(5, 200))
def test_a_service_of_any_size_keeps_to_five_to_fifteen(size):
    _, teams = sizes(split_services(size, 1))
    assert teams.min() >= 5
    assert teams.max() <= 15


def test_teams_follow_the_size_asked():
    for team_size in (2.0, 5.0, 15.0, 50.0):
        _, teams = sizes(split_services(3000, 20, team_size))
        assert teams.mean() == pytest.approx(team_size, rel=0.1)


def test_columns_agree_on_a_small_authority():
    s = split_services(22, 2, 5.0)
    assert s.service_first_agent.tolist() == [0, 11, 22]
    assert s.service_first_team.tolist() == [0, 2, 4]
    assert s.team_first_agent.tolist() == [0, 5, 11, 16, 22]
    assert s.team_service.tolist() == [0, 0, 1, 1]
    assert s.agent_team.tolist() == [0] * 5 + [1] * 6 + [2] * 5 + [3] * 6
    assert s.agent_service.tolist() == [0] * 11 + [1] * 11


@pytest.mark.parametrize(
    ("agents", "services", "team_size", "message"),
    [(10, 11, 9.0, "services = 11"), (10, 0, 9.0, "services = 0"), (10, 2, 1.5, "team_size = 1.5")],
)
def test_sizes_out_of_range_are_refused(agents, services, team_size, message):
    with pytest.raises(ValueError, match=message):
        split_services(agents, services, team_size)
