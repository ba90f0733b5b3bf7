"""What is wrong in a plan is refused before anything runs, all faults at once; what has no price is refused."""

from dataclasses import replace

import pytest

from experiments.command import main
from experiments.plans import laying
from experiments.plans.goal import read_goal
from experiments.plans.laying import laid
from experiments.plans.plan_file import NOTHING, plan_paths, read_plan_file
from sim.core.errors import InputError
from sim.scenarios.intervention import find
from tests.plans.made import SMALL, base, plan_file, read_body

PROGRAMME = "programme: {ambassadors: 8, start_month: 6, duration_months: 12}\ncost: {programme_eur: 20000}\n"


def refusal(body, folder, *keys) -> str:
    with pytest.raises(InputError) as refused:
        laid(read_body(folder, body), base(*keys))
    return refused.value.render("fr")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("interventions: [{name: job_descriptions, month: 3}]\nprogrammme: {}\n", "nom le plus proche : programme"),
        ("", "ce plan ne fait rien"),
        ("programme: {enabled: false}\n", "ce plan ne fait rien"),
        ("interventions: {name: job_descriptions}\n", "une liste est attendue"),
        ("programme: [1]\n", "une table clé: valeur est attendue"),
        ("interventions: [{name: jobs_description, month: 3}]\n", "nom le plus proche : job_descriptions"),
        ("interventions: [{name: job_descriptions}]\n", "month"),
        ("interventions: [{name: alternance, month: 3}]\n", "personne ne le décide"),
        ("interventions: [{name: away_with_return, month: 3}]\n", "ce levier ne coûte rien dans ce plan"),
        ("interventions: [{name: job_descriptions, month: 3, strength: 0}]\n", "ce levier ne coûte rien dans ce plan"),
        ("interventions: [{name: second_wave, month: 30}]\n", "une nouvelle vague suit une démarche"),
        (PROGRAMME + "interventions: [{name: second_wave, month: 3}]\n", "une nouvelle vague suit une démarche"),
        ("programme: {ambassadors: 8}\n", "n'a pas de prix"),
        ("programme: {ambassadors: 0}\ncost: {programme_eur: 0}\n", "ne prend ni euros ni jours"),
        ("programme: {ambassadors: 5000}\ncost: {programme_eur: 1}\n", "pas plus de participants que d'agents"),
    ],
)
def test_a_wrong_plan_says_why(body, said, tmp_path):
    assert said in refusal(body, tmp_path)


def test_a_lever_without_a_price_is_refused(tmp_path, monkeypatch):
    free = replace(find("job_descriptions"), prices=())
    monkeypatch.setattr(laying, "find", lambda name: free)
    monkeypatch.setattr("sim.timeline.plan.find", lambda name: free)
    assert "sans prix" in refusal("interventions: [{name: job_descriptions, month: 3}]\n", tmp_path)


def test_every_fault_of_a_plan_is_told_at_once(tmp_path):
    said = refusal("interventions: [{name: alternance, month: 3}, {name: away_with_return, month: 3}]\n", tmp_path)
    assert "2 problèmes" in said
    assert "essai.yaml" in said


def test_a_plan_needs_a_title_and_a_source(tmp_path):
    path = tmp_path / "nu.yaml"
    path.write_text("interventions: [{name: job_descriptions, month: 3}]\n", encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_plan_file(path)
    assert refused.value.render("fr").count("ce texte manque") == 2


def test_no_plan_may_take_the_name_of_doing_nothing(tmp_path):
    path = plan_file(tmp_path, "interventions: [{name: job_descriptions, month: 3}]\n", NOTHING)
    with pytest.raises(InputError, match="celui de ne rien faire"):
        read_plan_file(path)


@pytest.mark.parametrize(
    ("tokens", "said"),
    [
        (["plan=flash_frist"], "flash_first"),
        (["plan=flash_first", "plan=flash_first"], "donné deux fois"),
        (["programme.ambassadors=3"], "s'écrivent dans un plan"),
        (["interventions=[]"], "s'écrivent dans un plan"),
        (["goal=beaucoup"], "ce n'est pas un but"),
        (["goal=bredth>=0.5"], "breadth"),
        (["goal=3", "goal=4"], "donné deux fois"),
        (["authority.inhabitants=-3"], "authority.inhabitants"),
    ],
)
def test_a_wrong_line_is_refused_and_writes_nothing(tokens, said, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["plans", *SMALL, *tokens, "--lang", "fr"]) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_faults_of_the_line_of_the_authority_and_of_the_plan_come_together(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["plans", "authority.inhabitants=-3", "plan=flash_frist", "goal=beaucoup", "--lang", "fr"]) == 2
    said = capsys.readouterr().err
    assert all(part in said for part in ("authority.inhabitants", "flash_first", "ce n'est pas un but"))


@pytest.mark.parametrize("name", plan_paths())
@pytest.mark.parametrize("kind", ["commune", "epci", "departement", "region"])
def test_every_plan_of_the_product_fits_every_kind_of_authority(name, kind):
    authority = base(f"authority.type={kind}", "authority.field_agents=600", "authority.inhabitants=200000")
    assert laid(read_plan_file(plan_paths()[name]), authority).scenario == name


@pytest.mark.parametrize(
    ("text", "spelt"),
    [("120", "lasting>=120"), ("services >= 6", "services>=6"), ("cynicism_involved<=0.02", "cynicism_involved<=0.02"),
     ("diffusion", "diffusion")],
)  # fmt: skip
def test_a_goal_is_read_as_it_is_said(text, spelt):
    assert read_goal(text).text == spelt
