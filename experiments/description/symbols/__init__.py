"""The symbols that the equations of the description give to parameters: one file a submodel, key to TeX."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules


@cache
def submodels() -> Mapping[str, Mapping[str, str]]:
    """For each submodel, by the name of its file, its parameters and their symbols."""
    files = [file.name for file in iter_modules(__path__)]
    return {name: import_module(f"{__name__}.{name}").SYMBOLS for name in sorted(files)}
