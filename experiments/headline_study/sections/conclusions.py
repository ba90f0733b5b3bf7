"""What comes out, in one table: each lever from its first value to its last, beside what the report leads to expect."""

from collections.abc import Iterator, Sequence

from experiments.headline_study.conclusions import (
    CONCLUSIONS,
    HEARD,
    Conclusion,
    compared,
    effect,
    hits,
    islets_over_diffusion,
)
from experiments.headline_study.material import DEPTH, EFFORT, PRICE, SPONSORSHIP, Headline, mean, share
from experiments.headline_study.told import AGENTS, HUNDRED, ITEMS, Told, plain, signed
from experiments.headline_study.writing import table, value_of
from experiments.language import Words
from experiments.statistics import Estimate
from sim.outcomes.verdict import DIFFUSION, ISLETS

NAME = "conclusions"
FROM, TO, CHANGE, NET = "from", "to", "difference", "difference of net practice"
COLUMNS = ("question", "from_to", "outcome", "from", "to", "change", "net", "report", "here")
USUAL = {SPONSORSHIP: (0.5, 0.7), DEPTH: (4,), EFFORT: (3.0,), PRICE: (1.0,)}
"""A Transfo as the study describes it."""


def measure(study: Headline) -> list[Told]:
    """Share at both ends and paired difference of every conclusion; islets against diffusion in a usual Transfo."""
    return [*_effects(study), *_usual(study)]


def write(told: Sequence[Told], say: Words) -> str:
    """The table, then what contradicts the report and what it could not have told."""
    rows, odd = [], []
    for asked in CONCLUSIONS:
        parts = {each.where["what"]: each for each in told if each.outcome == asked.name}
        if CHANGE not in parts:
            continue
        agreement = agrees(parts[CHANGE].estimate, asked.reported)
        start, end = (value_of(asked.lever, value, say) for value in (asked.start, asked.end))
        among = say("headstudy.among.launched" if asked.launched else "headstudy.among.all")
        what = say(f"headstudy.outcome.{asked.outcome}")
        rows.append([
            say(f"headstudy.conclusion.{asked.name}"), f"{start} → {end}", f"{what}, {among}",
            plain(parts[FROM], say), plain(parts[TO], say), signed(parts[CHANGE], say),
            signed(parts[NET], say) if NET in parts else "",
            say(f"headstudy.reported.{asked.name}"), say(f"headstudy.agreement.{agreement}"),
        ])  # fmt: skip
        if agreement in ("against", "unseen"):
            odd.append(say(f"headstudy.odd.{agreement}", what=say(f"headstudy.conclusion.{asked.name}")))
    header = [say(f"headstudy.conclusions.column.{name}") for name in COLUMNS]
    usual = {each.where["what"]: each for each in told if each.outcome == "usual"}
    gap = usual["difference"]
    verdict = agrees(gap.estimate, 1)
    shares = {"islets": plain(usual[ISLETS], say), "diffusion": plain(usual[DIFFUSION], say)}
    told_so = say(f"headstudy.usual.{verdict}", **shares, gap=signed(gap, say))
    return "\n\n".join([table(header, rows), told_so, *odd])


def agrees(found: Estimate, reported: int) -> str:
    """How a difference stands to the sign that was expected: with, against, unseen, free (none was expected)."""
    if reported == 0:
        return "free" if found.excludes_zero else "nothing"
    if not found.excludes_zero:
        return "unseen"
    return "with" if (found.value > 0) == (reported > 0) else "against"


def _effects(study: Headline) -> Iterator[Told]:
    for asked in CONCLUSIONS:
        whole = effect(study.runs, asked)
        if whole is None:
            continue
        for what, runs in zip((FROM, TO), compared(study.runs, asked), strict=True):
            measured = mean(runs, HEARD) if asked.outcome == HEARD else share(runs, hits(runs, asked.outcome))
            yield _told(asked, what, measured)
        yield _told(asked, CHANGE, whole)
        net = None if asked.outcome != DIFFUSION else effect(study.runs, asked, "net_practice")
        if net is not None:
            yield Told(NAME, asked.name, {"lever": asked.lever, "what": NET}, net, AGENTS)


def _told(asked: Conclusion, what: str, estimate: Estimate) -> Told:
    where = {"lever": asked.lever, "start": asked.start, "end": asked.end, "outcome": asked.outcome, "what": what}
    return Told(NAME, asked.name, where, estimate, ITEMS if asked.outcome == HEARD else HUNDRED)


def _usual(study: Headline) -> Iterator[Told]:
    """Islets and diffusion in the largest authorities, at the usual settings, the signal losing strength."""
    runs = study.reference
    for key, values in USUAL.items():
        runs = runs[runs[key].isin(values)]
    for name in (ISLETS, DIFFUSION):
        yield Told(NAME, "usual", {"what": name}, share(runs, runs["verdict"] == name))
    gap = runs.assign(gap=islets_over_diffusion(runs))
    yield Told(NAME, "usual", {"what": "difference"}, mean(gap, "gap"))
