"""What each lever says of itself is true: keys it moves, what it costs, how far it reaches, alone and with others."""

import itertools
import random

import numpy as np
import pytest

from sim.config import Config, parameter_of, resolved
from sim.scenarios import reach
from sim.scenarios.intervention import Intervention, find, names
from sim.timeline.draft import Draft, open_draft

LEVERS = {name: find(name) for name in names() if find(name).kind == "lever"}
PAIRS = random.Random(3).sample(list(itertools.combinations(LEVERS, 2)), 60)
MONTHS, FIRST, UNTIL = 8, 2, 6
ABSOLUTE = 1e-12

each = pytest.mark.parametrize("lever", LEVERS.values(), ids=LEVERS)


def draft() -> Draft:
    return open_draft(resolved(Config()), MONTHS)


def written(*levers: Intervention, strength: float = 1.0) -> Draft:
    found = draft()
    for lever in levers:
        lever.apply(found, FIRST, UNTIL, strength)
    return found


def columns(found: Draft) -> dict[str, np.ndarray]:
    table = found.levers
    groups = {group: table[group] for group in table.dtype.names}
    return {f"{group}.{field}": rows[field] for group, rows in groups.items() for field in rows.dtype.names}


def changed(found: Draft) -> set[str]:
    usual = columns(draft())
    return {key for key, column in columns(found).items() if column.tobytes() != usual[key].tobytes()}


@each
def test_it_moves_the_keys_it_names_and_no_other(lever: Intervention):
    assert changed(written(lever)) == set(lever.moves)
    assert len(set(lever.moves)) == len(lever.moves)


@each
def test_nothing_moves_outside_its_months_or_without_strength(lever: Intervention):
    assert changed(written(lever, strength=0.0)) == set()
    usual, found = columns(draft()), columns(written(lever))
    for key in lever.moves:
        assert np.array_equal(found[key][:FIRST], usual[key][:FIRST])
        assert np.array_equal(found[key][UNTIL:], usual[key][UNTIL:])
        assert (found[key][FIRST:UNTIL] != usual[key][FIRST:UNTIL]).all()


@each
def test_half_the_strength_moves_part_of_the_way(lever: Intervention):
    usual, half, full = columns(draft()), columns(written(lever, strength=0.5)), columns(written(lever))
    for key in lever.moves:
        way = (half[key][FIRST] - usual[key][FIRST]) / (full[key][FIRST] - usual[key][FIRST])
        assert 0.4 < way < 0.6, key


@pytest.mark.parametrize("pair", PAIRS, ids="+".join)
def test_two_levers_compose_in_any_order(pair: tuple[str, str]):
    one, other = (LEVERS[name] for name in pair)
    first, second = columns(written(one, other)), columns(written(other, one))
    for key in {*one.moves, *other.moves}:
        assert first[key] == pytest.approx(second[key], abs=ABSOLUTE), key


def test_each_key_is_moved_by_one_kind_of_move():
    """So that the order of a list never matters, also for pairs that are not sampled."""
    orders = (tuple(LEVERS.values()), tuple(reversed(LEVERS.values())))
    first, second = (columns(written(*order)) for order in orders)
    for key in first:
        assert first[key] == pytest.approx(second[key], abs=ABSOLUTE), key


@pytest.mark.parametrize("strength", [0.3, 1.0])
def test_all_together_stay_within_the_valid_ranges(strength: float):
    for key, column in columns(written(*LEVERS.values(), strength=strength)).items():
        declared = parameter_of(key)
        assert declared is not None
        if declared.valid is not None:
            low, high = declared.valid
            assert low <= column.min() and column.max() <= high, key
    shares = columns(written(*LEVERS.values(), strength=strength))
    assert (shares["voice.quick_share"] + shares["voice.middle_share"] <= 1.0).all()


@each
def test_its_words_are_there_in_both_languages(lever: Intervention):
    said = [lever.title, lever.effect, lever.source, lever.step, *(price.source for price in lever.prices)]
    for text in [*said, *([lever.case] if lever.case else [])]:
        assert len(text.fr) > 3 and len(text.en) > 3 and text.fr != text.en
    assert lever.equation.isascii() and lever.effect.fr.endswith(".") and lever.effect.en.endswith(".")
    assert "hypothèse" in lever.source.fr or lever.evidence == "none"


@each
def test_it_costs_something_and_says_where_the_figure_comes_from(lever: Intervention):
    assert lever.prices and lever.delay_months >= 1
    for price in lever.prices:
        assert any((price.eur_once, price.eur_month, price.days_once, price.days_month, price.elu_hours_once,
                    price.elu_hours_month))  # fmt: skip
        assert price.source.fr.startswith(("hypothèse", "étude"))
        assert price.source.en.startswith(("assumption", "study"))


def test_every_recommendation_of_the_study_is_a_lever():
    found = [lever.recommendation for lever in LEVERS.values() if lever.recommendation]
    assert sorted(found, key=lambda r: int(r[1:])) == [f"R{n}" for n in range(1, 27)]


def test_templates_name_their_case_and_give_no_verdict_on_it():
    cases = {name: lever.case for name, lever in LEVERS.items() if lever.case}
    assert set(cases) == {
        "idea_call", "idea_platform", "creative_places", "shared_desks", "lab_and_line", "many_tools", "co_training",
        "report_channels", "shared_lab", "mandatory_councils", "flash_workshops",
    }  # fmt: skip
    for case in cases.values():
        assert case is not None
        for word in ("échec", "réussi", "succès", "failed", "succeeded", "islet", "îlot"):
            assert word not in case.fr + case.en


def test_without_evidence_the_effect_is_nothing_and_it_says_so():
    nothing = {name for name, lever in LEVERS.items() if lever.evidence == "none"}
    assert nothing == {"unions"}
    assert "effet" in LEVERS["unions"].effect.fr and "no effect" in LEVERS["unions"].effect.en.lower()
    assert Config().workload.unions_relief == 0.0


# ---- reach


@pytest.mark.parametrize("name", LEVERS)
def test_no_lever_reaches_further_than_the_bound(name: str):
    found = reach.reach(name)
    assert list(found) == list(reach.DECISIONS)
    assert reach.total(found, "adopt", "abandon") <= reach.ADOPTION_BOUND
    assert reach.total(found) <= reach.BOUND


def test_all_levers_together_stay_bounded_in_adoption():
    assert 0.0 < reach.total(reach.reach_of(tuple(LEVERS)), "adopt", "abandon") <= reach.TOGETHER_BOUND


def test_reach_is_that_of_the_equations():
    """Known answers: rF = 0.6, mF = 0.3, closure F = 1; aF 0.9 + aN 0.9 for a neutral agent, bF 0.9."""
    project, jobs = reach.reach("administration_project"), reach.reach("job_descriptions")
    moved = {decision: change for decision, change in project.items() if change != 0.0}
    assert moved == pytest.approx({"pass": 0.6, "manager": 0.3, "lab_closure": -1.0})
    assert (jobs["adopt"], jobs["abandon"]) == pytest.approx((0.9 * (0.3 + 0.8), -0.9 * 0.5))
    assert reach.reach("mandatory_councils")["join"] == pytest.approx(-0.4)
    assert reach.total(reach.reach("unions")) == 0.0


def test_an_event_has_no_reach_of_its_own():
    assert reach.total(reach.reach("merger")) == 0.0
