"""A chart person by person as French tools export it: read whole, or refused with every line that is wrong."""

import random
from datetime import date

import pytest

from experiments.authority.describing import from_file
from experiments.authority.files import files_of
from sim.build import build
from sim.config import resolved, validate
from sim.core.draws import make_key
from sim.core.errors import InputError
from tests.authority.books import chart_1850

TODAY = date(2026, 11, 23)
NAME = "organigramme.csv"


def described(text, coding="utf-8-sig"):
    return from_file(NAME, text.encode(coding), TODAY)


def faults(text):
    with pytest.raises(InputError) as refusal:
        described(text)
    return {problem.key: problem.render("fr").replace("’", "'") for problem in refusal.value.problems}


def small(*lines):
    return "id;supérieur;service\n" + "\n".join(lines)


SMALL = ["dgs;;", "chef1;dgs;Voirie", "chef2;dgs;Culture", *[f"a{n};chef1;Voirie" for n in range(15)],
         *[f"b{n};chef2;Culture" for n in range(12)]]  # fmt: skip


@pytest.mark.parametrize("coding", ["utf-8-sig", "utf-8", "cp1252", "utf-16"])
def test_a_chart_of_1850_lines_with_french_habits(coding):
    found = described(chart_1850(), coding)
    config = resolved(validate(found.scenario))
    assert config.authority.field_agents == 1850 - 1 - 5 - 24 - 180
    assert len(config.chart.posts) == 210 and len(config.chart.services) == 24
    assert config.hierarchy.depth == 4
    words = " ".join(text.fr for text in found.said).replace("’", "'")
    for word in ("Nom, Prénom, Fonction", "lignes vides", "aucun nom n'a été lu", "prennent celui de leur supérieur"):
        assert word in words
    if coding == "cp1252":
        assert "Windows" in words


def test_the_world_built_from_it_has_its_teams_and_posts():
    config = resolved(validate(described(chart_1850()).scenario))
    world = build(config, make_key(1)).world
    assert world.managers.parent.size == 210
    assert world.teams.size.size == 180
    assert world.field_agents.team.size == 1640
    assert set(world.teams.chain_length.tolist()) == {4}


def test_neither_names_nor_identifiers_remain():
    written = "".join(files_of(described(chart_1850())).values())
    assert not any(word in written for word in ("NOM1", "Prénom1", "A00001", "A01849", "agent;"))


def test_the_order_of_lines_does_not_show_in_the_ranks():
    lines = chart_1850().splitlines()
    shuffled = [lines[0], *random.Random(1).sample(lines[1:], len(lines) - 1)]
    here, there = (described("\n".join(each)).scenario["chart"] for each in (lines, shuffled))
    assert len(here["posts"]) == len(there["posts"])
    assert sorted(team["field_agents"] for team in here["teams"]) == sorted(t["field_agents"] for t in there["teams"])
    assert here == described("\n".join(lines)).scenario["chart"]


def test_every_defect_of_a_chart_is_said_at_once_with_its_line():
    found = faults(chart_1850(defects=True))
    text = "\n".join(found.values())
    for words in ("déjà ligne 300", "n'est l'identifiant d'aucune ligne", "n'a pas de supérieur"):
        assert words in text
    assert all("ligne" in said for said in found.values())


@pytest.mark.parametrize(
    ("lines", "place", "words"),
    [
        ([*SMALL, "a1;chef1;Voirie"], "A32", "déjà ligne 6"),
        ([*SMALL, "A1;chef1;Voirie"], "A32", "déjà ligne 6"),
        ([*SMALL, "z;chef3;Voirie"], "B32", "aucune ligne"),
        ([*SMALL, "z;;Voirie"], "B32", "la ligne 2 n'en a pas non plus"),
        ([*SMALL, "z;z;Voirie"], "B32", "son propre supérieur"),
        ([*SMALL, ";chef1;Voirie"], "A32", "identifiant manquant"),
        ([*SMALL, "=A2;chef1;Voirie"], "A32", "formule"),
        ([*SMALL, "x;y;Voirie", "y;x;Voirie"], "B32", "32, 33"),
        (["dgs;chef1;", *SMALL[1:]], "", "celle du DGS doit laisser le sien vide"),
        ([*SMALL, "z;dgs;"], "C32", "aucun service"),
        ([*SMALL, *[f"n{i};{f'n{i - 1}' if i else 'chef1'};Voirie" for i in range(8)]], "B38", "jusqu'à 7"),
    ],
)
def test_a_wrong_line_is_refused_with_its_place(lines, place, words):
    found = faults(small(*lines))
    key = f"{NAME}!{place}" if place else NAME
    assert words in found[key], found


def test_lines_without_a_service_take_that_of_their_superior():
    found = described(small(*SMALL, "z;chef2;"))
    assert [service["field_agents"] for service in found.scenario["chart"]["services"]] == [15, 13]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_any_usual_separator(separator):
    text = small(*SMALL).replace(";", separator)
    assert described(text, "utf-8").scenario["hierarchy"]["depth"] == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x00\x01\x02", "tableau en texte"),
        (b'id;sup\xc3\xa9rieur;service\n"a;;x\n', "guillemet"),
        (b"a,b\n1,2\n", "aucune feuille"),
        (b"", "aucune feuille"),
        (b"id;superieur;service\n" + b"x;;y\n" * 25_001, "trop grand"),
    ],
)
def test_what_is_no_table_is_refused(content, words):
    with pytest.raises(InputError, match=words):
        from_file(NAME, content, TODAY)


def test_a_circle_of_thousands_is_found_at_once():
    lines = [f"p{n};p{(n + 1) % 20_000};Voirie" for n in range(20_000)]
    found = faults(small("dgs;;", *lines))
    assert any("en rond" in words for words in found.values())


def test_a_chart_of_nine_thousand_lines_composes_from_its_file(tmp_path):
    from experiments.authority.files import write
    from experiments.configuration import load_scenario

    lines = ["dgs;;", *[f"d{n};dgs;S{n}" for n in range(40)], *[f"c{n};d{n % 40};S{n % 40}" for n in range(1_000)]]
    lines += [f"a{n};c{n % 1_000};S{n % 40}" for n in range(9_000)]
    write(files_of(described(small(*lines))), tmp_path)
    config = load_scenario(tmp_path / "mon-organisation.yaml")
    assert len(config.chart.posts) == 1_041 and sum(team.field_agents for team in config.chart.teams) == 9_000


def test_circles_are_said_together_with_all_else_that_is_wrong():
    lines = ["dgs;;", "x;y;Voirie", "y;x;Voirie", "a;nobody;Voirie", "a;dgs;Voirie", "z;z;Voirie"]
    found = faults(small(*lines))
    assert [key.split("!")[1] for key in found] == ["A6", "B5", "B7", "B3"]
    assert "se commandent en rond\u202f: 3, 4" in found[f"{NAME}!B3"]
