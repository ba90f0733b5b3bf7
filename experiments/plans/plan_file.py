"""A roll-out plan as its file says it: titles, source, dated interventions, the programme it launches and its price.

A file of configs/plan, of the folder `plan` of --config-dir, or any YAML file given by its path.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from experiments.configuration_overrides import is_path
from experiments.options import configs_folder, offered, screened_folder
from experiments.screening import file_origin, read_mapping
from experiments.study.faults import Faults
from sim.core.errors import InputError
from sim.core.text import Text

GROUP = "plan"
NOTHING = "nothing"
"""The name of doing nothing in every table: no plan may be called so."""
TEXTS = ("title_fr", "title_en", "description_fr", "description_en", "source")
LONGEST = 2_000
_KEYS = (*TEXTS, "programme", "cost", "interventions")


@dataclass(frozen=True)
class PlanFile:
    """A plan that was read and is well formed; whether its values are good is known once it is laid on an authority."""

    name: str
    title: Text
    description: Text
    source: str
    origin: Text
    """Where it comes from, for messages."""
    programme: Mapping[str, Any] = field(default_factory=dict)
    """Keys of the group `programme`; empty where it launches none."""
    cost: Mapping[str, Any] = field(default_factory=dict)
    interventions: tuple[Any, ...] = ()


def plan_paths(config_dir: str | None = None) -> dict[str, Path]:
    """Plans by name: those of the product, then those of a user's folder."""
    own = [] if config_dir is None else [screened_folder(Path(config_dir))]
    return offered(GROUP, [configs_folder(), *own])


def find_plan(name: str, config_dir: str | None = None) -> PlanFile:
    """The plan of that name or path; an `InputError` with all that is wrong."""
    if is_path(name):
        return read_plan_file(Path(name).expanduser())
    paths = plan_paths(config_dir)
    if name not in paths:
        faults = Faults(Text("ligne de commande", "command line"))
        faults.unknown(GROUP, name, list(paths), "plan inconnu", "unknown plan")
        raise InputError(faults.found)
    return read_plan_file(paths[name])


def read_plan_file(path: Path) -> PlanFile:
    """The plan of a file."""
    content, faults = read_mapping(path, plain=True), Faults(file_origin(path))
    for key in content:
        if key not in _KEYS:
            faults.unknown(key, key, _KEYS, "clé inconnue dans un plan", "unknown key in a plan")
    texts = {key: _text(content, key, faults) for key in TEXTS}
    programme, cost = _table(content, "programme", faults), _table(content, "cost", faults)
    interventions = _list(content, faults)
    if not programme and not interventions and not faults.found:
        faults.add(path.name, None, "ce plan ne fait rien", "this plan does nothing", "interventions:, programme:")
    if path.stem == NOTHING:
        faults.add(path.name, None, "ce nom est celui de ne rien faire", "this name is that of doing nothing")
    faults.settle()
    return PlanFile(
        path.stem,
        Text(texts["title_fr"], texts["title_en"] or texts["title_fr"]),
        Text(texts["description_fr"], texts["description_en"] or texts["description_fr"]),
        texts["source"],
        file_origin(path),
        programme,
        cost,
        interventions,
    )


def _text(content: Mapping[str, Any], key: str, faults: Faults) -> str:
    """One of the texts on one line; the French title and the source must be there, the rest may be left out."""
    said = content.get(key, "")
    if not isinstance(said, str) or "\n" in said or len(said) > LONGEST:
        faults.add(key, said, "un texte d'une ligne est attendu", "a text of one line is expected")
        return ""
    if not said.strip() and key in ("title_fr", "source"):
        faults.add(key, None, "ce texte manque", "this text is missing")
    return said.strip()


def _table(content: Mapping[str, Any], key: str, faults: Faults) -> dict[str, Any]:
    said = content.get(key, {})
    if not isinstance(said, dict) or not all(isinstance(name, str) for name in said):
        faults.add(key, said, "une table clé: valeur est attendue", "a table key: value is expected")
        return {}
    return dict(said)


def _list(content: Mapping[str, Any], faults: Faults) -> tuple[Any, ...]:
    said = content.get("interventions", [])
    if not isinstance(said, list):
        form = "interventions: [{name: ..., month: ...}]"
        faults.add("interventions", said, "une liste est attendue", "a list is expected", form)
        return ()
    return tuple(said)
