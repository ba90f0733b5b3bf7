"""One run looked at person by person, at a few months: for the organisation chart."""

from collections.abc import Sequence

import numpy as np

from experiments.figures.frames import OrganisationTrace
from experiments.plan import Scenario
from sim.run import Live


def organisation_trace(scenario: Scenario, seed: int, months: Sequence[int]) -> OrganisationTrace:
    """Live one run again and keep who practises and who supports at the close of each of these months, ascending.

    One chart has one organisation, that of the last month: months before a reorganisation are left out.
    """
    live = Live(scenario.config, seed)
    kept: list[int] = []
    practises: list[np.ndarray] = []
    stance: list[np.ndarray] = []
    sponsorship: list[np.ndarray] = []
    tree = live.tree
    for month in months:
        live.advance(month + 1)
        if live.tree is not tree:
            tree = live.tree
            kept.clear()
            for before in (practises, stance, sponsorship):
                before.clear()
        kept.append(month)
        practises.append(live.world.field_agents.practises.copy())
        stance.append(live.world.managers.stance.copy())
        sponsorship.append(live.world.elus.sponsorship.copy())
    world, lines = live.world, scenario.config.verdict
    return OrganisationTrace(
        scenario=scenario.name,
        level=world.managers.level.astype(np.int64),
        parent=world.managers.parent,
        span=world.managers.span,
        team_manager=world.teams.manager,
        agent_team=world.field_agents.team,
        agent_service=world.field_agents.service,
        months_chosen=np.array(kept),
        practises=np.array(practises),
        manager_stance=np.array(stance),
        elu_sponsorship=np.array(sponsorship),
        service_share=lines.service_share,
        service_min=lines.service_min,
    )
