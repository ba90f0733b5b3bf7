"""Agents away, with backfill and return of experience."""

from sim.core.text import Text
from sim.scenarios.intervention import Decider, Price
from sim.scenarios.lever import Toward, lever

INTERVENTION = lever(
    Toward("programme.return_experience"),
    Toward("cost.backfill", share=0.5),
    title=Text("S'absenter avec retour vers l'équipe", "Away, with return to the team"),
    effect=Text(
        "Les absences sont en partie remplacées et les participants racontent à leur équipe : la tension baisse.",
        "Absences are partly replaced and participants report to their team: tension falls.",
    ),
    equation=(
        "absent = members days / 19.1 (1 - backfill); T = clip01(absent / 2 k n) (1 - 0.5 return_experience)"
    ),
    evidence="B",
    source=Text(
        "étude, R21, II.B.1.b, M22, M23, fiche Transfo ; taille de l'effet : hypothèse",
        "study, R21, II.B.1.b, M22, M23, case Transfo; size of the effect: assumption",
    ),
    prices=(
        Price(
            days_month=0.5, per="participant",
            source=Text(
                "hypothèse : une demi-journée de restitution par mois et participant ; le remplacement est "
                "compté avec la démarche",
                "assumption: half a day of report a month and participant; replacement is counted with the "
                "programme",
            ),
        ),
    ),
    delay_months=1,
    decider=Decider.DRH,
    step=Text(
        "lettre de mission signée avec le chef de service, contrat de remplacement",
        "mission letter signed with the head of service, replacement contract",
    ),
    recommendation="R21",
)
