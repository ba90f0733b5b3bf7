"""The four structural variants: what the study cannot decide about how practice passes from one to the other."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from sim.config import parameter_of
from sim.config.adoption import Contagion, Measure

HALF_POINT, HALF_POINT_SHARE = "adoption.half_point", "adoption.half_point_share"


@dataclass(frozen=True)
class Variant:
    """One form of the contagion."""

    contagion: Contagion
    measure: Measure

    @property
    def name(self) -> str:
        """As tables call it: complex_count, simple_fraction..."""
        return f"{self.contagion.value}_{self.measure.value}"

    def values(self) -> dict[str, object]:
        """The keys that it sets."""
        return {"adoption.contagion": self.contagion.value, "adoption.measure": self.measure.value}


@dataclass(frozen=True)
class Structures:
    """The commonest verdict under each structural variant; the first in the order of verdicts where two are equal."""

    commonest: dict[str, str]

    @property
    def settled(self) -> bool:
        """Whether all variants give the same one: where they do not, the model does not settle."""
        return len(set(self.commonest.values())) == 1


VARIANTS = tuple(Variant(contagion, measure) for measure, contagion in product(Measure, Contagion))
"""The default first, each next to the ones that differ from it by one switch."""


def half_point_share(half_point: float) -> float:
    """The half point as a share of colleagues that belongs to one in number, in the ratio of the two defaults.

    The plausible range of one so becomes that of the other: the number 1.5 to 4, the share 0.13 to 0.35.
    """
    return half_point * _default(HALF_POINT_SHARE) / _default(HALF_POINT)


def with_half_point_share(values: Mapping[str, object]) -> dict[str, object]:
    """Values of keys; where they set the half point in number they set it as a share too."""
    number = values.get(HALF_POINT)
    follows = {HALF_POINT_SHARE: half_point_share(number)} if isinstance(number, float) else {}
    return {**follows, **values}


def _default(key: str) -> float:
    known = parameter_of(key)
    assert known is not None
    return float(known.default)
