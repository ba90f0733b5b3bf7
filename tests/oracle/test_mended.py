"""Places where the product once differed from its text, found by the oracle; they must stay mended."""

import pytest

from tests.oracle.cases import CASES as ALL
from tests.oracle.cases import STAR, Case
from tests.oracle.compare import side_by_side

CASES = {
    "nine members for six services: every service sends one": Case(
        "diverse", {"authority.services": 6, "programme.ambassadors": 9}, seed=4, months=8
    ),
    "agents whom nothing inclines come last, by their luck": Case(
        "nobody inclined", {"formal.job": 0.0, "authority.neutrality_share": 0.9, "programme.ambassadors": 24}, months=8
    ),
    "in a complete network everybody imitates everybody": Case(
        "complete", {"network.generator": "complete"}, months=2
    ),
    "offers are answered after citizens.silence_months": Case(
        "short silence", {"citizens.silence_months": 3}, months=12
    ),
    "without a programme, elus compare results with those of the start month": Case(
        "twin", months=12, twin=True
    ),
    "a shock of rivalry is capped at 0.95": Case("rivalry", {"cynicism.rivalry": 0.99}, months=8),
    "one after the other, ties of the programme show who decided before": Case(
        "ties of the opening",
        {
            "adoption.form": "threshold",
            "adoption.updating": "sequential",
            "adoption.threshold_count": 1.4,
            "authority.initial_practice": 0.0,
            "authority.team_size": 2.0,
            "cost.agent_days_per_month": 0.5,
            "hierarchy.transversality": 0.0,
            "network.within_service_degree": 0.0,
            "network.ambassador_tie": 1.0,
            "programme.ambassadors": 20,
            "programme.dropout_early": 0.0,
            "programme.dropout_late": 0.0,
        },
        seed=1,
        months=8,
    ),
    "who replaces a lead who left is not the centre of the star": Case(
        "lead gone",
        STAR
        | {
            "adoption.form": "threshold",
            "adoption.threshold_count": 0.2,
            "authority.initial_practice": 0.0,
            "cost.agent_days_per_month": 0.5,
            "mobility.rate": 0.15,
            "network.generator": "random",
            "network.mean_degree": 0.0,
            "programme.ambassadors": 20,
            "programme.flash_rate": 1.0,
            "programme.flash_people": 30,
        },
        seed=8,
        months=14,
    ),
}


@pytest.mark.parametrize("case", [pytest.param(case, id=what) for what, case in CASES.items()])
def test_the_product_does_what_its_text_says(case: Case):
    found = side_by_side(case.start())
    assert not found.differences, found


def test_the_shock_of_an_abort_on_everybody_is_capped():
    aborted = next(case for case in ALL if case.name == "sponsor too weak")
    found = side_by_side(Case("shock", aborted.values | {"programme.abort_all": 1.0}, months=12).start())
    assert not found.differences, found
