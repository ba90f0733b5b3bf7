"""dask and SLURM give the bytes of a serial run; skipped where they are not installed."""

import os
import shlex
import shutil
import signal
import subprocess
import threading
import time

import pytest

from experiments.refusal import WorkFailed
from experiments.study import driver
from experiments.study.chunks import FAILED, stored
from experiments.study.reading import Study
from experiments.study.sbatch import LARGEST_ARRAY, sbatch
from tests.study.studies import GRID, driven, plan_from, run, table_bytes
from tests.unit.fake_engine import fake_simulate

SLURM = pytest.mark.skipif(
    shutil.which("sbatch") is None or subprocess.run(["sinfo"], capture_output=True).returncode != 0,
    reason="no SLURM that answers: tools/slurm.sh starts one on this machine",
)


def both(tmp_path, kind):
    assert run(tmp_path, GRID, "--executor", "serial", out=tmp_path / "a") == 0
    assert run(tmp_path, GRID, "--executor", kind, "--workers", "2", out=tmp_path / "b") == 0
    assert table_bytes(tmp_path / "a") == table_bytes(tmp_path / "b")


def test_dask_gives_the_same_bytes(tmp_path):
    pytest.importorskip("distributed", reason="the dask extra is not installed")
    both(tmp_path, "dask")


def alone(config, seed):
    """The engine of the tests; it fails where another run is under way in the same process."""
    assert _one.acquire(blocking=False), "two runs at once in one process"
    try:
        time.sleep(0.02)
        return fake_simulate(config, seed)
    finally:
        _one.release()


_one = threading.Lock()


def test_a_dask_scheduler_that_is_there_is_used_one_run_a_process(tmp_path):
    """Its workers have four threads each, as dask starts them where nothing is said."""
    distributed = pytest.importorskip("distributed", reason="the dask extra is not installed")
    assert run(tmp_path, GRID, out=tmp_path / "a") == 0
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=4, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        line = ("--executor", "dask", "--scheduler", cluster.scheduler_address)
        assert run(tmp_path, GRID, *line, out=tmp_path / "b", engine=alone) == 0
    assert table_bytes(tmp_path / "a") == table_bytes(tmp_path / "b")


def killing(config, seed):
    if config.sponsorship.level == 0.5 and config.hierarchy.depth == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return fake_simulate(config, seed)


@pytest.mark.slow
def test_a_chunk_that_kills_its_dask_worker_is_found_out(tmp_path, monkeypatch):
    pytest.importorskip("distributed", reason="the dask extra is not installed")
    monkeypatch.setattr(driver, "TRIES", 1)
    monkeypatch.setattr(driver, "TOGETHER", 1)
    ledger = driven(plan_from(tmp_path, GRID), tmp_path / "x", "dask", 2, killing)
    assert {stored(path)["reason"] for path in (tmp_path / "x" / FAILED).glob("*.json")} == {"worker died"}
    assert 0 < len(ledger.failures) <= len(ledger.keys) // 3


@SLURM
def test_slurm_gives_the_same_bytes(tmp_path):
    pytest.importorskip("submitit", reason="the slurm extra is not installed")
    both(tmp_path, "slurm")


@SLURM
def test_slurm_computes_the_study_by_the_printed_file(tmp_path, capsys):
    """Plan, submit what is printed, wait, gather: the bytes of a serial run of the model."""
    from experiments.command import main
    from sim.simulation import simulate

    said = {**GRID, "base": ["authority=commune_150", "observe_months=[30]", "horizon_months=31"]}
    assert run(tmp_path, said, out=tmp_path / "a", engine=simulate) == 0
    capsys.readouterr()
    assert run(tmp_path, said, "--plan", out=tmp_path / "b") == 0
    (tmp_path / "submit.sh").write_text(capsys.readouterr().out)
    subprocess.run(["sbatch", "--wait", str(tmp_path / "submit.sh")], check=True, capture_output=True, timeout=600)
    assert main(["gather", str(tmp_path / "b"), "--quiet"]) == 0
    assert table_bytes(tmp_path / "a") == table_bytes(tmp_path / "b")


@pytest.mark.parametrize("chunks", [1, 999, 1_000, 1_001, 12_345])
def test_the_tasks_of_the_printed_file_compute_every_chunk_once(chunks, tmp_path):
    """The file is run task by task by a shell, with an echo in place of the command."""
    from experiments.study.rounds import Piece, Round

    text = sbatch(tmp_path, [Round(0, 0, (), ((Piece((0,), 0, 1),),) * chunks)])
    array = next(word for line in text.splitlines() for word in line.split() if word.startswith("--array="))
    last = int(array.rpartition("-")[2].partition("%")[0])
    assert last < LARGEST_ARRAY and len(text.splitlines()) <= 14
    loop = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    echo = loop.replace(next(line for line in loop.splitlines() if "worker" in line), "  echo $chunk")
    script = f"for SLURM_ARRAY_TASK_ID in $(seq 0 {last}); do\n({echo})\ndone"
    told = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert sorted(map(int, told)) == list(range(chunks))


def test_the_printed_file_names_its_folder_whatever_it_is_called(tmp_path):
    from experiments.study.rounds import Piece, Round

    folder = tmp_path / "mon étude"
    text = sbatch(folder, [Round(0, 0, (), ((Piece((0,), 0, 1),),))])
    (output,) = (line for line in text.splitlines() if "--output" in line)
    assert shlex.split(output.removeprefix("#SBATCH ")) == [f"--output={folder}/logs/%A_%a.txt"]


def test_a_study_that_is_not_gathered_names_the_command(tmp_path):
    from experiments.study.rounds import write_plan

    write_plan(tmp_path / "x", plan_from(tmp_path, GRID))
    with pytest.raises(Exception, match="archipel gather"):
        Study.open(tmp_path / "x")


def test_sql_and_cubes(tmp_path):
    assert run(tmp_path, GRID, out=tmp_path / "a") == 0
    study = Study.open(tmp_path / "a")
    try:
        import duckdb  # noqa: F401
    except ImportError:
        with pytest.raises(WorkFailed, match="library"):
            study.sql("SELECT 1")
    else:
        counted = study.sql("SELECT point_id, count(*) AS n FROM runs GROUP BY point_id")
        assert counted["n"].tolist() == [4] * 6
    try:
        import xarray  # noqa: F401
    except ImportError:
        with pytest.raises(WorkFailed, match="library"):
            study.to_xarray()
    else:
        cube = study.to_xarray()
        assert cube["monthly_practice"].sizes == {"point_id": 6, "replicate": 4, "month": 96}
        assert "sponsorship.level" in cube.coords


@pytest.mark.filterwarnings("error")
def test_a_cube_of_a_study_without_months(tmp_path):
    pytest.importorskip("xarray", reason="the cubes extra is not installed")
    assert run(tmp_path, {**GRID, "monthly": "none"}, out=tmp_path / "a") == 0
    cube = Study.open(tmp_path / "a").to_xarray()
    assert cube["net_practice"].sizes == {"point_id": 6, "replicate": 4} and cube.sizes["month"] == 0
