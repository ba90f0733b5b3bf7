"""The patterns as data: all of them, in both languages, with conditions that compose and are not kept apart."""

import pytest

from experiments.patterns import catalogue
from experiments.patterns.lives import composed
from sim.config.root import Use

GRADES = dict(
    SF1="A", SF2="A", SF3="A", SF4="B", SF5="B", SF6="B", SF7="A", SF8="B", SF9="B", SF10="B", SF11="B", SF12="C",
    SF12b="C", SF13="C", SF14="B", SF15="A", SF16="B", SF17="B", SF18="B", SF19="C", SF20="B", SF21="B", SF22="A",
    SF23="B", SF24="C", SF25="B", SF26="B",
)  # fmt: skip


def test_all_of_them_in_order_with_the_studys_grades():
    assert {name: known.grade for name, known in catalogue().items()} == GRADES
    assert list(catalogue()) == list(GRADES)
    assert [name for name, known in catalogue().items() if known.use == "V"] == ["SF12b"]


@pytest.mark.parametrize("known", catalogue().values(), ids=list(catalogue()))
def test_it_is_complete(known):
    texts = [known.title, known.conditions, *(part.text for part in known.parts)]
    assert all(text.of(lang).strip() for text in texts for lang in ("fr", "en"))
    assert known.source
    assert len({part.name for part in known.parts}) == len(known.parts)
    if known.unmeasured is None:
        assert known.cells
        assert any(part.accepted is not None for part in known.parts)


@pytest.mark.parametrize("known", catalogue().values(), ids=list(catalogue()))
def test_its_conditions_compose_and_are_not_kept_for_validation(known):
    for cell in known.cells.values():
        config = composed(cell, ())
        assert config.use is not Use.VALIDATION
        assert 1 <= cell.months <= 120


def test_what_a_cell_sets_itself_stays():
    cell = catalogue()["SF12"].cells["6"]
    config = composed(cell, (("hierarchy.depth", 2), ("adoption.intercept", -7.0)))
    assert (config.hierarchy.depth, config.adoption.intercept) == (6, -7.0)
