"""What the figures are drawn from: tables and arrays of a finished run or comparison, nothing of the engine."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Span = tuple[int, int]
Event = tuple[int, str]


@dataclass(frozen=True)
class OrganisationTrace:
    """One run of one scenario, person by person, at a few chosen months.

    Field agents are contiguous by team and teams by service; managers are sorted by level, the lowest first,
    and the DGS is the last row.
    """

    scenario: str
    """Key of the scenario in `ResultFrames.titles`."""
    level: NDArray[np.integer]
    """Management level of each manager [n_managers, 1..depth]."""
    parent: NDArray[np.integer]
    """Row of each manager's own manager [n_managers], -1 for the DGS."""
    span: NDArray[np.integer]
    """People directly below each manager [n_managers, count]."""
    team_manager: NDArray[np.integer]
    """Row of the manager of each team [n_teams]."""
    agent_team: NDArray[np.integer]
    """Team of each field agent [n_field_agents]."""
    agent_service: NDArray[np.integer]
    """Service of each field agent [n_field_agents]."""
    months_chosen: NDArray[np.integer]
    """Months drawn, one chart each [n_months]."""
    practises: NDArray[np.uint8]
    """1 where the field agent practises [n_months, n_field_agents]."""
    manager_stance: NDArray[np.floating]
    """[n_months, n_managers, 0..1]."""
    elu_sponsorship: NDArray[np.floating]
    """[n_months, n_elus, 0..1]."""
    service_share: float = 0.10
    """Share of practitioners from which a service counts in the breadth of practice [0..1]."""
    service_min: int = 2
    """Practitioners from which a service counts in the breadth of practice."""


@dataclass(frozen=True)
class ResultFrames:
    """Everything the figures may show. A figure whose input is empty is not drawn."""

    titles: dict[str, str]
    """Scenario key -> title in the language of the figures; the order is the order of the panels."""
    observe_months: tuple[int, ...]
    """Months at which verdicts are read; the last one gives the verdict."""
    runs: pd.DataFrame = field(default_factory=pd.DataFrame)
    """One row a run: at least `scenario` and `verdict`."""
    monthly: pd.DataFrame = field(default_factory=pd.DataFrame)
    """One row a run and month: at least `scenario`, `replicate`, `month`, `practice`, `practice_twin` [0..1]."""
    by_service: dict[str, NDArray[np.integer]] = field(default_factory=dict)
    """Scenario -> practitioners of one typical run [months, services, count]."""
    service_sizes: dict[str, NDArray[np.integer]] = field(default_factory=dict)
    """Scenario -> field agents of each service [services, count]."""
    events: dict[str, list[Event]] = field(default_factory=dict)
    """Scenario -> dated events (month, label in the language of the figures)."""
    programme: dict[str, Span] = field(default_factory=dict)
    """Scenario -> first month of the programme and month at which it is over (the horizon if it has no end)."""
    organisation: OrganisationTrace | None = None
    phase: pd.DataFrame | None = None
    """One row a run: `sponsorship`, `stance`, `depth`, `signal_retention`, `field_agents`, `verdict`, and practice
    without the programme, `practice_twin` [0..1]."""
