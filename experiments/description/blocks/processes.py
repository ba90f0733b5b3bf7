"""The processes of a month, in the order in which `sim/month.py` calls them."""

import ast
import inspect
from collections.abc import Iterator
from importlib import import_module

import sim.month
from experiments.description.markdown import code, table
from experiments.language import Words


def block(say: Words) -> str:
    """One line a rule: its place, its name, what it does, where its equations stand, its source."""
    header = [say(f"description.{name}") for name in ("place", "rule", "does", "section", "source")]
    rows = []
    for place, name in enumerate(called(), start=1):
        rows.append([str(place), code(name), *_words(name, say)])
    return table(header, rows)


def _words(name: str, say: Words) -> list[str]:
    """What a rule does, where its equations stand, its source."""
    keys = [f"process.{name}{part}" for part in ("", ".section", ".source")]
    missing = [key for key in keys if key not in say]
    if missing:
        raise KeyError(f"a month calls {name}: give {', '.join(missing)} in experiments/locale/*/description.po")
    return [say(key) for key in keys]


def called() -> Iterator[str]:
    """Rules that a month calls, `module.function` (`close`, `observe` alone), in order."""
    tree = ast.parse(inspect.getsource(sim.month))
    page = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "month")
    for statement in page.body:
        for node in ast.walk(statement):
            if isinstance(node, ast.Call) and (name := _rule_name(node.func)):
                yield name


def _rule_name(function: ast.expr) -> str:
    """The name of a rule of another module; "" for anything else."""
    if isinstance(function, ast.Name):
        return function.id if function.id in ("close", "observe") else ""
    if not (isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name)):
        return ""
    module = function.value.id
    known = hasattr(sim.month, module) and inspect.ismodule(getattr(sim.month, module))
    if not known or not hasattr(import_module(getattr(sim.month, module).__name__), function.attr):
        return ""
    return f"{module}.{function.attr}"
