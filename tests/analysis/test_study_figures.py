"""The figures of a study show its numbers, in both languages; a person looks at the rest."""

from collections import Counter

import numpy as np
import pandas as pd
import pytest
from matplotlib.collections import LineCollection, QuadMesh
from matplotlib.text import Text

from experiments.analysis.findings import find
from experiments.analysis.islets import anatomy, missing
from experiments.analysis.material import material_of
from experiments.analysis.tracing import cascade
from experiments.figures.study import StudyFrames, draw_study
from experiments.figures.study.pictures import (
    cascade as cascade_picture,
)
from experiments.figures.study.pictures import (
    effects,
    fan,
    interactions,
    islets,
    phase,
    tipping,
    tornado,
    uncertainties,
)
from experiments.figures.style import save
from experiments.language import Words
from tests.analysis import studies
from tests.analysis.studies import DEPTH, PRICE, SPONSORSHIP
from tests.unit.test_figures import overlaps

ON_A_GRID = (cascade_picture, effects, fan, interactions, islets, phase, tornado, uncertainties)


def frames_of(made, lived=None):
    material = material_of(made)
    return StudyFrames(material, find(material), made.monthly, anatomy(material, made.monthly), lived)


@pytest.fixture(scope="module")
def grid():
    return frames_of(studies.grid(replicates=24), lived())


@pytest.fixture(scope="module")
def sampled():
    return frames_of(studies.sobol(base=16, replicates=4))


def lived():
    """Seven agents of two services: 0 is recruited, 1 and 2 stand beside 0, 3 beside 1 and 2, 4 stands alone."""
    events = pd.DataFrame(
        [(1, "recruited", 0, -1), (1, "adopts", 0, -1), (3, "adopts", 1, -1), (3, "convinced_by", 1, 0),
         (5, "adopts", 2, -1), (5, "convinced_by", 2, 0), (7, "adopts", 3, -1), (7, "convinced_by", 3, 2),
         (7, "convinced_by", 3, 1), (8, "adopts", 4, -1), (9, "abandons", 1, -1), (11, "adopts", 1, -1),
         (11, "convinced_by", 1, 3)],
        columns=["month", "event", "person", "other"],
    )  # fmt: skip
    agents = pd.DataFrame({"month": np.repeat(range(12), 7), "agent": np.tile(range(7), 12),
                           "service": np.tile([0, 0, 1, 1, 1, 0, 1], 12)})  # fmt: skip
    return cascade("r", agents, events)


def written(figure):
    return " ".join(text.get_text() for text in figure.findobj(Text))


@pytest.mark.parametrize("picture", ON_A_GRID, ids=lambda module: module.__name__.rsplit(".", 1)[-1])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_grid_has_every_figure_but_the_map_in_both_languages(grid, picture, lang):
    figure = picture.picture(grid, lang)
    name = picture.__name__.rsplit(".", 1)[-1]
    say = Words(lang)
    assert figure is not None and f"figure.{name}.title" in say, "what it shows, for those who do not see it"
    assert any(sign.isdigit() for sign in figure.get_label()) or name in ("interactions", "tornado"), "what it found"
    assert "{" not in written(figure)


def test_a_sampled_study_has_a_map_and_no_grid_of_cells(sampled):
    assert tipping.picture(sampled, "fr") is not None
    assert phase.picture(sampled, "fr") is None and interactions.picture(sampled, "fr") is None
    assert cascade_picture.picture(sampled, "fr") is None


def test_figures_are_files_and_the_same_bytes_twice(grid, tmp_path):
    paths = draw_study(grid, tmp_path / "a", "en")
    assert {path.name for path in paths} == {path.name for path in (tmp_path / "a").iterdir()}
    assert len(paths) == 2 * len(ON_A_GRID)
    for picture in (phase, effects):
        again = save(picture.picture(grid, "en"), tmp_path / picture.__name__.rsplit(".", 1)[-1])
        assert all(path.read_bytes() == (tmp_path / "a" / path.name).read_bytes() for path in again)


def test_the_phase_diagram_shows_shares_by_lever_and_column(grid):
    runs = grid.material.runs
    figure = phase.picture(grid, "fr")
    maps = [axes for axes in figure.get_axes() if axes.get_title(loc="left")]
    meshes = [axes.findobj(QuadMesh)[0] for axes in maps]
    assert len(meshes) == 3  # a column for each price, in the first row
    part = runs[(runs[PRICE] == 1.0) & (runs[DEPTH] == 3) & (runs[SPONSORSHIP] == 0.5)]
    shown = meshes[1].get_array().reshape(4, 6)
    assert shown[1, 2] == pytest.approx(np.mean(part["verdict"] == "diffusion"))


def test_cells_are_hatched_where_the_variants_disagree(grid):
    across, up, _ = phase.axes_of(grid.material)
    marked = phase.disputed(grid.material.runs, grid.material.variants, across, up)
    runs = grid.material.runs.assign(variant=grid.material.variants)
    for (depth, sponsorship), told in marked.stack().items():
        cell = runs[(runs[DEPTH] == depth) & (runs[SPONSORSHIP] == sponsorship)]
        counts = cell.groupby("variant")["verdict"].agg(lambda verdicts: Counter(sorted(verdicts)).most_common(2))
        if all(len(top) == 1 or top[0][1] > top[1][1] for top in counts):  # no tie
            assert told == (counts.map(lambda top: top[0][0]).nunique() > 1)
    assert marked.to_numpy().any() and not marked.to_numpy().all()


