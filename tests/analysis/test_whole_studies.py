"""From a study that was really played to what `archipel analyse` says of it: a toy engine, then the model itself."""

import json
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from experiments.analysis.levels import TOGETHER
from experiments.analysis.material import material_of
from experiments.analysis.sensitivity import sensitivity
from experiments.command import main
from experiments.study.reading import Study
from sim.outcomes.verdict import Verdict
from sim.simulation import simulate
from tests.study.studies import GRID, run
from tests.unit.fake_engine import fake_simulate

WORLDS = {**GRID, "uncertain": "plausible", "replicates": {"fixed": 48}}


def planted(config, seed):
    """Diffusion where the élus carry and luck helps; depth harms under complex contagion, helps under simple."""
    record = fake_simulate(config, seed)
    turn = 0.5 if config.adoption.contagion == "simple" else -1.0
    chance = config.sponsorship.level + 0.1 * turn * (config.hierarchy.depth - 3.5)
    luck = np.random.default_rng(seed).random()
    verdict = Verdict("diffusion" if luck < chance else "fallback", None, False, False, False, False)
    measured = {"practice": max(0.0, chance), "net_practice": chance - luck}
    return replace(record, outcomes={**record.outcomes, **measured}, verdicts=dict.fromkeys(record.verdicts, verdict))


def analysed(folder, said, engine, *tokens):
    """The study of a file, played, analysed; its folder, that of the analysis, and what analysis.json holds."""
    out, told = folder / "study", folder / "analysis"
    assert run(folder, said, *tokens, out=out, engine=engine) == 0
    assert main(["analyse", str(out), "--out", str(told), "--lang", "en", "--quiet"]) == 0
    return out, told, json.loads((told / "analysis.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def toy(tmp_path_factory):
    return analysed(tmp_path_factory.mktemp("toy"), WORLDS, planted)


def test_conclusions_that_turn_with_the_structure_are_told_apart_from_those_that_hold(toy):
    out, told, said = toy
    runs = Study.open(out).runs
    assert runs["variant"].nunique() == 4 and runs["member"].nunique() > 1
    rows = pd.DataFrame(said["findings"]["survival"])
    kept = rows[rows["outcome"] == "net_practice"].set_index(["lever", "variant"])["status"].unstack()
    assert set(kept.loc["sponsorship.level"]) == {"holds"}
    depth = rows[(rows["lever"] == "hierarchy.depth") & (rows["outcome"] == "net_practice")].set_index("variant")
    assert not depth["survives"].any()
    for variant, status in depth["status"].items():
        assert status == ("holds" if variant.startswith("complex") else "reversed")
    assert len(depth) == 4
    page = (told / "analysis.en.md").read_text(encoding="utf-8")
    assert "sponsorship (0.2 → 0.8), net practice: holds under all forms of the contagion." in page


def test_each_effect_under_each_variant_is_the_mean_of_its_pairs(toy):
    out, _, said = toy
    runs = Study.open(out).runs
    for row in said["findings"]["survival"]:
        alone = runs[runs["variant"] == row["variant"]]
        values = alone["net_practice"] if row["outcome"] == "net_practice" else alone["verdict"] == row["outcome"]
        others = [key for key in ("sponsorship.level", "hierarchy.depth") if key != row["lever"]]
        wide = alone.assign(value=values.astype(float)).pivot_table("value", ["replicate", *others], row["lever"])
        assert row["value"] == pytest.approx((wide[row["end"]] - wide[row["start"]]).mean())


def test_structure_is_seen_as_an_uncertainty_of_its_own(toy):
    _, _, said = toy
    names = {row["uncertainty"] for row in said["findings"]["uncertainties"]}
    assert names == {TOGETHER, "structure"}, "each replicate has its own set of parameters: luck is not told from it"


@pytest.mark.parametrize(
    ("kind", "options", "method"),
    [("morris", {"trajectories": 6}, "morris"), ("saltelli", {"base": 16, "second_order": 1}, "sobol"),
     ("sobol", {"points": 32}, "main")],
)  # fmt: skip
def test_a_design_gives_its_indices_and_nothing_is_found_in_the_dummy(tmp_path, kind, options, method):
    levers = {"sponsorship.level": {"low": 0.1, "high": 0.9}, "cost.price_factor": {"low": 0.5, "high": 2}}
    said = {**GRID, "levers": levers, "uncertain": {"relay.drop": {"low": 0.02, "high": 0.3}}, "dummy": True,
            "replicates": {"fixed": 6}, "design": {"kind": kind, **options}, "monthly": "none"}  # fmt: skip
    assert run(tmp_path, said, out=tmp_path / "study", engine=planted) == 0
    found = sensitivity(material_of(Study.open(tmp_path / "study")))
    assert set(found["method"]) == {"main", method}
    assert not found.loc[(found["key"] == "noise") | (found["other"] == "noise"), "found"].any()
    assert (found["index"] == "pair").sum() == (12 if kind == "saltelli" else 0)  # six pairs, two outcomes


def test_the_model_itself_goes_through(tmp_path):
    """Three sponsorships, two depths, eight replicates: the real engine, over plausible worlds."""
    said = {
        **WORLDS, "levers": {"sponsorship.level": {"values": [0.1, 0.5, 0.9]}, "hierarchy.depth": {"values": [2, 5]}},
        "base": ["authority=commune_150", "programme.launch=given"], "replicates": {"fixed": 8},
        "monthly": ["practice", "stance_mean"],
    }  # fmt: skip
    out, told, found = analysed(tmp_path, said, simulate)
    runs = Study.open(out).runs
    assert len(runs) == found["runs"] == 48 and runs["variant"].nunique() == 4
    shares = pd.DataFrame(found["findings"]["shares"])
    for start in (0.1, 0.9):
        row = shares[(shares["lever"] == "sponsorship.level") & (shares["start"] == start)].set_index("outcome")
        part = runs[runs["sponsorship.level"] == start]
        assert row.loc["diffusion", "value"] == pytest.approx((part["verdict"] == "diffusion").mean())
        assert row.loc["net_practice", "value"] == pytest.approx(part["net_practice"].mean())
    assert found["findings"]["survival"] or found["findings"]["contrasts"]
    names = {path.name for path in (told / "figures").iterdir()}
    assert {"fan.svg", "effects.svg", "phase.svg", "uncertainties.svg"} <= names
