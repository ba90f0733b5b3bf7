"""Why a person on the page has just changed: one situation among those that the model's decision weighs.

A change is told by the term of the decision that moved most, in the direction of the change, since that person last
changed (or since the first month); where none moved enough, by the largest term on that side. Membership of the
programme, a trial, a departure are told as what they are. Situations only, never the ill will of anybody.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from experiments.seminar.situation import AGENT_TERMS, ELU_TERMS, MANAGER_TERMS
from experiments.seminar.words import Pair, said

LEAST_MOVE = 0.1
"""Least move of a term, in log-odds, for it to be called what changed."""

Terms = NDArray[np.float64]

NAMES = (
    "none",
    *("joined", "trial", "trial_over", "newcomer"),
    *(f"takes_up.{term}" for term in AGENT_TERMS),
    *(f"stops.{term}" for term in AGENT_TERMS),
    *(f"relays.{term}" for term in MANAGER_TERMS),
    *(f"relays_less.{term}" for term in MANAGER_TERMS),
    *(f"carries.{term}" for term in ELU_TERMS),
    *(f"carries_less.{term}" for term in ELU_TERMS),
    *("new_dgs", "new_elu", "empty_seat", "position", "reorganised", "takes_part", "takes_part_no_more"),
    *("habit", "ordinary"),
)
"""Reasons by code; message `seminar.reason.<name>`."""
CODES = {name: code for code, name in enumerate(NAMES)}


def catalogue_of_reasons() -> list[dict[str, object]]:
    """Every reason with its code and its words, as the page takes them."""
    return [{"id": code, **_words(name)} for name, code in CODES.items()]


def _words(name: str) -> Pair:
    return {"fr": "", "en": ""} if name == "none" else said(f"reason.{name}")


class Side(NamedTuple):
    """Names of the reasons of one kind of change: a prefix, its terms, which way they count, what remains to say."""

    prefix: str
    terms: tuple[str, ...]
    up: bool
    otherwise: str


TAKES_UP = Side("takes_up", AGENT_TERMS, True, "ordinary")
STOPS = Side("stops", AGENT_TERMS, False, "habit")
RELAYS = Side("relays", MANAGER_TERMS, True, "ordinary")
RELAYS_LESS = Side("relays_less", MANAGER_TERMS, False, "ordinary")
CARRIES = Side("carries", ELU_TERMS, True, "ordinary")
CARRIES_LESS = Side("carries_less", ELU_TERMS, False, "ordinary")


def codes_of(side: Side, now: Terms, before: Terms, least: float = LEAST_MOVE) -> NDArray[np.uint8]:
    """The code of the reason of each row that changes to that side [rows].

    Args:
        side: what the change is.
        now: the terms as they stand [rows, terms].
        before: the terms when the row last changed [rows, terms].
        least: a smaller move counts for nothing; where no term moves so far, the largest of that side is told.
    """
    sign = 1.0 if side.up else -1.0
    moved, stands = sign * (now - before), sign * now
    rows = np.arange(now.shape[0])
    by_move, by_size = moved.argmax(axis=1), stands.argmax(axis=1)
    first = CODES[f"{side.prefix}.{side.terms[0]}"]
    named = np.where(moved[rows, by_move] >= least, by_move, by_size)
    known = (moved[rows, by_move] >= least) | (stands[rows, by_size] >= least)
    return np.where(known, first + named, CODES[side.otherwise]).astype(np.uint8)
