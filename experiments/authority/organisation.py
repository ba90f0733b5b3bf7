"""Services and posts as keys of the configuration; what a line leaves open is filled or left to the model, and said."""

from statistics import median
from typing import Any

from experiments.authority.findings import Findings, lines_said
from experiments.authority.posts import Posts
from experiments.authority.questions import Answers
from experiments.authority.services import ServiceLine
from experiments.authority.values import plain, whole
from sim.config import Config
from sim.core.text import Text

Chart = dict[str, Any]


def organisation(
    answers: Answers,
    services: list[ServiceLine],
    posts: Posts | None,
    findings: Findings,
    origins: dict[str, Text],
) -> tuple[Chart, int]:
    """Keys of the group `chart` (empty: drawn by rule) and levels of management, the DGS included.

    Args:
        answers: to the ten questions.
        services: lines of the sheet Services.
        posts: of the chart, which decides where there is one.
        findings: where remarks go.
        origins: of keys, to be filled.
    """
    usual = int(answers.get("levels") or Config().hierarchy.depth)
    if posts is not None:
        return _by_post(posts, services, findings), posts.depth
    if not services:
        findings.remark("drawn")
        return {}, usual
    for rank, service in enumerate(services):
        origins[f"chart.services[{rank}]"] = service.place.text
    levels = [usual - 1 if service.levels is None else service.levels for service in services]
    _say_open(services, usual, findings)
    agents = _agents(services, answers, findings)
    return {"services": [
        _line(service.name, n, service.managers, between, service.front)
        for service, n, between in zip(services, agents, levels, strict=True)
    ]}, max(levels) + 1  # fmt: skip


def _line(name: str, agents: int, managers: int | None, levels: int | None, front: float | None) -> dict[str, Any]:
    said = {"name": name, "field_agents": agents, "managers": managers, "levels": levels, "front_share": front}
    return {key: value for key, value in said.items() if value is not None}


def _by_post(posts: Posts, services: list[ServiceLine], findings: Findings) -> Chart:
    """The chart as it is; a sheet Services beside it only says how many are in contact with the public."""
    sizes = [0] * len(posts.services)
    for team in posts.teams:
        sizes[team.service] += team.agents
    shares = {plain(service.name): service.front for service in services}
    open_ones = [name for name in posts.services if shares.get(plain(name)) is None]
    if services:
        findings.remark("chart_decides")
        absent = [each.name for each in services if plain(each.name) not in {plain(name) for name in posts.services}]
        if absent:
            findings.remark("services_absent", names=", ".join(absent[:10]))
    if open_ones:
        findings.remark("open_front", n=len(open_ones))
    findings.remark("chart", posts=len(posts.parents), teams=len(posts.teams), services=len(sizes), agents=sum(sizes))
    return {
        "services": [
            _line(name, n, None, None, shares.get(plain(name))) for name, n in zip(posts.services, sizes, strict=True)
        ],
        "posts": [{"parent": parent} for parent in posts.parents],
        "teams": [
            {"manager": team.manager, "service": team.service, "field_agents": team.agents} for team in posts.teams
        ],
    }


def _say_open(services: list[ServiceLine], usual: int, findings: Findings) -> None:
    """Say what lines leave to the model."""
    for name in ("managers", "levels", "front"):
        lines = [service.place.line for service in services if getattr(service, name) is None]
        if name == "managers":
            lines = [each.place.line for each in services if each.managers is None and each.levels != 0]
        if lines:
            findings.remark(f"open_{name}_lines", lines=lines_said(lines), levels=usual - 1)


def _agents(services: list[ServiceLine], answers: Answers, findings: Findings) -> list[int]:
    """Field agents of each service: those said; else what is left of the total, shared out; else the median."""
    known = [service.agents for service in services if service.agents is not None]
    unknown = [service for service in services if service.agents is None]
    if not unknown:
        return known
    total, lines = answers.get("agents"), lines_said([service.place.line for service in unknown])
    rest = int(total) - sum(known) if total is not None else 0
    share = rest // len(unknown) if rest >= len(unknown) else whole(median(known)) if known else 40
    findings.remark("agents_shared" if rest >= len(unknown) else "agents_median", lines=lines, n=share)
    return [max(share, service.managers or 1) if service.agents is None else service.agents for service in services]
