"""The organisation chart of one month, in centimetres: rows from the élus to the agents, columns of services."""

import numpy as np
from cmcrameri import cm
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from numpy.typing import NDArray

from experiments.figures.frames import OrganisationTrace
from experiments.figures.geometry import seats
from experiments.figures.style import CM, FAINT, INK, PRACTICE, SMALL_PT, WIDTH_CM, trimmed

MARGIN_CM, LEFT_CM, RIGHT_CM = 0.13, 3.5, 0.3  # left of all; room for the names of the rows; right
FIELD_WIDTH_CM = WIDTH_CM - LEFT_CM - RIGHT_CM
TALLEST_CM = 6.4  # three charts and a foot on a page
HEAD_CM, ROW_CM, GAP_CM, FOOT_CM, BAR_CM = 0.7, 0.44, 0.1, 0.5, 0.2
WILLING = trimmed(cm.devon_r, 0.12, 1)
ELU, MANAGER = "D", "s"
POINTS = 72 * CM  # points in a centimetre
CROWD = 4000  # field agents from which the marks of an SVG are an image


class Chart:
    """Heights of the rows and seats of everybody, the same at all chosen months [cm from the top left]."""

    def __init__(self, trace: OrganisationTrace) -> None:
        self.trace = trace
        self.depth = int(trace.level.max())
        self.agents_top = HEAD_CM + ROW_CM * (self.depth + 1) + GAP_CM
        self.places = seats(trace, FIELD_WIDTH_CM, TALLEST_CM - self.agents_top - GAP_CM - FOOT_CM)
        self.services_y = self.agents_top + self.places.height + GAP_CM
        self.height = self.services_y + FOOT_CM

    def row(self, level: int) -> float:
        """Height of a level of management; the élus stand one level above the direction."""
        return HEAD_CM + ROW_CM * (self.depth + 1.5 - level)

    def draw(self, axes: Axes, index: int, touched: NDArray[np.bool_]) -> None:
        """Everybody at the month of this index, and a bar under each service that is `touched` [n_services]."""
        axes.set(xlim=(0, WIDTH_CM), ylim=(self.height, 0), aspect="equal", anchor="NW")
        axes.set_axis_off()
        self._links(axes)
        self._willing(axes, index)
        self._agents(axes, self.trace.practises[index].astype(bool))
        ends = np.stack([self.places.service_left, self.places.service_right], axis=1)[touched] + LEFT_CM
        bars = [[(left, self.services_y), (right, self.services_y)] for left, right in ends]
        axes.add_collection(LineCollection(bars, color=INK, linewidth=2, capstyle="butt", label="touched"))

    def name(self, axes: Axes, names: dict[float, str], heading: str) -> None:
        """The heading of the month, and what stands in each row, by its height."""
        axes.text(MARGIN_CM, HEAD_CM / 2, heading, fontsize=SMALL_PT, fontweight="bold", va="center", in_layout=False)
        for height, name in names.items():
            axes.text(MARGIN_CM, height, name, fontsize=SMALL_PT, va="center", in_layout=False)

    def _links(self, axes: Axes) -> None:
        x, parent = self.places.manager_x + LEFT_CM, self.trace.parent
        lines = [
            [(x[row], self.row(self.trace.level[row])), (x[boss], self.row(self.trace.level[boss]))]
            for row, boss in enumerate(parent)
            if boss >= 0
        ]
        thin = 0.35 * min(1.0, 300 / len(parent))
        axes.add_collection(LineCollection(lines, color=FAINT, linewidth=thin, zorder=1))

    def _willing(self, axes: Axes, index: int) -> None:
        """Élus around the middle, each manager above the teams below; the darker, the more they sponsor or relay."""
        sponsorship, stance = self.trace.elu_sponsorship[index], self.trace.manager_stance[index]
        step = min(0.5, FIELD_WIDTH_CM / sponsorship.size)
        x = WIDTH_CM - RIGHT_CM - FIELD_WIDTH_CM / 2 + step * (np.arange(sponsorship.size) - (sponsorship.size - 1) / 2)
        y = np.full(x.size, self.row(self.depth + 1))
        axes.scatter(x, y, s=25, c=sponsorship, marker=ELU, cmap=WILLING, vmin=0, vmax=1, linewidths=0, label="elus")
        for level in range(1, self.depth + 1):
            here = self.trace.level == level
            x, y = self.places.manager_x[here] + LEFT_CM, np.full(here.sum(), self.row(level))
            ends = np.stack([np.stack([x, y - BAR_CM / 2], axis=1), np.stack([x, y + BAR_CM / 2], axis=1)], axis=1)
            width = min(BAR_CM, 0.8 * FIELD_WIDTH_CM / here.sum()) * POINTS
            bars = LineCollection(list(ends), cmap=WILLING, linewidth=width, capstyle="butt", label=f"managers {level}")
            bars.set(array=stance[here], clim=(0, 1))
            axes.add_collection(bars)

    def _agents(self, axes: Axes, practises: NDArray[np.bool_]) -> None:
        """A large filled mark where the agent practises, a faint dot elsewhere."""
        pitch = self.places.pitch * POINTS
        for who, colour, size, name in ((~practises, FAINT, 0.45, "waits"), (practises, PRACTICE, 0.95, "practises")):
            axes.plot(
                self.places.agent_x[who] + LEFT_CM,
                self.places.agent_y[who] + self.agents_top,
                linestyle="none", marker="o", markersize=size * pitch, color=colour, markeredgewidth=0,
                label=name, rasterized=practises.size > CROWD,
            )  # fmt: skip
