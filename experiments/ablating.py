"""`ablate`: the patterns with each mechanism off, under other structures; what each lever moves by itself."""

from pathlib import Path

from experiments.ablation import effects, reading, tables
from experiments.ablation.conditions import mechanisms, structures
from experiments.grammar import Request
from experiments.language import LANGUAGES, Words
from experiments.page import Page
from experiments.patterns import catalogue
from experiments.progress import tracked
from experiments.store import table, write_table, write_text
from experiments.work import workers

DONE = 0
ROOT = 1
REPLICATES = {"mechanisms": 24, "structures": 60, "levers": 40}


def ablate(request: Request) -> int:
    """Compute (or take up again), print, write."""
    (study,) = request.words
    replicates = request.number("replicates", REPLICATES[study])
    folder = Path(request.text("out") or Path("outputs", f"ablate-{study}-{replicates}"))
    if study == "levers":
        return _levers(request, folder, replicates)
    return _patterns(request, study, folder, replicates)


def _patterns(request: Request, study: str, folder: Path, replicates: int) -> int:
    say, page = Words(request.lang), Page(quiet=request.flag("quiet"))
    conditions = mechanisms() if study == "mechanisms" else structures()
    names = [name for name, known in catalogue().items() if known.unmeasured is None]
    work = reading.read_all(conditions, names, folder, replicates=replicates, root=ROOT, workers=workers(request))
    read = list(tracked(work, len(conditions), say("progress.ablate"), quiet=request.flag("quiet")))
    page.title(say(f"ablation.title.{study}"))
    for name, patterns in tables.lost(read).items():
        text = next(condition.text.of(say.lang) for condition in conditions if condition.name == name)
        page.line(say("ablation.lost", condition=text, patterns=", ".join(patterns) or say("ablation.none")))
    columns = {key: [row[key] for _, rows in read for row in rows] for key in read[0][1][0]}
    _write(folder, study, columns)
    for lang in LANGUAGES:
        words = Words(lang)
        head = [f"# {words(f'ablation.title.{study}')}", words(f"ablation.head.{study}", replicates=replicates)]
        text = "\n\n".join([*head, tables.grid(read, names, words)])
        write_text(text, folder / f"{study}.{lang}.md")
    _end(page, folder, request, say)
    return DONE


def _levers(request: Request, folder: Path, replicates: int) -> int:
    say, page = Words(request.lang), Page(quiet=request.flag("quiet"))
    folder.mkdir(parents=True, exist_ok=True)
    names = effects.lever_names()
    work = effects.measured(names, replicates, ROOT, workers(request))
    found = list(tracked(work, len(names), say("progress.levers"), quiet=request.flag("quiet")))
    page.title(say("ablation.title.levers"))
    page.table(effects.header(say), [effects.line(effect, say) for effect in found])
    _write(folder, "levers", effects.columns(found))
    for lang in LANGUAGES:
        words = Words(lang)
        head = [f"# {words('ablation.title.levers')}", words("ablation.head.levers", replicates=replicates)]
        text = "\n\n".join([*head, effects.markdown(found, words)])
        write_text(text, folder / f"levers.{lang}.md")
    _end(page, folder, request, say)
    return DONE


def _write(folder: Path, name: str, columns: dict[str, list[object]]) -> None:
    """The rows as Parquet, and as CSV for those who open a spreadsheet."""
    rows = table(columns)
    write_table(rows, folder / f"{name}.parquet")
    rows.to_pandas().to_csv(folder / f"{name}.csv", index=False)


def _end(page: Page, folder: Path, request: Request, say: Words) -> None:
    if request.flag("quiet"):
        print(folder)
    else:
        page.line(say("ablation.files", target=folder))
