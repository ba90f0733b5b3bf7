"""Replicates that carry parameters and structure beside their luck: member, variant, what stays as given."""

import json
from collections import Counter
from pathlib import Path

import pytest

from experiments import ensemble, manifest
from experiments.bits import computed, differing, stored
from experiments.checking import verify
from experiments.commands.compare import COMMAND as COMPARE
from experiments.commands.headline import COMMAND as HEADLINE
from experiments.commands.run import COMMAND as RUN
from experiments.commands.verify import COMMAND as VERIFY
from experiments.ensemble import Ensemble, as_text, read_ensemble
from experiments.grammar import read
from experiments.headline import phase_plan
from experiments.planning import plan_one, plan_several
from experiments.result import gather, load
from experiments.runner import execute, run_one
from experiments.store import SUMMARY, staged
from experiments.uncertainty import Spread, Turned
from experiments.variants import VARIANTS
from experiments.work import write
from sim.config import Config, config_hash, iter_parameters, resolved, with_values
from sim.config.root import Uncertainty
from sim.core.errors import InputError
from tests.unit.fake_engine import fake_simulate

FIT = tuple(key for key, p in iter_parameters() if p.fit)
TINY = ("authority=commune_150", "authority.simulated_citizens=0", "horizon_months=100")


@pytest.fixture
def members():
    """Three members, told apart by the first key."""
    rows = []
    for share in (0.2, 0.5, 0.8):
        ends = [p.plausible for key, p in iter_parameters() if key in FIT]
        rows.append(tuple(ensemble.rounded(low + share * (high - low)) for low, high in ends))
    return Ensemble(FIT, tuple(rows), "2026-01-01", "0" * 64)


@pytest.fixture
def shipped(members, tmp_path, monkeypatch):
    """The product as it is once parameters are frozen."""
    path = tmp_path / "ensemble.csv"
    path.write_text(as_text(members), encoding="utf-8")
    monkeypatch.setattr(ensemble, "SHIPPED", path)
    return members


@pytest.fixture
def none_shipped(tmp_path, monkeypatch):
    monkeypatch.setattr(ensemble, "SHIPPED", tmp_path / "ensemble.csv")


def planned(*keys: str, command=RUN):
    return plan_one(read(command, keys, "fr"))


def test_the_fit_set_is_the_ten_of_the_model():
    symbols = {p.symbol for key, p in iter_parameters() if p.fit}
    assert symbols == {"a0", "theta", "aS", "kappa_S", "b0", "m0", "delta0", "kappa_P", "l0", "k0"}
    for key, p in iter_parameters():
        if p.fit:
            assert p.valid[0] <= p.plausible[0] < p.default < p.plausible[1] <= p.valid[1], key


def test_a_replicate_takes_its_member_and_its_variant_in_turn(members):
    spread = Spread(Uncertainty.PLAUSIBLE, members)
    assert [spread.member(r) for r in range(7)] == [0, 1, 2, 0, 1, 2, 0]
    met = Counter((spread.member(r), spread.variant(r).name) for r in range(12))
    assert len(met) == 12 == len(VARIANTS) * members.size
    assert Spread(Uncertainty.PARAMETERS, members).variant(3) is None
    assert Spread().member(3) is None


def test_four_members_meet_every_variant_too(members):
    four = Ensemble(FIT, (*members.members, members.members[0]), "2026-01-01", "")
    spread = Spread(Uncertainty.PLAUSIBLE, four)
    assert len({(spread.member(r), spread.variant(r).name) for r in range(16)}) == 16


def test_a_member_lies_over_the_configuration_but_for_what_is_given(members):
    spread = Spread(Uncertainty.PLAUSIBLE, members)
    config = spread.lay(resolved(Config()), 2, frozenset({"adoption.sponsor"}))
    assert config.adoption.sponsor == Config().adoption.sponsor
    assert config.relay.drop == members.values(2)["relay.drop"]
    assert (config.adoption.contagion, config.adoption.measure) == (VARIANTS[2].contagion, VARIANTS[2].measure)
    ratio = config.adoption.half_point_share / config.adoption.half_point
    assert ratio == pytest.approx(Config().adoption.half_point_share / Config().adoption.half_point)


def test_what_is_compared_shares_member_and_variant(shipped):
    plan = plan_several(read(COMPARE, ("transfo", "transfo_deep", *TINY), "fr"), ("transfo", "transfo_deep"), "x")
    assert plan.spread.kind is Uncertainty.PLAUSIBLE
    for replicate in range(6):
        first, second = (plan.config(scenario, replicate) for scenario in (0, 1))
        assert [first.adoption, first.lab] == [second.adoption, second.lab]


def test_comparisons_carry_all_uncertainties_unless_told_otherwise(shipped):
    names = ("transfo", "transfo_deep")
    said = plan_several(read(COMPARE, (*names, "uncertainty=replication"), "fr"), names, "x")
    assert said.spread.alike
    assert planned("scenario=transfo").spread.alike


def test_without_an_ensemble_comparisons_carry_luck_alone_and_the_rest_is_refused(none_shipped):
    names = ("transfo", "transfo_deep")
    assert plan_several(read(COMPARE, names, "fr"), names, "x").spread.alike
    for kind in ("parameters", "plausible"):
        with pytest.raises(InputError, match="ensemble"):
            planned("scenario=transfo", f"uncertainty={kind}")


