"""The situations as pages of docs/seminar, one a language: the same words and numbers as on paper."""

from pathlib import Path

from experiments.language import LANGUAGES
from experiments.seminar.kit.measuring import worlds_of
from experiments.seminar.kit.situation import Situation, cases, situations
from experiments.seminar.kit.wording import NAMES, Wording
from experiments.seminar.shares import BY_LETTER
from experiments.seminar.words import capital

FOLDER = Path(__file__).parents[3] / "docs" / "seminar"


def pages() -> dict[Path, str]:
    """Every page, by its path."""
    return {FOLDER / f"situations.{lang}.md": page(Wording(lang)) for lang in LANGUAGES}


def page(kit: Wording) -> str:
    """The six situations in one language."""
    head = [f"# {kit('page.title')}", f"*{kit('page.other')}*", kit("page.about"), kit("creed"), kit("study")]
    return "\n\n".join([*head, *(part for each in situations().values() for part in _situation(each, kit))]) + "\n"


def _situation(situation: Situation, kit: Wording) -> list[str]:
    config = cases()[situation.case].config
    case = kit.set(config.title_en if kit.lang == "en" else config.title_fr)
    return [
        f"## {situation.rank}. {kit.of(situation.title)}",
        f"{kit('case')}{kit('colon')}{case}",
        f"**{kit('ask')}**",
        f"> {kit.of(situation.ask)}",
        f"**{kit('show')}**",
        "\n".join(f"{rank}. {kit.of(step)}" for rank, step in enumerate(situation.show, start=1)),
        *_told(kit("see"), kit.of(situation.see)),
        f"**{kit('answers')}**",
        _table(situation, kit),
        f"**{kit('range')}**",
        "\n".join(f"- {kit.claim(claim, situation)}" for claim in situation.claims),
        *_told(kit("why"), kit.of(situation.why)),
        *_told(kit("claim"), f"{kit.of(situation.study)} ({kit.of(situation.where)})"),
        *_told(kit("silent"), kit.of(situation.silent)),
        *_told(kit("monday"), kit.of(situation.monday)),
    ]


def _told(title: str, text: str) -> list[str]:
    return [f"**{title}**", text]


def _table(situation: Situation, kit: Wording) -> str:
    """Two rows, one a world: how many of its hundred simulations end in each way."""
    header = ["", *(capital(kit(f"verdict.{verdict}")) for verdict in BY_LETTER.values())]
    rows = [
        [f"{kit(f'worlds.{name}')}{kit('colon')}{told}", *(str(world.letters.count(letter)) for letter in BY_LETTER)]
        for name, told, world in zip(NAMES, kit.worlds(situation), worlds_of(situation), strict=True)
    ]
    lines = [header, ["---", *("---:" for _ in BY_LETTER)], *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
