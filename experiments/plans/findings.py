"""All that a comparison of plans found, and how it is kept.

    numbers.csv       one row a number, with its interval and what it is made from
    explored.parquet  the plan that is named, everything moved a little; supports.parquet: the two supports alone
    plans.json        titles, steps, goal, advice, frontier, what changes the answer

A note reads these and computes nothing.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from experiments.plans.advice import Advice, Answer, advice
from experiments.plans.around import Effect, FoundBox, box, cells, effects
from experiments.plans.asked import Asked
from experiments.plans.exploring import Explored
from experiments.plans.frontier import Readings, Step, dominated, frontier, steps
from experiments.plans.laying import own_steps
from experiments.plans.numbers import ACCOUNTS, RESAMPLED, STUDENT, WILSON, Number, accounts_of, number_of, numbers_of
from experiments.plans.plan_file import NOTHING, PlanFile
from experiments.plans.readings import readings
from experiments.plans.told import programme_of, steps_of
from experiments.result import Result
from experiments.store import as_json, table, write_table, write_text
from sim.config import Config

PLANS, NUMBERS, EXPLORED, SUPPORTS = "plans.json", "numbers.csv", "explored.parquet", "supports.parquet"
FORMAT = 1


@dataclass(frozen=True)
class Findings:
    """What was found, before it is written."""

    asked: Asked
    readings: Readings
    numbers: tuple[Number, ...]
    advice: Advice
    steps: tuple[Step, ...]
    explored: Explored
    supports: Explored
    """The same plan, the two supports alone moved."""
    effects: tuple[Effect, ...]
    box: FoundBox | None
    cells: pd.DataFrame

    @property
    def by_name(self) -> dict[str, Number]:
        """Numbers by the name of their row."""
        return {number.name: number for number in self.numbers}


def read_all(result: Result, asked: Asked) -> Readings:
    """The readings of doing nothing and of every plan."""
    return {each.name: readings(result.runs, each.name, NOTHING, each.config) for each in asked.plan.scenarios}


def named_plan(found: Readings, asked: Asked) -> tuple[Advice, str]:
    """The advice, and the plan to explore: the one it names, or where it names none the one that leaves most."""
    told = advice(found, asked.goal)
    if told.plan != NOTHING:
        return told, told.plan
    return told, max((file.name for file in asked.files), key=lambda name: found[name]["lasting"].mean())


def findings(
    result: Result, asked: Asked, found: Readings, told: Advice, explored: Explored, supports: Explored
) -> Findings:
    """Everything that can be said, computed once."""
    numbers = [each for name, frame in found.items() for each in numbers_of(name, frame, asked.goal)]
    numbers += accounts_of(result.runs, result.monthly, asked.dates.months[-1])
    each_step, each_effect = tuple(steps(found)), tuple(effects(explored))
    changes = box(explored, supports, asked.goal, told.answer in (Answer.REACHES, Answer.ANYWAY))
    grid = cells(supports, asked.goal)
    numbers += [*_of_steps(each_step), *_of_effects(explored.plan, each_effect), *_of_cells(explored.plan, grid)]
    if changes is not None:
        source = f"{EXPLORED} and {SUPPORTS}, every other point: share"
        numbers.append(number_of(explored.plan, "box", changes.share, WILSON, f"{source} inside the box"))
        numbers.append(number_of(explored.plan, "box_elsewhere", changes.elsewhere, WILSON, f"{source} outside it"))
    return Findings(asked, found, tuple(numbers), told, each_step, explored, supports, each_effect, changes, grid)


def write_findings(found: Findings, folder: Path, line: str) -> None:
    """The four files, in a folder that is being prepared; `line` is the command that makes them again."""
    write_text(as_csv(found.numbers), folder / NUMBERS)
    for name, sample in ((EXPLORED, found.explored), (SUPPORTS, found.supports)):
        columns = {str(column): sample.frame[column].to_numpy() for column in sample.frame}
        write_table(table(columns), folder / name)
    write_text(as_json(described(found, line)), folder / PLANS)


def as_csv(numbers: Iterable[Number]) -> str:
    """The rows of numbers.csv."""
    rows = pd.DataFrame([number.as_row() for number in numbers])
    return str(rows.to_csv(index=False, lineterminator="\n"))


def read_numbers(folder: Path) -> dict[str, Number]:
    """The rows of numbers.csv by name."""
    rows = pd.read_csv(folder / NUMBERS)
    return {str(row["row"]): Number(*(row[name] for name in _FIELDS)) for row in rows.to_dict("records")}


def read_described(folder: Path) -> dict[str, Any]:
    """What plans.json says."""
    content: dict[str, Any] = json.loads((folder / PLANS).read_text(encoding="utf-8"))
    return content


_FIELDS = ("plan", "measure", "value", "low", "high", "n", "interval", "source")


def described(found: Findings, line: str) -> dict[str, Any]:
    """All that is no number of a table: titles, steps, goal, advice, frontier, what changes the answer."""
    asked, explored = found.asked, found.explored
    configs = {scenario.name: scenario.config for scenario in asked.plan.scenarios}
    goal = asked.goal
    return {
        "format": FORMAT,
        "command": line,
        "draft": asked.draft,
        "set_aside": asked.set_aside,
        "authority": _authority(asked.base),
        "months": {"observed": list(asked.dates.months), "why": asked.dates.why},
        "goal": {"text": goal.text, "measure": goal.measure, "line": goal.line, "at_least": goal.at_least,
                 "verdict": goal.verdict, "stated": goal.stated},
        "advice": found.advice.as_dict(),
        "plans": [_plan(file, configs[file.name]) for file in asked.files],
        "frontier": {account: frontier(found.readings, account) for account in ACCOUNTS},
        "steps": [{"account": s.account, "cheaper": s.cheaper, "dearer": s.dearer, "row": step_row(s),
                   "buys": s.buys is not None} for s in found.steps],
        "dominated": dominated(found.readings),
        "around": {
            "plan": explored.plan,
            "points": len(explored.frame),
            "factors": [{"key": f.key, "low": f.low, "high": f.high, "today": explored.today[f.key]}
                        for f in explored.factors],
            "dropped": list(explored.dropped),
            "effects": [{"key": e.key, "row": f"{explored.plan}.effect:{e.key}", "seen": e.seen}
                        for e in found.effects],
            "box": None if found.box is None else _box(found.box),
            "cells": [dict(cell) for cell in found.cells.to_dict("records")],
        },
    }  # fmt: skip


def step_row(step: Step) -> str:
    """The name of the row of one step."""
    return f"{step.cheaper}>{step.dearer}.buys:{step.account}"


def _authority(base: Config) -> dict[str, Any]:
    titles = {"title_fr": base.title_fr or base.scenario, "title_en": base.title_en or base.scenario}
    return {"scenario": base.scenario, **titles, "calendar_start": base.calendar.start,
            "next_election": base.calendar.next_election, "retrospective": base.retrospective}  # fmt: skip


def _plan(file: PlanFile, config: Config) -> dict[str, Any]:
    return {
        "name": file.name, "title_fr": file.title.fr, "title_en": file.title.en,
        "description_fr": file.description.fr, "description_en": file.description.en, "source": file.source,
        "programme": programme_of(config), "steps": steps_of(own_steps(file, config), config),
    }  # fmt: skip


def _box(found: FoundBox) -> dict[str, Any]:
    bounds = [{"key": b.key, "low": b.low, "high": b.high, "among": list(b.among)} for b in found.bounds]
    return {"reaches": found.reaches, "today": found.today, "bounds": bounds}


def _of_steps(each_step: tuple[Step, ...]) -> Iterator[Number]:
    for step in each_step:
        name = f"{step.cheaper}>{step.dearer}"
        yield number_of(name, f"more:{step.account}", step.cost, STUDENT, f"mean of {step.account}, second minus first")
        yield number_of(name, f"effect:{step.account}", step.effect, STUDENT, "mean of lasting, second minus first")
        if step.buys is not None:
            source = f"sum of lasting / sum of {step.account}, second minus first"
            yield number_of(name, f"buys:{step.account}", step.buys, RESAMPLED, source)


def _of_effects(plan: str, each_effect: tuple[Effect, ...]) -> Iterator[Number]:
    for each in each_effect:
        source = f"{EXPLORED}: mean of lasting in the upper third of {each.key}, minus in the lower third"
        yield number_of(plan, f"effect:{each.key}", each.effect, STUDENT, source)
    if each_effect:
        floor, n = each_effect[0].floor, each_effect[0].effect.n
        source = f"{EXPLORED}: difference between thirds taken by lot, 95 of 100 below"
        yield Number(plan, "floor", floor, floor, floor, n, STUDENT, source)


def _of_cells(plan: str, grid: pd.DataFrame) -> Iterator[Number]:
    for at, cell in enumerate(grid.to_dict("records")):
        source = (f"{SUPPORTS}: share of points that reach the goal, {cell['left']:g} <= sponsorship.level <= "
                  f"{cell['right']:g}, {cell['bottom']:g} <= management.stance <= {cell['top']:g}")  # fmt: skip
        yield Number(plan, f"cell:{at}", cell["share"], cell["low"], cell["high"], int(cell["n"]), WILSON, source)
