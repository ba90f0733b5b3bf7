"""The manifest of a result: what was computed, by which code, with which libraries, and the checksum of every file.

`hash` covers all but `circumstances` (times, host, number of workers): two runs of one plan with one code on one
platform differ by their circumstances alone. `seal` covers these too, so that no change of the file goes unseen.
"""

import hashlib
import json
import platform
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import sim
from experiments.configuration import configs_folder
from experiments.ensemble import Ensemble
from experiments.grammar import Mistake
from experiments.plan import Plan, Scenario
from experiments.refusal import refused
from experiments.store import MANIFEST, as_json, files_of
from experiments.uncertainty import Spread
from sim.config import Config, flat, validate, with_values
from sim.config.root import Uncertainty

FORMAT = 1
CIRCUMSTANCES = "circumstances"
_ASIDE = ("study/", "plan/")
_LIBRARIES = ("mesa", "networkx", "numba", "numpy", "pandas", "pyarrow", "pydantic", "scipy")

Manifest = dict[str, Any]


def describe(plan: Plan, folder: Path, circumstances: Mapping[str, object]) -> Manifest:
    """The manifest of a plan whose files are in `folder`."""
    first = plan.scenarios[0]
    content: Manifest = {
        "format": FORMAT,
        "command": plan.command,
        "name": plan.name,
        "plan_hash": plan.hash,
        "configuration": first.config.model_dump(mode="json"),
        "configuration_hash": first.hash,
        "scenarios": [_scenario(scenario, first) for scenario in plan.scenarios],
        "seeds": {"root": plan.root, "replicates": plan.replicates},
        **_uncertain(plan.spread),
        "mandate_phase": mandate_phase(first.config),
    }
    return sealed(content, folder, files_of(folder), circumstances)


def sealed(content: Manifest, folder: Path, files: Iterable[str], circumstances: Mapping[str, object]) -> Manifest:
    """A whole manifest from what was computed: by which code, with which libraries, the files, the hashes."""
    content = content | {
        "code": {"version": _version("archipel"), "hash": code_hash()},
        "libraries": libraries(),
        "platform": {"python": platform.python_version(), "system": platform.system(), "machine": platform.machine()},
        "files": {name: checksum(folder / name) for name in files},
    }
    whole = content | {"hash": _hash(content), CIRCUMSTANCES: dict(circumstances)}
    return whole | {"seal": _hash(whole)}


def libraries() -> dict[str, str | None]:
    """Versions of the libraries that a result may depend on."""
    return {name: _version(name) for name in _LIBRARIES}


def mandate_phase(config: Config) -> str:
    """Where in its mandate the executive stands when the simulation begins: drawn by lot, or by the calendar."""
    return "drawn" if config.calendar.next_election is None else "calendar"


def read(folder: Path) -> Manifest:
    """The manifest of a result folder; refuses a folder that holds none that can be read."""
    path = folder / MANIFEST
    if not folder.is_dir():
        raise refused([Mistake("no_folder", str(folder))])
    if not path.is_file():
        raise refused([Mistake("no_manifest", str(folder))])
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise refused([Mistake("bad_manifest", str(path))]) from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise refused([Mistake("manifest_format", str(path), str(FORMAT))])
    return content


def plan_of(manifest: Manifest) -> Plan:
    """The plan that a manifest describes; refuses one whose configuration is not valid or not the one it names."""
    try:
        scenarios = tuple(_restored(manifest["configuration"], entry) for entry in manifest["scenarios"])
        seeds = manifest["seeds"]
        spread = _spread(manifest)
        plan = Plan(manifest["command"], manifest["name"], scenarios, seeds["root"], seeds["replicates"], spread)
    except (LookupError, TypeError) as error:
        raise refused([Mistake("bad_manifest", MANIFEST)]) from error
    if plan.hash != manifest.get("plan_hash"):
        raise refused([Mistake("manifest_plan", MANIFEST)])
    return plan


def is_intact(folder: Path) -> bool:
    """Whether no byte of the manifest has changed since it was written."""
    text = (folder / MANIFEST).read_bytes()
    whole: Manifest = json.loads(text)
    seal = whole.pop("seal", None)
    content = {key: value for key, value in whole.items() if key not in ("hash", CIRCUMSTANCES)}
    if seal != _hash(whole) or whole.get("hash") != _hash(content):
        return False
    return text == as_json(whole | {"seal": seal}).encode("utf-8")


def checksum(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@cache
def code_hash() -> str:
    """Hash of the model's sources and of the configuration files that come with it, studies and plans apart.

    What a study or a plan says decides which runs there are, and stands in their configuration: writing one makes no
    part stale.
    """
    package = Path(sim.__file__).parent
    digest = hashlib.sha256()
    for folder, pattern in ((package, "*.py"), (configs_folder(), "*.yaml")):
        for path in _sources(folder, pattern):
            name = path.relative_to(folder).as_posix()
            if not name.startswith(_ASIDE):
                digest.update(name.encode() + b"\0" + checksum(path).encode())
    return digest.hexdigest()


def _hash(content: Mapping[str, object]) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _sources(folder: Path, pattern: str) -> Iterable[Path]:
    return sorted(folder.rglob(pattern), key=lambda path: path.relative_to(folder).as_posix())


def _scenario(scenario: Scenario, first: Scenario) -> Manifest:
    """A scenario as its differences from the first."""
    reference = flat(first.config)
    changes = {key: value for key, value in flat(scenario.config).items() if value != reference[key]}
    given = {"given": sorted(scenario.given)} if scenario.given else {}
    return {"name": scenario.name, "hash": scenario.hash, "changes": changes, **given}


def _restored(configuration: Manifest, entry: Manifest) -> Scenario:
    config = with_values(validate(configuration), entry["changes"])
    return Scenario(entry["name"], config, frozenset(entry.get("given", ())))


def _uncertain(spread: Spread) -> Manifest:
    """The ensemble whose members the replicates have, whole: the result is read again without the product's file."""
    ensemble = spread.ensemble
    if ensemble is None:
        return {}
    head = {"hash": ensemble.hash, "date": ensemble.date, "code": ensemble.code}
    rows = {"keys": list(ensemble.keys), "members": [list(values) for values in ensemble.members]}
    return {"uncertainty": spread.kind.value, "ensemble": head | rows}


def _spread(manifest: Manifest) -> Spread:
    if "ensemble" not in manifest:
        return Spread()
    kept, kind = manifest["ensemble"], {each.value: each for each in Uncertainty}[manifest["uncertainty"]]
    members = tuple(tuple(values) for values in kept["members"])
    return Spread(kind, Ensemble(tuple(kept["keys"]), members, kept["date"], kept["code"]))


def _version(library: str) -> str | None:
    try:
        return version(library)
    except PackageNotFoundError:
        return None
