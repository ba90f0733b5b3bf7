"""The lines of the verdict moved by half, either way: the stored runs read again, nothing run again."""

from collections.abc import Sequence

from experiments.headline_study.material import SCALES, SPONSORSHIP, Headline, reread_name, share
from experiments.headline_study.told import Told, plain
from experiments.headline_study.writing import picture, table, value_of
from experiments.language import Words, number
from sim.outcomes.verdict import DIFFUSION, FALLBACK, ISLETS, LABELS

NAME = "thresholds"
READ = (DIFFUSION, ISLETS, FALLBACK)
COLUMNS = {SCALES[0]: reread_name(SCALES[0]), 1.0: "verdict", SCALES[1]: reread_name(SCALES[1])}


def measure(study: Headline) -> list[Told]:
    """Three verdicts by sponsorship, in the largest authorities, under each scale of the lines."""
    return [
        Told(NAME, verdict, {"scale": scale, SPONSORSHIP: float(str(level))},
             share(rows, rows[column] == verdict))
        for scale, column in COLUMNS.items()
        for level, rows in study.reference.groupby(SPONSORSHIP)
        for verdict in READ
    ]  # fmt: skip


def write(told: Sequence[Told], say: Words) -> str:
    """The picture and the table of diffusion."""
    found = {(each.outcome, each.where["scale"], float(str(each.where[SPONSORSHIP]))): each for each in told}
    levels = sorted({level for _, _, level in found})
    rows = [
        [LABELS[verdict].of(say.lang), f"× {number(scale, say.lang, 1)}",
         *(plain(found[verdict, scale, level], say) for level in levels)]
        for verdict in READ for scale in COLUMNS
    ]  # fmt: skip
    header = [say("headstudy.thresholds.column.verdict"), say("headstudy.thresholds.column.scale"),
              *(say("headstudy.thresholds.column.level", level=value_of(SPONSORSHIP, level, say))
                for level in levels)]  # fmt: skip
    return "\n\n".join([picture("thresholds", say), say("headstudy.thresholds"), table(header, rows)])
