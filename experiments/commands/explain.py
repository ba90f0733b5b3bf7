"""`archipel explain`: one thing, with its unit, range, default, source and place."""

from experiments.grammar import Command, Request

COMMAND = Command(
    name="explain",
    examples=("archipel explain sponsorship.level", "archipel explain net_practice --lang en"),
    word="NAME",
    words=(1, 1),
)


def main(request: Request) -> int:
    """Print all that is declared about a key, an outcome, a scenario, an intervention or a plan."""
    from experiments.explain import explain
    from experiments.page import Page

    name = request.words[0]
    page = Page()
    page.text(explain(name, request.lang))
    page.keep(request, f"explain-{name}")
    return 0
