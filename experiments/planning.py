"""From a command line to a plan: scenarios composed, every fault of all of them told at once.

A command that compares carries all the uncertainty there is, unless it is told otherwise, as soon as the product has an
ensemble of parameters; `run` carries that of repetition alone.
"""

from collections.abc import Sequence
from functools import partial

from experiments.configuration import composed
from experiments.ensemble import shipped
from experiments.grammar import Mistake, Request
from experiments.plan import Plan, Scenario
from experiments.refusal import problems_of, refused
from experiments.uncertainty import Spread
from sim.config import Config, resolved
from sim.config.root import Uncertainty
from sim.core.errors import InputError

UNCERTAINTY = "uncertainty"
Composed = tuple[Config, frozenset[str]]
"""A configuration, and the keys that a file or the line gives."""


def plan_one(request: Request) -> Plan:
    """The plan of the scenario that the keys of the line describe."""
    config, given = composed(request.keys, request.text("config-dir"))
    return plan_of(request.command.name, config.scenario, [(config, given)])


def plan_several(request: Request, names: Sequence[str], title: str) -> Plan:
    """The plan of several scenarios under the same keys; `title` names the folder."""
    mistakes = [Mistake("scenario_key", key) for key in request.keys if key.startswith("scenario=")]
    mistakes += [Mistake("twice", name) for name in dict.fromkeys(names) if list(names).count(name) > 1]
    configs: list[Composed] = []

    def add(name: str) -> None:
        configs.append(composed([f"scenario={name}", *request.keys], request.text("config-dir")))

    faults = [*refused(mistakes).problems, *problems_of([partial(add, name) for name in names])]
    if faults:
        raise InputError(faults)
    return plan_of(request.command.name, title, [comparing(each) for each in configs])


def comparing(each: Composed) -> Composed:
    """What a command that compares makes of a configuration: all uncertainties, where nothing is said of them."""
    config, given = each
    if UNCERTAINTY in given or shipped() is None:
        return each
    return config.model_copy(update={UNCERTAINTY: Uncertainty.PLAUSIBLE}), given


def plan_of(command: str, title: str, asked: Sequence[Composed]) -> Plan:
    """The plan of some configurations; refused where they do not share seeds or uncertainty, or share a name."""
    configs = [config for config, _ in asked]
    first, names = configs[0], [config.scenario for config in configs]
    mistakes = [Mistake("same_name", name) for name in dict.fromkeys(names) if names.count(name) > 1]
    for key in ("seed", "replicates", UNCERTAINTY):
        given = list(dict.fromkeys(getattr(config, key) for config in configs))
        if len(given) > 1:
            mistakes.append(Mistake("unlike", f"{key} = {', '.join(map(str, given))}", f"{key}={given[0]}"))
    if mistakes:
        raise refused(mistakes)
    spread = spread_of(first)
    scenarios = tuple(Scenario(config.scenario, resolved(config), kept(spread, given)) for config, given in asked)
    return Plan(command, title, scenarios, first.seed, first.replicates, spread)


def spread_of(config: Config) -> Spread:
    """What the replicates of a configuration carry; refused where it needs an ensemble and the product has none."""
    if config.uncertainty is Uncertainty.REPLICATION:
        return Spread()
    ensemble = shipped()
    if ensemble is None:
        said = f"{UNCERTAINTY}={config.uncertainty.value}"
        raise refused([Mistake("no_ensemble", said, f"{UNCERTAINTY}={Uncertainty.REPLICATION.value}")])
    return Spread(config.uncertainty, ensemble)


def kept(spread: Spread, given: frozenset[str]) -> frozenset[str]:
    """Of the keys that are given, those that replicates would have changed."""
    return given & frozenset(spread.keys())
