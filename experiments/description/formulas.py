"""Formulas of outcomes and their sources in French; in English they stand with the outcome itself."""

FRENCH: dict[str, tuple[str, str]] = {
    "administration": ("A, la posture du DGS.", "étude, portage administratif"),
    "agent_days": ("Depuis le mois 0.", "comptes de la simulation"),
    "ambassador_half_life": (
        "Mois, depuis la fin, jusqu'à ce que les ambassadeurs qui pratiquent ne soient plus que la moitié de "
        "ceux de la fin ; indéfinie tant que ce n'est pas vu.",
        "premier mois à la moitié ou au-dessous",
    ),
    "ambassadors": ("Recrutés depuis le début.", "décompte"),
    "ambassadors_practising": ("#(P et ambassadeur un jour), aux postes qu'ils tiennent encore.", "décompte"),
    "annual_reach": (
        "Participations des douze derniers mois / citoyens ; indéfinie sans citoyens.",
        "étude, 1 à 2 % de participants par an",
    ),
    "breadth": (
        "B = part des services où p_s / n_s >= service_share et p_s >= service_min ; les services vides ne "
        "comptent pas.",
        "hypothèse : 10 % d'un service et deux agents",
    ),
    "concentration": (
        "EG = (G / (1 - somme w_s^2) - 1/p) / (1 - 1/p), G = somme (p_s/p - w_s)^2, w_s = n_s / N.",
        "Ellison et Glaeser 1997",
    ),
    "concentration_p": (
        "(1 + mélanges dont l'EG atteint ou dépasse l'observé) / (1 + mélanges) ; seulement là où le verdict "
        "peut en avoir besoin.",
        "test de permutation, praticiens mélangés sur les agents",
    ),
    "concentration_quantile": (
        "Quantile de l'EG sous le hasard ; seulement là où le verdict peut en avoir besoin.",
        "test de permutation, praticiens mélangés sur les agents",
    ),
    "cost_per_practitioner": ("Euros / (p - p0) ; indéfini si la pratique nette ne dépasse pas epsilon.", "rapport"),
    "cynicism_involved": (
        "Moyenne de c - c(jumeau) sur ceux qui ont participé et sont encore là.",
        "étude, échec et désillusion",
    ),
    "cynicism_others": ("Moyenne de c - c(jumeau) sur tous les autres.", "étude, échec et désillusion"),
    "delay": (
        "Aire sous la part qui n'a pas encore de réponse, pertes censurées, sur 24 mois ; indéfini sans sujet.",
        "Kaplan et Meier 1958",
    ),
    "delivered_share": ("Parvenus / créés ; indéfinie sans sujet.", "décompte"),
    "delivery_incidence": (
        "Incidence d'Aalen et Johansen à 24 mois, la perte étant l'événement concurrent ; indéfinie sans sujet.",
        "Aalen et Johansen 1978",
    ),
    "dispossession_district": (
        "Moyenne de d sur le rôle ; indéfinie si personne ne le tient.",
        "étude, dépossession des élus",
    ),
    "dispossession_mayor": (
        "Moyenne de d sur le rôle ; indéfinie si personne ne le tient.",
        "étude, dépossession des élus",
    ),
    "dispossession_thematic": (
        "Moyenne de d sur le rôle ; indéfinie si personne ne le tient.",
        "étude, dépossession des élus",
    ),
    "elu_hours": ("Depuis le mois 0.", "comptes de la simulation"),
    "epsilon": (
        "L'epsilon de la collectivité, donné avec l'observation.",
        "quantile à 95 % entre simulations de la collectivité sans démarche",
    ),
    "euros": ("Depuis le mois 0.", "comptes de la simulation"),
    "group_size": ("Somme des carrés des tailles de groupes / p.", "composantes connexes des praticiens au travail"),
    "implemented_share": ("Réalisés / créés ; indéfinie sans sujet.", "décompte"),
    "isolated": ("Iota = praticiens sans voisin qui pratique / p.", "degré parmi les praticiens au travail"),
    "items_created": ("Nombre depuis le mois 0.", "décompte"),
    "lab_age": ("Mois depuis l'ouverture ; indéfini sans labo ouvert.", "la simulation"),
    "lab_alive": ("1 s'il est ouvert au mois observé.", "étude, cas Transfo"),
    "lab_created": ("1 s'il a ouvert un jour.", "étude, cas Transfo"),
    "largest_group": (
        "Phi = taille du plus grand groupe d'un seul tenant / p.",
        "composantes connexes des praticiens au travail",
    ),
    "largest_group_quantile": (
        "Quantile de Phi sous le hasard ; seulement là où le verdict peut en avoir besoin.",
        "test de permutation, praticiens mélangés sur les agents",
    ),
    "managers": ("Postes de l'arbre hiérarchique.", "l'arbre hiérarchique"),
    "managers_payroll": ("Postes × coût annuel d'un poste.", "postes × management.salary_eur_year"),
    "momentum": (
        "g12 = (x(T) - x(T - 12)) / max(x(T - 12), 0,005) ; indéfini la première année.",
        "hypothèse : une base d'au moins 0,5 % des agents",
    ),
    "months_undelivered": (
        "Aire au-dessus de l'incidence cumulée, sur 24 mois ; indéfinie sans sujet.",
        "aire au-dessus de l'incidence cumulée, Andersen 2013",
    ),
    "net_practice": ("(p - p0) / N.", "différence avec le jumeau, mêmes hasards"),
    "persistence": (
        "Pratique nette d'aujourd'hui / celle de la fin de la démarche ; indéfinie avant la fin, ou s'il n'y en "
        "avait pas.",
        "rapport de pratiques nettes",
    ),
    "practice": ("Part x = p / N.", "décompte"),
    "practice_gain": ("x(T) - x(T - 12) ; indéfini la première année.", "différence"),
    "practice_rest": (
        "x_reste = #(P et U) / #U, U les jamais ambassadeurs ; indéfinie si tous l'ont été.",
        "étude, question de la diffusion au-delà des porteurs",
    ),
    "practice_twin": ("Part x0 = p0 / N, même graine, sans démarche.", "décompte"),
    "practitioners": ("Nombre p de praticiens.", "décompte"),
    "programme_status": ("Code de l'état.", "la simulation"),
    "quality_change": (
        "Qualité perçue moyenne, moins celle du jumeau ; indéfinie sans citoyens.",
        "différence avec le jumeau, mêmes hasards",
    ),
    "relaunch_ratio": (
        "V2 / V1, l'appel du début refait aujourd'hui ; indéfini si la démarche n'a pas commencé ou si V1 = 0.",
        "étude, relance après un échec",
    ),
    "second_project": (
        "Noté, sans effet sur la simulation : 1 à partir du mois où il s'ouvre.",
        "étude, SF20 ; forme : hypothèse",
    ),
    "second_project_month": (
        "Premier mois où il est ouvert ; indéfini si aucun ne l'est encore.",
        "étude, SF20 ; forme : hypothèse",
    ),
    "secondary_adopters": (
        "R_sec = (#(P et U) - #(P0 et U)) / ambassadeurs appelés ; indéfini sans ambassadeurs.",
        "analogue d'un nombre de reproduction",
    ),
    "segregation": (
        "r de Newman = (e11 - a^2) / (a (1 - a)) sur les bouts de liens : e11 de praticien à praticien, a chez "
        "un praticien.",
        "Newman 2003",
    ),
    "segregation_freeman": (
        "1 - liens mixtes / liens mixtes attendus, 2 p (N - p) / (N (N - 1)) de tous les liens ; négative s'ils "
        "sont en excès.",
        "Freeman 1978",
    ),
    "span": ("Subordonnés directs d'un poste, postes et agents confondus.", "l'arbre hiérarchique"),
    "sponsorship_signal": ("S_pol.", "étude, portage politique"),
    "trust_change": (
        "Confiance moyenne, moins celle du jumeau ; indéfinie sans citoyens.",
        "différence avec le jumeau, mêmes hasards",
    ),
}
