"""Words of the seminar as the page takes them: both languages side by side, set as each language sets them."""

import re

from experiments.refusal import both
from sim.core.text import Text

NARROW, WIDE = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"

Pair = dict[str, str]
"""The same words in the two languages: {"fr": ..., "en": ...}."""


def pair(text: Text) -> Pair:
    """A text as the page takes it."""
    return {"fr": french(text.fr), "en": text.en}


def said(key: str, **values: object) -> Pair:
    """The message `seminar.<key>` in both languages; a value may be a Text, taken in the language of the message."""
    message = f"seminar.{key}"
    if not any(isinstance(value, Text) for value in values.values()):
        return pair(both(message, **values))
    fr, en = (
        both(message, **{name: value.of(lang) if isinstance(value, Text) else value for name, value in values.items()})
        for lang in ("fr", "en")
    )
    return pair(Text(fr.fr, en.en))


def french(text: str) -> str:
    """A French text with its own apostrophes, narrow no-break spaces before ; : ! ? and no-break spaces inside « »."""
    text = re.sub(r"(?<=\w)'(?=\w)", "’", text)
    text = re.sub(rf"[ {WIDE}]([;:!?])", rf"{NARROW}\1", text)
    return text.replace("« ", f"«{WIDE}").replace(" »", f"{WIDE}»")


def capital(text: str) -> str:
    """The same text with a capital to begin with."""
    return text[:1].upper() + text[1:]
