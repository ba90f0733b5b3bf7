"""The options that group folders offer: which exist, whether a user's own are sound, where their keys come from."""

import importlib.resources
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from experiments.screening import file_origin, read_mapping, read_text
from sim.config import group_names
from sim.core.errors import InputError, Problem, shown
from sim.core.text import Text

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_GROUP_NAMES = frozenset((*group_names(), "scenario"))
_MOST_FILES = 500

Reader = Callable[[Path], dict[str, Any]]


def configs_folder() -> Path:
    """The product's own group files: inside the installed package, else beside it in a checkout."""
    package = Path(str(importlib.resources.files("sim.config"))).parent
    for folder in (package / "_configs", package.parent / "configs"):
        if (folder / "config.yaml").is_file():
            return folder
    raise FileNotFoundError("incomplete installation: configs/config.yaml is neither in the package nor beside it")


def option_groups(folders: Iterable[Path]) -> frozenset[str]:
    """Groups of keys that have a folder of options."""
    return frozenset(name for folder in folders for name in _GROUP_NAMES if (folder / name).is_dir())


def offered(group: str, folders: Iterable[Path]) -> dict[str, Path]:
    """Options of `group` by name, in alphabetical order; those of the first folder win."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in _files(folder / group):
            found.setdefault(path.stem, path)
    return dict(sorted(found.items()))


def option_problems(choices: Mapping[str, str], folders: tuple[Path, ...], origin: Text) -> Iterator[Problem]:
    """Choices of options that do not exist."""
    for group, option in choices.items():
        names = list(offered(group, folders))
        if option not in names:
            near = get_close_matches(option, names, n=1, cutoff=0.5)
            listed = ", ".join(names)
            yield Problem(
                group, shown(option), Text("option inconnue", "unknown option"),
                Text(f"une de : {listed}", f"one of: {listed}"), near[0] if near else None, origin,
            )


def option_origins(chosen: Mapping[str, str], folders: tuple[Path, ...]) -> dict[str, Text]:
    """Origin of each key that the chosen options set; a later option in `chosen` wins."""
    origins: dict[str, Text] = {}
    for group, option in chosen.items():
        path = offered(group, folders).get(option)
        if path is not None:
            own = path.is_relative_to(folders[0])
            origin = Text(f"groupe {group}={option}", f"group {group}={option}") if own else file_origin(path)
            origins.update(dict.fromkeys(dotted_keys(option_content(group, path)), origin))
    return origins


def option_content(group: str, path: Path, read: Reader = read_mapping) -> dict[str, Any]:
    """The keys that an option file sets, from the top of the configuration."""
    content = read(path)
    content.pop("defaults", None)
    spread = "# @package _global_" in read_text(path)
    return content if spread else {group: content}


def dotted_keys(content: Mapping[str, Any]) -> Iterator[str]:
    """Dotted keys of nested `content`."""
    for name, value in content.items():
        yield from (f"{name}.{leaf}" for leaf in value) if isinstance(value, dict) else (name,)
        if name not in _GROUP_NAMES:
            yield name


def screened_folder(folder: Path) -> Path:
    """A user's folder of groups, absolute, once every file that could be read in it has been found sound."""
    folder = folder.expanduser().absolute()
    if not folder.is_dir() or "${" in str(folder):
        said = Text("dossier introuvable", "folder not found")
        raise InputError([Problem("--config-dir", shown(str(folder)), said)])
    problems: list[Problem] = []
    for group in sorted(option_groups([folder])):
        for path in _files(folder / group):
            try:
                problems += _default_problems(read_mapping(path), path)
            except InputError as error:
                problems += error.problems
    if problems:
        raise InputError(problems)
    return folder


def _files(folder: Path) -> list[Path]:
    """Option files of a group folder, in alphabetical order."""
    if not folder.is_dir():
        return []
    paths = sorted(path for path in folder.glob("*.yaml") if _NAME.fullmatch(path.stem))
    if len(paths) > _MOST_FILES:
        said = Text(f"plus de {_MOST_FILES} fichiers", f"more than {_MOST_FILES} files")
        raise InputError([Problem("--config-dir", shown(str(folder)), said)])
    return paths


def _default_problems(content: Mapping[str, Any], path: Path) -> Iterator[Problem]:
    """Lines of a defaults list other than `override /group: option`."""
    lines = content.get("defaults", [])
    for line in lines if isinstance(lines, list) else [lines]:
        names = list(line.items()) if isinstance(line, dict) else []
        sound = len(names) == 1 and all(
            str(group).removeprefix("override /") in _GROUP_NAMES - {"scenario"} and _NAME.fullmatch(str(option))
            for group, option in names
            if str(group).startswith("override /")
        )
        if not sound or not str(names[0][0]).startswith("override /"):
            yield Problem(
                "defaults", shown(line), Text("ligne refusée", "line refused"),
                Text("override /groupe: option", "override /group: option"), origin=file_origin(path),
            )
