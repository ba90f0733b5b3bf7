"""Figures of a study: one file draws one figure, whose name is the file's name.

Each module of `pictures/` has one function `picture(frames, lang) -> Figure | None`, None where the study has nothing
for it; adding a figure is adding a file.
"""

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from experiments.figures.study import pictures
from experiments.figures.study.frames import StudyFrames
from experiments.figures.style import save

__all__ = ["StudyFrames", "draw_study"]


def draw_study(frames: StudyFrames, folder: Path, lang: str) -> list[Path]:
    """Write every figure that applies as SVG and PNG in the folder; `lang` is fr or en. Returns the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name in sorted(module.name for module in iter_modules(pictures.__path__)):
        figure = import_module(f"{pictures.__name__}.{name}").picture(frames, lang)
        if figure is not None:
            paths += save(figure, folder / name)
    return paths
