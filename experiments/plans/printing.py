"""What `plans` prints: the sentence, the table, the frontier; the note says the rest."""

from experiments.language import Words, number
from experiments.page import Page
from experiments.plans.asked import Asked
from experiments.plans.findings import Findings, step_row
from experiments.plans.frontier import UNIT
from experiments.plans.goal import Goal
from experiments.plans.plan_file import NOTHING
from experiments.plans.written import told
from experiments.work import print_head

TABLES = (
    ("goal", "lasting", "services_more", "islets", "disillusion"),
    ("euros", "days", "elu_hours", "cost_per_practitioner"),
)
"""What is reached, then what it takes."""


def print_plans_head(page: Page, asked: Asked, say: Words) -> None:
    """What was compared, when it is read, what was set aside, what the intervals carry."""
    print_head(page, asked.plan, say)
    months = ", ".join(number(month, say.lang) for month in asked.dates.months)
    page.line(say(f"plans.dates.{asked.dates.why}", months=months))
    kind = "stated" if asked.goal.stated else "usual"
    page.line(say(f"plans.goal.{kind}", goal=goal_words(asked.goal, say)))
    if asked.set_aside:
        page.line(say("plans.set_aside"))
    if asked.draft:
        page.note(say("plans.draft"))
    page.line()


def print_findings(page: Page, found: Findings, say: Words) -> None:
    """The advice in a sentence, the table of plans, each frontier."""
    titles = _titles(found.asked, say)
    page.title(advice_sentence(found, say))
    page.line(say(f"plans.confidence.{found.advice.confidence.value}"))
    page.line()
    _print_tables(page, found, titles, say)
    _print_frontiers(page, found, titles, say)
    page.note(say("plans.note.intervals"))


def goal_words(goal: Goal, say: Words) -> str:
    """The goal as one would say it."""
    if goal.verdict:
        return say(f"plans.goal.{goal.verdict}")
    key = f"plans.goal.{goal.measure}"
    side = say("plans.goal.least" if goal.at_least else "plans.goal.most")
    line = number(goal.line, say.lang, digits=3)
    return say(key if key in say else "plans.goal.outcome", side=side, line=line, measure=goal.measure)


def advice_sentence(found: Findings, say: Words) -> str:
    """What the worlds speak for."""
    told_plan = found.advice.plan
    share = told(found.by_name[f"{told_plan}.goal"], say)
    title = _titles(found.asked, say)[told_plan]
    return say(f"plans.advice.{found.advice.answer.value}", plan=title, share=share)


def _titles(asked: Asked, say: Words) -> dict[str, str]:
    return {scenario.name: scenario.title(say.lang) for scenario in asked.plan.scenarios}


def _print_tables(page: Page, found: Findings, titles: dict[str, str], say: Words) -> None:
    plans = [name for name in found.readings if name != NOTHING]
    for columns in TABLES:
        header = [say("plans.column.plan"), *(say(f"plans.column.{name}") for name in columns)]
        page.table(header, [[titles[name], *(_cell(found, name, each, say) for each in columns)] for name in plans])


def _cell(found: Findings, plan: str, measure: str, say: Words) -> str:
    each = found.by_name[f"{plan}.{measure}"]
    if measure == "lasting" and not found.by_name[f"{plan}.lasting_mean"].estimate.excludes_zero:
        return say("difference.none")
    return told(each, say)


def _print_frontiers(page: Page, found: Findings, titles: dict[str, str], say: Words) -> None:
    """For each account, the steps of its frontier and what each buys."""
    for account in dict.fromkeys(step.account for step in found.steps):
        page.title(say(f"plans.frontier.{account}"))
        for step in (each for each in found.steps if each.account == account):
            names = {"cheaper": titles[step.cheaper], "dearer": titles[step.dearer]}
            if step.buys is None:
                page.line(say("plans.step.unseen", **names))
                continue
            unit = say(f"plans.per.{account}", amount=number(UNIT[account], say.lang))
            page.line(say("plans.step", buys=told(found.by_name[step_row(step)], say), unit=unit, **names))
        page.line()
