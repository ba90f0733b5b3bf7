"""Citizens: contact, voice, participation, trust, perceived quality."""

from typing import ClassVar

from sim.config.parameter import HALF, Group, parameter
from sim.core.text import Text


class Citizens(Group):
    """How citizens meet the administration and what its answers do to their trust."""

    title: ClassVar[Text] = Text("Les citoyens", "Citizens")
    acts: ClassVar[Text] = Text(
        "contact, parole, participation, confiance et qualité perçue",
        "contact, voice, participation, trust and perceived quality",
    )

    trust_mean: float = parameter(
        0.6, unit="level", valid=(0, 1), plausible=(0.4, 0.8), symbol="tau0",
        source=Text("source publique : baromètres d'opinion", "public: opinion barometers"),
        fr="Confiance moyenne au départ.",
        en="Mean trust at the start.",
    )
    trust_spread: float = parameter(
        0.15, unit="level", valid=(0, 0.5), plausible=(0.05, 0.25), symbol="tau0",
        fr="Écart-type de la confiance au départ.",
        en="Standard deviation of trust at the start.",
    )
    contact: float = parameter(
        0.25, unit="probability a month", valid=(0, 1), plausible=(0.1, 0.5), symbol="kappa_c",
        fr="Probabilité mensuelle de contact avec un agent dans une ville de 20 000 habitants.",
        en="Monthly probability of contact with a field agent in a town of 20 000 inhabitants.",
    )
    contact_size: float = parameter(
        -0.15, unit="exponent", valid=(-2, 1), plausible=HALF, source="assumption, after the study: Méth",
        fr="Recul du contact quand la taille de la collectivité augmente.",
        en="Fall of contact as the size of the authority grows.",
    )
    far_share: float = parameter(
        0.2, unit="share", valid=(0, 1), plausible=(0.1, 0.4),
        fr="Part des citoyens éloignés des services.",
        en="Share of citizens far from services.",
    )
    far_contact: float = parameter(
        0.4, unit="factor", valid=(0, 1), plausible=HALF,
        fr="Contact d'un citoyen éloigné, relatif aux autres.",
        en="Contact of a citizen far from services, relative to others.",
    )
    need_alpha: float = parameter(
        2.0, unit="shape", valid=(0.05, 100), plausible=HALF,
        fr="Premier paramètre de la loi bêta des besoins.",
        en="First parameter of the beta distribution of needs.",
    )
    need_beta: float = parameter(
        3.0, unit="shape", valid=(0.05, 100), plausible=HALF,
        fr="Second paramètre de la loi bêta des besoins.",
        en="Second parameter of the beta distribution of needs.",
    )
    voice_agent: float = parameter(
        0.3, unit="probability", valid=(0, 1), plausible=HALF,
        fr="Probabilité, par unité de besoin, de parler à l'agent rencontré.",
        en="Probability, per unit of need, of speaking to the agent who is met.",
    )
    voice_elu: float = parameter(
        0.1, unit="probability a month", valid=(0, 1), plausible=HALF,
        fr="Probabilité, par unité de besoin, de parler à l'élu de quartier.",
        en="Probability, per unit of need, of speaking to the district élu.",
    )
    voice_direct: float = parameter(
        0.02, unit="probability a month", valid=(0, 1), plausible=HALF,
        fr="Probabilité d'utiliser un canal direct de signalement.",
        en="Probability of using a direct reporting channel.",
    )
    join: float = parameter(
        -4.2, unit="log-odds", valid=(-15, 5), plausible=(-5, -3.5), symbol="c0",
        source=Text("étude : I.A.1.a (1 à 2 % participent)", "study: I.A.1.a (1 to 2 % take part)"),
        fr="Propension de base à répondre à une offre de participation.",
        en="Base propensity to join a participatory offer.",
    )
    join_trust: float = parameter(
        1.0, unit="log-odds", valid=(0, 10), plausible=HALF, symbol="c_tau",
        fr="Effet de la confiance sur la participation.",
        en="Effect of trust on participation.",
    )
    join_salience: float = parameter(
        1.0, unit="factor", valid=(0, 10), plausible=HALF, symbol="c_sal",
        fr="Effet de l'intérêt direct de l'objet sur la participation.",
        en="Effect of the direct interest of the object on participation.",
    )
    join_social: float = parameter(
        1.5, unit="log-odds", valid=(0, 10), plausible=HALF, symbol="c_soc",
        fr="Effet des voisins qui participent.",
        en="Effect of neighbours who take part.",
    )
    join_fatigue: float = parameter(
        1.5, unit="log-odds", valid=(0, 10), plausible=HALF, symbol="c_f",
        fr="Frein de la lassitude.",
        en="Brake of fatigue.",
    )
    trust_done: float = parameter(
        0.10, unit="share", valid=(0, 1), plausible=HALF,
        fr="Gain de confiance quand une demande est réalisée et annoncée.",
        en="Gain of trust when a request is carried out and told.",
    )
    trust_reasons: float = parameter(
        0.03, unit="share", valid=(0, 1), plausible=HALF, source="assumption, after the study: Cas-PNU",
        fr="Gain de confiance après un refus expliqué.",
        en="Gain of trust after an explained refusal.",
    )
    trust_refused: float = parameter(
        0.08, unit="share", valid=(0, 1), plausible=HALF,
        fr="Perte de confiance après un refus sans explication.",
        en="Loss of trust after a refusal without reasons.",
    )
    trust_silence: float = parameter(
        0.05, unit="share", valid=(0, 1), plausible=HALF,
        fr="Perte de confiance après un long silence.",
        en="Loss of trust after a long silence.",
    )
    silence_months: int = parameter(
        6, unit="months", valid=(1, 60), plausible=(3, 12),
        fr="Durée d'attente à partir de laquelle l'absence de réponse compte comme un silence.",
        en="Waiting time from which the absence of an answer counts as silence.",
    )
    trust_return: float = parameter(
        0.02, unit="share a month", valid=(0, 1), plausible=HALF,
        fr="Retour mensuel de la confiance vers son niveau propre.",
        en="Monthly return of trust to the citizen's own level.",
    )
    fatigue_keep: float = parameter(
        0.9, unit="share a month", valid=(0, 0.999), plausible=(0.7, 0.98),
        fr="Part de la lassitude qui reste d'un mois à l'autre.",
        en="Share of fatigue that remains from one month to the next.",
    )
    fatigue_add: float = parameter(
        0.3, unit="level", valid=(0, 1), plausible=HALF,
        fr="Lassitude d'avoir participé sans résultat.",
        en="Fatigue of having taken part without a result.",
    )
    quality_mean: float = parameter(
        0.85, unit="level", valid=(0, 1), plausible=(0.7, 0.95), symbol="Q_s",
        source=Text(
            "source publique : satisfaction envers les services locaux",
            "public: satisfaction with local services",
        ),
        fr="Qualité technique moyenne des services au départ.",
        en="Mean technical quality of services at the start.",
    )
    gap_mean: float = parameter(
        0.10, unit="level", valid=(0, 1), plausible=(0, 0.2), symbol="g_s",
        source=Text(
            "source publique : satisfaction envers les services locaux",
            "public: satisfaction with local services",
        ),
        fr="Écart moyen entre les critères des services et ceux des usagers.",
        en="Mean gap between the criteria of services and those of users.",
    )
    quality_rate: float = parameter(
        0.1, unit="share a month", valid=(0, 1), plausible=HALF,
        fr="Vitesse à laquelle la qualité perçue rejoint la qualité vécue.",
        en="Speed at which perceived quality follows lived quality.",
    )
    quality_gain: float = parameter(
        0.01, unit="share", valid=(0, 1), plausible=HALF,
        fr="Gain de qualité technique par idée réalisée.",
        en="Gain of technical quality per implemented item.",
    )
    explanation: float = parameter(
        0.2, unit="share", valid=(0, 1), plausible=HALF, symbol="kappa_exp",
        source="assumption, after the study: Cas-BV",
        fr="Part de l'écart de critères que comble une vague d'explication.",
        en="Share of the gap of criteria closed by one wave of explanation.",
    )
    direct_channel: float = parameter(
        0.0, unit="level", valid=(0, 1), plausible=(0, 1), lever=True, source="assumption, after the study: II.B.1.a",
        fr="Ouverture d'un canal direct de signalement (téléphone, application) à tous les habitants.",
        en="Opening of a direct reporting channel (telephone, application) to all inhabitants.",
    )
    offers_per_year: float = parameter(
        1.0, unit="offers a year", valid=(1, 12), plausible=(1, 3), lever=True,
        source="assumption, after the study: III.D",
        fr="Offres de participation par quartier et par an, en dehors de toute démarche.",
        en="Participatory offers per district and year, outside any programme.",
    )
    offer_weight: float = parameter(
        1.0, unit="factor", valid=(0, 2), plausible=(0.3, 1.3), lever=True,
        source="assumption, after the study: I.A.1.a",
        fr="Poids de ce que disent les participants d'une offre, relatif à l'ordinaire.",
        en="Weight of what participants in an offer say, relative to the usual.",
    )
