"""The page's JavaScript modules as one script, for a page opened from a file, where modules cannot be imported.

A small part of the language is accepted, and all else is refused rather than guessed: imports of named things from a
neighbouring file, exports of constants, functions and classes, no cycle. Each module keeps a scope of its own.
"""

import re
from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter

_IMPORT = re.compile(r'^import\s*\{([^}]*)\}\s*from\s*"\./([\w./-]+\.js)";[ \t]*$', re.MULTILINE)
_EXPORT = re.compile(r"^export\s+((?:async\s+)?function\*?|class|const)\s+([A-Za-z_$][\w$]*)", re.MULTILINE)
_LEFT = re.compile(r"^\s*(?:import|export)\b.*$|\bimport\s*\(|\bimport\.meta\b", re.MULTILINE)
_TAG = re.compile(r"<(?:/?script|!--)", re.IGNORECASE)
"""What means something to the page around a script: it stands only in texts, where `<` may be written otherwise."""
_ALIAS = re.compile(r"^([\w$]+)\s+as\s+([\w$]+)$")


class Unbundled(ValueError):
    """A module holds something that cannot be put into one script."""


def bundle(sources: Mapping[str, str], entry: str) -> str:
    """One script that does what the module `entry` does, from the sources of all modules by file name."""
    order = _order(sources, entry)
    parts = [_wrapped(name, sources[name]) for name in order]
    script = "\n".join(['"use strict";', "const modules = {};", *parts])
    return _TAG.sub(lambda found: "\\x3c" + found[0][1:], script) + "\n"


def _order(sources: Mapping[str, str], entry: str) -> list[str]:
    """The modules that the entry needs, each after those that it imports."""
    needs: dict[str, list[str]] = {}
    wanted = [entry]
    while wanted:
        name = wanted.pop()
        if name in needs:
            continue
        if name not in sources:
            raise Unbundled(f"{name}: no such module")
        needs[name] = [found[1] for found in _IMPORT.findall(sources[name])]
        wanted += needs[name]
    try:
        return list(TopologicalSorter(needs).static_order())
    except CycleError as error:
        raise Unbundled(f"modules import one another: {' -> '.join(error.args[1])}") from error


def _wrapped(name: str, source: str) -> str:
    """A module as a function that returns what it exports."""
    exported = [found[1] for found in _EXPORT.findall(source)]
    body = _EXPORT.sub(r"\1 \2", _IMPORT.sub(lambda found: _taken(found[1], found[2]), source))
    left = _LEFT.search(body)
    if left is not None:
        raise Unbundled(f"{name}: {left[0].strip()[:80]}")
    given = ", ".join(exported)
    return f'modules["{name}"] = (() => {{\n{body.rstrip()}\nreturn {{ {given} }};\n}})();'


def _taken(names: str, module: str) -> str:
    """An import as constants taken from what the other module returned."""
    each = [_ALIAS.sub(r"\1: \2", name.strip()) for name in names.split(",") if name.strip()]
    return f'const {{ {", ".join(each)} }} = modules["{module}"];'
