"""`archipel list`: what there is."""

from experiments.grammar import Command, Request

COMMAND = Command(
    name="list",
    examples=("archipel list scenarios", "archipel list outcomes --lang en"),
    word="KIND",
    words=(1, 1),
    choices=("scenarios", "interventions", "levers", "outcomes", "studies", "plans"),
)


def main(request: Request) -> int:
    """Print the names of one kind of thing, each with its sentence."""
    from experiments.interventions import print_interventions
    from experiments.listing import as_text, listing
    from experiments.page import Page

    kind = request.words[0]
    page = Page()
    if kind == "interventions":
        print_interventions(page, request.lang)
    else:
        page.text(as_text(listing(kind, request.lang), request.lang))
    page.keep(request, f"list-{kind}")
    return 0
