"""What an intervention takes: euros, working days, hours of elus; once and every month, by what it reaches."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

import numpy as np

from sim.config import Config
from sim.config.authority import Authority
from sim.config.chart import Chart
from sim.core.text import Text
from sim.networks.chart import starting_tree
from sim.population.council import executive
from sim.population.sizes import sizes
from sim.population.structure import structure_of

Per = Literal["authority", "field_agent", "manager", "elu", "service", "participant"]

ASSUMED = Text("hypothèse, ordre de grandeur à remplacer par le vôtre", "assumption, to be replaced by your own figure")


@dataclass(frozen=True)
class Price:
    """What an intervention takes at full strength; every number is per one of `per`.

    Attributes:
        eur_once: euros, in the month it is decided.
        eur_month: euros a month, from that month on.
        days_once: working days of staff, in the month it is decided.
        days_month: working days of staff a month.
        elu_hours_once: hours of elus, in the month it is decided.
        elu_hours_month: hours of elus a month.
        per: what the numbers are counted by; `participant`: member of the programme as planned.
        source: where the numbers come from.
    """

    eur_once: float = 0.0
    eur_month: float = 0.0
    days_once: float = 0.0
    days_month: float = 0.0
    elu_hours_once: float = 0.0
    elu_hours_month: float = 0.0
    per: Per = "authority"
    source: Text = ASSUMED


class Spending(NamedTuple):
    """What interventions take, by month."""

    eur: np.ndarray  # euros [months]
    days: np.ndarray  # working days of staff [months]
    elu_hours: np.ndarray  # hours of elus [months]


def no_spending(months: int) -> Spending:
    """Return accounts without any entry."""
    return Spending(np.zeros(months), np.zeros(months), np.zeros(months))


def enter(accounts: Spending, price: Price, units: float, first: int, until: int) -> None:
    """Write `units` times a price into the accounts: once in month `first`, monthly from `first` to `until` - 1."""
    once = (price.eur_once, price.days_once, price.elu_hours_once)
    monthly = (price.eur_month, price.days_month, price.elu_hours_month)
    for account, at_once, a_month in zip(accounts, once, monthly, strict=True):
        account[first] += units * at_once
        account[first:until] += units * a_month


def count_of(config: Config, per: Per) -> int:
    """Count what a price is counted by, as it stands at month 0 (configuration resolved)."""
    if per == "authority":
        return 1
    if per == "participant":
        return config.programme.ambassadors if config.programme.enabled else 0
    if per == "elu":
        seats = executive(config.authority.type, config.authority.inhabitants, config.authority.districts)
        return 1 + seats.n_thematic + seats.n_district
    size = sizes(config)
    if per == "field_agent":
        return size.field_agents
    if per == "service":
        return size.services
    return _posts(config.authority, config.chart, config.hierarchy.depth)


@lru_cache(maxsize=64)
def _posts(authority: Authority, chart: Chart, depth: int) -> int:
    """Management posts at month 0, the DGS included."""
    structure = structure_of(authority, chart)
    tree = starting_tree(chart, depth, np.diff(structure.team_first_agent), structure.team_service)
    return int(tree.parent.size)
