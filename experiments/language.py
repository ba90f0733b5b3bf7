"""French and English: which language is spoken, the words, and how numbers are written.

Words live in `locale/<language>/*.po`, one catalogue for each subject, read when they are first needed. A message is
called by an identifier (`table.verdict`) so that wording can change without touching code. Nothing here imports Babel
before a number is written: the command must answer `--help` at once.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from math import isfinite
from pathlib import Path

LANGUAGES = ("fr", "en")
DEFAULT = "fr"
UNDEFINED = "–"
_FOLDER = Path(__file__).parent / "locale"
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def environment_language(environment: Mapping[str, str]) -> str:
    """First language named by the environment that is spoken here, else French."""
    for variable in _VARIABLES:
        for name in environment.get(variable, "").split(":"):
            if name[:2].lower() in LANGUAGES and name[2:3] in ("", "_", ".", "@", "-"):
                return name[:2].lower()
    return DEFAULT


class Words:
    """The messages of one language: `say("interval", low=1, high=2)`; `say.count("count.runs", 3)` for plurals."""

    def __init__(self, lang: str) -> None:
        if lang not in LANGUAGES:
            raise ValueError(f"{lang!r} is not one of {LANGUAGES}")
        self.lang = lang
        self._forms = catalogue(lang)

    def __call__(self, key: str, **values: object) -> str:
        """The message `key`, its {names} replaced by the values; an unknown key is an error of the programme."""
        return self._forms[key][0].format(**values)

    def __contains__(self, key: str) -> bool:
        return key in self._forms

    def count(self, key: str, n: int, **values: object) -> str:
        """The message `key` in the singular or plural that n asks for; {n} is written as this language writes it."""
        plural = n >= 2 if self.lang == "fr" else n != 1
        return self._forms[key][int(plural)].format(n=number(n, self.lang), **values)


@cache
def catalogue(lang: str) -> dict[str, tuple[str, ...]]:
    """All messages of a language by identifier; each with its forms, singular first."""
    messages: dict[str, tuple[str, ...]] = {}
    for path in sorted((_FOLDER / lang).glob("*.po")):
        for key, forms in read_po(path.read_text(encoding="utf-8")):
            if key in messages:
                raise ValueError(f"{path.name}: {key} is written twice")
            messages[key] = forms
    return messages


def read_po(source: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Messages of a gettext catalogue as (identifier, forms); the header, whose identifier is empty, is left out."""
    fields: dict[str, str] = {}
    field = ""
    for line in [*source.splitlines(), "msgid"]:
        word, _, rest = line.strip().partition(" ")
        if word.startswith("msg"):
            if word == "msgid":
                if fields.get("msgid"):
                    yield fields["msgid"], tuple(v for k, v in fields.items() if k.startswith("msgstr"))
                fields = {}
            field = word
            fields[field] = _unquote(rest)
        elif word.startswith('"'):
            fields[field] += _unquote(line.strip())


def _unquote(quoted: str) -> str:
    parts = quoted[1:-1].split("\\\\")
    return "\\".join(part.replace("\\n", "\n").replace('\\"', '"') for part in parts)


def number(value: float | None, lang: str, digits: int = 0, *, fixed: bool = False) -> str:
    """A number with at most (or exactly) `digits` decimals: 1 234,5 in French, 1,234.5 in English."""
    from babel.numbers import format_decimal

    if value is None or not isfinite(value):
        return UNDEFINED
    pattern = "#,##0." + ("0" if fixed else "#") * digits
    return str(format_decimal(_tidy(value, digits), format=pattern, locale=lang))


def percent(share: float | None, lang: str, digits: int = 1) -> str:
    """A share in [0, 1] as a percentage: 12,3 % in French, 12.3% in English."""
    from babel.numbers import format_percent

    if share is None or not isfinite(share):
        return UNDEFINED
    pattern = "#,##0." + "#" * digits + ("\u00a0%" if lang == "fr" else "%")
    return str(format_percent(_tidy(share, digits + 2), format=pattern, locale=lang))


def euros(value: float | None, lang: str, digits: int = 0) -> str:
    """Money: 1 234,5 € in French, €1,234.5 in English."""
    written = number(value, lang, digits)
    if written == UNDEFINED:
        return written
    if lang == "fr":
        return f"{written}\u00a0€"
    return f"-€{written[1:]}" if written.startswith("-") else f"€{written}"


def calendar_month(year: int, month: int, lang: str) -> str:
    """A month of the calendar: avril 2027, April 2027."""
    from datetime import date

    from babel.dates import format_date

    return str(format_date(date(year, month, 1), "MMMM y", locale=lang))


def _tidy(value: float, digits: int) -> float:
    """Rounded as it will be written, with no negative zero."""
    return round(float(value), digits) + 0.0
