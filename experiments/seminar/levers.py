"""The levers of the page: the key that each moves, between which values, and the sentences that anchor them."""

from dataclasses import dataclass
from typing import Any

from experiments.seminar.words import Pair, said
from sim.config import parameter_of

LEVELS = (0.1, 0.3, 0.5, 0.7, 0.9)


@dataclass(frozen=True)
class Lever:
    """One lever.

    Attributes:
        key: of the configuration.
        low: smallest value that the page offers.
        high: largest.
        step: between two values.
        anchors: values that a sentence describes, message `seminar.anchor.<key>.<value>`.
        whole: only whole numbers make sense.
    """

    key: str
    low: float
    high: float
    step: float
    anchors: tuple[float, ...]
    whole: bool = False

    @property
    def name(self) -> Pair:
        """What it is called."""
        return said(f"lever.{self.key}")

    @property
    def unit(self) -> str:
        """Its unit, as the configuration declares it."""
        known = parameter_of(self.key)
        assert known is not None
        return known.unit

    def in_words(self, value: float) -> Pair:
        """The sentence of the nearest anchor, the lower one of two as near."""
        nearest = min(self.anchors, key=lambda anchor: (abs(anchor - value), anchor))
        return said(f"anchor.{self.key}.{nearest:g}")

    def position(self, value: float) -> dict[str, Any]:
        """One value with its sentence, as the page takes it."""
        return {"value": value, "text": self.in_words(value)}


LEVERS = (
    Lever("sponsorship.level", 0.0, 1.0, 0.05, LEVELS),
    Lever("sponsorship.administration", 0.0, 1.0, 0.05, LEVELS),
    Lever("management.stance", 0.0, 1.0, 0.05, LEVELS),
    Lever("hierarchy.depth", 1, 7, 1, (1, 2, 3, 4, 5, 6, 7), whole=True),
    Lever("cost.price_factor", 0.25, 4.0, 0.25, (0.5, 1.0, 2.0, 3.0, 4.0)),
    Lever("cost.agent_days_per_month", 0.0, 8.0, 0.5, (0.0, 1.0, 3.0, 5.0, 8.0)),
    Lever("hierarchy.transversality", 0.0, 1.0, 0.05, LEVELS),
)
BY_KEY = {lever.key: lever for lever in LEVERS}
