"""`archipel pack`: the seminar in one file."""

from experiments.grammar import WORKERS, Command, Option, Request

COMMAND = Command(
    name="pack",
    examples=("archipel pack", "archipel pack --quick --out outputs/essai --lang en"),
    options=(Option("quick"), WORKERS),
)


def main(request: Request) -> int:
    """Compute the positions that are missing, write the file; the same command again continues."""
    from experiments.seminar.packing import pack

    return pack(request)
