"""What `list interventions` and `explain` say of interventions: families, first-year prices, keys, reach."""

import pytest

from experiments.explain import explain
from experiments.interventions import EVENTS, FAMILIES, LEVERS, MORE, TEMPLATES, family, first_year, print_interventions
from experiments.page import Page
from sim.scenarios.intervention import find, names

both = pytest.mark.parametrize("lang", ["fr", "en"])


def test_every_intervention_belongs_to_one_family():
    found = {name: family(find(name)) for name in names()}
    assert set(found.values()) == set(FAMILIES)
    counts = {kind: list(found.values()).count(kind) for kind in (LEVERS, MORE, TEMPLATES)}
    assert counts == {LEVERS: 26, MORE: 3, TEMPLATES: 8}
    assert found["merger"] == EVENTS and found["co_training"] == LEVERS


def test_first_year_at_the_size_of_the_reference_authority():
    """Known answers: 40 days and one a month, 10 hours; half a day a month for 1 850 agents; two posts."""
    assert first_year(find("administration_project")) == (0.0, 52.0, 10.0)
    assert first_year(find("creative_time")) == pytest.approx((0.0, 12 * 0.5 * 1850, 0.0))
    assert first_year(find("peer_workers")) == (75_000.0, 24.0, 0.0)


@both
def test_the_list_names_every_intervention_once_with_who_decides(lang, capsys):
    print_interventions(Page(), lang)
    printed = capsys.readouterr().out
    separator = " : " if lang == "fr" else ": "
    for name in names():
        assert sum(line.startswith(name + separator) for line in printed.splitlines()) == 1, name
    assert printed.count("DGS") > 10


def test_a_lever_says_its_keys_prices_step_and_reach():
    page = explain("administration_project", "fr")
    for part in ("formal.project : 0 → 1", "R1", "40 j de travail une fois", "10 h d'élu", "6 mois", "CST",
                 "faire passer une remontée : +0,6", "fermeture du labo : −1", "hypothèse"):  # fmt: skip
        assert part in page, part
    assert "workload.unions_relief" in explain("unions", "en") and "no effect" in explain("unions", "en")
    assert "Ivry" in explain("idea_call", "fr")


@both
def test_an_event_has_no_reach_line(lang):
    heading = {"fr": "portée directe", "en": "direct reach"}[lang]
    assert heading not in explain("merger", lang)
    assert heading in explain("job_descriptions", lang)
