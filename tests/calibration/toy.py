"""A model in two numbers whose region that is not ruled out is known by hand."""

from dataclasses import dataclass, field

import numpy as np

from experiments.calibration.space import Space
from experiments.patterns.acceptance import above, at_least, between
from experiments.patterns.pattern import Cell, Part, Pattern
from sim.core.text import Text

SPACE = Space(("relay.drop", "lab.intercept"), (0.0, -5.0), (1.0, -4.0), (0.5, -4.5))
"""Keys that exist, so that the ensemble is one the product can read; the second is shifted into 0..1."""


def _mean(name):
    return lambda sample: {name: float(np.mean(sample[name]))}


def toy_pattern(name, accepted):
    return Pattern(
        id=name, title=Text(name, name), conditions=Text("", ""), grade="A", use="C", source="",
        cells={"c": Cell("toy")}, look=lambda lives: {}, statistic=_mean(name),
        parts=(Part(name, Text(name, name), accepted),),
    )


TOY = {
    "X": toy_pattern("X", between(0.4, 0.6)),
    "Y": toy_pattern("Y", between(0.1, 0.3)),
    "SUM": toy_pattern("SUM", above(0.5)),
    "EASY": toy_pattern("EASY", at_least(-1.0)),
}


@dataclass(frozen=True)
class Toy:
    """x and y with noise of 0.05; the same luck at every point."""

    code: str = "toy"
    groups: dict = field(default_factory=lambda: {"quick": ("X",), "middle": ("Y",), "rest": ("SUM", "EASY")})
    fails_at: float = 2.0
    """Where x is above, computing fails."""

    @property
    def patterns(self):
        return {name: TOY[name] for ids in self.groups.values() for name in ids}

    def note(self, ids, values, root, replicate):
        x, y = values[0][1], values[1][1] + 5
        if x > self.fails_at:
            raise ArithmeticError("the toy fails here")
        luck = np.random.default_rng([root, replicate]).normal(0, 0.05, 3)
        said = {"X": x + luck[0], "Y": y + luck[1], "SUM": x + y + luck[2], "EASY": 0.0}
        return {name: {name: said[name]} for name in ids}
