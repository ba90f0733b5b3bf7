"""What switching a mechanism off means: the parameters that it lives by, at the value where it does nothing.

The threshold form of adoption is nothing but peers: switching `peers` off leaves it as it is.
Elections, departures, the DGS who follows and the launch test are not in this table: they decide dates, in
`sim.timeline`.
"""

from typing import Any

import numpy as np

NEVER = -1e9

NEUTRAL: dict[str, dict[str, float]] = {
    "workload": {"adoption.workload": 0, "abandonment.workload": 0},
    "tension": {"management.tension": 0, "programme.dropout_tension": 0},
    "overload": {"relay.overload": 0},
    "evidence": {
        "adoption.evidence": 0,
        "management.evidence": 0,
        "management.dgs_evidence": 0,
        "management.dgs_cases": 0,
        "sponsorship.evidence_pull": 0,
        "lab.evidence": 0,
        "lab.closure_evidence": 0,
        "relaunch.second_evidence": 0,
    },
    "signal_loss": {"hierarchy.signal_retention": 1},
    "voice": {"voice.base": 0, "voice.practice": 0},
    "citizen_voice": {"voice.heard_base": 1, "voice.heard_gain": 0},
    "relay": {"relay.drop": 0, "relay.intercept": -NEVER},
    "answers": {
        "decision.motivation_gain": 0,
        "decision.cynicism_relief": 0,
        "decision.teammates_relief": 0,
        "decision.unanswered_cynicism": 0,
        "evidence.practitioner_service": 0,
        "evidence.practitioner_team": 0,
        "evidence.ordinary_service": 0,
        "evidence.ordinary_team": 0,
    },
    "cobuilding": {"decision.cobuilt_time": 1, "decision.cobuilt_acceptance": 1},
    "ambassador_ties": {
        "network.ambassador_tie": 0,
        "network.ambassador_tie_lab": 0,
        "network.ambassador_tie_after": 0,
    },
    "dropout": {"programme.dropout_early": 0, "programme.dropout_late": 0},
    "abort": {"programme.abort_hazard": 0},
    "dispossession": {"sponsorship.dispossession_gain": 0, "sponsorship.debate_pull": 0},
    "sponsor_drift": {"sponsorship.drift": 0, "sponsorship.drift_district": 0},
    "managers": {"management.rate": 0, "programme.abort_administration": 1},
    "adoption": {
        "adoption.intercept": NEVER,
        "adoption.threshold_count": -NEVER,
        "adoption.threshold_share": -NEVER,
        "adoption.hazard_external": 0,
        "adoption.hazard_peer": 0,
    },
    "abandonment": {"abandonment.intercept": NEVER},
    "peers": {"adoption.peers": 0, "adoption.hazard_peer": 0, "abandonment.peers": 0},
    "motivation": {
        "motivation.practice_gain": 0,
        "motivation.return_rate": 0,
        "motivation.stress": 0,
        "decision.motivation_gain": 0,
    },
    "cynicism": {
        "cynicism.imitation": 0,
        "cynicism.return_rate": 0,
        "cynicism.abort_shock": 0,
        "cynicism.rivalry": 0,
        "programme.abort_all": 0,
        "decision.cynicism_relief": 0,
        "decision.teammates_relief": 0,
        "decision.unanswered_cynicism": 0,
    },
    "mobility": {"mobility.rate": 0},
    "rivalry": {"cynicism.rivalry": 0},
    "role_stress": {"motivation.stress": 0},
    "lab": {"lab.intercept": NEVER},
    "citizens": {
        "citizens.contact": 0,
        "citizens.voice_elu": 0,
        "citizens.voice_direct": 0,
        "citizens.join": NEVER,
        "citizens.trust_return": 0,
        "citizens.quality_rate": 0,
        "sponsorship.quality_pull": 0,
        "voice.heard_base": 1,
        "voice.heard_gain": 0,
    },
    "participation": {"citizens.join": NEVER},
    "short_routes": {"hierarchy.arena": 0, "relay.bypass": 0},
    "flash": {"programme.flash_rate": 0, "evidence.flash_rate": 0},
    "direct_channel": {"citizens.direct_channel": 0},
    "commitment": {"sponsorship.commitment": 0},
    "outside": {"evidence.outside": 0},
    "quality": {"citizens.quality_rate": 0, "citizens.quality_gain": 0, "sponsorship.quality_pull": 0},
}


def switch_off(levers: np.ndarray, mechanism: str) -> None:
    """Set the parameters of one mechanism to where it does nothing, in every month of the table."""
    for key, value in NEUTRAL.get(mechanism, {}).items():
        group, field = key.split(".")
        column: Any = levers[group]
        column[field] = value
