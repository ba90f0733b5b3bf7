"""The committed list of what passes and what fails, for each set of runs and structural variant."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from experiments.patterns.reading import Reading
from experiments.screening import read_mapping
from sim.config import Config, config_hash, resolved

FILE = Path(__file__).parent / "expected.yaml"
PASS, FAIL, NEW = "pass", "fail", "new"
_HEAD = """# What each pattern gives at the default values: pass or fail, by set of runs and structural variant.
# Written by `archipel validate --update-expected`; a pattern that fails stays in the list as failed.
"""

Readings = Mapping[str, Mapping[str, Reading]]


class Differences(NamedTuple):
    """What differs from the list."""

    patterns: tuple[tuple[str, str, str], ...]  # variant, pattern, what the list expects: pass, fail, or new to it
    stale: bool  # the list was made with other default values


def defaults_hash() -> str:
    """Hash of all default values that decide a run."""
    return config_hash(resolved(Config()))


def differences(size: str, readings: Readings, file: Path = FILE) -> Differences:
    """Hold readings against the list of a set."""
    listed = _listed(file).get(size, {})
    known = listed.get("variants", {})
    found = [
        (variant, name, expected)
        for variant, read in readings.items()
        for name, reading in read.items()
        if (expected := known.get(variant, {}).get(name, NEW)) != said(reading)
    ]
    return Differences(tuple(found), stale=bool(listed) and listed.get("defaults") != defaults_hash())


def update(size: str, root: int, replicates: int, readings: Readings, file: Path = FILE) -> None:
    """Write what was read into the list; what was not read stays as it is."""
    content = _listed(file)
    entry = content.setdefault(size, {})
    entry |= {"defaults": defaults_hash(), "seed": root, "replicates": replicates}
    variants = entry.setdefault("variants", {})
    for variant, read in readings.items():
        variants.setdefault(variant, {}).update({name: said(reading) for name, reading in read.items()})
    file.write_text(_HEAD + "".join(_yaml(content)), encoding="utf-8")


def said(reading: Reading) -> str:
    """The word of the list for a reading."""
    return PASS if reading.passed else FAIL


def _listed(file: Path) -> dict[str, Any]:
    return read_mapping(file) if file.exists() else {}


def _yaml(content: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """Nested mappings of plain words and numbers as YAML, in their order."""
    for key, value in content.items():
        if isinstance(value, dict):
            yield f"{indent}{key}:\n"
            yield from _yaml(value, indent + "  ")
        else:
            yield f"{indent}{key}: {json.dumps(value)}\n"
