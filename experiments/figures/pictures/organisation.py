"""The organisation chart at chosen months: who practises, service by service and team by team, under whom."""

from typing import Any

import numpy as np
from matplotlib.cm import ScalarMappable
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from numpy.typing import NDArray

from experiments.figures import chart, style
from experiments.figures.frames import OrganisationTrace, ResultFrames
from experiments.figures.style import FAINT, INK, PRACTICE
from experiments.figures.texts import text
from experiments.language import number, percent


@style.printed
def picture(result: ResultFrames, lang: str) -> Figure | None:
    """One chart a month: élus, direction, managers by level, then agents as marks, filled where they practise."""
    trace = result.organisation
    if trace is None:
        return None
    layout = chart.Chart(trace)
    title = text("organisation.title", lang, scenario=result.titles[trace.scenario])
    page = style.page(title, layout.height * len(trace.months_chosen), _note(trace, lang), legend_rows=5, padding_cm=0)
    panels = page.figure.subplots(len(trace.months_chosen), 1, squeeze=False).ravel()
    names = _names(trace, layout, lang)
    for index, axes in enumerate(panels):
        touched = touched_services(trace, index)
        layout.draw(axes, index, touched)
        layout.name(axes, names, _heading(result, trace, index, touched, lang))
    page.legend(_legend(trace, lang), columns=1)
    scale = ScalarMappable(cmap=chart.WILLING)
    page.colour_scale(scale, text("organisation.willing", lang), lambda value, _: number(value, lang, 1))
    return page.figure


def touched_services(trace: OrganisationTrace, index: int) -> NDArray[np.bool_]:
    """Services that count in the breadth of practice at one of the chosen months [n_services]."""
    practitioners = np.bincount(trace.agent_service, weights=trace.practises[index])
    sizes = np.bincount(trace.agent_service)
    return (practitioners >= trace.service_share * sizes) & (practitioners >= trace.service_min)


def _names(trace: OrganisationTrace, layout: chart.Chart, lang: str) -> dict[float, str]:
    """What stands in each row, by the height of the row."""
    depth = int(trace.level.max())
    names = {layout.row(depth + 1): text("organisation.elus", lang, count=trace.elu_sponsorship.shape[1])}
    names[layout.row(depth)] = text("organisation.dgs", lang)
    for level in range(1, depth):
        count = number(np.sum(trace.level == level), lang)
        names[layout.row(level)] = text("organisation.level", lang, level=level, count=count)
    names[layout.agents_top + 0.15] = text("organisation.agents", lang, count=number(trace.agent_team.size, lang))
    names[layout.services_y] = text("organisation.services", lang, count=layout.places.service_left.size)
    return names


def _heading(result: ResultFrames, trace: OrganisationTrace, index: int, touched: NDArray[np.bool_], lang: str) -> str:
    month, practises = int(trace.months_chosen[index]), trace.practises[index]
    start, end = result.programme.get(trace.scenario, (-1, -1))
    moments = dict.fromkeys(result.observe_months, "observed") | {start: "start", end: "end"}
    return text(
        "organisation.month",
        lang,
        month=month,
        moment=text(f"organisation.{moments[month]}", lang) if month in moments else "",
        count=number(practises.sum(), lang),
        agents=number(practises.size, lang),
        share=percent(practises.mean(), lang),
        touched=touched.sum(),
        services=touched.size,
    )


def _note(trace: OrganisationTrace, lang: str) -> str:
    spans = [number(trace.span[trace.level == level].mean(), lang, 1) for level in range(1, trace.level.max() + 1)]
    return f"{text('organisation.note', lang, spans=' / '.join(spans))}\n{text('definition', lang)}"


def _legend(trace: OrganisationTrace, lang: str) -> list[Line2D]:
    share, count = percent(trace.service_share, lang), trace.service_min
    willing = to_hex(chart.WILLING(0.6))
    marks: list[tuple[str, str, float, str]] = [
        ("elu", chart.ELU, 5, willing),
        ("manager", chart.MANAGER, 5, willing),
        ("practises", "o", 5, PRACTICE),
        ("waits", "o", 2.5, FAINT),
    ]
    look: dict[str, Any] = {"linestyle": "none", "markeredgewidth": 0}
    return [
        Line2D([], [], marker=marker, markersize=size, color=colour, label=text(f"organisation.{key}", lang), **look)
        for key, marker, size, colour in marks
    ] + [Line2D([], [], color=INK, linewidth=2, label=text("organisation.touched", lang, share=share, count=count))]
