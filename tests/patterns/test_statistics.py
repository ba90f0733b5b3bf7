"""Every statistic on hand-made notes: where the pattern is there it passes, where it is not it fails."""

import numpy as np
import pytest

from experiments.patterns import catalogue
from tests.patterns.samples import NAN, reading

RISING = np.array([0.0, 0.1, 0.2, 0.3, 0.4])
_WINS = np.zeros(16)
_WINS[[2, 7, 11]] = 1.0


def answer(lag):
    """What follows the wins, exactly `lag` months later [programme + lags - 1]."""
    after = np.zeros(16 + 18)
    after[lag : lag + 16] = _WINS
    return after


def classes(**shares):
    """One column a verdict, at both dates, out of ten replicates."""
    columns, first = {}, 0
    for name in ("not_launched", "diffusion", "spreading", "islets", "fallback"):
        count = shares.get(name, 0)
        hits = [first <= r < first + count for r in range(10)]
        columns |= {f"late_{name}": hits, f"early_{name}": hits}
        first += count
    return columns


def later(small, twin=1.0):
    """Success of a second call over 24 months."""
    return {
        "small_after": np.full(24, small), "small_twin": np.full(24, twin),
        "reference_after": np.ones(24), "reference_twin": np.ones(24),
    }  # fmt: skip


def sizes(*launched):
    """Launched or not, over five sizes."""
    return {"launched": np.array(launched)}


ABORT = {"failed": True, "stopped": True, "involved": 0.3, "mates": 0.1, "others": 0.02, "call": 0.7}
CONVERSION = {"wins": _WINS, "rise": answer(3), "level": answer(12), "second": [1.0, 0.0], "second_none": 0.0}
CASES = {"transfo": 1.0, "team": 1.0, "territory": 1.0} | dict.fromkeys(
    ("transfo_change", "team_change", "territory_change"), 0.1
)
DEPTH = {"delivered": -RISING, "delay": RISING, "breadth": -RISING}
GRADIENT = {"practice": RISING, "breadth": RISING, "lab": RISING, "without": 0.01}
ITEMS = {
    "cobuilt_months": 8.0, "cobuilt_done": 2.0, "cobuilt_accepted": 3.0, "cobuilt_settled": 4.0,
    "classic_months": 4.0, "classic_done": 2.0, "classic_accepted": 2.0, "classic_settled": 4.0,
}  # fmt: skip
DISTRICTS = {
    "plain_district": 0.4, "plain_thematic": 0.1, "plain_seats": 8.0, "plain_recovered": 0.0,
    "debate_district": 0.2, "debate_thematic": 0.1, "debate_seats": 8.0, "debate_recovered": 4.0,
}  # fmt: skip
LEAD = {"stays_3": 1.0, "stays_6": 2.0, "leaves_3": 0.5, "leaves_6": 1.0, "prepared_3": 1.0, "prepared_6": 2.0}
LENDERS = {"plain_mid": -0.1, "plain_later": -0.04, "eased_mid": -0.05, "eased_later": -0.02}
MOVED = {"half_life": [20.0, np.inf], "left": 2.0, "held": 100.0, "others_left": 10.0, "others_held": 1000.0}
TERRITORY = {"marked": [True, True, True, False, False], "second": [1.0, 1.0, 0.0], "breadth": 0.1}
TERRITORY |= {f"late_{name}": False for name in ("not_launched", "diffusion", "spreading", "islets")}
TERRITORY |= {"late_fallback": [False, False, False, True, True]}
YEAR = {
    "small_growth": 0.02, "complex_growth": 0.01, "small_cynicism": 0.29, "complex_cynicism": 0.30,
    "small_trust": 0.6, "complex_trust": 0.6,
}  # fmt: skip

