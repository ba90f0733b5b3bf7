"""Tasks that start together on one cold cache, as those of an array do: each compiles, none meets half a file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WORK = """
from sim.core.compile import is_cached
from sim.core.draws import column, make_key
warm = is_cached(column)
print(warm, column(make_key(7), 3, 2, 5).tolist())
"""


def start(cache: Path) -> subprocess.Popen:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "ARCHIPEL_CACHE_DIR": str(cache)}
    return subprocess.Popen([sys.executable, "-c", WORK], env=environment, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("tasks", [4, pytest.param(20, marks=pytest.mark.slow)])
def test_tasks_that_start_together_on_a_cold_cache_agree(tasks, tmp_path):
    together = [start(tmp_path) for _ in range(tasks)]
    said = [process.communicate()[0].partition(" ")[2] for process in together]
    assert [process.returncode for process in together] == [0] * tasks
    assert len(set(said)) == 1 and said[0].count(",") == 19
    after = start(tmp_path)
    assert after.communicate()[0] == f"True {said[0]}" and after.returncode == 0
