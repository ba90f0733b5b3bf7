"""Which round comes next, from what the rounds before have given; None where the study is at its end."""

from collections.abc import Sequence
from pathlib import Path

from experiments.store import read_table
from experiments.study.chunks import PARTS
from experiments.study.designs import design
from experiments.study.first import check_points, first_round
from experiments.study.plan import Cells, StudyPlan
from experiments.study.precision import Values, by_point, columns_for, estimates, wanted
from experiments.study.replication import Until
from experiments.study.rounds import Round, cut, points_of


def next_round(plan: StudyPlan, folder: Path, rounds: Sequence[Round], keys: Sequence[str]) -> Round | None:
    """The next round of a study whose rounds so far are all computed; `keys` are all their chunks."""
    if not rounds:
        return first_round(plan)
    if plan.replicates.until is not None:
        return _more_replicates(plan, plan.replicates.until, folder, rounds, keys)
    if hasattr(design(plan.kind), "refine"):
        return _more_points(plan, folder, rounds, keys)
    return None


def most_runs(plan: StudyPlan, first: Round) -> int:
    """Runs that a study may come to, with all its rounds."""
    points = len(first.points)
    if plan.replicates.until is not None:
        return points * plan.replicates.most
    if hasattr(design(plan.kind), "refine"):
        strata = points // min(plan.options["start"], plan.options["points"])
        return strata * int(plan.options["points"]) * plan.replicates.fixed
    return first.runs


def _more_replicates(
    plan: StudyPlan, until: Until, folder: Path, rounds: Sequence[Round], keys: Sequence[str]
) -> Round | None:
    """Replicates of the points that are not known precisely enough yet."""
    points = points_of(rounds)
    values = values_of(plan, folder, keys, until.outcome, points)
    found = estimates(until, values)
    asked = {at: (values[at].size, wanted(until, found[at], values[at].size)) for at in range(len(points))}
    chunks = cut(plan, dict(enumerate(points)), asked)
    return Round(len(rounds), len(points), (), chunks) if chunks else None


def _more_points(plan: StudyPlan, folder: Path, rounds: Sequence[Round], keys: Sequence[str]) -> Round | None:
    """Points where the design wants more of them."""
    points, n = points_of(rounds), plan.replicates.fixed
    values = values_of(plan, folder, keys, plan.options["outcome"], points)
    hits = [(int(values[at].sum()), values[at].size) for at in range(len(points))]
    new = design(plan.kind).refine(plan.factors, plan.options, plan.root, points, hits)
    if not new:
        return None
    check_points(plan, new)
    numbers = {len(points) + at: cells for at, cells in enumerate(new)}
    return Round(len(rounds), len(points), tuple(new), cut(plan, numbers, dict.fromkeys(numbers, (0, n))))


def values_of(plan: StudyPlan, folder: Path, keys: Sequence[str], outcome: str, points: Sequence[Cells]) -> Values:
    """The outcome of every run so far, by point number, replicate by replicate: three columns of each part."""
    tables = (read_table(folder / PARTS / f"{key}.parquet", columns_for(outcome)) for key in keys)
    return by_point(plan, tables, outcome, points)
