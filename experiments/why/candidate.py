"""A candidate cause: one thing that can be taken away from a configuration, and the words for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Any

from experiments.why.story import Story
from sim.config import Config, flat, resolved, with_values
from sim.core.text import Text


@dataclass(frozen=True)
class Candidate:
    """Something that may have made a verdict.

    Attributes:
        name: what it is called in data.
        of: verdicts that it may explain.
        applies: whether there is anything to take away, from the configuration and a typical run of it.
        changes: the keys that take it away, with their values.
        because: clause that says it as a situation, after « parce que » (so not with a vowel in French) or "because".
        without: clause that says it taken away, after « si » or "if".
        event: it has a date: something that happens, not a standing condition.

    Clauses may hold {head}, {depth}, {days}, {price}: see `experiments.why.words.values`.
    """

    name: str
    of: frozenset[str]
    applies: Callable[[Config, Story], bool]
    changes: Callable[[Config], Mapping[str, object]]
    because: Text
    without: Text
    event: bool = False

    def taken_from(self, config: Config) -> Config:
        """The same configuration without it."""
        return with_values(config, self.changes(config))

    def is_particular(self, config: Config) -> bool:
        """Whether it is an event, or a condition that this configuration sets otherwise than by default."""
        here, usual = flat(config), _defaults()
        return self.event or any(here[key] != usual[key] for key in self.changes(config))


@dataclass(frozen=True)
class Removal:
    """One or two candidates taken away together."""

    parts: tuple[Candidate, ...]
    config: Config

    @property
    def name(self) -> str:
        """Names of the candidates, joined by a plus."""
        return "+".join(part.name for part in self.parts)

    def particulars(self, config: Config) -> int:
        """How many of its parts are particular to the configuration that they are taken from."""
        return sum(part.is_particular(config) for part in self.parts)


def singles(config: Config, candidates: list[Candidate]) -> list[Removal]:
    """Each candidate taken away alone; those that change nothing are left out."""
    removals = [Removal((candidate,), candidate.taken_from(config)) for candidate in candidates]
    return [removal for removal in removals if removal.config != config]


def pairs(alone: list[Removal]) -> list[Removal]:
    """Every two of them taken away together, where that has one meaning: the order does not matter, both count."""
    found = []
    for first, second in combinations(alone, 2):
        (a,), (b,) = first.parts, second.parts
        both = b.taken_from(first.config)
        if both == a.taken_from(second.config) and both not in (first.config, second.config):
            found.append(Removal((a, b), both))
    return found


@cache
def _defaults() -> dict[str, Any]:
    """Every key at its default."""
    return flat(resolved(Config()))
