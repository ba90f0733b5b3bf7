"""`archipel ablate`: which mechanism does what."""

from experiments.grammar import WORKERS, Command, Option, Request, count

STUDIES = ("mechanisms", "structures", "levers")

COMMAND = Command(
    name="ablate",
    examples=("archipel ablate mechanisms", "archipel ablate structures --replicates 40 --out outputs/structures"),
    word="STUDY",
    words=(1, 1),
    choices=STUDIES,
    options=(WORKERS, Option("replicates", "N", count)),
)


def main(request: Request) -> int:
    """Read every pattern with each mechanism off or under other structures, or measure what each lever moves."""
    from experiments.ablating import ablate

    return ablate(request)
