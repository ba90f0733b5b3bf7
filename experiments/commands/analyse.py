"""`archipel analyse`: what a study shows."""

from experiments.grammar import TRACE, Command, Request

COMMAND = Command(
    name="analyse",
    examples=(
        "archipel analyse outputs/study-sponsorship_depth_cost-1a2b3c4d",
        "archipel analyse outputs/study-quick-1a2b3c4d --lang en --out outputs/what-it-says",
    ),
    word="DIR",
    words=(1, 1),
    options=(TRACE,),
)


def main(request: Request) -> int:
    """Read the study, put every method to it, print the main findings, write tables and figures."""
    from experiments.analysis.analysing import analyse

    return analyse(request)
