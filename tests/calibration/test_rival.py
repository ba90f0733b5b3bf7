"""The rival of four parameters recovers what it is made of, and says nothing where it cannot."""

import numpy as np
import pytest

from experiments.calibration.rival import RANGES, READ, RUNS, Rival, design, fit
from experiments.patterns.catalogue import catalogue
from sim.outcomes.verdict import VERDICTS

OUTCOMES = ("created", "alive", "practice", "net", "breadth", "delivered", "delay", "reach", "second", *VERDICTS)


def test_it_recovers_the_coefficients_of_a_logistic_law():
    truth, rng = np.array([-2.0, 3.0, 1.0, -0.3, 0.2]), np.random.default_rng(1)
    inputs = [each for root in range(12) for each in design(root)]
    features = np.array([(1.0, s, m, d, np.log(p)) for s, m, d, p in inputs])
    hits = rng.random(len(inputs)) < 1 / (1 + np.exp(-features @ truth))
    found = np.array(fit(inputs, [{"y": float(hit)} for hit in hits]).coefficients["y"])
    assert (np.sign(found) == np.sign(truth)).all()
    said, known = (1 / (1 + np.exp(-features @ each)) for each in (found, truth))
    assert np.abs(said - known).max() < 0.1


def test_it_stays_finite_where_inputs_tell_without_fail():
    inputs = design(1)
    found = fit(inputs, [{"y": float(s > 0.5)} for s, *_ in inputs]).coefficients["y"]
    assert np.isfinite(found).all() and found[1] > 5


def test_undefined_outcomes_are_left_out():
    inputs = design(1)
    rows = [{"y": None if at % 2 else 0.25} for at in range(len(inputs))]
    rival = fit(inputs, rows)
    assert rival.predict("y", (0.5, 0.4, 4, 1.0)) == pytest.approx(0.25, abs=0.02)


def test_the_design_covers_its_ranges_in_whole_levels():
    low, high = zip(*RANGES.values(), strict=True)
    runs = np.array(design(7))
    assert len(runs) == RUNS
    assert (runs >= low).all() and (runs <= high).all()
    assert set(runs[:, 2]) == {2, 3, 4, 5, 6}


def test_it_reads_every_part_that_decides_of_the_patterns_it_speaks_of():
    rival = Rival(dict.fromkeys(OUTCOMES, (-1.0, 0.5, 0.1, -0.1, 0.1)))
    for name, said in rival.readings().items():
        assert {part.name for part in catalogue()[name].parts if part.accepted} <= set(said), name
    assert set(READ) <= set(catalogue())


def test_it_passes_no_pattern_of_which_it_says_nothing():
    passed = Rival(dict.fromkeys(OUTCOMES, (0.0,) * 5)).passed()
    assert not any(passed[name] for name in catalogue() if name not in READ)
    assert not passed["SF3"]  # all levels alike
