"""Small observed worlds for the tests of outcomes: say what matters, the rest has plain values."""

from collections.abc import Iterable
from typing import Any

import numpy as np

from sim.core import codes
from sim.core.draws import make_key
from sim.networks.csr import Csr, from_edges
from sim.outcomes.observation import Observation, VoiceRecord
from sim.outcomes.thresholds import Thresholds

MONTHS = 96
COLUMNS = (
    "practice", "ambassadors_practising", "sponsorship_signal", "administration", "dispossession_mayor",
    "dispossession_thematic", "dispossession_district", "trust", "quality", "elu_hours", "second_project",
)  # fmt: skip

THRESHOLDS = Thresholds(
    breadth=0.5,
    rest=0.10,
    spreading_breadth=0.25,
    spreading_rest=0.05,
    momentum=0.05,
    isolation=0.5,
    service_share=0.10,
    service_min=2,
    disillusion=0.05,
    relaunch_ratio=0.8,
    showcase=0.5,
    permutations=999,
    quantile=0.99,
)


def network(n: int, ties: Iterable[tuple[int, int]]) -> Csr:
    pairs = np.array(sorted(ties), np.uint32).reshape(-1, 2)
    return from_edges(n, np.ascontiguousarray(pairs[:, 0]), np.ascontiguousarray(pairs[:, 1]))


def cliques(sizes: Iterable[int]) -> list[tuple[int, int]]:
    """Ties of disjoint complete graphs, one after the other."""
    ties, first = [], 0
    for size in sizes:
        ties += [(i, j) for i in range(first, first + size) for j in range(i + 1, first + size)]
        first += size
    return ties


def members(n: int, rows: Iterable[int]) -> np.ndarray:
    column = np.zeros(n, bool)
    column[list(rows)] = True
    return column


def history(**changes: Any) -> dict[str, np.ndarray]:
    """Monthly columns, 0.3 everywhere but for the constants or arrays given."""
    return {name: np.full(MONTHS, 0.3) for name in COLUMNS} | {
        name: np.broadcast_to(np.asarray(value, float), MONTHS).copy() for name, value in changes.items()
    }


def voice(
    delivered: dict[int, int], dropped: dict[int, int], waiting: dict[int, int], implemented: int = 0
) -> VoiceRecord:
    """Items by age, 25 bins; created is their sum."""
    counts = np.zeros((3, 25), np.int64)
    for row, ages in enumerate((delivered, dropped, waiting)):
        for age, count in ages.items():
            counts[row, age] = count
    return VoiceRecord(*counts, created=int(counts.sum()), implemented=implemented)


def observed(
    n: int = 20, practising: Iterable[int] = (), services: int = 2, ties: Iterable[tuple[int, int]] = (), **changes: Any
):
    """Observation of n field agents in equal services, at month 88 of a programme that ran from month 12 to 27."""
    service = np.arange(n) * services // n
    fields: dict[str, Any] = {
        "month": 88,
        "start_month": 12,
        "end_month": 28,
        "status": codes.ENDED,
        "n_ambassadors": 2,
        "practises": members(n, practising),
        "twin_practises": members(n, ()),
        "ever_ambassador": members(n, (0, 1)),
        "involved": members(n, (0, 1)),
        "cynicism": np.full(n, 0.3),
        "twin_cynicism": np.full(n, 0.3),
        "service": service,
        "service_sizes": np.bincount(service, minlength=services),
        "work": network(n, ties),
        "monthly": history(),
        "twin_monthly": history(),
        "voice": voice({}, {}, {}),
        "relaunch_first": 50.0,
        "relaunch_now": 50.0,
        "lab_created": False,
        "lab_alive": False,
        "lab_age": 0,
        "euros": 165_000.0,
        "agent_days": 960.0,
        "n_managers": 12,
        "mean_span": 6.0,
        "manager_eur_year": 60_000.0,
        "annual_reach": 0.015,
        "epsilon": 0.05,
        "thresholds": THRESHOLDS,
        "key": make_key(1),
    }
    return Observation(**(fields | changes))
