"""dask and SLURM give the bytes of a serial run; skipped where they are not installed."""

import shutil

import pytest

from tests.study.studies import GRID, run, table_bytes


def both(tmp_path, kind):
    assert run(tmp_path, GRID, "--executor", "serial", out=tmp_path / "a") == 0
    assert run(tmp_path, GRID, "--executor", kind, "--workers", "2", out=tmp_path / "b") == 0
    assert table_bytes(tmp_path / "a") == table_bytes(tmp_path / "b")


def test_dask_gives_the_same_bytes(tmp_path):
    pytest.importorskip("distributed", reason="the dask extra is not installed")
    both(tmp_path, "dask")


@pytest.mark.skipif(shutil.which("sbatch") is None, reason="sbatch is not installed")
def test_slurm_gives_the_same_bytes(tmp_path):
    pytest.importorskip("submitit", reason="the slurm extra is not installed")
    both(tmp_path, "slurm")


def test_sql_and_cubes(tmp_path):
    from experiments.refusal import WorkFailed
    from experiments.study.reading import Study

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
