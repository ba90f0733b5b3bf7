"""Which files cite which code of the study (`M22`, `R7`, `N4`): the model, the patterns it is put to, its scenarios."""

import re
from functools import cache
from pathlib import Path

import sim
from experiments.options import configs_folder

_MODEL = Path(str(sim.__file__)).parent
_PATTERNS = Path(__file__).resolve().parents[1] / "patterns"
_FOLDERS = ((_MODEL, "", "*.py"), (_PATTERNS, "patterns/", "*.py"), (configs_folder(), "", "*.yaml"))
_CODE = re.compile(r"\b[MRN]\d{1,2}\b")


@cache
def citations() -> dict[str, tuple[str, ...]]:
    """Files that cite each code, by code, those of the model first; named as from their folder."""
    found: dict[str, list[str]] = {}
    for folder, prefix, pattern in _FOLDERS:
        for file in sorted(folder.rglob(pattern)):
            name = prefix + file.relative_to(folder).with_suffix("").as_posix()
            for code in sorted(set(_CODE.findall(file.read_text(encoding="utf-8")))):
                found.setdefault(code, []).append(name)
    return {code: tuple(names) for code, names in found.items()}
