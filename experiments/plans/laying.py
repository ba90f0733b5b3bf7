"""A plan laid on an authority: its configuration, and a refusal of all that would come without a price.

The base keeps what is already decided (its own interventions); its programme, if it has one, is set aside: a plan
launches its own or none. A key of `cost` that the command line gives stands above the one of the plan.
"""

from collections.abc import Collection

from experiments.plans.plan_file import NOTHING, PlanFile
from experiments.study.faults import Faults
from sim.config import Config, effective_horizon, resolved, validate
from sim.config.intervention import Intervention as Planned
from sim.core.text import Text
from sim.scenarios.intervention import Decider, find
from sim.timeline.draft import Draft, open_draft
from sim.timeline.plan import write

TITLE = Text("Ne rien faire", "Doing nothing")


def nothing(base: Config, months: tuple[int, ...] | None = None) -> Config:
    """The authority as it goes without a plan; what is decided already stays."""
    mapping = base.model_dump()
    mapping |= {"scenario": NOTHING, "title_fr": TITLE.fr, "title_en": TITLE.en, "observe_months": months,
                "retrospective": False}  # fmt: skip
    mapping["programme"] = {"enabled": False, "start_month": base.programme.start_month}
    return validate(mapping)


def laid(plan: PlanFile, base: Config, line: Collection[str] = (), months: tuple[int, ...] | None = None) -> Config:
    """The authority with the plan, read at these months; an `InputError` with all that is wrong in it.

    Args:
        plan: as its file says it.
        base: the authority.
        line: keys that the command line gives.
        months: of observation; None while they are still to be found.
    """
    mapping = base.model_dump()
    mapping |= {"scenario": plan.name, "title_fr": plan.title.fr, "title_en": plan.title.en, "observe_months": months,
                "retrospective": False}  # fmt: skip
    mapping["programme"] = {"enabled": bool(plan.programme), "kind": _kind(plan), **plan.programme}
    mapping["cost"] |= {key: value for key, value in plan.cost.items() if f"cost.{key}" not in line}
    mapping["interventions"] = [*plan.interventions, *mapping["interventions"]]
    origins = dict.fromkeys(("programme", "cost", "interventions"), plan.origin)
    config = validate(mapping, origins | {"observe_months": plan.origin})
    _check_prices(plan, config, line)
    return config


def own_steps(plan: PlanFile, config: Config) -> tuple[Planned, ...]:
    """The interventions that the plan adds to the authority."""
    return config.interventions[: len(plan.interventions)]


def given_keys(plan: PlanFile) -> frozenset[str]:
    """Keys that the plan gives."""
    groups = {"programme": plan.programme, "cost": plan.cost}
    return frozenset(f"{group}.{key}" for group, keys in groups.items() for key in keys)


def taken(planned: Planned, config: Config) -> Draft:
    """What one intervention alone writes until the end of the simulation: its spending, the people it calls."""
    whole = resolved(config)
    draft = open_draft(whole, effective_horizon(whole))
    write(draft, planned)
    return draft


def _kind(plan: PlanFile) -> str:
    return "ambassadors" if plan.programme else "none"


def _check_prices(plan: PlanFile, config: Config, line: Collection[str]) -> None:
    faults = Faults(plan.origin)
    if config.programme.enabled:
        _check_programme(plan, config, line, faults)
    elif not plan.interventions:
        faults.add("programme", None, "ce plan ne fait rien", "this plan does nothing")
    for at, planned in enumerate(own_steps(plan, config)):
        problem = _objection(planned, config)
        if problem is not None:
            faults.add(f"interventions[{at}]", planned.name, *problem)
    faults.settle()


def _check_programme(plan: PlanFile, config: Config, line: Collection[str], faults: Faults) -> None:
    c, g = config.cost, config.programme
    if "programme_eur" not in plan.cost and "cost.programme_eur" not in line:
        faults.add("cost.programme_eur", None, "la démarche que ce plan lance n'a pas de prix",
                   "the programme that this plan launches has no price", "euros >= 0")  # fmt: skip
    elif not (c.programme_eur * c.price_factor or g.ambassadors * c.agent_days_per_month or g.instrument):
        faults.add("cost.programme_eur", c.programme_eur,
                   "cette démarche ne prend ni euros ni jours : un plan a un prix",
                   "this programme takes neither euros nor days: a plan has a price")  # fmt: skip


def _objection(planned: Planned, config: Config) -> tuple[str, str] | None:
    """Why an intervention cannot stand in a plan, in both languages; None where it can."""
    found = find(planned.name)
    if found.kind == "event" and found.decider is Decider.OUTSIDE:
        return ("cela arrive, personne ne le décide : l'écrire dans le scénario, où tous les plans le rencontrent",
                "this happens, nobody decides it: write it in the scenario, where all plans meet it")  # fmt: skip
    draft = taken(planned, config)
    if draft.calls:
        return _objection_to_call(planned.month, config)
    if not any(account.sum() for account in draft.spending):
        return ("ce levier ne coûte rien dans ce plan : sans prix, il ne se compare pas (un prix par participant "
                "demande une démarche, une force nulle ne change rien)",
                "this lever costs nothing in this plan: without a price it cannot be compared (a price by participant "
                "needs a programme, strength 0 changes nothing)")  # fmt: skip
    return None


def _objection_to_call(month: int, config: Config) -> tuple[str, str] | None:
    """A later call is paid as the programme is, in proportion to its people: there must be one, and before it."""
    if config.programme.enabled and month >= config.programme.start_month:
        return None
    return ("une nouvelle vague suit une démarche que ce plan lance, à partir de son début",
            "a later wave follows a programme that this plan launches, from its start on")  # fmt: skip
