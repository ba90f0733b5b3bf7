"""`archipel validate`: the patterns of the study, put to the model."""

from experiments.grammar import WORKERS, Command, Option, Request

COMMAND = Command(
    name="validate",
    examples=(
        "archipel validate --only SF4,SF12",
        "archipel validate --full --variant all --out outputs/motifs",
    ),
    keys=True,
    options=(
        Option("only", "SF1,SF2..."),
        Option("full"),
        Option("quick"),
        Option("variant", "all|NAME"),
        Option("values", "KEY=VALUE"),
        Option("update-expected"),
        WORKERS,
    ),
)


def main(request: Request) -> int:
    """Read every pattern, print what is expected and observed, write the files; 1 where the committed list differs."""
    from experiments.validating import validate

    return validate(request)
