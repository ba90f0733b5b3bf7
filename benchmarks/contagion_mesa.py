"""The threshold and the logistic contagion of `sim/agents/practice.py`, as Mesa objects: one object an agent.

Written as a Mesa user would: agents hold references to their neighbours and team-mates, decide all at once with
`AgentSet.do`, then take up what they decided. Luck comes from outside, so that the adopters can be compared one by one.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import mesa


@dataclass(frozen=True)
class Coefficients:
    """Weights of both logits; legitimacy by category (A, B, C); `job`: how far the practice is in the job."""

    peers: float
    half_point: float
    steepness: float
    motivation: float
    cynicism: float
    legitimacy: float
    neutrality: float
    formal: float
    stop_peers: float
    stop_motivation: float
    stop_cynicism: float
    stop_formal: float
    legitimacy_by_category: tuple[float, float, float]
    job: float


class ThresholdAgent(mesa.Agent):
    """Adopts for good once the share of its neighbours who practise reaches its threshold."""

    def __init__(self, model: mesa.Model, practises: bool, threshold: float) -> None:
        super().__init__(model)
        self.practises = self.practises_next = practises
        self.threshold = threshold
        self.neighbours: list[ThresholdAgent] = []

    def decide(self) -> None:
        """Look around."""
        if not self.practises and self.neighbours:
            around = sum(other.practises for other in self.neighbours)
            self.practises_next = around >= self.threshold * len(self.neighbours) - 1e-12

    def advance(self) -> None:
        """Do as decided."""
        self.practises = self.practises_next


class LogisticAgent(mesa.Agent):
    """Adopts or abandons with a probability that follows its neighbours, its team and its mood."""

    def __init__(
        self,
        model: "LogisticContagion",
        row: int,
        practises: bool,
        team: int,
        mood: tuple[float, float],
        category: int,
        neutral: bool,
    ) -> None:
        super().__init__(model)
        self.row, self.team, self.category, self.neutral = row, team, category, neutral
        self.practises = self.practises_next = practises
        self.motivation, self.cynicism = mood
        self.neighbours: list[LogisticAgent] = []
        self.mates: list[LogisticAgent] = []

    def decide(self) -> None:
        """Take up, keep or drop the practice."""
        luck = self.model.luck[self.model.month][self.row]
        if self.practises:
            self.practises_next = luck >= self.chance_to_drop()
        else:
            self.practises_next = luck < self.chance_to_take_up()

    def advance(self) -> None:
        """Do as decided."""
        self.practises = self.practises_next

    def pressure(self) -> float:
        """How far practising neighbours carry the agent along, 0..1."""
        contacts = sum(other.practises for other in self.neighbours)
        if contacts == 0:
            return 0.0
        c = self.model.coefficients
        grown = contacts**c.steepness
        return grown / (c.half_point**c.steepness + grown)

    def chance_to_take_up(self) -> float:
        """Probability of adopting this month."""
        c = self.model.coefficients
        z = self.model.adopt[self.team] + c.formal * c.job + c.peers * self.pressure()
        z += c.motivation * (2.0 * self.motivation - 1.0) - c.cynicism * self.cynicism
        z -= c.legitimacy * (1.0 - c.legitimacy_by_category[self.category])
        if self.neutral:
            z -= c.neutrality * (1.0 - c.job)
        return logistic(z)

    def chance_to_drop(self) -> float:
        """Probability of abandoning this month."""
        c = self.model.coefficients
        share = sum(other.practises for other in self.mates) / len(self.mates) if self.mates else 0.0
        z = self.model.abandon[self.team] - c.stop_peers * max(share, self.pressure()) - c.stop_formal * c.job
        z += c.stop_cynicism * self.cynicism - c.stop_motivation * (2.0 * self.motivation - 1.0)
        return logistic(z)


class Contagion(mesa.Model):
    """Agents on a network, who all decide at once each month."""

    def __init__(self) -> None:
        super().__init__()
        self.month = 0

    def step(self) -> None:
        """Live a month."""
        self.agents.do("decide")
        self.agents.do("advance")
        self.month += 1

    def practising(self) -> list[bool]:
        """Who practises, in the order in which agents were made."""
        return list(self.agents.get("practises"))


class ThresholdContagion(Contagion):
    """Deterministic thresholds."""

    def __init__(
        self, neighbours: Sequence[Sequence[int]], practises: Sequence[bool], thresholds: Sequence[float]
    ) -> None:
        super().__init__()
        made = [ThresholdAgent(self, *row) for row in zip(practises, thresholds, strict=True)]
        for agent, others in zip(made, neighbours, strict=True):
            agent.neighbours = [made[j] for j in others]


class LogisticContagion(Contagion):
    """Noisy thresholds."""

    def __init__(
        self,
        neighbours: Sequence[Sequence[int]],
        practises: Sequence[bool],
        teams: Sequence[int],
        moods: Sequence[tuple[float, float]],
        categories: Sequence[int],
        neutral: Sequence[bool],
        climate: tuple[Sequence[float], Sequence[float]],
        luck: Sequence[Sequence[float]],
        coefficients: Coefficients,
    ) -> None:
        super().__init__()
        self.adopt, self.abandon = climate
        self.luck, self.coefficients = luck, coefficients
        rows = zip(practises, teams, moods, categories, neutral, strict=True)
        made = [LogisticAgent(self, row, *of_agent) for row, of_agent in enumerate(rows)]
        by_team: dict[int, list[LogisticAgent]] = {}
        for agent in made:
            by_team.setdefault(agent.team, []).append(agent)
        for agent, others in zip(made, neighbours, strict=True):
            agent.neighbours = [made[j] for j in others]
            agent.mates = [mate for mate in by_team[agent.team] if mate is not agent]


def logistic(z: float) -> float:
    """Return 1 / (1 + exp(-z)); 0 or 1 where exp would overflow."""
    if z < -700.0:
        return 0.0
    return 1.0 if z > 700.0 else 1.0 / (1.0 + math.exp(-z))
