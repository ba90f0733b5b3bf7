"""`archipel calibrate`: which values of the fitted parameters the facts of the study do not rule out."""

from experiments.grammar import WORKERS, Command, Option, Request, count

COMMAND = Command(
    name="calibrate",
    examples=(
        "archipel calibrate --points 300 --replicates 10 --budget 36 --out outputs/calibration",
        "archipel calibrate --dry-run --lang en",
    ),
    options=(
        Option("points", "N", count),
        Option("waves", "N", count),
        Option("replicates", "R", count),
        Option("budget", "MINUTES", count),
        Option("seed", "S", count),
        WORKERS,
        Option("dry-run"),
        Option("freeze", "DIR"),
    ),
)


def main(request: Request) -> int:
    """Search, or say what a search would cost, or freeze what one has found."""
    from experiments.calibrating import calibrate

    return calibrate(request)
