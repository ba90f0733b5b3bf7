"""`archipel bench`: the product against peers and against its own targets."""

from experiments.grammar import Command, Option, Request

COMMAND = Command(
    name="bench",
    examples=("archipel bench", "archipel bench --quick --out bench --lang en"),
    options=(Option("quick"),),
)


def main(request: Request) -> int:
    """Measure, print each figure as it comes; keep all of them in a file where the user names a folder."""
    from experiments.benchmarking import bench

    return bench(request)
