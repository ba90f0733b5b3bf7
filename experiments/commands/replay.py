"""`archipel replay`: one row of a stored result, computed again."""

from experiments.grammar import Command, Option, Request

COMMAND = Command(
    name="replay",
    examples=(
        "archipel replay outputs/run-transfo-1a2b3c4d --run 0",
        "archipel replay outputs/run-transfo-1a2b3c4d --run 93f0c1a2b4d5e6f7 --lang en",
    ),
    word="DIR",
    words=(1, 1),
    options=(Option("run", "K"),),
)


def main(request: Request) -> int:
    """Run one row again, alone, and say whether it is the same bits."""
    from experiments.checking import replay

    return replay(request)
