"""A second call for members of the programme."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Intervention, Value
from sim.timeline.draft import Draft


def apply(draft: Draft, first: int, until: int, strength: float, people: float) -> None:
    """Write it into the draft of a run; it lasts as long as the first call did."""
    wanted = round(strength * people)
    if wanted > 0:
        draft.calls.append((first, wanted))


INTERVENTION = Intervention(
    kind="event",
    title=Text("Une seconde vague", "A second wave"),
    effect=Text(
        "Une démarche lancée recrute de nouvelles personnes pour la même durée, pendant la première vague ou après sa "
        "fin ; ni avant son début, ni après un arrêt. Elle coûte en proportion des personnes, et doit trouver son "
        "argent comme la première.",
        "A programme that was launched recruits new people for the same time, during the first wave or after its end; "
        "not before its start, nor after it was broken off. It costs in proportion to the people, and has to find its "
        "money as the first did.",
    ),
    moves=("field_agents.role", "field_agents.recruited_month", "authority.status"),
    equation=(
        "recruitment, drop-out, ties and wins as in the first wave; P(win) and fee x people / ambassadors; the lab's "
        "window stays with the end of the first"
    ),
    evidence="C",
    source=Text("étude, SF20 (un nouvel appel) ; règles : hypothèse", "study, SF20 (another call); rules: assumption"),
    prices=(),
    delay_months=0,
    decider=Decider.EXECUTIVE,
    step=Text(
        "décision du bureau, appel à volontaires, lettres de mission signées par le DGS",
        "decision of the bureau, call for volunteers, mission letters signed by the DGS",
    ),
    apply=apply,
    value=Value(20, 1, 2_000, "people", Text("personnes recrutées", "people recruited"), whole=True),
)
