"""From configs/ and a command line to a validated configuration: Hydra composes, pydantic checks, nothing is run.

Layers, each above the former: the group files, the scenario (a name, or a path to a YAML file), the command line.
"""

import copy
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from threading import RLock
from typing import Any

from hydra import compose as hydra_compose
from hydra import initialize_config_dir
from hydra.core.global_hydra import GlobalHydra
from hydra.errors import HydraException
from omegaconf import OmegaConf
from omegaconf.errors import OmegaConfBaseException

from experiments.configuration_overrides import COMMAND_LINE, SCENARIO, Line, is_path, read_line
from experiments.options import (
    configs_folder,
    dotted_keys,
    offered,
    option_content,
    option_groups,
    option_origins,
    option_problems,
    screened_folder,
)
from experiments.screening import file_origin, read_screened
from sim.config import Config, placed, put, validate
from sim.core.errors import InputError, Problem, shown
from sim.core.text import Text

_REFERENCE = "reference"
_SCENARIO_TEXTS = ("title_fr", "title_en", "description_fr", "description_en", "source", "coding_fr", "coding_en")
_DEFAULT_ORIGIN = Text("valeur par défaut", "default value")
_ONE_AT_A_TIME = RLock()

Folders = tuple[Path, ...]
Layers = tuple[dict[str, Any], dict[str, str]]


def load_scenario(name_or_path: str | Path, *overrides: str, config_dir: str | Path | None = None) -> Config:
    """The configuration of a scenario, by name or by path to a YAML file, with `key=value` overrides on top."""
    return _compose(overrides, config_dir, str(name_or_path))


def compose(overrides: Sequence[str], config_dir: str | Path | None = None) -> Config:
    """The configuration that `key=value` overrides ask for; without `scenario=` it is the reference."""
    return _compose(overrides, config_dir, _REFERENCE)


def composed(overrides: Sequence[str], config_dir: str | Path | None = None) -> tuple[Config, frozenset[str]]:
    """The configuration as `compose` gives it, and the keys that a file or the line sets rather than leaves."""
    config, folders = compose(overrides, config_dir), _folders(config_dir, [])
    line = read_line(overrides, option_groups(folders))
    name = line.choices.setdefault(SCENARIO, _REFERENCE)
    written = _written(name, []) if is_path(name) else {}
    _, chosen = _layers(_existing(line.choices, folders, []), folders, [])
    return config, frozenset((*option_origins(chosen, folders), *dotted_keys(written), *line.values))


def _compose(overrides: Sequence[str], config_dir: str | Path | None, scenario: str) -> Config:
    problems: list[Problem] = []
    folders = _folders(config_dir, problems)
    line = read_line(overrides, option_groups(folders))
    problems += line.problems
    name = line.choices.setdefault(SCENARIO, scenario)
    written = _written(name, problems) if is_path(name) else {}
    choices = _existing(line.choices, folders, problems)
    mapping, chosen = _layers(choices, folders, problems)
    mapping[SCENARIO] = chosen[SCENARIO]
    if is_path(name):
        mapping.update(dict.fromkeys(_SCENARIO_TEXTS, ""), scenario=Path(name).stem)
        _lay(mapping, written)
    for group, path in _said(line, choices, folders).items():
        _lay(mapping, option_content(group, path, _read))
    for key, value in line.values.items():
        put(mapping, key, value)
    return _validated(mapping, problems, lambda: _origins(chosen, folders, written, name, line))


def _folders(config_dir: str | Path | None, problems: list[Problem]) -> Folders:
    """Folders where group files are looked for, those of the product first."""
    if config_dir is None:
        return (configs_folder(),)
    try:
        return configs_folder(), screened_folder(Path(config_dir))
    except InputError as error:
        problems += error.problems
        return (configs_folder(),)


def _written(name: str, problems: list[Problem]) -> dict[str, Any]:
    """The keys of a scenario given as a file: a plain table, on top of the base."""
    path = Path(name).expanduser()
    try:
        content = _read(path)
    except InputError as error:
        problems += error.problems
        return {}
    if content.pop("defaults", None) is not None:
        said = Text(
            "un scénario donné par son chemin ne choisit pas d'options : les donner en ligne de commande",
            "a scenario given by its path chooses no options: give them on the command line",
        )
        problems.append(Problem("defaults", "", said, origin=file_origin(path)))
    return content


def _read(path: Path) -> dict[str, Any]:
    """The keys of a sound file, with numbers spelt as Hydra reads them."""
    content = OmegaConf.to_container(OmegaConf.create(read_screened(path)), resolve=False)
    assert isinstance(content, dict)
    return {str(key): value for key, value in content.items()}


