"""What is wrong in the file of a study: every fault at once, each at its key."""

from collections.abc import Collection
from dataclasses import replace

from experiments.grammar import nearest
from sim.core.errors import InputError, Problem, shown
from sim.core.text import Text


class Faults:
    """Problems found so far."""

    def __init__(self, origin: Text) -> None:
        self.origin = origin
        self.found: dict[Problem, None] = {}

    def add(self, key: str, value: object, fr: str, en: str, allowed: str = "", near: str = "") -> None:
        """One problem; `allowed` is the same in both languages."""
        told = Text(allowed, allowed) if allowed else None
        given = "" if value is None else shown(value)
        self.found[Problem(key, given, Text(fr, en), told, near or None, self.origin)] = None

    def unknown(self, key: str, given: str, names: Collection[str], fr: str, en: str) -> None:
        """A name that does not exist, with the closest that does."""
        listed = ", ".join(names) if len(names) <= 30 else ""
        self.add(key, given, fr, en, listed, nearest(given, list(names)))

    def take(self, error: InputError) -> None:
        """What another check found."""
        for problem in error.problems:
            self.found[problem if problem.origin else replace(problem, origin=self.origin)] = None

    def settle(self) -> None:
        """Refuse where there is anything wrong."""
        if self.found:
            raise InputError(self.found)
