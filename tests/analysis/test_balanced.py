"""Grids and fractions: what one key explains stands above luck, few points or not; a part of a grid has effects too."""

from itertools import product

import numpy as np
import pandas as pd
import pytest

from experiments.analysis.contrasts import Measured, balanced_contrasts
from experiments.analysis.given import balanced_effects
from experiments.analysis.levels import TOGETHER, by_lever, uncertainties
from experiments.analysis.limits import limits
from experiments.analysis.material import material_of
from experiments.analysis.sensitivity import sensitivity
from experiments.analysis.survival import whole_contrasts
from experiments.analysis.words import limit_sentences, minus, value_name
from experiments.language import Words
from tests.analysis import studies
from tests.analysis.studies import PRICE, SPONSORSHIP, STANCE, factor, study

FR, EN = Words("fr"), Words("en")
A, B, C, D = "a", "b", "c", "d"


def additive(seed, replicates=12, own_luck=False):
    """a over five levels, b over three, c that does nothing, at 30 points; known parts 2/2.667 and 0.667/2.667."""
    draw = np.random.default_rng(seed)
    cells = pd.DataFrame(list(product(range(5), range(3), range(2))), columns=[A, B, C])
    shape = (len(cells), replicates) if own_luck else (1, replicates)
    values = (cells[A] + cells[B]).to_numpy(float)[:, None] + 2 * draw.standard_normal(shape)
    return cells, values + (0 if own_luck else 0.5 * draw.standard_normal((len(cells), replicates)))


def test_parts_of_a_small_grid_are_the_known_ones_and_above_the_floor():
    parts = {A: [], B: [], C: []}
    for seed in range(30):
        cells, values = additive(seed)
        found = balanced_effects(cells.to_dict("list"), values)
        told = {effect.key: effect for effect in found.effects}
        assert found.found(told[A]) and not found.found(told[C])
        for key, effect in told.items():
            parts[key].append(effect.part.value)
    assert np.mean(parts[A]) == pytest.approx(2 / (2 + 2 / 3), abs=0.02)
    assert np.mean(parts[B]) == pytest.approx(2 / 3 / (2 + 2 / 3), abs=0.02)
    assert np.mean(parts[C]) == pytest.approx(0, abs=0.005)


def test_a_key_without_effect_passes_the_floor_of_a_grid_at_most_1_time_in_20():
    passed = []
    for seed in range(200):
        cells, values = additive(seed, own_luck=True)
        found = balanced_effects(cells.to_dict("list"), values, seed=seed)
        passed += [found.found(effect) for effect in found.effects if effect.key == C]
    assert np.mean(passed) <= 0.05


def test_a_constant_outcome_and_a_single_replicate_find_nothing():
    cells, values = additive(0)
    assert not any(each.part.value for each in balanced_effects(cells.to_dict("list"), np.ones_like(values)).effects)
    alone = balanced_effects(cells.to_dict("list"), values[:, :1])
    assert not any(alone.found(effect) for effect in alone.effects) and np.isnan(alone.floor)


def fraction(levers=(SPONSORSHIP, STANCE, PRICE), replicates=30):
    """Half of a grid of two values each: sponsorship and stance act, price does nothing."""
    values = {SPONSORSHIP: (0.4, 0.6), STANCE: (0.45, 0.55), PRICE: (1.0, 2.0)}
    ranks = [rank for rank in product(range(2), repeat=len(levers)) if sum(rank) % 2 == 0]
    cells = [tuple(values[lever][at] for lever, at in zip(levers, rank, strict=True)) for rank in ranks]
    factors = [factor(lever, values=values[lever]) for lever in levers]
    return material_of(study(factors, cells, replicates, kind="fraction", plausible=False))


