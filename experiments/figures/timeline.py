"""What every axis of months shows: a tick each year, the programme, the events."""

from matplotlib.axes import Axes
from matplotlib.ticker import MultipleLocator
from matplotlib.transforms import blended_transform_factory

from experiments.figures.frames import Event, Span
from experiments.figures.style import INK, QUIET, SHADE, SMALL_PT


def month_axis(axes: Axes, horizon: int) -> None:
    """Months from 0 to the horizon, a tick each year and a number every second."""
    axes.set_xlim(0, horizon)
    axes.xaxis.set_major_locator(MultipleLocator(24))
    axes.xaxis.set_minor_locator(MultipleLocator(12))


def shade_programme(axes: Axes, span: Span) -> None:
    """A grey ground from the first month of the programme to its end."""
    axes.axvspan(*span, color=SHADE, linewidth=0, zorder=0)


def rule_programme(axes: Axes, span: Span) -> None:
    """A bar on the upper edge of the axes, where a ground would hide what is drawn."""
    across = blended_transform_factory(axes.transData, axes.transAxes)
    ends = span[0], min(span[1], axes.get_xlim()[1])
    axes.plot(ends, (1, 1), transform=across, color=QUIET, linewidth=4, solid_capstyle="butt", clip_on=False)
    for month in ends:
        axes.axvline(month, color=QUIET, linewidth=0.8)


def mark_events(axes: Axes, events: list[Event], horizon: int, top: bool = True) -> None:
    """A dash-dotted line and a label for each event, stacked from the top of the axes or from their foot."""
    across = blended_transform_factory(axes.transData, axes.transAxes)
    for rank, (month, label) in enumerate(sorted(events)):
        axes.axvline(month, color=INK, linewidth=0.8, linestyle=(0, (4, 1.5, 1, 1.5)), zorder=2.5)
        late = month > 0.6 * horizon
        axes.annotate(
            label,
            (month, 0.97 - 0.13 * rank if top else 0.03 + 0.13 * rank),
            (-3 if late else 3, 0),
            across,
            "offset points",
            fontsize=SMALL_PT,
            ha="right" if late else "left",
            va="top" if top else "bottom",
            bbox={"facecolor": "white", "alpha": 0.8, "linewidth": 0, "pad": 0.6},
            zorder=4,
        )
