"""What each mechanism does: conditions, rows that are taken up again, tables; origins that name what exists."""

import json

import pytest

from experiments.ablation import reading, tables
from experiments.ablation.conditions import AS_IS, Condition, mechanisms, structures
from experiments.ablation.origins import HEADLINE, PATTERNS
from experiments.language import Words
from experiments.patterns import catalogue
from experiments.patterns.acceptance import above
from experiments.patterns.reading import Finding, Reading
from sim.config import Config, parameter_of, with_values
from sim.config.mechanisms import Mechanisms


def finding(value, passed):
    return Finding("part", value, value - 1, value + 1, above(0), passed, 1.0)


def of(name, value):
    return Reading(name, value > 0, 1.0, (finding(value, value > 0),), 3)


def test_every_mechanism_is_taken_out_once_and_alone():
    first, *others = mechanisms()
    assert first == AS_IS
    assert [condition.name for condition in others] == list(Mechanisms.model_fields)
    assert all(condition.values == {f"mechanisms.{condition.name}": False} for condition in others)


@pytest.mark.parametrize("condition", [*mechanisms(), *structures()], ids=lambda condition: condition.name)
def test_conditions_are_values_that_the_configuration_takes(condition):
    changed = with_values(Config(), condition.values)
    assert condition.values == {} or changed != Config()
    assert condition.text.fr != condition.text.en


@pytest.mark.parametrize("name", [*PATTERNS, *HEADLINE])
def test_origins_name_keys_and_mechanisms_that_exist(name):
    origin = PATTERNS.get(name) or HEADLINE[name]
    assert all(parameter_of(key) for key in origin.keys), origin.keys
    assert set(origin.mechanisms) <= set(Mechanisms.model_fields)
    assert origin.kind != "put_in" or origin.keys, "what is put in is put in by something"


def test_every_pattern_has_its_origin():
    assert set(PATTERNS) == set(catalogue())


def test_work_is_taken_up_again_and_a_damaged_part_is_read_again(tmp_path, monkeypatch):
    calls = []

    def evaluate(ids, *, values, **_):
        calls.append(dict(values))
        return {name: of(name, 1.0 if not values else -1.0) for name in ids}

    monkeypatch.setattr(reading, "evaluate", evaluate)
    conditions = (AS_IS, Condition("off", AS_IS.text, {"mechanisms.lab": False}))
    asked = {"replicates": 3, "root": 1, "workers": 1}
    first = list(reading.read_all(conditions, ["SF1", "SF2"], tmp_path, **asked))
    assert len(calls) == 2
    assert list(reading.read_all(conditions, ["SF1", "SF2"], tmp_path, **asked)) == first
    assert len(calls) == 2
    part = next((tmp_path / reading.PARTS).glob("off-*.json"))
    part.write_text(part.read_text().replace("-1.0", "-2.0"))
    assert list(reading.read_all(conditions, ["SF1", "SF2"], tmp_path, **asked)) == first
    assert calls[-1] == {"mechanisms.lab": False}
    assert json.loads(part.read_text())["rows"] == first[1][1]


def test_the_grid_marks_what_a_condition_changes():
    off = Condition("off", AS_IS.text, {"mechanisms.lab": False})
    rows = [list(reading.rows_of(c, of("SF1", v))) for c, v in ((AS_IS, 2.0), (off, -2.0))]
    read = list(zip((AS_IS, off), rows, strict=True))
    assert tables.lost(read) == {"off": ["SF1"]}
    *_, as_is, changed = tables.grid(read, ["SF1"], Words("en")).splitlines()
    assert as_is.endswith("| yes 2 |")
    assert changed.endswith("| **no -2** |")
