"""Politics: how dispossessed the elus feel, and what sponsorship is left, political and administrative."""

from sim.outcomes.catalogue import Value, outcome
from sim.outcomes.observation import Observation


@outcome(
    unit="0..1",
    low=0,
    high=1,
    fr="dépossession ressentie par la tête de l'exécutif",
    en="dispossession felt by the head of the executive",
    source="study, dispossession of the elus",
)
def dispossession_mayor(seen: Observation) -> Value:
    """Mean d over the role; undefined where nobody holds it."""
    return seen.now("dispossession_mayor")


@outcome(
    unit="0..1",
    low=0,
    high=1,
    fr="dépossession ressentie par les élus thématiques, en moyenne",
    en="dispossession felt by the thematic elus, on average",
    source="study, dispossession of the elus",
)
def dispossession_thematic(seen: Observation) -> Value:
    """Mean d over the role; undefined where nobody holds it."""
    return seen.now("dispossession_thematic")


@outcome(
    unit="0..1",
    low=0,
    high=1,
    fr="dépossession ressentie par les élus de quartier, en moyenne",
    en="dispossession felt by the district elus, on average",
    source="study, dispossession of the elus",
)
def dispossession_district(seen: Observation) -> Value:
    """Mean d over the role; undefined where nobody holds it."""
    return seen.now("dispossession_district")


@outcome(
    unit="0..1",
    low=0,
    high=1,
    fr="portage politique : signal que donnent ensemble les élus",
    en="political sponsorship: the signal that the elus give together",
    source="study, portage politique",
)
def sponsorship_signal(seen: Observation) -> Value:
    """S_pol."""
    return seen.now("sponsorship_signal")


@outcome(
    unit="0..1",
    low=0,
    high=1,
    fr="portage administratif : soutien de la direction générale",
    en="administrative sponsorship: support of the direction générale",
    source="study, portage administratif",
)
def administration(seen: Observation) -> Value:
    """A, the stance of the DGS."""
    return seen.now("administration")
