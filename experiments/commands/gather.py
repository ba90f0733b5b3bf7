"""`archipel gather`: the tables of a study whose chunks were computed by workers."""

from experiments.commands.study import FORMAT
from experiments.grammar import Command, Request

COMMAND = Command(
    name="gather",
    examples=(
        "archipel gather outputs/study-quick-1a2b3c4d",
        "archipel gather outputs/study-quick-1a2b3c4d --format csv --lang en",
    ),
    word="DIR",
    words=(1, 1),
    options=(FORMAT,),
)


def main(request: Request) -> int:
    """Put the parts together in the order of the plan, or say which are missing."""
    from experiments.studying import gather

    return gather(request)
