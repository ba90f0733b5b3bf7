"""The plan of a study: what is varied around which configuration, where, how often, under which luck.

It holds all that decides the result, code and platform apart: a worker on another machine needs nothing else. A run is
a point (a row of the design, each kept once) and a replicate. All points meet the same luck, replicate by replicate:
but for the dummy, whose value names another luck.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from experiments.ensemble import Ensemble
from experiments.plan import digest
from experiments.study.factors import DUMMY, Cell, Factor, factor_of
from experiments.study.laying import laid
from experiments.study.replication import Replicates, replicates_of
from experiments.uncertainty import MEMBER, VARIANT, Spread
from sim.config import Config, config_hash, parameter_of, resolved, validate, with_values
from sim.config.root import Uncertainty
from sim.core.draws import replicate_seed

COMMAND = "study"
Cells = tuple[Cell, ...]


@dataclass(frozen=True)
class Base:
    """The configuration on which points stand, for one choice of group options."""

    options: tuple[tuple[str, str], ...]
    config: Config
    given: frozenset[str]
    """Keys that keep their value whatever the uncertainty."""

    @cached_property
    def hash(self) -> str:
        """Hash of what decides its runs."""
        return config_hash(self.config)

    def as_dict(self) -> dict[str, Any]:
        """Plain values."""
        config = self.config.model_dump(mode="json")
        return {"options": [list(option) for option in self.options], "config": config, "given": sorted(self.given)}


@dataclass(frozen=True)
class StudyPlan:
    """Factors, bases, design, replicates and luck."""

    name: str
    texts: Mapping[str, str]
    """Titles and descriptions in both languages, source."""
    factors: tuple[Factor, ...]
    """The columns of the design, levers first."""
    drawn: tuple[Factor, ...]
    """Uncertain ranges that the replicates draw, the same at every point."""
    bases: tuple[Base, ...]
    kind: str
    options: Mapping[str, Any]
    replicates: Replicates
    root: int
    spread: Spread = field(default_factory=Spread)
    months: tuple[str, ...] | None = None
    """Monthly columns that are kept; None: all of them."""

    @cached_property
    def hash(self) -> str:
        """Hash of all that decides the result, code and platform apart."""
        bases = [[base.options, base.hash, sorted(base.given)] for base in self.bases]
        return digest([COMMAND, self.name, self._canonical(), bases])

    @cached_property
    def ground(self) -> str:
        """Hash of what all runs of the study share: what a point's cells are laid upon."""
        bases = [[base.options, base.hash, sorted(base.given)] for base in self.bases]
        spread = [self.spread.kind.value, self.spread.ensemble.hash] if self.spread.ensemble else []
        drawn = [factor.as_dict() for factor in self.drawn]
        months = None if self.months is None else list(self.months)
        return digest([[factor.as_dict() for factor in self.factors], drawn, bases, spread, self.root, months])

    def point_id(self, cells: Sequence[Cell]) -> str:
        """The name of a point: a hash of its values, 12 hexadecimal digits."""
        return digest([[f.key for f in self.factors], list(cells)])[:12]

    def run_id(self, cells: Sequence[Cell], replicate: int) -> str:
        """Hash of the configuration and the seed of one run, 16 hexadecimal digits."""
        return digest([self.ground, list(cells), replicate])[:16]

    def seed(self, cells: Sequence[Cell], replicate: int) -> int:
        """Seed of a run: that of its replicate, at every point that has the same dummy."""
        return replicate_seed(self._root(self._noise(cells)), replicate)

    def base(self, cells: Sequence[Cell]) -> Base:
        """The configuration that a point stands on."""
        levels = ((f, cell) for f, cell in zip(self.factors, cells, strict=True) if f.levels)
        options = tuple(option for f, cell in levels if (option := f.level(cell).option))
        return self._bases[options]

    def values(self, cells: Sequence[Cell]) -> dict[str, Any]:
        """The dotted keys that a point sets."""
        return {k: v for f, cell in zip(self.factors, cells, strict=True) for k, v in f.values(cell).items()}

    def point(self, cells: Sequence[Cell]) -> Config:
        """The configuration of a point, before the uncertainty of its replicates; refused where keys disagree."""
        return resolved(with_values(self.base(cells).config, self.values(cells)))

    def config(self, cells: Cells, replicate: int) -> Config:
        """The configuration of one run."""
        config, given = _point(self, cells)
        values = {**self.draws(replicate), **self.spread.values(replicate, given)}
        if not values:
            return config
        return laid(config, values, (self.hash, self.base(cells).options, replicate, given))

    def draws(self, replicate: int) -> dict[str, Any]:
        """What a replicate draws in the uncertain ranges: one Sobol' point, the same whatever the number of them."""
        if not self.drawn:
            return {}
        place = _sobol(len(self.drawn), self.root, replicate)
        drawn = (factor.values(factor.cell(u)) for factor, u in zip(self.drawn, place, strict=True))
        return {key: value for values in drawn for key, value in values.items()}

    def carried(self, replicate: int) -> dict[str, Any]:
        """What the run table says of a replicate beside its keys: member and variant, where there are."""
        return self.spread.columns(replicate)

    @property
    def carries(self) -> tuple[str, ...]:
        """Names of `carried`."""
        if self.spread.ensemble is None:
            return ()
        return (MEMBER, VARIANT) if self.spread.kind is Uncertainty.PLAUSIBLE else (MEMBER,)

    @cached_property
    def varied_keys(self) -> tuple[str, ...]:
        """Keys whose values differ between runs and that are no column of the design: named choices, uncertainty."""
        columns = {factor.key for factor in self.factors}
        named = (key for f in (*self.factors, *self.drawn) for level in f.levels for key in level.values)
        spread = self.spread.keys(self.bases[0].given) if self.spread.ensemble else []
        keys = dict.fromkeys((*named, *(f.key for f in self.drawn), *spread))
        return tuple(key for key in keys if key not in columns and parameter_of(key) is not None)

    def as_dict(self) -> dict[str, Any]:
        """Plain values, whole: `plan_of` makes the plan again from them."""
        bases = [base.as_dict() for base in self.bases]
        return {"name": self.name, "texts": dict(self.texts), "bases": bases, **self._canonical(), **self._ensemble()}

    def _canonical(self) -> dict[str, Any]:
        return {
            "factors": [factor.as_dict() for factor in self.factors],
            "drawn": [factor.as_dict() for factor in self.drawn],
            "design": {"kind": self.kind, "options": dict(self.options)},
            "replicates": self.replicates.as_dict(),
            "root": self.root,
            "uncertainty": self.spread.kind.value,
            "ensemble_hash": self.spread.ensemble.hash if self.spread.ensemble else None,
            "months": None if self.months is None else list(self.months),
        }

    def _ensemble(self) -> dict[str, Any]:
        e = self.spread.ensemble
        if e is None:
            return {}
        rows = {"keys": list(e.keys), "members": [list(values) for values in e.members]}
        return {"ensemble": {**rows, "date": e.date, "code": e.code}}

    @cached_property
    def _bases(self) -> dict[tuple[tuple[str, str], ...], Base]:
        return {base.options: base for base in self.bases}

    def _noise(self, cells: Sequence[Cell]) -> Cell:
        return next((cell for f, cell in zip(self.factors, cells, strict=True) if f.role == DUMMY), None)

    def _root(self, noise: Cell) -> int:
        return self.root if noise is None else int(digest([self.root, noise])[:15], 16)

    def __hash__(self) -> int:
        return hash(self.hash)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, StudyPlan) and self.hash == other.hash


