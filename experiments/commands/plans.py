"""`archipel plans`: roll-out plans against doing nothing, what they cost, which reach a goal."""

from experiments.grammar import WORKERS, Command, Option, Request

COMMAND = Command(
    name="plans",
    examples=(
        "archipel plans scenario=fictional_commune plan=flash_first plan=managers_first --draft",
        "archipel plans scenario=fictional_epci plan=elus_first plan=pilot_then_wave goal=25 --out outputs/plans",
    ),
    keys=True,
    own_keys=("plan", "goal"),
    options=(Option("draft"), WORKERS),
)


def main(request: Request) -> int:
    """Run every plan and doing nothing with the same luck, print the table and the frontier, write the files."""
    from experiments.plans.comparing import plans

    return plans(request)
