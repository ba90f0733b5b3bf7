"""`archipel compare`: several scenarios with the same luck."""

from experiments.grammar import WHY, WORKERS, Command, Request

COMMAND = Command(
    name="compare",
    examples=(
        "archipel compare transfo transfo_weak_sponsor",
        "archipel compare transfo transfo_dear transfo_heavy replicates=50 --out outputs/couts",
    ),
    word="SCENARIO",
    words=(2, 99),
    keys=True,
    options=(WORKERS, WHY),
)


def main(request: Request) -> int:
    """Run every scenario with the same seeds, print paired differences to the first, write the files."""
    from experiments.comparing import compare

    return compare(request)
