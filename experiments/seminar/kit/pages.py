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


def page(say: Wording) -> str:
    """The six situations in one language."""
    head = [f"# {say('page.title')}", f"*{say('page.other')}*", say("page.about"), say("creed"), say("study")]
    return "\n\n".join([*head, *(part for each in situations().values() for part in _situation(each, say))]) + "\n"


def _situation(situation: Situation, say: Wording) -> list[str]:
    config = cases()[situation.case].config
    case = say.set(config.title_en if say.lang == "en" else config.title_fr)
    return [
        f"## {situation.rank}. {say.of(situation.title)}",
        f"{say('case')}{say('colon')}{case}",
        f"**{say('ask')}**",
        f"> {say.of(situation.ask)}",
        f"**{say('show')}**",
        "\n".join(f"{rank}. {say.of(step)}" for rank, step in enumerate(situation.show, start=1)),
        *_told(say("see"), say.of(situation.see)),
        f"**{say('answers')}**",
        _table(situation, say),
        f"**{say('range')}**",
        "\n".join(f"- {say.claim(claim, situation)}" for claim in situation.claims),
        *_told(say("why"), say.of(situation.why)),
        *_told(say("claim"), f"{say.of(situation.study)} ({say.of(situation.where)})"),
        *_told(say("silent"), say.of(situation.silent)),
        *_told(say("monday"), say.of(situation.monday)),
    ]


def _told(title: str, text: str) -> list[str]:
    return [f"**{title}**", text]


def _table(situation: Situation, say: Wording) -> str:
    """Two rows, one a world: how many of its hundred simulations end in each way."""
    header = ["", *(capital(say(f"verdict.{verdict}")) for verdict in BY_LETTER.values())]
    rows = [
        [f"{say(f'worlds.{name}')}{say('colon')}{told}", *(str(world.letters.count(letter)) for letter in BY_LETTER)]
        for name, told, world in zip(NAMES, say.worlds(situation), worlds_of(situation), strict=True)
    ]
    lines = [header, ["---", *("---:" for _ in BY_LETTER)], *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
