"""What a cell says, read as people write in spreadsheets: 1 850, 12,5, 60 %, mars or 03/2027; nothing is guessed."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time
from math import floor, isfinite

MISSING = {"", "-", "–", "—", "?", "nc", "n.c.", "nd", "n.d.", "na", "n/a", "s.o.", "so", "nr", "#n/a", "#n/d"}
_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f']+")
_NUMBER = re.compile(r"[-+]?(\d+([.,]\d*)?|[.,]\d+)")
_THOUSANDS = re.compile(r"\d{1,3}([.,]\d{3})+")
_FORMULA = re.compile(r"[=@]|[-+](?![\d.,])")
_RUNS = re.compile(r"[=@+]|-.*[=|!(+*/@]")


@dataclass(frozen=True)
class Formula:
    """A formula of a spreadsheet: never computed."""

    text: str


Value = str | int | float | bool | date | time | Formula | None


class Unreadable(ValueError):
    """What a cell says cannot be taken: message `authority.fault.<kind>`."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def is_missing(value: Value) -> bool:
    """Whether nothing is said: an empty cell, a dash, « nc »."""
    return value is None or (isinstance(value, str) and value.strip().casefold() in MISSING)


def text_of(value: Value, longest: int = 80) -> str:
    """A text on one line, without characters that hide or turn others; "" where nothing is said."""
    if isinstance(value, Formula):
        raise Unreadable("formula")
    if is_missing(value):
        return ""
    if isinstance(value, date | time):
        raise Unreadable("date")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = unicodedata.normalize("NFC", " ".join(str(value).split()))
    if _RUNS.match(text):
        raise Unreadable("formula")
    if any(unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs") for character in text) or "${" in text:
        raise Unreadable("characters")
    if len(text) > longest:
        raise Unreadable("long")
    return text


def number_of(value: Value) -> tuple[float, bool] | None:
    """A number and whether a percent sign came with it (then in 0..1); None where nothing is said."""
    if isinstance(value, Formula):
        raise Unreadable("formula")
    if is_missing(value):
        return None
    if isinstance(value, bool):
        raise Unreadable("number")
    if isinstance(value, date | time):
        raise Unreadable("date")
    if isinstance(value, int | float):
        if not isfinite(value):
            raise Unreadable("number")
        return float(value), False
    text = _SPACES.sub("", str(value))
    percent = text.endswith("%")
    text = text.removesuffix("%")
    if _FORMULA.match(text):
        raise Unreadable("formula")
    if _THOUSANDS.fullmatch(text):
        raise Unreadable("ambiguous")
    if not _NUMBER.fullmatch(text) or len(text) > 30:
        raise Unreadable("number")
    number = float(text.replace(",", "."))
    return (number / 100.0, True) if percent else (number, False)


def month_of(value: Value) -> tuple[int, int] | None:
    """A year and a month, of a date or of 2032-03, 03/2032, 15/03/2032, mars 2032; None where nothing is said."""
    if isinstance(value, Formula):
        raise Unreadable("formula")
    if is_missing(value):
        return None
    if isinstance(value, date):
        return value.year, value.month
    text = _SPACES.sub("", _month_by_number(str(value)))
    found = re.fullmatch(r"(?P<y>\d{4})-(?P<m>\d{1,2})(-\d{1,2})?|(\d{1,2}/)?(?P<m2>\d{1,2})/(?P<y2>\d{4})", text)
    if found is None:
        raise Unreadable("month")
    year, month = int(found["y"] or found["y2"]), int(found["m"] or found["m2"])
    if not (1950 <= year <= 2150 and 1 <= month <= 12):
        raise Unreadable("month")
    return year, month


_MONTHS = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin",
    "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
"""Names of the months in French, then in English; the first that a word begins is it."""


def _month_by_number(text: str) -> str:
    """« mars 2032 », « sept. 2027 » or 1er mars 2032 as 03/2032; anything else as it is."""
    found = re.fullmatch(r"(?:\d{1,2}(?:er)? )?(?P<name>[a-z]{3,9}) (?P<year>\d{4})", plain(text))
    if found is None:
        return text
    ranks = (rank for rank, name in enumerate(_MONTHS) if name.startswith(found["name"]))
    rank = next(ranks, None)
    return text if rank is None else f"{rank % 12 + 1}/{found['year']}"


def whole(number: float) -> int:
    """The nearest whole number, halves upwards."""
    return floor(number + 0.5)


def plain(text: str) -> str:
    """Letters and figures alone, without accents nor case: what two spellings of one heading share."""
    bare = unicodedata.normalize("NFKD", text.replace("’", "'")).encode("ascii", "ignore").decode().casefold()
    return " ".join(re.findall(r"[a-z0-9]+", bare))


def as_value(given: object) -> Value:
    """A value of a spreadsheet as one of ours."""
    if isinstance(given, datetime):
        return given.date()
    if given is None or isinstance(given, str | int | float | bool | date | time):
        return given
    return str(given)
