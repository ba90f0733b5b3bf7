"""`calibrate`: history matching from the command line; the same line again takes the work up where it stopped."""

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from experiments.calibration.freezing import freeze
from experiments.calibration.harvest import Harvest, as_dict, harvest
from experiments.calibration.race import Race
from experiments.calibration.report import report
from experiments.calibration.rival import Rival, fitted_rival
from experiments.calibration.rules import FEWEST_PRIOR, ROOT, ladder, prior_ladder
from experiments.calibration.simulator import Simulator, Study
from experiments.calibration.space import fit_space
from experiments.calibration.waves import NO_LIMIT, Settings, search
from experiments.durable import keep
from experiments.ensemble import as_text
from experiments.grammar import Mistake, Request
from experiments.interruption import pause
from experiments.language import LANGUAGES, Words, number
from experiments.page import Page
from experiments.refusal import WorkFailed, refused
from experiments.store import as_json
from experiments.target import OUTPUTS
from experiments.work import workers

DONE, FAILED = 0, 1
POINTS, WAVES_ASKED, REPLICATES = 2_000, 3, 25
"""What is computed where nothing is said: 2 000 points, 50 replicates of the cheap patterns, in three waves."""
RESULT, ENSEMBLE, RIVAL = "calibration.json", "ensemble.csv", "rival.json"
_LINE_SECONDS = 10.0


def calibrate(request: Request, simulator: Simulator | None = None) -> int:
    """Search and write, or one of the two other things the line may ask for."""
    page, say = Page(quiet=request.flag("quiet")), Words(request.lang)
    if request.flag("freeze"):
        return _freeze(request, page, say)
    settings = settings_of(request)
    if request.flag("dry-run"):
        return _dry_run(simulator or Study(), settings, page, say)
    asked = simulator or Study()
    folder = target_of(request, settings, asked)
    folder.mkdir(parents=True, exist_ok=True)
    progress = _Progress(request.lang, request.flag("quiet"))
    race = Race(asked, folder, settings.root, workers(request), progress)
    found = harvest(search(fit_space(), race, settings), settings)
    if not found.members:
        raise WorkFailed("no_member", folder=folder)
    rival = fitted_rival(folder, settings.root, workers(request)) if simulator is None else None
    write(folder, found, rival)
    tell(page, found, folder, say)
    return FAILED if found.broken else DONE


def settings_of(request: Request) -> Settings:
    """What the line asks for; refused where it leaves no room for a prior sample."""
    budget = request.options.get("budget")
    settings = Settings(
        points=request.number("points", POINTS),
        waves=request.number("waves", WAVES_ASKED),
        replicates=request.number("replicates", REPLICATES),
        root=request.number("seed", ROOT),
        minutes=NO_LIMIT if budget is None else float(str(budget)),
    )
    if settings.points < FEWEST_PRIOR:
        raise refused([Mistake("few_points", f"--points {settings.points}", f">= {FEWEST_PRIOR}")])
    return settings


def target_of(request: Request, settings: Settings, simulator: Simulator) -> Path:
    """Where the search is kept; refused where another one is."""
    named = f"{settings.points}-{settings.waves}-{settings.replicates}-{settings.root}"
    folder = Path(request.text("out") or Path(OUTPUTS, f"calibrate-{named}-{simulator.code[:8]}"))
    if folder.exists() and not folder.is_dir():
        raise refused([Mistake("out_file", f"--out {folder}")])
    own = {RESULT, ENSEMBLE, RIVAL, "parts", "waves", "failed", *(f"report.{lang}.md" for lang in LANGUAGES)}
    if folder.exists() and not {path.name for path in folder.iterdir()} <= own:
        raise refused([Mistake("out_foreign", f"--out {folder}")])
    return folder


def write(folder: Path, found: Harvest, rival: Rival | None) -> None:
    """The result: numbers, members, two pages."""
    told = None if rival is None else rival.as_dict()
    keep(folder / RESULT, as_json({**as_dict(found), "rival": told}))
    keep(folder / ENSEMBLE, as_text(found.ensemble("")))
    for lang in LANGUAGES:
        keep(folder / f"report.{lang}.md", report(found, rival, lang))


