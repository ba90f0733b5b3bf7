"""The race: all points meet few replicates of the cheap patterns; those that remain meet more, and dearer ones.

A point is dropped between two steps where its implausibility of the rank that decides exceeds the cut: the second
largest, since one pattern may be wrong about the model, or a lower one (see `rules.KEPT_OF_PRIOR`). The variance of
simulation is in the denominator, so that few replicates drop only what is far away. Replicate r has the same luck at
every point.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from pathlib import Path

from experiments.calibration.chunks import BROKEN, DONE, Chunk, load, together, work
from experiments.calibration.implausibility import Point, largest, measure
from experiments.calibration.rules import BATCH, CUT, Rung
from experiments.calibration.simulator import Simulator
from experiments.calibration.space import Values

Track = Callable[[Iterable[str], int, str], Iterable[str]]
"""Shows progress: items as they come, how many there will be, a label."""


def silent(items: Iterable[str], _total: int, _label: str) -> Iterable[str]:
    """Shows nothing."""
    return items


@dataclass
class Race:
    """All that has been computed of some points.

    Attributes:
        simulator: reads the patterns.
        folder: where chunks are kept.
        root: all luck follows from it.
        workers: processes.
        track: shows progress.
        apart: patterns that no fitted parameter reaches: they drop nobody.
        rank: which of a point's implausibilities decides, 1 being the largest.
        chunks: of each point, what is whole, in the order in which it came.
        broken: chunks that failed.
        late: whether time was up before all that was asked was done.
    """

    simulator: Simulator
    folder: Path
    root: int
    workers: int = 1
    track: Track = silent
    apart: frozenset[str] = frozenset()
    rank: int = 2
    chunks: dict[Values, list[Chunk]] = field(default_factory=dict)
    broken: int = 0
    late: bool = False
    _measured: dict[tuple[Chunk, ...], Point] = field(default_factory=dict)

    def run(self, points: Sequence[Values], rungs: Sequence[Rung], label: str, until: float, *, drop: bool) -> None:
        """Bring points up a ladder, the least implausible first; what time does not allow stays where it is."""
        for step, rung in enumerate(rungs, 1):
            going = list(points)
            if drop:
                going = sorted((each for each in points if not self.dropped(each)), key=self.implausibility)
            self.bring(going, rung, f"{label} {step}/{len(rungs)}", until)

    def finish(self, points: Sequence[Values], rungs: Sequence[Rung], label: str, until: float, *, drop: bool) -> None:
        """Bring points to the end of a ladder, a few at a time; where some are dropped, the least implausible first."""
        order = list(points)
        if drop:
            order = sorted((each for each in points if not self.dropped(each)), key=self._largest)
        for first in range(0, len(order), BATCH):
            if time.time() > until:
                self.late = True
                return
            self.run(order[first : first + BATCH], rungs, f"{label} {first}/{len(order)}", until, drop=drop)

    def bring(self, points: Sequence[Values], rung: Rung, label: str, until: float) -> None:
        """Give each point the replicates of a step that it has not had."""
        ids, code = self.simulator.groups[rung.group], self.simulator.code
        asked = ((point, self.replicates(point, rung.group)) for point in points)
        most = rung.replicates
        chunks = [Chunk(code, point, ids, had, most, self.root) for point, had in asked if had < most]
        if not ids or not chunks:
            return
        for chunk, end in zip(chunks, self.track(self._computed(chunks, until), len(chunks), label), strict=True):
            self.broken += end == BROKEN
            self.late |= end not in (DONE, BROKEN)
            if end == DONE:
                self.chunks.setdefault(chunk.values, []).append(chunk)

    def replicates(self, values: Values, group: str) -> int:
        """Replicates that a point has had of a group."""
        ids = self.simulator.groups[group]
        return max((chunk.last for chunk in self.chunks.get(values, ()) if chunk.ids == ids), default=0)

    def point(self, values: Values) -> Point:
        """Everything that is known of a point."""
        chunks, point = self.chunks.get(values, []), Point()
        for ids in dict.fromkeys(chunk.ids for chunk in chunks):
            point |= self._of_group(tuple(chunk for chunk in chunks if chunk.ids == ids))
        return point

    def implausibility(self, values: Values) -> float:
        """The one that decides in the race."""
        return largest(self.point(values), self.rank, self.apart)

    def _largest(self, values: Values) -> float:
        return largest(self.point(values), 1, self.apart)

    def dropped(self, values: Values) -> bool:
        """Whether a point is implausible already."""
        return self.implausibility(values) > CUT

    def whole(self, values: Values, rungs: Sequence[Rung]) -> bool:
        """Whether a point has climbed these steps to the last."""
        groups = self.simulator.groups
        return all(self.replicates(values, r.group) >= r.replicates for r in rungs if groups[r.group])

    def _of_group(self, chunks: tuple[Chunk, ...]) -> Point:
        """The patterns of one group, from its chunks; measured once."""
        if chunks not in self._measured:
            parts = [load(self.folder, chunk) for chunk in chunks]
            notes = together([part for part in parts if part is not None])
            patterns = self.simulator.patterns
            self._measured[chunks] = {name: measure(patterns[name], rows, self.root) for name, rows in notes.items()}
        return self._measured[chunks]

    def _computed(self, chunks: Sequence[Chunk], until: float) -> Iterator[str]:
        """What became of every chunk, in order; the first is computed here, so that rules are compiled once."""
        task = partial(work, self.simulator, self.folder, until)
        yield task(chunks[0])
        n = min(self.workers, max(1, len(chunks) - 1))
        executor = import_module(f"experiments.executors.{'serial' if n == 1 else 'joblib'}")
        yield from executor.results(task, chunks[1:], n)
