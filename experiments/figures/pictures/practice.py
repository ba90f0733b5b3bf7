"""Practice over time: median and bands over the replicates, beside the same luck without the programme."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import FuncFormatter, MaxNLocator
from numpy.typing import NDArray

from experiments.figures import style, timeline
from experiments.figures.frames import ResultFrames
from experiments.figures.style import FAINT, INK, PRACTICE, QUIET, SECOND, SHADE
from experiments.figures.summaries import practice_bands
from experiments.figures.texts import between, text, wrap
from experiments.language import number, percent

LOOKS: tuple[tuple[str, Any, str], ...] = ((PRACTICE, "-", "o"), (SECOND, (0, (6, 1.5)), "s"))
OUTER, INNER = 0.16, 0.30  # opacity of the 90 % band, and of the 50 % band upon it
MEDIAN: dict[str, Any] = {"linewidth": 1.6, "markersize": 4.5}
TWIN: dict[str, Any] = {"linewidth": 0.8, "linestyle": (0, (2, 1.5))}


@style.printed
def picture(result: ResultFrames, lang: str) -> Figure | None:
    """Share of field agents who practise [%] by month: one panel a scenario, one for both when there are two."""
    if result.monthly.empty:
        return None
    scenarios = list(result.titles)
    pair = len(scenarios) == 2
    columns = 1 if len(scenarios) <= 2 else 2 if len(scenarios) <= 8 else 3
    rows = 1 if pair else -(-len(scenarios) // columns)
    note = f"{text('definition', lang)}\n{text('practice.note', lang, runs=_replicates(result, lang))}"
    names = text("month_axis", lang), text("practice.axis", lang)
    body_cm = 8.5 if columns == 1 else 3.6 * rows + 1
    page = style.page(text("practice.title", lang), body_cm, note, 2, names)
    panels = page.figure.subplots(rows, columns, sharex=True, sharey=True, squeeze=False).ravel()
    for rank, scenario in enumerate(scenarios):
        panel = panels[0 if pair else rank]
        _trajectory(panel, result, scenario, rank if pair else 0)
        if not pair:
            style.panel_title(panel, wrap(result.titles[scenario], 80 // columns), _reading(result, scenario, lang))
    if pair:
        _name_the_two(panels[0], result, lang)
    _axes(style.keep(panels, 1 if pair else len(scenarios), columns), result, lang)
    page.legend(_legend(*(QUIET, QUIET) if pair else (PRACTICE, INK), lang), columns=3)
    return page.figure


def _trajectory(axes: Axes, result: ResultFrames, scenario: str, rank: int) -> None:
    colour, line, marker = LOOKS[rank]
    rows = result.monthly[result.monthly["scenario"] == scenario]
    months, (lowest, low, median, high, highest) = practice_bands(rows, "practice")
    _, (_, _, twin, _, _) = practice_bands(rows, "practice_twin")
    observed = np.isin(months, result.observe_months).nonzero()[0].tolist()
    axes.fill_between(months, lowest, highest, color=colour, alpha=OUTER, linewidth=0)
    axes.fill_between(months, low, high, color=colour, alpha=INNER, linewidth=0)
    axes.plot(months, twin, color=INK if rank == 0 else colour, **TWIN)
    axes.plot(months, median, color=colour, linestyle=line, marker=marker, markevery=observed, clip_on=False, **MEDIAN)
    if scenario in result.programme:
        timeline.shade_programme(axes, result.programme[scenario])
    timeline.mark_events(axes, result.events.get(scenario, []), int(months[-1]) + 1)


def _axes(panels: NDArray[np.object_], result: ResultFrames, lang: str) -> None:
    """Common axes: months to the last one simulated, shares from 0, every month of observation dotted."""
    horizon = int(result.monthly["month"].max()) + 1
    for panel in panels:
        timeline.month_axis(panel, horizon)
        for month in result.observe_months:
            panel.axvline(month, color=FAINT, linewidth=0.7, linestyle=":", zorder=1)
    panels[0].set_ylim(0, max(0.02, *(1.12 * panel.dataLim.y1 for panel in panels)))
    panels[0].yaxis.set_major_locator(MaxNLocator(4, steps=[1, 2, 5, 10]))
    panels[0].yaxis.set_major_formatter(FuncFormatter(lambda share, _: percent(share, lang)))


def _reading(result: ResultFrames, scenario: str, lang: str) -> str:
    """The two medians at the last observation, in words."""
    month = result.observe_months[-1]
    rows = result.monthly[(result.monthly["scenario"] == scenario) & (result.monthly["month"] == month)]
    median, twin = (percent(rows[column].median(), lang) for column in ("practice", "practice_twin"))
    return text("practice.at", lang, month=month, median=median, twin=twin)


def _name_the_two(axes: Axes, result: ResultFrames, lang: str) -> None:
    labels = [f"{title} – {_reading(result, scenario, lang)}" for scenario, title in result.titles.items()]
    handles = [
        Line2D([], [], color=colour, linestyle=line, marker=marker, label=label, **MEDIAN)
        for label, (colour, line, marker) in zip(labels, LOOKS, strict=True)
    ]
    axes.legend(handles=handles, loc="lower left", bbox_to_anchor=(0, 1), borderaxespad=0.2, handlelength=3)


def _replicates(result: ResultFrames, lang: str) -> str:
    counts = result.monthly.groupby("scenario")["replicate"].nunique()
    return between(number(counts.min(), lang), number(counts.max(), lang))


def _legend(colour: str, twin: str, lang: str) -> list[Line2D | Patch]:
    dots: dict[str, Any] = {"color": FAINT, "linestyle": ":", "linewidth": 0.8}
    return [
        Line2D([], [], color=colour, label=text("practice.median", lang), **MEDIAN),
        Line2D([], [], color=twin, label=text("practice.twin", lang), **TWIN),
        Patch(facecolor=colour, alpha=OUTER + INNER, label=text("practice.half", lang)),
        Patch(facecolor=colour, alpha=OUTER, label=text("practice.most", lang)),
        Patch(facecolor=SHADE, label=text("programme", lang)),
        Line2D(
            [],
            [],
            marker="o",
            markersize=4.5,
            markerfacecolor=colour,
            markeredgecolor=colour,
            label=text("observed", lang),
            **dots,
        ),
    ]
