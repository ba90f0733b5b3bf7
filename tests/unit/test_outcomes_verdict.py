"""The verdict as a truth table: every branch, every border, every flag, from a row alone."""

import math
from itertools import product

import pytest

from sim.core import codes
from sim.outcomes.verdict import (
    FLAGS,
    ISLET_KINDS,
    LABELS,
    VERDICTS,
    MissingQuantile,
    Verdict,
    may_be_islets,
    verdict_from_row,
)
from tests.unit.outcome_world import THRESHOLDS

EPSILON = 0.01
JUST = 1e-12

DIFFUSED = {
    "programme_status": codes.ENDED,
    "net_practice": 0.2,
    "breadth": 0.5,
    "practice_rest": 0.10,
    "momentum": 0.0,
    "practice_gain": 0.0,
    "practitioners": 400,
    "concentration": 0.0,
    "concentration_quantile": 0.01,
    "largest_group": 0.1,
    "largest_group_quantile": 0.2,
    "isolated": 0.2,
    "cynicism_involved": 0.0,
    "relaunch_ratio": 1.0,
    "lab_alive": 0,
    "secondary_adopters": 3.0,
    "ambassadors_practising": 5,
}
SPREADS = DIFFUSED | {"breadth": 0.25, "practice_rest": 0.05, "momentum": 0.06, "practice_gain": EPSILON}
ISOLATED = DIFFUSED | {"breadth": 0.1, "practice_rest": 0.02}
FELL_BACK = DIFFUSED | {"net_practice": 0.0, "breadth": 0.0}


def read(row, **changes):
    return verdict_from_row(row | changes, EPSILON, THRESHOLDS)


@pytest.mark.parametrize(
    ("row", "changes", "expected"),
    [
        (DIFFUSED, {}, "diffusion"),
        (DIFFUSED, {"net_practice": EPSILON}, "diffusion"),
        (DIFFUSED, {"net_practice": EPSILON - JUST}, "fallback"),
        (DIFFUSED, {"breadth": 0.5 - JUST}, "islets"),
        (DIFFUSED, {"practice_rest": 0.10 - JUST}, "islets"),
        (DIFFUSED, {"practice_rest": None}, "islets"),
        (DIFFUSED, {"momentum": 0.5, "practice_gain": 0.1}, "diffusion"),
        (DIFFUSED, {"breadth": 0.5 - JUST, "momentum": 0.5, "practice_gain": 0.1}, "spreading"),
        (DIFFUSED, {"practice_rest": 0.10 - JUST, "momentum": 0.5, "practice_gain": 0.1}, "spreading"),
        (SPREADS, {}, "spreading"),
        (SPREADS, {"breadth": 0.25 - JUST}, "islets"),
        (SPREADS, {"practice_rest": 0.05 - JUST}, "islets"),
        (SPREADS, {"practice_rest": None}, "islets"),
        (SPREADS, {"momentum": 0.05}, "islets"),
        (SPREADS, {"momentum": 0.05 + JUST}, "spreading"),
        (SPREADS, {"momentum": None, "practice_gain": None}, "islets"),
        (SPREADS, {"practice_gain": EPSILON - JUST}, "islets"),
        (SPREADS, {"net_practice": EPSILON - JUST}, "fallback"),
        (SPREADS, {"net_practice": EPSILON}, "spreading"),
        (ISOLATED, {}, "islets"),
        (ISOLATED, {"net_practice": EPSILON}, "islets"),
        (ISOLATED, {"net_practice": EPSILON - JUST}, "fallback"),
        (FELL_BACK, {}, "fallback"),
        (FELL_BACK, {"net_practice": -0.3}, "fallback"),
    ],
)
def test_classes_and_their_borders(row, changes, expected):
    assert read(row, **changes).verdict == expected


@pytest.mark.parametrize("row", [DIFFUSED, SPREADS, ISOLATED, FELL_BACK])
@pytest.mark.parametrize("status", [codes.PLANNED, codes.NOT_LAUNCHED])
def test_what_never_started_is_not_launched(row, status):
    found = read(row, programme_status=status)
    assert (found.verdict, found.islet_kind, found.extinct) == ("not_launched", None, False)


