"""A corpus of wrong inputs: each is refused with its key, its value, what is allowed or the nearest name.

Most are derived from the schema by mutation, so that a new parameter brings its own wrong inputs; the others come in
through Hydra's override grammar and through YAML files.
"""

import math
from pathlib import Path

import pytest

from experiments.configuration import compose, load_scenario
from sim.config import Parameter, groups, iter_parameters, put, validate
from sim.core.errors import InputError, Problem, shown

PARAMETERS = [p for key, p in iter_parameters() if "[]" not in key]
NUMBERS = [p for p in PARAMETERS if p.kind in ("float", "int")]
WHOLE = [p for p in PARAMETERS if p.kind == "int"]


def refused(call, *arguments, **named) -> InputError:
    with pytest.raises(InputError) as caught:
        call(*arguments, **named)
    for lang in ("fr", "en"):
        assert "Traceback" not in caught.value.render(lang)
    return caught.value


def only(error: InputError) -> Problem:
    assert len(error.problems) == 1, error.render("en")
    return error.problems[0]


def nested(key: str, value: object) -> dict:
    mapping: dict = {}
    put(mapping, key, value)
    return mapping


def check_value(p: Parameter, value: object) -> None:
    """The value is refused for that key, and the message says what is allowed."""
    error = refused(validate, nested(p.key, value))
    problem = only(error)
    assert problem.key == p.key
    for lang in ("fr", "en"):
        assert p.key in error.render(lang)
        assert shown(value) in error.render(lang)
        assert p.allowed.of(lang) in error.render(lang)


def named(parameters: list[Parameter]):
    return pytest.mark.parametrize("p", parameters, ids=lambda p: p.key)


# ---- mutations of the schema


def test_the_corpus_is_large():
    assert 4 * len(NUMBERS) + 3 * len(PARAMETERS) > 2000


@named(NUMBERS)
def test_below_the_range(p):
    low = p.valid[0]
    check_value(p, math.floor(low) - 2 if p.kind == "int" else low - 0.5)


@named(NUMBERS)
def test_above_the_range(p):
    check_value(p, int(p.valid[1]) + 2 if p.kind == "int" else p.valid[1] * 1.01 + 0.5)


@named(NUMBERS)
def test_not_a_finite_number(p):
    for value in (math.nan, math.inf, -math.inf):
        check_value(p, value)


@named(NUMBERS)
def test_not_a_number(p):
    for value in (True, "3", "beaucoup", [1], {}):
        check_value(p, value)


@named(WHOLE)
def test_a_decimal_number_where_an_integer_is_expected(p):
    check_value(p, float(p.valid[0]) + 0.5)


@named([p for p in NUMBERS if not p.nullable])
def test_null_where_a_number_is_needed(p):
    check_value(p, None)


@named([p for p in PARAMETERS if p.kind == "bool"])
def test_not_a_switch(p):
    for value in (1, 0, "true", "no", None):
        check_value(p, value)


@named([p for p in PARAMETERS if p.kind == "choice"])
def test_not_a_choice(p):
    for value in ("", 0, True, None, ["x"]):
        check_value(p, value)


@named([p for p in PARAMETERS if p.kind == "choice"])
def test_a_misspelt_choice_names_the_nearest(p):
    for choice in p.choices:
        problem = only(refused(validate, nested(p.key, choice + "x")))
        assert problem.nearest == choice


@named([p for p in PARAMETERS if p.kind == "text"])
def test_not_a_short_text(p):
    for value in (5, False, "two\nlines", "\x1b[31mred", "x" * 5000):
        check_value(p, value)


@named(PARAMETERS)
def test_a_misspelt_key_names_the_nearest(p):
    head, dot, leaf = p.key.rpartition(".")
    middle = len(leaf) // 2
    wrong = f"{head}{dot}{leaf[: middle + 1]}{leaf[middle:]}"  # a letter typed twice
    error = refused(validate, nested(wrong, 0.5))
    problem = only(error)
    assert (problem.key, problem.nearest) == (wrong, p.key)
    assert p.allowed.fr in error.render("fr") and p.allowed.en in error.render("en")


@named([p for p in PARAMETERS if "." in p.key])
def test_a_key_in_the_wrong_group_names_the_right_one(p):
    group, leaf = p.key.split(".")
    other = next(name for name, model in groups().items() if leaf not in model.model_fields)
    problem = only(refused(validate, nested(f"{other}.{leaf}", 0.5)))
    assert problem.key == f"{other}.{leaf}"
    assert problem.nearest is not None and problem.nearest.rpartition(".")[2] == leaf
    if sum(key.rpartition(".")[2] == leaf for key, _ in iter_parameters()) == 1:
        assert problem.nearest == f"{group}.{leaf}"


