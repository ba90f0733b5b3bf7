"""`archipel report`: the decision note on a result folder."""

from experiments.grammar import Command, Option, Request


def formats(text: str) -> str:
    """Forms of the note, separated by commas."""
    if not text or not set(text.split(",")) <= {"html", "pdf"}:
        raise ValueError(text)
    return text


COMMAND = Command(
    name="report",
    examples=(
        "archipel report outputs/plans-fictional_commune-1a2b3c4d",
        "archipel report outputs/plans-fictional_commune-1a2b3c4d --format html --out outputs/note",
    ),
    word="DIR",
    words=(1, 1),
    options=(Option("format", "html,pdf", formats),),
)


def main(request: Request) -> int:
    """Read the folder, write the note in both languages."""
    from experiments.report.reporting import report

    return report(request)
