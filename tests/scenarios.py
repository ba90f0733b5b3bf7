"""Scenarios that ship, by what they serve for: those kept for validation are composed by tests, never run."""

from functools import cache

from experiments.options import configs_folder, offered
from experiments.screening import read_mapping


@cache
def uses() -> dict[str, str]:
    """What each scenario serves for, by name, as its file says."""
    return {name: str(read_mapping(path)["use"]) for name, path in offered("scenario", [configs_folder()]).items()}


def kept_for_validation() -> list[str]:
    """Scenarios that no test runs before the parameters are frozen."""
    return [name for name, use in uses().items() if use == "validation"]


def playable() -> list[str]:
    """All others."""
    return [name for name, use in uses().items() if use != "validation"]
