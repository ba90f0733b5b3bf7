"""The disk cache of compiled rules: edits take effect, old versions go, no place to write is no obstacle."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sim.core import compile as compiler

pytestmark = pytest.mark.skipif(not compiler.compiled, reason="rules run uncompiled here")

CALLEE = "from sim.core.compile import rule\n@rule\ndef inner(x): return x + {step}\n"
CALLER = """
from sim.callee import inner
from sim.core.compile import cache_folder, is_cached, rule
@rule
def outer(x): return inner(x)
known = is_cached(outer), is_cached()
print(outer(1), *known, is_cached(outer), cache_folder)
"""


@pytest.fixture
def package(tmp_path):
    """A package with the real compile.py and two rules in two files, of which one calls the other."""
    core = tmp_path / "sim" / "core"
    core.mkdir(parents=True)
    shutil.copy(compiler.__file__, core)
    for folder in (core.parent, core):  # an installed `sim` must not come before this one
        (folder / "__init__.py").touch()
    (core.parent / "callee.py").write_text(CALLEE.format(step=1))
    (core.parent / "caller.py").write_text(CALLER)
    return tmp_path


def run_caller(package, cache):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("NUMBA_")}
    environment |= {"ARCHIPEL_CACHE_DIR": str(cache), "PYTHONPATH": str(package), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "sim.caller"]
    result = subprocess.run(command, cwd=package, env=environment, capture_output=True, text=True, check=True)
    return result.stdout.split()


def test_an_edited_rule_takes_effect_although_its_caller_is_cached(package):
    cache = package / "cache"
    first = run_caller(package, cache)
    assert first[:4] == ["2", "False", "False", "True"]
    again = run_caller(package, cache)
    assert again == ["2", "True", "True", "True", first[4]]
    (package / "sim" / "callee.py").write_text(CALLEE.format(step=2))
    edited = run_caller(package, cache)
    assert edited[:4] == ["3", "False", "False", "True"]
    assert Path(edited[4]).parent == Path(first[4]).parent == cache / "archipel"


def test_without_a_writable_place_rules_run_and_cache_nothing(package):
    (package / "file").write_text("")
    assert run_caller(package, package / "file") == ["2", "False", "False", "False", "None"]
    assert not list(package.rglob("*.nbi"))


def test_old_versions_go_and_everything_else_stays(tmp_path):
    now = time.time()
    for age in range(6):
        folder = tmp_path / f"{age:016x}"
        folder.mkdir()
        (folder / "rule.nbi").write_text("")
        os.utime(folder, (now - 86_400 * age,) * 2)
    recent = tmp_path / f"{99:016x}"
    recent.mkdir()
    (tmp_path / "mine").mkdir()
    os.utime(tmp_path / "mine", (0, 0))
    compiler._prune(tmp_path)
    assert {f.name for f in tmp_path.iterdir()} == {recent.name, "mine", f"{0:016x}", f"{1:016x}"}


def test_versions_in_use_within_the_hour_stay(tmp_path):
    for number in range(6):
        (tmp_path / f"{number:016x}").mkdir()
    compiler._prune(tmp_path)
    assert len(list(tmp_path.iterdir())) == 6


def test_the_version_follows_contents_and_names(package):
    folder = package / "sim"
    before = compiler._source_hash(folder)
    (folder / "callee.py").rename(folder / "renamed.py")
    renamed = compiler._source_hash(folder)
    (folder / "renamed.py").write_text(CALLEE.format(step=3))
    assert len({before, renamed, compiler._source_hash(folder)}) == 3
