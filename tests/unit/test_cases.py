"""The cases of the study as scenarios: inputs, words, what they serve for; and two invented authorities."""

import unicodedata
from typing import Any

import pytest

from experiments.cases import is_changed, kind_of, notes
from experiments.configuration import load_scenario
from experiments.explain import explain
from experiments.language import LANGUAGES, Words
from experiments.listing import listing
from experiments.options import configs_folder, offered
from experiments.plan import Plan, Scenario
from experiments.work import readme
from sim.config import Config, flat, parameter_of, resolved
from tests.scenarios import kept_for_validation, uses

SCENARIOS = list(offered("scenario", [configs_folder()]))
CODED = {
    "S": "sponsorship.level",
    "S_t": "sponsorship.thematic",
    "S_q": "sponsorship.district",
    "J": "sponsorship.involvement",
    "C": "sponsorship.command",
    "A": "sponsorship.administration",
    "D": "hierarchy.depth",
    "z_x": "hierarchy.transversality",
    "F_project": "formal.project",
    "F_job": "formal.job",
}
ROWS = """
name                    use         S     S_t   S_q   J     C    A     D  z_x  F_project F_job kind        people months
transfo                 calibration 0.65  0.65  0.35  0.3   0.2  0.5   4  1.5  0         0.1   ambassadors 20     16
cahors_carte_blanche    validation  0.6   0.6   0.4   0.4   0.1  0.8   4  5    0.3       0.3   sprint      50     10
grenoble_ejm            calibration 0.9   0.9   0.6   0.8   0.6  0.35  4  1    0.3       0.5   field_team  8      -
voironnais_barometre    validation  0.15  0.5   0.1   0.05  0.1  0.95  3  1    0.6       0.9   instrument  0      -
strasbourg_pnu          calibration 0.6   0.9   0.3   0.6   0.5  0.4   5  1.5  0.5       0     territorial 24     24
mulhouse                validation  0.85  0.85  0.5   0.4   0.2  0.7   4  2    0.1       0.1   ambassadors 20     16
bourgogne_franche_comte calibration 0.15  0.5   0.2   0     0.2  0.7   5  1.5  0         0     ambassadors 20     16
champagne_ardenne       calibration 0.6   0.6   0.4   0.3   0.2  0.6   5  1.5  0         0     ambassadors 13     31
languedoc_roussillon    validation  0.6   0.6   0.4   0.3   0.2  0.6   5  1.5  0         0     ambassadors 20     16
occitanie               validation  0.9   0.9   0.5   0.1   0.2  0.6   6  1.5  0.1       0.1   ambassadors 20     16
paris                   validation  0.8   0.8   0.5   0.8   0.2  0.6   6  1.5  0.1       0.1   ambassadors 20     16
gare_remix              validation  0.9   0.9   0.5   0.5   0.2  0.7   6  1    0         0     ambassadors 20     12
caravane_des_droits     calibration 0.9   0.9   0.6   0.8   0.6  0.8   4  1    0.3       0.5   ambassadors 8      9
idea_call               prediction  0.7   0.7   0.5   0.4   0.2  0.8   4  1.5  0.5       0.1   idea_call   0      12
"""
"""Inputs as coded from the study and its case sheets; z_x, ties across services, is five times the transversality."""
HEADER, *LINES = (line.split() for line in ROWS.strip().splitlines())
CODINGS = [dict(zip(HEADER, line, strict=True)) for line in LINES]
CASES = [coding["name"] for coding in CODINGS if coding["use"] != "prediction"]
FICTITIOUS = ["fictional_commune", "fictional_epci"]
REAL_NAMES = """
    Paris Marseille Lyon Toulouse Nice Nantes Montpellier Strasbourg Bordeaux Lille Rennes Reims Toulon Grenoble Dijon
    Angers Nîmes Villeurbanne Brest Limoges Amiens Tours Perpignan Metz Besançon Orléans Rouen Mulhouse Caen Nancy
    Argenteuil Montreuil Roubaix Tourcoing Nanterre Avignon Poitiers Versailles Colombes Courbevoie Pau Cahors Voiron
    Villeneuve Villeneuve-sur-Lot Villeneuve-d'Ascq Villeneuve-la-Garenne Villeneuve-Saint-Georges Villeneuve-Loubet
    Villeneuve-l'Archevêque Villeneuve-lès-Avignon Villeneuve-le-Roi Ivry-sur-Seine Palaiseau Vicq-Exemplet Tarbes Agen
    Trois-Rivières Trois-Épis Trois-Vèvres Champagne-Ardenne Occitanie Bourgogne-Franche-Comté Languedoc-Roussillon
    Sarthe Lot Bas-Rhin
"""
INVENTED_WORDS = ("hypothese", "fictions")
"""A word of the name that no commune of France bears (checked once in a public list of the communes of 2012)."""

both = pytest.mark.parametrize("lang", LANGUAGES)


