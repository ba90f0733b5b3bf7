"""The result of a calibration as a page, in French and in English: method, search, facts, parameters, limits."""

from collections.abc import Iterator

from experiments.calibration.harvest import Harvest, Worth
from experiments.calibration.rival import Rival
from experiments.calibration.rules import BAND_DEVIATIONS, CUT, LEAST_MEMBERS, SLACK, SURE, TOO_EASY
from experiments.calibration.waves import NO_LIMIT
from experiments.language import Words, number, percent
from experiments.patterns.catalogue import catalogue
from experiments.statistics import Estimate
from sim.config import parameter_of


def report(found: Harvest, rival: Rival | None, lang: str) -> str:
    """The page in Markdown."""
    say = Words(lang)
    lines = [f"# {say('calibration.title')}", "", say("calibration.intro"), ""]
    for section in (_method, _search, _patterns, _parameters, _limits):
        lines += [*section(found, rival, say), ""]
    return "\n".join(lines).rstrip() + "\n"


def _method(found: Harvest, rival: Rival | None, say: Words) -> Iterator[str]:
    yield f"## {say('calibration.method')}"
    yield ""
    numbers = {
        "cut": number(CUT, say.lang),
        "band": number(BAND_DEVIATIONS, say.lang),
        "sure": percent(SURE, say.lang),
        "slack": percent(SLACK, say.lang),
        "least": LEAST_MEMBERS,
        "easy": percent(TOO_EASY, say.lang),
    }
    yield say("calibration.method.text", **numbers)


def _search(found: Harvest, rival: Rival | None, say: Words) -> Iterator[str]:
    settings = found.settings
    yield f"## {say('calibration.search')}"
    yield ""
    yield say("calibration.search.header")
    yield "|---|---|---|"
    for wave, (points, left) in enumerate(zip(found.points, found.left, strict=True), 1):
        yield f"| {wave} | {number(points, say.lang)} | {number(left, say.lang)} |"
    yield ""
    values = {"replicates": settings.replicates, "prior": settings.prior, "root": settings.root}
    yield say("calibration.search.text", whole=number(found.whole, say.lang), code=found.code[:12], **values)
    if found.late and settings.minutes != NO_LIMIT:
        yield say("calibration.search.late", minutes=number(settings.minutes, say.lang))
    yield say("calibration.search.members", members=len(found.members), rank=found.rank, race_rank=found.race_rank)
    best = max(sum(member.passed.values()) for member in found.members)
    measured = len(found.patterns)
    yield say(
        "calibration.search.joint",
        joint=_with_interval(found.joint, say),
        joint_all=_with_interval(found.joint_all, say),
        prior=_with_interval(found.joint_prior, say),
        best=best,
        measured=measured,
    )


def _patterns(found: Harvest, rival: Rival | None, say: Words) -> Iterator[str]:
    yield f"## {say('calibration.patterns')}"
    yield ""
    yield say("calibration.patterns.header")
    yield "|---|---|---|---|---|---|---|"
    passed = {} if rival is None else rival.passed()
    for name, worth in found.patterns.items():
        title = catalogue()[name].title.of(say.lang) if name in catalogue() else name
        cells = [
            name,
            title,
            _with_interval(worth.prior, say),
            say("calibration.unknown") if worth.default is None else _yes(worth.default, say),
            percent(worth.members.value, say.lang, 0),
            _yes(passed[name], say) if name in passed else say("calibration.unknown"),
            _remark(worth, say),
        ]
        yield "| " + " | ".join(cells) + " |"


def _parameters(found: Harvest, rival: Rival | None, say: Words) -> Iterator[str]:
    yield f"## {say('calibration.parameters')}"
    yield ""
    yield say("calibration.parameters.header")
    yield "|---|---|---|---|---|"
    for key, _ in found.members[0].values:
        known = parameter_of(key)
        values = sorted(dict(member.values)[key] for member in found.members)
        symbol = known.symbol if known else ""
        low, high = known.plausible if known and known.plausible else (values[0], values[-1])
        ends = (number(end, say.lang, 3) for end in (low, high))
        inside = (number(end, say.lang, 3) for end in (values[0], values[-1]))
        middle = number(values[len(values) // 2], say.lang, 3)
        to = say("calibration.to")
        yield f"| `{key}` | {symbol} | {to.join(ends)} | {to.join(inside)} | {middle} |"


def _limits(found: Harvest, rival: Rival | None, say: Words) -> Iterator[str]:
    yield f"## {say('calibration.limits')}"
    yield ""
    yield say("calibration.limits.text")


def _remark(worth: Worth, say: Words) -> str:
    if worth.too_easy:
        return say("calibration.easy")
    return say("calibration.apart") if worth.apart else ""


def _yes(value: bool, say: Words) -> str:
    return say("calibration.yes" if value else "calibration.no")


def _with_interval(estimate: Estimate, say: Words) -> str:
    if not estimate.n:
        return say("calibration.unknown")
    low, high = (percent(end, say.lang, 0) for end in (estimate.low, estimate.high))
    return f"{percent(estimate.value, say.lang, 0)} ({low}{say('calibration.to')}{high})"
