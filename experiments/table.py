"""The tables that commands print: what became of practice, what was measured, what differs from the first scenario."""

from experiments.language import Words
from experiments.page import Page
from experiments.plan import Plan
from experiments.statistics import Estimate
from experiments.summary import Measures, Summary
from experiments.units import RUNS, YES_OR_NO, difference, interval, with_interval, written
from sim.outcomes.catalogue import catalogue
from sim.outcomes.verdict import DIFFUSION, FALLBACK, FLAGS, ISLET_KINDS, ISLETS, LABELS, NOT_LAUNCHED, SPREADING

ORDER = (DIFFUSION, SPREADING, ISLETS, FALLBACK, NOT_LAUNCHED)
"""Verdicts as they are read: from what spreads to what never began."""

MAIN = (
    "net_practice",
    "practice_rest",
    "breadth",
    "lab_alive",
    "euros",
    "agent_days",
    "cost_per_practitioner",
    "cynicism_involved",
)
"""Outcomes that are printed; the files hold all of them."""


def print_verdicts(page: Page, measures: Measures, say: Words) -> None:
    """Shares of the verdicts, of the kinds of islets under theirs, and of the flags."""
    rows = []
    for verdict in ORDER:
        rows.append(_share(LABELS[verdict].of(say.lang), measures.verdicts[verdict], say))
        if verdict == ISLETS:
            rows += [_share(f"  {LABELS[kind].of(say.lang)}", measures.islet_kinds[kind], say) for kind in ISLET_KINDS]
    flags = [_share(LABELS[flag].of(say.lang), measures.flags[flag], say) for flag in FLAGS]
    page.table((say("table.verdict"), say("table.runs"), say("table.interval")), rows, flags)


def print_structures(page: Page, plan: Plan, summary: Summary, say: Words) -> None:
    """Where replicates have several structural variants: whether these agree on the commonest verdict."""
    for scenario in plan.scenarios:
        found = summary.structures.get(scenario.name)
        if found is None:
            return
        if not found.settled:
            heads = (f"{say(f'variant.{name}')}, {LABELS[v].of(say.lang)}" for name, v in found.commonest.items())
            page.line(say("structures.unsettled", scenario=scenario.title(say.lang), verdicts=" ; ".join(heads)))
    if all(found.settled for found in summary.structures.values()):
        page.line(say("structures.settled"))


def print_outcomes(page: Page, measures: Measures, plan: Plan, say: Words) -> None:
    """Means of the main outcomes; where an outcome is not defined in every run, how many runs define it."""
    rows = []
    for label, name, unit in main_outcomes(measures, say):
        estimate = measures.outcomes[name]
        missing = "" if estimate.n == plan.replicates else say("table.defined", n=estimate.n, total=plan.replicates)
        mean = written(estimate.value, unit, say.lang)
        rows.append((label + missing, mean, interval(estimate, unit, say)))
    page.table((say("table.outcome"), say("table.mean"), say("table.interval")), rows)


def print_shares(page: Page, plan: Plan, summary: Summary, say: Words) -> None:
    """One row a scenario: shares of the verdicts and net practice, with intervals."""
    header = [say("table.scenario"), *(LABELS[verdict].of(say.lang) for verdict in ORDER), say("table.net_practice")]
    rows = [
        [
            scenario.title(say.lang),
            *(with_interval(measures.verdicts[verdict], RUNS, say) for verdict in ORDER),
            with_interval(measures.outcomes["net_practice"], "share of field agents", say),
        ]
        for scenario, measures in zip(plan.scenarios, summary.scenarios.values(), strict=True)
    ]
    page.table(header, rows)


def print_differences(page: Page, plan: Plan, summary: Summary, say: Words) -> None:
    """One row a scenario but the first: its differences to the first, those that cannot be seen told so."""
    verdicts = (DIFFUSION, ISLETS)
    header = [
        say("table.minus", first=plan.scenarios[0].title(say.lang)),
        *(LABELS[verdict].of(say.lang) for verdict in verdicts),
        say("table.net_practice"),
        say("table.euros"),
    ]
    rows = [
        [
            scenario.title(say.lang),
            *(difference(measures.verdicts[verdict], RUNS, say) for verdict in verdicts),
            difference(measures.outcomes["net_practice"], "share of field agents", say),
            difference(measures.outcomes["euros"], "€", say),
        ]
        for scenario, measures in zip(plan.scenarios[1:], summary.differences.values(), strict=True)
    ]
    page.table(header, rows)


def print_pair(page: Page, plan: Plan, summary: Summary, say: Words) -> None:
    """Two scenarios side by side: every verdict and main outcome, with the paired difference."""
    (_, first), (_, second) = summary.scenarios.items()
    (minus,) = summary.differences.values()
    verdicts = [(LABELS[verdict].of(say.lang), "verdicts", verdict, RUNS) for verdict in ORDER]
    flags = [(LABELS[flag].of(say.lang), "flags", flag, RUNS) for flag in FLAGS]
    outcomes = [(label, "outcomes", name, unit) for label, name, unit in main_outcomes(first, say)]

    def row(label: str, group: str, name: str, unit: str) -> list[str]:
        sides = (with_interval(getattr(measures, group)[name], unit, say) for measures in (first, second))
        return [label, *sides, difference(getattr(minus, group)[name], unit, say)]

    header = [say("table.measure"), *(scenario.title(say.lang) for scenario in plan.scenarios), say("table.difference")]
    page.table(header, *([row(*line) for line in lines] for lines in (verdicts, flags, outcomes)))


def main_outcomes(measures: Measures, say: Words) -> list[tuple[str, str, str]]:
    """Label (with its unit where it must be said), name and unit of the outcomes that are printed."""
    specs = {spec.name: spec for spec in catalogue()}
    units = {name: specs[name].unit for name in MAIN if name in measures.outcomes}
    return [(getattr(specs[name], say.lang) + unit_note(unit, say), name, unit) for name, unit in units.items()]


def unit_note(unit: str, say: Words) -> str:
    """The unit in brackets, where the number does not carry it."""
    if unit == YES_OR_NO:
        return say("unit.runs")
    if unit == "days" or unit.startswith(("share of", "€")):
        return ""
    return f" ({say(f'quantity.{unit}')})"


def _share(label: str, estimate: Estimate, say: Words) -> tuple[str, str, str]:
    return label, written(estimate.value, RUNS, say.lang), interval(estimate, RUNS, say)
