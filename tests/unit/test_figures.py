"""The figures show the numbers of the result, in both languages, at their printed size; a person looks at the rest."""

import re
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import matplotlib
import numpy as np
import pandas as pd
import pytest
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.image import AxesImage
from matplotlib.text import Text
from scipy.stats import binomtest

from experiments import figures
from experiments.figures import geometry, style
from experiments.figures.frames import OrganisationTrace, ResultFrames
from experiments.figures.pictures import organisation, phase, practice, services, verdicts
from experiments.figures.summaries import VERDICTS
from experiments.figures.texts import TEXTS, wrap

MONTHS, OBSERVED = 96, (52, 88)
PICTURES = (organisation, phase, practice, services, verdicts)


def result(scenarios=3):
    """A comparison with other numbers in each scenario, other numbers of services, and one event."""
    draw = np.random.default_rng(7)
    keys = [f"s{rank}" for rank in range(scenarios)]
    sizes = {key: draw.integers(9, 60, 6 + rank) for rank, key in enumerate(keys)}
    index = pd.MultiIndex.from_product([keys, range(11), range(MONTHS)], names=["scenario", "replicate", "month"])
    monthly = pd.DataFrame(
        {"practice": draw.beta(2, 9, len(index)), "practice_twin": draw.beta(1, 30, len(index))}, index
    )
    runs = pd.DataFrame({"scenario": np.repeat(keys, 40), "verdict": draw.choice(VERDICTS[:4], 40 * scenarios)})
    settings = pd.MultiIndex.from_product(
        [(0.1, 0.5, 0.9), (0.2, 0.8), (3, 5), (0.6, 1.0), range(8)],
        names=["sponsorship", "stance", "depth", "signal_retention", "replicate"],
    )
    grid = pd.DataFrame({"field_agents": 600, "verdict": draw.choice(VERDICTS, len(settings))}, settings)
    grid["practice_twin"] = draw.random(len(settings))
    return ResultFrames(
        titles={key: f"Scénario {key}" for key in keys},
        observe_months=OBSERVED,
        runs=runs,
        monthly=monthly.reset_index(),
        by_service={key: draw.binomial(sizes[key], 0.2, (MONTHS, sizes[key].size)) for key in keys},
        service_sizes=sizes,
        events={"s1": [(20, "le maire part")]},
        programme={key: (12, 28 + rank) for rank, key in enumerate(keys)},
        organisation=trace(),
        phase=grid.reset_index(),
    )