def test_a_given_parameter_keeps_its_value_from_the_line_and_from_a_file(shipped, tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text("lab:\n  intercept: -4.5\n", encoding="utf-8")
    plan = planned(f"scenario={own}", "uncertainty=parameters", "relay.drop=0.2")
    assert plan.scenarios[0].given == {"relay.drop", "lab.intercept"}
    assert {plan.config(0, r).relay.drop for r in range(3)} == {0.2}
    assert {plan.config(0, r).lab.intercept for r in range(3)} == {-4.5}
    assert len({plan.config(0, r).adoption.sponsor for r in range(3)}) == 3


def test_a_given_structure_keeps_its_value(shipped):
    plan = planned("scenario=transfo", "uncertainty=plausible", "adoption.contagion=simple")
    assert {plan.config(0, r).adoption.contagion.value for r in range(12)} == {"simple"}
    assert {plan.config(0, r).adoption.measure.value for r in range(12)} == {"count", "fraction"}


def test_the_run_is_named_after_the_configuration_that_it_had(shipped):
    plan = planned("scenario=transfo", *TINY, "uncertainty=parameters")
    alone = planned("scenario=transfo", *TINY, *(f"{key}={value}" for key, value in shipped.values(1).items()))
    share = plan.config(0, 1).adoption.half_point_share
    same = with_values(alone.scenarios[0].config, {"adoption.half_point_share": share})
    assert config_hash(plan.config(0, 1)) == config_hash(same)
    assert len({plan.run_id(0, r) for r in range(9)}) == 9


def test_the_table_says_member_variant_and_every_varied_key(shipped, tmp_path):
    plan = planned("scenario=transfo", *TINY, "uncertainty=plausible", "replicates=8")
    runs = gather(plan, execute(plan, "x", engine=fake_simulate, quiet=True)).runs
    assert runs["member"].tolist() == [0, 1, 2, 0, 1, 2, 0, 1]
    assert runs["variant"].nunique() == 4
    assert set(FIT) <= set(runs.columns)
    assert runs["relay.drop"].tolist() == [shipped.values(r % 3)["relay.drop"] for r in range(8)]


def test_workers_change_no_byte_and_a_stored_row_is_the_run_alone(shipped, tmp_path):
    plan = planned("scenario=transfo", *TINY, "uncertainty=plausible", "replicates=25")
    result = gather(plan, execute(plan, "x", engine=fake_simulate, quiet=True))
    again = gather(plan, execute(plan, "x", workers=2, engine=fake_simulate, quiet=True))
    assert result.run_table.equals(again.run_table)
    with staged(tmp_path / "r") as folder:
        write(result, folder, lambda _, figures: figures.mkdir(), 0.0, read(VERIFY, ("x", "--quiet"), "fr"))
    Path(ensemble.SHIPPED).unlink()  # a result is read again without the product's ensemble
    back = load(manifest.plan_of(manifest.read(tmp_path / "r")), tmp_path / "r")
    assert back.plan.hash == plan.hash
    assert differing(stored(back, 5), computed(run_one(back.plan, 0, 5, engine=fake_simulate))) == []
    assert verify(read(VERIFY, (str(tmp_path / "r"), "--quiet"), "fr"), fake_simulate) == 0
    assert json.loads((tmp_path / "r" / SUMMARY).read_text())["uncertainty"] == "plausible"


def test_the_summary_says_where_the_variants_disagree(shipped):
    plan = planned("scenario=transfo", *TINY, "uncertainty=plausible", "replicates=12")
    result = gather(plan, execute(plan, "x", engine=fake_simulate, quiet=True))
    found = result.summary.structures["transfo"]
    for name, verdict in found.commonest.items():
        counts = result.runs[result.runs["variant"] == name]["verdict"].value_counts()
        assert counts[verdict] == counts.max()
    assert found.settled == (len(set(found.commonest.values())) == 1)
    assert plan.hash != planned("scenario=transfo", *TINY, "replicates=12").hash


def test_an_explanation_takes_away_under_the_same_member(members):
    scenario = resolved(Config())
    lived = []
    spread = Spread(Uncertainty.PARAMETERS, members)
    turned = Turned(spread, scenario, frozenset(), {7: 1}, lambda config, _: lived.append(config))
    turned(with_values(scenario, {"hierarchy.signal_retention": 1.0}), 7)
    assert lived[0].hierarchy.signal_retention == 1.0
    assert lived[0].adoption.sponsor == members.values(1)["adoption.sponsor"]


def test_an_ensemble_reads_as_it_was_written(members, tmp_path):
    path = tmp_path / "e.csv"
    path.write_text(as_text(members), encoding="utf-8")
    assert read_ensemble(path) == members


@pytest.mark.parametrize("place", range(0, 700, 35))
def test_every_changed_byte_of_an_ensemble_is_seen(members, tmp_path, place):
    text = bytearray(as_text(members).encode())
    text[place % len(text)] ^= 1
    path = tmp_path / "e.csv"
    path.write_bytes(bytes(text))
    try:
        changed = read_ensemble(path)
    except InputError:
        return
    assert changed.members == members.members  # only what is said of the ensemble: its date or its code
    assert (changed.date, changed.code) != (members.date, members.code)


def test_an_ensemble_of_impossible_values_is_refused(members, tmp_path):
    path = tmp_path / "e.csv"
    wrong = Ensemble(FIT, ((9.0,) * len(FIT),), "2026-01-01", "")
    path.write_text(as_text(wrong), encoding="utf-8")
    with pytest.raises(InputError):
        read_ensemble(path)


def test_the_phase_picture_keeps_the_retention_that_it_compares(shipped):
    plan = phase_plan(read(HEADLINE, ("replicates=4",), "fr"))
    assert plan.spread.kind is Uncertainty.PLAUSIBLE
    by_name = {scenario.name: at for at, scenario in enumerate(plan.scenarios)}
    for replicate in range(4):
        kept = plan.config(by_name["d3-k1-m0.2-s0.1"], replicate)
        assert kept.hierarchy.signal_retention == 1.0
        assert kept.adoption.sponsor == shipped.values(replicate % 3)["adoption.sponsor"]
