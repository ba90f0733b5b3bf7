"""The time that the page took, as the manifests of its studies tell it: by the clock, and of processors."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from experiments.headline_study.writing import table
from experiments.language import UNDEFINED, Words, number

MINUTE = 60.0
ASKED_MINUTES, ASKED_WORKERS = 30, 2
"""What the study was to take: so many minutes on so many cores."""


@dataclass(frozen=True)
class Spent:
    """Time of one study [s]; None where its manifest does not tell."""

    clock: float | None
    """Of the one command that computed all of it; None where it was interrupted and went on later."""
    cpu: float | None
    """Of all its runs, whenever they were computed."""
    workers: int | None
    processors: tuple[str, ...]


def spent(manifest: Mapping[str, Any]) -> Spent:
    """What a manifest tells beside what it seals."""
    said = manifest.get("circumstances", {})
    in_one_go = "workers" in said and said.get("reused") == 0
    models = dict.fromkeys(str(each["model"]) for each in said.get("processors", ()) if each.get("model"))
    return Spent(
        said.get("seconds") if in_one_go else None, said.get("cpu_seconds"), said.get("workers"), tuple(models)
    )


def time_taken(names: Sequence[str], manifests: Sequence[Mapping[str, Any]], page: float | None, say: Words) -> str:
    """One row a study and one for the page [minutes], then whether the time asked for was kept."""
    told = [spent(each) for each in manifests]
    rows = [[name, _minutes(each.clock, say), _minutes(each.cpu, say)] for name, each in zip(names, told, strict=True)]
    rows.append([say("headstudy.time.page"), _minutes(page, say), UNDEFINED])
    header = [say(f"headstudy.time.column.{name}") for name in ("what", "clock", "cpu")]
    return "\n\n".join([_sentence(told, page, say), table(header, rows)])


def _sentence(told: Sequence[Spent], page: float | None, say: Words) -> str:
    clocks = [each.clock for each in told]
    models = ", ".join(dict.fromkeys(model for each in told for model in each.processors)) or UNDEFINED
    workers = max((each.workers or 0 for each in told), default=0)
    if page is None or any(clock is None for clock in clocks) or not workers:
        return say("headstudy.time.unknown", processors=models)
    minutes = (sum(clock for clock in clocks if clock is not None) + page) / MINUTE
    kept = "kept" if minutes <= ASKED_MINUTES and workers <= ASKED_WORKERS else "missed"
    return say(f"headstudy.time.{kept}", minutes=number(minutes, say.lang), workers=workers, processors=models,
               asked=ASKED_MINUTES, cores=ASKED_WORKERS)  # fmt: skip


def _minutes(seconds: float | None, say: Words) -> str:
    return UNDEFINED if seconds is None else number(seconds / MINUTE, say.lang, 1)
