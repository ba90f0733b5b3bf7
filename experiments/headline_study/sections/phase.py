"""Sponsorship by depth: how often practice spreads, for each cost, then by managers' support and loss of the signal."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import numpy as np
import pandas as pd

from experiments.analysis.tipping import crossing_of
from experiments.headline_study.conclusions import CONCLUSIONS, effect
from experiments.headline_study.material import (
    DEPTH,
    EFFORT,
    LOSS,
    PRICE,
    SIZE,
    SPONSORSHIP,
    STANCE,
    Headline,
    mean,
    share,
)
from experiments.headline_study.told import AGENTS, LEVEL, YES, Told, number_of, plain, signed
from experiments.headline_study.writing import picture, table, value_of
from experiments.language import UNDEFINED, Words
from experiments.statistics import Estimate
from experiments.table import ORDER
from sim.outcomes.verdict import DIFFUSION

NAME = "phase"
COST, CHAIN, EACH = "phase_cost", "phase_chain", "phase_each"
SHARE, DISPUTED, TWIN, TIPPING = "diffusion", "variants disagree", "practice without the programme", "tipping"
DEEPER = "difference from 2 to 6 levels"


def measure(study: Headline) -> list[Told]:
    """Cells and tipping points of the maps of diffusion, cells of every verdict, what levels change."""
    large = study.runs[study.runs[SIZE] == study.largest]
    cost, chain = large[large[LOSS]], large[large["launched"]]
    return [*_map(COST, cost, (PRICE, EFFORT)), *_map(CHAIN, chain, (LOSS, STANCE)), *_each(cost), *_depths(chain)]


def write(told: Sequence[Told], say: Words) -> str:
    """The pictures, the tipping points in a table."""
    points = [each for each in told if each.outcome == TIPPING and each.where["picture"] == CHAIN]
    rows = []
    for stance, depth in sorted({(each.where[STANCE], each.where[DEPTH]) for each in points}):
        here = {each.where[LOSS]: each for each in points if (each.where[STANCE], each.where[DEPTH]) == (stance, depth)}
        cells = [tipping_name(here[loss], say) for loss in (True, False)]
        rows.append([value_of(STANCE, stance, say), value_of(DEPTH, depth, say), *cells])
    header = [say(f"headstudy.phase.column.{name}") for name in ("stance", "depth", "lost", "kept")]
    return "\n\n".join([
        picture(CHAIN, say), say("headstudy.phase.chain"), picture(COST, say), say("headstudy.phase.cost"),
        picture(EACH, say), say("headstudy.phase.each"), say("headstudy.phase.tipping"), table(header, rows),
        say("headstudy.phase.depth"), _depth_table(told, say),
    ])  # fmt: skip


def tipping_name(told: Told, say: Words) -> str:
    """A tipping point with its interval; always or never where it lies beyond the values tried."""
    e = told.estimate
    if np.isfinite([e.value, e.low, e.high]).all():
        return plain(told, say)
    if np.isfinite(e.value):
        low = number_of(e.low, told, say) if np.isfinite(e.low) else say("headstudy.tipping.below")
        high = number_of(e.high, told, say) if np.isfinite(e.high) else say("headstudy.tipping.above")
        return f"{number_of(e.value, told, say)} ({say('interval', low=low, high=high)})"
    state = told.where.get("beyond")
    return say(f"headstudy.tipping.{state}") if state else UNDEFINED


def _depth_table(told: Sequence[Told], say: Words) -> str:
    """What four levels more change, by managers' support and by what becomes of the signal."""
    found = {(each.where[STANCE], each.where[LOSS]): each for each in told if each.outcome == DEEPER}
    rows = [[value_of(STANCE, stance, say), *(signed(found[stance, loss], say) for loss in (True, False))]
            for stance in sorted({stance for stance, _ in found}, key=str)]  # fmt: skip
    return table([say(f"headstudy.phase.column.{name}") for name in ("stance", "lost", "kept")], rows)


def _depths(runs: pd.DataFrame) -> Iterator[Told]:
    asked = next(each for each in CONCLUSIONS if each.name == "depth")
    for (stance, loss), rows in runs.groupby([STANCE, LOSS]):
        found = effect(rows, asked)
        if found is not None:
            where = {"lever": DEPTH, "start": asked.start, "end": asked.end}
            yield Told(NAME, DEEPER, where | {STANCE: float(str(stance)), LOSS: bool(loss)}, found)


def _map(name: str, runs: pd.DataFrame, panels: tuple[str, str]) -> Iterator[Told]:
    across, down = (sorted(runs[key].unique()) for key in panels)
    for left, up in product(across, down):
        part = runs[(runs[panels[0]] == left) & (runs[panels[1]] == up)]
        setting = {"picture": name, panels[0]: _value(left), panels[1]: _value(up)}
        for depth, rows in part.groupby(DEPTH):
            cells = dict(tuple(rows.groupby(SPONSORSHIP)))
            line = {level: share(here, here["verdict"] == DIFFUSION) for level, here in cells.items()}
            for level, here in cells.items():
                where = setting | {DEPTH: int(depth), SPONSORSHIP: float(level)}
                yield Told(NAME, SHARE, where, line[level])
                yield Told(NAME, TWIN, where, mean(here, "practice_twin"), AGENTS)
                yield Told(NAME, DISPUTED, where, _disputed(here), YES)
            yield _tipping(setting | {DEPTH: int(depth)}, line)


def _each(runs: pd.DataFrame) -> Iterator[Told]:
    """Share of every verdict at the middle effort, a map a verdict and price."""
    usual = runs[runs[EFFORT] == sorted(runs[EFFORT].unique())[1]]
    for (price, depth, level), rows in usual.groupby([PRICE, DEPTH, SPONSORSHIP]):
        where = {"picture": EACH, PRICE: float(str(price)), DEPTH: int(str(depth)), SPONSORSHIP: float(str(level))}
        for verdict in ORDER:
            yield Told(NAME, verdict, where, share(rows, rows["verdict"] == verdict))


def _tipping(where: Mapping[str, object], line: Mapping[float, Estimate]) -> Told:
    """The sponsorship at which practice spreads one time in two; a stronger one is taken to spread it more."""
    levels = sorted(line)
    found = crossing_of(np.array(levels, dtype=np.float64), [line[level] for level in levels], rising=True)
    beyond = {"beyond": "always"} if found.always else {"beyond": "never"} if found.never else {}
    return Told(NAME, TIPPING, {**where, **beyond}, found.at, LEVEL)


def _disputed(runs: pd.DataFrame) -> Estimate:
    """1 where the structural variants differ on the commonest verdict."""
    counts = runs.groupby("variant")["verdict"].value_counts().unstack(fill_value=0)
    heads = counts.reindex(columns=list(ORDER), fill_value=0).idxmax(axis=1)
    return Estimate(float(heads.nunique() > 1), float("nan"), float("nan"), len(runs))


def _value(value: object) -> object:
    return value.item() if hasattr(value, "item") else value