def tell(page: Page, found: Harvest, folder: Path, say: Words) -> None:
    """What was found, in a few lines."""
    lang = say.lang
    page.title(say("calibrate.title"))
    counts = zip(found.points, found.left, strict=True)
    for wave, (points, left) in enumerate(counts, 1):
        page.line(say("calibrate.wave", wave=wave, points=number(points, lang), left=number(left, lang)))
    page.line(say("calibrate.members", members=number(len(found.members), lang), rank=found.rank))
    joint = sum(all(member.passed.values()) for member in found.members)
    page.line(say("calibrate.joint", joint=number(joint, lang), members=number(len(found.members), lang)))
    if found.late:
        page.note(say("calibrate.late"))
    if found.broken:
        page.note(say("calibrate.broken", broken=number(found.broken, lang), folder=folder / "failed"))
    page.line(say("calibrate.files", folder=folder))
    page.note(say("calibrate.next", folder=folder))


def _dry_run(simulator: Simulator, settings: Settings, page: Page, say: Words) -> int:
    """Points, runs and hours, measured on one replicate of the default values."""
    seconds, lives = {}, {}
    for group, ids in simulator.groups.items():
        seconds[group] = _seconds(simulator, ids, settings.root)
        lives[group] = len({cell for name in ids for cell in simulator.patterns[name].cells.values()})
    reach = {rung.group: rung.replicates for rung in ladder(settings.replicates)}
    first = {rung.group: rung.replicates for rung in prior_ladder(settings.replicates)}
    points = sum(settings.size(wave) for wave in range(1, settings.waves + 1))
    page.title(say("calibrate.dry"))
    page.line(say("calibrate.dry.points", points=number(points, say.lang), prior=number(settings.prior, say.lang)))
    for group, ids in simulator.groups.items():
        cost = number(seconds[group], say.lang, 2)
        page.line(say("calibrate.dry.group", group=group, ids=", ".join(ids), lives=lives[group], seconds=cost))
    least = points * first["quick"] * seconds["quick"] + settings.prior * _cost(first, seconds)
    runs = points * first["quick"] * lives["quick"]
    page.line(_priced(say, "calibrate.dry.least", runs + settings.prior * _cost(first, lives), least))
    page.line(_priced(say, "calibrate.dry.most", points * _cost(reach, lives), points * _cost(reach, seconds)))
    page.line(_priced(say, "calibrate.dry.member", _cost(reach, lives), _cost(reach, seconds)))
    return DONE


def _seconds(simulator: Simulator, ids: Sequence[str], root: int) -> float:
    """Time of one replicate of some patterns, once the rules are compiled."""
    started = 0.0
    for replicate in (0, 1):
        started = time.time()
        simulator.note(ids, fit_space().middle, root, replicate)
    return time.time() - started


def _cost(replicates: dict[str, int], each: dict[str, float] | dict[str, int]) -> float:
    return sum(n * each[group] for group, n in replicates.items())


def _priced(say: Words, key: str, runs: float, seconds: float) -> str:
    return say(key, runs=number(runs, say.lang), hours=number(seconds / 3600, say.lang, 2))


def _freeze(request: Request, page: Page, say: Words) -> int:
    """Make the members of a search the product's own."""
    date = datetime.now(UTC).date().isoformat()
    frozen = freeze(Path(str(request.text("freeze"))), request.text("out"), date)
    page.line(say("calibrate.frozen", members=frozen["members"], hash=str(frozen["ensemble_hash"])[:12]))
    return DONE


class _Progress:
    """A line every ten seconds: what is done, about how long the step will still take."""

    def __init__(self, lang: str, quiet: bool) -> None:
        self._say, self._quiet = Words(lang), quiet

    def __call__(self, items: Iterable[str], total: int, label: str) -> Iterator[str]:
        """The items as they come."""
        started = last = time.monotonic()
        for done, item in enumerate(items, 1):
            pause()
            now = time.monotonic()
            if not self._quiet and now - last > _LINE_SECONDS:
                last, left = now, (now - started) / done * (total - done) / 60
                minutes = number(left, self._say.lang, 1)
                said = self._say("calibrate.progress", label=label, done=done, total=total, minutes=minutes)
                print(said, file=sys.stderr, flush=True)
            yield item
