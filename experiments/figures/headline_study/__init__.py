"""Pictures of the page on the headline study, each drawn from the numbers that the page tells and from nothing else."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from matplotlib.figure import Figure

from experiments.figures.headline_study import bars, lines, phase, verdicts
from experiments.figures.headline_study.compact import compact
from experiments.figures.style import as_svg
from experiments.headline_study.sections import channels, sensitivity, thresholds, uncertainties
from experiments.headline_study.sections import phase as phase_numbers
from experiments.headline_study.sections import verdicts as verdict_numbers
from experiments.headline_study.told import Told
from experiments.language import Words
from experiments.store import write_text

Draw = Callable[[Sequence[Told], Words], Figure]
PICTURES: Mapping[str, tuple[str, Draw]] = {
    phase_numbers.COST: (phase_numbers.NAME, phase.cost),
    phase_numbers.CHAIN: (phase_numbers.NAME, phase.chain),
    phase_numbers.EACH: (phase_numbers.NAME, phase.each),
    verdict_numbers.PEOPLE: (verdict_numbers.NAME, verdicts.people),
    verdict_numbers.PLACES: (verdict_numbers.NAME, verdicts.places),
    "tornado": (sensitivity.NAME, bars.tornado),
    "uncertainties": (uncertainties.NAME, bars.uncertainties),
    "thresholds": (thresholds.NAME, lines.thresholds),
    "channels": (channels.NAME, lines.channels),
}
"""Name of the file -> section whose numbers it shows, and how."""


def draw_all(told: Sequence[Told], folder: Path, lang: str) -> list[Path]:
    """Write every picture as SVG; returns the files."""
    say, paths = Words(lang), []
    folder.mkdir(parents=True, exist_ok=True)
    for name, (section, draw) in PICTURES.items():
        path = folder / f"{name}.{lang}.svg"
        figure = draw([each for each in told if each.section == section], say)
        write_text(compact(as_svg(figure)), path)
        paths.append(path)
    return paths
