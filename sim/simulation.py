"""One run and its twin, from a configuration and a seed to a record: monthly columns, outcomes, verdict."""

from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.build import Start, build, copied
from sim.config import Config, config_hash, resolved
from sim.config.cost import Cost
from sim.config.programme import Programme
from sim.config.verdict import Verdict as VerdictGroup
from sim.core import codes
from sim.core.draws import make_key
from sim.networks.csr import Csr
from sim.outcomes.catalogue import Value, measure
from sim.outcomes.observation import Observation, VoiceRecord
from sim.outcomes.thresholds import Thresholds
from sim.outcomes.verdict import Verdict, verdict_from_row
from sim.reference import epsilon
from sim.run import Closed, Live
from sim.scenarios.intervention import find

if TYPE_CHECKING:
    import pandas

_KEPT_TWINS = 16
_MONTHS_A_YEAR = 12
FLAGS = ("disillusion", "showcase_lab", "aborted", "extinct")


@dataclass(frozen=True, eq=False)
class Half:
    """A run as lived, with or without its programme: columns by month, and what was kept at each observation."""

    monthly: dict[str, np.ndarray]
    observed: tuple[Closed, ...]
    by_service: np.ndarray
    service: np.ndarray
    service_sizes: np.ndarray
    work: Csr


@dataclass(frozen=True, eq=False)
class RunRecord:
    """What came out of one configuration and one seed.

    Attributes:
        config: the configuration, resolved.
        seed: the seed, 0..2^63-1.
        epsilon: the difference of practice that luck alone explains, share of field agents.
        monthly: one array [months] a column (see sim.observation.COLUMNS).
        twin_monthly: the same without the programme.
        outcomes: by name, read at the last observation; None where undefined.
        observed: the same at every observation, by month.
        verdicts: verdict at every observation, by month.
        by_service: practitioners [months, services].
        service_sizes: field agents [services].
    """

    config: Config
    seed: int
    epsilon: float
    monthly: dict[str, np.ndarray]
    twin_monthly: dict[str, np.ndarray]
    outcomes: dict[str, Value]
    observed: dict[int, dict[str, Value]]
    verdicts: dict[int, Verdict]
    by_service: np.ndarray
    service_sizes: np.ndarray

    @property
    def final(self) -> Verdict:
        """The verdict at the last observation."""
        return self.verdicts[max(self.verdicts)]

    @property
    def verdict(self) -> str:
        """One of not_launched, diffusion, spreading, islets, fallback."""
        return self.final.verdict

    @property
    def islet_kind(self) -> str | None:
        """Compact, archipelago, mixed; None where there are no islets, or fewer than two practitioners."""
        return self.final.islet_kind

    @property
    def flags(self) -> dict[str, bool]:
        """Flags that add to the verdict: disillusion, showcase lab, aborted, extinct."""
        return {name: getattr(self.final, name) for name in FLAGS}

    def to_frame(self) -> "pandas.DataFrame":
        """Return the monthly columns as a pandas frame, indexed by month, with the twin's practice beside."""
        from importlib import import_module

        frame: pandas.DataFrame = import_module("pandas").DataFrame(self.monthly)
        frame["practice_twin"] = self.twin_monthly["practice"]
        frame.index.name = "month"
        return frame


@lru_cache(maxsize=64)
def twin_config(config: Config) -> Config:
    """Return the configuration of the twin: no programme, no intervention of kind `lever`.

    Configurations that differ by their programme or its price alone share one twin.
    """
    events = tuple(asked for asked in config.interventions if find(asked.name).kind == "event")
    return config.model_copy(
        update={
            "programme": Programme(enabled=False, start_month=config.programme.start_month),
            "cost": Cost(budget_factor=config.cost.budget_factor),
            "interventions": events,
            "verdict": VerdictGroup(),
        }
    )


@lru_cache(maxsize=64)
def _resolved(config: Config) -> Config:
    return resolved(config)


@lru_cache(maxsize=64)
def _hash(config: Config) -> str:
    return config_hash(config)


_twins: OrderedDict[tuple[str, int], Half] = OrderedDict()


def live_half(config: Config, seed: int, start: Start | None = None) -> Half:
    """Live one run to its end (no twin), from a world built before where one is given."""
    live = Live(config, seed, start=start)
    assert config.observe_months is not None
    return half_of(live, tuple(live.observations(config.observe_months)))


