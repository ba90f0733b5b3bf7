"""What the page may ask and the words that it needs, in both languages."""

from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from experiments.manifest import code_hash
from experiments.seminar.cases import SIMULATIONS, Case
from experiments.seminar.events import event_kinds
from experiments.seminar.levers import LEVERS, Lever
from experiments.seminar.reasons import catalogue_of_reasons
from experiments.seminar.words import Pair, capital, pair, said
from sim.core.text import Text
from sim.outcomes.verdict import DIFFUSION, FALLBACK, ISLETS, LABELS, NOT_LAUNCHED, SPREADING

FORMAT = 1
ROLES = ("elu", "direction", "manager", "field_agent", "citizen")
VERDICTS = (DIFFUSION, SPREADING, ISLETS, FALLBACK, NOT_LAUNCHED)

Computed = list[tuple[str, dict[str, float], list[dict[str, Any]], str]]
"""Positions that exist in a pack: case, levers, events, name of the data block."""


def catalogue(
    cases: Iterable[Case],
    lang: str,
    *,
    openings: Mapping[str, int],
    computed: Computed | None = None,
    events: Sequence[Mapping[str, Any]] | None = None,
) -> dict[str, Any]:
    """The catalogue of a page.

    Args:
        cases: those that may be picked, in order.
        lang: the language in which the page opens.
        openings: number of the simulation that each case shows first, by case.
        computed: in a pack, the positions that exist; None where everything is computed on demand.
        events: the events that may be dropped; None: every kind, at any month.
    """
    positions = _positions(computed)
    return {
        "format": FORMAT,
        "lang": lang,
        "product": _product(),
        "practice": said("practice"),
        "simulations": SIMULATIONS,
        "verdicts": {verdict: _verdict(verdict) for verdict in VERDICTS},
        "roles": [{"id": role, "name": said(f"role.{role}"), "verb": said(f"verb.{role}")} for role in ROLES],
        "cases": [_case(case, openings, positions.get(case.id, {})) for case in cases],
        "levers": [_lever(lever, computed) for lever in LEVERS if computed is None or _moves(computed, lever)],
        "events": list(events) if events is not None else [kind.as_json() for kind in event_kinds().values()],
        "reasons": catalogue_of_reasons(),
        "computed": None if computed is None else [list(each) for each in computed],
    }


def _product() -> dict[str, Any]:
    return {"version": _version(), "code_hash": code_hash(), "date": None, "uncalibrated": said("uncalibrated")}


def _version() -> str | None:
    try:
        return version("archipel")
    except PackageNotFoundError:
        return None


def _verdict(verdict: str) -> dict[str, Any]:
    label = Text(*(capital(words) for words in LABELS[verdict]))
    text: Pair = said(f"verdict.{verdict}")
    return {**pair(label), "text": text}


def _case(case: Case, openings: Mapping[str, int], positions: Mapping[str, list[float]]) -> dict[str, Any]:
    told = case.as_json() | {"seed": openings.get(case.id, 0)}
    if not positions:
        return told
    by_key = {lever.key: lever for lever in LEVERS}
    return told | {
        "positions": {key: [by_key[key].position(value) for value in values] for key, values in positions.items()}
    }


def _positions(computed: Computed | None) -> dict[str, dict[str, list[float]]]:
    """Values that each lever takes in each case of a pack, ascending."""
    found: dict[str, dict[str, set[float]]] = {}
    for case, levers, _, _ in computed or ():
        for key, value in levers.items():
            found.setdefault(case, {}).setdefault(key, set()).add(value)
    return {case: {key: sorted(values) for key, values in levers.items()} for case, levers in found.items()}


def _moves(computed: Computed, lever: Lever) -> bool:
    return any(lever.key in levers for _, levers, _, _ in computed)


def _lever(lever: Lever, computed: Computed | None) -> dict[str, Any]:
    anchors = [lever.position(value) for value in lever.anchors]
    told = {
        "id": lever.key,
        "name": lever.name,
        "low": lever.low,
        "high": lever.high,
        "step": lever.step,
        "unit": lever.unit,
        "anchors": anchors,
    }
    if computed is None:
        return told | {"positions": anchors}
    values = sorted({levers[lever.key] for _, levers, _, _ in computed if lever.key in levers})
    return told | {"positions": [lever.position(value) for value in values]}
