"""A sentence or a label in the two languages of the product."""

from typing import Literal, NamedTuple

Lang = Literal["fr", "en"]


class Text(NamedTuple):
    """The same words in French and in English."""

    fr: str
    en: str

    def of(self, lang: str) -> str:
        """The words in `lang` ("fr" or "en"; anything else falls back to French)."""
        return self.en if lang == "en" else self.fr
