"""What may be taken away to find a cause: every candidate, in the order that decides between equals.

To add one, add an entry. Wording: situations only (absences, workload, a missing bridge), never the ill will or the
quality of anybody; the élu carries (porte), direction and managers relay (relaient), the field agent practises
(pratique), the citizen takes part (participe).
"""

from collections.abc import Mapping

from experiments.why.candidate import Candidate
from experiments.why.events import moves_head, planned_events
from experiments.why.story import Story
from sim.config import Config
from sim.core.text import Text
from sim.outcomes.verdict import DIFFUSION, FALLBACK, ISLETS, NOT_LAUNCHED, SPREADING

BRAKED = frozenset({SPREADING, ISLETS, FALLBACK})
CARRIED = frozenset({DIFFUSION, SPREADING})
UNFUNDED = frozenset({NOT_LAUNCHED})

STRONG, WEAK = 0.9, 0.3
RELAYING, HARDLY_RELAYING = 0.7, 0.3
NARROW_SPREAD = 0.15
ORDINARY_DAYS = 3.0
LEAST_CLOSURE = -15.0
FELT = 0.2


def applicable(config: Config, story: Story, verdict: str) -> list[Candidate]:
    """Candidates that may explain this verdict of this configuration, whose typical run is `story`."""
    if not (config.programme.enabled and config.mechanisms.programme):
        return []
    known = [*CANDIDATES, *planned_events(config)]
    return [candidate for candidate in known if verdict in candidate.of and candidate.applies(config, story)]


def _flatter(config: Config) -> Mapping[str, object]:
    """Two levels, the DGS included; in services as described, one level at most below the DGS."""
    if not config.chart.services:
        return {"hierarchy.depth": 2}
    services = [service.model_dump() for service in config.chart.services]
    flat = [line | {"levels": None if line["levels"] is None else min(1, line["levels"])} for line in services]
    return {"hierarchy.depth": 2, "chart.services": flat}


def _head_stays(config: Config) -> Mapping[str, object]:
    return {
        "sponsorship.departure_month": None,
        "mechanisms.elections": False,
        "mechanisms.departures": False,
        "interventions": [asked.model_dump() for asked in config.interventions if not moves_head(config, asked)],
    }


def _sponsored(config: Config, level: float) -> Mapping[str, object]:
    """Sponsorship at a level; thematic élus follow where theirs was that of the head, at least one half."""
    s = config.sponsorship
    follows = s.thematic == max(s.level, 0.5)
    return {"sponsorship.level": level} | ({"sponsorship.thematic": max(level, 0.5)} if follows else {})


def _managed(config: Config, stance: float) -> Mapping[str, object]:
    """Managers at a stance, no further apart than by default."""
    return {
        "management.stance": stance,
        "management.stance_spread": min(config.management.stance_spread, NARROW_SPREAD),
    }


def _bridged(config: Config) -> Mapping[str, object]:
    return {"hierarchy.transversality": 0.9, "network.ambassador_tie_after": config.network.ambassador_tie}