def settled(name: str) -> Config:
    return resolved(load_scenario(name))


def plain(text: str) -> str:
    """Small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))


@pytest.mark.parametrize("coding", CODINGS, ids=[coding["name"] for coding in CODINGS])
def test_the_inputs_of_a_case_are_those_coded_from_the_study(coding):
    config = settled(coding["name"])
    values = flat(config)
    found = {symbol: values[key] * (5 if symbol == "z_x" else 1) for symbol, key in CODED.items()}
    assert found == {symbol: pytest.approx(float(coding[symbol])) for symbol in CODED}
    assert (config.programme.kind, config.programme.ambassadors) == (coding["kind"], int(coding["people"]))
    assert config.programme.permanent == (coding["months"] == "-")
    assert config.programme.permanent or config.programme.duration_months == int(coding["months"])
    assert config.use == coding["use"]


NO_LAB = {"lab.window_before": 0, "lab.window_after": 0}
PARTICULARS: list[tuple[str, dict[str, Any]]] = [
    ("cahors_carte_blanche", {"programme.effective_depth": 2, "cost.programme_eur": 0, "calendar.start": "2016-12"}),
    ("grenoble_ejm", {"programme.peer_workers": 1, "programme.recruitment": "directed", "calendar.start": "2017-04"}),
    (
        "voironnais_barometre",
        {
            "authority.type": "epci", "authority.inhabitants": 98_000, "authority.districts": 31,
            "cost.instrument_build_eur": 6_000, "cost.instrument_wave_eur": 3_500, "programme.instrument": True,
        },
    ),
    (
        "strasbourg_pnu",
        {"programme.lead": True, "programme.direct_voice": 1, "calendar.start": "2009-01",
         "calendar.next_election": "2014-03"},
    ),
    ("mulhouse", {"sponsorship.departure_month": 27, "sponsorship.succession": "same_majority"}),
    ("bourgogne_franche_comte", {"authority.type": "region"}),
    (
        "champagne_ardenne",
        {"sponsorship.departure_month": 63, "sponsorship.succession": "merger", "sponsorship.merger_alpha": 1.5,
         "sponsorship.merger_beta": 4},
    ),
    (
        "languedoc_roussillon",
        {"sponsorship.departure_month": 48, "sponsorship.succession": "merger", "sponsorship.merger_alpha": 6,
         "sponsorship.merger_beta": 2},
    ),
    ("occitanie", {"authority.type": "region", "sponsorship.debate": 0.5}),
    ("gare_remix", {"programme.training": 0, "authority.type": "epci", **NO_LAB}),
    ("caravane_des_droits", {"cost.programme_eur": 0, **NO_LAB}),
    ("idea_call", {"voice.quick_share": 0.7, "programme.idea_factor": 3, **NO_LAB}),
    ("fictional_commune", {"authority.inhabitants": 9_000, "authority.type": "commune", "authority.field_agents": 180}),
    ("fictional_epci", {"authority.inhabitants": 98_000, "authority.type": "epci", "authority.field_agents": 637}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "expected"), PARTICULARS, ids=[name for name, _ in PARTICULARS])
def test_what_a_case_alone_has(name, expected):
    values = flat(settled(name))
    assert {key: values[key] for key in expected} == expected


@pytest.mark.parametrize("name", [name for name in CASES if name != "voironnais_barometre"])
def test_a_case_whose_size_the_study_leaves_out_has_the_reference_size(name):
    assert settled(name).authority.field_agents == 1_850


def test_the_merging_regions_merge_in_the_same_month_after_programmes_that_end_in_the_same_month():
    for name, may_2014, january_2016 in (("champagne_ardenne", 43, 63), ("languedoc_roussillon", 28, 48)):
        config = settled(name)
        assert config.programme.start_month + config.programme.duration_months == may_2014
        assert config.sponsorship.departure_month == january_2016


def test_a_barometer_reaches_a_service_in_about_six_months():
    c = settled("voironnais_barometre")
    monthly = c.instrument.rollout * c.sponsorship.administration * (0.5 + 0.5 * c.formal.project)
    assert 1 / monthly == pytest.approx(6.0, abs=0.05)


@pytest.mark.parametrize("name", ["strasbourg_pnu", "cahors_carte_blanche"])
def test_answers_with_reasons_last_as_long_as_the_programme(name):
    config = settled(name)
    (planned,) = config.interventions
    assert planned.name == "answers_with_reasons"
    assert planned.until == config.programme.start_month + config.programme.duration_months


def test_the_five_cases_and_the_small_ones_are_retrospective_and_nothing_else_is():
    assert [name for name in SCENARIOS if settled(name).retrospective] == sorted(CASES)
    assert all(settled(name).programme.launch == "given" for name in CASES if settled(name).authority.name)
    assert set(kept_for_validation()) == {coding["name"] for coding in CODINGS if coding["use"] == "validation"}


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_scenario_says_who_coded_it_and_what_is_assumed(name):
    config = settled(name)
    assert uses()[name] == config.use
    assert "2019" in config.source and config.source == " ".join(config.source.split())
    if config.retrospective:
        assert "par une seule personne" in config.coding_fr and "by one person" in config.coding_en
        assert "Étude :" in config.coding_fr or "sources publiques" in config.coding_fr
    if name in CASES or config.use in ("prediction", "teaching"):
        assert "ypothèse" in config.coding_fr and "ssumption" in config.coding_en
        assert "study" in config.coding_en.lower() or "public sources" in config.coding_en


@pytest.mark.parametrize("name", SCENARIOS)
def test_values_of_a_scenario_lie_in_their_ranges(name):
    values = flat(settled(name))
    for key, value in values.items():
        p = parameter_of(key)
        if p is not None and p.valid and value is not None:
            assert p.valid[0] <= value <= p.valid[1], key


@pytest.mark.parametrize("coding", CODINGS, ids=[coding["name"] for coding in CODINGS])
def test_numbers_of_the_coding_are_said_in_both_languages(coding):
    config = settled(coding["name"])
    said = {"fr": config.coding_fr, "en": config.coding_en}
    for key in ("sponsorship.level", "sponsorship.involvement", "sponsorship.administration"):
        value = f"{flat(config)[key]:g}"
        assert value in said["en"], key
        assert value.replace(".", ",") in said["fr"], key


# ---- shown


@both
def test_the_list_shows_title_kind_and_use(lang):
    lines = {entry.name: entry for entry in listing("scenarios", lang)}
    case, invented, variant = (lines[name].details for name in ("mulhouse", "fictional_epci", "transfo_deep"))
    if lang == "fr":
        assert (case, invented) == ("cas rétrospectif, validation", "collectivité fictive, enseignement")
        assert variant == "variante, référence"
    else:
        assert (case, invented) == ("retrospective case, validation", "fictitious authority, teaching")
        assert variant == "variant, reference"
    for name, entry in lines.items():
        assert entry.text == getattr(settled(name), f"title_{lang}")


@both
@pytest.mark.parametrize("name", SCENARIOS)
def test_the_page_of_a_scenario_shows_kind_use_source_and_coding(name, lang):
    config, page, say = settled(name), explain(name, lang), Words(lang)
    assert say(f"case.is.{kind_of(dict(config))}") in page
    assert say(f"case.serves.{config.use}") in page
    assert config.source in page and getattr(config, f"coding_{lang}") in page


def test_planned_interventions_read_as_such():
    said = "interventions = answers_with_reasons (month: 10, strength: 0,7, until: 36)"
    assert said in explain("strasbourg_pnu", "fr")


def scenario(name: str, *overrides: str) -> Scenario:
    return Scenario(name, resolved(load_scenario(name, *overrides)))


def test_the_head_of_a_result_says_what_is_a_retrospective_case():
    say = Words("fr")
    (one,) = notes([scenario("mulhouse")], say)
    assert one.startswith("Cas rétrospectif") and "pas une prévision" in one
    (several,) = notes([scenario("transfo_deep"), scenario("paris"), scenario("mulhouse", "hierarchy.depth=2")], say)
    assert several.endswith("paris, mulhouse (valeurs changées).")
    assert notes([scenario("transfo_deep")], say) == []


def test_a_case_with_other_values_is_that_case_no_longer():
    assert not is_changed(load_scenario("mulhouse", "replicates=3", "seed=9"))
    assert is_changed(load_scenario("mulhouse", "sponsorship.level=0.5"))
    (said,) = notes([scenario("mulhouse", "sponsorship.level=0.5")], Words("en"))
    assert "no longer" in said


def test_the_page_of_a_folder_of_results_says_it_too():
    plan = Plan("compare", "x", (scenario("paris"), scenario("transfo_deep")), 1, 2)
    assert "Paris : une Transfo avec les élus (cas rétrospectif)" in readme(plan)
    assert "(retrospective case)" in readme(plan)


# ---- invented authorities


@pytest.mark.parametrize("name", FICTITIOUS)
def test_an_invented_authority_bears_no_real_name(name):
    config = settled(name)
    shown = config.authority.name
    assert shown not in REAL_NAMES.split()
    assert any(word in plain(shown) for word in INVENTED_WORDS)
    assert not any(word in plain(REAL_NAMES) for word in INVENTED_WORDS)
    assert shown in config.title_fr and shown in config.title_en
    assert "fictive" in config.description_fr and "fictitious" in config.description_en
    assert kind_of(dict(config)) == "fictitious" and config.programme.launch == "test"


@pytest.mark.parametrize("name", FICTITIOUS)
def test_an_invented_authority_can_meet_its_next_election(name):
    config = settled(name)
    assert config.calendar.next_election == "2032-03"
    assert config.observe_months == (52, 70, 88)
