"""What the app loads before its page is there."""

import subprocess
import sys

HEAVY = {"pandas", "scipy.stats", "openpyxl", "matplotlib", "SALib"}


def test_the_app_opens_without_what_only_analyses_and_files_need():
    loaded = "import sys, experiments.seminar.live.serving; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    modules = set(done.stdout.split())
    assert "experiments.seminar.live.server" in modules
    assert not HEAVY & modules
