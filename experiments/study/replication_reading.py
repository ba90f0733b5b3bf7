"""Reads `replicates:` of a study: {fixed: 20}, or {until: {outcome, half_width, most[, first][, between]}}."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from experiments.study.factors import Cell, Factor
from experiments.study.faults import Faults
from experiments.study.replication import FIRST, Replicates, Until
from sim.outcomes.catalogue import catalogue
from sim.outcomes.verdict import FLAGS, VERDICTS

MOST, LEAST_FIRST = 1_000_000, 10
"""With fewer replicates at the first look, intervals of means miss the truth too often: 8 % of the time with 2."""
Points = Callable[[Sequence[tuple[Cell, ...]] | None], Replicates]
"""The rule of replicates, once the points are known; None where they are not yet."""
_UNTIL = ("outcome", "half_width", "most", "first", "between")
_FORM = "{fixed: 20}, {until: {outcome: diffusion, half_width: 0.05, most: 400}}"


def replicates_said(said: object, line: str | None, factors: Sequence[Factor], faults: Faults) -> Points:
    """The rule that the file, or `replicates=N` of the line, asks for."""
    if line is not None:
        said = {"fixed": int(line) if line.isdecimal() else line}
    if not isinstance(said, dict) or len(said) != 1 or next(iter(said)) not in ("fixed", "until"):
        faults.add("replicates", said, "forme inconnue", "unknown form", _FORM)
        return lambda _: Replicates()
    if "fixed" in said:
        n = _whole("replicates.fixed", said["fixed"], 1, MOST, faults)
        return lambda _: Replicates(n)
    return _until(said["until"], factors, faults)


def _until(said: object, factors: Sequence[Factor], faults: Faults) -> Points:
    if not isinstance(said, dict):
        faults.add("replicates.until", said, "une table est attendue", "a table is expected", _FORM)
        return lambda _: Replicates()
    for key in said:
        if key not in _UNTIL:
            faults.unknown(f"replicates.until.{key}", str(key), _UNTIL, "clé inconnue", "unknown key")
    names = [*VERDICTS, *FLAGS, *(spec.name for spec in catalogue())]
    outcome = str(said.get("outcome"))
    if outcome not in names:
        faults.unknown("replicates.until.outcome", outcome, names, "résultat inconnu", "unknown outcome")
    width = said.get("half_width")
    if not isinstance(width, float | int) or isinstance(width, bool) or not width > 0:
        faults.add("replicates.until.half_width", width, "un nombre > 0", "a number > 0")
        width = 1.0
    most = _whole("replicates.until.most", said.get("most"), 2, MOST, faults)
    first = _whole("replicates.until.first", said.get("first", min(FIRST, most)), min(LEAST_FIRST, most), most, faults)

    def rule(points: Sequence[tuple[Cell, ...]] | None) -> Replicates:
        between = None
        if "between" in said and points is not None:
            between = _between(said["between"], factors, points, faults)
        return Replicates(1, Until(outcome, float(width), most, first, between))

    return rule


def _between(
    said: Any, factors: Sequence[Factor], points: Sequence[tuple[Cell, ...]], faults: Faults  # noqa: ANN401
) -> tuple[int, int] | None:
    """The numbers of the two points that the file names by values of some levers."""
    where = "replicates.until.between"
    if not isinstance(said, list) or len(said) != 2 or not all(isinstance(each, dict) for each in said):
        faults.add(where, said, "deux points, chacun par ses leviers", "two points, each by its levers",
                   "[{sponsorship.level: 0.2}, {sponsorship.level: 0.8}]")
        return None
    numbers = [_named(each, factors, points, where, faults) for each in said]
    first, second = numbers
    if first is not None and first == second:
        faults.add(where, said, "deux points différents sont attendus", "two different points are expected")
    return None if first is None or second is None else (first, second)


def _named(
    said: Mapping[str, Any], factors: Sequence[Factor], points: Sequence[tuple[Cell, ...]], where: str, faults: Faults
) -> int | None:
    keys = [factor.key for factor in factors]
    for key in said:
        if key not in keys:
            faults.unknown(where, str(key), keys, "ce n'est pas un levier de l'étude", "not a lever of the study")
            return None
    found = [at for at, cells in enumerate(points) if all(cells[keys.index(k)] == v for k, v in said.items())]
    if len(found) != 1:
        faults.add(where, dict(said), f"{len(found)} points ont ces valeurs : un seul est attendu",
                   f"{len(found)} points have these values: one is expected")
        return None
    return found[0]


def _whole(key: str, given: object, low: int, high: int, faults: Faults) -> int:
    if not isinstance(given, int) or isinstance(given, bool) or not low <= given <= high:
        faults.add(key, given, "un entier est attendu", "an integer is expected", f"{low}..{high}")
        return high if low > 1 else low
    return given
