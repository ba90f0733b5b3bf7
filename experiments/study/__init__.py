"""Studies: a design over levers and uncertain parameters, replicated, computed in chunks that survive anything.

from experiments.study import Study

study = Study.open("outputs/study-quick-1a2b3c4d")
study.runs, study.monthly, study.design                          # pandas frames
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from experiments.study.reading import Study

__all__ = ["Study"]


def __getattr__(name: str) -> object:
    """Import the reader when it is first asked for: it needs pandas."""
    if name == "Study":
        from experiments.study.reading import Study

        return Study
    raise AttributeError(f"module 'experiments.study' has no attribute {name!r}")
