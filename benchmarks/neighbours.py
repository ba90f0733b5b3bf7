"""The same sweeps by Mesa's batch_run, by SALib alone and by `archipel study`: lines to write, processor time.

    python benchmarks/neighbours.py

Each runs in a process of its own, one after the other, on one core; the time is that of the processor (user and system,
imports included), so that other work on the machine counts little. The figures of docs/neighbours.en.md come from one
run of this file.
"""

import ast
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
QUICK = ROOT / "configs" / "study" / "quick.yaml"
WORDS = ("title_", "description_", "source")
SCREENING = {
    "scenario": "transfo",
    "base": ["authority=commune_150", "programme.launch=given"],
    "levers": {
        "sponsorship.level": {"low": 0.1, "high": 0.9},
        "management.stance": {"low": 0.2, "high": 0.8},
    },
    "uncertain": {
        "adoption.half_point": {"low": 1.5, "high": 4.0},
        "adoption.sponsor": {"low": 1.0, "high": 4.0},
        "relay.drop": {"low": 0.02, "high": 0.3},
    },
    "design": {"kind": "morris", "trajectories": 10},
    "replicates": {"fixed": 1},
}


def main() -> None:
    """Print one row a way of doing each sweep."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        screening = folder / "screening.yaml"
        screening.write_text(yaml.safe_dump(SCREENING, sort_keys=False), encoding="utf-8")
        sweeps = (
            ("grid, 6 points x 10", "mesa.batch_run", ROOT / "examples" / "mesa_batch_run.py", None),
            ("grid, 6 points x 10", "archipel study", QUICK, folder / "quick"),
            ("Morris, 60 points", "SALib alone", ROOT / "examples" / "salib_only.py", None),
            ("Morris, 60 points", "archipel study", screening, folder / "screening"),
        )
        print("| sweep | by | lines | processor time, s |\n|---|---|---|---|")
        for sweep, by, source, out in sweeps:
            command = [str(source)] if out is None else ["-m", "experiments", "study", f"study={source}", "--out",
                                                         str(out), "--workers", "1", "--quiet"]  # fmt: skip
            print(f"| {sweep} | {by} | {lines(source)} | {processor_time(command):.1f} |", flush=True)


def processor_time(command: list[str]) -> float:
    """Seconds of processor that a command of Python takes, its children included."""
    before = _used()
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, *command], check=True, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    return _used() - before


def lines(source: Path) -> int:
    """Lines that do something: comments, docstrings, words for readers and blank lines left out."""
    text = source.read_text(encoding="utf-8")
    if source.suffix == ".yaml":
        return sum(bool(line.strip()) and not line.lstrip().startswith(("#", *WORDS)) for line in text.splitlines())
    tree = ast.parse(text)
    silent = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None:
            silent |= set(range(node.body[0].lineno, (node.body[0].end_lineno or 0) + 1))
    return sum(
        bool(line.strip()) and not line.lstrip().startswith("#") and number not in silent
        for number, line in enumerate(text.splitlines(), start=1)
    )


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
