"""Wrong and hostile YAML files, given as a scenario or found in a folder of groups."""

import pytest

from experiments.configuration import compose, load_scenario
from tests.contract.refusals import refused, short

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
    ("observe_months: [" + "1, " * 60_000 + "1]", "observe_months[49997]", "long"),
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


@pytest.mark.parametrize(("content", "key", "word"), FILES, ids=short)
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
