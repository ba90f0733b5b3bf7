"""The tipping map of a sampled study: share of diffusion over two levers, where it may cross one half, points run."""

import numpy as np
from cmcrameri import cm
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from experiments.analysis.words import axis_name, value_name
from experiments.figures import style
from experiments.figures.study import findings
from experiments.figures.study.frames import StudyFrames
from experiments.figures.style import INK
from experiments.language import Words, number

COLOURS = style.trimmed(cm.oslo_r, 0.05, 0.85)
HATCH = "#6f6f6f"


@style.printed
def picture(frames: StudyFrames, lang: str) -> Figure | None:
    """One map [times out of 100], its places without enough points left white."""
    surface, say = frames.findings.surface, Words(lang)
    if surface.empty:
        return None
    cells = int(np.sqrt(len(surface)))
    x, y, share = (surface[name].to_numpy(float).reshape(cells, cells) for name in ("x", "y", "share"))
    supported, uncertain = (surface[name].to_numpy(bool).reshape(cells, cells) for name in ("supported", "uncertain"))
    keys = surface["x_key"].iloc[0], surface["y_key"].iloc[0]
    note = say("figure.tipping.note", points=number(frames.material.runs["point_id"].nunique(), lang),
               runs=number(len(frames.material.runs), lang))  # fmt: skip
    page = style.page(findings.tipping(surface, say), 8.5, note, 3)
    axes = page.figure.subplots()
    mesh = axes.pcolormesh(x, y, np.where(supported, share, np.nan), cmap=COLOURS, vmin=0, vmax=1, shading="nearest",
                           rasterized=True)  # fmt: skip
    axes.contourf(x, y, np.where(uncertain, 1.0, 0.0), levels=[0.5, 1.5], colors="none", hatches=["////"])
    axes.contour(x, y, np.where(supported, share, np.nan), levels=[0.5], colors=INK, linewidths=1.6)
    points = frames.material.points().drop_duplicates("point_id")
    axes.plot(points[keys[0]], points[keys[1]], linestyle="none", marker=".", markersize=2.5, color=INK,
              markeredgecolor="white", markeredgewidth=0.4, label="run")  # fmt: skip
    axes.set(xlabel=axis_name(keys[0], say), ylabel=axis_name(keys[1], say))
    up = next(key for key in frames.material.keys if key.name == keys[1])
    if up.values:
        axes.set_yticks(np.array(up.values, dtype=float), [value_name(up.name, value, say) for value in up.values])
    page.colour_scale(mesh, say("figure.tipping.bar"), lambda value, _: number(100 * value, lang))
    page.legend([
        Line2D([], [], color=INK, linewidth=1.6, label=say("figure.tipping.half")),
        Patch(facecolor="white", hatch="////", edgecolor=HATCH, linewidth=0, label=say("figure.tipping.doubt")),
        Line2D([], [], linestyle="none", marker=".", markersize=4, color=INK, label=say("figure.phase.run")),
    ], columns=1)  # fmt: skip
    return page.figure