CANDIDATES = (
    Candidate(
        "head_leaves",
        of=BRAKED,
        applies=lambda config, story: bool(story.departures) or config.sponsorship.departure_month is not None,
        changes=_head_stays,
        because=Text("le {head} part", "the {head} leaves"),
        without=Text("le {head} restait", "the {head} stayed"),
        event=True,
    ),
    Candidate(
        "sponsorship_short",
        of=BRAKED,
        applies=lambda config, story: config.sponsorship.level < 0.8,
        changes=lambda config: _sponsored(config, STRONG),
        because=Text("le portage politique ne suffit pas", "political sponsorship is not enough"),
        without=Text("le {head} portait fortement la démarche", "the {head} carried the programme strongly"),
    ),
    Candidate(
        "broken_off",
        of=BRAKED,
        applies=lambda config, story: story.ending == "aborted",
        changes=lambda config: {"mechanisms.abort": False},
        because=Text("la démarche est arrêtée en route", "the programme is broken off"),
        without=Text("la démarche allait à son terme", "the programme ran its full length"),
        event=True,
    ),
    Candidate(
        "signal_loss",
        of=BRAKED,
        applies=lambda config, story: config.mechanisms.signal_loss and config.hierarchy.signal_retention < 1,
        changes=lambda config: {"mechanisms.signal_loss": False},
        because=Text("le signal des élus se perd en descendant", "the élus' signal fades on its way down"),
        without=Text("le signal des élus descendait en entier", "the élus' signal came down whole"),
    ),
    Candidate(
        "managers_short",
        of=BRAKED,
        applies=lambda config, story: config.management.stance < 0.6,
        changes=lambda config: _managed(config, RELAYING),
        because=Text("l'encadrement a peu de marge pour relayer", "managers have little room to relay"),
        without=Text("l'encadrement avait la marge de relayer", "managers had room to relay"),
    ),
    Candidate(
        "results_unseen",
        of=BRAKED,
        applies=lambda config, story: config.mechanisms.evidence and config.evidence.visibility < 1,
        changes=lambda config: {"evidence.visibility": 1.0},
        because=Text("les résultats se voient mal", "results are hard to see"),
        without=Text("tous les résultats se voyaient", "all results were seen"),
    ),
    Candidate(
        "bridge_missing",
        of=BRAKED,
        applies=lambda config, story: config.hierarchy.transversality < 0.6,
        changes=_bridged,
        because=Text("les ponts manquent entre les services", "bridges between services are missing"),
        without=Text("des ponts durables reliaient les services", "lasting bridges linked the services"),
    ),
    Candidate(
        "absences",
        of=BRAKED,
        applies=lambda config, story: config.programme.ambassadors > 0 and config.cost.agent_days_per_month > 0,
        changes=lambda config: {"mechanisms.tension": False, "mechanisms.workload": False},
        because=Text("les absences et la charge pèsent sur les équipes", "absences and workload weigh on the teams"),
        without=Text(
            "les absences et la charge ne pesaient pas sur les équipes",
            "absences and workload did not weigh on the teams",
        ),
    ),
    Candidate(
        "disappointments",
        of=BRAKED,
        applies=lambda config, story: config.adoption.cynicism > 0,
        changes=lambda config: {
            "mechanisms.cynicism": False,
            "adoption.cynicism": 0.0,
            "abandonment.cynicism": 0.0,
            "lab.cynicism": 0.0,
        },
        because=Text("les déceptions passées pèsent encore", "past disappointments still weigh"),
        without=Text("les déceptions passées ne pesaient plus", "past disappointments no longer weighed"),
    ),
    Candidate(
        "gates",
        of=BRAKED,
        applies=lambda config, story: config.mechanisms.relay and config.mechanisms.voice,
        changes=lambda config: {"mechanisms.relay": False},
        because=Text("des remontées restent en chemin", "items get stuck on their way up"),
        without=Text("toutes les remontées parvenaient à qui décide", "every item reached its decider"),
    ),
    Candidate(
        "depth",
        of=BRAKED,
        applies=lambda config, story: config.hierarchy.depth > 2 and not config.chart.posts,
        changes=_flatter,
        because=Text("la ligne hiérarchique compte {depth} niveaux", "the reporting chain has {depth} levels"),
        without=Text("la ligne hiérarchique n'en comptait que deux", "the reporting chain had only two"),
    ),
    Candidate(
        "price",
        of=BRAKED | UNFUNDED,
        applies=lambda config, story: config.cost.price_factor > 1,
        changes=lambda config: {"cost.price_factor": 1.0},
        because=Text(
            "la démarche coûte {price} fois son prix ordinaire", "the programme costs {price} times its ordinary price"
        ),
        without=Text("la démarche coûtait son prix ordinaire", "the programme cost its ordinary price"),
    ),
    Candidate(
        "effort",
        of=BRAKED | UNFUNDED,
        applies=lambda config, story: config.cost.agent_days_per_month != ORDINARY_DAYS,
        changes=lambda config: {"cost.agent_days_per_month": ORDINARY_DAYS},
        because=Text("la démarche demande {days} par mois", "the programme asks for {days} a month"),
        without=Text("la démarche demandait trois jours par mois", "the programme asked for three days a month"),
    ),
    Candidate(
        "lab_closes",
        of=BRAKED,
        applies=lambda config, story: story.lab_closed is not None,
        changes=lambda config: {
            "lab.closure_intercept": LEAST_CLOSURE,
            "lab.merger_slope": 50.0,
            "lab.merger_midpoint": 0.0,
        },
        because=Text("le labo ferme", "the lab closes"),
        without=Text("le labo restait ouvert", "the lab stayed open"),
        event=True,
    ),
    Candidate(
        "direction_short",
        of=BRAKED,
        applies=lambda config, story: config.sponsorship.administration < 0.5,
        changes=lambda config: {"sponsorship.administration": RELAYING},
        because=Text(
            "la direction générale a peu de marge pour relayer", "the direction générale has little room to relay"
        ),
        without=Text("la direction générale avait la marge de relayer", "the direction générale had room to relay"),
    ),
    Candidate(
        "cut_short",
        of=BRAKED,
        applies=lambda config, story: story.ending == "cut_short",
        changes=lambda config: {"mechanisms.launch": False},
        because=Text("la démarche est écourtée faute d'argent", "the programme is cut short for lack of money"),
        without=Text("l'argent de la démarche était renouvelé", "the programme's money was renewed"),
        event=True,
    ),
    Candidate(
        "passed_by",
        of=BRAKED,
        applies=lambda config, story: config.mechanisms.dispossession and story.dispossession > FELT,
        changes=lambda config: {"mechanisms.dispossession": False},
        because=Text("la parole des citoyens contourne les élus", "citizens' voice passes the élus by"),
        without=Text("les élus gardaient le fil de cette parole", "the élus kept in touch with that voice"),
    ),
    Candidate(
        "money",
        of=UNFUNDED,
        applies=lambda config, story: config.cost.price_factor <= 1 and config.mechanisms.launch,
        changes=lambda config: {"mechanisms.launch": False},
        because=Text("la démarche pèse trop sur le budget", "the programme weighs too much on the budget"),
        without=Text("l'argent ne comptait pas", "money did not matter"),
    ),
    Candidate(
        "sponsor_carries",
        of=CARRIED,
        applies=lambda config, story: config.sponsorship.level > 0.5,
        changes=lambda config: _sponsored(config, WEAK),
        because=Text("le {head} porte la démarche", "the {head} carries the programme"),
        without=Text("le {head} portait peu la démarche", "the {head} hardly carried the programme"),
    ),
    Candidate(
        "results_seen",
        of=CARRIED,
        applies=lambda config, story: config.mechanisms.evidence,
        changes=lambda config: {"mechanisms.evidence": False},
        because=Text("les résultats se voient", "results are seen"),
        without=Text("les résultats restaient invisibles", "results stayed out of sight"),
    ),
    Candidate(
        "peers",
        of=CARRIED,
        applies=lambda config, story: config.mechanisms.peers,
        changes=lambda config: {"mechanisms.peers": False},
        because=Text(
            "les collègues qui pratiquent entraînent les autres", "colleagues who practise draw in the others"
        ),
        without=Text("les collègues n'entraînaient pas les autres", "colleagues did not draw in the others"),
    ),
    Candidate(
        "managers_relay",
        of=CARRIED,
        applies=lambda config, story: config.management.stance > 0.5,
        changes=lambda config: _managed(config, HARDLY_RELAYING),
        because=Text("l'encadrement a la marge de relayer", "managers have room to relay"),
        without=Text("l'encadrement avait peu de marge pour relayer", "managers had little room to relay"),
    ),
    Candidate(
        "effort_given",
        of=CARRIED,
        applies=lambda config, story: config.programme.ambassadors > 0 and config.cost.agent_days_per_month > 0,
        changes=lambda config: {"cost.agent_days_per_month": 0.0},
        because=Text(
            "les participants ont {days} par mois pour pratiquer", "participants have {days} a month to practise"
        ),
        without=Text("les participants n'avaient pas de temps pour cela", "participants had no time for it"),
    ),
    Candidate(
        "lab_opens",
        of=CARRIED,
        applies=lambda config, story: story.lab_opened is not None,
        changes=lambda config: {"mechanisms.lab": False},
        because=Text("le labo prolonge la démarche", "the lab carries on after the programme"),
        without=Text("le labo n'ouvrait pas", "the lab did not open"),
        event=True,
    ),
)
