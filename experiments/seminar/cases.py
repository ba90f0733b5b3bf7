"""The cases that a trainer may pick: those of the study, the fictitious authorities, and one's own by its file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from experiments.cases import VARIANT, kind_of
from experiments.configuration import composed
from experiments.options import configs_folder, offered, option_content
from experiments.refusal import problems_of
from experiments.seminar.levers import LEVERS
from experiments.seminar.words import Pair, pair, said
from sim.config import Config, effective_horizon, flat, resolved
from sim.core.errors import InputError, Problem, shown
from sim.core.text import Text
from sim.population.council import executive

SIMULATIONS = 100
"""Simulations of each question: as many squares on the page."""
FIRST = ("fictional_commune", "fictional_epci", "transfo")
"""The cases of the pack; they also come first in the live app."""


@dataclass(frozen=True)
class Case:
    """One case: a scenario, with the number of simulations that the seminar shows.

    Attributes:
        id: name of the scenario.
        config: as its file gives it, levers that follow from others still to be resolved.
        given: keys that the file sets: they keep their value in every plausible world.
    """

    id: str
    config: Config
    given: frozenset[str]

    @property
    def months(self) -> int:
        """Months of a simulation."""
        return effective_horizon(self.config)

    @property
    def start_month(self) -> int:
        """Month in which the programme is due to start."""
        return self.config.programme.start_month

    @property
    def field_agents(self) -> int:
        """Field agents of the authority."""
        n = resolved(self.config).authority.field_agents
        assert n is not None
        return n

    @property
    def levers(self) -> dict[str, float]:
        """Value of every lever of the page, as the case has it."""
        values = flat(self.config)
        return {lever.key: values[lever.key] for lever in LEVERS}

    def words(self) -> dict[str, Pair]:
        """What the roles are called in an authority of this type."""
        a = self.config.authority
        bodies = executive(a.type, a.inhabitants, a.districts)
        head = Text(f"le {bodies.head.fr}", f"the {bodies.head.en}")
        return {"head": pair(head), "thematic": pair(bodies.thematic), "district": pair(bodies.district)}

    def as_json(self) -> dict[str, Any]:
        """As the catalogue gives it to the page."""
        c = self.config
        name = Text(c.title_fr or self.id, c.title_en or self.id)
        return {
            "id": self.id,
            "name": pair(name),
            "note": pair(Text(c.description_fr, c.description_en)),
            "kind": said(f"kind.{_kind(c)}"),
            "source": c.source,
            "retrospective": c.retrospective,
            "type": c.authority.type.value,
            "field_agents": self.field_agents,
            "words": self.words(),
            "levers": self.levers,
            "start_month": self.start_month,
            "end_month": self.months - 1,
            "calendar_start": c.calendar.start,
        }


def _kind(config: Config) -> str:
    return kind_of({"retrospective": config.retrospective, "use": config.use.value})


def shipped_cases() -> list[str]:
    """Names of the cases that come with the product; variants of the reference town are no cases."""
    files = offered("scenario", [configs_folder()])
    names = [name for name, path in files.items() if kind_of(option_content("scenario", path)) != VARIANT]
    return [*FIRST, *(name for name in names if name not in FIRST)]


def open_case(name: str, config_dir: str | None = None) -> Case:
    """A case by the name of its scenario, or by the path to its file."""
    config, given = composed([f"scenario={name}"], config_dir)
    if config.chart.services:
        by_post = Text("une collectivité décrite ne se montre pas poste par poste : voir la page « Mon organisation »",
                       "a described authority is not shown post by post: see the page \"My organisation\"")
        raise InputError([Problem(Path(name).name, shown(name), by_post)])
    return Case(config.scenario, config.model_copy(update={"replicates": SIMULATIONS}), given)


def open_cases(names: Iterable[str], config_dir: str | None = None) -> Mapping[str, Case]:
    """Several cases by their name, in order; what is wrong in any of them is told at once."""
    cases: dict[str, Case] = {}

    def add(name: str) -> None:
        case = open_case(name, config_dir)
        if case.id in cases:
            known = Text("ce nom est déjà celui d'un autre cas", "another case has this name already")
            raise InputError([Problem(Path(name).name, shown(name), known)])
        cases[case.id] = case

    problems = problems_of([partial(add, name) for name in dict.fromkeys(names)])
    if problems:
        raise InputError(problems)
    return cases


