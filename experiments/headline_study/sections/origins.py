"""Which result was put in by an equation, and which came out: the origins that the model states."""

from collections.abc import Sequence

from experiments.ablation.origins import HEADLINE
from experiments.headline_study.material import Headline
from experiments.headline_study.told import Told
from experiments.headline_study.writing import table
from experiments.language import Words

NAME = "origins"
SHOWN = ("sponsorship", "depth", "price", "effort", "islets")
"""Results of this study; the departure of the sponsor is not in it."""


def measure(study: Headline) -> list[Told]:
    """Nothing: origins are equations."""
    return []


def named(say: Words) -> dict[str, str]:
    """The results of each origin, by name."""
    kinds = {kind: [say(f"headstudy.result.{each}") for each in SHOWN if HEADLINE[each].kind == kind]
             for kind in ("put_in", "shaped", "emergent")}  # fmt: skip
    return {kind: say("headstudy.join").join(names) or say("headstudy.answer.none") for kind, names in kinds.items()}


def write(told: Sequence[Told], say: Words) -> str:
    """One row a result."""
    rows = [
        [say(f"headstudy.result.{name}"), say(f"headstudy.origin.{HEADLINE[name].kind}"),
         HEADLINE[name].text.of(say.lang), ", ".join(f"`{key}`" for key in HEADLINE[name].keys)]
        for name in SHOWN
    ]  # fmt: skip
    header = [say(f"headstudy.origins.column.{name}") for name in ("result", "kind", "text", "keys")]
    return "\n\n".join([say("headstudy.origins"), table(header, rows)])
