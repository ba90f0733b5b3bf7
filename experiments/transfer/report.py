"""The page of the transfer tests: what came out for each case, as coded and miscoded, beside its contrast."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from experiments.language import Words, number, percent
from experiments.statistics import Estimate, paired_mean, wilson
from experiments.transfer.running import Row
from sim.outcomes.verdict import DIFFUSION, FALLBACK, ISLETS, LABELS, NOT_LAUNCHED, SPREADING

VERDICTS = (DIFFUSION, SPREADING, ISLETS, FALLBACK, NOT_LAUNCHED)
FLAGS = ("aborted", "disillusion", "showcase_lab")
MEANS = (
    "net_practice",
    "breadth",
    "lab_created",
    "lab_alive",
    "administration",
    "dispossession_district",
    "dispossession_thematic",
    "trust_change",
    "delivered_share",
    "delay",
)
"""Outcomes told of each case, at the last observation."""


@dataclass(frozen=True)
class Told:
    """One case: its rows as coded, with each input miscoded, and those of its contrast."""

    title: str
    pattern: str
    as_coded: Sequence[Row]
    contrast: Sequence[Row]
    contrast_text: str
    miscoded: Sequence[tuple[str, Sequence[Row]]]
    rival: float
    """Share of diffusion, done or under way, by the rival of four parameters."""


def page(cases: Sequence[Told], say: Words, head: str) -> str:
    """The whole page in Markdown."""
    return "\n".join([f"# {say('transfer.title')}", "", head, *(_case(told, say) for told in cases)]) + "\n"


def _case(told: Told, say: Words) -> str:
    lines = ["", f"## {told.title} ({told.pattern})", "", _verdicts(told, say), "", _outcomes(told, say), ""]
    lines += [say("transfer.years"), "", _years(told, say), "", _miscoded(told, say), "", _rival(told, say)]
    return "\n".join(lines)


def _verdicts(told: Told, say: Words) -> str:
    """Shares of verdicts and flags, as coded and in the contrast."""
    rows = [[say("transfer.verdict"), say("transfer.as_coded"), told.contrast_text]]
    for name in (*VERDICTS, *FLAGS):
        both = [_share(rows_, name, say) for rows_ in (told.as_coded, told.contrast)]
        rows.append([LABELS[name].of(say.lang), *both])
    return _table(rows)


def _outcomes(told: Told, say: Words) -> str:
    rows = [[say("transfer.outcome"), say("transfer.as_coded"), told.contrast_text, say("transfer.difference")]]
    for name in MEANS:
        own, other = _values(told.as_coded, name), _values(told.contrast, name)
        difference = paired_mean(other, own)
        rows.append([say(f"transfer.{name}"), _mean(own, say), _mean(other, say), _interval(difference, say)])
    return _table(rows)


def _years(told: Told, say: Words) -> str:
    """Yearly means over replicates, programme start in year 1 (the year before is year 0)."""
    names = [name for name in told.as_coded[0] if name.startswith("yearly_")]
    profile = {name: np.array([row[name] for row in told.as_coded], dtype=float).mean(axis=0) for name in names}
    years = range(len(next(iter(profile.values()))))
    rows = [[say("transfer.year"), *(str(year) for year in years)]]
    for name in names:
        rows.append([say(f"transfer.{name}"), *(number(float(value), say.lang, 3) for value in profile[name])])
    return _table(rows)


def _miscoded(told: Told, say: Words) -> str:
    """What a second reader's coding would change: commonest verdict and net practice, input by input."""
    rows = [[say("transfer.input"), say("transfer.commonest"), say("transfer.net_practice")]]
    for name, found in (("", told.as_coded), *told.miscoded):
        commonest = max(VERDICTS, key=lambda verdict: sum(row["verdict"] == verdict for row in found))
        rows.append(
            [
                name or say("transfer.as_coded"),
                f"{LABELS[commonest].of(say.lang)} ({_share(found, commonest, say)})",
                _mean(_values(found, "net_practice"), say),
            ]
        )
    return _table(rows)


def _rival(told: Told, say: Words) -> str:
    spread = np.mean([row["verdict"] in (DIFFUSION, SPREADING) for row in told.as_coded])
    return say("transfer.rival", rival=percent(told.rival, say.lang, 0), model=percent(float(spread), say.lang, 0))


def _share(rows: Sequence[Row], name: str, say: Words) -> str:
    hits = sum(bool(row[name]) if name in FLAGS else row["verdict"] == name for row in rows)
    estimate = wilson(hits, len(rows))
    ends = [percent(value, say.lang, 0) for value in (estimate.value, estimate.low, estimate.high)]
    return f"{ends[0]} [{ends[1]} – {ends[2]}]"


def _values(rows: Sequence[Row], name: str) -> np.ndarray:
    return np.array([np.nan if row[name] is None else float(str(row[name])) for row in rows])


def _mean(values: np.ndarray, say: Words) -> str:
    defined = values[~np.isnan(values)]
    return number(float(defined.mean()), say.lang, 3) if defined.size else "–"


def _interval(estimate: Estimate, say: Words) -> str:
    ends = [number(value, say.lang, 3) for value in (estimate.value, estimate.low, estimate.high)]
    return f"{ends[0]} [{ends[1]} – {ends[2]}]"


def _table(rows: Sequence[Sequence[str]]) -> str:
    head, *body = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([head, f"|{'---|' * len(rows[0])}", *body])
