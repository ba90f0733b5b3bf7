"""What `analyse` writes: JSON without gaps, tables for machines and for readers, words in both languages."""

import json

import pandas as pd
import pytest

from experiments.analysis.analysing import write
from experiments.analysis.findings import Findings, find
from experiments.analysis.material import material_of
from experiments.analysis.words import bound_name, box_sentences, key_name, often, outcome_name, survival_sentences
from experiments.command import main
from experiments.language import Words
from tests.analysis import studies

FR, EN = Words("fr"), Words("en")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = studies.grid(replicates=24, price=(1.0, 2.0))
    material = material_of(made)
    target = tmp_path_factory.mktemp("analysis")
    write(material, find(material), made.monthly, target, "fr", made.manifest)
    return target


def test_every_table_is_a_csv_file_and_a_part_of_the_json(folder):
    told = json.loads((folder / "analysis.json").read_text(encoding="utf-8"))
    assert told["runs"] == 24 * 48 and told["points"] == 48 and told["level"] == 0.95
    for name in Findings.names():
        table = pd.read_csv(folder / f"{name}.csv")
        assert name == "surface" or len(table) == len(told["findings"][name])
    assert told["findings"]["shares"] and told["findings"]["islets"]
    assert len(told["sentences"]["fr"]) == len(told["sentences"]["en"]) > 2


@pytest.mark.parametrize(
    ("lang", "words"),
    [("fr", "- portage ≥ 0,6\u00a0: diffusion 8 fois sur 10"), ("en", "- sponsorship ≥ 0.6: diffusion in 8 of 10")],
)
def test_the_page_says_the_box_in_plain_words(folder, lang, words):
    page = (folder / f"analysis.{lang}.md").read_text(encoding="utf-8")
    assert words in page and "{" not in page and "nan" not in page
    lines = [line for line in page.splitlines() if line.startswith("|")]
    assert lines and all(line.endswith("|") for line in lines)


def test_figures_are_there(folder):
    names = {path.name for path in (folder / "figures").iterdir()}
    assert {"phase.svg", "phase.png", "fan.svg", "effects.png", "uncertainties.svg"} <= names


@pytest.mark.parametrize(
    ("key", "low", "high", "among", "fr", "en"),
    [
        ("sponsorship.level", 0.6, None, None, "portage ≥ 0,6", "sponsorship ≥ 0.6"),
        ("sponsorship.level", float("nan"), 0.4, None, "portage ≤ 0,4", "sponsorship ≤ 0.4"),
        ("sponsorship.level", 0.2, 0.4, None, "0,2 ≤ portage ≤ 0,4", "0.2 ≤ sponsorship ≤ 0.4"),
        ("hierarchy.depth", None, 3.0, None, "au plus 3 niveaux", "at most 3 levels"),
        ("hierarchy.depth", 4.0, None, None, "au moins 4 niveaux", "at least 4 levels"),
        ("hierarchy.depth", 2.0, 3.0, None, "de 2 à 3 niveaux", "2 to 3 levels"),
        ("authority.type", None, None, "commune, epci", "type de collectivité : commune, epci",
         "type of authority: commune, epci"),
    ],
)  # fmt: skip
def test_bounds_read_as_one_would_say_them(key, low, high, among, fr, en):
    assert bound_name(key, low, high, among, FR) == fr
    assert bound_name(key, low, high, among, EN) == en


def test_shares_read_as_times_of_ten_or_of_a_hundred():
    assert often(0.89, EN) == "9 of 10" and often(0.89, FR) == "9 fois sur 10"
    assert often(1.0, EN) == "10 of 10" and often(0.97, EN) == "97 of 100" and often(0.02, EN) == "2 of 100"


def test_every_key_has_a_name_and_every_outcome_a_short_one():
    assert key_name("noise", EN) == "key without effect" and key_name("no.such.key", EN) == "no.such.key"
    assert key_name("relay.drop", EN) and len(key_name("evidence.visibility", EN)) <= 60
    assert outcome_name("net_practice", EN) == "net practice" and outcome_name("diffusion", FR) == "diffusion"


def test_a_box_counted_where_it_was_found_says_so_and_the_next_ones_are_elsewhere():
    bounds = pd.DataFrame(
        [("diffusion", 0, "sponsorship.level", 0.6, None, None, 0.9, 0.8, 0.95, 50, 0.7, 0.2, 0.01, False),
         ("diffusion", 2, "hierarchy.depth", None, 3.0, None, 0.7, 0.5, 0.8, 50, 0.2, 0.2, 0.01, False)],
        columns=["verdict", "box", "key", "low", "high", "among", "value", "interval_low", "interval_high", "n",
                 "coverage", "support", "p", "apart"],
    )  # fmt: skip
    first, second = box_sentences(bounds, EN)
    assert first.startswith("sponsorship ≥ 0.6: diffusion in 9 of 10 (80 to 95 of 100; 70%")
    assert "counted on the runs that served" in first and second.startswith("Elsewhere, at most 3 levels")


def test_what_does_not_survive_says_under_which_structure():
    rows = pd.DataFrame(
        [("sponsorship.level", 0.2, 0.9, "diffusion", "complex_count", 0.5, 0.4, 0.6, "holds", False),
         ("sponsorship.level", 0.2, 0.9, "diffusion", "simple_count", -0.5, -0.6, -0.4, "reversed", False)],
        columns=["lever", "start", "end", "outcome", "variant", "value", "low", "high", "status", "survives"],
    )  # fmt: skip
    (told,) = survival_sentences(rows, EN)
    assert "does not hold everywhere: simple, in number (turns round)" in told or "turns round" in told


def test_a_folder_that_holds_no_study_is_refused(tmp_path, capsys):
    assert main(["analyse", str(tmp_path), "--lang", "en", "--out", str(tmp_path / "out")]) == 2
    assert not (tmp_path / "out").exists() and str(tmp_path) in capsys.readouterr().err
