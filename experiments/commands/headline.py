"""`archipel headline`: the comparison that `make run` shows, and the phase picture."""

from experiments.grammar import WHY, WORKERS, Command, Request

COMMAND = Command(
    name="headline",
    examples=("archipel headline", "archipel headline replicates=20 --lang en"),
    keys=True,
    options=(WORKERS, WHY),
)


def main(request: Request) -> int:
    """The same town under seven conditions, then sponsorship by managers' stance."""
    from experiments.headline import headline

    return headline(request)
