"""What a note is made from, read from a folder: its tables, and how a number is written and marked with its origin."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from experiments import manifest
from experiments.grammar import Mistake
from experiments.language import Words, calendar_month, number
from experiments.plans.findings import EXPLORED, NUMBERS, PLANS, SUPPORTS, read_described, read_numbers
from experiments.plans.goal import Goal
from experiments.plans.numbers import STUDENT, Number, number_of, numbers_of
from experiments.plans.plan_file import NOTHING
from experiments.plans.printing import goal_words
from experiments.plans.readings import readings
from experiments.plans.written import parts
from experiments.refusal import refused
from experiments.report.marks import Origin, marked
from experiments.result import Result, load
from experiments.statistics import paired_mean
from experiments.store import MANIFEST
from sim.config import Config

COLUMNS = "value, low, high"
PRACTITIONERS_MORE = "practitioners_more"


@dataclass(frozen=True)
class ResultFolder:
    """A folder of a run or of a comparison, and the language of the note."""

    folder: Path
    say: Words
    content: dict[str, Any]
    """Its manifest."""
    numbers: dict[str, Number]
    result: Result

    @property
    def lang(self) -> str:
        """Of the note."""
        return self.say.lang

    @property
    def told_in(self) -> str:
        """The file in which the decisions stand."""
        return MANIFEST

    @cached_property
    def titles(self) -> dict[str, str]:
        """Titles of all scenarios by name."""
        return {scenario.name: scenario.title(self.lang) for scenario in self.result.plan.scenarios}

    @cached_property
    def configs(self) -> dict[str, Config]:
        """Configurations by name."""
        return {scenario.name: scenario.config for scenario in self.result.plan.scenarios}

    @property
    def calendar_start(self) -> str | None:
        """Year and month of simulated month 0."""
        return self.result.plan.scenarios[0].config.calendar.start

    def value(self, row: str) -> str:
        """The value of a row alone, marked."""
        return marked(parts(self.numbers[row], self.say)[0], Origin(NUMBERS, row, "value"))

    def number(self, row: str) -> str:
        """The value of a row with its interval, marked."""
        value, interval = parts(self.numbers[row], self.say)
        text = f"{value} ({interval})" if interval else value
        return marked(text, Origin(NUMBERS, row, COLUMNS))

    def said(self, value: float, place: str, digits: int = 0) -> str:
        """A number of the file of the decisions, marked with its place there."""
        return marked(number(value, self.lang, digits), Origin(self.told_in, place, "value"))

    def month(self, month: int, place: str, file: str | None = None) -> str:
        """A simulated month, with its date where the calendar is known; marked with its place in a file."""
        text = self.say("report.month", month=number(month, self.lang))
        if self.calendar_start is not None:
            year, first = (int(part) for part in self.calendar_start.split("-"))
            later, at = divmod(first - 1 + month, 12)
            text = self.say("report.month.dated", date=calendar_month(year + later, at + 1, self.lang), month=text)
        return marked(text, Origin(file or self.told_in, place, "month"))

    def last_month(self) -> str:
        """The month at which outcomes are read."""
        months = self.result.plan.scenarios[0].config.observe_months or ()
        return self.month(months[-1], f"configuration.observe_months[{len(months) - 1}]")

    def by_month(self, name: str, column: str = "practising") -> NDArray[np.float64]:
        """A monthly column of each world [worlds, months] of a scenario."""
        runs = self.result.runs[self.result.runs["scenario"] == name].sort_values("replicate")
        months = self.result.monthly.pivot_table(column, "run_id", "month")
        return months.loc[runs["run_id"]].to_numpy(float)


@dataclass(frozen=True)
class PlansFolder(ResultFolder):
    """A folder of `archipel plans`."""

    told: dict[str, Any]
    """plans.json."""

    @property
    def told_in(self) -> str:
        """The file in which the decisions stand."""
        return PLANS

    @property
    def plans(self) -> list[str]:
        """Names of the plans, doing nothing left out."""
        return [plan["name"] for plan in self.told["plans"]]

    @cached_property
    def goal(self) -> Goal:
        """The goal."""
        said = self.told["goal"]
        return Goal(said["measure"], said["line"], said["at_least"], said["verdict"], said["stated"])

    @property
    def goal_words(self) -> str:
        """The goal in words, its number marked."""
        origin = Origin(PLANS, "goal", "line")
        words, line = goal_words(self.goal, self.say), number(self.goal.line, self.lang, digits=3)
        return words if self.goal.verdict else words.replace(line, marked(line, origin), 1)

    @property
    def chosen(self) -> str:
        """The plan that the advice names, or that was explored where it names doing nothing."""
        name = self.told["advice"]["plan"]
        return str(self.told["around"]["plan"] if name == NOTHING else name)

    def last_month(self) -> str:
        """The month at which plans are read."""
        months = self.told["months"]["observed"]
        return self.month(months[-1], f"months.observed[{len(months) - 1}]")


def open_plans(folder: Path, lang: str) -> PlansFolder:
    """A folder of plans, read and checked; refused where a file is missing or is not the one that was written."""
    content = manifest.read(folder)
    for name in (NUMBERS, PLANS, EXPLORED, SUPPORTS):
        if name not in content["files"]:
            raise refused([Mistake("broken", str(folder))])
    check_files(folder, content)
    result = load(manifest.plan_of(content), folder)
    return PlansFolder(folder, Words(lang), content, read_numbers(folder), result, read_described(folder))


def open_result(folder: Path, lang: str) -> ResultFolder:
    """A folder of a run or of a comparison; its numbers follow from its tables, each run set against its own twin."""
    content = manifest.read(folder)
    check_files(folder, content)
    result = load(manifest.plan_of(content), folder)
    numbers = [
        each
        for scenario in result.plan.scenarios
        for each in numbers_of(scenario.name, readings(result.runs, scenario.name, None, scenario.config), None)
    ]
    numbers += list(_differences(result))
    return ResultFolder(folder, Words(lang), content, {each.name: each for each in numbers}, result)


def difference_row(first: str, name: str) -> str:
    """The name of the row that says how many practitioners a scenario has more than the first."""
    return f"{first}>{name}.{PRACTITIONERS_MORE}"


def _differences(result: Result) -> Iterator[Number]:
    first, *others = (scenario.name for scenario in result.plan.scenarios)
    runs = {name: rows.sort_values("replicate")["practitioners"] for name, rows in result.runs.groupby("scenario")}
    for name in others:
        more = paired_mean(runs[first], runs[name])
        source = "mean of practitioners, second minus first, runs paired"
        yield number_of(f"{first}>{name}", PRACTITIONERS_MORE, more, STUDENT, source)


def check_files(folder: Path, content: dict[str, Any]) -> None:
    """Refuse a folder whose manifest or files are not those that were written."""
    intact = manifest.is_intact(folder)
    wrong = [n for n, known in content["files"].items()
             if not (folder / n).is_file() or manifest.checksum(folder / n) != known]  # fmt: skip
    if wrong or not intact:
        raise refused([Mistake("broken", str(folder))])
