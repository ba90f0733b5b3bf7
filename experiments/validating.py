"""`validate`: patterns read off the model, as a table and as files, and held against the committed list."""

import time
from collections.abc import Mapping

from experiments.configuration import compose
from experiments.configuration_overrides import read_line
from experiments.grammar import Mistake, Request, nearest
from experiments.language import Words
from experiments.options import configs_folder, option_groups
from experiments.page import Page
from experiments.patterns import VARIANTS, Reading, catalogue, evaluate
from experiments.patterns.expected import Differences, differences, update
from experiments.patterns.files import target, write
from experiments.patterns.question import Question
from experiments.patterns.tables import print_parts, print_variants
from experiments.progress import tracked
from experiments.refusal import refused
from experiments.store import staged
from experiments.work import print_time, workers
from sim.config import flat

DONE, DIFFERS = 0, 1
DEFAULT_VARIANT = "complex_count"
REPLICATES = {"quick": 60, "full": 300}
ROOT = 1
_LUCK = ("seed", "replicates")

Readings = Mapping[str, Mapping[str, Reading]]
"""By variant, then by pattern."""


def validate(request: Request) -> int:
    """Read, print, write, compare."""
    started, say = time.time(), Words(request.lang)
    asked = read_request(request)
    folder = target(request, asked)
    page = Page(quiet=request.flag("quiet"))
    readings = _read(asked, request, say)
    for variant, read in readings.items():
        page.title(say(f"validate.variant.{variant}"))
        print_parts(page, read, say)
    if len(readings) > 1:
        print_variants(page, readings, say)
    wrong = _compare(asked, readings, request)
    _tell(page, asked, readings, wrong, say)
    with staged(folder) as stage:
        write(stage, asked, readings, started, workers(request))
    if request.flag("quiet"):
        print(folder)
    page.line(say("validate.files", target=folder))
    print_time(page, time.time() - started, request, say)
    return DIFFERS if wrong.patterns else DONE


def read_request(request: Request) -> Question:
    """Check a command line; refuses it with all that is wrong at once."""
    mistakes = []
    names, variants = list(catalogue()), list(VARIANTS)
    only = [name.strip() for name in (request.text("only") or ",".join(names)).split(",")]
    mistakes += [Mistake("pattern", name, ", ".join(names), nearest(name, names)) for name in only if name not in names]
    variant = request.text("variant") or DEFAULT_VARIANT
    if variant not in ("all", *variants):
        mistakes.append(Mistake("variant", variant, ", ".join(("all", *variants)), nearest(variant, variants)))
    if request.flag("quick") and request.flag("full"):
        mistakes.append(Mistake("quick_full", "--quick --full"))
    keys = [*request.keys, *([text] if (text := request.text("values")) else [])]
    line = read_line(keys, option_groups([configs_folder()]))
    mistakes += [Mistake("condition", name) for name in line.choices]
    changed = [key for key in line.values if key not in _LUCK]
    if request.flag("update-expected") and changed:
        mistakes.append(Mistake("update_values", ", ".join(changed)))
    if mistakes:
        raise refused(mistakes)
    given = flat(compose(keys))
    size = "full" if request.flag("full") else "quick"
    return Question(
        patterns=tuple(name for name in names if name in only),
        variants=tuple(variants) if variant == "all" else (variant,),
        values={key: given[key] for key in changed if key in given},
        set=size,
        replicates=int(line.values.get("replicates", REPLICATES[size])),
        root=int(line.values.get("seed", ROOT)),
    )


def _read(asked: Question, request: Request, say: Words) -> dict[str, dict[str, Reading]]:
    """All readings, variant by variant."""
    readings = {}
    for variant in asked.variants:
        readings[variant] = evaluate(
            asked.patterns,
            values=asked.values,
            variant=variant,
            replicates=asked.replicates,
            root=asked.root,
            workers=workers(request),
            track=lambda notes: tracked(notes, asked.replicates, say("progress.validate"), quiet=request.flag("quiet")),
        )
    return readings


def _compare(asked: Question, readings: Readings, request: Request) -> Differences:
    """What differs from the committed list; the list is written anew first where that is asked for."""
    if request.flag("update-expected"):
        update(asked.set, asked.root, asked.replicates, readings)
    return differences(asked.set, readings) if asked.comparable else Differences((), stale=False)


def _tell(page: Page, asked: Question, readings: Readings, wrong: Differences, say: Words) -> None:
    """How many hold, with which luck, by which rule, and how that compares with the committed list."""
    for variant, read in readings.items():
        counted = [reading for name, reading in read.items() if catalogue()[name].use == "C"]
        held = sum(reading.passed for reading in counted)
        page.line(say("validate.held", held=held, of=len(counted), variant=say(f"validate.variant.{variant}")), "bold")
    page.note(say("validate.rule", replicates=asked.replicates, seed=asked.root))
    if not asked.comparable:
        page.note(say("validate.not_compared"))
        return
    if wrong.stale:
        page.note(say("validate.stale"))
    for variant, name, expected in wrong.patterns:
        page.line(say(f"validate.differs.{expected}", pattern=name, variant=say(f"validate.variant.{variant}")), "bold")
    if not wrong.patterns:
        page.line(say("validate.as_expected"))
