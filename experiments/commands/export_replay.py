"""`archipel export-replay`: stored runs as one page that plays them."""

from experiments.grammar import Command, Option, Request

COMMAND = Command(
    name="export-replay",
    examples=(
        "archipel export-replay outputs/run-transfo-1a2b3c4d --run 0",
        "archipel export-replay outputs/compare-transfo-1a2b3c4d --run 0,100 --lang en",
    ),
    word="DIR",
    words=(1, 1),
    options=(Option("run", "K"),),
)


def main(request: Request) -> int:
    """Live one or two rows again and write the page that plays them."""
    from experiments.seminar.exporting import export_replay

    return export_replay(request)
