"""The first round of a study: the points of its design, each kept once, all valid; and the design as a table."""

from collections.abc import Sequence

from experiments.study.designs import Drawn, design
from experiments.study.factors import cell_of
from experiments.study.plan import Cells, StudyPlan
from experiments.study.rounds import Round, cut
from sim.core.errors import InputError, Problem
from sim.core.text import Text

_TOLD = 10
"""Faulty points that are told apart."""


def drawn(plan: StudyPlan) -> Drawn:
    """The rows of the design, which may hold a point several times."""
    return design(plan.kind).draw(plan.factors, plan.options, plan.root)


def first_points(plan: StudyPlan) -> list[Cells]:
    """The points of the design, each once, in order."""
    return list(dict.fromkeys(drawn(plan).rows))


def first_round(plan: StudyPlan) -> Round:
    """All points, each with its first replicates; refused where some point is no valid configuration."""
    points = first_points(plan)
    check_points(plan, points)
    wanted = {at: (0, plan.replicates.first) for at in range(len(points))}
    return Round(0, 0, tuple(points), cut(plan, dict(enumerate(points)), wanted))


def check_points(plan: StudyPlan, points: Sequence[Cells]) -> None:
    """Refuse a design with points that are no valid configuration, and say which."""
    wrong: dict[tuple[str, Text], list[Cells]] = {}
    for cells in points:
        try:
            plan.point(cells)
        except InputError as error:
            for problem in error.problems:
                wrong.setdefault((problem.key, problem.reason), []).append(cells)
    if wrong:
        raise InputError(_told(plan, key, reason, found) for (key, reason), found in list(wrong.items())[:_TOLD])


def _told(plan: StudyPlan, key: str, reason: Text, found: Sequence[Cells]) -> Problem:
    example = ", ".join(f"{f.key}={cell_of(cell)}" for f, cell in zip(plan.factors, found[0], strict=True))
    said = Text(f"{reason.fr} ({len(found)} points du plan, dont {example})",
                f"{reason.en} ({len(found)} points of the design, such as {example})")
    return Problem(key, "", said)