@pytest.mark.parametrize("status", [codes.ACTIVE, codes.ENDED, codes.ABORTED])
def test_any_programme_that_started_is_judged(status):
    assert read(DIFFUSED, programme_status=status).verdict == "diffusion"


def test_the_five_classes_exclude_one_another_everywhere():
    """On a grid around every line, the class is the one that the written order of the rule gives."""
    for net, wide, rest, growth, gain in product(
        (0.0, EPSILON), (0.2, 0.25, 0.5), (0.02, 0.05, 0.1), (0.05, 0.06), (0.0, EPSILON)
    ):
        row = ISOLATED | {
            "net_practice": net,
            "breadth": wide,
            "practice_rest": rest,
            "momentum": growth,
            "practice_gain": gain,
        }
        if wide >= 0.5 and rest >= 0.10 and net >= EPSILON:
            expected = "diffusion"
        elif net < EPSILON:
            expected = "fallback"
        elif wide >= 0.25 and rest >= 0.05 and growth > 0.05 and gain >= EPSILON:
            expected = "spreading"
        else:
            expected = "islets"
        assert read(row).verdict == expected


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({}, "mixed"),
        ({"isolated": 0.5}, "archipelago"),
        ({"isolated": 0.5 - JUST}, "mixed"),
        ({"concentration": 0.01}, "mixed"),  # at its quantile, not above
        ({"concentration": 0.01 + JUST}, "compact"),
        ({"largest_group": 0.2}, "mixed"),
        ({"largest_group": 0.2 + JUST}, "compact"),
        ({"largest_group": 0.3, "isolated": 0.9}, "compact"),
        ({"concentration": None, "concentration_quantile": None}, "mixed"),  # a single service
        ({"concentration": None, "concentration_quantile": None, "largest_group": 0.3}, "compact"),
        ({"practitioners": 1, "concentration": None, "largest_group_quantile": None}, None),
        ({"practitioners": 0, "concentration": None, "largest_group": None}, None),
    ],
)
def test_kinds_of_islets(changes, kind):
    assert read(ISOLATED, **changes).islet_kind == kind


@pytest.mark.parametrize("row", [DIFFUSED, SPREADS, FELL_BACK])
def test_only_islets_have_a_kind(row):
    assert read(row, isolated=0.9, concentration=0.9).islet_kind is None


@pytest.mark.parametrize("name", ["concentration_quantile", "largest_group_quantile"])
def test_a_kind_that_was_not_measured_is_not_guessed(name):
    with pytest.raises(MissingQuantile, match=f"{name} was not measured"):
        read(ISOLATED, **{name: None})


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, False),
        ({"cynicism_involved": 0.05}, True),
        ({"cynicism_involved": 0.05 - JUST}, False),
        ({"cynicism_involved": None}, False),
        ({"relaunch_ratio": 0.8}, True),
        ({"relaunch_ratio": 0.8 + JUST}, False),
        ({"relaunch_ratio": None}, False),
        ({"relaunch_ratio": None, "cynicism_involved": 0.2}, True),
    ],
)
@pytest.mark.parametrize("row", [DIFFUSED, ISOLATED, FELL_BACK])
def test_disillusion(row, changes, expected):
    assert read(row, **changes).disillusion is expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"lab_alive": 1, "secondary_adopters": 0.5 - JUST}, True),
        ({"lab_alive": 1, "secondary_adopters": 0.5}, False),
        ({"lab_alive": 0, "secondary_adopters": 0.0}, False),
        ({"lab_alive": 1, "secondary_adopters": None}, False),
        ({"lab_alive": 1, "secondary_adopters": -2.0}, True),
    ],
)
def test_showcase_lab(changes, expected):
    assert read(DIFFUSED, **changes).showcase_lab is expected


def test_aborted():
    assert read(FELL_BACK, programme_status=codes.ABORTED).aborted is True
    assert read(FELL_BACK, programme_status=codes.ENDED).aborted is False


@pytest.mark.parametrize(
    ("row", "changes", "expected"),
    [
        (FELL_BACK, {"ambassadors_practising": 0}, True),
        (FELL_BACK, {"ambassadors_practising": 1}, False),
        (FELL_BACK, {"ambassadors_practising": 0, "lab_alive": 1}, False),
        (ISOLATED, {"ambassadors_practising": 0}, False),
    ],
)
def test_extinct(row, changes, expected):
    assert read(row, **changes).extinct is expected


