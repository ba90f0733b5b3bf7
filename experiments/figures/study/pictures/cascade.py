"""Who convinced whom in one run: every adoption at its month and service, tied to the colleague who stood beside."""

import numpy as np
from cmcrameri import cm
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from experiments.analysis.tracing import Cascade
from experiments.figures import style, timeline
from experiments.figures.study.frames import StudyFrames
from experiments.figures.style import FAINT, INK, QUIET
from experiments.language import Words, number

COLOURS = style.trimmed(cm.lajolla_r, 0.25, 0.95)
DEEPEST = 6


@style.printed
def picture(frames: StudyFrames, lang: str) -> Figure | None:
    """Months across, services up (the first reached below), squares for those the programme recruited."""
    cascade, say = frames.cascade, Words(lang)
    if cascade is None or cascade.adopters.empty:
        return None
    counts = _counts(cascade)
    told = {name: number(value, lang) for name, value in counts.items()}
    title, note = say("figure.cascade.finding", **told), say("figure.cascade.note", **told)
    names = say("figure.month"), say("figure.cascade.axis")
    page = style.page(title, min(15.0, 7 + 0.14 * cascade.services), note, 4, names)
    axes = page.figure.subplots()
    x, y = places(cascade)
    _ties(axes, cascade, x, y)
    step = np.minimum(cascade.adopters["generation"].to_numpy(), DEEPEST)
    recruited = cascade.adopters["recruited"].to_numpy(bool)
    for name, who, mark, size in (("recruited", recruited, "s", 16), ("adopts", ~recruited, "o", 12)):
        drawn = axes.scatter(x[who], y[who], s=size, c=step[who], marker=mark, cmap=COLOURS, vmin=0, vmax=DEEPEST,
                             edgecolors=INK, linewidths=0.4, zorder=3, label=name)  # fmt: skip
    timeline.month_axis(axes, cascade.horizon)
    axes.set_yticks([1, cascade.services])
    axes.set_ylim(0.2, cascade.services + 0.8)
    page.colour_scale(
        drawn, say("figure.cascade.steps"), lambda at, _: number(at, lang) + ("+" if at >= DEEPEST else "")
    )
    page.legend([
        *(Line2D([], [], linestyle="none", marker=mark, color="white", markeredgecolor=INK,
                 label=say(f"figure.cascade.{name}")) for name, mark in (("recruited", "s"), ("adopts", "o"))),
        Line2D([], [], color=QUIET, linewidth=0.8, label=say("figure.cascade.tie")),
        Line2D([], [], color=FAINT, linewidth=0.8, label=say("figure.cascade.within")),
    ], columns=1)  # fmt: skip
    return page.figure


def places(cascade: Cascade) -> tuple[np.ndarray, np.ndarray]:
    """Month and height of each adoption; services by first adoption, those of one month in a service side by side."""
    table = cascade.adopters
    order = table.groupby("service")["month"].min().sort_values(kind="stable")
    rank = {service: at + 1 for at, service in enumerate(order.index)}
    height = table["service"].map(rank).to_numpy(float)
    seat = table.groupby(["service", "month"]).cumcount().to_numpy()
    crowd = table.groupby(["service", "month"])["agent"].transform("size").to_numpy()
    return table["month"].to_numpy(float), height + np.where(
        crowd > 1, (seat / np.maximum(crowd - 1, 1) - 0.5) * 0.6, 0
    )


def _ties(axes: Axes, cascade: Cascade, x: np.ndarray, y: np.ndarray) -> None:
    """Ties across services in ink, those within a service faint: the first are the bridges."""
    at = {agent: row for row, agent in enumerate(cascade.adopters["agent"])}
    pairs = [(at[parent], row) for row, parent in enumerate(cascade.adopters["parent"]) if parent in at]
    service = cascade.adopters["service"].to_numpy()
    for across, colour, label in ((False, FAINT, "within"), (True, QUIET, "across")):
        lines = [[(x[a], y[a]), (x[b], y[b])] for a, b in pairs if (service[a] != service[b]) == across]
        thin = 0.25 + 0.6 * min(1.0, 100 / max(1, len(lines)))
        axes.add_collection(LineCollection(lines, color=colour, linewidth=thin, zorder=1, label=label))


def _counts(cascade: Cascade) -> dict[str, int]:
    table = cascade.adopters
    alone = int(np.sum((table["parent"] < 0) & ~table["recruited"]))
    owner = table.set_index("agent")["service"]
    beside = table[table["parent"].isin(owner.index)]
    across = int(np.sum(beside["parent"].map(owner).to_numpy() != beside["service"].to_numpy()))
    return {"adopters": len(table), "recruited": int(table["recruited"].sum()), "alone": alone,
            "beside": int(np.sum(table["parent"] >= 0)), "across": across, "services": cascade.services}  # fmt: skip