HOLDS = {
    "SF1": {"created": [1, 1, 1, 0], "alive": [1, 0, 0, 0]},
    "SF2": {"share": 0.12, "early": 2.0, "all": 3.0},
    "SF3": GRADIENT,
    "SF4": ABORT,
    "SF5": {"changed": 0.01, "same": 0.02},
    "SF6": classes(islets=5, diffusion=2, fallback=3),
    "SF7": LENDERS,
    "SF8": CONVERSION,
    "SF9": {"outside": 2.0, "all": 10.0, "gross": 0.02, "chance": 0.001},
    "SF10": DISTRICTS,
    "SF11": TERRITORY,
    "SF12": DEPTH,
    "SF12b": {"differ": 0.0},
    "SF13": YEAR,
    "SF14": {"reasons": 0.01, "silence": -0.04},
    "SF15": {"reach": 0.015},
    "SF16": {"meeting_a": 1.7, "meeting_c": 1.0, "field_a": 1.0, "field_c": 1.0},
    "SF17": {"motivation": 0.4, "cynicism": 0.35},
    "SF18": MOVED,
    "SF19": {"both": True, "apart": 2.0, "joined": 4.0},
    "SF20": later(0.5),
    "SF21": {"dgs": [0.15, NAN], "elus": [-0.01, NAN]},
    "SF22": CASES,
    "SF23": sizes(0.0, 0.1, 0.4, 0.8, 1.0),
    "SF24": LEAD,
    "SF25": ITEMS,
    "SF26": {"merged": [0.0, 0.0, 0.0, 1.0, NAN], "kept": [1.0, 1.0, 1.0, 1.0, NAN]},
}

FAILS = [
    ("SF1", {"created": [1, 1, 1, 0], "alive": [1, 1, 1, 0]}, {"alive", "lost"}),
    ("SF1", {"created": 1, "alive": [1, 0, 0, 0]}, {"created"}),
    ("SF2", {"share": 0.30, "early": 2.0, "all": 3.0}, {"share"}),
    ("SF2", {"share": 0.12, "early": 1.0, "all": 3.0}, {"early"}),
    ("SF3", GRADIENT | {"breadth": RISING[::-1]}, {"breadth"}),
    ("SF3", GRADIENT | {"lab": np.ones(5)}, {"lab"}),
    ("SF3", GRADIENT | {"practice": RISING + 0.02}, {"weakest"}),
    ("SF4", ABORT | {"mates": 0.01}, {"outer"}),
    ("SF4", ABORT | {"mates": 0.4}, {"inner"}),
    ("SF4", ABORT | {"failed": [True, False], "call": 0.95}, {"failed", "call"}),
    ("SF5", {"changed": 0.018, "same": 0.02}, {"ratio"}),
    ("SF6", classes(islets=3, fallback=7), {"lead"}),
    ("SF6", classes(islets=6, diffusion=4), {"diffusion"}),
    ("SF7", LENDERS | {"plain_later": -0.09}, {"left"}),
    ("SF7", LENDERS | {"eased_mid": -0.12}, {"eased"}),
    ("SF7", {"plain_mid": 0.1, "plain_later": 0.04, "eased_mid": 0.2, "eased_later": 0.1}, {"gap"}),
    ("SF8", CONVERSION | {"rise": answer(14)}, {"lag"}),
    ("SF8", CONVERSION | {"second": 0.0}, {"more"}),
    ("SF9", {"outside": 5.0, "all": 10.0, "gross": 0.02, "chance": 0.001}, {"outside"}),
    ("SF9", {"outside": 2.0, "all": 10.0, "gross": 0.02, "chance": 0.4}, {"chance"}),
    ("SF10", DISTRICTS | {"plain_thematic": 0.3}, {"ratio"}),
    ("SF10", DISTRICTS | {"debate_recovered": 8.0}, {"recovered"}),
    ("SF11", TERRITORY | {"second": 0.0, "breadth": 0.4}, {"second", "breadth"}),
    ("SF11", TERRITORY | {"marked": False, "late_fallback": True}, {"lead"}),
    ("SF12", DEPTH | {"delivered": np.array([0.0, -0.1, -0.1, -0.2, -0.3])}, {"delivered"}),
    ("SF12", DEPTH | {"delay": -RISING, "breadth": RISING}, {"delay", "breadth"}),
    ("SF12b", {"differ": [0.0, 0.0, 1.0]}, {"differ"}),
    ("SF13", YEAR | {"small_growth": 0.01}, {"growth"}),
    ("SF13", YEAR | {"small_cynicism": 0.31}, {"cynicism"}),
    ("SF14", {"reasons": -0.01, "silence": -0.04}, {"reasons"}),
    ("SF14", {"reasons": 0.01, "silence": 0.0}, {"silence"}),
    ("SF15", {"reach": 0.05}, {"reach"}),
    ("SF16", {"meeting_a": 1.0, "meeting_c": 1.0, "field_a": 1.7, "field_c": 1.0}, {"meeting", "field"}),
    ("SF17", {"motivation": 0.4, "cynicism": 0.0}, {"cynicism"}),
    ("SF18", MOVED | {"half_life": [20.0, 5.0, 6.0]}, {"half_life"}),
    ("SF18", MOVED | {"left": 1.0}, {"mobility"}),
    ("SF19", {"both": True, "apart": 3.5, "joined": 4.0}, {"lost"}),
    ("SF19", {"both": False, "apart": NAN, "joined": NAN}, {"lost"}),
    ("SF20", later(1.0), {"small"}),
    ("SF21", {"dgs": 0.05, "elus": -0.1}, {"dgs", "elus"}),
    ("SF22", CASES | {"team": [1.0, 0.0]}, {"team"}),
    ("SF23", sizes(1.0, 0.8, 0.4, 0.1, 0.0), {"order", "range"}),
    ("SF23", sizes(1.0, 1.0, 1.0, 1.0, 1.0), {"order", "range"}),
    ("SF24", LEAD | {"leaves_3": 0.9}, {"first"}),
    ("SF24", LEAD | {"prepared_6": 0.5}, {"spared"}),
    ("SF25", ITEMS | {"cobuilt_months": 4.0}, {"time"}),
    ("SF25", ITEMS | {"cobuilt_accepted": 2.0}, {"acceptance"}),
    ("SF26", {"merged": [1.0, 0.0], "kept": 1.0}, {"merged"}),
]