def test_the_tornado_ranks_keys_and_knows_the_floor(sampled):
    method, rows = tornado.bars(sampled.findings.sensitivity, "diffusion")
    assert method == "sobol" and rows["value"].is_monotonic_decreasing
    assert not rows.loc["noise", "found"] and (rows["alone"] == rows["alone"]).all()


def test_a_fan_of_two_endings_draws_both_and_not_the_median(grid):
    figure = fan.picture(grid, "en")
    lines = {axes.get_title(loc="left"): [line.get_label() for line in axes.get_lines()] for axes in figure.get_axes()}
    assert "median" in lines["sponsorship 0.2"] and "upper" not in lines["sponsorship 0.2"]
    assert {"upper", "lower"} < set(lines["sponsorship 0.5"]) and "median" not in lines["sponsorship 0.5"]
    assert lines["sponsorship 0.2"].count("observed") == 2


def legend_of(figure):
    return {text.get_text() for legend in figure.legends for text in legend.get_texts()}


def test_legends_hold_what_is_drawn_and_nothing_else(grid, sampled):
    say = Words("en")
    endings = {say("figure.fan.upper"), say("figure.fan.lower")}
    assert endings <= legend_of(fan.picture(grid, "en"))
    calm = frames_of(studies.grid(replicates=8, sponsorship=(0.1, 0.2, 0.25), depth=(4, 5)))
    assert not endings & legend_of(fan.picture(calm, "en"))
    assert say("figure.phase.boundary") not in legend_of(phase.picture(calm, "en"))
    assert say("figure.phase.boundary") in legend_of(phase.picture(grid, "en"))
    assert say("analysis.structure") in legend_of(uncertainties.picture(grid, "en"))
    assert say("analysis.structure") not in legend_of(uncertainties.picture(sampled, "en"))
    assert say("figure.tornado.found") in legend_of(tornado.picture(sampled, "en"))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_one_row_of_panels_has_room_for_its_name(lang):
    small = frames_of(studies.grid(replicates=8, sponsorship=(0.2, 0.5, 0.9), depth=(2, 5), price=(1.0,)))
    for picture in (fan, effects, phase):
        figure = picture.picture(small, lang)
        figure.draw_without_rendering()
        assert overlaps(figure) == [], picture.__name__


def test_a_design_made_for_indices_has_no_phase_diagram():
    assert phase.picture(frames_of(studies.screened(count=6)), "fr") is None


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_words_overlap_in_print(grid, sampled, lang):
    for picture, frames in [*((each, grid) for each in ON_A_GRID), (tipping, sampled), (tornado, sampled)]:
        figure = picture.picture(frames, lang)
        figure.draw_without_rendering()
        assert overlaps(figure) == [], picture.__name__


def test_a_cascade_tells_first_adoptions_with_the_eldest_beside():
    told = lived().adopters.set_index("agent")
    assert told["parent"].to_dict() == {0: -1, 1: 0, 2: 0, 3: 1, 4: -1}
    assert told["generation"].to_dict() == {0: 0, 1: 1, 2: 1, 3: 2, 4: 0}
    assert told["recruited"].sum() == 1 and told.loc[1, "month"] == 3 and lived().services == 2


def test_ties_across_services_stand_out(grid):
    figure = cascade_picture.picture(grid, "fr")
    ties = {each.get_label(): len(each.get_segments()) for each in figure.findobj(LineCollection)}
    ties = {label: ties[label] for label in ("within", "across")}
    assert ties == {"within": 1, "across": 2}


def test_what_is_missing_in_islets_is_read_against_what_spread():
    made = studies.grid(replicates=24)
    material = material_of(made)
    lacks = missing(material, made.monthly)
    runs = made.runs.loc[lacks.index]
    assert (runs["verdict"] == "islets").all()
    ordinary = made.runs.loc[made.runs["verdict"] == "diffusion", "sponsorship_signal"].quantile(0.1)
    assert (lacks["sponsor"] == (runs["sponsorship_signal"] < ordinary)).all()
    assert (lacks["time"] == (runs["practice_gain"] > 0.01)).all()
    told = anatomy(material, made.monthly).set_index(["kind", "ingredient"])
    assert told.loc[("", "bridges"), "value"] == pytest.approx(lacks["bridges"].mean())
    assert {"compact", "archipelago"} <= set(told.index.get_level_values(0))


def test_without_months_or_islets_their_figures_are_left_out():
    made = studies.grid(replicates=4)
    empty = StudyFrames(material_of(made), find(material_of(made)))
    assert fan.picture(empty, "fr") is None and islets.picture(empty, "fr") is None
    assert missing(material_of(studies.grid(replicates=1, sponsorship=(0.1, 0.2))), made.monthly).empty
