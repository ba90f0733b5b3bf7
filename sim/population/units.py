"""Teams, services, and the authority as a whole: the columns of what people belong to."""

from typing import NamedTuple

import numpy as np


class Teams(NamedTuple):
    """One row a first-line team, contiguous by service."""

    first: np.ndarray  # int32: first field agent
    size: np.ndarray  # int32
    service: np.ndarray  # int32
    manager: np.ndarray  # int32: row of the first-line manager
    chain_length: np.ndarray  # int32: posts from the team's manager to the DGS, both counted
    evidence: np.ndarray  # >= 0: stock of results seen here
    tension: np.ndarray  # 0..1: caused by absences last month


class Services(NamedTuple):
    """One row a service."""

    size: np.ndarray  # int32: field agents
    first_team: np.ndarray  # int32
    first_front: np.ndarray  # int32: where its agents in contact with the public start in `front_agents`
    n_front: np.ndarray  # int32
    expected_voices: np.ndarray  # voices a month, in simulated citizens, that its agents would hear on average
    quality: np.ndarray  # 0..1: technical
    gap: np.ndarray  # 0..1: between users' and technicians' criteria
    evidence: np.ndarray  # >= 0
    equipped_month: np.ndarray  # int16: month its instrument was built, -1 = none


AUTHORITY = np.dtype(
    [
        ("inhabitants", np.float64),
        ("budget_eur", np.float64),  # operating budget, euros a year
        ("n_districts", np.int64),
        ("status", np.int64),  # of the programme, see sim.core.codes
        ("end_month", np.int64),  # of the programme, -1 = not ended; of its last call, where there were several
        ("first_end", np.int64),  # month at which its first call was over, -1 = not yet: where a lab may start from
        ("first_result", np.int64),  # month of its first visible result, -1 = none
        ("second_project", np.int64),  # month at which a second project by the same method opens, -1 = none
        ("lead", np.int64),  # row of the project lead, -1 = none
        ("low_months", np.int64),  # months in a row with too little sponsorship
        (
            "cases",
            np.float64,
        ),  # >= 0: stock of cases shown by the programme, pilots and the lab, which fades as results do
        ("evidence_at_start", np.float64),
        ("volunteers_at_start", np.float64),
        ("n_items", np.int64),  # rows of the item pool in use
        ("lab", np.int64),  # 1 while a lab is open
        ("lab_opened", np.int64),  # month, -1 = never
        ("lab_vote", np.int64),  # month at which a new executive confirms the lab or closes it, -1 = none
        ("stance_intercept", np.float64),  # log-odds: m0, set from management.stance
    ],
    align=True,
)
"""The authority itself: one row, static facts and stocks."""
