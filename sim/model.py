"""The model as a Mesa user knows it: `ParticipationModel`, a mesa.Model around one run of the engine."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

import numpy as np
from mesa import DataCollector, Model
from mesa.agent import AgentSet

from sim.agents.views import ROLES, View, ViewsByRole
from sim.config import Config, resolved, with_values
from sim.networks.convert import to_networkx, tree_to_networkx
from sim.observation import COLUMNS, Column
from sim.outcomes.catalogue import Value
from sim.run import Closed, Live
from sim.simulation import RunRecord, half_of, record_of
from sim.world import Networks, World

if TYPE_CHECKING:
    import pandas


class ParticipationModel(Model):  # type: ignore[misc]
    """One run of a configuration, month by month or at once, in the manner of Mesa.

        model = ParticipationModel(load_scenario("transfo"), rng=1)
        model.step()                                            # one month
        model.agents_by_type[FieldAgent].agg("motivation", max)
        model.run()                                             # to the horizon, compiled
        model.monthly["practice"], model.verdict

    Luck. `rng` is a whole number and nothing else: every draw has an address, (number, phase, month, row), so that two
    scenarios under one number meet the same luck. A NumPy Generator has a state that each draw moves; it is refused.
    `model.random` and `model.rng` exist for what you draw yourself, and decide nothing in the run.

    Monthly columns are properties: `model.practice` is the value of the last month lived, NaN before the first. The
    attribute `datacollector` collects all of them at the start and after each `step()`; put your own in its place in a
    subclass, and collect once there.

    batch_run. Vary the number, not `iterations`, which would repeat one run, and put the configuration in a list:

        mesa.batch_run(ParticipationModel, {"config": [config], "rng": range(20), "hierarchy.depth": [3, 5]},
                       data_collection_period=1, max_steps=96)

    `running` turns False at the first step asked for beyond the horizon, which changes nothing else: batch_run then
    gives the rows 0 (the start) to 96 (after as many months), neither fewer nor more.

    Attributes:
        config: the configuration, resolved.
        seed: the number from which all draws of the run follow.
    """

    def __init__(self, config: Config, rng: int | None = None, **values: object) -> None:
        """Build the world at month 0.

        Args:
            config: a configuration, as `load_scenario` returns one.
            rng: 0..2^63-1; None takes `config.seed`. Replicate r of a command has `replicate_seed(config.seed, r)`.
            values: keys of the configuration to change, dotted names included: `**{"hierarchy.depth": 3}`.

        Raises:
            InputError: some of the values are refused; the error lists all of them.
            TypeError: `config` is no configuration, or `rng` no whole number.
            ValueError: `rng` is out of range.
        """
        config = resolved(with_values(_configuration(config), values))
        seed = _seed(rng, config, values)
        live = Live(config, seed)
        super().__init__(rng=seed)
        self.config, self.seed = config, seed
        self._live = live
        self._observed: list[Closed] = []
        self._record: RunRecord | None = None
        self._views = ViewsByRole(self)
        self.datacollector = DataCollector(model_reporters={name: name for name in COLUMNS})
        self.datacollector.collect(self)

    # living

    @property
    def month(self) -> int:
        """Months lived so far."""
        return self._live.month

    @property
    def horizon(self) -> int:
        """Months that can be lived."""
        return self._live.months

    def step(self) -> None:
        """Live one month and collect; beyond the horizon, only say so by `running`."""
        if self.month == self.horizon:
            self.running = False
            return
        self._advance(self.month + 1)
        self.datacollector.collect(self)

    def run(self) -> None:
        """Live all the months left at once, without collecting: `monthly` holds them."""
        self._advance(self.horizon)
        self.steps, self.running = self.month, False  # Mesa's own count of steps, which collectors read

    def run_model(self) -> None:
        """Do as `run` does, under the name Mesa has for it."""
        self.run()

    def _advance(self, to: int) -> None:
        """Live the months up to (not including) `to`, observing where the outcomes are read."""
        for month in self.config.observe_months or ():
            if self.month <= month < to:
                self._live.advance(month + 1)
                self._observed.append(self._live.observe())
        self._live.advance(to)

    # looking

    @property
    def agents(self) -> AgentSet:
        """Views of all citizens, field agents, managers and elus, made when first asked for."""
        return self._views.everyone

    @property
    def agents_by_type(self) -> ViewsByRole:
        """Views by class (see `sim.agents.views`), each class made when first asked for."""
        return self._views

    @property
    def agent_types(self) -> list[type[View]]:
        """The four classes of views."""
        return list(ROLES)

    @property
    def world(self) -> World:
        """The columns themselves, as they stand.

        They can be written to between two months. Where you write who practises, call `count_practising_neighbours` of
        `sim.build` next.
        """
        return self._live.world

    @property
    def networks(self) -> Networks:
        """Ties in compressed rows; `to_networkx` converts them."""
        return self._live.networks

    def to_networkx(self, layer: str) -> Any:  # noqa: ANN401
        """Return a layer as a networkx graph.

        Args:
            layer: "work" (field agents) or "social" (citizens), whose nodes are rows; "reporting", whose arrows lead
                from teams to posts, and from posts to their superior.
        """
        if layer == "reporting":
            return tree_to_networkx(self._live.tree, self.world.teams.size)
        if layer == "work" and self.networks.complete:
            raise ValueError("everybody is tied to everybody: networkx.complete_graph(n) has that many ties")
        if layer not in ("work", "social"):
            raise ValueError(f"layer = {layer!r}: allowed are work, social, reporting")
        return to_networkx(getattr(self.networks, layer))

    # results

    @property
    def monthly(self) -> dict[str, np.ndarray]:
        """The months lived, one array [months] a column (see `sim.observation.COLUMNS`)."""
        return {name: self._live.log.monthly[name][: self.month].copy() for name in COLUMNS}

    def to_frame(self) -> pandas.DataFrame:
        """Return the months lived as a pandas frame, indexed by month."""
        frame: pandas.DataFrame = import_module("pandas").DataFrame(self.monthly)
        frame.index.name = "month"
        return frame

    @property
    def record(self) -> RunRecord | None:
        """The run against its twin without programme, as `simulate` returns it; None until the horizon.

        Lives the twin, and, the first time an authority is met, the runs that tell how much luck alone explains.
        """
        if self._record is None and self.month == self.horizon:
            self._record = record_of(self.config, self.seed, half_of(self._live, tuple(self._observed)))
        return self._record

    @property
    def outcomes(self) -> dict[str, Value]:
        """Outcomes by name at the last observation; empty until the horizon."""
        return {} if self.record is None else self.record.outcomes

    @property
    def verdict(self) -> str | None:
        """The verdict at the last observation; None until the horizon."""
        return None if self.record is None else self.record.verdict

    # the population is the configuration's

    def register_agent(self, agent: object) -> NoReturn:
        """Refuse an agent that is no view: who there is follows from the configuration."""
        raise TypeError(f"{agent!r} cannot enter or leave: the configuration says who there is, for the whole run")

    deregister_agent = register_agent

    def remove_all_agents(self) -> NoReturn:
        """Refuse: who there is follows from the configuration."""
        self.register_agent(self.agents)


def _configuration(given: object) -> Config:
    if not isinstance(given, Config):
        raise TypeError(
            f"config = {given!r}: a configuration is expected, as load_scenario returns one; "
            "batch_run takes it in a list, {'config': [config]}"
        )
    return given


def _seed(rng: object, config: Config, values: dict[str, object]) -> int:
    if rng is None:
        return config.seed
    if isinstance(rng, bool) or not isinstance(rng, int | np.integer):
        raise TypeError(
            f"rng = {rng!r}: a whole number is expected, from 0 to 2^63 - 1. Every draw has an address made of it, so "
            "that scenarios meet the same luck; a generator, whose state moves with each draw, cannot give that"
        )
    if "seed" in values:
        raise TypeError("rng and seed both say where luck comes from: give one of them")
    return int(rng)


def _monthly(name: str, column: Column) -> property:
    def value(model: ParticipationModel) -> float:
        month = model.month
        return float(model._live.log.monthly[name][month - 1]) if month > 0 else float("nan")

    return property(value, doc=f"Last month lived: {column.text.en} ({column.unit}); NaN before the first.")


for _name, _column in COLUMNS.items():
    setattr(ParticipationModel, _name, _monthly(_name, _column))
