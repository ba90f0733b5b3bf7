"""Shares are those that `archipel compare` finds with the same keys, square by square."""

import json

import numpy as np
import pytest

from experiments.command import main
from experiments.seminar.cases import open_case
from experiments.seminar.question import Event, Question, plan_for
from experiments.seminar.shares import LETTERS, sentence, shares_of, simulated

RUNS = 12
EVENT = "interventions=[{name: head_leaves, month: 20}]"


@pytest.fixture(scope="module")
def asked():
    case = open_case("fictional_commune")
    return case, Question(case.id, (("sponsorship.level", 0.9),), (Event("head_leaves", 20),))


@pytest.fixture(scope="module")
def found(asked):
    plan = plan_for(*asked)
    return plan, simulated(plan, range(RUNS))


def test_shares_are_those_of_a_fresh_computation(found, tmp_path_factory):
    pd = pytest.importorskip("pandas")
    plan, runs = found
    out = tmp_path_factory.mktemp("fresh") / "run"
    line = ["run", "scenario=fictional_commune", "sponsorship.level=0.9", EVENT, f"replicates={RUNS}"]
    line += ["uncertainty=plausible", "--why", "no", "--workers", "1", "--quiet", "--out", str(out)]
    assert main(line) == 0
    table = pd.read_parquet(out / "runs.parquet").sort_values("replicate")
    assert "".join(LETTERS[verdict] for verdict in table["verdict"]) == shares_of(plan, runs)["dots"]
    assert [each.row["seed"] for each in runs] == table["seed"].tolist()
    assert [each.row["practice"] for each in runs] == pytest.approx(table["practice"].tolist())
    settled = json.loads((out / "summary.json").read_text())["scenarios"]["fictional_commune"]["settled"]
    assert shares_of(plan, runs)["decided"] == settled


def test_the_band_holds_four_runs_in_five(found):
    plan, runs = found
    told = shares_of(plan, runs)
    practice = np.array([each.practice for each in runs])
    assert told["band"]["mid"] == pytest.approx(np.median(practice, axis=0).tolist(), abs=1e-5)
    low, mid, high = (np.array(told["band"][name]) for name in ("low", "mid", "high"))
    assert ((low <= mid) & (mid <= high)).all() and (low < high).any()
    assert told["done"] == RUNS and sum(told[verdict] for verdict in LETTERS) == RUNS


def test_the_order_in_which_simulations_come_changes_nothing(found):
    plan, runs = found
    assert shares_of(plan, runs[::-1]) == shares_of(plan, runs)


def test_where_structures_disagree_the_model_does_not_settle(found):
    plan, runs = found
    forced = [
        each._replace(row={**each.row, "verdict": "diffusion" if each.replicate % 4 == 0 else "fallback"})
        for each in runs
    ]
    told = shares_of(plan, forced)
    assert not told["decided"] and told["verdict"] is None
    assert told["sentence"]["fr"].startswith("Le modèle ne tranche pas")
    alike = shares_of(plan, [each._replace(row={**each.row, "verdict": "fallback"}) for each in runs])
    assert alike["decided"] and alike["verdict"] == "fallback"
    assert alike["sentence"]["fr"] == f"Retombée\u202f: {RUNS} simulations sur {RUNS}."


def test_a_sentence_tells_the_most_frequent_first():
    counts = {"diffusion": 62, "spreading": 0, "islets": 30, "fallback": 8, "not_launched": 0}
    told = sentence(counts, settled=True)
    assert told["fr"] == "Diffusion\u202f: 62 simulations sur 100\u202f; îlots participatifs 30, retombée 8."
    assert told["en"] == "Diffusion: 62 simulations out of 100; participatory islets 30, fallback 8."
