"""`archipel worker`: one chunk of a study that was planned with `archipel study --plan`."""

from experiments.grammar import Command, Option, Request


def rank(text: str) -> int:
    """A whole number >= 0."""
    value = int(text)
    if value < 0:
        raise ValueError(text)
    return value


COMMAND = Command(
    name="worker",
    examples=(
        "archipel worker outputs/study-quick-1a2b3c4d --chunk 0",
        "archipel worker outputs/study-quick-1a2b3c4d --chunk 3 --lang en",
    ),
    word="DIR",
    words=(1, 1),
    options=(Option("chunk", "K", rank),),
)


def main(request: Request) -> int:
    """Compute one chunk, unless it is there."""
    from experiments.study.processor import compile_for_any

    compile_for_any()
    from experiments.studying import worker

    return worker(request)
