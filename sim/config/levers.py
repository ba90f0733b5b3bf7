"""The configuration's groups as one row of numbers, for compiled rules."""

from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

import numpy as np

from sim.config.catalogue import Parameter, iter_parameters
from sim.config.resolve import resolved
from sim.config.root import Config, group_names

_NUMBER_TYPES = {"float": np.float64, "int": np.int64, "bool": np.int64, "choice": np.int64}


def field_codes(choices: type[StrEnum]) -> dict[str, int]:
    """Code of each choice in a row of levers: its rank in declaration order."""
    return {str(member.value): code for code, member in enumerate(choices)}


@cache
def lever_dtype() -> np.dtype[np.void]:
    """Nested type of a row of levers: group, then field (float64; int64 for integers, switches and choices).

    Left out: texts, lists, and numbers that may stay null once the configuration is resolved.
    """
    layout = [(group, _fields(group)) for group in group_names()]
    return np.dtype([(group, fields) for group, fields in layout if fields], align=True)


def lever_row(config: Config) -> np.ndarray[Any, np.dtype[np.void]]:
    """Levers of `config` [1], of type `lever_dtype()`; keys left null are resolved first. The caller's own."""
    return _row(config).copy()


@lru_cache(maxsize=16)
def _row(config: Config) -> np.ndarray[Any, np.dtype[np.void]]:
    row = np.zeros(1, dtype=lever_dtype())
    settled = resolved(config)
    for group in row.dtype.names or ():
        values = getattr(settled, group)
        for p in _leaves(group):
            field = p.key.partition(".")[2]
            value = getattr(values, field)
            row[group][field] = field_codes(p.enum)[value] if p.enum else value
    return row


def _fields(group: str) -> list[tuple[str, type]]:
    return [(p.key.partition(".")[2], _NUMBER_TYPES[p.kind]) for p in _leaves(group)]


@cache
def _leaves(group: str) -> tuple[Parameter, ...]:
    return tuple(
        p
        for key, p in iter_parameters()
        if key.rpartition(".")[0] == group and p.kind in _NUMBER_TYPES and (p.resolved or not p.nullable)
    )
