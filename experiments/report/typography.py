"""Spaces and quotation marks as each language prints them; the words themselves come from the catalogues."""

import re

NARROW, WIDE = "\u202f", "\u00a0"
_BEFORE = re.compile(r" (?=[;:!?»])")
_AFTER = re.compile(r"« ")
_UNIT = re.compile(r"(?<=\d)[ \u00a0](?=[%€]|k€)")
_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0](?=\d{3}(?!\d))")
_QUOTED = re.compile(r'"([^"]*)"')
_MINUS = re.compile(r"(?<![\w-])-(?=\d)")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")


SEPARATOR = {"fr": " ; ", "en": "; "}
"""Between the parts of a list whose parts hold commas."""


def typeset(text: str, lang: str) -> str:
    """A text as it is printed: French takes narrow no-break spaces, both take curly apostrophes."""
    text = _MINUS.sub("−", _APOSTROPHE.sub("’", text))
    if lang == "fr":
        text = _AFTER.sub(f"«{NARROW}", _BEFORE.sub(NARROW, text))
        return _THOUSANDS.sub(NARROW, _UNIT.sub(NARROW, text))
    return _QUOTED.sub("“\\1”", text)
