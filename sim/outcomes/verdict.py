"""The verdict of a run: a function of its row of outcomes and of the authority's epsilon, nothing else.

So a stored row gives the same verdict again, and other thresholds can be tried without running anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sim.core import codes
from sim.core.text import Text
from sim.outcomes.thresholds import Thresholds

NOT_LAUNCHED, DIFFUSION, SPREADING, ISLETS, FALLBACK = "not_launched", "diffusion", "spreading", "islets", "fallback"
VERDICTS = (NOT_LAUNCHED, DIFFUSION, SPREADING, ISLETS, FALLBACK)
COMPACT, ARCHIPELAGO, MIXED = "compact", "archipelago", "mixed"
ISLET_KINDS = (COMPACT, ARCHIPELAGO, MIXED)
FLAGS = ("disillusion", "showcase_lab", "aborted", "extinct")

LABELS = {
    NOT_LAUNCHED: Text("non lancé", "not launched"),
    DIFFUSION: Text("diffusion", "diffusion"),
    SPREADING: Text("diffusion en cours", "spreading"),
    ISLETS: Text("îlots participatifs", "participatory islets"),
    FALLBACK: Text("retombée", "fallback"),
    COMPACT: Text("compacts", "compact"),
    ARCHIPELAGO: Text("en archipel", "archipelago"),
    MIXED: Text("mixtes", "mixed"),
    "disillusion": Text("désillusion", "disillusion"),
    "showcase_lab": Text("labo-vitrine", "showcase lab"),
    "aborted": Text("arrêté", "aborted"),
    "extinct": Text("extinction", "extinction"),
}
"""The words of verdicts, kinds of islets and flags, the same everywhere."""

Row = Mapping[str, Any]


class MissingQuantile(LookupError):
    """The kind of islet asks for a permutation quantile that this row was not measured with."""


@dataclass(frozen=True)
class Verdict:
    """What became of practice, and what else must be said.

    Attributes:
        verdict: one of VERDICTS.
        islet_kind: one of ISLET_KINDS; None outside islets, and where fewer than two agents practise.
        disillusion: those who took part became more cynical, or fewer would come again.
        showcase_lab: a lab lives, while few practise beside the ambassadors.
        aborted: the programme was stopped.
        extinct: a fallback that leaves neither a lab nor a practising ambassador.
    """

    verdict: str
    islet_kind: str | None
    disillusion: bool
    showcase_lab: bool
    aborted: bool
    extinct: bool


def verdict_from_row(row: Row, epsilon: float, thresholds: Thresholds) -> Verdict:
    """Read the verdict from a row of outcomes, fresh or stored."""
    verdict = _class(row, epsilon, thresholds)
    return Verdict(
        verdict=verdict,
        islet_kind=_islet_kind(row, thresholds) if verdict == ISLETS else None,
        disillusion=_at_least(row["cynicism_involved"], thresholds.disillusion)
        or _at_most(row["relaunch_ratio"], thresholds.relaunch_ratio),
        showcase_lab=bool(row["lab_alive"]) and _below(row["secondary_adopters"], thresholds.showcase),
        aborted=bool(row["programme_status"] == codes.ABORTED),
        extinct=verdict == FALLBACK and not row["lab_alive"] and not row["ambassadors_practising"],
    )


def may_be_islets(row: Row, epsilon: float, thresholds: Thresholds) -> bool:
    """Whether some reading with thresholds and epsilon moved by at most half, either way, gives islets.

    It cannot where the strictest reading already finds practice spread, nor where the mildest finds a fallback.
    """
    if row["net_practice"] < 0.5 * epsilon:
        return False
    return _class(row, 1.5 * epsilon, thresholds.scaled(1.5)) in (ISLETS, FALLBACK)


def _class(row: Row, epsilon: float, lines: Thresholds) -> str:
    """The five classes, in the order that decides between them."""
    if row["programme_status"] in (codes.PLANNED, codes.NOT_LAUNCHED):
        return NOT_LAUNCHED
    if row["net_practice"] < epsilon:
        return FALLBACK
    if row["breadth"] >= lines.breadth and _at_least(row["practice_rest"], lines.rest):
        return DIFFUSION
    if (
        row["breadth"] >= lines.spreading_breadth
        and _at_least(row["practice_rest"], lines.spreading_rest)
        and _above(row["momentum"], lines.momentum)
        and _at_least(row["practice_gain"], epsilon)
    ):
        return SPREADING
    return ISLETS


def _islet_kind(row: Row, lines: Thresholds) -> str | None:
    """Compact where practitioners gather more than chance has it; an archipelago where they stand alone."""
    if row["practitioners"] < 2:
        return None
    if _exceeds(row, "concentration") or _exceeds(row, "largest_group"):
        return COMPACT
    return ARCHIPELAGO if row["isolated"] >= lines.isolation else MIXED


def _exceeds(row: Row, name: str) -> bool:
    """Whether an index is above its own permutation quantile; never where the index is undefined."""
    quantile = row[f"{name}_quantile"]
    if _missing(row[name]):
        return False
    if _missing(quantile):
        raise MissingQuantile(f"{name}_quantile was not measured: thresholds are too far from those of the run")
    return bool(row[name] > quantile)


def _missing(value: float | None) -> bool:
    """None, or the NaN that stands for it in a table (every comparison with NaN is false, as wanted)."""
    return value is None or value != value


def _at_least(value: float | None, line: float) -> bool:
    return value is not None and bool(value >= line)


def _at_most(value: float | None, line: float) -> bool:
    return value is not None and bool(value <= line)


def _above(value: float | None, line: float) -> bool:
    return value is not None and bool(value > line)


def _below(value: float | None, line: float) -> bool:
    return value is not None and bool(value < line)