def half_of(live: Live, observed: tuple[Closed, ...]) -> Half:
    """Keep of a run lived to its end, and observed on its way, what the outcomes need."""
    agents = live.world.field_agents
    return Half(
        {name: np.ascontiguousarray(live.log.monthly[name]) for name in live.log.monthly.dtype.names or ()},
        observed,
        live.log.by_service,
        agents.service,
        live.world.services.size,
        live.networks.work,
    )


def _twin(config: Config, seed: int, start: Start | None = None) -> Half:
    """Live the twin, or find it among the last ones lived. The run and its twin start from the same world."""
    address = (_hash(config), seed)
    if address not in _twins:
        _twins[address] = live_half(config, seed, None if start is None else copied(start))
        while len(_twins) > _KEPT_TWINS:
            _twins.popitem(last=False)
    _twins.move_to_end(address)
    return _twins[address]


def simulate(config: Config, seed: int) -> RunRecord:
    """Run one configuration under one seed, with its twin.

    Args:
        config: a validated configuration.
        seed: 0..2^63-1; the same seed is the same luck in every scenario.

    Raises:
        ValueError: the seed is out of range.
    """
    config = _resolved(config)
    start = build(config, make_key(seed))
    _twin(twin_config(config), seed, start)
    return record_of(config, seed, live_half(config, seed, start))


def record_of(config: Config, seed: int, run: Half) -> RunRecord:
    """Set a run, of a resolved configuration, against its twin: outcomes and verdict at every observation."""
    twin = _twin(twin_config(config), seed)
    lines, luck = thresholds(config), epsilon(config)
    observed = {}
    verdicts = {}
    for at, closed in enumerate(run.observed):
        row = measure(observation(config, seed, run, twin, at, lines, luck))
        observed[closed.month] = row
        verdicts[closed.month] = verdict_from_row(row, luck, lines)
    last = max(observed)
    return RunRecord(
        config,
        seed,
        luck,
        run.monthly,
        twin.monthly,
        observed[last],
        observed,
        verdicts,
        run.by_service,
        run.service_sizes,
    )


def thresholds(config: Config) -> Thresholds:
    """Return the lines of the verdict that the configuration draws."""
    return Thresholds(**config.verdict.model_dump(exclude={"epsilon"}))


def observation(
    config: Config, seed: int, run: Half, twin: Half, at: int, lines: Thresholds, luck: float
) -> Observation:
    """Lay out what the outcomes may see of the run at its observation number `at`."""
    seen, other = run.observed[at], twin.observed[at]
    upto = slice(0, seen.month + 1)
    took_part = seen.role != codes.NEVER
    launched = seen.status not in (codes.PLANNED, codes.NOT_LAUNCHED)
    spent: Any = run.monthly
    return Observation(
        month=seen.month,
        start_month=config.programme.start_month if config.programme.enabled else -1,
        end_month=seen.end_month,
        status=seen.status,
        n_ambassadors=config.programme.ambassadors + seen.called if launched else 0,
        practises=seen.practises,
        twin_practises=other.practises,
        ever_ambassador=took_part,
        involved=took_part,
        cynicism=seen.cynicism,
        twin_cynicism=other.cynicism,
        service=run.service,
        service_sizes=run.service_sizes,
        work=run.work,
        monthly=run.monthly,
        twin_monthly=twin.monthly,
        voice=VoiceRecord(
            delivered_by_age=seen.answered_by_age,
            dropped_by_age=seen.dropped_by_age,
            waiting_by_age=seen.waiting_by_age,
            created=int(spent["items_created"][upto].sum()),
            implemented=int(spent["items_done"][upto].sum()),
        ),
        relaunch_first=seen.volunteers_at_start,
        relaunch_now=seen.volunteers_now,
        lab_created=seen.lab_opened >= 0,
        lab_alive=seen.lab == 1,
        lab_age=seen.month - seen.lab_opened if seen.lab == 1 else 0,
        euros=float(spent["euros"][upto].sum()),
        agent_days=float(spent["agent_days"][upto].sum()),
        n_managers=seen.spans.size,
        mean_span=float(seen.spans.mean()),
        manager_eur_year=config.management.salary_eur_year,
        annual_reach=float(spent["participation"][max(0, seen.month + 1 - _MONTHS_A_YEAR) : seen.month + 1].sum()),
        epsilon=luck,
        thresholds=lines,
        key=make_key(seed),
    )