def test_every_pattern_has_both():
    assert set(HOLDS) == set(catalogue())
    assert {name for name, _, _ in FAILS} == set(catalogue())


@pytest.mark.parametrize("name", HOLDS)
def test_it_passes_where_the_pattern_is_there(name):
    found = reading(name, HOLDS[name])
    assert found.passed, found.parts
    assert 0.0 <= found.support <= 1.0


@pytest.mark.parametrize(
    ("name", "columns", "parts"), FAILS, ids=[f"{name}-{'-'.join(sorted(p))}" for name, _, p in FAILS]
)
def test_it_fails_in_those_parts_only(name, columns, parts):
    found = reading(name, columns)
    assert not found.passed
    assert {part.name for part in found.parts if part.passed is False} == parts


def test_values_of_some_statistics_by_hand():
    assert reading("SF1", HOLDS["SF1"])["alive"].value == pytest.approx(0.25)
    assert reading("SF2", HOLDS["SF2"])["early"].value == pytest.approx(2 / 3)
    assert reading("SF5", HOLDS["SF5"])["ratio"].value == pytest.approx(0.5)
    assert reading("SF8", HOLDS["SF8"])["lag"].value == 3
    assert reading("SF8", HOLDS["SF8"])["peak"].value == pytest.approx(1.0)
    assert reading("SF18", HOLDS["SF18"])["mobility"].value == pytest.approx(2.0)
    assert reading("SF25", HOLDS["SF25"])["time"].value == pytest.approx(2.0)
    assert reading("SF26", HOLDS["SF26"])["merged"].value == pytest.approx(0.25)
