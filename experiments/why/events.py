"""Planned interventions as candidate causes: each could have been left out."""

from collections.abc import Mapping

from experiments.why.candidate import Candidate
from sim.config import Config, Intervention, effective_horizon
from sim.core.text import Text
from sim.outcomes.verdict import VERDICTS
from sim.scenarios.intervention import find
from sim.timeline.plan import draft_of


def moves_head(config: Config, asked: Intervention) -> bool:
    """Whether an intervention changes the head of the executive."""
    alone = config.model_copy(update={"interventions": (asked,)})
    return bool(draft_of(alone, effective_horizon(config), twin=False).changes)


def planned_events(config: Config) -> list[Candidate]:
    """One candidate for each planned intervention; who leaves the head of the executive is another candidate."""
    return [_left_out(asked) for asked in config.interventions if not moves_head(config, asked)]


def _left_out(asked: Intervention) -> Candidate:
    title = find(asked.name).title

    def changes(config: Config) -> Mapping[str, object]:
        return {"interventions": [other.model_dump() for other in config.interventions if other != asked]}

    return Candidate(
        f"{asked.name}_{asked.month}",
        of=frozenset(VERDICTS),
        applies=lambda config, story: True,
        changes=changes,
        because=Text(f"l'intervention « {title.fr} » a lieu", f'the intervention "{title.en}" takes place'),
        without=Text(
            f"l'intervention « {title.fr} » n'avait pas lieu", f'the intervention "{title.en}" did not take place'
        ),
        event=True,
    )
