"""The row of levers holds every number, switch and choice of the configuration, each in its place."""

import numpy as np
import pytest

from sim.config import (
    Config,
    field_codes,
    iter_parameters,
    lever_dtype,
    lever_row,
    parameter_of,
    resolved,
    validate,
    with_values,
)
from sim.config.adoption import Form

LEFT_OUT = {
    "sponsorship.departure_month",
    "sponsorship.successor_level",
    "sponsorship.successor_involvement",
    "verdict.epsilon",
}
LEAVES = [(group, field) for group in lever_dtype().names for field in lever_dtype()[group].names]


def test_only_texts_and_numbers_that_may_stay_null_are_left_out():
    held = {f"{group}.{field}" for group, field in LEAVES}
    keys = {key: p.kind for key, p in iter_parameters() if "." in key and "[]" not in key}
    declared = {key for key, kind in keys.items() if kind not in ("text", "list")}
    assert declared - held == LEFT_OUT
    assert held <= declared


def test_types_are_eight_bytes_and_aligned():
    kinds = {"float": np.float64, "int": np.int64, "bool": np.int64, "choice": np.int64}
    assert lever_dtype().isalignedstruct
    for group, field in LEAVES:
        assert lever_dtype()[group][field] == kinds[parameter_of(f"{group}.{field}").kind]


def test_a_row_holds_the_resolved_values():
    config = resolved(Config())
    row = lever_row(Config())
    assert row.shape == (1,)
    for group, field in LEAVES:
        value = getattr(getattr(config, group), field)
        p = parameter_of(f"{group}.{field}")
        assert row[group][field][0] == (p.choices.index(value) if p.choices else value)


@pytest.mark.parametrize(
    ("key", "value", "number"),
    [
        ("adoption.peers", 2.25, 2.25),
        ("hierarchy.depth", 6, 6),
        ("mechanisms.lab", False, 0),
        ("adoption.form", "hazard", 2),
    ],
)
def test_one_changed_key_changes_one_leaf(key, value, number):
    before, after = lever_row(Config()), lever_row(with_values(Config(), {key: value}))
    changed = [f"{g}.{f}" for g, f in LEAVES if before[g][f][0] != after[g][f][0]]
    assert changed == [key]
    group, field = key.split(".")
    assert after[group][field][0] == number


def test_rows_do_not_depend_on_what_is_null():
    assert lever_row(validate({"authority": {"field_agents": None}})).dtype == lever_dtype()


def test_codes_follow_the_order_of_declaration():
    assert field_codes(Form) == {"logistic": 0, "threshold": 1, "hazard": 2}
