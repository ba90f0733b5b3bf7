"""A chart person by person: who reports to whom, in which service. Names are not read, identifiers are not kept.

Whoever has subordinates holds a management post; the others are field agents. Posts and teams come out as ranks, in the
order of the salted hashes of the identifiers: nothing of a name, of a number or of the order of the file remains.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from experiments.authority.columns import Line, find_table, lines_of
from experiments.authority.findings import Findings, lines_said
from experiments.authority.places import Place
from experiments.authority.values import plain
from experiments.authority.workbook import Sheet

NAMES = {
    "id": ("identifiant", "id", "matricule", "identifiant agent", "identifiant du poste", "numero de poste", "poste id",
           "code poste", "code", "identifier", "post id"),
    "superior": ("superieur*", "identifiant du superieur*", "matricule du superieur*", "responsable*", "n 1", "manager",
                 "hierarchique", "rattachement*", "superior*", "reports to", "id superieur*"),
    "service": ("service", "services", "service*", "affectation*", "unite*", "department", "direction*", "pole*"),
}  # fmt: skip
DEEPEST = 7
_MOST_NEAR = 10  # looking for the nearest identifier among thousands takes time
MOST_SERVICES = 500


@dataclass(frozen=True)
class Team:
    """Field agents of one service under one post."""

    manager: int
    service: int
    agents: int


@dataclass(frozen=True)
class Posts:
    """A chart without its people."""

    parents: tuple[int, ...]
    """Rank of the superior of each post; -1: the DGS."""
    teams: tuple[Team, ...]
    services: tuple[str, ...]
    """In the order in which the file names them."""
    depth: int
    """Posts on the longest branch, the DGS included."""


@dataclass
class _Person:
    line: Line
    id: str
    superior: str
    service: str


def read_posts(sheet: Sheet, salt: bytes, findings: Findings) -> Posts | None:
    """The chart of a sheet; None where it holds a fault, or nobody.

    Args:
        sheet: with a line for each person or post.
        salt: what the hashes are salted with; the same file gives the same ranks.
        findings: where faults and remarks go.
    """
    table = find_table(sheet, NAMES, ("id", "superior", "service"), findings)
    if table is None:
        return None
    before = len(findings.faults)
    people = [_person(line) for line in lines_of(table, findings, sums="id")]
    if not people:
        findings.fault(Place(sheet.name), None, "nobody")
        return None
    by_id = _by_id(people, findings)
    _check_superiors(sheet, people, by_id, findings)
    chains = _chains(by_id)
    if len(findings.faults) > before:
        return None
    _fill_services(people, by_id, chains, findings)
    if len(findings.faults) > before:
        return None
    findings.remark("names_dropped", n=len(people))
    return _ranked(people, by_id, chains, salt)


def _person(line: Line) -> _Person:
    person = _Person(line, line.text("id"), line.text("superior"), line.text("service"))
    if not line.says("id"):
        line.fault("id", "no_id")
    return person


def _by_id(people: list[_Person], findings: Findings) -> dict[str, _Person]:
    """People by identifier, spelt without case; one that stands twice is a fault."""
    found: dict[str, _Person] = {}
    for person in people:
        if not person.id:
            continue
        key = _key(person.id)
        if key in found:
            person.line.fault("id", "id_twice", line=found[key].line.row)
        else:
            found[key] = person
    return found


def _key(identifier: str) -> str:
    return identifier.casefold().replace(" ", "")


def _check_superiors(sheet: Sheet, people: list[_Person], by_id: dict[str, _Person], findings: Findings) -> None:
    """Superiors that are not in the table, people above themselves, several heads or none."""
    heads = [person for person in people if person.id and not person.superior and not person.line.says("superior")]
    names, tried = list(by_id), 0
    for person in people:
        if not person.superior:
            continue
        above = _key(person.superior)
        if above not in by_id:
            near = get_close_matches(above, names, n=1, cutoff=0.8) if tried < _MOST_NEAR else []
            tried += 1
            person.line.fault("superior", "orphan", near=by_id[near[0]].id if near else "")
        elif by_id[above] is person:
            person.line.fault("superior", "own_superior")
    if not heads:
        findings.fault(Place(sheet.name), None, "no_head")
    for person in heads[1:]:
        person.line.fault("superior", "second_head", line=heads[0].line.row)


def _chains(by_id: dict[str, _Person]) -> dict[str, int]:
    """Posts above each person, by key; circles and chains too long are faults, each said once."""
    above = {key: _above(person, by_id) for key, person in by_id.items()}
    length: dict[str, int] = {}
    for start in above:
        path: dict[str, int] = {}
        at = start
        while at and at not in length and at not in path:
            path[at] = len(path)
            at = above[at]
        if at in path:
            _say_circle([by_id[key] for key in list(path)[path[at] :]])
            length |= dict.fromkeys(path, 0)
            continue
        base = length[at] + 1 if at else 0
        for steps, key in enumerate(reversed(path)):
            length[key] = base + steps
    long = [by_id[key] for key, above_it in length.items() if above_it > DEEPEST]
    if long:
        long[0].line.fault("superior", "deep", most=DEEPEST, n=length[_key(long[0].id)])
    return length


def _above(person: _Person, by_id: dict[str, _Person]) -> str:
    """The key of the superior; "" where there is none, where it is nobody, or where it is the person."""
    superior = by_id.get(_key(person.superior))
    return "" if superior is None or superior is person else _key(person.superior)


def _say_circle(circle: list[_Person]) -> None:
    lines = sorted(person.line.row for person in circle)
    first = min(circle, key=lambda person: person.line.row)
    first.line.fault("superior", "circle", lines=lines_said(lines))


def _fill_services(
    people: list[_Person], by_id: dict[str, _Person], chains: dict[str, int], findings: Findings
) -> None:
    """Whoever says no service is in the one of the superior; from the top down."""
    filled = []
    for person in sorted(people, key=lambda each: chains[_key(each.id)]):
        if not person.service and person.superior:
            person.service = by_id[_key(person.superior)].service
            filled.append(person.line.row)
    if filled:
        findings.remark("service_of_superior", n=len(filled), lines=lines_said(sorted(filled)))
    leading = {_key(person.superior) for person in people if person.superior}
    for person in people:
        if not person.service and _key(person.id) not in leading:
            person.line.fault("service", "no_service")
    if len({plain(person.service) for person in people if person.service}) > MOST_SERVICES:
        findings.fault(Place(people[0].line.table.sheet.name), None, "many_services", most=MOST_SERVICES)
    if not leading:
        findings.fault(Place(people[0].line.table.sheet.name), None, "no_team")


def _ranked(people: list[_Person], by_id: dict[str, _Person], chains: dict[str, int], salt: bytes) -> Posts:
    """Posts and teams as ranks, in the order of salted hashes."""
    leading = {_key(person.superior) for person in people if person.superior}
    posts = sorted(leading, key=lambda key: hashlib.sha256(salt + key.encode()).digest())
    rank = {key: at for at, key in enumerate(posts)}
    parents = tuple(rank.get(_key(by_id[key].superior), -1) for key in posts)
    agents = [person for person in people if _key(person.id) not in leading]
    names: dict[str, str] = {}
    for person in sorted(agents, key=lambda each: each.line.row):
        names.setdefault(plain(person.service) or person.service, person.service)
    service = {name: at for at, name in enumerate(names)}
    teams: dict[tuple[int, int], int] = {}
    for person in agents:
        place = (service[plain(person.service) or person.service], rank[_key(person.superior)])
        teams[place] = teams.get(place, 0) + 1
    depth = max(chains[_key(person.id)] for person in agents)
    return Posts(parents, tuple(_teams(teams)), tuple(names.values()), depth)


def _teams(sizes: dict[tuple[int, int], int]) -> Iterator[Team]:
    for (service, manager), agents in sorted(sizes.items()):
        yield Team(manager, service, agents)
