"""The lives of one replicate: every cell with the same luck, each lived once, however many patterns ask for it."""

from collections.abc import Mapping
from functools import lru_cache

from experiments.configuration import load_scenario
from experiments.patterns.life import Life, lived
from experiments.patterns.pattern import Cell
from sim.config import Config, config_hash, resolved, with_values
from sim.core.draws import replicate_seed
from sim.simulation import RunRecord, simulate, twin_config

Values = tuple[tuple[str, object], ...]
"""Parameters laid over every cell, hashable."""


class World:
    """One replicate under some values: what has been lived so far, by configuration and months."""

    def __init__(self, root: int, replicate: int, values: Values) -> None:
        self.seed, self.replicate, self.values = replicate_seed(root, replicate), replicate, values
        self._lives: dict[tuple[str, int], Life] = {}

    def life(self, config: Config, months: int) -> Life:
        """The life of a resolved configuration, found or lived; a longer one serves where it is there."""
        name = _hash(config)
        key = (name, months)
        if key not in self._lives:
            self._lives[key] = lived(config, self.seed, months)
        return self._lives[key]

    def config(self, cell: Cell) -> Config:
        """The configuration of a cell in this replicate."""
        config = composed(cell, self.values)
        if cell.drawn is None:
            return config
        return resolved(_open(config, cell.drawn.key, cell.drawn.value(self.replicate)))


class Lives:
    """The cells of one pattern in one replicate."""

    def __init__(self, world: World, cells: Mapping[str, Cell]) -> None:
        self._world, self._cells = world, cells

    def __getitem__(self, name: str) -> Life:
        """The life of a cell."""
        cell = self._cells[name]
        return self._world.life(self._world.config(cell), cell.months)

    def twin(self, name: str) -> Life:
        """The same without programme and without interventions of kind `lever`."""
        cell = self._cells[name]
        return self._world.life(resolved(twin_config(self._world.config(cell))), cell.months)

    def record(self, name: str) -> RunRecord:
        """Outcomes and verdict of a cell at its observations, over the whole horizon."""
        return simulate(self._world.config(self._cells[name]), self._world.seed)


@lru_cache(maxsize=512)
def composed(cell: Cell, values: Values) -> Config:
    """The resolved configuration of a cell with the values laid over it; what the cell sets itself stays.

    Raises:
        InputError: a value that is not allowed.
    """
    asked = {key: value for key, value in values if key not in cell.keys}
    return resolved(with_values(load_scenario(cell.scenario, *cell.overrides), asked))


@lru_cache(maxsize=512)
def _hash(config: Config) -> str:
    return config_hash(config)


def _open(config: Config, key: str, value: float) -> Config:
    """The configuration with a drawn key; the sponsorship of thematic elus follows that of the head again."""
    follows = {"sponsorship.thematic": None} if key == "sponsorship.level" else {}
    return with_values(config, {key: value, **follows})
