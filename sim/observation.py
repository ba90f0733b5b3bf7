"""What is written down at the close of each month: one row of named columns, with their units, declared here once."""

from typing import NamedTuple

import numpy as np

from sim.agents.citizen import Citizens
from sim.core import codes
from sim.core.compile import page, rule
from sim.core.records import Flow, Row
from sim.core.text import Text


class Column(NamedTuple):
    """One monthly column: unit and meaning."""

    unit: str
    text: Text


def _column(unit: str, fr: str, en: str) -> Column:
    return Column(unit, Text(fr, en))


_SHARE = "0..1"
COLUMNS: dict[str, Column] = {
    "practice": _column(_SHARE, "part des agents qui pratiquent", "share of field agents who practise"),
    "practising": _column("count", "agents qui pratiquent", "field agents who practise"),
    "adopted": _column(
        "count", "agents qui commencent à pratiquer ce mois", "field agents who take up the practice this month"
    ),
    "abandoned": _column(
        "count", "agents qui cessent de pratiquer ce mois", "field agents who drop the practice this month"
    ),
    "members": _column("count", "agents membres de la démarche", "field agents who are members of the programme"),
    "ambassadors_practising": _column(
        "count", "membres et anciens membres qui pratiquent", "members and former members who practise"
    ),
    "programme_active": _column("0 or 1", "la démarche est en cours", "the programme is under way"),
    "wins": _column(
        "count", "services où un résultat de la démarche se voit", "services where a result of the programme shows"
    ),
    "motivation": _column(_SHARE, "motivation moyenne des agents", "mean motivation of field agents"),
    "cynicism": _column(_SHARE, "désabusement moyen des agents", "mean cynicism of field agents"),
    "left": _column("count", "agents qui quittent leur poste", "field agents who leave their post"),
    "overload": _column(_SHARE, "surcharge moyenne des équipes", "mean overload of teams"),
    "tension": _column(_SHARE, "tension moyenne des équipes", "mean tension of teams"),
    "stance_mean": _column(_SHARE, "appui moyen de l'encadrement (hors DGS)", "mean stance of managers (DGS apart)"),
    "administration": _column(_SHARE, "portage de la direction générale", "sponsorship of the direction générale"),
    "sponsorship": _column(_SHARE, "portage de la tête de l'exécutif", "sponsorship of the head of the executive"),
    "sponsorship_thematic": _column(_SHARE, "portage des élus thématiques", "sponsorship of thematic elus"),
    "sponsorship_district": _column(_SHARE, "portage des élus de quartier", "sponsorship of district elus"),
    "sponsorship_signal": _column(_SHARE, "portage politique d'ensemble", "political sponsorship as a whole"),
    "dispossession_mayor": _column(
        _SHARE, "dépossession ressentie par la tête de l'exécutif", "dispossession felt by the head of the executive"
    ),
    "dispossession_thematic": _column(
        _SHARE, "dépossession ressentie par les élus thématiques", "dispossession felt by thematic elus"
    ),
    "dispossession_district": _column(
        _SHARE, "dépossession ressentie par les élus de quartier", "dispossession felt by district elus"
    ),
    "managers": _column("count", "postes d'encadrement, DGS comprise", "management posts, the DGS included"),
    "evidence": _column(_SHARE, "résultats visibles, en moyenne", "visible results, on average"),
    "lab_alive": _column("0 or 1", "un labo est ouvert", "a lab is open"),
    "second_project": _column(
        "0 or 1",
        "un second projet de même méthode s'est ouvert (noté, sans effet)",
        "a second project by the same method has opened (noted, without effect)",
    ),
    "items_created": _column("count", "remontées faites par les agents", "items brought up by field agents"),
    "items_delivered": _column("count", "remontées parvenues à qui décide", "items that reach their decider"),
    "items_dropped": _column("count", "remontées perdues en chemin", "items dropped on their way"),
    "items_accepted": _column("count", "remontées acceptées", "items accepted"),
    "items_refused": _column("count", "remontées refusées par qui décide", "items refused by their decider"),
    "items_done": _column("count", "remontées suivies d'effet", "items carried out"),
    "items_waiting": _column("count", "remontées en chemin", "items on their way"),
    "voices_agents": _column(
        "count",
        "paroles de citoyens (simulés) dites à un agent",
        "voices of (simulated) citizens told to a field agent",
    ),
    "voices_elus": _column(
        "count", "paroles de citoyens (simulés) dites à un élu", "voices of (simulated) citizens told to an elu"
    ),
    "voices_direct": _column(
        "count",
        "paroles de citoyens (simulés) parvenues sans passer par les élus",
        "voices of (simulated) citizens that passed the elus by",
    ),
    "participation": _column(
        _SHARE, "part des citoyens qui participent ce mois", "share of citizens who take part this month"
    ),
    "trust": _column(_SHARE, "confiance moyenne des citoyens", "mean trust of citizens"),
    "quality": _column(_SHARE, "qualité perçue, en moyenne", "mean perceived quality"),
    "fatigue": _column(_SHARE, "lassitude moyenne des citoyens", "mean fatigue of citizens"),
    "equipped": _column(
        _SHARE, "part des services dotés de l'instrument", "share of services that have the instrument"
    ),
    "euros_programme": _column("€", "coût de la démarche ce mois", "cost of the programme this month"),
    "euros_backfill": _column(
        "€", "remplacement des membres absents ce mois", "replacement of absent members this month"
    ),
    "euros_lab": _column("€", "coût du labo ce mois", "cost of the lab this month"),
    "euros_instrument": _column("€", "coût de l'instrument ce mois", "cost of the instrument this month"),
    "euros_levers": _column("€", "coût des interventions ce mois", "cost of interventions this month"),
    "euros": _column("€", "dépense totale ce mois", "total spending this month"),
    "days_levers": _column(
        "days", "jours de travail que prennent les interventions", "working days that interventions take"
    ),
    "agent_days": _column(
        "days",
        "jours de travail des membres et des interventions ce mois",
        "working days of members and interventions this month",
    ),
    "elu_hours": _column(
        "hours", "heures d'élus que prennent les interventions", "hours of elus that interventions take"
    ),
}

