"""A described authority as files: its scenario, its plans, and what was filled, for whoever reads them later."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from experiments.authority.describing import Described
from experiments.durable import keep
from experiments.grammar import Mistake
from experiments.language import LANGUAGES, Words
from experiments.refusal import refused

SCENARIO, SAID = "mon-organisation.yaml", "LISEZ-MOI.md"


def as_yaml(content: Mapping[str, Any]) -> str:
    """Keys as a scenario or a plan writes them: one line each, lists of short lines."""
    return "".join(_entry(key, value) for key, value in content.items())


def _entry(key: str, value: Any) -> str:  # noqa: ANN401
    if isinstance(value, Mapping):
        inner = "".join("  " + line + "\n" for line in as_yaml(value).splitlines())
        return f"{key}:\n{inner}"
    if isinstance(value, list) and value:
        return f"{key}:\n" + "".join(f"  - {_short(line)}\n" for line in value)
    return f"{key}: {_short(value)}\n"


def _short(value: object) -> str:
    """A value on one line; every text between quotes, so that « no », 012 and 22:30 stay what they are."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_short(inner)}" for key, inner in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def files_of(described: Described) -> dict[str, str]:
    """Content of each file, by name."""
    files = {SCENARIO: as_yaml(described.scenario)}
    files |= {f"{name}.yaml": as_yaml(plan) for name, plan in described.plans.items()}
    return files | {SAID: _said(described)}


def _said(described: Described) -> str:
    """What these files are and what was filled, in both languages."""
    parts = []
    for lang in LANGUAGES:
        say = Words(lang)
        lines = [f"- {text.of(lang)}" for text in described.said] or [f"- {say('authority.nothing_filled')}"]
        parts.append(say("authority.readme", scenario=SCENARIO, filled="\n".join(lines)))
    return "\n".join(parts)


def short_hash(files: Mapping[str, str]) -> str:
    """Eight figures that name these files."""
    return hashlib.sha256("".join(files.values()).encode()).hexdigest()[:8]


def write(files: Mapping[str, str], folder: Path) -> None:
    """Write the files; a folder that holds anything else under these names, or is no folder, is refused."""
    if folder.exists() and not folder.is_dir():
        raise refused([Mistake("out_file", f"--out {folder}")])
    taken = [name for name in files if (folder / name).exists() and not _holds(folder / name, files[name])]
    if taken:
        raise refused([Mistake("out_exists", str(folder / name)) for name in taken])
    for name, text in files.items():
        keep(folder / name, text)


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode("utf-8")
