"""The cases kept for validation, how their inputs may be miscoded, and what each is compared with."""

from collections.abc import Iterator
from dataclasses import dataclass

from sim.config import Config, flat
from sim.core.text import Text

CODED = (
    "sponsorship.level",
    "sponsorship.district",
    "sponsorship.involvement",
    "sponsorship.administration",
    "hierarchy.transversality",
    "formal.project",
    "formal.job",
)
"""Inputs coded from the study's words, on 0..1."""

SLACK = 0.15
"""By how much a second reader may code each of them otherwise."""


@dataclass(frozen=True)
class Contrast:
    """A case beside the same case with one thing changed: what the pattern kept apart speaks of.

    Attributes:
        pattern: its name in the study's list.
        scenario: the case.
        other: what it is compared with: another scenario, or the case itself with `change`.
        change: keys that make the other condition.
        text: what is contrasted.
    """

    pattern: str
    scenario: str
    other: str
    change: tuple[tuple[str, object], ...]
    text: Text


CONTRASTS = (
    Contrast(
        "SF27",
        "occitanie",
        "occitanie",
        (("sponsorship.involvement", 0.8),),
        Text("le même portage, avec l'implication de Paris", "the same sponsorship, with the involvement of Paris"),
    ),
    Contrast(
        "SF27",
        "paris",
        "paris",
        (("sponsorship.involvement", 0.1),),
        Text("le même portage, avec l'implication d'Occitanie", "the same sponsorship, as involved as in Occitanie"),
    ),
    Contrast(
        "SF28",
        "mulhouse",
        "mulhouse",
        (("sponsorship.departure_month", None),),
        Text("le maire reste", "the mayor stays"),
    ),
    Contrast(
        "SF29",
        "voironnais_barometre",
        "voironnais_barometre",
        (("sponsorship.level", 0.8), ("sponsorship.district", 0.5)),
        Text("un portage politique fort", "strong political sponsorship"),
    ),
    Contrast(
        "SF30",
        "languedoc_roussillon",
        "champagne_ardenne",
        (),
        Text("Champagne-Ardenne, nouvel exécutif défavorable", "Champagne-Ardenne, unfavourable new executive"),
    ),
    Contrast(
        "SF31",
        "cahors_carte_blanche",
        "cahors_carte_blanche",
        (("programme.effective_depth", 7), ("hierarchy.transversality", 0.3)),
        Text("par la voie hiérarchique ordinaire", "through the ordinary hierarchy"),
    ),
    Contrast(
        "SF32",
        "gare_remix",
        "gare_remix",
        (("programme.training", 0.8),),
        Text("des agents formés", "trained agents"),
    ),
)


def miscodings(config: Config) -> Iterator[tuple[str, str, float]]:
    """Each coded input, lower and higher: key, sign, value kept within 0..1."""
    values = flat(config)
    for key in CODED:
        coded = values[key]
        assert isinstance(coded, float)
        for sign, shift in (("-", -SLACK), ("+", SLACK)):
            yield key, sign, min(1.0, max(0.0, round(coded + shift, 4)))
