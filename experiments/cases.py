"""What a scenario is and what it serves for, in words: retrospective case, fictitious or own authority, variant."""

from collections.abc import Mapping, Sequence
from typing import Any

from experiments.configuration import load_scenario
from experiments.language import Words
from experiments.options import configs_folder, offered
from experiments.plan import Scenario
from sim.config import Config, config_hash

RETROSPECTIVE, FICTITIOUS, VARIANT, OWN = "retrospective", "fictitious", "variant", "own"
_TEACHING, _REFERENCE = "teaching", "reference"


def kind_of(content: Mapping[str, Any]) -> str:
    """Retrospective case of the study; fictitious authority, made for teaching; one's own; variant of the reference."""
    if content.get("retrospective", False):
        return RETROSPECTIVE
    return {_TEACHING: FICTITIOUS, OWN: OWN}.get(use_of(content), VARIANT)


def use_of(content: Mapping[str, Any]) -> str:
    """What the keys of a scenario say that it serves for."""
    return str(content.get("use", _REFERENCE))


def label(content: Mapping[str, Any], say: Words) -> str:
    """Kind and use of a scenario in a few words."""
    return f"{say(f'case.kind.{kind_of(content)}')}, {say(f'case.use.{use_of(content)}')}"


def with_kind(title: str, config: Config, say: Words) -> str:
    """A title that says so where it is that of a retrospective case."""
    return say("case.title", title=title, kind=say("case.kind.retrospective")) if config.retrospective else title


def notes(scenarios: Sequence[Scenario], say: Words) -> list[str]:
    """What the head of a result says of its retrospective cases: nothing where it has none."""
    cases = [scenario for scenario in scenarios if scenario.config.retrospective]
    if not cases:
        return []
    if len(scenarios) == 1:
        return [say("case.note.changed" if is_changed(cases[0].config) else "case.note.one")]
    names = [
        say("case.note.changed_name", name=case.name) if is_changed(case.config) else case.name for case in cases
    ]
    return [say("case.note.several", names=", ".join(names))]


def is_changed(config: Config) -> bool:
    """Whether a shipped scenario is played with other values than its own."""
    if config.scenario not in offered("scenario", [configs_folder()]):
        return False
    return config_hash(config) != config_hash(load_scenario(config.scenario))
