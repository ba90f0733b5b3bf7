"""Why the commonest verdict of a question came out, in one sentence computed from runs."""

from collections.abc import Sequence
from dataclasses import replace

from experiments.plan import Plan
from experiments.runner import Engine
from experiments.seminar.shares import Simulated, structures_of, variants_of
from experiments.seminar.words import Pair, pair, said
from experiments.why import Why, explain
from experiments.why.rows import SimulateMany
from experiments.why.telling import verdict_and_causes
from sim.core.text import Text

MOST_CAUSES = 1


def explained(plan: Plan, found: Sequence[Simulated], many: SimulateMany, one: Engine) -> Pair:
    """The explanation of a question, as every command gives it.

    Args:
        plan: of the question.
        found: all its simulations.
        many: makes further ones, with something taken away.
        one: lives one of them again.
    """
    rows = [each.row for each in found]
    why = explain(plan.scenarios[0].config, rows, simulate_many=many, engine=one)
    return in_words(why, settled=structures_of(rows, variants_of(plan, found)).settled)


def in_words(why: Why, *, settled: bool) -> Pair:
    """One sentence in both languages; where the model does not settle, it says of which verdict it speaks.

    It is read from the back of a room: the strongest cause only, and neither dates nor places of a typical simulation,
    since the page plays one that has its own. The commands tell all of it.
    """
    weaker = why.named[MOST_CAUSES:]
    short = replace(why, causes=tuple(cause for cause in why.causes if cause not in weaker))
    fr, en = (verdict_and_causes(short, lang) for lang in ("fr", "en"))
    if settled:
        return pair(Text(fr, en))
    return said("why.unsettled", told=Text(fr[0].lower() + fr[1:], en[0].lower() + en[1:]))
