"""From a command line to a plan: scenarios composed, every fault of all of them told at once."""

from collections.abc import Sequence
from functools import partial

from experiments.configuration import compose
from experiments.grammar import Mistake, Request
from experiments.plan import Plan, Scenario
from experiments.refusal import problems_of, refused
from sim.config import Config, resolved
from sim.core.errors import InputError


def plan_one(request: Request) -> Plan:
    """The plan of the scenario that the keys of the line describe."""
    config = compose(request.keys, request.text("config-dir"))
    return plan_of(request.command.name, config.scenario, [config])


def plan_several(request: Request, names: Sequence[str], title: str) -> Plan:
    """The plan of several scenarios under the same keys; `title` names the folder."""
    mistakes = [Mistake("scenario_key", key) for key in request.keys if key.startswith("scenario=")]
    mistakes += [Mistake("twice", name) for name in dict.fromkeys(names) if list(names).count(name) > 1]
    configs: list[Config] = []

    def add(name: str) -> None:
        configs.append(compose([f"scenario={name}", *request.keys], request.text("config-dir")))

    faults = [*refused(mistakes).problems, *problems_of([partial(add, name) for name in names])]
    if faults:
        raise InputError(faults)
    return plan_of(request.command.name, title, configs)


def plan_of(command: str, title: str, configs: Sequence[Config]) -> Plan:
    """The plan of some configurations; refused where they do not share their seeds, or where two have one name."""
    first, names = configs[0], [config.scenario for config in configs]
    mistakes = [Mistake("same_name", name) for name in dict.fromkeys(names) if names.count(name) > 1]
    for key in ("seed", "replicates"):
        given = list(dict.fromkeys(getattr(config, key) for config in configs))
        if len(given) > 1:
            mistakes.append(Mistake("unlike", f"{key} = {', '.join(map(str, given))}", f"{key}={given[0]}"))
    if mistakes:
        raise refused(mistakes)
    scenarios = tuple(Scenario(config.scenario, resolved(config)) for config in configs)
    return Plan(command, title, scenarios, first.seed, first.replicates)
