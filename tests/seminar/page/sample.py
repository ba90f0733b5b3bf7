"""A small pack of real worlds for the tests of the page: an invented commune with two events, a case of the study."""

from functools import cache
from typing import Any

from experiments.seminar.cases import open_case
from experiments.seminar.catalogue import catalogue
from experiments.seminar.question import Event, Question, plan_for
from experiments.seminar.shares import shares_of, simulated
from experiments.seminar.worlds import world_of

COMMUNE, TRANSFO = "fictional_commune", "transfo"
LEVELS = (0.5, 0.9)
MONTH = 20
EVENTS = ("head_leaves", "alternance")
SIMULATIONS, PLAYED = 6, 4
SHEET = "fiche-participant"
WHY = {
    "fr": "Le plus souvent : retombée 53 fois sur 100, parce que l’encadrement a peu de marge pour relayer "
    "(14 fois sur 100 si l’encadrement avait la marge de relayer).",
    "en": "Most often: fallback 53 times out of 100, because managers have little room to relay "
    "(14 times out of 100 if managers had room to relay).",
}
"""As long as such a sentence gets."""


@cache
def sample() -> dict[str, Any]:
    """{catalogue, live (its form in the live app), worlds, layouts}."""
    cases = [open_case(name) for name in (COMMUNE, TRANSFO)]
    computed: list[tuple[str, dict[str, float], list[dict[str, Any]], str]] = []
    worlds: dict[str, dict[str, Any]] = {}
    layouts: dict[str, dict[str, Any]] = {}
    for case in cases:
        for level in LEVELS if case.id == COMMUNE else LEVELS[1:]:
            for name in (None, *EVENTS) if case.id == COMMUNE else (None,):
                events = () if name is None else (Event(name, MONTH),)
                question = Question(case.id, (("sponsorship.level", level),), events, PLAYED)
                world, layout = world_of(case, question)
                plan = plan_for(case, question)
                block = str(len(computed))
                shares = shares_of(plan, simulated(plan, range(SIMULATIONS)))
                worlds[block] = {"world": world | {"why": WHY}, "shares": shares}
                layouts[layout["id"]] = layout
                computed.append((case.id, dict(question.levers), [event.as_json() for event in events], block))
    openings = {case.id: PLAYED for case in cases}
    live = catalogue(cases, "fr", openings=openings)
    kinds = [kind | {"options": []} for kind in live["events"] if kind["id"] in EVENTS]
    pack = catalogue(cases, "fr", openings=openings, computed=computed, events=kinds)
    sheet = {"title": SHEET, "file": f"{SHEET}.pdf"}
    pack["kit"] = [{"lang": lang, "block": f"kit-{lang}", **sheet} for lang in ("fr", "en")]
    return {"catalogue": pack, "live": live, "worlds": worlds, "layouts": layouts}
