"""`list` and `explain`: everything that exists has a line and a page, in both languages."""

import pytest

from experiments.explain import explain, source
from experiments.language import LANGUAGES, Words
from experiments.listing import Entry, as_text, listing
from experiments.options import configs_folder, offered
from sim.config import groups, intervention_names, iter_parameters
from sim.core.errors import InputError
from sim.outcomes.catalogue import catalogue

KEYS = [key for key, _ in iter_parameters()]
SCENARIOS = list(offered("scenario", [configs_folder()]))

both = pytest.mark.parametrize("lang", LANGUAGES)


@both
def test_every_key_and_group_has_a_page(lang):
    for name in (*KEYS, *groups()):
        page = explain(name, lang)
        assert name in page and all(line.strip() for line in page.replace("\n\n", "\n").splitlines())


@both
@pytest.mark.parametrize("name", SCENARIOS)
def test_every_scenario_has_a_page(name, lang):
    page = explain(name, lang)
    assert name in page and "2019" in page


@both
def test_every_outcome_has_a_page(lang):
    for spec in catalogue():
        page = explain(spec.name, lang)
        assert (spec.en if lang == "en" else spec.fr) in page


@both
def test_every_intervention_has_a_page(lang):
    for name in intervention_names():
        assert name in explain(name, lang)


def test_a_key_says_all_that_is_declared():
    assert explain("hierarchy.signal_retention", "en").splitlines() == [
        "hierarchy.signal_retention: Share of the sponsor's signal that passes a level held by an unfavourable "
        "manager; 1 removes the loss.",
        "  kind         number",
        "  unit         share",
        "  default      0.74",
        "  allowed      a number between 0 and 1",
        "  plausible    0.4 to 0.95",
        "  symbol       kappa_S",
        "  calibration  may be fitted",
        "  source       literature: control loss (Williamson 1967; Nichols 1962)",
        "  acts on      organisation chart, relay, sponsor's signal, ties across services",
    ]
    french = explain("hierarchy.signal_retention", "fr")
    assert "0,4 à 0,95" in french and "littérature : perte de contrôle" in french


def test_a_key_that_follows_from_others_says_so():
    assert "calculé à partir d'autres clés" in explain("authority.services", "fr")


def test_a_scenario_says_what_differs_from_the_reference():
    page = explain("transfo_deep", "fr")
    assert "hierarchy.depth = 6   (référence : 4)" in page
    assert "sponsorship.level = 0,9   (référence : 0,65)" in page
    assert "adoption" not in page
    assert "does not differ" in explain("reference", "en")
    assert "ce n'est pas une prévision" in explain("grenoble_ejm", "fr")


def test_a_name_that_is_two_things_has_two_pages():
    assert explain("lab", "fr").startswith("lab : Le labo")
    both_pages = explain("scenario", "fr")
    assert "scenario : Nom du scénario." in both_pages


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("depth", "hierarchy.depth"),
        ("sponsorship.levl", "sponsorship.level"),
        ("trnsfo", "transfo"),
        ("bredth", "breadth"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(name, nearest):
    with pytest.raises(InputError) as caught:
        explain(name)
    (problem,) = caught.value.problems
    assert (problem.key, problem.nearest) == (name, nearest)


@pytest.mark.parametrize("name", ["", "qqqqqq", "\x1b[31m", "../configs"])
def test_a_name_like_nothing_is_refused(name):
    with pytest.raises(InputError):
        explain(name)


def test_sources_are_said_in_the_language():
    assert source("study: I.B.2.b", Words("fr")) == "étude : I.B.2.b"
    assert source("assumption, after the study: III.D", Words("fr")) == "hypothèse, d'après l'étude : III.D"
    assert source("study: I.B.2.b", Words("en")) == "study: I.B.2.b"
    assert source("Newman 2003", Words("fr")) == "Newman 2003"


# ---- lists


@both
def test_lists_hold_what_there_is(lang):
    assert [entry.name for entry in listing("scenarios", lang)] == SCENARIOS
    assert [entry.name for entry in listing("interventions", lang)] == list(intervention_names())
    assert [entry.name for entry in listing("levers", lang)] == [key for key, p in iter_parameters() if p.lever]
    assert [entry.name for entry in listing("outcomes", lang)] == [spec.name for spec in catalogue()]
    assert [entry.name for entry in listing("studies", lang)] == list(offered("study", [configs_folder()]))


@both
@pytest.mark.parametrize("kind", ["scenarios", "interventions", "levers", "outcomes", "studies"])
def test_every_line_has_a_sentence_and_a_source(kind, lang):
    for entry in listing(kind, lang):
        assert len(entry.text) > 5 and entry.source


def test_the_levers_of_the_contract_are_listed():
    names = {entry.name for entry in listing("levers", "fr")}
    assert names >= {
        "authority.inhabitants",
        "sponsorship.level",
        "sponsorship.involvement",
        "sponsorship.departure_month",
        "sponsorship.succession",
        "sponsorship.administration",
        "management.stance",
        "management.stance_spread",
        "hierarchy.depth",
        "hierarchy.transversality",
        "cost.programme_eur",
        "cost.price_factor",
        "cost.cofunding_share",
        "cost.agent_days_per_month",
        "programme.ambassadors",
        "programme.start_month",
        "programme.duration_months",
    }


def test_a_lever_says_its_range_unit_and_default():
    (entry,) = (entry for entry in listing("levers", "fr") if entry.name == "cost.programme_eur")
    assert entry.details == "0 à 100\u202f000\u202f000, euros, par défaut 165\u202f000"


def test_entries_as_lines():
    entries = [Entry("a", "Un.", "0 à 1", ""), Entry("bcd", "Deux.", "", "")]
    assert as_text(entries, "fr") == "a    Un. (0 à 1)\nbcd  Deux."
    assert as_text([], "fr") == "aucun élément"


def test_an_unknown_kind_is_refused():
    with pytest.raises(InputError, match="scenarios"):
        listing("scenario")
