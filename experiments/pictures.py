"""Hands a result to the figures: tables, one typical run of each scenario, dated events."""

from pathlib import Path

import pandas as pd

from experiments.figures import ResultFrames, draw
from experiments.figures.frames import Event, Span
from experiments.language import Words
from experiments.result import Result
from experiments.runner import Engine
from experiments.typical import typical_replicate
from sim.config import Config, effective_horizon
from sim.simulate import simulate


def draw_result(result: Result, folder: Path, say: Words, engine: Engine = simulate) -> list[Path]:
    """The figures of a run or of a comparison, in the language of `say`."""
    plan = result.plan
    by_service, sizes = {}, {}
    for scenario in plan.scenarios:
        replicate = typical_replicate(result.runs[result.runs["scenario"] == scenario.name])
        record = engine(scenario.config, plan.seed(replicate))
        by_service[scenario.name], sizes[scenario.name] = record.by_service, record.service_sizes
    configs = {scenario.name: scenario.config for scenario in plan.scenarios}
    frames = ResultFrames(
        titles={scenario.name: scenario.title(say.lang) for scenario in plan.scenarios},
        observe_months=plan.scenarios[0].config.observe_months or (),
        runs=result.runs,
        monthly=result.monthly.merge(result.runs[["run_id", "scenario", "replicate"]], on="run_id"),
        by_service=by_service,
        service_sizes=sizes,
        events={name: events(config, say) for name, config in configs.items()},
        programme={name: span for name, config in configs.items() if (span := programme_span(config))},
    )
    return draw(frames, folder, say.lang)


def draw_phase(result: Result, folder: Path, say: Words) -> list[Path]:
    """The phase picture: verdicts by sponsorship, managers' stance, depth and retention of the sponsor's signal."""
    levers = pd.DataFrame([_levers(scenario.name, scenario.config) for scenario in result.plan.scenarios])
    phase = result.runs[["scenario", "verdict"]].merge(levers, on="scenario")
    return draw(ResultFrames(titles={}, phase=phase), folder, say.lang)


def programme_span(config: Config) -> Span | None:
    """First month of the programme and the month at which it is over, the horizon if it has no end."""
    programme, horizon = config.programme, effective_horizon(config)
    if not programme.enabled or programme.kind == "none":
        return None
    end = horizon if programme.permanent else programme.start_month + programme.duration_months
    return programme.start_month, min(end, horizon)


def events(config: Config, say: Words) -> list[Event]:
    """What the scenario dates: the departure of the sponsor, its interventions."""
    dated = [(planned.month, planned.name.replace("_", " ")) for planned in config.interventions]
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
