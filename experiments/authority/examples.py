"""Services that a template starts from, for each type of authority: orders of magnitude, to be replaced.

Source: assumption, from what such authorities commonly run; sizes follow the staff ratios of sim.config.authority.
"""

from typing import NamedTuple

from sim.core.text import Text


class Example(NamedTuple):
    """One service of a template."""

    name: Text
    agents: int
    managers: int
    levels: int
    front: float


INHABITANTS = {"commune": 30_000, "epci": 98_000, "departement": 500_000, "region": 1_500_000}

_COMMUNE = (
    Example(Text("Accueil et état civil", "Reception and civil registry"), 24, 3, 2, 0.9),
    Example(Text("Police municipale", "Municipal police"), 26, 3, 2, 0.9),
    Example(Text("Écoles et restauration", "Schools and catering"), 140, 14, 3, 0.8),
    Example(Text("Petite enfance", "Early childhood"), 76, 8, 3, 0.9),
    Example(Text("Sports", "Sports"), 42, 5, 3, 0.7),
    Example(Text("Culture et médiathèque", "Culture and library"), 46, 5, 3, 0.7),
    Example(Text("Solidarités (CCAS)", "Social action"), 52, 6, 2, 0.8),
    Example(Text("Espaces verts", "Green spaces"), 44, 5, 3, 0.5),
    Example(Text("Voirie et propreté", "Roads and cleaning"), 50, 6, 3, 0.5),
    Example(Text("Bâtiments", "Buildings"), 34, 4, 3, 0.3),
    Example(Text("Urbanisme", "Planning"), 16, 2, 2, 0.6),
    Example(Text("Ressources humaines", "Human resources"), 14, 2, 2, 0.1),
    Example(Text("Finances et marchés", "Finance and procurement"), 12, 2, 2, 0.1),
    Example(Text("Informatique", "Information technology"), 10, 1, 2, 0.1),
)
_EPCI = (
    Example(Text("Collecte et déchèteries", "Waste collection"), 130, 13, 3, 0.8),
    Example(Text("Eau et assainissement", "Water and sanitation"), 84, 9, 3, 0.4),
    Example(Text("Mobilités", "Transport"), 28, 3, 2, 0.5),
    Example(Text("Petite enfance", "Early childhood"), 96, 10, 3, 0.9),
    Example(Text("Piscines et équipements sportifs", "Pools and sports venues"), 62, 7, 3, 0.8),
    Example(Text("Médiathèques et conservatoire", "Libraries and conservatory"), 58, 6, 3, 0.8),
    Example(Text("Habitat", "Housing"), 18, 2, 2, 0.6),
    Example(Text("Urbanisme et droit des sols", "Planning and permits"), 24, 3, 2, 0.6),
    Example(Text("Développement économique et emploi", "Economy and employment"), 22, 2, 2, 0.6),
    Example(Text("Action sociale intercommunale", "Social action"), 40, 4, 3, 0.9),
    Example(Text("Voirie et bâtiments", "Roads and buildings"), 36, 4, 3, 0.3),
    Example(Text("Ressources humaines", "Human resources"), 16, 2, 2, 0.1),
    Example(Text("Finances et commande publique", "Finance and procurement"), 14, 2, 2, 0.1),
    Example(Text("Systèmes d'information", "Information systems"), 12, 2, 2, 0.1),
)
_DEPARTEMENT = (
    Example(Text("Maisons des solidarités", "Social centres"), 560, 56, 4, 0.9),
    Example(Text("Aide sociale à l'enfance", "Child protection"), 330, 34, 4, 0.8),
    Example(Text("Autonomie et handicap", "Autonomy and disability"), 210, 22, 4, 0.7),
    Example(Text("Insertion et emploi", "Return to work"), 120, 12, 3, 0.8),
    Example(Text("Protection maternelle et infantile", "Mother and child health"), 150, 15, 4, 0.9),
    Example(Text("Collèges", "Lower secondary schools"), 520, 54, 4, 0.6),
    Example(Text("Routes", "Roads"), 330, 36, 4, 0.3),
    Example(Text("Culture, archives et lecture", "Culture, archives and reading"), 80, 8, 3, 0.6),
    Example(Text("Environnement et agriculture", "Environment and farming"), 60, 6, 3, 0.4),
    Example(Text("Ressources humaines", "Human resources"), 60, 6, 3, 0.1),
    Example(Text("Finances et marchés", "Finance and procurement"), 40, 4, 3, 0.1),
    Example(Text("Systèmes d'information", "Information systems"), 40, 4, 3, 0.1),
)
_REGION = (
    Example(Text("Lycées : agents des établissements", "Upper secondary schools: staff on site"), 1_620, 160, 4, 0.6),
    Example(Text("Lycées : patrimoine et équipement", "Upper secondary schools: premises"), 110, 11, 4, 0.2),
    Example(Text("Transports et mobilités", "Transport"), 130, 13, 4, 0.3),
    Example(Text("Formation et apprentissage", "Training and apprenticeship"), 110, 11, 4, 0.4),
    Example(Text("Économie et innovation", "Economy and innovation"), 80, 8, 3, 0.4),
    Example(Text("Europe", "Europe"), 60, 6, 3, 0.3),
    Example(Text("Culture et patrimoine", "Culture and heritage"), 60, 6, 3, 0.4),
    Example(Text("Environnement et énergie", "Environment and energy"), 40, 4, 3, 0.2),
    Example(Text("Ressources humaines", "Human resources"), 60, 6, 3, 0.1),
    Example(Text("Finances et commande publique", "Finance and procurement"), 50, 5, 3, 0.0),
    Example(Text("Systèmes d'information", "Information systems"), 50, 5, 3, 0.1),
)
SERVICES = {"commune": _COMMUNE, "epci": _EPCI, "departement": _DEPARTEMENT, "region": _REGION}
