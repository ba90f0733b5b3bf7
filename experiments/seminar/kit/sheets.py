"""From situations, sessions and screens to PDF: each sheet is a template and its content, made by Typst.

PDF/UA: tagged, with the text of every picture. Fonts are those that come with Typst: the same on every machine.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import typst

from experiments.language import Words
from experiments.seminar.kit.measuring import Measured, label, measured, worlds_of
from experiments.seminar.kit.printed import SCREENS, screen
from experiments.seminar.kit.sessions import SESSIONS
from experiments.seminar.kit.situation import Situation, cases, situations
from experiments.seminar.kit.wording import NAMES, Wording
from experiments.seminar.shares import BY_LETTER
from experiments.seminar.words import capital

TEMPLATES = Path(__file__).with_name("templates")
KEYS = ("space", "arrows", "home", "digits", "events", "worlds", "ghost", "figures", "projection", "language", "help")
BEFORE_SESSION = ("trainer.before.1", "trainer.before.2", "trainer.before.3", "trainer.before.4")
ALOUD = ("aloud.1", "aloud.2", "aloud.3")

Content = dict[str, Any]


def trainer(kit: Wording) -> Content:
    """The three sessions, minute by minute."""
    sessions = [
        {
            "title": kit.of(session.title),
            "aim": kit.of(session.aim),
            "steps": [
                {
                    "minutes": f"{start}–{step.until}",
                    "do": kit.of(step.do),
                    "say": kit("trainer.silence") if step.say is None else kit.of(step.say),
                }
                for start, step in session.timed()
            ],
        }
        for session in SESSIONS
    ]
    keys = [[kit(f"key.{key}"), kit(f"key.{key}.does")] for key in KEYS]
    return {"sessions": sessions, "keys": keys, "before_session": [kit(each) for each in BEFORE_SESSION],
            "always": [kit(each) for each in ALOUD]}  # fmt: skip


def participant(kit: Wording) -> Content:
    """One page for each participant: bet, what I saw, what I do on Monday."""
    verdicts = [kit(f"verdict.{verdict}.long") for verdict in ("diffusion", "islets", "fallback")]
    return {"verdicts": verdicts, "rows": [f"{each.rank}. {kit.of(each.title)}" for each in situations().values()]}


def scripts(kit: Wording) -> Content:
    """One page a situation: what to ask, to show, to see; the answer with its range."""
    return {"situations": [_script(each, kit) for each in situations().values()], "key": _key(kit)}


def cards(kit: Wording) -> Content:
    """One card a situation, to hand round after it."""
    told = ("study", "where", "silent", "monday")
    return {
        "cards": [
            {name: kit.of(getattr(each, name)) for name in ("title", *told)}
            | {"rank": each.rank, "case": _case(each, kit), "worlds": _worlds(each, kit)}
            for each in situations().values()
        ],
        "key": _key(kit),
    }


def screens(kit: Wording) -> Content:
    """Four screens, one page each."""
    return {"screens": [_screen(at, kit) for at in range(len(SCREENS))], "key": _key(kit)}


SHEETS: Mapping[str, Callable[[Wording], Content]] = {
    "trainer": trainer,
    "participant": participant,
    "situations": scripts,
    "cards": cards,
    "screens": screens,
}
"""The sheets, by the name of their template."""


def pdf(sheet: str, lang: str) -> bytes:
    """A sheet in a language, the same bytes every time."""
    made = compiled(sheet, lang, format="pdf", pdf_standards=["ua-1"])
    assert isinstance(made, bytes)
    return made


def compiled(sheet: str, lang: str, **options: Any) -> object:  # noqa: ANN401
    """What Typst makes of a sheet, with its options."""
    kit = Wording(lang)
    words = {key: kit(key) for key in _labels(sheet)}
    content = SHEETS[sheet](kit) | {"lang": lang, "words": words}
    return typst.compile(
        TEMPLATES / f"{sheet}.typ",
        root=TEMPLATES,
        ignore_system_fonts=True,
        sys_inputs={"content": json.dumps(content, ensure_ascii=False)},
        **options,
    )


def _labels(sheet: str) -> list[str]:
    """The messages that a template names, itself or through a list."""
    source = "".join((TEMPLATES / name).read_text(encoding="utf-8") for name in ("style.typ", f"{sheet}.typ"))
    known = Words("fr")
    return [name for name in dict.fromkeys(re.findall(r'"([a-z][\w.]*)"', source)) if f"kit.{name}" in known]


def _script(situation: Situation, kit: Wording) -> Content:
    told = ("title", "ask", "see", "why", "study", "where", "silent")
    return {name: kit.of(getattr(situation, name)) for name in told} | {
        "rank": situation.rank,
        "case": _case(situation, kit),
        "show": [kit.of(step) for step in situation.show],
        "worlds": _worlds(situation, kit),
        "ranges": [kit.claim(claim, situation) for claim in situation.claims],
    }


def _case(situation: Situation, kit: Wording) -> str:
    config = cases()[situation.case].config
    return kit.set(config.title_en if kit.lang == "en" else config.title_fr)


def _worlds(situation: Situation, kit: Wording) -> list[Content]:
    """The two worlds: name, what they are, how their hundred simulations end."""
    worlds = zip(NAMES, kit.worlds(situation), worlds_of(situation), strict=True)
    return [_bar(kit(f"worlds.{name}"), told, world, kit) for name, told, world in worlds]


def _bar(name: str, told: str, world: Measured, kit: Wording) -> Content:
    counts = kit.counts(world)
    alt = kit("alt.bar", world=name, counts=counts)
    return {"name": name, "told": told, "parts": _parts(world), "counts": counts, "alt": alt}


def _parts(world: Measured) -> list[Content]:
    found = Counter(world.letters)
    return [{"verdict": BY_LETTER[letter], "n": found[letter]} for letter in BY_LETTER if found[letter]]


def _key(kit: Wording) -> list[list[str]]:
    """The verdicts with their names, in the order of the bars."""
    return [[verdict, kit(f"verdict.{verdict}")] for verdict in BY_LETTER.values()]


def _screen(at: int, kit: Wording) -> Content:
    name, rank = SCREENS[at]
    seen, situation = screen(name, rank, kit.lang), situations()[name]
    asked = situation.questions()[rank]
    world = _bar(kit("screens.hundred"), kit.world(asked), measured()[label(asked)], kit)
    early, late = seen.dates
    first, last = seen.practising
    dated = {"early": early, "late": late, "first": first, "last": last, "agents": seen.agents}
    start, end, twin = (kit.number(100 * share) for share in seen.ends)
    return {
        "name": kit("screens.screen", rank=at + 1),
        "situation": kit("situation", rank=situation.rank),
        "case": _case(situation, kit),
        "told": capital(world["told"]),
        "summary": kit("screens.told", number=seen.simulation + 1, verdict=kit(f"verdict.{seen.verdict}"), **dated),
        "legend": kit("screens.legend", stride=seen.citizen_stride),
        "people": seen.people,
        "people_alt": kit("screens.alt.people", **dated),
        "curve": seen.curve,
        "curve_alt": kit("screens.alt.curve", start=start, end=end, twin=twin),
        "world": world,
    }
