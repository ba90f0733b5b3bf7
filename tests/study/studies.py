"""Small studies for tests, and a way to run them with an engine that takes no time."""

from pathlib import Path

import yaml

from experiments.commands import study as command
from experiments.executors import Setup
from experiments.grammar import read
from experiments.study.driver import Ledger, drive
from experiments.study.plan import StudyPlan
from experiments.study.spec import read_plan
from experiments.studying import study
from tests.unit.fake_engine import fake_simulate

GRID = {
    "title_fr": "Essai",
    "title_en": "Trial",
    "scenario": "transfo",
    "base": ["authority=commune_150"],
    "levers": {"sponsorship.level": {"values": [0.2, 0.5, 0.8]}, "hierarchy.depth": {"values": [2, 5]}},
    "design": {"kind": "grid"},
    "replicates": {"fixed": 4},
}
TABLES = ("runs.parquet", "monthly.parquet", "design.parquet")


class Silent:
    """Watches nothing."""

    def begin(self, total):
        pass

    def done(self, receipt, *, found):
        pass

    def close(self):
        pass


def written(folder: Path, said: dict, name: str = "essai") -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(yaml.safe_dump(said, sort_keys=False), encoding="utf-8")
    return path


def plan_from(folder: Path, said: dict, *line: str) -> StudyPlan:
    return read_plan(written(folder, said), line)


def driven(plan: StudyPlan, folder: Path, kind: str = "serial", workers: int = 1, engine=fake_simulate) -> Ledger:
    return drive(plan, folder, kind, Setup(workers, patience=60.0), Silent(), engine)


def run(folder: Path, said: dict, *tokens: str, out: Path, engine=fake_simulate) -> int:
    alone = () if "--workers" in tokens else ("--workers", "1")
    line = [f"study={written(folder, said)}", "--out", str(out), "--quiet", *alone, *tokens]
    request = read(command.COMMAND, line, "en")
    assert not request.mistakes
    return study(request, engine)


def table_bytes(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in TABLES}
