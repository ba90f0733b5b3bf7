"""The examples that drive the model from outside run as written, at small size, and agree with the model itself."""

import runpy
from pathlib import Path

import pytest

from sim import load_scenario, simulate

EXAMPLES = Path(__file__).parents[2] / "examples"


def example(name):
    return runpy.run_path(str(EXAMPLES / f"{name}.py"))


def test_mesa_batch_run_finds_the_verdicts_of_simulate(capsys):
    seeds = 2
    example("mesa_batch_run")["main"](seeds)
    told = capsys.readouterr().out.splitlines()[2:]
    shares = [float(line.split()[-1]) for line in told]
    base = ("authority=commune_150", "programme.launch=given")
    expected = [
        sum(simulate(load_scenario("transfo", *base, f"hierarchy.depth={depth}", f"sponsorship.level={level}"),
                     seed=seed).verdict == "diffusion" for seed in range(seeds)) / seeds
        for depth in (2, 5) for level in (0.2, 0.5, 0.8)
    ]  # fmt: skip
    assert shares == expected


def test_salib_alone_tells_every_key(capsys):
    module = example("salib_only")
    module["main"](2)
    told = capsys.readouterr().out
    assert all(key in told for key in module["PROBLEM"]["names"]) and "mu_star" in told


@pytest.mark.parametrize("name", sorted(path.stem for path in EXAMPLES.glob("*.py")))
def test_an_example_says_how_it_is_run(name):
    assert f"python examples/{name}.py" in (EXAMPLES / f"{name}.py").read_text(encoding="utf-8")
