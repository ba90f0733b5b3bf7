"""Figures of a run or a comparison: one file in `pictures/` draws one figure, whose name is the file's name.

The only part of the project that imports matplotlib. Each module of `pictures/` has one function
`picture(result, lang) -> Figure | None`, None where the result has nothing for it; adding a figure is adding a file.
"""

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from experiments.figures import pictures
from experiments.figures.frames import OrganisationTrace, ResultFrames
from experiments.figures.style import save

__all__ = ["OrganisationTrace", "ResultFrames", "draw"]


def draw(result: ResultFrames, folder: Path, lang: str) -> list[Path]:
    """Write every figure that applies as SVG and PNG in the folder; `lang` is fr or en. Returns the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name in sorted(module.name for module in iter_modules(pictures.__path__)):
        figure = import_module(f"{pictures.__name__}.{name}").picture(result, lang)
        if figure is not None:
            paths += save(figure, folder / name)
    return paths