def _lay(mapping: dict[str, Any], layer: dict[str, Any]) -> None:
    """Put the keys of `layer` on top of `mapping`, group by group."""
    for name, value in layer.items():
        if isinstance(value, dict) and isinstance(mapping.get(name), dict):
            mapping[name].update(value)
        else:
            mapping[name] = value


def _existing(choices: dict[str, str], folders: Folders, problems: list[Problem]) -> dict[str, str]:
    """The choices of options that exist; a scenario given as a file stands on the reference."""
    named = dict(choices)
    if is_path(choices[SCENARIO]):
        named[SCENARIO] = _REFERENCE
    faults = list(option_problems(named, folders, COMMAND_LINE))
    problems += faults
    wrong = {problem.key for problem in faults}
    return {group: option for group, option in named.items() if group not in wrong}


def _said(line: Line, choices: dict[str, str], folders: Folders) -> dict[str, Path]:
    """Files of the options said on the command line: they stand above the scenario."""
    said = sorted(set(choices) & set(line.choices) - {SCENARIO})
    return {group: offered(group, folders)[choices[group]] for group in said}


def _layers(choices: dict[str, str], folders: Folders, problems: list[Problem]) -> Layers:
    """What the group files say: nested keys, and the option taken in each group."""
    ordered = tuple(sorted(choices.items()))
    if len(folders) == 1:
        mapping, chosen = _hydra_of_the_product(ordered, folders)
        return copy.deepcopy(mapping), chosen
    try:
        return _hydra(ordered, folders)
    except (HydraException, OmegaConfBaseException) as error:
        reason = str(error).partition("\n")[0]
        said = Text(f"ces fichiers ne se composent pas : {reason}", f"these files do not compose: {reason}")
        problems.append(Problem("--config-dir", shown(str(folders[-1])), said))
        return _layers({}, folders[:1], problems)


def _hydra(choices: tuple[tuple[str, str], ...], folders: Folders) -> Layers:
    """Let Hydra compose the group files; a Hydra application that is running around this call is put back after it."""
    base = option_groups(folders[:1])
    asked = [f"{'' if group in base else '+'}{group}={option}" for group, option in choices]
    asked += [f"hydra.searchpath=[{_quoted(f'file://{folder}')}]" for folder in folders[1:]]
    with _ONE_AT_A_TIME:
        outer = GlobalHydra.instance().hydra
        GlobalHydra.instance().clear()
        try:
            with initialize_config_dir(str(folders[0]), version_base="1.3"):
                composed = hydra_compose("config", overrides=asked, return_hydra_config=True)
        finally:
            GlobalHydra.instance().hydra = outer
    choices_made = composed.hydra.runtime.choices.items()
    taken = {str(group): str(option) for group, option in choices_made if "/" not in str(group)}
    mapping = OmegaConf.to_container(composed, resolve=False)
    assert isinstance(mapping, dict)
    return {str(name): value for name, value in mapping.items() if name != "hydra"}, taken


_hydra_of_the_product = lru_cache(maxsize=64)(_hydra)


def _quoted(text: str) -> str:
    """`text` as a quoted value of Hydra's grammar, where a backslash is special only before a quote."""
    escaped = re.sub(r"(\\*)('|$)", lambda found: found[1] * 2 + ("\\'" if found[2] else ""), text)
    return f"'{escaped}'"


def _validated(mapping: dict[str, Any], problems: list[Problem], origins: Callable[[], dict[str, Text]]) -> Config:
    """The configuration, or every problem found on the way and in the values; origins are asked for only then."""
    try:
        config = validate(mapping)
    except InputError as error:
        raise InputError([*problems, *placed(error.problems, origins())]) from None
    if problems:
        raise InputError(problems)
    return config


def _origins(
    chosen: dict[str, str], folders: Folders, written: dict[str, Any], name: str, line: Line
) -> dict[str, Text]:
    """Where each key comes from, by dotted key; a group's name stands for its keys left at their defaults."""
    origins = dict.fromkeys(Config.model_fields, _DEFAULT_ORIGIN)
    before = sorted(chosen.items(), key=lambda choice: (choice[0] == SCENARIO, choice[0]))
    origins.update(option_origins(dict(before), folders))
    origins.update(dict.fromkeys(dotted_keys(written), file_origin(Path(name))))
    said = {group: option for group, option in chosen.items() if group in line.choices and group != SCENARIO}
    origins.update(option_origins(said, folders))
    origins.update(dict.fromkeys(line.values, COMMAND_LINE))
    return origins
