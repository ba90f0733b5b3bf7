"""Where each result comes from: the equations that put it in, or the play of several that lets it come out.

A result is `put_in` when one equation says it almost in so many words: finding it again only shows that the code does
what it says. It is `shaped` when an equation gives its direction and others its size. It is `emergent` when no equation
speaks of it: it comes out of many decisions on a network. Only the last kind is evidence for the model, and only in so
far as prior draws of the parameters often fail it.
"""

from dataclasses import dataclass
from typing import Literal

from sim.core.text import Text

Kind = Literal["put_in", "shaped", "emergent"]


@dataclass(frozen=True)
class Origin:
    """Where one result comes from.

    Attributes:
        kind: put_in, shaped or emergent.
        keys: parameters of the equations it follows from directly.
        mechanisms: switches without which it should go.
        text: the same in a sentence.
    """

    kind: Kind
    keys: tuple[str, ...]
    mechanisms: tuple[str, ...]
    text: Text


def _put_in(keys: str, mechanisms: str, fr: str, en: str) -> Origin:
    return Origin("put_in", tuple(keys.split()), tuple(mechanisms.split()), Text(fr, en))


def _shaped(keys: str, mechanisms: str, fr: str, en: str) -> Origin:
    return Origin("shaped", tuple(keys.split()), tuple(mechanisms.split()), Text(fr, en))


def _emergent(keys: str, mechanisms: str, fr: str, en: str) -> Origin:
    return Origin("emergent", tuple(keys.split()), tuple(mechanisms.split()), Text(fr, en))


