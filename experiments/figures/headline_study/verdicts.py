"""Stacked bars: the share of each verdict at each setting, settings in groups."""

from collections.abc import Callable, Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from experiments.figures import style
from experiments.figures.style import INK, SMALL_PT, VERDICT_LOOK
from experiments.headline_study.material import KIND, PRICE, SIZE, SPONSORSHIP, STANCE
from experiments.headline_study.sections.verdicts import PEOPLE, PLACES
from experiments.headline_study.titles import title
from experiments.headline_study.told import Told
from experiments.headline_study.writing import place_name, price_name, value_of
from experiments.language import Words, number
from experiments.table import ORDER
from sim.outcomes.verdict import LABELS

LOOK = VERDICT_LOOK | {"islets": (VERDICT_LOOK["islets"][0], "||"), "not_launched": ("#ffffff", "")}
"""The usual colours; hatches of lines alone, for those of circles weigh a hundred times more in a file."""
BAR_CM, NARROWEST = 0.62, 0.09
"""Height of a bar; share that leaves room for its number."""
Row = Mapping[str, object]
Name = Callable[[Row, Words], str]


def people(told: Sequence[Told], say: Words) -> Figure:
    """A panel a support of managers, a bar a sponsorship."""
    return _picture(told, PEOPLE, STANCE, _sponsorship, say)


def places(told: Sequence[Told], say: Words) -> Figure:
    """A panel a price, a bar a size and kind of authority."""
    return _picture(told, PLACES, PRICE, _place, say)


@style.printed
def _picture(told: Sequence[Told], name: str, panel: str, label: Name, say: Words) -> Figure:
    here = [each for each in told if each.where.get("picture") == name]
    values = sorted({float(str(each.where[panel])) for each in here})
    rows = list(dict.fromkeys(tuple((k, v) for k, v in each.where.items() if k not in ("picture", panel))
                              for each in here))  # fmt: skip
    height = BAR_CM * len(rows) + 1.5
    page = style.page(title(name, told, say), height, say(f"headstudy.note.{name}"), 1, padding_cm=0.25)
    panels = page.figure.subplots(1, len(values), sharey=True, squeeze=False)[0]
    for axes, value in zip(panels, values, strict=True):
        part = {(tuple((k, v) for k, v in each.where.items() if k not in ("picture", panel)), each.outcome):
                each.estimate.value for each in here if float(str(each.where[panel])) == value}  # fmt: skip
        _bars(axes, [[part[row, verdict] for verdict in ORDER] for row in rows], say)
        style.panel_title(axes, _panel_name(panel, value, say))
        axes.set_xlabel(say("headstudy.axis.times"))
    panels[0].set_yticks(range(len(rows)), [label(dict(row), say) for row in rows])
    panels[0].set_ylim(len(rows) - 0.4, -0.6)
    seen = [verdict for verdict in ORDER if any(each.outcome == verdict and each.estimate.value > 0 for each in here)]
    page.legend([_patch(verdict, say) for verdict in seen], columns=len(seen))
    return page.figure


def _bars(axes: Axes, rows: Sequence[Sequence[float]], say: Words) -> None:
    for at, shares in enumerate(rows):
        left = 0.0
        for verdict, share in zip(ORDER, shares, strict=True):
            colour, hatch = LOOK[verdict]
            axes.barh(at, 100 * share, 0.7, left, color=colour, hatch=hatch, edgecolor=INK, linewidth=0.4)
            if share >= NARROWEST:
                axes.text(left + 50 * share, at, number(100 * share, say.lang), fontsize=SMALL_PT - 1, ha="center",
                          va="center_baseline", bbox={"facecolor": "white", "linewidth": 0, "pad": 0.8})  # fmt: skip
            left += 100 * share
    axes.set(xlim=(0, 100), xticks=(0, 50, 100))
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)


def _panel_name(panel: str, value: float, say: Words) -> str:
    if panel == PRICE:
        return price_name(value, say)
    return say("headstudy.panel.managers", value=value_of(STANCE, value, say))


def _sponsorship(row: Row, say: Words) -> str:
    return say("headstudy.row.sponsorship", value=value_of(SPONSORSHIP, row[SPONSORSHIP], say))


def _place(row: Row, say: Words) -> str:
    return place_name(f"{row[KIND]}_{row[SIZE]}", say)


def _patch(verdict: str, say: Words) -> Patch:
    colour, hatch = LOOK[verdict]
    return Patch(facecolor=colour, hatch=hatch, edgecolor=INK, linewidth=0.5, label=LABELS[verdict].of(say.lang))
