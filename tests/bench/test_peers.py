"""The peers of the benchmark do the same work: same adopters, one by one; same means over seeds."""

from pathlib import Path

import pytest

from experiments.bench import contagion, months, peers


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    built = peers.compiled_c(Path(tmp_path_factory.mktemp("c")))
    if built is None:
        pytest.skip("no C compiler on this machine")
    return built


@pytest.mark.parametrize("form", ["threshold", "logistic"])
def test_c_and_mesa_objects_find_the_same_adopters(form, library) -> None:
    found = contagion.compare(form, 300, library, mesa_months=12, rounds=1)
    assert found.same
    assert found.c is not None
    assert found.mesa.median > 1


def test_a_wrong_peer_is_noticed(library) -> None:
    town = contagion.Contagion("logistic", 300)
    other = contagion.Contagion("logistic", 300)
    other.climate.adopt[:] += 0.5
    assert (town.in_c(library, 96) != other.in_c(library, 96)).any()


def test_the_core_months_agree_with_mesa_objects() -> None:
    """Two columns at 4.5 standard errors, 7 degrees of freedom: a false alarm in fewer than 1 of 100 changes."""
    assert months.compare(200, mesa_months=24, rounds=1, seeds=8).agree
