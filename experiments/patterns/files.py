"""The files of a validation: patterns.csv, patterns.json, patterns.md and the manifest."""

import csv
import hashlib
import io
import json
import platform
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from math import isfinite
from pathlib import Path
from typing import Any

from experiments.grammar import Mistake, Request
from experiments.language import LANGUAGES, Words
from experiments.manifest import CIRCUMSTANCES, FORMAT, checksum, code_hash
from experiments.patterns.catalogue import catalogue
from experiments.patterns.expected import defaults_hash
from experiments.patterns.question import Question
from experiments.patterns.reading import Finding, Reading
from experiments.patterns.tables import header, lines, markdown, variant_header, variant_lines
from experiments.refusal import refused
from experiments.store import MANIFEST, as_json, write_text

CSV, JSON, MARKDOWN = "patterns.csv", "patterns.json", "patterns.md"
_OWN = {CSV, JSON, MARKDOWN, MANIFEST}
_COLUMNS = (
    "variant", "pattern", "grade", "use", "passed", "support", "part", "value", "low", "high", "accepted_low",
    "accepted_high", "part_passed",
)  # fmt: skip

Readings = Mapping[str, Mapping[str, Reading]]


def target(request: Request, asked: Question) -> Path:
    """The folder of the files; refused where it holds something else."""
    digest = _digest(_asked(asked))[:8]
    folder = Path(request.text("out") or Path("outputs", f"validate-{asked.set}-{digest}"))
    if folder.exists() and not folder.is_dir():
        raise refused([Mistake("out_file", f"--out {folder}")])
    if folder.is_dir() and not {path.name for path in folder.iterdir()} <= _OWN:
        raise refused([Mistake("out_foreign", f"--out {folder}")])
    return folder


def write(folder: Path, asked: Question, readings: Readings, started: float, workers: int) -> None:
    """All files, the manifest last."""
    write_text(as_csv(readings), folder / CSV)
    write_text(as_json(as_data(readings)), folder / JSON)
    write_text(as_markdown(readings, asked), folder / MARKDOWN)
    content: dict[str, Any] = {"format": FORMAT, "command": "validate", **_asked(asked)}
    content |= {"defaults": defaults_hash(), "code": code_hash()}
    content["files"] = {name: checksum(folder / name) for name in (CSV, JSON, MARKDOWN)}
    circumstances = {
        "started": datetime.fromtimestamp(started, UTC).isoformat(timespec="seconds"),
        "seconds": round(time.time() - started, 3),
        "workers": workers,
        "host": platform.node(),
    }
    whole = content | {"hash": _digest(content), CIRCUMSTANCES: circumstances}
    write_text(as_json(whole), folder / MANIFEST)


def as_csv(readings: Readings) -> str:
    """One line a part, numbers as they are; a pattern that is not measured has one line without numbers."""
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for variant, name, reading in _each(readings):
        known = catalogue()[name]
        common: dict[str, object] = {"variant": variant, "pattern": name, "grade": known.grade, "use": known.use}
        common |= {"passed": reading.passed, "support": reading.support}
        writer.writerows(common | row for row in (map(_part, reading.parts) if reading.parts else [{}]))
    return out.getvalue()


def as_data(readings: Readings) -> dict[str, Any]:
    """Everything, words and conditions included, as plain values; what is undefined or unbounded is null."""
    return {
        variant: {
            name: {
                "title": {lang: catalogue()[name].title.of(lang) for lang in LANGUAGES},
                "conditions": {lang: catalogue()[name].conditions.of(lang) for lang in LANGUAGES},
                "source": catalogue()[name].source,
                "grade": catalogue()[name].grade,
                "use": catalogue()[name].use,
                "passed": reading.passed,
                "support": _plain(reading.support),
                "replicates": reading.replicates,
                "parts": [{key: _plain(value) for key, value in _part(part).items()} for part in reading.parts],
            }
            for name, reading in read.items()
        }
        for variant, read in readings.items()
    }


def as_markdown(readings: Readings, asked: Question) -> str:
    """The tables in every language, French first."""
    parts = []
    for lang in LANGUAGES:
        say = Words(lang)
        parts.append(
            f"# {say('validate.title')}\n\n{say('validate.rule', replicates=asked.replicates, seed=asked.root)}\n"
        )
        if len(readings) > 1:
            parts.append(markdown(variant_header(readings, say), variant_lines(readings, say)))
        for variant, read in readings.items():
            parts += [f"## {say(f'validate.variant.{variant}')}\n", markdown(header(say), lines(read, say))]
    return "\n".join(parts)


def _each(readings: Readings) -> list[tuple[str, str, Reading]]:
    return [(variant, name, reading) for variant, read in readings.items() for name, reading in read.items()]


def _part(part: Finding) -> dict[str, Any]:
    accepted = part.accepted
    return {
        "part": part.name,
        "value": part.value,
        "low": part.low,
        "high": part.high,
        "accepted_low": accepted.low if accepted else None,
        "accepted_high": accepted.high if accepted else None,
        "part_passed": part.passed,
    }


def _plain(value: object) -> object:
    return None if isinstance(value, float) and not isfinite(value) else value


def _asked(asked: Question) -> dict[str, Any]:
    return {
        "set": asked.set,
        "patterns": list(asked.patterns),
        "variants": list(asked.variants),
        "values": asked.values,
        "seeds": {"root": asked.root, "replicates": asked.replicates},
    }


def _digest(content: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
