"""Share of practitioners by service and month, for one typical run of each scenario."""

import numpy as np
from cmcrameri import cm
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.image import AxesImage
from matplotlib.lines import Line2D
from numpy.typing import NDArray

from experiments.figures import style, timeline
from experiments.figures.frames import ResultFrames
from experiments.figures.style import QUIET
from experiments.figures.texts import text, wrap
from experiments.language import percent

Shares = NDArray[np.float64]
STEP = 0.05  # the scale of colours ends at a multiple of it
COUNTED = 0.10  # share from which the heading counts a service


def sorted_shares(practitioners: NDArray[np.integer], sizes: NDArray[np.integer]) -> Shares:
    """Share of practitioners [services, months, 0..1], the service with the highest last share first."""
    shares = (practitioners / sizes).T
    return shares[np.argsort(-shares[:, -1], kind="stable")]


@style.printed
def picture(result: ResultFrames, lang: str) -> Figure | None:
    """One heat map a scenario, all on one scale of colours [% of the service's field agents]."""
    scenarios = [scenario for scenario in result.titles if scenario in result.by_service]
    if not scenarios:
        return None
    maps = [sorted_shares(result.by_service[scenario], result.service_sizes[scenario]) for scenario in scenarios]
    columns = 1 if len(maps) == 1 else 2
    rows = -(-len(maps) // columns)
    note = f"{text('services.note', lang)}\n{text('definition', lang)}"
    names = text("month_axis", lang), text("services.axis", lang)
    page = style.page(text("services.title", lang), 3.7 * rows + 0.6 if columns == 2 else 8, note, 3, names)
    panels = page.figure.subplots(rows, columns, sharex=True, squeeze=False).ravel()
    panels = style.keep(panels, len(maps), columns)
    top = STEP * max(1, np.ceil(max(shares.max() for shares in maps) / STEP))
    for panel, scenario, shares in zip(panels, scenarios, maps, strict=True):
        image = _map(panel, shares, top)
        _dates(panel, result, scenario, shares.shape[1])
        style.panel_title(panel, wrap(result.titles[scenario], 80 // columns), _count(shares, result, lang))
    page.colour_scale(image, text("services.bar", lang), lambda share, _: percent(share, lang))
    page.legend(_legend(lang), columns=1)
    return page.figure


def _map(axes: Axes, shares: Shares, top: float) -> AxesImage:
    """Rows are services, ranked from 1 at the top; columns are months."""
    services, months = shares.shape
    image = axes.imshow(
        shares,
        cmap=cm.lajolla_r,
        vmin=0,
        vmax=top,
        aspect="auto",
        interpolation="nearest",
        extent=(0, months, services + 0.5, 0.5),
    )
    axes.set_yticks([1, services])
    axes.spines[:].set_visible(True)
    return image


def _dates(axes: Axes, result: ResultFrames, scenario: str, horizon: int) -> None:
    timeline.month_axis(axes, horizon)
    for month in result.observe_months:
        axes.axvline(month, color=QUIET, linewidth=0.8, linestyle=":")
    if scenario in result.programme:
        timeline.rule_programme(axes, result.programme[scenario])
    timeline.mark_events(axes, result.events.get(scenario, []), horizon, top=False)


def _count(shares: Shares, result: ResultFrames, lang: str) -> str:
    month = result.observe_months[-1]
    touched = int(np.sum(shares[:, month] >= COUNTED))
    return text("services.count", lang, touched=touched, services=len(shares), month=month)


def _legend(lang: str) -> list[Line2D]:
    return [
        Line2D([], [], color=QUIET, linewidth=4, solid_capstyle="butt", label=text("programme", lang)),
        Line2D([], [], color=QUIET, linewidth=0.8, linestyle=":", label=text("observed", lang)),
    ]