@pytest.mark.parametrize("row", [DIFFUSED, SPREADS, ISOLATED, FELL_BACK])
@pytest.mark.parametrize("undefined", [None, math.nan])
def test_a_stored_row_reads_the_same(row, undefined):
    """A table turns counts into floats and None into NaN."""
    optional = ("practice_rest", "momentum", "practice_gain", "cynicism_involved", "relaunch_ratio", "concentration")
    for name in (*optional, "secondary_adopters"):
        fresh = row | {name: None}
        stored = {key: float(value) if value is not None else undefined for key, value in fresh.items()}
        assert read(stored) == read(fresh)


def test_other_thresholds_read_the_same_row():
    assert verdict_from_row(ISOLATED | {"breadth": 0.3, "practice_rest": 0.07}, EPSILON, THRESHOLDS).verdict == "islets"
    mild = verdict_from_row(ISOLATED | {"breadth": 0.3, "practice_rest": 0.07}, EPSILON, THRESHOLDS.scaled(0.5))
    assert mild.verdict == "diffusion"
    assert verdict_from_row(DIFFUSED, EPSILON, THRESHOLDS.scaled(1.5)).verdict == "islets"
    assert verdict_from_row(DIFFUSED, 0.21, THRESHOLDS).verdict == "fallback"


def test_scaling_moves_the_lines_of_the_rule_and_not_how_the_row_was_measured():
    moved = THRESHOLDS.scaled(1.5)
    assert (moved.breadth, moved.relaunch_ratio, moved.showcase) == pytest.approx((0.75, 1.2, 0.75))
    kept = ("service_share", "service_min", "permutations", "quantile")
    assert all(getattr(moved, name) == getattr(THRESHOLDS, name) for name in kept)


FACTORS = (0.5, 0.75, 1.0, 1.25, 1.5)


def test_permutations_are_foreseen_wherever_a_moved_line_gives_islets():
    for net, wide, rest, growth in product(
        (0.004, 0.005, 0.012, 0.2), (0.1, 0.3, 0.6, 0.8), (0.01, 0.06, 0.12, 0.2), (0.0, 0.06, 0.2)
    ):
        row = ISOLATED | {"net_practice": net, "breadth": wide, "practice_rest": rest}
        row |= {"momentum": growth, "practice_gain": growth / 5}
        readings = {
            verdict_from_row(row, EPSILON * strict, THRESHOLDS.scaled(factor)).verdict
            for strict, factor in product(FACTORS, FACTORS)
        }
        assert may_be_islets(row, EPSILON, THRESHOLDS) or "islets" not in readings


@pytest.mark.parametrize(
    ("row", "changes", "expected"),
    [
        (ISOLATED, {}, True),
        (ISOLATED, {"programme_status": codes.NOT_LAUNCHED}, False),
        (FELL_BACK, {}, False),
        (FELL_BACK, {"net_practice": EPSILON / 2}, True),
        (DIFFUSED, {}, True),
        (DIFFUSED, {"breadth": 0.75, "practice_rest": 0.1501}, False),
    ],
)
def test_permutations_are_spared_elsewhere(row, changes, expected):
    assert may_be_islets(row | changes, EPSILON, THRESHOLDS) is expected


def test_every_verdict_kind_and_flag_has_its_words():
    assert set(LABELS) == {*VERDICTS, *ISLET_KINDS, *FLAGS}
    assert LABELS["not_launched"].fr == "non lancé" and LABELS["spreading"].fr == "diffusion en cours"
    assert LABELS["islets"].fr == "îlots participatifs" and LABELS["fallback"].fr == "retombée"
    assert [LABELS[kind].fr for kind in ISLET_KINDS] == ["compacts", "en archipel", "mixtes"]
    assert [LABELS[flag].fr for flag in FLAGS] == ["désillusion", "labo-vitrine", "arrêté", "extinction"]


def test_a_verdict_has_the_columns_of_a_row():
    assert list(Verdict.__dataclass_fields__) == ["verdict", "islet_kind", *FLAGS]
