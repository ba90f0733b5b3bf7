"""What a command will compute: scenarios, the same seeds in each, cut into blocks."""

import hashlib
import json
from dataclasses import dataclass, field
from functools import lru_cache

from experiments.uncertainty import Spread
from sim.config import Config, config_hash, flat, iter_parameters, resolved
from sim.core.draws import replicate_seed


@dataclass(frozen=True)
class Scenario:
    """A configuration under the name that tables and figures give it."""

    name: str
    config: Config
    """Resolved: no key is left to follow from others."""
    given: frozenset[str] = frozenset()
    """Keys that keep their value in every replicate, whatever the uncertainty."""

    @property
    def hash(self) -> str:
        """Hash of all that decides a run, but for the seed."""
        return config_hash(self.config)

    def title(self, lang: str) -> str:
        """Its title in a language, its name where it has none."""
        return (self.config.title_en if lang == "en" else self.config.title_fr) or self.name


@dataclass(frozen=True)
class Plan:
    """Scenarios and the seeds that each of them meets."""

    command: str
    name: str
    """What the folder of the result is called after."""
    scenarios: tuple[Scenario, ...]
    root: int
    """Key `seed`: all seeds follow from it."""
    replicates: int
    spread: Spread = field(default_factory=Spread)
    """What replicates carry beside their luck."""

    @property
    def n_runs(self) -> int:
        """Runs to compute, twins not counted."""
        return len(self.scenarios) * self.replicates

    @property
    def hash(self) -> str:
        """Hash of all that decides the result, code and platform apart."""
        scenarios = [[scenario.name, scenario.hash] for scenario in self.scenarios]
        return digest([self.command, scenarios, self.root, self.replicates, *self._uncertain()])

    def seed(self, replicate: int) -> int:
        """Seed of a replicate: two plans with one root meet the same luck."""
        return replicate_seed(self.root, replicate)

    def run_id(self, scenario: int, replicate: int) -> str:
        """Hash of the configuration and the seed of one run, 16 hexadecimal digits."""
        return digest([_hash(self.config(scenario, replicate)), self.seed(replicate)])[:16]

    def config(self, scenario: int, replicate: int) -> Config:
        """The configuration that one run has."""
        told = self.scenarios[scenario]
        return self.spread.lay(told.config, replicate, told.given)

    def blocks(self, size: int) -> list[range]:
        """The replicates, in blocks of at most `size`."""
        return [range(start, min(start + size, self.replicates)) for start in range(0, self.replicates, size)]

    def _uncertain(self) -> list[object]:
        """What the hash of a plan says of its uncertainty, nothing where there is none but that of luck."""
        if self.spread.ensemble is None:
            return []
        return [self.spread.kind.value, self.spread.ensemble.hash, [sorted(told.given) for told in self.scenarios]]


def varied_keys(plan: Plan) -> list[str]:
    """Keys that decide a result and that some run sets otherwise than by default, in the order of declaration."""
    defaults = flat(resolved(Config()))
    values = [flat(scenario.config) for scenario in plan.scenarios]
    deciding = (key for key, parameter in iter_parameters() if parameter.decides and key in defaults)
    spread = {key for told in plan.scenarios for key in plan.spread.keys(told.given)}
    return [key for key in deciding if key in spread or any(given[key] != defaults[key] for given in values)]


@lru_cache(maxsize=1024)
def _hash(config: Config) -> str:
    return config_hash(config)


def digest(content: object) -> str:
    """SHA-256 of what JSON can write, in hexadecimal digits; the order of the keys of a table changes nothing."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
