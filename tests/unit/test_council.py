"""The executive by law."""

import pytest

from sim.core.errors import InputError
from sim.population.council import COMMUNE_SEATS, EPCI_SEATS, default_member_communes, executive, seats_by_law

# CGCT, art. L2121-2: last population of each row, seats
LAW = [
    (99, 7), (499, 11), (1_499, 15), (2_499, 19), (3_499, 23), (4_999, 27), (9_999, 29), (19_999, 33), (29_999, 35),
    (39_999, 39), (49_999, 43), (59_999, 45), (79_999, 49), (99_999, 53), (149_999, 55), (199_999, 59), (249_999, 61),
    (299_999, 65), (10_000_000, 69),
]  # fmt: skip


@pytest.mark.parametrize(("last", "seats"), LAW)
def test_municipal_councils_have_the_seats_of_the_law(last, seats):
    assert seats_by_law(COMMUNE_SEATS, last) == seats


def test_the_next_inhabitant_opens_the_next_row():
    assert [seats_by_law(COMMUNE_SEATS, last + 1) for last, _ in LAW[:-1]] == [seats for _, seats in LAW[1:]]


@pytest.mark.parametrize(
    ("inhabitants", "seats"), [(3_499, 16), (54_000, 40), (98_000, 42), (1_000_000, 100), (1_000_001, 130)]
)
def test_community_councils_start_from_the_seats_of_the_law(inhabitants, seats):
    assert seats_by_law(EPCI_SEATS, inhabitants) == seats


@pytest.mark.parametrize(
    ("inhabitants", "adjoints", "districts"),
    [(50, 2, 1), (500, 4, 2), (25_000, 10, 3), (92_500, 15, 8), (400_000, 20, 8)],
)
def test_a_commune_has_adjoints_of_themes_and_of_districts(inhabitants, adjoints, districts):
    made = executive("commune", inhabitants)
    assert made.n_thematic + made.n_district == adjoints
    assert made.n_district == districts
    assert made.n_thematic >= 1


def test_one_adjoint_always_keeps_a_theme():
    assert executive("commune", 92_500, districts=40)[1:3] == (1, 14)
    assert executive("commune", 92_500, districts=3)[1:3] == (12, 3)


def test_an_epci_has_the_mayors_of_its_communes():
    made = executive("epci", 98_000)
    assert (made.seats, made.n_thematic, made.n_district) == (57, 12, 31)
    assert made.district.fr == "maire d'une commune membre"
    assert executive("epci", 98_000, member_communes=63)[:3] == (73, 15, 63)
    assert executive("epci", 98_000, districts=8).n_district == 8


def test_member_communes_grow_slower_than_the_population():
    assert [default_member_communes(n) for n in (1_000, 54_000, 98_000, 1_000_000)] == [5, 24, 31, 79]


@pytest.mark.parametrize(
    ("inhabitants", "seats", "vice_presidents"), [(80_000, 26, 7), (600_000, 38, 11), (1_400_000, 82, 15)]
)
def test_a_departement_has_two_councillors_a_canton_and_eight_zones(inhabitants, seats, vice_presidents):
    assert executive("departement", inhabitants)[:3] == (seats, vice_presidents, 8)


def test_a_region_has_no_district_role():
    assert executive("region", 5_000_000)[:3] == (132, 15, 0)
    assert executive("region", 5_000_000, districts=0).n_district == 0
    with pytest.raises(InputError, match=r"authority\.districts = 4"):
        executive("region", 5_000_000, districts=4)


@pytest.mark.parametrize(
    ("kind", "fr", "en"),
    [
        ("commune", "maire", "mayor"),
        ("epci", "président", "president"),
        ("departement", "président", "president"),
        ("region", "président", "president"),
    ],
)
def test_the_head_has_a_title_in_both_languages(kind, fr, en):
    assert executive(kind, 200_000).head == (fr, en)


@pytest.mark.parametrize(
    ("kind", "inhabitants", "message"), [("canton", 5_000, "authority.type"), ("commune", 0, "authority.inhabitants")]
)
def test_an_unknown_authority_is_refused(kind, inhabitants, message):
    with pytest.raises(InputError, match=message):
        executive(kind, inhabitants)
