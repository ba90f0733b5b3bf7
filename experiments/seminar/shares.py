"""A question over a hundred plausible worlds: how often each verdict comes, and the band of practice.

Simulation number r has the luck, the parameters and the structure that replicate r has in `archipel compare`: two
questions are paired square by square. The model does not settle where the structures of contagion disagree on the
commonest verdict, by the rule that `compare` applies.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from experiments.language import LANGUAGES
from experiments.plan import Plan
from experiments.seminar.words import Pair, capital, said
from experiments.seminar.worlds import shares as rounded
from experiments.variants import Structures
from experiments.why.rows import Row, row_of
from experiments.why.typical import commonest
from sim.core.text import Text
from sim.outcomes.verdict import DIFFUSION, FALLBACK, ISLETS, LABELS, NOT_LAUNCHED, SPREADING
from sim.simulation import simulate

LETTERS = {DIFFUSION: "D", SPREADING: "S", ISLETS: "I", FALLBACK: "F", NOT_LAUNCHED: "N"}
"""One letter a simulation, in the order in which the page tells verdicts."""
BY_LETTER = {letter: verdict for verdict, letter in LETTERS.items()}
BAND = (10, 50, 90)
"""Percentiles of practice over the simulations: low, middle, high."""


class Simulated(NamedTuple):
    """What is kept of one simulation."""

    replicate: int
    row: Row
    practice: NDArray[np.float32]
    """Share of field agents who practise [months]."""


def simulated(plan: Plan, replicates: Sequence[int]) -> list[Simulated]:
    """Some of the simulations of the plan of a question."""
    return [_simulated(plan, replicate) for replicate in replicates]


def _simulated(plan: Plan, replicate: int) -> Simulated:
    record = simulate(plan.config(0, replicate), plan.seed(replicate))
    return Simulated(replicate, row_of(record), record.monthly["practice"].astype(np.float32))


def shares_of(plan: Plan, found: Sequence[Simulated]) -> dict[str, Any]:
    """What the simulations done so far say, as the page takes it."""
    ordered = sorted(found, key=lambda each: each.replicate)
    low, middle, high = np.percentile([each.practice for each in ordered], BAND, axis=0)
    told = counted([each.row for each in ordered], variants_of(plan, ordered), plan.replicates)
    return told | {"band": {"low": rounded(low), "mid": rounded(middle), "high": rounded(high)}}


def counted(rows: Sequence[Row], variants: Sequence[str], of: int) -> dict[str, Any]:
    """How often each verdict comes in some runs, as the page takes it; without a band.

    Args:
        rows: the runs, in the order of their squares.
        variants: the structure of contagion that each of them has, "" where it is not varied.
        of: how many runs there will be.
    """
    counts = {verdict: sum(row["verdict"] == verdict for row in rows) for verdict in LETTERS}
    settled = structures_of(rows, variants).settled
    return {
        "done": len(rows),
        "of": of,
        **counts,
        "decided": settled,
        "verdict": commonest(rows) if settled else None,
        "sentence": sentence(counts, settled=settled),
        "band": None,
        "dots": "".join(LETTERS[row["verdict"]] for row in rows),
    }


def variants_of(plan: Plan, found: Sequence[Simulated]) -> list[str]:
    """The structure of contagion that each simulation has, "" where it is not varied."""
    variants = (plan.spread.variant(each.replicate) for each in found)
    return ["" if variant is None else variant.name for variant in variants]


def structures_of(rows: Sequence[Row], variants: Sequence[str]) -> Structures:
    """The commonest verdict under each structure that these runs have."""
    by_variant: dict[str, list[Row]] = {}
    for row, variant in zip(rows, variants, strict=True):
        by_variant.setdefault(variant, []).append(row)
    return Structures({name: commonest(some) for name, some in by_variant.items()})


def sentence(counts: dict[str, int], *, settled: bool) -> Pair:
    """How often each verdict comes, the most frequent first; or that the model does not settle."""
    total = sum(counts.values())
    first, *others = [verdict for verdict in sorted(counts, key=lambda each: -counts[each]) if counts[verdict]]
    if not settled:
        return said("shares.undecided", told=_listed([first, *others], counts), of=total)
    head = Text(*(capital(label) for label in LABELS[first]))
    if not others:
        return said("shares.alone", verdict=head, of=total)
    return said("shares.decided", verdict=head, n=counts[first], of=total, others=_listed(others, counts))


def _listed(verdicts: Sequence[str], counts: dict[str, int]) -> Text:
    return Text(*(", ".join(f"{LABELS[each].of(lang)} {counts[each]}" for each in verdicts) for lang in LANGUAGES))
