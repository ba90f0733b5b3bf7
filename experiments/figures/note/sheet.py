"""The sheet that figures of a note are drawn on."""

from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine

from experiments.figures.style import CM

PAGE_CM, HALF_CM = 17.4, 8.5
"""Width of the text of a note on A4, and of a figure that stands beside another."""


def sheet(title: str, width_cm: float, height_cm: float) -> Figure:
    """An empty figure whose label is its title, for those who cannot see it."""
    pads = {"w_pad": 0.03, "h_pad": 0.03, "wspace": 0.03, "hspace": 0.04}
    figure = Figure(figsize=(width_cm * CM, height_cm * CM), layout=ConstrainedLayoutEngine(**pads))  # type: ignore[arg-type]
    figure.set_label(title)
    return figure
