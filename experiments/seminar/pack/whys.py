"""Why, in a pack: the other positions are what would have happened otherwise, with the same luck.

A cause that may be taken away (`experiments.why.candidates`, or the event that was dropped) is tried where the
configuration without it is another position of the pack; it is named by the same rule as everywhere: the verdict
becomes rarer by twenty points or more, and the interval of the paired difference excludes 0.
"""

from collections.abc import Mapping, Sequence

from experiments.plan import Plan
from experiments.seminar.whys import in_words
from experiments.seminar.words import Pair
from experiments.statistics import wilson
from experiments.uncertainty import Turned
from experiments.why import Why
from experiments.why.candidate import Candidate, singles
from experiments.why.candidates import applicable
from experiments.why.events import moves_head
from experiments.why.rows import Row
from experiments.why.story import tell
from experiments.why.trials import Trials
from experiments.why.typical import commonest, typical
from sim.config import Config, Intervention
from sim.core.text import Text
from sim.outcomes.verdict import NOT_LAUNCHED, VERDICTS
from sim.simulation import simulate

_EVENTS = {
    "head_leaves": (Text("le {head} part", "the {head} leaves"), Text("le {head} restait", "the {head} stayed")),
    "alternance": (
        Text("une autre équipe arrive aux responsabilités", "another team takes office"),
        Text("la même équipe restait", "the same team stayed"),
    ),
}


def why_of(
    plan: Plan, rows: Sequence[Row], others: Mapping[Config, Sequence[Row]], shown: int, *, settled: bool
) -> Pair:
    """Why the commonest verdict of a position came out.

    Args:
        plan: of the position.
        rows: one a simulation.
        others: the same of every position of the case, by configuration.
        shown: number of the simulation on the page: its dates are told where it has that verdict.
        settled: whether the structures of contagion agree on that verdict.
    """
    config, known = plan.scenarios[0].config, {int(row["seed"]): row for row in rows}
    verdict = commonest(rows)
    told = shown if rows[shown]["verdict"] == verdict else typical(rows, verdict)
    replicates = {plan.seed(replicate): replicate for replicate in range(plan.replicates)}
    engine = Turned(plan.spread, config, plan.scenarios[0].given, replicates, simulate)
    facts = tell(config, int(rows[told]["seed"]), engine)
    found = [*applicable(config, facts, verdict), *_head_events(config)]
    # a programme is not launched for want of money alone: without that test, it always is
    without_money = {removal.config for removal in singles(config, [c for c in found if _settles(c, verdict)])}

    def kept(configs: Sequence[Config], seeds: Sequence[int]) -> list[list[Row]]:
        return [_rows_of(each, others, seeds, launched=each in without_money) for each in configs]

    trials = Trials(config, verdict, tuple(known), (), kept, dict(known))
    tried = [each for each in singles(config, found) if each.config in others or each.config in without_money]
    hits = trials.hits()
    why = Why(config, verdict, wilson(int(hits.sum()), len(hits)), facts, tuple(trials.judge(tried)))
    return in_words(why, settled=settled)


def _settles(candidate: Candidate, verdict: str) -> bool:
    return verdict == NOT_LAUNCHED and candidate.name == "money"


def _rows_of(
    config: Config, others: Mapping[Config, Sequence[Row]], seeds: Sequence[int], *, launched: bool
) -> list[Row]:
    if launched:
        return [{"seed": seed, "verdict": None} for seed in seeds]
    by_seed = {int(row["seed"]): row for row in others[config]}
    return [by_seed[seed] for seed in seeds]


def _head_events(config: Config) -> list[Candidate]:
    """Events that change the head of the executive, each as something that could have been left out."""
    return [_left_out(asked) for asked in config.interventions if asked.name in _EVENTS and moves_head(config, asked)]


def _left_out(asked: Intervention) -> Candidate:
    because, without = _EVENTS[asked.name]
    return Candidate(
        f"{asked.name}_{asked.month}",
        of=frozenset(VERDICTS),
        applies=lambda config, story: True,
        changes=lambda config: {
            "interventions": [other.model_dump() for other in config.interventions if other != asked]
        },
        because=because,
        without=without,
        event=True,
    )