def plan_of(said: Mapping[str, Any]) -> StudyPlan:
    """The plan that `as_dict` described; raises LookupError, TypeError or InputError where it is none."""
    bases = tuple(
        Base(tuple((group, option) for group, option in base["options"]), validate(base["config"]),
             frozenset(base["given"]))
        for base in said["bases"]
    )
    ensemble = None
    if "ensemble" in said:
        e = said["ensemble"]
        ensemble = Ensemble(tuple(e["keys"]), tuple(tuple(m) for m in e["members"]), e["date"], e["code"])
    return StudyPlan(
        said["name"],
        said["texts"],
        tuple(factor_of(each) for each in said["factors"]),
        tuple(factor_of(each) for each in said["drawn"]),
        bases,
        said["design"]["kind"],
        said["design"]["options"],
        replicates_of(said["replicates"]),
        said["root"],
        Spread(Uncertainty(said["uncertainty"]), ensemble),
        None if said["months"] is None else tuple(said["months"]),
    )


@lru_cache(maxsize=256)
def _point(plan: StudyPlan, cells: Cells) -> tuple[Config, frozenset[str]]:
    return plan.point(cells), plan.base(cells).given | frozenset(plan.values(cells))


@lru_cache(maxsize=4096)
def _sobol(dimensions: int, root: int, index: int) -> tuple[float, ...]:
    from scipy.stats import qmc  # half a second of imports, that most workers need not pay

    sequence = qmc.Sobol(dimensions, rng=root)
    if index:
        sequence.fast_forward(index)
    return tuple(float(u) for u in sequence.random(1)[0])


def written(value: object) -> object:
    """A key's value as one cell of a table: lists are written as JSON."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | tuple | dict) else value
