"""The executive of an authority: how many elus decide, by law and by size.

Only the executive is modelled, not the whole council: the head, the elus in charge of a theme, and those in charge of a
district. Not for Paris, Lyon and Marseille, whose councils follow rules of their own.
"""

from typing import NamedTuple

from sim.config.resolve import default_districts, default_member_communes
from sim.core.errors import refuse
from sim.core.text import Text

# From how many inhabitants on, seats of the council. CGCT, art. L2121-2 (first row: since the elections of 2014).
COMMUNE_SEATS = (
    (0, 7),
    (100, 11),
    (500, 15),
    (1_500, 19),
    (2_500, 23),
    (3_500, 27),
    (5_000, 29),
    (10_000, 33),
    (20_000, 35),
    (30_000, 39),
    (40_000, 43),
    (50_000, 45),
    (60_000, 49),
    (80_000, 53),
    (100_000, 55),
    (150_000, 59),
    (200_000, 61),
    (250_000, 65),
    (300_000, 69),
)
# Seats shared out by population before those by right. CGCT, art. L5211-6-1.
EPCI_SEATS = (
    (0, 16),
    (3_500, 18),
    (5_000, 22),
    (10_000, 26),
    (20_000, 30),
    (30_000, 34),
    (40_000, 38),
    (50_000, 40),
    (75_000, 42),
    (100_000, 48),
    (150_000, 56),
    (200_000, 64),
    (250_000, 72),
    (350_000, 80),
    (500_000, 90),
    (700_000, 100),
    (1_000_001, 130),
)
MOST_VICE_PRESIDENTS = 15  # CGCT, art. L5211-10, L3122-4, L4133-4
MOST_ZONES = 8  # districts or sampled cantons: assumption


class Executive(NamedTuple):
    """Elus beside the head of the executive, and what each is called."""

    seats: int  # of the whole council
    n_thematic: int
    n_district: int  # each has a district of its own; 0: no district role
    head: Text
    thematic: Text
    district: Text


def executive(
    kind: str, inhabitants: int, districts: int | None = None, member_communes: int | None = None
) -> Executive:
    """Size and names of the executive of an authority.

    Args:
        kind: commune, epci, departement or region.
        inhabitants: population, >= 1.
        districts: districts asked for; None = by population (commune), by member commune (EPCI), by canton
            (departement). A commune seats at most as many as leave one adjoint to a theme.
        member_communes: of an EPCI; None = by population.
    """
    if inhabitants < 1:
        raise refuse(
            "authority.inhabitants", inhabitants, "il faut au moins un habitant", "at least one inhabitant is needed"
        )
    if kind == "commune":
        return _commune(inhabitants, districts)
    if kind == "epci":
        return _epci(inhabitants, districts, member_communes)
    if kind == "departement":
        return _departement(inhabitants, districts)
    if kind == "region":
        return _region(inhabitants, districts)
    known = "commune, epci, departement, region"
    raise refuse("authority.type", kind, f"types connus : {known}", f"known types: {known}")


def seats_by_law(table: tuple[tuple[int, int], ...], inhabitants: int) -> int:
    """Seats of the row of a table of the law that holds this population."""
    return max(seats for least, seats in table if least <= inhabitants)


def default_cantons(inhabitants: int) -> int:
    """Cantons of a departement: one for 32 000 inhabitants (2 054 in France in 2015), 13 to 41, 17 from 500 000 on.

    Minimum: CGCT, art. L3113-2 (applied below 150 000 inhabitants too); maximum: the largest, Nord.
    """
    fewest = 17 if inhabitants >= 500_000 else 13
    return max(fewest, min(41, round(inhabitants / 32_000)))


def _commune(inhabitants: int, districts: int | None) -> Executive:
    """Adjoints: at most 30 % of the council (CGCT, art. L2122-2), all of them appointed (assumption)."""
    seats = seats_by_law(COMMUNE_SEATS, inhabitants)
    adjoints = 3 * seats // 10
    wanted = default_districts(inhabitants) if districts is None else districts
    n_district = min(wanted, adjoints - 1)
    return Executive(
        seats,
        adjoints - n_district,
        n_district,
        Text("maire", "mayor"),
        Text("adjoint thématique", "deputy mayor for a theme"),
        Text("élu de quartier", "district councillor"),
    )


def _epci(inhabitants: int, districts: int | None, member_communes: int | None) -> Executive:
    """Vice-presidents: 20 % of the council, rounded up, 15 at most (CGCT, art. L5211-10), all of them elected.

    Council: the seats by population, and one by right for every second commune, too small to have any (assumption).
    """
    communes = default_member_communes(inhabitants) if member_communes is None else member_communes
    seats = seats_by_law(EPCI_SEATS, inhabitants) + communes // 2
    return Executive(
        seats,
        min(MOST_VICE_PRESIDENTS, -(-seats // 5)),
        communes if districts is None else districts,
        Text("président", "president"),
        Text("vice-président", "vice-president"),
        Text("maire d'une commune membre", "mayor of a member commune"),
    )


def _departement(inhabitants: int, districts: int | None) -> Executive:
    """Two councillors for each canton; vice-presidents: 30 % of the council, 15 at most (CGCT, art. L3122-4).

    At most 8 cantons are simulated, as a sample of all (assumption).
    """
    cantons = default_cantons(inhabitants)
    return Executive(
        2 * cantons,
        min(MOST_VICE_PRESIDENTS, 6 * cantons // 10),
        min(MOST_ZONES, cantons) if districts is None else districts,
        Text("président", "president"),
        Text("vice-président", "vice-president"),
        Text("conseiller de canton", "canton councillor"),
    )


def _region(inhabitants: int, districts: int | None) -> Executive:
    """Vice-presidents: 30 % of the council, 15 at most (CGCT, art. L4133-4). No elu has a district.

    Council: one seat for 38 000 inhabitants, 41 to 209 (assumption, near the real ones in metropolitan France).
    """
    if districts:
        fr, en = "une région n'a pas d'élus de quartier : null ou 0", "a region has no district elus: null or 0"
        raise refuse("authority.districts", districts, fr, en)
    seats = max(41, min(209, round(inhabitants / 38_000)))
    return Executive(
        seats,
        min(MOST_VICE_PRESIDENTS, 3 * seats // 10),
        0,
        Text("président", "president"),
        Text("vice-président", "vice-president"),
        Text("conseiller régional", "regional councillor"),
    )
