"""`archipel authority`: one's own authority, from a workbook, a chart or ten answers."""

from experiments.grammar import Command, Option, Request

ACTIONS = ("template", "import", "new")
TYPES = ("commune", "epci", "departement", "region")
ANSWERS = ("name", "start", "type", "inhabitants", "agents", "levels", "sponsorship", "presence", "dgs", "managers",
           "links", "election")  # fmt: skip


def kind(text: str) -> str:
    """One of the types of authority."""
    if text not in TYPES:
        raise ValueError(text)
    return text


COMMAND = Command(
    name="authority",
    examples=(
        "archipel authority template --type epci --out mon-organisation.xlsx",
        "archipel authority import mon-organisation.xlsx --out outputs/mon-organisation",
    ),
    word="ACTION",
    words=(1, 2),
    keys=True,
    options=(Option("type", "commune|epci|departement|region", kind),),
    own_keys=ANSWERS,
)


def main(request: Request) -> int:
    """Write a template; or read what was filled in and write the scenario and its plans."""
    from experiments.describing_authority import describe_authority

    return describe_authority(request)