@pytest.mark.parametrize("name", groups())
def test_a_value_where_a_group_is_expected(name):
    for value in (3, "weak", None, [1], True):
        problem = only(refused(validate, {name: value}))
        assert problem.key == name and problem.value == shown(value)
        assert f"{name}.{next(iter(groups()[name].model_fields))}" in problem.allowed.fr


@pytest.mark.parametrize("name", groups())
def test_a_misspelt_group_names_the_nearest(name):
    problem = only(refused(validate, {name + name[-1]: {}}))
    assert problem.nearest == name


# ---- lists


@pytest.mark.parametrize(
    ("months", "key"),
    [
        ([52, 40], "observe_months"),
        ([52, 52], "observe_months"),
        ([], "observe_months"),
        ([0], "observe_months[0]"),
        ([52, 360], "observe_months[1]"),
        ([52, "88"], "observe_months[1]"),
        ([True], "observe_months[0]"),
        ([52.0], "observe_months[0]"),
        (52, "observe_months"),
        ("52,88", "observe_months"),
        ({"a": 1}, "observe_months"),
        (list(range(13, 100)), "observe_months"),
        ([12, 60], "observe_months, programme.start_month"),
    ],
    ids=str,
)
def test_wrong_observation_months(months, key):
    assert only(refused(validate, {"observe_months": months})).key == key


@pytest.mark.parametrize(
    ("planned", "key", "word"),
    [
        ({"name": "trainng", "month": 20}, "interventions[0].name", "training"),
        ({"name": "training", "month": -1}, "interventions[0].month", "359"),
        ({"name": "training", "month": 360}, "interventions[0].month", "359"),
        ({"name": "training", "month": 20.5}, "interventions[0].month", "359"),
        ({"name": "training", "month": 20, "strength": 1.5}, "interventions[0].strength", "0 et 1"),
        ({"name": "training", "month": 20, "until": 20}, "interventions[0].until", "20"),
        ({"name": "training", "month": 200}, "interventions[0].month", "95"),
        ({"name": "training", "mnth": 20}, "interventions[0].mnth", "interventions[].month"),
        ({"name": 5, "month": 20}, "interventions[0].name", "texte"),
        ({"month": 20}, "interventions[0].name", "manquante"),
        ({"name": "training"}, "interventions[0].month", "0 et 359"),
        ("training", "interventions[0]", "name"),
    ],
    ids=str,
)
def test_wrong_intervention(planned, key, word):
    error = refused(validate, {"interventions": [planned]}, interventions=lambda: ["training", "debate"])
    assert only(error).key == key
    assert word in error.render("fr")


@pytest.mark.parametrize("value", [5, "a", {"name": "a"}, True, [{"name": "a"}] * 201], ids=lambda v: str(v)[:20])
def test_interventions_that_are_no_list(value):
    assert only(refused(validate, {"interventions": value})).key == "interventions"


# ---- all at once


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


# ---- through Hydra's overrides

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
    ("uncertainty=plausible", "uncertainty", "replication"),
    ("uncertainty=parameters", "uncertainty", "replication"),
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
    ("interventions=[{_target_: os.system, month: 20}]", "interventions[0]._target_", "code"),
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


@pytest.mark.parametrize(("override", "key", "word"), OVERRIDES, ids=lambda value: str(value)[:40])
def test_wrong_override(override, key, word):
    error = refused(compose, [override])
    assert key in error.problems[0].key
    message = error.render("fr")
    assert word in message
    assert "ligne de commande" in message or key.endswith((".yaml", "hostname"))
    assert len(error.problems) == 1, message
    assert all(character.isprintable() for character in message.replace("\n", "")), "control character"


def test_too_many_overrides():
    assert "1000" in refused(compose, ["seed=1"] * 1001).render("en")


@pytest.mark.parametrize("name", ["", "tranfo", "transfo ", "../scenario/transfo", "transfo\n", "config", 5, None])
def test_wrong_scenario_name(name):
    refused(load_scenario, name)


# ---- through YAML files

