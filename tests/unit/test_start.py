"""start.py: sets up once, hands over, and says plainly why it cannot."""

import ast
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

FILE = Path(__file__).resolve().parents[2] / "start.py"


@pytest.fixture
def start(tmp_path, monkeypatch):
    """The file as a module, on an empty folder of its own, with every outside call written down."""
    spec = importlib.util.spec_from_file_location("start", FILE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    root = tmp_path / "un dossier à moi"
    (root / ".venv").mkdir(parents=True)
    for name in ("pyproject.toml", *module.LOCKS):
        (root / name).touch()
    monkeypatch.setattr(module, "ROOT", str(root))
    monkeypatch.setattr(module, "VENV", str(root / ".venv"))
    monkeypatch.setattr(module, "READY", [str(root / ".venv" / ".ready-run")])
    monkeypatch.setattr(module, "INPUTS", [str(root / name) for name in ("pyproject.toml", *module.LOCKS)])
    module.calls = []
    monkeypatch.setattr(module.subprocess, "check_call", module.calls.append)
    monkeypatch.setattr(module.subprocess, "call", lambda line, cwd=None: module.calls.append(line) or 7)
    monkeypatch.setenv("LANGUAGE", "fr")
    return module


def made(module):
    """What creating the environment leaves."""
    path = Path(module.interpreter())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()


def test_an_old_python_can_read_it_and_only_the_standard_library_is_used():
    tree = ast.parse(FILE.read_text(encoding="utf-8"), feature_version=(3, 4))
    modules = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert modules == {"os", "subprocess", "sys", "ensurepip", "venv"}
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr | ast.ImportFrom | ast.AnnAssign)]


def test_an_old_python_is_told_so(start, monkeypatch, capsys):
    monkeypatch.setattr(start.sys, "version_info", (3, 8, 1))
    assert start.main([]) == 1
    assert "Python 3.11 ou plus récent ; celui-ci est le 3.8" in capsys.readouterr().err
    assert start.calls == []


def test_everything_is_installed_from_the_locks_then_the_app_opens(start, capsys):
    assert start.main([]) == 7
    venv, build, run, project, opened = start.calls
    assert venv[1:3] == ["-m", "venv"]
    assert "--require-hashes" in build and build[-1].endswith("requirements-build.lock")
    assert "--require-hashes" in run and run[-1].endswith("requirements.lock")
    assert "--editable" in project and "--no-deps" in project
    assert opened[1:] == ["-m", "experiments", "app"]
    assert "une seule fois" in capsys.readouterr().err


def test_the_second_time_nothing_is_installed(start):
    made(start)
    start.main([])
    start.calls.clear()
    assert start.main(["list", "scenarios"]) == 7
    assert [line[1:] for line in start.calls] == [["-m", "experiments", "list", "scenarios"]]


def test_a_changed_lock_installs_again(start):
    made(start)
    start.main([])
    start.calls.clear()
    later = Path(start.READY[0]).stat().st_mtime + 10
    os.utime(start.INPUTS[-1], (later, later))
    start.main([])
    assert len(start.calls) == 4  # the environment is there already


def test_a_failed_installation_is_said_and_leaves_no_stamp(start, monkeypatch, capsys):
    def fail(line):
        raise subprocess.CalledProcessError(1, line)

    monkeypatch.setattr(start.subprocess, "check_call", fail)
    assert start.main([]) == 1
    assert "réseau" in capsys.readouterr().err
    assert not start.is_ready()


def test_english_where_the_environment_asks_for_it(start, monkeypatch, capsys):
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setattr(start.sys, "version_info", (3, 9))
    start.main([])
    assert "needs Python 3.11" in capsys.readouterr().err


def test_from_this_checkout_it_hands_over_to_the_command(monkeypatch):
    spec = importlib.util.spec_from_file_location("start", FILE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    if not module.is_ready():
        pytest.skip("this checkout is not set up, and a test installs nothing")
    line = [sys.executable, str(FILE), "list", "studies", "--lang", "en"]
    done = subprocess.run(line, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0 and "quick" in done.stdout