PATTERNS: dict[str, Origin] = {
    "SF1": _put_in(
        "lab.intercept lab.sponsor lab.closure_intercept lab.closure_sponsor",
        "lab",
        "Deux hasards mensuels, ouvrir et fermer, portent le portage politique : le contraste est dans ces équations.",
        "Two monthly hazards, to open and to close, carry political sponsorship: the contrast is in these equations.",
    ),
    "SF2": _put_in(
        "programme.dropout_early programme.dropout_late programme.dropout_months",
        "dropout",
        "Le hasard d'abandon a été choisi pour donner 12,5 % en seize mois, surtout au début.",
        "The drop-out hazard was chosen to give 12.5 % over sixteen months, mostly early.",
    ),
    "SF3": _shaped(
        "adoption.sponsor lab.sponsor abandonment.sponsor",
        "",
        "Le portage entre dans six équations du même signe : le sens de la pente est mis dedans, et elle survit au "
        "retrait de chaque mécanisme. Elle n'identifie donc rien ; seule sa forme sort du modèle.",
        "Sponsorship enters six equations with the same sign: the direction of the slope is put in, and it survives "
        "the removal of each mechanism. So it identifies nothing; only its shape comes out.",
    ),
    "SF4": _shaped(
        "programme.abort_sponsor programme.abort_hazard cynicism.abort_shock programme.abort_team programme.abort_all",
        "abort cynicism",
        "L'arrêt et l'ordre des chocs sont écrits ; la baisse du vivier de volontaires en découle par le désabusement.",
        "The abort and the order of the shocks are written down; the smaller pool of volunteers follows through "
        "cynicism.",
    ),
    "SF5": _shaped(
        "sponsorship.drift adoption.sponsor",
        "",
        "Un portage réduit de moitié affaiblit le signal par construction ; l'ampleur vient de la contagion et du "
        "labo.",
        "Halved sponsorship weakens the signal by construction; how much is lost comes from contagion and the lab.",
    ),
    "SF6": _emergent(
        "",
        "peers",
        "Aucune équation ne parle d'îlots : ils viennent de seuils, de liens rares entre services et de liens d'un "
        "temps entre ambassadeurs.",
        "No equation speaks of islets: they come from thresholds, rare ties across services and short-lived ties among "
        "ambassadors.",
    ),
    "SF7": _put_in(
        "management.tension programme.letter programme.return_experience",
        "tension",
        "L'absence crée la tension, la tension pèse sur la posture du manager qui prête ses agents.",
        "Absence makes tension, tension weighs on the stance of the manager who lends agents.",
    ),
    "SF8": _put_in(
        "management.dgs_cases management.rate relaunch.second_rate",
        "evidence managers",
        "La posture de la direction suit les cas qu'on lui montre avec un an d'inertie : le retard est écrit.",
        "The DGS's stance follows the cases it is shown with a year of inertia: the lag is written down.",
    ),
    "SF9": _emergent(
        "hierarchy.transversality",
        "peers",
        "Le lieu du recrutement est donné ; que la pratique y reste vient des liens rares entre services et du seuil.",
        "Where people are recruited is given; that practice stays there comes from rare ties across services and the "
        "threshold.",
    ),
    "SF10": _put_in(
        "sponsorship.dispossession_gain sponsorship.debate_pull",
        "dispossession",
        "Le rôle de l'élu (quartier 1, thématique 0,3) multiplie la dépossession ; la part de ceux que le débat ramène "
        "suit leur ouverture, tirée au hasard.",
        "The élu's role (district 1, thematic 0.3) multiplies dispossession; how many a debate brings back follows "
        "their flexibility, drawn at random.",
    ),
    "SF11": _shaped(
        "programme.recruitment relaunch.second_rate",
        "peers",
        "Peu de participants, en étoile : l'échelle est une donnée ; que rien ne s'étende sort du réseau. Le second "
        "projet suit une probabilité écrite.",
        "Few participants, in a star: the scale is given; that nothing spreads comes out of the network. The second "
        "project follows a written probability.",
    ),
    "SF12": _shaped(
        "relay.drop relay.intercept hierarchy.signal_retention",
        "relay signal_loss",
        "Chaque niveau peut perdre une remontée et affaiblir le signal : deux produits écrits. L'étendue de la "
        "pratique en découle par la contagion.",
        "Each level may drop an item and weaken the signal: two written products. How widely practice spreads follows "
        "through contagion.",
    ),
    "SF12b": _put_in(
        "hierarchy.signal_retention",
        "",
        "Vérification : avec un encadrement tout acquis, aucun terme d'adoption ne lit la profondeur.",
        "Verification: with managers all won over, no term of adoption reads depth.",
    ),
    "SF13": _shaped(
        "voice.quick_share decision.delay_quick decision.delay_political",
        "evidence answers",
        "Les petites améliorations passent une porte et se font en un mois ; la confiance gagnée plus tôt en découle.",
        "Small improvements pass one gate and take a month; trust gained earlier follows from it.",
    ),
    "SF14": _put_in(
        "citizens.trust_reasons citizens.trust_refused",
        "citizens",
        "Un refus expliqué ajoute à la confiance, un refus muet en retire : deux nombres écrits.",
        "A refusal with reasons adds to trust, a mute one takes from it: two written numbers.",
    ),
    "SF15": _put_in(
        "citizens.join",
        "participation",
        "Le niveau de participation est réglé pour donner 1 à 2 % par an.",
        "The level of participation is set to give 1 to 2 % a year.",
    ),
    "SF16": _put_in(
        "voice.legitimacy_c voice.mode",
        "voice",
        "La légitimité des agents de catégorie C en réunion est un nombre écrit.",
        "The legitimacy of category C agents in meetings is a written number.",
    ),
    "SF17": _put_in(
        "programme.volunteer_motivation programme.volunteer_cynicism",
        "",
        "Qui est motivé et peu désabusé se porte volontaire : deux exposants écrits.",
        "Who is motivated and not cynical volunteers: two written exponents.",
    ),
    "SF18": _shaped(
        "abandonment.intercept mobility.ambassador_factor",
        "abandonment mobility",
        "La mobilité doublée est écrite ; la durée de la pratique sort des liens, de la motivation et des compétences.",
        "Doubled mobility is written down; how long practice lasts comes from ties, motivation and skill.",
    ),
    "SF19": _put_in(
        "adoption.lab abandonment.lab formal.articulation",
        "lab",
        "L'articulation multiplie l'effet du labo sur l'adoption et l'abandon.",
        "Articulation multiplies the lab's effect on adoption and abandonment.",
    ),
    "SF20": _shaped(
        "relaunch.cynicism cynicism.abort_shock cynicism.return_rate",
        "abort cynicism",
        "Le choc et sa lente décrue sont écrits ; le nombre de volontaires d'un second appel en découle.",
        "The shock and its slow decay are written down; how many answer a second call follows.",
    ),
    "SF21": _shaped(
        "management.dgs_cases sponsorship.evidence_pull",
        "evidence managers",
        "Les cas montrés pèsent sur la direction et non sur les élus : le sens est écrit.",
        "Cases shown weigh on the DGS and not on élus: the direction is written down.",
    ),
    "SF22": _put_in(
        "motivation.practice_gain",
        "motivation",
        "Pratiquer motive : c'est l'équation de la motivation.",
        "Practising motivates: that is the equation of motivation.",
    ),
    "SF23": _put_in(
        "cost.launch_slope cost.launch_budget_share",
        "launch",
        "Le lancement compare le coût annuel au budget : les petites collectivités y échouent d'abord.",
        "The launch compares yearly cost with the budget: small authorities fail it first.",
    ),
    "SF24": _put_in(
        "programme.lead_absent_factor programme.lead_absence_months",
        "",
        "L'absence de la personne qui anime retire une part écrite des réussites.",
        "The absence of the person who leads takes away a written share of wins.",
    ),
    "SF25": _put_in(
        "decision.cobuilt_time decision.cobuilt_acceptance",
        "cobuilding",
        "Deux nombres écrits : plus de temps, un meilleur accueil.",
        "Two written numbers: more time, a better welcome.",
    ),
    "SF26": _put_in(
        "lab.merger_slope lab.merger_midpoint",
        "lab",
        "Le nouvel exécutif vote sur le labo dont il hérite, selon son portage.",
        "The new executive votes on the lab it inherits, by its sponsorship.",
    ),
}

