"""What a dry run announces is what the study then takes: processor time within a quarter, bytes too."""

import time
from collections import OrderedDict

import pytest

from experiments.language import Words
from experiments.page import Page
from experiments.study.chunks import receipt
from experiments.study.estimating import dry_run, estimate
from experiments.study.first import first_round
from experiments.study.timing import timed
from experiments.units import duration
from sim.simulation import simulate, twin_config
from tests.study.studies import GRID, driven, plan_from, run
from tests.unit.fake_engine import fake_simulate

MIXED = {
    "sizes and types": {
        "levers": {"authority": {"values": ["commune_150", "commune_600", "epci_98000"]},
                   "sponsorship.level": {"values": [0.2, 0.4, 0.6, 0.8]}},
        "replicates": {"fixed": 3},
    },
    "one large among many small, twins shared": {
        "levers": {"authority": {"values": ["commune_150", "commune_1850"]},
                   "programme": {"values": ["ambassadors", "idea_call", "flash"]},
                   "hierarchy.depth": {"values": [3, 4]}},
        "replicates": {"fixed": 3},
    },
    "a range of sizes": {
        "levers": {"authority.field_agents": {"low": 100, "high": 2000},
                   "sponsorship.level": {"low": 0.2, "high": 0.8}},
        "design": {"kind": "sobol", "points": 32},
        "replicates": {"fixed": 1},
    },
}


class Busy:
    """Keeps the processor busy as the model does: more for larger authorities, as much again where the twin is new."""

    def __init__(self, seconds_an_agent: float) -> None:
        self.pace, self.twins, self.spent = seconds_an_agent, OrderedDict(), 0.0

    def __call__(self, config, seed):
        twin = (twin_config(config), seed)
        worth = 1.0 if twin in self.twins else 1.8
        self.twins[twin] = None
        while len(self.twins) > 8:
            self.twins.popitem(last=False)
        ends = time.process_time() + worth * self.pace * (100 + config.authority.field_agents)
        while time.process_time() < ends:
            pass
        return fake_simulate(config, seed)


@pytest.mark.parametrize("name", MIXED)
def test_the_time_announced_is_the_time_taken(name, tmp_path, monkeypatch):
    """A third of a second may be spent on timing: what is announced then rests on a part of the runs."""
    monkeypatch.setattr("experiments.study.timing.SECONDS", 0.35)
    plan = plan_from(tmp_path, {**GRID, "base": [], **MIXED[name]})
    rnd = first_round(plan)
    said = estimate(plan, rnd, 1, Busy(2e-5))
    assert said.timed < rnd.runs
    began = time.process_time()
    driven(plan, tmp_path / "x", engine=Busy(2e-5))
    assert said.cpu == pytest.approx(time.process_time() - began, rel=0.25)


def test_the_bytes_announced_are_those_written(tmp_path):
    plan = plan_from(tmp_path, {**GRID, "replicates": {"fixed": 40}})
    said = estimate(plan, first_round(plan), 1, fake_simulate)
    assert run(tmp_path, {**GRID, "replicates": {"fixed": 40}}, out=tmp_path / "x") == 0
    names = ("parts/*", "runs.parquet", "monthly.parquet")
    written = sum(path.stat().st_size for name in names for path in (tmp_path / "x").glob(name))
    assert said.disk == pytest.approx(written, rel=0.25)


def test_processes_that_start_and_waiting_are_counted(tmp_path):
    plan = plan_from(tmp_path, GRID)
    rnd = first_round(plan)
    alone, crew = (estimate(plan, rnd, n, Busy(1e-5), starting=5.0) for n in (1, 2))
    assert 5.0 < alone.cpu < 7.0 and 15.0 < crew.cpu < 17.0
    assert alone.wall == pytest.approx(alone.cpu) and 10.0 < crew.wall < 11.5


def test_a_study_of_several_rounds_is_told_what_all_of_them_take_at_most(tmp_path, capsys):
    until = {"replicates": {"until": {"outcome": "diffusion", "half_width": 0.05, "most": 60}}}
    for said, told in (({**GRID, **until}, True), (GRID, False)):
        dry_run(plan_from(tmp_path, said), tmp_path / "x", 1, Page(), Words("en"), Busy(2e-5))
        assert ("all rounds together: at most" in capsys.readouterr().out) == told


def test_durations_are_said_in_the_unit_that_suits_them():
    said = [duration(seconds, "fr") for seconds in (0.001, 4.24, 35.2, 120.0, 5000.0, 36_000.0, 1.1e6)]
    assert [each.replace("\u00a0", " ").replace("\u202f", " ") for each in said] == [
        "0,1 s", "4,2 s", "35 s", "2 min", "83 min", "10 h", "306 h",
    ]


@pytest.mark.slow
@pytest.mark.parametrize("name", MIXED)
def test_the_time_announced_is_the_time_taken_by_the_model(name, tmp_path):
    plan = plan_from(tmp_path, {**GRID, "base": [], **MIXED[name], "replicates": {"fixed": 4}})
    rnd = first_round(plan)
    sample = timed(plan, rnd, simulate)
    ledger = driven(plan, tmp_path / "x", engine=simulate)
    taken = sum(receipt(tmp_path / "x", key).seconds for key in ledger.keys)
    print(f"{name}: {rnd.runs} runs, {len(sample.runs)} timed, announced {sample.total():.1f} s, taken {taken:.1f} s")
    assert sample.total() == pytest.approx(taken, rel=0.25)