MONTHLY = np.dtype([(name, np.float64) for name in COLUMNS])


@page
def observe(row: Row, flows: Flow, world: Flow, before_practises: np.ndarray) -> None:
    """Write one row: stocks as they stand at the close, flows of the month. NaN where nobody is there to measure."""
    agents = world.field_agents
    observe_agents(row, agents.practises, before_practises, agents.role, agents.motivation, agents.cynicism)
    observe_places(row, flows.wins, flows.mood.left, flows.load, world.managers.stance, world.services.equipped_month)
    observe_elus(row, world.elus.role, world.elus.sponsorship, world.elus.dispossession)
    observe_items(row, flows.said.spoke, flows.said.kind, flows.fate.what)
    observe_citizens(row, flows.heard, flows.direct, flows.turnout.joined, world.citizens)
    observe_money(row, flows.spent)
    row.items_waiting = world.authority[0].n_items
    row.programme_active = 1.0 if flows.roster.active else 0.0
    row.evidence = flows.perceived.mean
    row.lab_alive = flows.lab.alive
    row.managers = world.managers.stance.size
    row.second_project = 1.0 if flows.second >= 0 else 0.0
    row.sponsorship_signal = flows.political_signal


@rule
def observe_agents(
    row: Row, practises: np.ndarray, before: np.ndarray, role: np.ndarray, motivation: np.ndarray, cynicism: np.ndarray
) -> None:
    """Columns on field agents."""
    n = practises.size
    practising, adopted, abandoned, members, carriers = 0, 0, 0, 0, 0
    for i in range(n):
        practising += practises[i]
        adopted += practises[i] and not before[i]
        abandoned += before[i] and not practises[i]
        members += role[i] == codes.MEMBER
        carriers += role[i] != codes.NEVER and practises[i]
    row.practising, row.practice = practising, practising / n
    row.adopted, row.abandoned, row.members = adopted, abandoned, members
    row.ambassadors_practising = carriers
    row.motivation = motivation.sum() / n
    row.cynicism = cynicism.sum() / n


