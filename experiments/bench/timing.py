"""Timing several things in turn, so that the state of the machine weighs on all of them alike."""

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Timed:
    """Processor seconds of one thing, round by round."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """Median over the rounds, seconds."""
        return statistics.median(self.seconds)


@dataclass(frozen=True)
class Ratio:
    """One thing over another, round by round."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """Median over the rounds."""
        return statistics.median(self.values)

    @property
    def spread(self) -> tuple[float, float]:
        """Least and largest."""
        return min(self.values), max(self.values)


def interleaved(things: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, Timed]:
    """Time each thing once a round, in turn, after one round that does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in things}
    for at in range(rounds + 1):
        for name, thing in things.items():
            started = time.process_time()
            thing()
            if at > 0:
                seconds[name].append(time.process_time() - started)
    return {name: Timed(tuple(values)) for name, values in seconds.items()}


def ratio(above: Timed, below: Timed, scale: float = 1.0) -> Ratio:
    """Scale x above / below, round by round."""
    return Ratio(tuple(scale * a / max(b, 1e-9) for a, b in zip(above.seconds, below.seconds, strict=True)))
