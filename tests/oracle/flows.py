"""All that happens in a month, by the rule that made it."""

from __future__ import annotations

from dataclasses import dataclass

from tests.oracle.citizens import Heard, Judgement
from tests.oracle.instrument import Waves
from tests.oracle.lab import LabMonth
from tests.oracle.money import Spent
from tests.oracle.people import Mood
from tests.oracle.politics import Seat
from tests.oracle.programme import Roster, Status
from tests.oracle.relay import Reply
from tests.oracle.voice import Spoken
from tests.oracle.world import FieldAgent, Service


@dataclass
class Flows:
    demand: float  # S_pol
    state: Status
    roster: Roster
    overload: list[float]  # by team
    tension: list[float]  # by team
    average: float  # evidence, mean over all agents
    heard: Heard
    joined: list[bool]  # by citizen
    direct: list[float]  # by district: voice that passes the elus by
    said: list[Spoken | None]  # by agent
    fates: list[int]  # by item
    reply: Reply
    judged: list[Judgement]  # by citizen
    wins: list[Service]
    trials: list[FieldAgent]
    waves: Waves
    lab: LabMonth
    seats: list[Seat]
    stances: list[float]  # by manager
    practises: list[bool]  # by agent
    moods: list[Mood]  # by agent
    spent: Spent
    volunteers: float  # for a call made this month
    end: int  # of the first call
    second: int  # month of a second project
