"""Wrong and hostile overrides: each is refused with its key and a word that helps, and no code is run."""

from pathlib import Path

import pytest

from experiments.configuration import compose, load_scenario
from tests.contract.refusals import refused, short


def test_every_fault_is_listed_at_once():
    error = refused(
        compose,
        ["sponsorship.level=2", "hierachy.depth=3", "management.stance=-1", "scenario=tranfo", "voice.quick_share=0.9"],
    )
    assert {problem.key for problem in error.problems} == {
        "sponsorship.level",
        "hierachy.depth",
        "management.stance",
        "scenario",
        "voice.quick_share, voice.middle_share",
    }
    assert "5" in error.render("fr").splitlines()[0]


OVERRIDES = [
    # override, key, and a word that the message must hold
    ("sponsorship.level=1.4", "sponsorship.level", "1.4"),
    ("sponsorship.level=-0.1", "sponsorship.level", "0 et 1"),
    ("sponsorship.level=nan", "sponsorship.level", "nan"),
    ("sponsorship.level=inf", "sponsorship.level", "inf"),
    ("sponsorship.level=-inf", "sponsorship.level", "inf"),
    ("sponsorship.level=high", "sponsorship.level", "high"),
    ("sponsorship.level=true", "sponsorship.level", "true"),
    ("sponsorship.level=null", "sponsorship.level", "null"),
    ("sponsorship.level=", "sponsorship.level", "0 et 1"),
    ("sponsorship.level='0.5'", "sponsorship.level", '"0.5"'),
    ("sponsorship.level=[0.5]", "sponsorship.level", "0.5"),
    ("sponsorship.level=0,5", "sponsorship.level", "archipel study"),
    ("sponsorship.levl=0.5", "sponsorship.levl", "sponsorship.level"),
    ("sponsorhip.level=0.5", "sponsorhip.level", "sponsorship.level"),
    ("sponsorship.stance=0.5", "sponsorship.stance", "management.stance"),
    ("level=0.5", "level", "sponsorship.level"),
    ("+sponsorship.levl=0.5", "sponsorship.levl", "sponsorship.level"),
    ("++nothing.at.all=1", "nothing.at.all", "clé inconnue"),
    ("hierarchy.depth=8", "hierarchy.depth", "1 et 7"),
    ("hierarchy.depth=0", "hierarchy.depth", "1 et 7"),
    ("hierarchy.depth=3.5", "hierarchy.depth", "3.5"),
    ("hierarchy.depth=012", "hierarchy.depth", "012"),
    ("hierarchy.depth=0x3", "hierarchy.depth", "0x3"),
    ("hierarchy.depth=22:30", "hierarchy.depth", "22:30"),
    ("hierarchy.depth=range(1,4)", "hierarchy.depth", "archipel study"),
    ("hierarchy.depth=choice(1,2)", "hierarchy.depth", "archipel study"),
    ("hierarchy.depth=glob(*)", "hierarchy.depth", "archipel study"),
    ("hierarchy.depth=interval(1,4)", "hierarchy.depth", "archipel study"),
    ("hierarchy.depth=shuffle([1,2])", "hierarchy.depth", "hasard"),
    ("hierarchy=7", "hierarchy", "deep"),
    ("relay=weak", "relay", "relay.drop"),
    ("relay={drp: 0.1}", "relay.drp", "relay.drop"),
    ("sponsorship=week", "sponsorship", "weak"),
    ("sponsorship=strong,weak", "sponsorship", "archipel study"),
    ("sponsorship@relay=weak", "sponsorship@relay", "clé=valeur"),
    ("authority=commune_185", "authority", "commune_1850"),
    ("programme=null", "programme", "none"),
    ("scenario=no", "scenario", "no"),
    ("scenario=tranfo", "scenario", "transfo"),
    ("scenario=transfo,reference", "scenario", "archipel study"),
    ("scenario=nowhere.yaml", "nowhere.yaml", "introuvable"),
    ("scenario=../../../../../etc/hostname", "hostname", "table"),
    ("adoption.form=logit", "adoption.form", "logistic"),
    ("adoption.form=0", "adoption.form", "threshold"),
    ("mechanisms.peers=no", "mechanisms.peers", "true"),
    ("mechanisms.peers=1", "mechanisms.peers", "false"),
    ("calendar.start=2026-13", "calendar.start", "AAAA-MM"),
    ("calendar.start=2026", "calendar.start", "AAAA-MM"),
    ("calendar.start=2026-01-15", "calendar.start", "AAAA-MM"),
    ("calendar.start=22:30", "calendar.start", "AAAA-MM"),
    ("calendar.next_election=2032-03", "calendar.next_election, calendar.start", "calendar.start"),
    ("seed=-1", "seed", "9223372036854775807"),
    ("seed=99999999999999999999", "seed", "99999999999999999999"),
    ("seed=1.5", "seed", "1.5"),
    ("replicates=0", "replicates", "1 et 1000000"),
    ("horizon_months=361", "horizon_months", "360"),
    ("authority.field_agents=2000000000", "authority.field_agents", "200000"),
    ("authority.field_agents=2e9", "authority.field_agents", "200000"),
    ("authority.simulated_citizens=999999999999", "authority.simulated_citizens", "2000000"),
    ("authority.inhabitants=1e400", "authority.inhabitants", "15000000"),
    ("network.citizen_degree=7", "network.citizen_degree", "pair"),
    ("programme.ambassadors=3000", "programme.ambassadors, authority.field_agents", "1850"),
    ("programme.start_month=300", "programme.start_month, observe_months", "observe_months"),
    ("authority.services=400", "authority.services, authority.field_agents, authority.team_size", "206"),
    ("management.stance=0", "management.stance, management.stance_spread", "moyenne"),
    ("sponsorship.weight_mayor=0.9", "sponsorship.weight_mayor", "la somme"),
    ("observe_months=[88,52]", "observe_months", "croissants"),
    ("observe_months=88", "observe_months", "liste"),
    ("interventions=[{name: nothing_such, month: 20}]", "interventions[0].name", "nothing_such"),
    ("interventions=[{_target_: os.system, name: x, month: 20}]", "interventions[0]._target_", "code"),
    ("adoption={_target_: os.system}", "adoption._target_", "code"),
    ("_target_=os.system", "_target_", "code"),
    ("hydra.run.dir=/tmp/x", "hydra.run.dir", "clé inconnue"),
    ("hydra/launcher=joblib", "hydra/launcher", "clé inconnue"),
    ("hydra.searchpath=[file:///tmp]", "hydra.searchpath", "clé inconnue"),
    ("authority.name=${oc.env:HOME}", "authority.name", "${"),
    ("authority.name='${oc.env:HOME}'", "authority.name", "${"),
    ("authority.name=[${oc.env:HOME}]", "authority.name", "${"),
    ("hierarchy.depth=${hierarchy.depth}", "hierarchy.depth", "${"),
    ("~sponsorship", "~sponsorship", "clé=valeur"),
    ("~sponsorship.level", "~sponsorship.level", "clé=valeur"),
    ("sponsorship.level", "sponsorship.level", "clé=valeur"),
    ("=0.5", "?", "clé=valeur"),
    ("", "?", "clé=valeur"),
    ("sponsorship.level==0.5", "sponsorship.level", "clé=valeur"),
    ("observe_months=[52,[88", "observe_months", "clé=valeur"),
    ("authority.name=Évry", "authority.name", "guillemets"),
    ("authority.name=!!python/object:os.system", "authority.name", "clé=valeur"),
    ("authority.name=" + "x" * 20_000, "authority.name", "trop long"),
    ("observe_months=" + "[" * 500 + "]" * 500, "observe_months", "trop"),
    ("authority.name=\x1b[31mred", "authority.name", "clé=valeur"),
]


@pytest.mark.parametrize(("override", "key", "word"), OVERRIDES, ids=short)
def test_wrong_override(override, key, word):
    error = refused(compose, [override])
    message = error.render("fr")
    assert any(key in problem.key for problem in error.problems)
    assert word in message
    assert "ligne de commande" in message or key.endswith((".yaml", "hostname"))
    assert len(error.problems) == 1 or "interventions" in key, message
    assert all(character.isprintable() for character in message.replace("\n", "")), "control character"


def test_too_many_overrides():
    assert "1000" in refused(compose, ["seed=1"] * 1001).render("en")


@pytest.mark.parametrize("name", ["", "tranfo", "transfo ", "../scenario/transfo", "transfo\n", "config", 5, None])
def test_wrong_scenario_name(name):
    refused(load_scenario, name)


def test_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    refused(compose, ["sponsorship.level=2", "scenario=tranfo"])
    assert list(Path.cwd().iterdir()) == []
