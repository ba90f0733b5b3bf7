"""The headline study crosses what it says, on enough runs, within its time; its page comes from its plan."""

import re

import pytest

from experiments.configuration import load_scenario
from experiments.options import configs_folder
from experiments.study.first import first_round
from experiments.study.spec import read_plan
from tests.architecture.repository import ROOT, texts

STUDIES = ("sponsorship_depth_cost", "headline_uncertainties", "headline_channels")
SECONDS = {150: 0.012, 600: 0.031, 1850: 0.070}
"""CPU time of one run and its twin on a laptop, by field agents."""
CORES, MINUTES = 2, 30
TWIN_SHARE = 0.45


def plan(name):
    return read_plan(configs_folder() / "study" / f"{name}.yaml")


@pytest.fixture(scope="module")
def headline():
    found = plan(STUDIES[0])
    return found, first_round(found)


def test_it_crosses_every_lever_on_three_sizes_and_two_types(headline):
    found, rnd = headline
    assert [factor.key for factor in found.factors] == [
        "authority", "hierarchy.depth", "mechanisms.signal_loss", "management.stance", "sponsorship.level",
        "cost.agent_days_per_month", "cost.price_factor",
    ]  # fmt: skip
    places = {(base.config.authority.type, base.config.authority.field_agents) for base in found.bases}
    assert places == {(kind, size) for kind in ("commune", "epci") for size in (150, 600, 1850)}
    assert len(set(rnd.points)) == len(rnd.points) == 3240
    assert rnd.runs >= 50_000


def test_its_replicates_go_over_plausible_worlds(headline):
    found, _ = headline
    said = [found.carried(replicate) for replicate in range(found.replicates.fixed)]
    assert len({each["member"] for each in said}) == found.replicates.fixed
    counts = [sum(each["variant"] == name for each in said) for name in {each["variant"] for each in said}]
    assert len(counts) == 4 and max(counts) - min(counts) <= 1


def test_it_fits_in_its_time(headline):
    found, rnd = headline
    costs = 9  # points of one price and effort share their twin
    seconds = 0.0
    for cells in rnd.points:
        size = int(str(cells[0]).rpartition("_")[2])
        seconds += found.replicates.fixed * SECONDS[size] * (1 - TWIN_SHARE * (1 - 1 / costs))
    assert seconds / CORES / 60 < MINUTES


@pytest.mark.parametrize("name", STUDIES)
def test_every_point_of_its_companions_is_a_configuration(name):
    found = plan(name)
    assert first_round(found).points
    assert found.texts["title_fr"] and found.texts["title_en"]


@pytest.mark.parametrize("place", ["epci_150", "epci_600", "epci_1850"])
def test_intercommunalities_have_the_staff_ratio_of_their_type(place):
    authority = load_scenario("transfo", f"authority={place}").authority
    assert 1000 * (authority.field_agents or 0) / authority.inhabitants == pytest.approx(6.5, abs=0.03)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_committed_page_comes_from_these_plans(lang):
    page = texts()[f"docs/headline-study.{lang}.md"]
    for name in STUDIES:
        (row,) = re.findall(rf"^\| \[{name}\].*$", page, re.MULTILINE)
        plan_hash, code_hash, manifest_hash = re.findall(r"`([0-9a-f]{12})`", row)
        assert plan_hash == plan(name).hash[:12]
        assert code_hash != manifest_hash
    assert (ROOT / "docs" / "headline-study.csv").is_file()
