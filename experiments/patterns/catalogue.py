"""All patterns: what the files of `families` declare, in the order of their numbers."""

import re
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import experiments.patterns.families as folder
from experiments.patterns.pattern import Pattern


@cache
def catalogue() -> dict[str, Pattern]:
    """Every pattern by its identifier: SF1, SF2 .. SF12, SF12b .. SF26."""
    found: dict[str, Pattern] = {}
    for file in iter_modules(folder.__path__, prefix=f"{folder.__name__}."):
        for declared in vars(import_module(file.name)).values():
            if not isinstance(declared, Pattern):
                continue
            if declared.id in found:
                raise TypeError(f"two patterns are called {declared.id}")
            found[declared.id] = declared
    return {name: found[name] for name in sorted(found, key=_order)}


def pattern(name: str) -> Pattern:
    """The pattern of that identifier; raises KeyError."""
    return catalogue()[name]


def _order(name: str) -> tuple[int, str]:
    number = re.sub(r"\D", "", name)
    return int(number), name
