"""Shares of verdicts: one stacked bar a scenario, and each share with its interval."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from experiments.figures import style
from experiments.figures.frames import ResultFrames
from experiments.figures.style import FAINT, INK, SMALL_PT, VERDICT_LOOK
from experiments.figures.summaries import VERDICTS, verdict_shares
from experiments.figures.texts import between, text, wrap
from experiments.language import number
from experiments.statistics import Estimate
from experiments.uncertainty import MEMBER, VARIANT

Shares = list[dict[str, Estimate]]
NARROWEST = 0.05  # share that leaves room for its number in the bar
LABEL_CHARACTERS = 24


@style.printed
def picture(result: ResultFrames, lang: str) -> Figure | None:
    """Times out of 100 that each verdict is reached: stacked with hatches above, dot and interval below."""
    if result.runs.empty:
        return None
    shares = [verdict_shares(result.runs[result.runs["scenario"] == scenario]) for scenario in result.titles]
    bars_cm, dots_cm = 0.85 * len(shares) + 1.0, 0.78 * len(shares) + 2.2
    page = style.page(text("verdicts.title", lang), bars_cm + dots_cm, _note(result, lang), legend_rows=1)
    grid = page.figure.add_gridspec(2, len(VERDICTS), height_ratios=[bars_cm, dots_cm])
    bars = page.figure.add_subplot(grid[0, :])
    dots = [page.figure.add_subplot(grid[1, rank]) for rank in range(len(VERDICTS))]
    _stack(bars, shares, lang)
    for axes, verdict in zip(dots, VERDICTS, strict=True):
        _intervals(axes, [of_scenario[verdict] for of_scenario in shares], verdict)
        style.panel_title(axes, wrap(text(verdict, lang), 12))
    for axes in (bars, *dots):
        _rows(axes, list(result.titles.values()), named=axes in (bars, dots[0]))
    bars.set_xlabel(text("verdicts.bars", lang))
    dots[2].set_xlabel(text("verdicts.dots", lang))
    page.legend([_patch(verdict, lang) for verdict in VERDICTS], columns=len(VERDICTS))
    return page.figure


def _stack(axes: Axes, shares: Shares, lang: str) -> None:
    left = [0.0] * len(shares)
    for verdict in VERDICTS:
        colour, hatch = VERDICT_LOOK[verdict]
        widths = [100 * of_scenario[verdict].value for of_scenario in shares]
        axes.barh(range(len(shares)), widths, 0.68, left, color=colour, hatch=hatch, edgecolor=INK, linewidth=0.5)
        for row, (start, width) in enumerate(zip(left, widths, strict=True)):
            if width >= 100 * NARROWEST:
                _in_bar(axes, start + width / 2, row, number(width, lang))
        left = [start + width for start, width in zip(left, widths, strict=True)]


def _in_bar(axes: Axes, x: float, y: int, words: str) -> None:
    axes.text(
        x,
        y,
        words,
        fontsize=SMALL_PT,
        ha="center",
        va="center_baseline",
        bbox={"facecolor": "white", "linewidth": 0, "pad": 1.2},
    )


def _intervals(axes: Axes, estimates: list[Estimate], verdict: str) -> None:
    shares, low, high = (
        100 * np.array([getattr(each, name) for each in estimates]) for name in ("value", "low", "high")
    )
    axes.errorbar(
        shares,
        np.arange(len(estimates)),
        xerr=np.stack([shares - low, high - shares]),
        fmt="o",
        markersize=4.2,
        color=VERDICT_LOOK[verdict][0],
        markeredgecolor=INK,
        ecolor=INK,
        elinewidth=1.2,
        capsize=2.5,
        clip_on=False,
    )
    axes.grid(axis="x", color=FAINT, linewidth=0.4)
    axes.set_xticks([0, 50, 100])


def _rows(axes: Axes, titles: list[str], named: bool) -> None:
    """One row a scenario, the first on top, from 0 to 100."""
    axes.set_xlim(0, 100)
    axes.set_ylim(len(titles) - 0.5, -0.5)
    axes.set_yticks(range(len(titles)), [wrap(title, LABEL_CHARACTERS) for title in titles] if named else [])
    axes.tick_params(axis="y", length=0, pad=8)
    axes.spines["left"].set_visible(False)


def _patch(verdict: str, lang: str) -> Patch:
    colour, hatch = VERDICT_LOOK[verdict]
    return Patch(facecolor=colour, hatch=hatch, edgecolor=INK, linewidth=0.5, label=text(verdict, lang))


def _note(result: ResultFrames, lang: str) -> str:
    counts = result.runs.groupby("scenario").size()
    runs = between(number(counts.min(), lang), number(counts.max(), lang))
    said = text(f"verdicts.{_carried(result)}", lang)
    return f"{text('verdicts.note', lang, runs=runs, month=result.observe_months[-1])} {said}"


def _carried(result: ResultFrames) -> str:
    """Which uncertainty the runs carry, from the columns of their table."""
    if VARIANT in result.runs:
        return "plausible"
    return "parameters" if MEMBER in result.runs else "replication"