FILES = [
    # content, key, word
    ("sponsorship: {level: 1.4}", "sponsorship.level", "0 et 1"),
    ("sponsorship: {levl: 0.4}", "sponsorship.levl", "sponsorship.level"),
    ("sponsorhip: {level: 0.4}", "sponsorhip", "sponsorship"),
    ("sponsorship: weak", "sponsorship", "sponsorship.level"),
    ("mechanisms: {peers: no}", "mechanisms.peers", "YAML"),
    ("mechanisms: {peers: On}", "mechanisms.peers", "YAML"),
    ("authority: {name: yes}", "authority.name", "guillemets"),
    ("hierarchy: {depth: 012}", "hierarchy.depth", "012"),
    ("hierarchy: {depth: 0x3}", "hierarchy.depth", "0x3"),
    ("hierarchy: {depth: 0b11}", "hierarchy.depth", "0b11"),
    ("calendar: {start: 22:30}", "calendar.start", "22:30"),
    ("calendar: {start: 2026-01-15}", "calendar.start", "AAAA-MM"),
    ("calendar: {start: 2026}", "calendar.start", "AAAA-MM"),
    ("cost: {programme_eur: .nan}", "cost.programme_eur", "nan"),
    ("cost: {programme_eur: .inf}", "cost.programme_eur", "inf"),
    ("cost: {programme_eur: ~}", "cost.programme_eur", "null"),
    ("cost: {programme_eur: '1e3'}", "cost.programme_eur", "1e3"),
    ("cost: {programme_eur: '???'}", "cost.programme_eur", "???"),
    ("authority: {name: '${oc.env:HOME}'}", "authority.name", "${"),
    ("authority: {'${oc.env:HOME}': 1}", "authority.${oc.env:HOME}", "${"),
    ("_target_: os.system", "_target_", "code"),
    ("authority: {_target_: os.system}", "authority._target_", "code"),
    ("interventions: [{_partial_: true}]", "interventions[0]._partial_", "code"),
    ("authority: !!python/object/apply:os.system [ls]", "authority", "étiquettes"),
    ("authority: !!str 5", "authority", "étiquettes"),
    ("a: &a [1, 2]\nb: *a", "a", "ancres"),
    ("a: &a {x: 1}\nb: {<<: *a}", "a", "ancres"),
    ("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]", "a", "ancres"),
    ("[" * 200, "mine.yaml", "table"),
    ("a: {b: {c: {d: {e: {f: {g: 1}}}}}}", "a.b.c.d.e.f.", "profond"),
    ("observe_months: [" + "1, " * 6000 + "1]", "observe_months[4997]", "long"),
    ("seed: 1\nseed: 2", "seed", "deux fois"),
    ("authority: {name: a, name: b}", "authority.name", "deux fois"),
    ("defaults: [{override /programme: sprint}]", "defaults", "options"),
    ("# @package hydra\nseed: 1", "mine.yaml", "_global_"),
    ("- seed", "mine.yaml", "table"),
    ("just words", "mine.yaml", "table"),
    ("seed: [", "seed[0]", "YAML"),
    ("a: 1\n\tb: 2", "a", "YAML"),
    ("a: 1\n---\nb: 2", "mine.yaml", "document"),
    ("5: {x: 1}", "5", "clé inconnue"),
    ("authority: {5: 1}", "authority.5", "clé inconnue"),
]


@pytest.mark.parametrize(("content", "key", "word"), FILES, ids=lambda value: str(value)[:40])
def test_wrong_scenario_file(tmp_path, content, key, word):
    path = tmp_path / "mine.yaml"
    path.write_text(content, encoding="utf-8")
    error = refused(load_scenario, path)
    assert key in [problem.key for problem in error.problems], error.render("fr")
    assert word in error.render("fr")
    assert str(path) in error.render("fr")


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00seed", b"seed: \x00", b"x: " + b"y" * 1_100_000], ids=["utf-16", "null byte", "too large"]
)
def test_file_that_is_no_text(tmp_path, content):
    path = tmp_path / "mine.yaml"
    path.write_bytes(content)
    assert "mine.yaml" in refused(load_scenario, path).render("fr")


def test_folder_given_as_a_scenario(tmp_path):
    assert "introuvable" in refused(load_scenario, f"{tmp_path}/").render("fr")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("level: 1.4", "0 et 1"),
        ("levl: 0.4", "sponsorship.level"),
        ("level: ${oc.env:HOME}", "${"),
        ("_target_: os.system", "code"),
        ("# @package hydra.run\ndir: x", "_global_"),
        ("defaults: [override /hydra/launcher: joblib]", "defaults"),
        ("defaults: ['override /hydra/launcher: joblib']", "defaults"),
        ("defaults: [{override /hydra/launcher: joblib}]", "defaults"),
        ("defaults: [{override /programme: ../../secret}]", "defaults"),
        ("defaults: [other]", "defaults"),
        ("level: &a 0.4", "ancres"),
        ("level: 0.4\nlevel: 0.5", "deux fois"),
        ("- level", "table"),
    ],
    ids=str,
)
def test_wrong_file_in_a_folder_of_groups(tmp_path, content, word):
    (tmp_path / "sponsorship").mkdir()
    (tmp_path / "sponsorship" / "mine.yaml").write_text(content, encoding="utf-8")
    error = refused(compose, ["sponsorship=mine"], tmp_path)
    assert word in error.render("fr")
    assert "mine.yaml" in error.render("fr")


def test_missing_folder_of_groups(tmp_path):
    message = refused(compose, ["sponsorship.level=2"], tmp_path / "none").render("fr")
    assert "--config-dir" in message and "sponsorship.level" in message


def test_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    refused(compose, ["sponsorship.level=2", "scenario=tranfo"])
    assert list(Path.cwd().iterdir()) == []
