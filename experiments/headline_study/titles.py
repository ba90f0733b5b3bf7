"""Titles of the pictures: each tells what its picture shows in the page's own numbers, and so holds for any runs."""

from collections.abc import Mapping, Sequence

from experiments.headline_study.material import DEPTH, EFFORT, KIND, LOSS, PRICE, SIZE, SPONSORSHIP, STANCE
from experiments.headline_study.sections.channels import NOTHING, TAKEN
from experiments.headline_study.sections.phase import CHAIN, COST, EACH, SHARE
from experiments.headline_study.sections.sensitivity import ALL, FLOOR
from experiments.headline_study.sections.uncertainties import PARTS
from experiments.headline_study.sections.verdicts import PEOPLE, PLACES
from experiments.headline_study.told import Told, number_of
from experiments.headline_study.writing import lever_name
from experiments.language import UNDEFINED, Words
from sim.outcomes.verdict import DIFFUSION, ISLETS, NOT_LAUNCHED

HEAVIEST = 3
"""Levers named in the title of the tornado."""
Asked = tuple[str, Mapping[str, object]]
_STRONG = {SPONSORSHIP: 0.9}
_USUAL = {PRICE: 1.0, EFFORT: 3.0, **_STRONG}
_LOST = {"picture": CHAIN, LOSS: True, **_STRONG}
_FINDINGS: Mapping[str, Mapping[str, Asked]] = {
    COST: {name: (SHARE, {"picture": COST, **_USUAL, DEPTH: depth}) for name, depth in (("few", 2), ("many", 6))},
    CHAIN: {"easy": (SHARE, {**_LOST, STANCE: 0.7, DEPTH: 2}), "hard": (SHARE, {**_LOST, STANCE: 0.3, DEPTH: 6})},
    EACH: {
        name: (ISLETS, {"picture": EACH, PRICE: 1.0, SPONSORSHIP: 0.5, DEPTH: depth})
        for name, depth in (("few", 2), ("many", 6))
    },
    PEOPLE: {
        "little": (DIFFUSION, {"picture": PEOPLE, STANCE: 0.3, SPONSORSHIP: 0.5}),
        "much": (DIFFUSION, {"picture": PEOPLE, STANCE: 0.7, SPONSORSHIP: 0.5}),
    },
    PLACES: {
        "small": (NOT_LAUNCHED, {"picture": PLACES, PRICE: 1.0, SIZE: 150, KIND: "commune"}),
        "large": (NOT_LAUNCHED, {"picture": PLACES, PRICE: 1.0, SIZE: 1850, KIND: "commune"}),
    },
    "uncertainties": {part: (DIFFUSION, {"uncertainty": part}) for part in PARTS},
    "thresholds": {
        name: (DIFFUSION, {"scale": scale, **_STRONG}) for name, scale in (("mild", 0.5), ("strict", 1.5))
    },
    "channels": {
        "whole": ("depth", {TAKEN: NOTHING, "read": "verdict"}),
        "kept": ("depth", {TAKEN: "signal_loss", "read": "verdict"}),
    },
}  # fmt: skip


def title(name: str, told: Sequence[Told], say: Words) -> str:
    """The finding of a picture, from the numbers that it is drawn from."""
    if name == "tornado":
        return say("headstudy.finding.tornado", levers=_heaviest(told, say))
    numbers = {field: _number(told, *asked, say) for field, asked in _FINDINGS[name].items()}
    return say(f"headstudy.finding.{name}", **numbers)


def _number(told: Sequence[Told], outcome: str, where: Mapping[str, object], say: Words) -> str:
    """One number without its interval, which stands in the page and in the file of numbers."""
    found = next((each for each in told if each.outcome == outcome and where.items() <= each.where.items()), None)
    return UNDEFINED if found is None else number_of(found.estimate.value, found, say)


def _heaviest(told: Sequence[Told], say: Words) -> str:
    """The levers above the noise floor over all combinations, the heaviest first."""
    here = [each for each in told if each.where["among"] == ALL]
    floor = next(each.estimate.value for each in here if each.outcome == FLOOR)
    found = sorted((each for each in here if each.outcome != FLOOR and each.estimate.low > floor),
                   key=lambda each: -each.estimate.value)  # fmt: skip
    return ", ".join(lever_name(each.outcome, say) for each in found[:HEAVIEST]) or UNDEFINED
