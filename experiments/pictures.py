"""Hands a result to the figures: tables, one typical run of each scenario, dated events."""

from pathlib import Path

import pandas as pd

from experiments.figures import ResultFrames, draw
from experiments.figures.frames import Event, OrganisationTrace, Span
from experiments.language import Words
from experiments.plan import Plan, Scenario
from experiments.result import Result
from experiments.runner import Engine
from experiments.trace import organisation_trace
from experiments.typical import typical_replicate
from sim.config import Config, effective_horizon
from sim.scenarios.intervention import find
from sim.simulation import simulate


def draw_result(result: Result, folder: Path, say: Words, engine: Engine = simulate) -> list[Path]:
    """The figures of a run or of a comparison, in the language of `say`."""
    plan, first = result.plan, result.plan.scenarios[0]
    configs = {scenario.name: scenario.config for scenario in plan.scenarios}
    runs = {name: result.runs[result.runs["scenario"] == name] for name in configs}
    shown = {name: typical_replicate(rows) for name, rows in runs.items()}
    records = {name: engine(plan.config(at, shown[name]), plan.seed(shown[name])) for at, name in enumerate(configs)}
    frames = ResultFrames(
        titles={scenario.name: scenario.title(say.lang) for scenario in plan.scenarios},
        observe_months=first.config.observe_months or (),
        runs=result.runs,
        monthly=result.monthly.merge(result.runs[["run_id", "scenario", "replicate"]], on="run_id"),
        by_service={name: record.by_service for name, record in records.items()},
        service_sizes={name: record.service_sizes for name, record in records.items()},
        events={name: events(config, say) for name, config in configs.items()},
        programme={name: span for name, config in configs.items() if (span := programme_span(config))},
        organisation=_organisation(plan, shown[first.name]),
    )
    return draw(frames, folder, say.lang)


def _organisation(plan: Plan, replicate: int) -> OrganisationTrace | None:
    """The first scenario's chart; none of an authority as described: no support is shown by post there."""
    first = plan.scenarios[0]
    if first.config.chart.services:
        return None
    lived = Scenario(first.name, plan.config(0, replicate))
    return organisation_trace(lived, plan.seed(replicate), chosen_months(first.config))


def draw_phase(result: Result, folder: Path, say: Words) -> list[Path]:
    """The phase picture: verdicts by sponsorship, managers' stance, depth and retention of the sponsor's signal."""
    levers = pd.DataFrame([_levers(scenario.name, scenario.config) for scenario in result.plan.scenarios])
    phase = result.runs[["scenario", "verdict", "practice_twin"]].merge(levers, on="scenario")
    observed = result.plan.scenarios[0].config.observe_months or ()
    return draw(ResultFrames(titles={}, observe_months=observed, phase=phase), folder, say.lang)


def chosen_months(config: Config) -> list[int]:
    """Months of the organisation chart: before the programme, at its end, at each observation."""
    months, span = set(config.observe_months or ()), programme_span(config)
    if span is not None:
        months |= {max(0, span[0] - 1), span[1] - 1}
    return sorted(months)


def programme_span(config: Config) -> Span | None:
    """First month of the programme and the month at which it is over, the horizon if it has no end."""
    programme, horizon = config.programme, effective_horizon(config)
    if not programme.enabled or programme.kind == "none":
        return None
    end = horizon if programme.permanent else programme.start_month + programme.duration_months
    return programme.start_month, min(end, horizon)


def events(config: Config, say: Words) -> list[Event]:
    """What the scenario dates: the departure of the sponsor, its interventions."""
    dated = [(planned.month, find(planned.name).title.of(say.lang)) for planned in config.interventions]
    departure = config.sponsorship.departure_month
    if departure is not None:
        dated.append((departure, say(f"event.{config.sponsorship.succession.value}")))
    return sorted(dated)


def _levers(name: str, config: Config) -> dict[str, object]:
    return {
        "scenario": name,
        "sponsorship": config.sponsorship.level,
        "stance": config.management.stance,
        "depth": config.hierarchy.depth,
        "signal_retention": config.hierarchy.signal_retention,
        "field_agents": config.authority.field_agents,
    }
