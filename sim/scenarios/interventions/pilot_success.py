"""A pilot succeeds, and it shows."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Intervention
from sim.timeline.draft import Draft


def apply(draft: Draft, first: int, until: int, strength: float) -> None:
    """Write it into the draft of a run; it takes place once, in its month."""
    draft.pilots[first] = min(1.0, draft.pilots[first] + strength)


INTERVENTION = Intervention(
    kind="event",
    title=Text("Un essai réussit et se voit", "A pilot succeeds, and it shows"),
    effect=Text(
        "Un résultat se voit dans un service sur dix (deux au moins), parmi ceux qui ont des membres de la démarche ; "
        "n'importe où s'il n'y en a pas, donc aussi sans démarche. La force règle le nombre de services.",
        "A result shows in one service in ten (two at least), among those with members of the programme; anywhere if "
        "there are none, hence also without a programme. Strength sets the number of services.",
    ),
    moves=("services.evidence",),
    equation="V_s += evidence.win in max(1, round(strength max(2, 0.1 n))) services",
    evidence="B",
    source=Text("étude, M39, M41, fiches Grenoble et Strasbourg ; taille : hypothèse",
                "study, M39, M41, cases Grenoble and Strasbourg; size: assumption"),
    prices=(),
    delay_months=0,
    decider=Decider.OUTSIDE,
    step=Text("aucune : un résultat se constate", "none: a result is there to be seen"),
    apply=apply,
)  # fmt: skip