HEADLINE: dict[str, Origin] = {
    "sponsorship": _shaped(
        "adoption.sponsor abandonment.sponsor lab.sponsor relay.sponsor decision.sponsor_gain",
        "",
        "Un portage fort donne plus de pratique : le sens est dans six équations. Que le passage soit brusque, et où "
        "il se fait, sort de la contagion.",
        "Strong sponsorship gives more practice: the direction is in six equations. That the passage is sharp, and "
        "where, "
        "comes out of contagion.",
    ),
    "departure": _shaped(
        "sponsorship.departure_month sponsorship.same_majority_sd",
        "",
        "Le départ coupe le signal un mois et tire un successeur : l'effet moyen d'un successeur de la même majorité "
        "est nul par construction. Ce qui en reste, labo et posture de la direction, sort du modèle.",
        "A departure cuts the signal for a month and draws a successor: the mean effect of one of the same majority "
        "is nil "
        "by construction. What remains, lab and stance of the DGS, comes out.",
    ),
    "depth": _shaped(
        "hierarchy.signal_retention relay.drop",
        "signal_loss relay",
        "Deux canaux écrits, les clapets et la perte du signal ; avec un encadrement acquis, seule reste l'attente.",
        "Two written channels, gates and loss of signal; with managers won over, only delay remains.",
    ),
    "price": _put_in(
        "cost.launch_slope lab.cost",
        "launch lab",
        "Le prix n'agit que par le lancement, la durée et le labo.",
        "Price acts through the launch, the duration and the lab, and nothing else.",
    ),
    "effort": _shaped(
        "cost.agent_days_per_month management.tension",
        "tension workload",
        "Plus de jours donnent plus d'effet et plus de tension ; qu'il y ait ou non un meilleur effort sort du modèle.",
        "More days give more effect and more tension; whether there is a best effort comes out.",
    ),
    "islets": _emergent(
        "",
        "peers",
        "Les îlots, compacts ou en archipel, ne sont écrits nulle part.",
        "Islets, compact or archipelago, are written nowhere.",
    ),
}
