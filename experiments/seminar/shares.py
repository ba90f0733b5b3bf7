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
from experiments.summary import Structures
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
    rows = [each.row for each in ordered]
    counts = {verdict: sum(row["verdict"] == verdict for row in rows) for verdict in LETTERS}
    settled = structures_of(plan, ordered).settled
    low, middle, high = np.percentile([each.practice for each in ordered], BAND, axis=0)
    return {
        "done": len(rows),
        "of": plan.replicates,
        **counts,
        "decided": settled,
        "verdict": commonest(rows) if settled else None,
        "sentence": sentence(counts, settled=settled),
        "band": {"low": rounded(low), "mid": rounded(middle), "high": rounded(high)},
        "dots": "".join(LETTERS[row["verdict"]] for row in rows),
    }


def structures_of(plan: Plan, found: Sequence[Simulated]) -> Structures:
    """The commonest verdict under each structure that these simulations have."""
    rows: dict[str, list[Row]] = {}
    for each in found:
        variant = plan.spread.variant(each.replicate)
        rows.setdefault("" if variant is None else variant.name, []).append(each.row)
    return Structures({name: commonest(some) for name, some in rows.items()})


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
