"""The look shared by all figures: printed size, type, colours that survive colour blindness and grey print."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib import rc_context, style
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.cm import ScalarMappable
from matplotlib.colors import Colormap, ListedColormap
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.ticker import FuncFormatter
from numpy.typing import NDArray

from experiments.figures.texts import wrap

CM = 1 / 2.54
WIDTH_CM = 16.5
TEXT_PT, SMALL_PT, TITLE_PT = 8.5, 8.0, 10.5
LINE_CM = 0.40
CHARACTERS = 104  # of SMALL_PT text across WIDTH_CM, with room for the fonts that a page may have instead
NAME_CHARACTERS = 20  # of TEXT_PT text beside one row of panels

INK, QUIET, FAINT, SHADE = "#1a1a1a", "#5c5c5c", "#b8b8b8", "#ececec"
PRACTICE = "#bd1f01"
SECOND = "#3f90da"  # a second scenario in the same panel
VERDICT_LOOK: dict[str, tuple[str, str]] = {  # colour (petroff10), hatch
    "diffusion": ("#3f90da", ""),
    "spreading": ("#92dadd", "////"),
    "islets": ("#ffa90e", "oo"),
    "fallback": ("#94a4a2", "\\\\\\\\"),
    "not_launched": ("#ffffff", "..."),
}

_LOOK: dict[str, Any] = {
    "font.family": "DejaVu Sans",
    "font.size": TEXT_PT,
    "text.color": INK,
    "axes.labelsize": TEXT_PT,
    "axes.titlesize": TEXT_PT,
    "axes.titlelocation": "left",
    "axes.labelcolor": INK,
    "axes.edgecolor": QUIET,
    "axes.linewidth": 0.6,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "xtick.labelsize": SMALL_PT,
    "ytick.labelsize": SMALL_PT,
    "xtick.color": QUIET,
    "ytick.color": QUIET,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "xtick.major.width": 0.6,
    "ytick.major.width": 0.6,
    "legend.fontsize": SMALL_PT,
    "legend.frameon": False,
    "hatch.linewidth": 0.5,
    "hatch.color": INK,
    "figure.dpi": 200,
    "svg.hashsalt": "archipel",
}
printed = style.context(["default", _LOOK])
"""Decorator: the function draws in the printed look, whatever the user's own settings of matplotlib."""


def trimmed(colours: Colormap, low: float, high: float) -> ListedColormap:
    """The part of a map from `low` to `high` [0..1]: white would not show on paper, nor ink on black."""
    return ListedColormap(colours(np.linspace(low, high, 256)))


@dataclass(frozen=True)
class Page:
    """A figure at its printed size: a title, the body with the axes, a foot with the legend and a note."""

    figure: Figure
    foot: float
    """Height of the foot, as a share of the figure."""

    def legend(self, handles: list[Any], columns: int) -> None:
        """Lay the legend at the top left of the foot."""
        corner = (0, self.foot)
        self.figure.legend(
            handles=handles,
            loc="upper left",
            bbox_to_anchor=corner,
            ncols=columns,
            borderaxespad=0.2,
            columnspacing=1.4,
        )

    def colour_scale(
        self, mapped: ScalarMappable, label: str, write: Callable[[float, int | None], str], left: float = 0.52
    ) -> None:
        """Lay the scale of a map on top of a foot of three legend rows; `write` gives its numbers."""
        unit = CM / self.figure.get_figheight()
        axes = self.figure.add_axes((left, self.foot - 0.4 * unit, 0.42, 0.25 * unit))
        bar = self.figure.colorbar(mapped, cax=axes, orientation="horizontal", format=FuncFormatter(write))
        bar.set_label(label, labelpad=2)
        bar.outline.set_linewidth(0.6)