def test_a_fraction_tells_what_acts_and_not_what_does_not():
    material = fraction()
    assert material.balanced
    found = {(c.lever, c.outcome): c for c in whole_contrasts(material)}
    assert found[SPONSORSHIP, "diffusion"].effect.low > 0 and found[STANCE, "diffusion"].effect.low > 0
    assert not found[PRICE, "diffusion"].effect.excludes_zero
    rows = sensitivity(material)
    told = rows[(rows["outcome"] == "diffusion")].set_index("key")["found"]
    assert told[SPONSORSHIP] and not told[PRICE]
    assert "2 points of 8" not in " ".join(limit_sentences(limits(material), EN))
    assert "4 points of 8" in " ".join(limit_sentences(limits(material), EN))


def test_a_fraction_whose_levers_go_together_tells_no_effect():
    material = fraction((SPONSORSHIP, STANCE))
    assert not material.balanced and not whole_contrasts(material)


def test_effects_of_a_fraction_are_covered():
    inside, seen = [], []
    for seed in range(200):
        draw = np.random.default_rng(seed)
        rank = [r for r in product(range(2), repeat=3) if sum(r) % 2 == 0]
        runs = pd.DataFrame(rank, columns=[A, B, C]).merge(pd.DataFrame({"replicate": range(20)}), how="cross")
        luck = draw.standard_normal(20)[runs["replicate"]]
        y = 0.5 * runs[A] + luck * (1 + runs[B]) + 0.3 * draw.standard_normal(len(runs))
        measured = Measured({"y": y.to_numpy(float)}, frozenset())
        found = {c.lever: c.effect for c in balanced_contrasts(runs, {A: (0, 1), C: (0, 1)}, measured)}
        inside.append(found[A].low <= 0.5 <= found[A].high)
        seen.append(found[C].excludes_zero)
    assert np.mean(inside) >= 0.9 and np.mean(seen) <= 0.1


def test_luck_alone_never_leaves_more_doubt_than_all_together():
    shares = by_lever(material_of(studies.grid(replicates=24)))
    rows = shares[(shares["outcome"] == "net_practice") & shares["repetition_low"].notna()]
    widths = (rows["repetition_high"] - rows["repetition_low"]) / (rows["high"] - rows["low"])
    assert len(rows) and (widths <= 1.0).all()


def test_luck_and_parameters_are_told_together_where_each_set_has_one_luck():
    made = studies.grid(replicates=16)
    made.runs["member"] = made.runs["replicate"]
    told = uncertainties(material_of(made))
    assert set(told["uncertainty"]) == {TOGETHER, "structure"}
    sentences = " ".join(limit_sentences(limits(material_of(made)), FR))
    assert "(16 en tout)" in sentences
    sure = told[(told["uncertainty"] == TOGETHER) & (told["outcome"] == "net_practice")].iloc[0]
    other = told[(told["uncertainty"] == "structure") & (told["outcome"] == "net_practice")].iloc[0]
    assert sure.low == pytest.approx(max(0.0, 1 - other.high), abs=0.02)


def test_one_replicate_and_one_point_say_what_they_cannot_tell():
    one = material_of(studies.grid(replicates=1))
    assert "One replicate a point" in " ".join(limit_sentences(limits(one), EN))
    point = material_of(study([factor(SPONSORSHIP, values=(0.5,))], [(0.5,)], 20, plausible=False))
    assert "No lever varies" in " ".join(limit_sentences(limits(point), EN))
    shares = by_lever(point)
    assert set(shares["lever"]) == {""} and (shares["outcome"] == "diffusion").sum() == 1


def test_choices_stand_in_words_and_minus_signs_are_true():
    assert value_name("programme.recruitment", "clustered", FR) == "dans quelques services"
    assert value_name("authority", "commune_1850", EN) == "commune, 1,850 agents"
    assert value_name("mechanisms.signal_loss", "False", FR) == "non"
    assert value_name("taken_out", "nothing_at_all", FR) == "nothing_at_all"
    assert minus("-6 (-7 à -5), 2-6, --out") == "−6 (−7 à −5), 2-6, --out"
