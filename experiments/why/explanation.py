"""From the runs of a scenario to the explanation of their commonest verdict."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice

from experiments.language import DEFAULT
from experiments.runner import Engine, Run
from experiments.statistics import Estimate, wilson
from experiments.why import telling
from experiments.why.candidate import pairs, singles
from experiments.why.candidates import applicable
from experiments.why.rows import Row, SimulateMany, row_of, serially
from experiments.why.story import Story, tell
from experiments.why.trials import PAIRS, PILOT_PAIRS, Cause, Trials
from experiments.why.typical import commonest, typical
from sim.config import Config, resolved
from sim.core.draws import replicate_seed
from sim.simulation import RunRecord, simulate


@dataclass(frozen=True)
class Why:
    """Why the commonest verdict came out.

    Attributes:
        config: the configuration, resolved.
        verdict: the verdict that is explained.
        share: its share over the pairs, as the configuration is.
        facts: dates and places, from a typical run.
        causes: what was tried, named or not: single causes, then pairs of them.
        full: whether pairs of causes were to be tried where no single one is named.
        lang: language of the sentence where none is asked for.
    """

    config: Config
    verdict: str
    share: Estimate
    facts: Story
    causes: tuple[Cause, ...]
    full: bool = False
    lang: str = DEFAULT

    @property
    def named(self) -> tuple[Cause, ...]:
        """The causes that pass the test, the strongest first."""
        return tuple(sorted((cause for cause in self.causes if cause.named), key=lambda cause: cause.difference))

    def sentence(self, lang: str | None = None) -> str:
        """The explanation in words: causes with both numbers, then dates and places."""
        return telling.sentence(self, lang or self.lang)

    def lines(self, lang: str | None = None) -> list[str]:
        """The same line by line, with every cause that was tried and what it came to."""
        return telling.lines(self, lang or self.lang)


def explain(
    config: Config,
    rows: Iterable[Row | Run | RunRecord],
    *,
    lang: str = DEFAULT,
    full: bool = False,
    runs: int = PAIRS,
    simulate_many: SimulateMany = serially,
    engine: Engine = simulate,
) -> Why:
    """Explain the commonest verdict of some runs of a configuration.

    Args:
        config: the configuration of all these runs.
        rows: the runs, at least one; the first `runs` of them serve as they are in the pairs.
        lang: language of the sentence where none is asked for.
        full: try pairs of causes where no single one is named; much longer.
        runs: pairs of runs for each cause tried.
        simulate_many: makes runs; one call a stage, each with all that can be computed at once.
        engine: lives the typical run again.

    Raises:
        ValueError: no run, or no pair.
    """
    config, known = resolved(config), [row_of(row) for row in rows]
    if not known or runs < 1:
        raise ValueError(f"{len(known)} runs and {runs} pairs: at least one of each is needed")
    verdict = commonest(known)
    facts = tell(config, int(known[typical(known, verdict)]["seed"]), engine)
    by_seed = {int(row["seed"]): row for row in known}
    seeds = tuple(islice(_seeds(config, list(by_seed)), runs + PILOT_PAIRS))
    trials = Trials(config, verdict, seeds[:runs], seeds[runs:], simulate_many, by_seed)
    alone = singles(config, applicable(config, facts, verdict))
    causes = trials.judge(trials.promising(alone))
    if full and not any(cause.named for cause in causes):
        causes += trials.judge(trials.promising(pairs(alone)))
    hits = trials.hits()
    return Why(config, verdict, wilson(int(hits.sum()), len(hits)), facts, tuple(causes), full, lang)


def _seeds(config: Config, given: Sequence[int]) -> Iterator[int]:
    """The seeds of the runs given, then those that further replicates would have."""
    yield from given
    fresh = (replicate_seed(config.seed, replicate) for replicate in count())
    yield from (seed for seed in fresh if seed not in given)
