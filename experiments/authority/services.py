"""The sheet Services: one line a service. What is missing in a line is left open; what cannot be is a fault."""

from dataclasses import dataclass

from experiments.authority.columns import Line, find_table, lines_of
from experiments.authority.findings import Findings, lines_said
from experiments.authority.places import Place
from experiments.authority.values import plain, whole
from experiments.authority.workbook import Sheet

NAMES = {
    "service": ("service", "services", "nom du service", "service*", "name of the service", "department",
                "direction ou service", "direction*", "pole*"),
    "agents": ("agents*", "nombre d agents*", "effectif*", "etp", "field agents", "staff*"),
    "managers": ("encadrants*", "encadrement", "nombre d encadrants", "cadres*", "managers*", "first line managers"),
    "levels": ("niveaux*", "nombre de niveaux*", "levels*"),
    "front": ("part en contact*", "contact avec*", "part d agents en contact*", "part en relation*",
              "share in contact*", "contact with*"),
}  # fmt: skip
MOST_SERVICES = 500
MOST_AGENTS, MOST_MANAGERS, MOST_LEVELS = 50_000, 5_000, 6


@dataclass(frozen=True)
class ServiceLine:
    """One service as its line says it; None where the line does not."""

    place: Place
    name: str
    agents: int | None
    managers: int | None
    levels: int | None
    front: float | None


def read_services(sheet: Sheet, findings: Findings) -> list[ServiceLine]:
    """The services of a sheet, in its order."""
    table = find_table(sheet, NAMES, ("service", "agents"), findings)
    if table is None:
        return []
    for field in ("managers", "levels", "front"):
        if field not in table.at:
            findings.remark(f"no_column.{field}", sheet=sheet.name)
    lines = list(lines_of(table, findings, sums="service"))
    if len(lines) > MOST_SERVICES:
        findings.fault(Place(sheet.name), len(lines), "many_services", most=MOST_SERVICES)
        return []
    percents = _are_percents(lines, findings)
    found = [_service(line, percents, findings) for line in lines]
    _look_for_twins(lines, found)
    rounded = [line.row for line in lines if _is_broken(line)]
    if rounded:
        findings.remark("rounded", sheet=sheet.name, lines=lines_said(rounded))
    return found


def _service(line: Line, percents: bool, findings: Findings) -> ServiceLine:
    name, place = line.text("service"), Place(line.table.sheet.name, line.row)
    if not line.says("service"):
        name = f"Service {line.row - line.table.header}"
        findings.remark("unnamed", line=line.row, name=name)
    service = ServiceLine(
        place,
        name,
        _count(line, "agents", 1, MOST_AGENTS),
        _count(line, "managers", 0, MOST_MANAGERS),
        _count(line, "levels", 0, MOST_LEVELS),
        _share(line, percents),
    )
    _look_at_line(line, service)
    return service


def _count(line: Line, field: str, low: int, high: int) -> int | None:
    """A whole number in a range; full-time equivalents are rounded."""
    found = line.number(field)
    if found is None:
        return None
    number = whole(found[0])
    if found[1]:
        line.fault(field, "number", allowed="number")
    elif not low <= number <= high:
        line.fault(field, "range", low=low, high=high)
    else:
        return number
    return None


def _share(line: Line, percents: bool) -> float | None:
    """A share from 0 to 1: 0,6 or 60 % or, where the column is written so, 60."""
    found = line.number("front")
    if found is None:
        return None
    if percents and not found[1] and 0.0 < found[0] < 1.0:
        line.fault("front", "mixed_shares", allowed="share")
        return None
    share = found[0] if found[1] or not percents else found[0] / 100.0
    if not 0.0 <= share <= 1.0:
        line.fault("front", "share", allowed="share")
        return None
    return round(share, 4)


def _look_at_line(line: Line, service: ServiceLine) -> None:
    """What cannot be together in one line."""
    agents, managers, levels = service.agents, service.managers, service.levels
    if agents is not None and managers is not None and managers > agents:
        line.fault("managers", "many_managers", agents=agents)
    if managers == 0 and levels is not None and levels > 0:
        line.fault("managers", "no_manager", levels=levels)
    if levels == 0 and managers is not None and managers > 0:
        line.fault("levels", "no_level", managers=managers)


def _are_percents(lines: list[Line], findings: Findings) -> bool:
    """Whether shares are written from 0 to 100: of those without a sign, at least as many exceed 1 as are below it."""
    quiet = Findings()
    seen = [Line(line.table, line.row, line.values, quiet).number("front") for line in lines]
    bare = [found[0] for found in seen if found is not None and not found[1]]
    whole, parts = sum(1.0 < share <= 100.0 for share in bare), sum(0.0 < share < 1.0 for share in bare)
    percents = whole > 0 and whole >= parts
    if percents:
        findings.remark("percents")
    return percents


def _is_broken(line: Line) -> bool:
    """Whether the number of agents of a line is not whole."""
    found = Line(line.table, line.row, line.values, Findings()).number("agents")
    return found is not None and not found[0].is_integer()


def _look_for_twins(lines: list[Line], services: list[ServiceLine]) -> None:
    """Two services of one name cannot be told apart."""
    first: dict[str, int] = {}
    for line, service in zip(lines, services, strict=True):
        name = plain(service.name) or service.name
        if name in first:
            line.fault("service", "service_twice", line=first[name])
        first.setdefault(name, service.place.line)
