"""Shares of verdicts and means of outcomes with intervals, by scenario, and paired differences to the first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from experiments.statistics import LEVEL, Estimate, mean, paired_mean, paired_share, wilson
from experiments.uncertainty import VARIANT
from experiments.units import YES_OR_NO
from experiments.variants import Structures
from sim.config.verdict import Verdict
from sim.outcomes.catalogue import OutcomeSpec, catalogue
from sim.outcomes.verdict import FLAGS, ISLET_KINDS, ISLETS, VERDICTS

Hits = dict[str, pd.Series]
"""Name -> whether each run is one of those."""


@dataclass(frozen=True)
class Measures:
    """Estimates of one scenario, or of one scenario minus another."""

    verdicts: dict[str, Estimate]
    """Share of runs [0..1], or its difference [-1..1]."""
    islet_kinds: dict[str, Estimate]
    """Share of all runs that are islets of that kind."""
    flags: dict[str, Estimate]
    outcomes: dict[str, Estimate]
    """Mean, in the unit of each outcome, over the runs where it is defined."""

    def as_dict(self) -> dict[str, dict[str, object]]:
        """Plain values for JSON."""
        return {
            group: {name: estimate.as_dict() for name, estimate in getattr(self, group).items()}
            for group in ("verdicts", "islet_kinds", "flags", "outcomes")
        }


@dataclass(frozen=True)
class Summary:
    """What a result says in numbers."""

    scenarios: dict[str, Measures]
    differences: dict[str, Measures]
    """Each scenario but the first, minus the first, over runs with the same luck."""
    disillusioned: dict[str, bool]
    """Whether disillusion holds over the replicates, and not in some of them by luck."""
    structures: dict[str, Structures] = field(default_factory=dict)
    """Where replicates have several structural variants: what comes out most often under each of them."""

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        first = next(iter(self.scenarios))
        return {
            "level": LEVEL,
            "scenarios": {
                name: {**measures.as_dict(), "disillusioned": self.disillusioned[name], **self._structure(name)}
                for name, measures in self.scenarios.items()
            },
            "differences": {
                name: {"minus": first, **measures.as_dict()} for name, measures in self.differences.items()
            },
        }

    def _structure(self, name: str) -> dict[str, object]:
        found = self.structures.get(name)
        return {} if found is None else {"structures": found.commonest, "settled": found.settled}


def summarise(runs: pd.DataFrame, lines: Mapping[str, Verdict]) -> Summary:
    """Estimates of every scenario of `runs`, in the order in which they first appear; `lines` are their thresholds."""
    specs = [spec for spec in catalogue() if spec.name in runs]
    frames = {str(name): frame for name, frame in runs.groupby("scenario", sort=False)}
    first, *others = frames
    measures = {name: _measures(frame, specs) for name, frame in frames.items()}
    return Summary(
        measures,
        {name: _differences(frames[first], frames[name], specs) for name in others},
        {name: _is_disillusioned(each, lines[name]) for name, each in measures.items()},
        {name: _structures(frame) for name, frame in frames.items() if VARIANT in frame},
    )


def _structures(frame: pd.DataFrame) -> Structures:
    counts = {str(name): rows["verdict"].value_counts() for name, rows in frame.groupby(VARIANT, sort=False)}
    return Structures({name: _commonest(count) for name, count in counts.items()})


def _commonest(counts: pd.Series) -> str:
    return max(VERDICTS, key=lambda verdict: int(counts.get(verdict, 0)))


def _is_disillusioned(measures: Measures, lines: Verdict) -> bool:
    """The involved became more cynical, or fewer would come again: by the line, and by more than luck explains."""
    rise, call = measures.outcomes["cynicism_involved"], measures.outcomes["relaunch_ratio"]
    more_cynical = rise.value >= lines.disillusion and rise.low > 0.0
    return more_cynical or (call.value <= lines.relaunch_ratio and call.high < 1.0)


def _measures(frame: pd.DataFrame, specs: Sequence[OutcomeSpec]) -> Measures:
    def shares(columns: Hits) -> dict[str, Estimate]:
        return {name: wilson(int(hits.sum()), len(hits)) for name, hits in columns.items()}

    def outcome(spec: OutcomeSpec) -> Estimate:
        values = frame[spec.name].dropna().to_numpy(float)
        if spec.unit == YES_OR_NO:
            return wilson(int(values.sum()), len(values))
        return mean(values).within(spec.low, spec.high)

    return Measures(
        shares(_verdicts(frame)),
        shares(_kinds(frame)),
        shares(_flags(frame)),
        {spec.name: outcome(spec) for spec in specs},
    )


def _differences(first: pd.DataFrame, second: pd.DataFrame, specs: Sequence[OutcomeSpec]) -> Measures:
    a, b = first.sort_values("replicate"), second.sort_values("replicate")
    if a["seed"].tolist() != b["seed"].tolist():
        raise ValueError("runs with different seeds cannot be paired")

    def shares(firsts: Hits, seconds: Hits) -> dict[str, Estimate]:
        return {name: paired_share(hits, seconds[name]) for name, hits in firsts.items()}

    def outcome(spec: OutcomeSpec) -> Estimate:
        x, y = a[spec.name].to_numpy(float), b[spec.name].to_numpy(float)
        both = (x == x) & (y == y)
        return paired_share(x[both] == 1, y[both] == 1) if spec.unit == YES_OR_NO else paired_mean(x, y)

    return Measures(
        shares(_verdicts(a), _verdicts(b)),
        shares(_kinds(a), _kinds(b)),
        shares(_flags(a), _flags(b)),
        {spec.name: outcome(spec) for spec in specs},
    )


def _verdicts(frame: pd.DataFrame) -> Hits:
    return {name: frame["verdict"] == name for name in VERDICTS}


def _kinds(frame: pd.DataFrame) -> Hits:
    return {name: (frame["verdict"] == ISLETS) & (frame["islet_kind"] == name) for name in ISLET_KINDS}


def _flags(frame: pd.DataFrame) -> Hits:
    return {name: frame[name].astype(bool) for name in FLAGS}
