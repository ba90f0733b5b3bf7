"""What nobody knows, in a study of the model itself: replicates carry it, the same at every point."""

import pytest

from experiments.checking import replay, verify
from experiments.commands import replay as replay_command
from experiments.commands import verify as verify_command
from experiments.ensemble import shipped
from experiments.grammar import read
from experiments.study.first import first_points
from experiments.study.reading import Study
from experiments.variants import VARIANTS
from sim.config import config_hash, with_values
from sim.core.draws import replicate_seed
from sim.core.errors import InputError
from sim.simulation import simulate
from tests.study.studies import GRID, plan_from, run

SHORT = ["authority=commune_150", "authority.simulated_citizens=60", "programme.duration_months=12",
         "observe_months=[30]", "horizon_months=31"]
LEVERS = {"sponsorship.level": {"values": [0.3, 0.8]}, "hierarchy.depth": {"values": [2, 5]}}
RANGES = {"adoption.half_point": {"low": 1.5, "high": 4.0}, "relay.drop": {"low": 0.02, "high": 0.2, "log": True}}


def played(folder, uncertain, *base, replicates=6):
    """A study of the model, on four points."""
    said = {**GRID, "base": [*SHORT, *base], "levers": LEVERS, "uncertain": uncertain, "monthly": ["practice"]}
    assert run(folder, {**said, "replicates": {"fixed": replicates}}, out=folder / "x", engine=simulate) == 0
    return Study.open(folder / "x")


def by_replicate(study, columns):
    """What the replicates of every point carry, which must be the same at all of them."""
    points = [rows.sort_values("replicate") for _, rows in study.runs.groupby("point_id")]
    tables = [rows[columns].reset_index(drop=True) for rows in points]
    assert len(tables) == 4 and all(table.equals(tables[0]) for table in tables)
    return tables[0]


@pytest.mark.parametrize("kind", ["parameters", "plausible"])
def test_replicates_carry_members_and_variants_and_points_share_them(kind, tmp_path):
    ensemble, given = shipped(), "adoption.half_point=2.5"
    study = played(tmp_path, kind, given)
    keys = [key for key in ensemble.keys if key in study.runs and key != "adoption.half_point"]
    carried = by_replicate(study, ["member", "seed", *keys, *(["variant"] if kind == "plausible" else [])])
    assert carried["member"].tolist() == [0, 1, 2, 3, 4, 5] and carried["seed"].nunique() == 6
    for key in keys:
        assert carried[key].tolist() == pytest.approx([ensemble.values(n)[key] for n in range(6)])
        assert study.dictionary["runs.parquet"][key]["role"] == "uncertain"
    if kind == "plausible":
        assert carried["variant"].tolist() == [VARIANTS[n % len(VARIANTS)].name for n in range(6)]
    assert "variant" not in study.runs or kind == "plausible"
    assert "adoption.half_point" not in study.runs, "a key that is given keeps its value"
    assert {study.plan.config(tuple(cells), 3).adoption.half_point for cells in points_of(study)} == {2.5}
    assert {"member"} <= set(study.dictionary["runs.parquet"])


@pytest.mark.parametrize("uncertain", ["plausible", RANGES, {"horizon_months": {"low": 80, "high": 120}}])
def test_configurations_laid_are_those_that_are_validated_whole(uncertain, tmp_path):
    plan = plan_from(tmp_path, {**GRID, "levers": LEVERS, "uncertain": uncertain, "replicates": {"fixed": 9}})
    for cells in first_points(plan):
        for replicate in range(9):
            given = plan.base(cells).given | frozenset(plan.values(cells))
            values = {**plan.draws(replicate), **plan.spread.values(replicate, given)}
            whole, fast = with_values(plan.point(cells), values), plan.config(cells, replicate)
            assert fast == whole and config_hash(fast) == config_hash(whole) and hash(fast) == hash(whole)


def test_what_disagrees_at_one_point_only_is_refused_there(tmp_path):
    """Shares that a replicate draws fit one point and not the other."""
    said = {"authority.category_a_share": {"values": [0.1, 0.8]}}
    drawn = {"authority.category_b_share": {"low": 0.3, "high": 0.4}}
    plan = plan_from(tmp_path, {**GRID, "levers": said, "uncertain": drawn})
    base = plan.config((0.1,), 0)
    assert base.authority.category_b_share == plan.draws(0)["authority.category_b_share"]
    with pytest.raises(InputError, match="category_b_share"):
        plan.config((0.8,), 0)


def points_of(study):
    return study.design[["sponsorship.level", "hierarchy.depth"]].itertuples(index=False, name=None)


def test_a_row_is_the_run_that_its_columns_describe(tmp_path):
    """Lived again by hand from the columns alone: same verdict, same outcomes; `replay` and `verify` agree."""
    study = played(tmp_path, RANGES, replicates=3)
    for at in (0, 7, 11):
        row = study.runs.iloc[at]
        keys = ["sponsorship.level", "hierarchy.depth", *RANGES]
        values = {key: row[key].item() for key in keys}
        record = simulate(with_values(study.plan.bases[0].config, values), replicate_seed(1, row["replicate"]))
        assert record.seed == row["seed"] and record.verdict == row["verdict"]
        assert record.outcomes["practice"] == row["practice"]
    folder = str(study.folder)
    assert replay(read(replay_command.COMMAND, [folder, "--run", "5", "--quiet"], "en")) == 0
    assert verify(read(verify_command.COMMAND, [folder, "--quiet"], "en")) == 0


def test_uncertain_ranges_are_columns_of_the_runs_and_of_the_dictionary(tmp_path):
    study = played(tmp_path, RANGES, replicates=4)
    drawn = by_replicate(study, [*RANGES])
    said = study.dictionary["runs.parquet"]
    for key, ends in RANGES.items():
        assert drawn[key].nunique() == 4 and drawn[key].between(ends["low"], ends["high"]).all()
        assert (said[key]["role"], said[key]["low"], said[key]["high"]) == ("uncertain", ends["low"], ends["high"])
        assert said[key]["fr"] and said[key]["en"]
    page = (study.folder / "README.md").read_text(encoding="utf-8")
    assert "`relay.drop` | **Mal connu.**" in page
    assert list(study.sql("SELECT count(DISTINCT \"relay.drop\") AS n FROM runs")["n"]) == [4]
