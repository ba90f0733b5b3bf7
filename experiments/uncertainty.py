"""Which parameters and which structure each replicate has, when replicates carry more than their own luck.

    replication   the configuration as it is, in every replicate
    parameters    replicate r has member r mod M of the ensemble of M sets of parameters
    plausible     and one of the four structural variants, in turn

A key that the user or the scenario gives keeps the value given. The member and the variant follow from the number of
the replicate alone: what is compared shares them as it shares its luck.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from experiments.ensemble import Ensemble
from experiments.variants import VARIANTS, Variant, with_half_point_share
from sim.config import Config, flat, with_values
from sim.config.root import Uncertainty
from sim.simulation import RunRecord

MEMBER, VARIANT = "member", "variant"
"""Columns of the run table."""


@dataclass(frozen=True)
class Spread:
    """How the replicates of a plan spread over what is not known."""

    kind: Uncertainty = Uncertainty.REPLICATION
    ensemble: Ensemble | None = None
    """Given but for `replication`."""

    @property
    def alike(self) -> bool:
        """Whether all replicates have the configuration as it is."""
        return self.ensemble is None

    def member(self, replicate: int) -> int | None:
        """The member that a replicate has, None where all replicates are alike."""
        return None if self.ensemble is None else replicate % self.ensemble.size

    def variant(self, replicate: int) -> Variant | None:
        """The variant that a replicate has, None where structure is not varied.

        In turn within a round of the ensemble, one further at each round: four rounds give every member every variant.
        """
        if self.ensemble is None or self.kind is not Uncertainty.PLAUSIBLE:
            return None
        rounds, member = divmod(replicate, self.ensemble.size)
        return VARIANTS[(member + rounds) % len(VARIANTS)]

    def columns(self, replicate: int) -> dict[str, object]:
        """What the run table says of a replicate beside its keys."""
        if self.ensemble is None:
            return {}
        variant = self.variant(replicate)
        named = {} if variant is None else {VARIANT: variant.name}
        return {MEMBER: self.member(replicate), **named}

    def keys(self, given: frozenset[str] = frozenset()) -> list[str]:
        """Keys that differ between replicates, but for those given."""
        return [] if self.ensemble is None else [key for key in self._values(0) if key not in given]

    def lay(self, config: Config, replicate: int, given: frozenset[str] = frozenset()) -> Config:
        """The configuration of one replicate."""
        values = self.values(replicate, given)
        return _laid(config, tuple(values.items())) if values else config

    def values(self, replicate: int, given: frozenset[str] = frozenset()) -> dict[str, object]:
        """The keys that a replicate changes, but for those given."""
        return {} if self.ensemble is None else {k: v for k, v in self._values(replicate).items() if k not in given}

    def _values(self, replicate: int) -> dict[str, object]:
        assert self.ensemble is not None
        variant = self.variant(replicate)
        values: Mapping[str, object] = self.ensemble.values(replicate % self.ensemble.size)
        return with_half_point_share(values) | ({} if variant is None else variant.values())


@dataclass(frozen=True)
class Turned:
    """Makes runs of configurations close to that of a scenario, each with the member that its seed has in the plan.

    What a configuration changes in the scenario keeps its value, as what is given does.
    """

    spread: Spread
    scenario: Config
    given: frozenset[str]
    replicates: Mapping[int, int]
    """Number of the replicate, by seed."""
    engine: Callable[[Config, int], RunRecord]

    def __call__(self, config: Config, seed: int) -> RunRecord:
        """Live one configuration under one seed."""
        given = self.given | departures(config, self.scenario)
        return self.engine(self.spread.lay(config, self.replicates[seed], given), seed)


@lru_cache(maxsize=64)
def departures(config: Config, other: Config) -> frozenset[str]:
    """Keys whose values differ between two configurations."""
    here, there = flat(config), flat(other)
    return frozenset(key for key in here if here[key] != there[key])


@lru_cache(maxsize=1024)
def _laid(config: Config, values: tuple[tuple[str, object], ...]) -> Config:
    return with_values(config, dict(values))
