"""Pictures for paper, black on white: everybody at a date, and the curve of practice. SVG, the text as outlines."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from math import ceil
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator
from numpy.typing import NDArray

from experiments.figures.style import CM, FAINT, INK, QUIET, printed
from experiments.figures.timeline import month_axis, shade_programme

WIDTH_CM, CURVE_HEIGHT_CM = 26.0, 5.0
DATES_APART = 0.06
LARGEST_ROW = 4
"""Rows of one service's agents before its column grows wider."""
LARGEST_MARK, LONE_MARK = 30.0, 34.0
"""Area of a mark, in points squared: in the column of a service at most, and of those above the services."""

Places = NDArray[np.float64]
States = NDArray[np.uint8]
WAITS, ACTS, STOPPED = 0, 1, 2
_MARKS: dict[int, tuple[float, dict[str, Any]]] = {  # share of the area, look
    WAITS: (0.35, {"marker": "o", "facecolors": "white", "edgecolors": QUIET, "linewidths": 0.5}),
    STOPPED: (0.8, {"marker": "D", "facecolors": "white", "edgecolors": INK, "linewidths": 0.9}),
    ACTS: (1.0, {"marker": "o", "color": INK, "linewidths": 0}),
}


@dataclass(frozen=True)
class Row:
    """One role on paper: its name, the service of each person (-1: above the services), what each does at each date."""

    name: str
    service: NDArray[np.int64]
    states: tuple[States, ...]


@dataclass(frozen=True)
class Curve:
    """Shares of field agents who practise, by month; `label` names the axis, `notes` the lines."""

    practice: NDArray[np.float64]
    twin: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    programme: tuple[int, int]
    dates: tuple[int, ...]
    axis: str
    notes: tuple[str, str, str]


@printed
def draw_people(rows: list[Row], services: int, titles: tuple[str, ...]) -> str:
    """Everybody at each of some dates, side by side: rows by role, columns by service; as SVG."""
    heights = [_height(row, services) for row in rows]
    figure = Figure(figsize=(WIDTH_CM * CM, (0.9 + 0.34 * sum(heights)) * CM))
    panels = figure.subplots(1, len(titles), sharey=True)
    figure.subplots_adjust(left=0.075, right=0.995, top=0.93, bottom=0.01, wspace=DATES_APART)
    for date, (axes, title) in enumerate(zip(panels, titles, strict=True)):
        axes.set_title(title, fontweight="bold")
        _people(axes, rows, heights, services, date)
    foot = 0.0
    for row, height in zip(rows, heights, strict=True):
        middle = (0, -foot - height / 2)
        panels[0].annotate(
            row.name, middle, (-6, 0), ("axes fraction", "data"), "offset points", ha="right", va="center"
        )
        foot += height
    return _svg(figure)


@printed
def draw_curve(curve: Curve, percent: Callable[[float], str]) -> str:
    """Practice over the months: this simulation, its twin, the band of a hundred simulations; as SVG."""
    figure = Figure(figsize=(0.62 * WIDTH_CM * CM, CURVE_HEIGHT_CM * CM))
    axes = figure.add_axes((0.09, 0.19, 0.66, 0.76))
    months = np.arange(curve.practice.size)
    month_axis(axes, curve.practice.size - 1)
    shade_programme(axes, curve.programme)
    axes.fill_between(months, curve.low, curve.high, color=FAINT, alpha=0.55, linewidth=0)
    axes.plot(months, curve.twin, color=QUIET, linewidth=1.0, linestyle=(0, (4, 2)))
    axes.plot(months, curve.practice, color=INK, linewidth=2.0)
    for month in curve.dates:
        axes.axvline(month, color=INK, linewidth=0.6, linestyle=(0, (1, 2)))
    axes.set_ylim(0, 1.08 * max(float(curve.high.max()), float(curve.practice.max()), 0.05))
    axes.yaxis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda share, _: percent(share)))
    axes.set_xlabel(curve.axis)
    _notes(figure, curve.notes)
    return _svg(figure)


def _notes(figure: Figure, notes: tuple[str, str, str]) -> None:
    """What the lines are, at the right of the axes."""
    looks: tuple[dict[str, Any], ...] = (
        {"linewidth": 2.0, "color": INK},
        {"linewidth": 1.0, "color": QUIET, "linestyle": (0, (4, 2))},
        {"linewidth": 9.0, "color": FAINT, "alpha": 0.55},
    )
    key = figure.add_axes((0.77, 0.19, 0.23, 0.76))
    key.set(xlim=(0, 1), ylim=(0, 1))
    key.axis("off")
    for rank, (note, look) in enumerate(zip(notes, looks, strict=True)):
        height = 0.9 - 0.3 * rank
        key.plot((0.0, 0.12), (height, height), **look)
        key.text(0.17, height, note, va="center")


def _height(row: Row, services: int) -> float:
    """Lines that a row takes: those of its largest service, at the width of a column."""
    if row.service.size == 0 or (row.service < 0).all():
        return 2.0
    largest = int(np.bincount(row.service[row.service >= 0], minlength=services).max())
    return ceil(largest / _columns(row, services)) + 1.0


def _columns(row: Row, services: int) -> int:
    """People side by side in the column of a service."""
    largest = int(np.bincount(row.service[row.service >= 0], minlength=services).max())
    return max(3, ceil(largest / max(LARGEST_ROW, round(largest**0.5) + 1)))


def _people(axes: Axes, rows: list[Row], heights: list[float], services: int, date: int) -> None:
    axes.set(xlim=(0, services), ylim=(-sum(heights), 0))
    axes.axis("off")
    top = 0.0
    for row, height in zip(rows, heights, strict=True):
        axes.axhline(-top, color=FAINT, linewidth=0.5)
        where, states = _places(row, services, top), row.states[date]
        for state, (share, look) in _MARKS.items():
            across, down = where[states == state].T
            axes.scatter(across, down, s=share * _area(row, services), **look)
        top += height
    for border in range(1, services):
        axes.axvline(border, color=FAINT, linewidth=0.5, linestyle=(0, (2, 3)), zorder=0)


def _area(row: Row, services: int) -> float:
    """Area of the marks of a row, smaller where many stand side by side."""
    if (row.service < 0).all():
        return LONE_MARK
    return float(min(LARGEST_MARK, 2600.0 / (services * _columns(row, services)) ** 0.9))


def _places(row: Row, services: int, top: float) -> Places:
    """Where each person stands; those above the services are spread over the whole width."""
    n, places = row.service.size, np.zeros((row.service.size, 2))
    above = np.flatnonzero(row.service < 0)
    places[above] = np.column_stack(
        [services * (np.arange(above.size) + 0.5) / max(1, above.size), np.full(above.size, -top - 1.0)]
    )
    if above.size == n:
        return places
    columns = _columns(row, services)
    for service in range(services):
        inside = np.flatnonzero(row.service == service)
        line, column = np.divmod(np.arange(inside.size), columns)
        places[inside] = np.column_stack([service + (column + 0.75) / (columns + 0.5), -top - line - 1.0])
    return places


def _svg(figure: Figure) -> str:
    """The figure as SVG, the same bytes every time."""
    file = BytesIO()
    FigureCanvasSVG(figure).print_svg(file, metadata={"Creator": "Archipel", "Date": None})
    return file.getvalue().decode("utf-8")
