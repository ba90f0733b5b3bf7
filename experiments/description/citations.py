"""Which files of the model cite which code of the study: `M22`, `R7`, `N4`."""

import re
from functools import cache
from pathlib import Path

import sim

_ROOT = Path(str(sim.__file__)).parent
_CODE = re.compile(r"\b[MRN]\d{1,2}\b")


@cache
def citations() -> dict[str, tuple[str, ...]]:
    """Files of sim/ that cite each code, in order of name, by code."""
    found: dict[str, set[str]] = {}
    for file in sorted(_ROOT.rglob("*.py")):
        for code in _CODE.findall(file.read_text(encoding="utf-8")):
            found.setdefault(code, set()).add(file.relative_to(_ROOT.parent).as_posix())
    return {code: tuple(sorted(files)) for code, files in found.items()}