@rule
def observe_places(
    row: Row, wins: np.ndarray, left: np.ndarray, load: Flow, stance: np.ndarray, equipped_month: np.ndarray
) -> None:
    """Columns on services, teams and managers."""
    row.wins = wins.sum()
    row.left = left.sum()
    row.overload = load.overload.sum() / load.overload.size
    row.tension = load.tension.sum() / load.tension.size
    row.administration = stance[stance.size - 1]
    row.stance_mean = stance[:-1].sum() / (stance.size - 1) if stance.size > 1 else stance[0]
    equipped = 0
    for s in range(equipped_month.size):
        equipped += equipped_month[s] >= 0
    row.equipped = equipped / equipped_month.size


@rule
def observe_elus(row: Row, role: np.ndarray, sponsorship: np.ndarray, dispossession: np.ndarray) -> None:
    """Columns on elus: means by role."""
    count, support, felt = np.zeros(3), np.zeros(3), np.zeros(3)
    for e in range(role.size):
        count[role[e]] += 1.0
        support[role[e]] += sponsorship[e]
        felt[role[e]] += dispossession[e]
    for k in range(3):
        support[k] = support[k] / count[k] if count[k] > 0.0 else np.nan
        felt[k] = felt[k] / count[k] if count[k] > 0.0 else np.nan
    row.sponsorship, row.sponsorship_thematic, row.sponsorship_district = support[0], support[1], support[2]
    row.dispossession_mayor, row.dispossession_thematic, row.dispossession_district = felt[0], felt[1], felt[2]


@rule
def observe_items(row: Row, spoke: np.ndarray, kind: np.ndarray, what: np.ndarray) -> None:
    """Columns on what agents brought up."""
    spoken, desk = 0, 0
    for i in range(spoke.size):
        spoken += spoke[i]
        desk += spoke[i] and kind[i] == codes.DESK
    accepted, refused, dropped, done = 0, 0, 0, 0
    for k in range(what.size):
        accepted += what[k] == codes.ACCEPTED
        refused += what[k] == codes.REFUSED
        dropped += what[k] == codes.DROPPED
        done += what[k] == codes.DONE
    row.items_created = spoken
    row.items_delivered = accepted + refused + desk
    row.items_dropped = dropped
    row.items_accepted = accepted + desk
    row.items_refused = refused
    row.items_done = done + desk


@rule
def observe_citizens(row: Row, heard: Flow, direct: np.ndarray, joined: np.ndarray, citizens: Citizens) -> None:
    """Columns on citizens."""
    n = citizens.need.size
    row.voices_agents = heard.by_service.sum()
    row.voices_elus = heard.to_elus.sum()
    row.voices_direct = direct.sum()
    row.participation = joined.sum() / n if n > 0 else np.nan
    row.trust = citizens.trust.sum() / n if n > 0 else np.nan
    row.quality = citizens.quality.sum() / n if n > 0 else np.nan
    row.fatigue = citizens.fatigue.sum() / n if n > 0 else np.nan


@rule
def observe_money(row: Row, spent: Flow) -> None:
    """Columns on money and time."""
    row.euros_programme = spent.programme_eur
    row.euros_backfill = spent.backfill_eur
    row.euros_lab = spent.lab_eur
    row.euros_instrument = spent.instrument_eur
    row.euros_levers = spent.levers_eur
    row.euros = spent.programme_eur + spent.backfill_eur + spent.lab_eur + spent.instrument_eur + spent.levers_eur
    row.days_levers = spent.levers_days
    row.agent_days = spent.agent_days + spent.levers_days
    row.elu_hours = spent.elu_hours