def page(
    title: str,
    body_cm: float,
    note: str,
    legend_rows: int = 0,
    names: tuple[str, str] = ("", ""),
    padding_cm: float = 0.1,
) -> Page:
    """An empty page WIDTH_CM wide whose body is `body_cm` high; title, note and legend take the lines they need.

    `names` are those of the axes that all panels share, horizontal and vertical.
    """
    title, note = wrap(title, 72), wrap(note, CHARACTERS)
    head_cm = 0.15 + 0.5 * (1 + title.count("\n"))
    foot_cm = 0.15 + 0.45 * legend_rows + LINE_CM * (1 + note.count("\n"))
    height_cm = head_cm + body_cm + foot_cm
    name_cm = 0.45 if names[0] else 0.0
    bottom, top = (foot_cm + name_cm) / height_cm, 1 - head_cm / height_cm
    pads: dict[str, Any] = {
        "w_pad": padding_cm * CM,
        "h_pad": padding_cm * CM,
        "wspace": 0.02,
        "hspace": 0.2 * padding_cm,
    }
    layout = ConstrainedLayoutEngine(rect=(0, bottom, 1, top - bottom), **pads)
    figure = Figure(figsize=(WIDTH_CM * CM, height_cm * CM), layout=layout)
    figure.set_label(" ".join(title.split()))
    figure.text(0.008, 1 - 0.1 / height_cm, title, fontsize=TITLE_PT, fontweight="bold", va="top")
    figure.text(0.008, 0.08 / height_cm, note, fontsize=SMALL_PT, color=QUIET, va="bottom", linespacing=1.25)
    figure.text(0.5, bottom, names[0], fontsize=TEXT_PT, ha="center", va="top")
    figure.supylabel(names[1], fontsize=TEXT_PT, y=(bottom + top) / 2)
    return Page(figure, foot_cm / height_cm)


def panel_title(axes: Axes, title: str, detail: str = "") -> None:
    """A bold title above the axes at their left, and a plain line of detail under it."""
    axes.set_title(title, fontweight="bold", pad=16 if detail else 4)
    if detail:
        axes.annotate(detail, (0, 1), (0, 4), "axes fraction", "offset points", fontsize=SMALL_PT, va="bottom")


def keep(panels: NDArray[np.object_], used: int, columns: int) -> NDArray[np.object_]:
    """The first `used` panels of a grid; the others are hidden, and the panels above them show their months."""
    for rank, panel in enumerate(panels[used:], start=used):
        panel.set_visible(False)
        panels[rank - columns].tick_params(labelbottom=True)
    return panels[:used]


@printed
def save(figure: Figure, stem: Path) -> list[Path]:
    """Write `stem`.svg and `stem`.png; the same figure gives the same bytes."""
    _lay_out(figure)
    title = figure.get_label()
    vector, pixels, resolution = stem.with_suffix(".svg"), stem.with_suffix(".png"), figure.dpi
    FigureCanvasSVG(figure).print_svg(vector, metadata={"Title": title, "Creator": "Archipel", "Date": None})
    figure.dpi = resolution  # the canvas leaves it at its own
    FigureCanvasAgg(figure).print_png(pixels, metadata={"Title": title, "Software": None})
    return [vector, pixels]


@printed
def as_svg(figure: Figure, *, words: bool = True) -> str:
    """The figure as SVG, the same text for the same figure.

    Args:
        figure: laid out here.
        words: keep words as text, to be read aloud and searched; else draw them, which needs no font where it is shown.
    """
    _lay_out(figure)
    written = BytesIO()
    with rc_context({"svg.fonttype": "none" if words else "path"}):
        about = {"Title": figure.get_label(), "Creator": "Archipel", "Date": None}
        FigureCanvasSVG(figure).print_svg(written, metadata=about)
    return written.getvalue().decode("utf-8")


def _lay_out(figure: Figure) -> None:
    """Lay out once for both files, to the sixth digit: the solver's last bits change from one call to the next."""
    figure.draw_without_rendering()
    figure.set_layout_engine("none")
    for axes in figure.get_axes():
        axes.set_position(np.round(axes.get_position(original=True).bounds, 6).tolist())
