"""The files of a result, from the parts of a study: tables, summary, dictionary, page, manifest last."""

import platform
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from experiments import manifest
from experiments.durable import keep, sweep
from experiments.language import LANGUAGES, Words
from experiments.statistics import LEVEL, wilson
from experiments.store import DESIGN, DICTIONARY, MANIFEST, MONTHLY, README, RUNS, SUMMARY, as_json
from experiments.study.bimodal import points_in_two
from experiments.study.chunks import receipt
from experiments.study.design_table import design_table, write_design
from experiments.study.dictionary import as_markdown, dictionary
from experiments.study.folder import CSV, RESULT
from experiments.study.merging import merge
from experiments.study.plan import COMMAND, StudyPlan
from experiments.study.precision import Precision, precision
from experiments.study.rounds import Round, points_of
from sim.outcomes.verdict import VERDICTS


@dataclass(frozen=True)
class Finished:
    """What was written."""

    rows: int
    precision: Precision | None
    """How precise the replicates are, where they were to be."""
    two_modes: int
    """Points whose practice has two modes."""
    verdicts: Mapping[str, int]


def finish(
    plan: StudyPlan, folder: Path, rounds: Sequence[Round], keys: Sequence[str], missing: Sequence[str],
    *, as_csv: bool, circumstances: Mapping[str, object],
) -> Finished:
    """Write the result of a study whose chunks `keys` are there; `missing` are those that were given up."""
    sweep(folder)
    rows = merge(folder, keys, as_csv=as_csv)
    reached = precision(plan, folder)
    write_design(folder, design_table(plan, rounds, {} if reached is None else reached.columns), as_csv=as_csv)
    modes = points_in_two(folder, [plan.point_id(cells) for cells in points_of(rounds)])
    verdicts, hosts = _counted(folder, keys)
    summary = {
        "level": LEVEL,
        "runs": rows,
        "points": len(points_of(rounds)),
        "uncertainty": plan.spread.kind.value,
        "verdicts": {name: wilson(verdicts[name], rows).as_dict() for name in VERDICTS},
        "precision": None if reached is None else reached.as_dict(),
        "two_modes": modes,
    }
    keep(folder / SUMMARY, as_json(summary))
    _describe(plan, folder, len(points_of(rounds)), rows)
    _seal(plan, folder, missing, as_csv, {**circumstances, "processors": hosts})
    return Finished(rows, reached, len(modes), verdicts)


def started(at: float) -> dict[str, object]:
    """What a manifest says of when and where."""
    when = datetime.fromtimestamp(at, UTC).isoformat(timespec="seconds")
    return {"started": when, "seconds": round(time.time() - at, 3), "host": platform.node()}


def _counted(folder: Path, keys: Sequence[str]) -> tuple[Counter[str], list[dict[str, Any]]]:
    """Verdicts of all runs; processors, with how many chunks each computed."""
    verdicts: Counter[str] = Counter()
    hosts: Counter[tuple[tuple[str, str], ...]] = Counter()
    for key in keys:
        done = receipt(folder, key)
        if done is not None:
            verdicts.update(done.verdicts)
            hosts[tuple(sorted(done.processor.items()))] += 1
    return verdicts, [{**dict(host), "chunks": n} for host, n in sorted(hosts.items())]


def _describe(plan: StudyPlan, folder: Path, points: int, rows: int) -> None:
    """The dictionary as data, and the page with it in both languages."""
    entries = dictionary(plan, {name: pq.read_schema(folder / name) for name in (DESIGN, RUNS, MONTHLY)})
    keep(folder / DICTIONARY, as_json(entries))
    keep(folder / README, "\n".join(_page(plan, points, rows, as_markdown(entries, lang), lang) for lang in LANGUAGES))


def _page(plan: StudyPlan, points: int, rows: int, columns: str, lang: str) -> str:
    say = Words(lang)
    title = plan.texts.get(f"title_{lang}") or plan.name
    counts = {"points": say.count("study.points", points), "runs": say.count("count.runs", rows), "seed": plan.root}
    return say("study.readme", title=title, about=plan.texts.get(f"description_{lang}", ""), columns=columns, **counts)


def _seal(
    plan: StudyPlan, folder: Path, missing: Sequence[str], as_csv: bool, circumstances: Mapping[str, object]
) -> None:
    first = plan.bases[0]
    content: manifest.Manifest = {
        "format": manifest.FORMAT,
        "command": COMMAND,
        "name": plan.name,
        "plan_hash": plan.hash,
        "configuration": first.config.model_dump(mode="json"),
        "configuration_hash": first.hash,
        "study": plan.as_dict(),
        "seeds": {"root": plan.root, "replicates": plan.replicates.as_dict()},
        "mandate_phase": manifest.mandate_phase(first.config),
        "missing_chunks": list(missing),
    }
    files = sorted((*RESULT, *(CSV if as_csv else ())))
    keep(folder / MANIFEST, as_json(manifest.sealed(content, folder, files, circumstances)))
