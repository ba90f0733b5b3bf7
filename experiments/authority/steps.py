"""The sheet Plans: dated actions, each a lever or the launch of a programme, as files of configs/plan say them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from typing import Any

from experiments.authority.columns import Line, find_table, lines_of
from experiments.authority.findings import Findings, lines_said
from experiments.authority.places import Place
from experiments.authority.values import Unreadable, month_of, number_of, plain, whole
from experiments.authority.workbook import Sheet
from experiments.options import configs_folder, offered, option_content
from experiments.refusal import both
from experiments.screening import read_mapping
from sim.config import Config
from sim.core.text import Text
from sim.scenarios.intervention import Decider, find, names

NAMES = {
    "plan": ("plan", "plans", "nom du plan", "scenario"),
    "month": ("mois*", "month*", "date", "debut"),
    "action": ("action*", "levier*", "lever*", "intervention*"),
    "quantity": ("quantite*", "nombre*", "quantity", "number"),
    "until": ("jusqu*", "fin", "until*", "end"),
}
MOST_PLANS, MOST_STEPS = 8, 200
LAST_MONTH = 359
_WHOLE_PROGRAMMES = ("programme", "cost")


@dataclass
class Plan:
    """A plan as the sheet says it."""

    title: str
    place: Place
    steps: list[dict[str, Any]] = field(default_factory=list)
    programme: dict[str, Any] = field(default_factory=dict)
    cost: dict[str, Any] = field(default_factory=dict)

    def as_mapping(self, source: Text) -> dict[str, Any]:
        """The keys of its file."""
        said = {"title_fr": self.title, "title_en": self.title, "source": source.fr, "programme": self.programme,
                "cost": self.cost, "interventions": self.steps}  # fmt: skip
        return {key: value for key, value in said.items() if value}


def read_plans(sheet: Sheet, start: str | None, findings: Findings) -> list[Plan]:
    """The plans of a sheet, their steps in its order; a line without a plan belongs to the one above.

    Args:
        sheet: with a line for each step.
        start: real month of simulated month 0, for steps that give a date.
        findings: where faults and remarks go.
    """
    table = find_table(sheet, NAMES, ("plan", "month", "action"), findings)
    if table is None:
        return []
    plans: dict[str, Plan] = {}
    above, filled = "", []
    for line in lines_of(table, findings):
        if line.says("plan"):
            above = line.text("plan") or above
        elif above:
            filled.append(line.row)
        if not above:
            line.fault("plan", "no_plan")
            continue
        plan = plans.setdefault(plain(above), Plan(above, Place(sheet.name, line.row)))
        _step(line, plan, start)
    if filled:
        findings.remark("plan_of_above", lines=lines_said(filled))
    if len(plans) > MOST_PLANS:
        findings.fault(Place(sheet.name), len(plans), "many_plans", most=MOST_PLANS)
    return [plan for plan in plans.values() if plan.steps or plan.programme]


def _step(line: Line, plan: Plan, start: str | None) -> None:
    """Add one line to its plan."""
    action, month = _action(line), _month(line, "month", start)
    until = _month(line, "until", start)
    if not line.says("month"):
        line.fault("month", "no_month")
    if month is not None and until is not None and until <= month:
        line.fault("until", "until", month=month)
        until = None
    if len(plan.steps) >= MOST_STEPS:
        line.fault("action", "many_steps", most=MOST_STEPS)
    elif action is None or month is None:
        return
    elif action in programmes():
        _launch(line, plan, action, month, until)
    else:
        step = {"name": action, "month": month, **_quantity(line, action)}
        plan.steps.append(step if until is None else step | {"until": until})


def _action(line: Line) -> str | None:
    """The name of an action, from its name or its title in either language."""
    said = plain(line.text("action"))
    if not line.says("action"):
        line.fault("action", "no_action")
        return None
    known = _spellings()
    if said in known:
        return known[said]
    if said:
        line.fault("action", "unknown_action", near=_nearest(said))
    return None


def _nearest(said: str) -> str:
    """The action that the words come nearest to, in their language: one that holds them all, else one spelt alike."""
    known = _spellings()
    words = {word for word in said.split() if len(word) > 2}
    holding = [spelling for spelling in known if words and words <= set(spelling.split())]
    near = sorted(holding, key=len)[:1] or get_close_matches(said, known, n=1, cutoff=0.6)
    if not near:
        return ""
    text = actions()[known[near[0]]]
    return text.en if near[0] == plain(text.en) else text.fr


@cache
def actions() -> dict[str, Text]:
    """What a plan may be made of, with its words: the programmes first, then what somebody decides."""
    offers = {name: both(f"authority.programme.{name}") for name in programmes()}
    decided = {
        name: find(name).title
        for name in names()
        if find(name).kind == "lever" or find(name).decider is not Decider.OUTSIDE
    }
    return offers | dict(sorted(decided.items(), key=lambda item: plain(item[1].fr)))


@cache
def programmes() -> dict[str, Mapping[str, Any]]:
    """Programmes that a plan may launch, with what their files say: those that need no other group of keys."""
    found: dict[str, Mapping[str, Any]] = {}
    for name, path in offered("programme", [configs_folder()]).items():
        content = option_content("programme", path, read_mapping)
        wanted = set(content) <= set(_WHOLE_PROGRAMMES) and content.get("programme", {}).get("ambassadors", 0) > 0
        if wanted:
            found[name] = content
    return found


@cache
def _spellings() -> dict[str, str]:
    known: dict[str, str] = {}
    for name, text in actions().items():
        known |= dict.fromkeys((plain(name), plain(text.fr), plain(text.en)), name)
    return known


def _month(line: Line, at: str, start: str | None) -> int | None:
    """A simulated month: a number from 0, or a date once the first month is dated."""
    try:
        found = number_of(line.raw(at))
    except Unreadable as error:
        return _dated(line, at, start, error)
    if found is None:
        return None
    if found[1] or not found[0].is_integer() or not 0 <= found[0] <= LAST_MONTH:
        line.fault(at, "range", low=0, high=LAST_MONTH)
        return None
    return int(found[0])


def _dated(line: Line, at: str, start: str | None, error: Unreadable) -> int | None:
    """The months between the first one and a date."""
    try:
        found = month_of(line.raw(at))
    except Unreadable:
        line.fault(at, error.kind if error.kind == "formula" else "month_number", allowed="step_month")
        return None
    if found is None:
        return None
    if start is None:
        line.fault(at, "no_start")
        return None
    year, first = (int(part) for part in start.split("-"))
    months = 12 * (found[0] - year) + found[1] - first
    if not 0 <= months <= LAST_MONTH:
        line.fault(at, "before_start", start=start)
        return None
    return months


def _quantity(line: Line, action: str) -> dict[str, float]:
    """The number an action takes, or the part of its full strength where it takes none."""
    found, declared = line.number("quantity"), find(action).value
    if found is None:
        return {}
    number, percent = found
    if declared is None:
        if percent and 0.0 < number <= 1.0:
            return {"strength": round(number, 4)}
        line.fault("quantity", "no_quantity", allowed="strength")
        return {}
    if not declared.low <= number <= declared.high or (declared.whole and not number.is_integer()):
        line.fault("quantity", "range", low=declared.low, high=declared.high)
        return {}
    return {"value": whole(number) if declared.whole else number}


def _launch(line: Line, plan: Plan, name: str, month: int, until: int | None) -> None:
    """A programme, its people and its length; its price in proportion to both."""
    if plan.programme:
        line.fault("action", "second_programme")
        return
    found, content = line.number("quantity"), programmes()[name]
    usual = dict(content["programme"])
    people = usual["ambassadors"]
    if found is not None:
        if found[1] or not found[0].is_integer() or not 1 <= found[0] <= 5_000:
            line.fault("quantity", "range", low=1, high=5_000)
            return
        people = int(found[0])
    config = Config()
    usual_months = int(usual.get("duration_months", config.programme.duration_months))
    months = usual_months if until is None or usual.get("permanent") else min(240, until - month)
    price = float(content.get("cost", {}).get("programme_eur", config.cost.programme_eur))
    scaled = price * people / usual["ambassadors"] * months / usual_months
    plan.programme = usual | {"kind": name, "ambassadors": people, "start_month": month, "duration_months": months}
    plan.programme.pop("enabled", None)
    plan.cost = {**content.get("cost", {}), "programme_eur": float(whole(scaled / 1_000.0) * 1_000)}
    line.findings.remark(
        "programme_price", plan=plan.title, people=people, months=months, euros=int(plan.cost["programme_eur"])
    )
