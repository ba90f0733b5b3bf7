"""Readings, intervals, frontier, advice and sample, on tables whose answer is known."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from experiments.language import Words
from experiments.plans.advice import Answer, Confidence, advice
from experiments.plans.around import box, cells, effects
from experiments.plans.dates import dates
from experiments.plans.exploring import Explored, around_today, varies
from experiments.plans.frontier import dominated, frontier, steps
from experiments.plans.goal import Goal, usual_goal
from experiments.plans.laying import laid, nothing
from experiments.plans.numbers import cost_per_practitioner, over_worlds, ratio
from experiments.plans.plan_file import NOTHING
from experiments.plans.readings import readings
from experiments.plans.rounding import rounded
from experiments.plans.written import told
from experiments.statistics import Estimate
from experiments.study.factors import Factor
from sim.config import resolved, with_values
from tests.plans.made import base, read_body

WORLDS = 40


def frame(lasting, euros=0.0, days=0.0, elu_hours=0.0, luck=1.0, seed=0) -> pd.DataFrame:
    """Readings of one plan around these means."""
    draw = np.random.default_rng(seed).normal(0, luck, WORLDS)
    return pd.DataFrame(
        {"lasting": lasting + draw, "euros": np.full(WORLDS, euros), "days": np.full(WORLDS, days),
         "elu_hours": np.full(WORLDS, elu_hours), "replicate": np.arange(WORLDS)}
    )  # fmt: skip


NONE = frame(0, luck=0)


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.floats(0, 1e6), st.booleans())
def test_what_is_rounded_stays_in_order_and_inside_one_step(value, below, above, even):
    estimate = Estimate(value, value - below, value + above, 10)
    shown = rounded(estimate, even=even)
    if shown.low is None:
        assert shown.value == pytest.approx(value, rel=0.06, abs=0.5)
        return
    assert shown.low <= shown.value <= shown.high
    assert abs(shown.value - value) <= max(1.0, (below + above) / 2)


@pytest.mark.parametrize(
    ("estimate", "even", "said"),
    [
        (Estimate(297.0, 88.0, 1084.0, 40), False, (300, 90, 1100)),
        (Estimate(87.5, 73.9, 94.5, 40), True, (90, 75, 95)),
        (Estimate(1552.0, 1552.0, 1552.0, 40), False, (1600, None, None)),
        (Estimate(143.0, 143.0, 512.0, 40), False, (140, 140, 500)),
        (Estimate(0.0, 0.0, 9.0, 40), True, (0, 0, 9)),
    ],
)
def test_no_digit_that_the_interval_does_not_support(estimate, even, said):
    shown = rounded(estimate, even=even)
    assert (shown.value, shown.low, shown.high) == said


def test_a_quantity_is_told_with_its_unit_in_each_language():
    number = over_worlds("a", "euros", np.linspace(190_000, 900_000, 41), "euros")
    assert told(number, Words("en")) == "€500k (300 to 800)"
    assert told(number, Words("fr")).replace("\u202f", " ").replace("\u00a0", " ") == "500 k€ (300 à 800)"


def test_readings_are_set_against_doing_nothing_in_the_same_world():
    config = resolved(base("authority.services=4"))
    row = {"epsilon": 0.02, "programme_status": 2, "practice_rest": 0.0, "momentum": 0.0, "practice_gain": 0.0,
           "cynicism_involved": 0.0, "cynicism_others": 0.0, "relaunch_ratio": 1.0, "lab_alive": 0,
           "secondary_adopters": 0.0, "ambassadors_practising": 1, "isolated": 0.0, "disillusion": False,
           "concentration_quantile": 0.5, "largest_group_quantile": 0.5, "elu_hours": 2.0}  # fmt: skip
    runs = pd.DataFrame([
        {**row, "scenario": NOTHING, "replicate": r, "seed": r, "practitioners": 5, "breadth": 0.25, "euros": 10.0,
         "agent_days": 1.0, "practice_twin": 0.0} for r in (1, 0)
    ] + [
        {**row, "scenario": "a", "replicate": r, "seed": r, "practitioners": 25 + r, "breadth": 0.5, "euros": 110.0,
         "agent_days": 4.0, "practice_twin": 0.0} for r in (0, 1)
    ])  # fmt: skip
    read = readings(runs, "a", NOTHING, config)
    assert read["lasting"].tolist() == [20, 21]
    assert read["services_more"].tolist() == [1.0, 1.0]
    assert read["euros"].tolist() == [100.0, 100.0]
    assert read["kind"].tolist() == ["islets", "islets"]
    assert not read["not_launched"].any()


def test_a_plan_with_another_luck_cannot_be_read():
    runs = pd.DataFrame({"scenario": ["nothing", "a"], "replicate": [0, 0], "seed": [1, 2]})
    with pytest.raises(ValueError, match="seeds"):
        readings(runs, "a", "nothing", resolved(base()))


def test_the_frontier_keeps_what_leaves_visibly_more_than_the_cheaper_ones():
    plans = {NOTHING: NONE, "cheap": frame(50, 100), "worse": frame(30, 200, seed=1), "dear": frame(90, 300, seed=2)}
    assert frontier(plans, "euros") == [NOTHING, "cheap", "dear"]
    found = {(step.cheaper, step.dearer): step for step in steps(plans) if step.account == "euros"}
    step = found[("cheap", "dear")]
    assert step.cost.value == 200
    assert step.buys.low <= 40 / 200 * 10_000 <= step.buys.high
    assert dominated(plans) == {"worse": "cheap"}


def test_an_effect_that_is_luck_is_on_no_frontier():
    assert frontier({NOTHING: NONE, "lucky": frame(0.01, 10, luck=50.0)}, "euros") == [NOTHING]


def test_the_cost_of_a_practitioner_is_the_ratio_of_two_sums():
    assert cost_per_practitioner("a", frame(50, 5000)).value == pytest.approx(100, rel=0.02)
    assert np.isnan(cost_per_practitioner("a", frame(0.0, 5000, luck=50.0)).value)
    assert ratio(pd.Series([2.0, 4.0]), pd.Series([1.0, 2.0])).value == 2.0


GOAL = Goal("lasting", 40.0)


@pytest.mark.parametrize(
    ("plans", "answer", "plan", "confidence"),
    [
        ({"a": frame(90, 300), "b": frame(60, 100)}, Answer.REACHES, "b", Confidence.SURE),
        ({"a": frame(20, 300), "b": frame(40, 100)}, Answer.NEAREST, "b", Confidence.SURE),
        ({"a": frame(20, 300), "b": frame(10, 100)}, Answer.NONE, "a", Confidence.SURE),
        ({"a": frame(40.9, 300)}, Answer.REACHES, "a", Confidence.RATHER),
    ],
)
def test_the_advice_follows_from_the_rule(plans, answer, plan, confidence):
    found = advice({NOTHING: NONE} | plans, GOAL)
    assert (found.answer, found.plan, found.confidence) == (answer, plan, confidence)


def test_a_goal_that_doing_nothing_reaches_is_told_so():
    assert advice({NOTHING: frame(60), "a": frame(90, 10)}, GOAL).answer is Answer.ANYWAY


def test_structures_that_disagree_take_confidence_away():
    found = advice({NOTHING: NONE, "a": frame(60, 1).assign(variant=["x", "y"] * (WORLDS // 2))}, GOAL)
    assert found.confidence is Confidence.SURE
    split = frame(60, 1).assign(variant=["x", "y"] * (WORLDS // 2))
    split.loc[split["variant"] == "y", "lasting"] = np.where(np.arange(WORLDS // 2) % 2, 60, 10)
    assert advice({NOTHING: NONE, "a": split}, GOAL).confidence is not Confidence.SURE


def explored(points=400, seed=3, today=0.5) -> Explored:
    """A sample in which support decides, and another key does nothing."""
    draw = np.random.default_rng(seed)
    x, y, idle = (draw.uniform(0, 1, points) for _ in range(3))
    lasting = 100.0 * (y > 0.5) + 10.0 * x + draw.normal(0, 5, points)
    factors = tuple(Factor(key) for key in ("sponsorship.level", "management.stance", "hierarchy.transversality"))
    columns = {"sponsorship.level": x, "management.stance": y, "hierarchy.transversality": idle, "lasting": lasting}
    here = {factor.key: today for factor in factors}
    return Explored("a", factors, here, pd.DataFrame(columns), ())


def test_a_lever_that_decides_is_told_from_one_that_does_nothing():
    found = {effect.key: effect for effect in effects(explored())}
    assert found["management.stance"].seen
    assert not found["hierarchy.transversality"].seen
    assert next(iter(found)) == "management.stance"


def test_the_box_is_where_the_answer_changes_and_is_counted_apart():
    sample = explored()
    found = box(sample, sample, Goal("lasting", 60.0), reaches=True)
    assert not found.reaches
    (bound,) = [each for each in found.bounds if each.key == "management.stance"]
    assert bound.high == pytest.approx(0.5, abs=0.05)
    assert found.share.low > 0.9 and found.elsewhere.high < 0.1


@pytest.mark.parametrize("today", [0.3, 0.7])
def test_the_box_knows_whether_today_is_inside(today):
    """Where it is, what the box holds is what the answer rests on, not what would change it."""
    sample = explored(today=today)
    found = box(sample, sample, Goal("lasting", 60.0), reaches=True)
    assert not found.reaches and found.today == (today < 0.5)


def test_what_a_chart_fixes_is_not_moved():
    services = [{"field_agents": 75, "levels": 2}, {"field_agents": 75, "levels": 3}]
    free, described = base(), with_values(base("authority.field_agents=null"), {"chart.services": services})
    for config, moves in ((free, True), (described, False)):
        depth = next(factor for factor in around_today(config, 0) if factor.key == "hierarchy.depth")
        assert varies(config, depth, 0) is moves


def test_no_box_is_told_where_nothing_changes_the_answer():
    sample = explored()
    assert box(sample, sample, Goal("lasting", 1e9), reaches=False) is None


def test_cells_of_the_phase_picture_cover_both_supports():
    found = cells(explored(), Goal("lasting", 60.0))
    assert len(found) == 16
    assert found[found["top"] <= 0.5]["share"].max() < 0.1
    assert found[found["bottom"] >= 0.5]["share"].min() > 0.9


def test_dates_are_those_given_else_the_eve_of_an_election_else_two_years_after_the_end(tmp_path):
    body = ("programme: {ambassadors: 8, start_month: 12, duration_months: 16}\ncost: {programme_eur: 1000}\n"
            "interventions: [{name: job_descriptions, month: 3}]\n")  # fmt: skip
    plan = read_body(tmp_path, body)

    def found(*keys):
        authority = base(*keys)
        return dates(nothing(authority, authority.observe_months), [(plan, laid(plan, authority))])

    assert found().months == (52, 88)
    assert found("observe_months=[60]").months == (60,)
    assert found('calendar.start="2026-04"', 'calendar.next_election="2032-03"').months == (70,)
    assert found('calendar.start="2026-04"', 'calendar.next_election="2028-03"').months == (94,)
    long = read_body(tmp_path, body.replace("duration_months: 16", "duration_months: 80"))
    authority = base()
    assert dates(nothing(authority), [(long, laid(long, authority))]).months == (52, 116)


def test_the_usual_goal_is_one_agent_in_twenty_and_says_that_nobody_stated_it():
    goal = usual_goal(base("authority.field_agents=1850", "authority.inhabitants=92500"))
    assert (goal.line, goal.stated) == (90.0, False)
