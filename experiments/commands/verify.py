"""`archipel verify`: whether a stored result is whole, unchanged, and what the code gives again."""

from experiments.grammar import Command, Option, Request, count

COMMAND = Command(
    name="verify",
    examples=(
        "archipel verify outputs/run-transfo-1a2b3c4d",
        "archipel verify outputs/run-transfo-1a2b3c4d --sample 10 --lang en",
    ),
    word="DIR",
    words=(1, 1),
    options=(Option("sample", "N", count),),
)


def main(request: Request) -> int:
    """Check manifest, checksums and completeness, then run a sample again."""
    from experiments.checking import verify

    return verify(request)
