"""The page of one plan, as `explain` prints it: what happens when, who decides it, what it takes."""

from collections.abc import Iterator

from experiments.interventions import first_year
from experiments.language import Words, number
from experiments.plans.plan_file import find_plan
from sim.scenarios.intervention import find

Lines = Iterator[tuple[str, str]]


def lines(name: str, say: Words) -> Lines:
    """Headings and contents, steps in the order of their months."""
    plan = find_plan(name)
    yield say("plans.page.what"), plan.description.of(say.lang)
    heading = say("plans.page.programme")
    if plan.programme:
        yield heading, ", ".join(f"{key} {value}" for key, value in plan.programme.items())
        yield say("plans.page.cost"), ", ".join(f"{key} {value}" for key, value in plan.cost.items())
    for at, step in enumerate(sorted(plan.interventions, key=lambda each: int(each["month"]))):
        yield say("plans.page.steps") if at == 0 else "", _step(dict(step), say)
    yield say("explain.source"), plan.source


def _step(step: dict[str, object], say: Words) -> str:
    """Month, title, who decides, price of the first year for the reference authority."""
    found = find(str(step["name"]))
    euros, days, hours = (number(amount, say.lang) for amount in first_year(found))
    asked = say("lever.first_year", euros=euros, days=days, hours=hours) if found.prices else say("plans.page.with_it")
    title, decider = found.title.of(say.lang), found.decider.words.of(say.lang)
    return say("plans.page.step", month=step["month"], title=title, decider=decider, asked=asked)
