"""The name of a configuration: a hash of everything that decides its results."""

import hashlib
import json
from typing import Any

from sim.config.catalogue import elements, iter_parameters
from sim.config.resolve import resolved
from sim.config.root import Config


def config_hash(config: Config) -> str:
    """SHA-256 of the canonical JSON of what decides a result: not the seed, the replicates, the titles, the names."""
    text = json.dumps(deciding(config), sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def deciding(config: Config) -> dict[str, Any]:
    """Dotted keys that decide a result, with their resolved values; equal numbers have one spelling.

    Without words inside the lines of a list, and without an organisation where none is described.
    """
    values = flat(resolved(config))
    decides = {key: p.decides for key, p in iter_parameters()}
    kept = {key: value for key, value in values.items() if decides[key] and (value or not _came_later(key))}
    for key in elements():
        if key in kept:
            kept[key] = [{name: v for name, v in line.items() if decides[f"{key}[].{name}"]} for line in kept[key]]
    return kept


def _came_later(key: str) -> bool:
    """Keys that came after results had names: empty, they leave every name as it was."""
    return key.startswith("chart.")


def flat(config: Config) -> dict[str, Any]:
    """Every key of `config`, dotted, with a plain value."""
    values: dict[str, Any] = {}
    for name, value in config.model_dump(mode="json").items():
        if isinstance(value, dict):
            values.update({f"{name}.{field}": leaf for field, leaf in value.items()})
        else:
            values[name] = value
    return values