def trace(agents=600, irregular=False):
    """Teams of 6 to 12 in services of several teams; three levels, or branches of two and of four levels."""
    draw = np.random.default_rng(3)
    team_size = draw.integers(6, 13, agents // 9)
    agent_team = np.repeat(np.arange(team_size.size), team_size)
    team_service = np.sort(draw.integers(0, team_size.size // 4, team_size.size))
    team_service = np.unique(team_service, return_inverse=True)[1]
    if irregular:
        level, parent = np.array([1, 1, 2, 3, 4]), np.array([2, 4, 3, 4, -1])
        team_manager = (np.arange(team_size.size) >= team_size.size // 3).astype(int)
    else:
        level, parent = np.array([1] * 8 + [2] * 2 + [3]), np.array([8] * 4 + [9] * 4 + [10, 10, -1])
        team_manager = np.arange(team_size.size) * 8 // team_size.size
    return OrganisationTrace(
        scenario="s0",
        level=level,
        parent=parent,
        span=np.maximum(np.bincount(parent[:-1], minlength=level.size), 1),
        team_manager=team_manager,
        agent_team=agent_team,
        agent_service=team_service[agent_team],
        months_chosen=np.array([12, 28, 88]),
        practises=(draw.random((3, agent_team.size)) < [[0.01], [0.05], [0.3]]).astype(np.uint8),
        manager_stance=draw.random((3, level.size)),
        elu_sponsorship=draw.random((3, 14)),
    )


def used_axes(figure):
    return [axes for axes in figure.get_axes() if axes.get_visible()]


def written(figure):
    """Texts that a reader sees: not those of hidden panels, nor of ticks beyond the ends of an axis."""
    unseen = {item for axes in figure.get_axes() if not axes.get_visible() for item in axes.findobj(Text)}
    for axis in (axis for axes in used_axes(figure) for axis in (axes.xaxis, axes.yaxis)):
        low, high = sorted(axis.get_view_interval())
        beyond = [tick for tick in axis.get_major_ticks() if not low <= tick.get_loc() <= high]
        unseen |= {label for tick in beyond for label in (tick.label1, tick.label2)}
    return [item for item in figure.findobj(Text) if item.get_visible() and item.get_text() and item not in unseen]


def overlaps(figure):
    """Pairs of texts that touch one another, and texts that leave the page."""
    texts = written(figure)
    boxes = [item.get_window_extent() for item in texts]
    page = figure.bbox.padded(1)
    away = [item.get_text() for item, box in zip(texts, boxes, strict=True) if page.count_contains(box.corners()) < 4]
    pairs = combinations(zip(texts, boxes, strict=True), 2)
    return away + [(one.get_text(), two.get_text()) for (one, a), (two, b) in pairs if a.overlaps(b)]


def outline(band, months):
    """Lower and upper edge of a filled band."""
    vertices = band.get_paths()[0].vertices
    edges = [np.unique(vertices[vertices[:, 0] == month, 1]) for month in months]
    return np.array([edge[0] for edge in edges]), np.array([edge[-1] for edge in edges])


@pytest.mark.parametrize("scenarios", [1, 2, 3, 7])
def test_bands_are_quantiles_over_replicates(scenarios):
    frames = result(scenarios)
    axes = used_axes(practice.picture(frames, "fr"))
    assert len(axes) == (1 if scenarios == 2 else scenarios)
    for rank, key in enumerate(frames.titles):
        panel, nth = (axes[0], rank) if scenarios == 2 else (axes[rank], 0)
        of_scenario = frames.monthly[frames.monthly["scenario"] == key].groupby("month")
        wide, narrow = [item for item in panel.collections if isinstance(item, PolyCollection)][2 * nth : 2 * nth + 2]
        for band, ends in ((wide, (0.05, 0.95)), (narrow, (0.25, 0.75))):
            for edge, level in zip(outline(band, range(MONTHS)), ends, strict=True):
                np.testing.assert_allclose(edge, of_scenario["practice"].quantile(level), rtol=1e-12)
        lines = [line for line in panel.lines if len(line.get_xdata()) == MONTHS][2 * nth : 2 * nth + 2]
        np.testing.assert_allclose(lines[0].get_ydata(), of_scenario["practice_twin"].median(), rtol=1e-12)
        np.testing.assert_allclose(lines[1].get_ydata(), of_scenario["practice"].median(), rtol=1e-12)
        assert lines[1].get_markevery() == list(OBSERVED)


def test_axes_of_practice_are_common_and_hold_the_highest_band():
    frames = result(4)
    frames.monthly.loc[frames.monthly["scenario"] == "s2", "practice"] *= 1.5
    axes = used_axes(practice.picture(frames, "fr"))
    highest = frames.monthly.groupby(["scenario", "month"])["practice"].quantile(0.95).max()
    assert {panel.get_ylim() for panel in axes} == {axes[0].get_ylim()}
    assert axes[0].get_ylim()[0] == 0
    assert axes[0].get_ylim()[1] > highest


def test_programme_and_events_stand_at_their_months():
    axes = used_axes(practice.picture(result(), "fr"))
    for rank, panel in enumerate(axes):
        span = panel.patches[0].get_window_extent().transformed(panel.transData.inverted())
        assert (span.x0, span.x1) == pytest.approx((12, 28 + rank))
    labels = [[item.get_text() for item in panel.texts] for panel in axes]
    assert ["le maire part" in each for each in labels] == [False, True, False]
    assert any(list(line.get_xdata()) == [20, 20] for line in axes[1].lines)
    assert not any(list(line.get_xdata()) == [20, 20] for line in axes[0].lines)


def test_medians_are_written_as_the_language_writes_them():
    frames = result(1)
    frames.monthly.loc[frames.monthly["month"] == 88, ["practice", "practice_twin"]] = 0.123, 0.045
    for lang, reading in (
        ("fr", "mois 88 : 12,3\u00a0% (sans programme 4,5\u00a0%)"),
        ("en", "12.3% (no programme 4.5%)"),
    ):
        assert any(reading in item.get_text() for item in written(practice.picture(frames, lang)))


def test_bars_are_shares_and_dots_carry_wilson_intervals():
    frames = result()
    bars, *dots = used_axes(verdicts.picture(frames, "fr"))
    for row, key in enumerate(frames.titles):
        drawn = [container.patches[row] for container in bars.containers]
        counts = [int((frames.runs.loc[frames.runs["scenario"] == key, "verdict"] == each).sum()) for each in VERDICTS]
        np.testing.assert_allclose([bar.get_width() for bar in drawn], 100 * np.array(counts) / 40)
        np.testing.assert_allclose([bar.get_x() for bar in drawn], np.cumsum([0, *counts[:-1]]) * 100 / 40)
        for axes, count in zip(dots, counts, strict=True):
            dot, _, (interval,) = axes.containers[0]
            expected = binomtest(count, 40).proportion_ci(method="wilson")
            assert dot.get_xdata()[row] == pytest.approx(100 * count / 40)
            ends = interval.get_segments()[row][:, 0]
            np.testing.assert_allclose(ends, [100 * expected.low, 100 * expected.high], atol=1e-9)


def test_verdicts_differ_without_colour_and_are_named():
    figure = verdicts.picture(result(), "fr")
    hatches = [container.patches[0].get_hatch() for container in used_axes(figure)[0].containers]
    assert len(set(hatches)) == len(VERDICTS)
    legend = [item.get_text() for item in figure.legends[0].get_texts()]
    assert legend == ["diffusion", "diffusion en cours", "îlots participatifs", "retombée", "non lancé"]


@pytest.mark.parametrize("scenarios", [1, 2, 3])
def test_heat_maps_hold_shares_sorted_by_the_last_month(scenarios):
    frames = result(scenarios)
    images = services.picture(frames, "fr").findobj(AxesImage)
    assert len(images) == scenarios
    assert len({image.get_clim() for image in images}) == 1
    for image, key in zip(images, frames.titles, strict=True):
        drawn, shares = np.asarray(image.get_array()), frames.by_service[key] / frames.service_sizes[key]
        assert (np.diff(drawn[:, -1]) <= 0).all()
        assert {tuple(row) for row in drawn} == {tuple(column) for column in shares.T}
        assert image.get_clim()[1] >= shares.max()


@pytest.mark.parametrize("irregular", [False, True])
def test_marks_are_practitioners_and_bars_the_services_reached(irregular):
    people = trace(irregular=irregular)
    panels = organisation.picture(replace(result(), organisation=people), "fr").axes[:3]
    for index, panel in enumerate(panels):
        marks = {line.get_label(): len(line.get_xdata()) for line in panel.lines}
        practitioners = int(people.practises[index].sum())
        assert marks == {"practises": practitioners, "waits": people.agent_team.size - practitioners}
        bars = {item.get_label(): item for item in panel.collections if isinstance(item, LineCollection)}
        by_service = pd.Series(people.practises[index]).groupby(people.agent_service).agg(["sum", "mean"])
        reached = int(((by_service["sum"] >= 2) & (by_service["mean"] >= 0.1)).sum())
        assert len(bars["touched"].get_segments()) == reached
        for level in range(1, people.level.max() + 1):
            np.testing.assert_array_equal(
                bars[f"managers {level}"].get_array(), people.manager_stance[index, people.level == level]
            )


@pytest.mark.parametrize("agents", [90, 600, 1850, 8000])
def test_everybody_has_a_seat_in_the_column_of_the_service(agents):
    people = trace(agents)
    seats = geometry.seats(people, 13.0, 3.0)
    places = np.stack([seats.agent_x, seats.agent_y], axis=1)
    assert len(np.unique(places.round(6), axis=0)) == people.agent_team.size
    assert (seats.agent_x > seats.service_left[people.agent_service]).all()
    assert (seats.agent_x < seats.service_right[people.agent_service]).all()
    assert (seats.service_right[:-1] < seats.service_left[1:]).all()
    assert seats.service_right[-1] <= 13.0
    assert seats.agent_y.max() < seats.height <= 3.0 + 1e-9


def test_a_manager_stands_above_the_teams_of_the_own_chain():
    people = trace(irregular=True)
    seats = geometry.seats(people, 13.0, 3.0)
    low, other, middle, upper, top = seats.manager_x
    assert low == middle == upper
    assert low < top < other


def test_phase_cells_are_shares_of_runs():
    frames = result()
    images = phase.picture(frames, "fr").findobj(AxesImage)[:8]
    runs = frames.phase.set_index(["depth", "signal_retention", "stance", "sponsorship"])["verdict"]
    panels = [(verdict, depth, kept) for verdict in ("diffusion", "islets") for depth in (3, 5) for kept in (0.6, 1.0)]
    for image, (verdict, depth, kept) in zip(images, panels, strict=True):
        cells = [[(runs.loc[depth, kept, y, x] == verdict).mean() for x in (0.1, 0.5, 0.9)] for y in (0.2, 0.8)]
        np.testing.assert_allclose(np.asarray(image.get_array()), cells)
        numbers = [float(item.get_text().replace(",", ".")) for item in image.axes.texts]
        np.testing.assert_allclose(numbers, np.ravel(cells) * 100, atol=0.5)


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("module", PICTURES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_printed_size_type_and_language(module, lang):
    figure = module.picture(result(), lang)
    assert 16 <= figure.get_size_inches()[0] * 2.54 <= 17
    assert figure.get_size_inches()[1] * 2.54 <= 25
    assert min(item.get_fontsize() for item in written(figure)) >= 8
    figure.draw_without_rendering()
    decimal = {"fr": r"\d\.\d", "en": r"\d,\d(?!\d\d)"}[lang]
    assert not [item.get_text() for item in written(figure) if re.search(decimal, item.get_text())]
    assert overlaps(figure) == []
    assert figure.get_label() == " ".join(figure.texts[0].get_text().split())


def test_same_result_same_bytes_whatever_the_users_settings(tmp_path):
    frames = result()
    first = figures.draw(frames, tmp_path / "a", "fr")
    before = dict(matplotlib.rcParams)
    with matplotlib.rc_context({"font.size": 20, "axes.grid": True, "svg.hashsalt": None}):
        second = figures.draw(frames, tmp_path / "b", "fr")
    assert dict(matplotlib.rcParams) == before
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    names = ("organisation", "phase", "practice", "services", "verdicts")
    assert [path.name for path in first] == [f"{name}.{kind}" for name in names for kind in ("svg", "png")]
    assert sorted(first) == sorted((tmp_path / "a").iterdir())


def test_a_picture_without_its_input_is_not_drawn(tmp_path):
    frames = result(1)
    alone = ResultFrames(titles=frames.titles, observe_months=OBSERVED, runs=frames.runs)
    assert {path.stem for path in figures.draw(alone, tmp_path, "en")} == {"verdicts"}
    assert [module.picture(ResultFrames({}, OBSERVED), "fr") for module in PICTURES] == [None] * 5


@pytest.mark.parametrize("key", TEXTS)
def test_a_text_has_the_same_fields_in_both_languages(key):
    french, english = (set(re.findall(r"{(\w+)}", words)) for words in TEXTS[key])
    assert french == english


def test_long_words_are_not_cut_and_lines_are_kept():
    assert wrap("îlots participatifs\nquatre", 8) == "îlots\nparticipatifs\nquatre"


def test_no_global_state_of_pyplot():
    for path in Path(style.__file__).parent.rglob("*.py"):
        assert "pyplot" not in path.read_text(encoding="utf-8"), path.name
