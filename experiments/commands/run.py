"""`archipel run`: one scenario, many times."""

from experiments.grammar import TRACE, WHY, WORKERS, Command, Request

COMMAND = Command(
    name="run",
    examples=(
        "archipel run scenario=transfo",
        "archipel run scenario=transfo sponsorship.level=0.8 replicates=200 --lang en",
    ),
    keys=True,
    options=(WORKERS, WHY, TRACE),
)


def main(request: Request) -> int:
    """Run every replicate, print what became of practice, write the files."""
    from experiments.running import run

    return run(request)
