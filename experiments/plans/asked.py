"""From a command line to what will be computed: the authority, its plans, their common dates, the goal."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial

from experiments.configuration import composed
from experiments.configuration_overrides import read_line
from experiments.grammar import Mistake, Request
from experiments.options import configs_folder, option_groups
from experiments.plan import Plan, Scenario
from experiments.planning import comparing, kept, spread_of
from experiments.plans.dates import Dates, dates
from experiments.plans.goal import Goal, read_goal, usual_goal
from experiments.plans.laying import given_keys, laid, nothing
from experiments.plans.plan_file import NOTHING, PlanFile, find_plan, plan_paths
from experiments.refusal import problems_of, refused
from sim.config import Config, resolved
from sim.core.errors import InputError

MOST_PLANS = 8
DRAFT_REPLICATES = 40
PLAN, GOAL, REPLICATES = "plan=", "goal=", "replicates="
OWN_KEYS = ("plan", "goal")
_IN_THE_PLAN = ("programme", "interventions")


@dataclass(frozen=True)
class Asked:
    """All that decides a comparison of plans."""

    plan: Plan
    """Doing nothing first, then every plan."""
    files: tuple[PlanFile, ...]
    base: Config
    goal: Goal
    dates: Dates
    set_aside: bool
    """Whether the scenario has a programme of its own, which no plan keeps."""
    draft: bool


def read_request(request: Request) -> Asked:
    """What the line asks for, or an `InputError` with every fault of the line, of the authority and of each plan."""
    keys, draft = _own_line(request), request.flag("draft")
    mistakes = _mistakes(request, keys)
    config_dir = request.text("config-dir")
    bases: list[tuple[Config, frozenset[str]]] = []
    files: list[PlanFile] = []
    goals: list[Goal] = []
    attempts: list[Callable[[], object]] = [
        lambda: bases.append(comparing(composed([*_draft_keys(keys, draft), *keys], config_dir))),
        *(partial(_read_plan, name, config_dir, files) for name in _plan_names(request)),
        *(partial(_read_goal, text, goals) for text in _said(request, GOAL)),
    ]
    faults = [*refused(mistakes).problems, *problems_of(attempts)]
    if faults:
        raise InputError(faults)
    (base, given) = bases[0]
    return _asked(request, files, goals[0] if goals else usual_goal(base), base, given, draft)


def _asked(
    request: Request, files: Sequence[PlanFile], goal: Goal, base: Config, given: frozenset[str], draft: bool
) -> Asked:
    without = nothing(base, base.observe_months)
    line = set(read_line(_own_line(request), option_groups([configs_folder()])).values)
    configs = _laid(files, base, line, base.observe_months)
    found = dates(without, list(zip(files, configs, strict=True)))
    configs = _laid(files, base, line, found.months)
    spread = spread_of(base)
    named = [(NOTHING, nothing(base, found.months), given)]
    named += [(file.name, config, given | given_keys(file)) for file, config in zip(files, configs, strict=True)]
    scenarios = tuple(Scenario(name, resolved(config), kept(spread, keys)) for name, config, keys in named)
    title = "-".join([base.scenario, *(file.name for file in files), *([goal.text] if goal.stated else [])])
    plan = Plan(request.command.name, title, scenarios, base.seed, base.replicates, spread)
    return Asked(plan, tuple(files), base, goal, found, base.programme.enabled, draft)


def _laid(
    files: Sequence[PlanFile], base: Config, line: Collection[str], months: tuple[int, ...] | None
) -> list[Config]:
    """Every plan on the authority; the faults of all of them at once."""
    configs: list[Config] = []

    def add(file: PlanFile) -> None:
        configs.append(laid(file, base, line, months))

    faults = problems_of([partial(add, file) for file in files])
    if faults:
        raise InputError(faults)
    return configs


def _mistakes(request: Request, keys: Sequence[str]) -> list[Mistake]:
    names = _plan_names(request)
    found = [Mistake("plan_twice", name) for name in dict.fromkeys(names) if names.count(name) > 1]
    if len(names) > MOST_PLANS:
        found.append(Mistake("too_many_plans", str(len(names)), f"1..{MOST_PLANS}"))
    found += [Mistake("plan_twice", text) for text in _said(request, GOAL)[1:]]
    found += [Mistake("key_of_a_plan", key) for key in keys if _belongs_to_a_plan(key)]
    return found


def _belongs_to_a_plan(key: str) -> bool:
    return re.split(r"[.=]", key)[0] in _IN_THE_PLAN and key != "programme.enabled=false"


def _plan_names(request: Request) -> list[str]:
    """Names and paths of the plans, in the order of the line; all those of the product where none is said."""
    said = _said(request, PLAN)
    names = [each.strip() for text in said for each in text.strip("[]").split(",") if each.strip()]
    return names or list(plan_paths())


def _own_line(request: Request) -> list[str]:
    return [key for key in request.keys if key.partition("=")[0] not in OWN_KEYS]


def _said(request: Request, key: str) -> list[str]:
    return [token.removeprefix(key) for token in request.keys if token.startswith(key)]


def _draft_keys(keys: Sequence[str], draft: bool) -> list[str]:
    """Fewer worlds for a draft, where the line does not say how many."""
    said = any(key.startswith(REPLICATES) for key in keys)
    return [f"{REPLICATES}{DRAFT_REPLICATES}"] if draft and not said else []


def _read_plan(name: str, config_dir: str | None, files: list[PlanFile]) -> None:
    files.append(find_plan(name, config_dir))


def _read_goal(text: str, goals: list[Goal]) -> None:
    goals.append(read_goal(text))
