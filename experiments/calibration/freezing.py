"""Freezing: the members of a search become the product's own, with the hash of everything they stand for.

`ensemble.csv` holds the values, `frozen.json` what they belong to: hash of the default parameters, of the ensemble, of
the code. A later change of a default shows as another hash.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from experiments.durable import keep
from experiments.ensemble import SHIPPED, Ensemble, as_text, body
from experiments.grammar import Mistake
from experiments.manifest import code_hash
from experiments.refusal import refused
from experiments.store import as_json
from sim.config import Config
from sim.config.hashing import deciding

FROZEN = "frozen.json"
_RESULT = "calibration.json"


def freeze(result: Path, target: str | None, date: str) -> dict[str, Any]:
    """Write both files from the folder of a search; `target` is another folder than the product's."""
    content = _read(result)
    members = content["members"]
    keys = tuple(members[0]["values"])
    rows = tuple(tuple(float(member["values"][key]) for key in keys) for member in members)
    ensemble = Ensemble(keys, rows, date, content["code"])
    place = SHIPPED if target is None else Path(target) / SHIPPED.name
    frozen = {
        "format": 1,
        "date": date,
        "members": ensemble.size,
        "rank": content["rank"],
        "joint": content["joint"],
        "parameters_hash": parameters_hash(),
        "ensemble_hash": hashlib.sha256(body(ensemble).encode()).hexdigest(),
        "model_hash": code_hash(),
        "calibration_hash": content["code"],
        "settings": content["settings"],
        "patterns": content["patterns"],
    }
    keep(place, as_text(ensemble))
    keep(place.with_name(FROZEN), as_json(frozen))
    return frozen


def parameters_hash() -> str:
    """Hash of every default that decides a result, in the order of declaration."""
    defaults = [[key, value] for key, value in deciding(Config()).items()]
    return hashlib.sha256(json.dumps(defaults).encode()).hexdigest()


def _read(folder: Path) -> dict[str, Any]:
    """The result of a search; refused where there is none, or none with members."""
    try:
        content = json.loads((folder / _RESULT).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise refused([Mistake("no_calibration", f"--freeze {folder}")]) from error
    if not isinstance(content, dict) or not content.get("members"):
        raise refused([Mistake("no_calibration", f"--freeze {folder}")])
    return content
