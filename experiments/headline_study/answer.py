"""The answer in a few sentences that hold whatever the numbers are: they say where to look, the numbers say what."""

from collections.abc import Mapping, Sequence

from experiments.headline_study.material import DEPTH, LOSS, SPONSORSHIP, STANCE
from experiments.headline_study.sections import origins, overturn, uncertainties
from experiments.headline_study.sections.conclusions import CHANGE, FROM, NET, TO
from experiments.headline_study.sections.phase import CHAIN, SHARE
from experiments.headline_study.told import Told, number_of, plain, signed
from experiments.language import Words
from sim.outcomes.verdict import DIFFUSION, ISLETS

HARD: Mapping[str, object] = {LOSS: True, STANCE: 0.3, DEPTH: 6}
EASY: Mapping[str, object] = {LOSS: True, STANCE: 0.7, DEPTH: 2}
STRONG = 0.9


def answer(told: Sequence[Told], say: Words) -> str:
    """Sponsorship; managers and levels together; price; effort; size; islets; then how far all this can be trusted."""
    ends = {(each.outcome, str(each.where["what"])): each for each in told if each.section == "conclusions"}

    def of(name: str, what: str) -> str:
        return plain(ends[name, what], say)

    lines = [
        say("headstudy.answer.sponsorship", low=of("sponsorship", FROM), high=of("sponsorship", TO)),
        say("headstudy.answer.chain", hard=_cell(told, HARD, say), easy=_cell(told, EASY, say)),
        say("headstudy.answer.price", low=of("price_launch", FROM), high=of("price_launch", TO)),
        say("headstudy.answer.effort", some=signed(ends["effort_some", NET], say),
            more=signed(ends["effort_more", NET], say)),
        say("headstudy.answer.size", small=of("size", FROM), large=of("size", TO),
            change=signed(ends["size", CHANGE], say)),
        say("headstudy.answer.islets", islets=of("usual", ISLETS), diffusion=of("usual", DIFFUSION)),
        say("headstudy.answer.origins", **origins.named(say)),
        say("headstudy.answer.doubt", **_doubt(told, say)),
        say("headstudy.answer.holds", **overturn.counted(told, say)),
    ]  # fmt: skip
    return "\n".join(f"- {line}" for line in lines)


def _doubt(told: Sequence[Told], say: Words) -> dict[str, str]:
    """Part of each uncertainty in what sets apart two runs, diffusion or not."""
    here = [each for each in told if each.section == uncertainties.NAME and each.outcome == DIFFUSION]
    return {str(each.where["uncertainty"]): number_of(each.estimate.value, each, say) for each in here}


def _cell(told: Sequence[Told], where: Mapping[str, object], say: Words) -> str:
    """Diffusion at strong sponsorship in one cell of the second picture."""
    asked = {"picture": CHAIN, SPONSORSHIP: STRONG, **where}
    (found,) = (each for each in told if each.outcome == SHARE and asked.items() <= each.where.items())
    return plain(found, say)
