"""The blank form of the second coder: every case, every scale with five anchors, nothing of the first coding."""

import re

import pytest

from experiments.configuration import load_scenario
from experiments.options import configs_folder, offered
from sim.config import parameter_of, resolved
from tests.architecture.repository import ROOT

SHEET = (ROOT / "docs" / "coding-sheet.md").read_text(encoding="utf-8")
TABLES = [
    [[cell.strip() for cell in row.strip("|").split("|")] for row in block.splitlines()]
    for block in re.findall(r"(?:^\|.*\|\n)+", SHEET, re.MULTILINE)
]
SCALES, FORM = TABLES
CASES = [name for name in offered("scenario", [configs_folder()]) if load_scenario(name).retrospective]


def test_the_form_has_one_empty_row_for_each_case():
    header, _, *rows = FORM
    assert sorted(re.findall(r"`(\w+)`", row[0])[0] for row in rows) == CASES
    for row in rows:
        assert len(row) == len(header) and row[2:] == [""] * (len(header) - 2)


def test_places_to_read_are_those_of_the_scenario():
    for name, places in ((re.findall(r"`(\w+)`", row[0])[0], row[1]) for row in FORM[2:]):
        assert load_scenario(name).source.endswith(f", {places}")


def test_every_scale_has_its_five_anchors_and_a_column():
    header, _, *rows = SCALES
    assert header[1:6] == ["0,1", "0,3", "0,5", "0,7", "0,9"]
    columns = FORM[0][2:-1]
    assert [re.findall(r"\*\*(\w+)\*\*", row[0])[0] for row in rows] == columns[:-1] and columns[-1] == "D"
    for row in rows:
        assert len(set(row[1:6])) == 5 and all(len(anchor) > 5 for anchor in row[1:6])


def test_keys_of_the_scales_are_shares_of_the_configuration():
    keys = re.findall(r"`(\w+\.\w+)` \|$", SHEET, re.MULTILINE)
    assert len(keys) >= 10
    for key in keys:
        p = parameter_of(key)
        assert p is not None and p.valid == (0, 1), key


@pytest.mark.parametrize("name", CASES)
def test_the_form_says_nothing_of_the_first_coding(name):
    config = resolved(load_scenario(name))
    said = re.findall(r"\w+ 0,\d+", config.coding_fr)
    blank = "\n".join("|".join(row) for row in FORM)
    assert not any(value in blank for value in said)
    assert config.title_fr not in SHEET and config.description_fr not in SHEET
