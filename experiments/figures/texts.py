"""Words of the figures in French and English; French first."""

import re
import textwrap

TEXTS: dict[str, tuple[str, str]] = {
    # verdicts, the same words everywhere
    "diffusion": ("diffusion", "diffusion"),
    "spreading": ("diffusion en cours", "still spreading"),
    "islets": ("îlots participatifs", "participatory islets"),
    "fallback": ("retombée", "fallback"),
    "not_launched": ("non lancé", "not launched"),
    # shared
    "definition": (
        "Un agent pratique quand il part régulièrement de ce que vivent les usagers pour faire évoluer son service.",
        "A field agent practises when they regularly start from what users live through to improve their service.",
    ),
    "month_axis": ("mois de simulation", "month of the simulation"),
    "programme": ("programme en cours", "programme under way"),
    "observed": ("mois d’observation", "month of observation"),
    # practice over time
    "practice.title": (
        "Combien d’agents pratiquent, mois après mois",
        "How many field agents practise, month after month",
    ),
    "practice.axis": ("agents qui pratiquent (% des agents de terrain)", "practitioners (% of field agents)"),
    "practice.at": (
        "mois {month} : {median} (sans programme {twin})",
        "month {month}: {median} (no programme {twin})",
    ),
    "practice.median": ("médiane", "median"),
    "practice.half": ("la moitié des simulations", "half of the runs"),
    "practice.most": ("90 % des simulations", "90% of the runs"),
    "practice.twin": ("même hasard, sans programme (médiane)", "same luck, no programme (median)"),
    "practice.note": (
        "{runs} simulations par scénario, avec le même hasard d’un scénario à l’autre. En tête : la médiane au dernier "
        "mois d’observation et, entre parenthèses, celle du même hasard sans programme.",
        "{runs} runs per scenario, with the same luck from one scenario to the next. On top: the median at the last "
        "month of observation and, in brackets, that of the same luck without the programme.",
    ),
    # shares of verdicts
    "verdicts.title": (
        "Ce que devient la pratique participative, fois sur 100",
        "What becomes of participatory practice, times out of 100",
    ),
    "verdicts.bars": ("fois sur 100", "times out of 100"),
    "verdicts.dots": (
        "fois sur 100, avec l’intervalle de Wilson à 95 %",
        "times out of 100, with the 95% Wilson interval",
    ),
    "verdicts.note": (
        "{runs} simulations par scénario ; verdict lu au mois {month}.",
        "{runs} runs per scenario; verdict read at month {month}.",
    ),
    "verdicts.replication": (
        "L’intervalle dit la seule incertitude de répétition.",
        "The interval tells the uncertainty of repetition alone.",
    ),
    "verdicts.parameters": (
        "L’intervalle dit l’incertitude de répétition et celle des paramètres.",
        "The interval tells the uncertainty of repetition and that of parameters.",
    ),
    "verdicts.plausible": (
        "L’intervalle dit les incertitudes de répétition, de paramètres et de structure.",
        "The interval tells the uncertainties of repetition, parameters and structure.",
    ),
    # services by month
    "services.title": (
        "Où la pratique prend, service par service",
        "Where practice takes hold, service by service",
    ),
    "services.axis": ("services (rang)", "services (rank)"),
    "services.bar": ("agents qui pratiquent (% du service)", "practitioners (% of the service)"),
    "services.count": (
        "mois {month} : {touched} des {services} services à 10 % ou plus",
        "month {month}: {touched} of the {services} services at 10% or more",
    ),
    "services.note": (
        "Une simulation typique par scénario ; ses services sont rangés du plus au moins pratiquant au dernier mois.",
        "One typical run per scenario; its services are ranked from most to least practising in the last month.",
    ),
    # organisation chart
    "organisation.title": (
        "Qui porte, qui relaie, qui pratique : {scenario}",
        "Who sponsors, who relays, who practises: {scenario}",
    ),
    "organisation.month": (
        "Mois {month}{moment} – pratiquent : {count} sur {agents} ({share}) ; "
        "services touchés : {touched} sur {services}",
        "Month {month}{moment} – practising: {count} of {agents} ({share}); services reached: {touched} of {services}",
    ),
    "organisation.start": (", début du programme", ", start of the programme"),
    "organisation.end": (", fin du programme", ", end of the programme"),
    "organisation.observed": (", observation", ", observation"),
    "organisation.elus": ("élus ({count})", "élus ({count})"),
    "organisation.dgs": ("direction", "direction"),
    "organisation.level": ("encadrement {level} ({count})", "managers {level} ({count})"),
    "organisation.agents": ("agents ({count})", "field agents ({count})"),
    "organisation.services": ("services ({count})", "services ({count})"),
    "organisation.practises": ("agent qui pratique", "field agent who practises"),
    "organisation.waits": ("autre agent", "other field agent"),
    "organisation.elu": ("élu", "élu"),
    "organisation.manager": ("direction, encadrement", "direction, managers"),
    "organisation.willing": (
        "l’élu porte,\nla direction et l’encadrement relaient (0 à 1)",
        "the élu sponsors,\ndirection and managers relay (0 to 1)",
    ),
    "organisation.touched": (
        "service touché : {share} des agents ou plus, {count} au moins",
        "service reached: {share} of its agents or more, at least {count}",
    ),
    "organisation.note": (
        "Une simulation typique. Une colonne par service, un bloc par équipe. Personnes encadrées en moyenne, du "
        "niveau 1 à la direction : {spans}. Porter et relayer disent une disponibilité dans une situation, jamais la "
        "qualité d’une personne.",
        "One typical run. One column per service, one block per team. People directly managed on average, from level 1 "
        "to the direction: {spans}. To sponsor and to relay tell a willingness in a situation, never the quality of a "
        "person.",
    ),
    # phase picture
    "phase.title": (
        "Diffusion ou îlots : le portage des élus et l’appui de l’encadrement",
        "Diffusion or islets: the élus’ sponsorship and the managers’ support",
    ),
    "phase.panel": ("{depth} niveaux,\n{signal}", "{depth} levels,\n{signal}"),
    "phase.loss": ("signal affaibli ({kappa})", "signal fades ({kappa})"),
    "phase.kept": ("signal entier (1)", "signal whole (1)"),
    "phase.sponsorship": (
        "portage du chef de l’exécutif au départ (0 à 1)",
        "sponsorship of the head of the executive at the start (0 to 1)",
    ),
    "phase.stance": ("appui de l’encadrement au départ (0 à 1)", "managers’ support at the start (0 to 1)"),
    "phase.bar": ("{verdict} (fois sur 100)", "{verdict} (times out of 100)"),
    "phase.note": (
        "{runs} simulations par case, {agents} agents de terrain. Entre parenthèses : la part du signal des élus qui "
        "passe un niveau sans appui (1 : pas de perte). Le reste des simulations : diffusion en cours, retombée ou "
        "non lancé. Cases hachurées : la pratique se répand aussi sans la démarche (plus d’un agent sur quatre), "
        "qui n’y ajoute alors rien ou presque. Aucune ville n’a été mesurée : lire le sens des écarts, pas les "
        "niveaux.",
        "{runs} runs per cell, {agents} field agents. In brackets: the part of the élus’ signal that passes a level "
        "without support (1: no loss). The other runs: still spreading, fallback or not launched. "
        "Hatched cells: practice spreads without the programme too (more than one agent in four), which then adds "
        "little or nothing. "
        "No town was measured: read the direction of the differences, not the levels.",
    ),
}


def text(key: str, lang: str, **values: object) -> str:
    """The text of a key in `fr` or `en`, with its fields filled."""
    french, english = TEXTS[key]
    return {"fr": french, "en": english}[lang].format(**values)


def wrap(words: str, width: int) -> str:
    """The words on lines of at most `width` characters, existing line breaks kept; no French sign begins a line."""
    words = re.sub(r" (?=[:;!?%»€])|(?<=«) ", "\u202f", words)
    return "\n".join(line for part in words.split("\n") for line in textwrap.wrap(part, width, break_long_words=False))


def between(fewest: str, most: str) -> str:
    """`20` when both are the same, else `18–20`."""
    return fewest if fewest == most else f"{fewest}–{most}"
