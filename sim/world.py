"""The world of one run: tables of stocks, networks, and the log that the months fill."""

from typing import NamedTuple

import numpy as np

from sim.agents.citizen import Citizens
from sim.agents.elu import Elus
from sim.agents.field_agent import FieldAgents
from sim.agents.manager import Managers
from sim.networks.csr import Csr
from sim.organisation.items import Items
from sim.population.units import Services, Teams

VOICE_WINDOW_MONTHS = 6
OLDEST_AGE_MONTHS = 24


class Voices(NamedTuple):
    """Citizens' voices of the last six months, row month % 6."""

    direct: np.ndarray  # float64 [6, districts]: reached the administration without passing by the elus
    told_elus: np.ndarray  # float64 [6, districts]


class World(NamedTuple):
    """All stocks of one run. Only the close of a month writes here."""

    field_agents: FieldAgents
    teams: Teams
    services: Services
    managers: Managers
    elus: Elus
    citizens: Citizens
    items: Items
    voices: Voices
    authority: np.ndarray  # [1] of sim.population.units.AUTHORITY


class Networks(NamedTuple):
    """Ties that do not change during a run."""

    work: Csr  # peers: team, service, across services
    social: Csr  # citizens
    front_agents: np.ndarray  # int32: agents in contact with the public, by service
    complete: bool  # all agents are peers of all; `work` is empty then


class Log(NamedTuple):
    """What is written down of a run, month by month."""

    monthly: np.ndarray  # [months] of sim.observation.MONTHLY
    by_service: np.ndarray  # int32 [months, services]: practitioners
    answered_by_age: np.ndarray  # int64 [25]: items brought to a decision, by age in months (24: 24 or more)
    dropped_by_age: np.ndarray  # int64 [25]
