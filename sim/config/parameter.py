"""One declaration per parameter: what it is worth, what it may be, what it means and where it comes from."""

from enum import Enum
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from sim.core.text import Text

HALF: Literal["half"] = "half"
"""Plausible range of a coefficient for which nothing better is known: its default, 50 % less to 50 % more."""

REQUIRED = ...
"""Default of a key that must be given."""

ONE_LINE = r"^[^\x00-\x1f\x7f]*$"
YEAR_MONTH = r"^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$"

SOURCES = {
    "assumption, after the study": "hypothèse, d'après l'étude",
    "assumption": "hypothèse",
    "described by the authority": "décrit par la collectivité",
    "law": "droit",
    "literature": "littérature",
    "public": "source publique",
    "study": "étude",
}
"""Where a value may come from, in English and in French. The study is that of the Observatoire social territorial de la
MNT, *Élaborer les politiques publiques avec les usagers et les agents* (2019); places are its sections and case sheets.
"""

Range = tuple[float, float]


class Group(BaseModel):
    """A group of parameters: frozen, closed, strict about types, without NaN or infinity."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)

    title: ClassVar[Text]
    """What the group is about."""
    acts: ClassVar[Text]
    """Where in the simulated month it acts."""


def parameter(
    default: object,
    *,
    fr: str,
    en: str,
    unit: str = "",
    valid: Range | None = None,
    plausible: Range | Literal["half"] | None = None,
    symbol: str = "",
    source: str | Text = "assumption",
    fit: bool = False,
    lever: bool = False,
    resolved: bool = False,
    decides: bool = True,
    even: bool = False,
    strict: bool | None = None,
    pattern: str | None = None,
    max_length: int | None = None,
) -> Any:  # noqa: ANN401
    """Declare one parameter of a group.

    valid      closed range that is checked; outside it the input is refused
    plausible  closed range that studies sample; the valid range when absent, `HALF` for the default +/- 50 %
    symbol     its name in the equations
    source     one of `SOURCES`, then the place (`"study: I.B.2.b"`); both languages where it needs a sentence
    fit        belongs to the set that calibration may move
    lever      a scenario is expected to set it
    resolved   null in a file, but always a number once `resolved()` has run
    decides    False for words that change no result (titles, names)
    """
    low, high = valid if valid is not None else (None, None)
    lenient = isinstance(default, Enum | tuple)
    return Field(
        default,
        ge=low,
        le=high,
        multiple_of=2 if even else None,
        strict=False if lenient else strict,
        pattern=pattern,
        max_length=max_length,
        json_schema_extra={
            "unit": unit,
            "valid": list(valid) if valid is not None else None,
            "plausible": _plausible(default, valid, plausible),
            "symbol": symbol,
            "source": list(_source(source)),
            "fit": fit,
            "lever": lever,
            "resolved": resolved,
            "decides": decides,
            "even": even,
            "fr": fr,
            "en": en,
        },
    )


def _source(source: str | Text) -> Text:
    if isinstance(source, Text):
        return source
    word, colon, place = source.partition(":")
    return Text(f"{SOURCES[word]} :{place}" if colon else SOURCES[word], source)


def _plausible(default: object, valid: Range | None, plausible: Range | Literal["half"] | None) -> list[Any] | None:
    if valid is None:
        return None
    if plausible is None:
        return list(valid)
    if plausible == HALF:
        assert isinstance(default, int | float)
        ends = sorted((0.5 * default, 1.5 * default))
        return [max(valid[0], ends[0]), min(valid[1], ends[1])]
    return list(plausible)

