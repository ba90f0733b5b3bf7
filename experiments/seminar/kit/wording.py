"""Texts of the kit as paper has them: in one language, with its typography, and worlds told in words."""

from collections import Counter

from experiments.language import Words, number
from experiments.seminar.kit.claims import Claim, Of
from experiments.seminar.kit.measuring import Measured, worlds_of
from experiments.seminar.kit.situation import Situation, cases
from experiments.seminar.levers import BY_KEY
from experiments.seminar.question import Question
from experiments.seminar.shares import BY_LETTER
from experiments.seminar.words import capital, french
from sim.core.text import Text

NAMES = ("A", "B")
"""What the page calls the two worlds."""
SEPARATOR = Text(" ; ", "; ")
"""Between the parts of what a world is."""


class Wording:
    """The messages `kit.*` and the texts of the kit in one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._say = Words(lang)

    def __call__(self, key: str, **values: object) -> str:
        """The message `kit.<key>`."""
        return self.set(self._say(f"kit.{key}", **values))

    def of(self, text: Text) -> str:
        """A text in this language."""
        return self.set(text.of(self.lang))

    def set(self, text: str) -> str:
        """The same with the apostrophes and the spaces of paper."""
        text = text.replace("'", "’")
        return french(text) if self.lang == "fr" else text

    def number(self, value: float, digits: int = 0) -> str:
        """A number as the language writes it."""
        return number(value, self.lang, digits)

    def worlds(self, situation: Situation) -> list[str]:
        """What the two worlds of a situation are, in words."""
        return [self.world(question) for question in situation.questions()]

    def world(self, question: Question) -> str:
        """Where levers stand and what happens, in words."""
        case = cases()[question.case]
        parts = [
            self("world.lever", lever=self._said(BY_KEY[key].name), value=self._said(BY_KEY[key].in_words(value)))
            for key, value in question.levers
        ]
        for event in question.events:
            name = self(f"event.{event.id}", head=case.words()["head"][self.lang])
            parts.append(self("world.event", event=name, month=event.month))
        return capital(self.set(SEPARATOR.of(self.lang)).join(parts) if parts else self("world.own"))

    def counts(self, world: Measured) -> str:
        """How many simulations end in each way, in words: diffusion 22, en cours 4..."""
        found = Counter(world.letters)
        return ", ".join(
            f"{self(f'verdict.{verdict}')} {found[letter]}" for letter, verdict in BY_LETTER.items() if found[letter]
        )

    def claim(self, claim: Claim, situation: Situation) -> str:
        """The range of a claim, and what is measured."""
        value = round(claim.value(*(world.letters for world in worlds_of(situation))))
        what = self(f"seen.{claim.seen.name}")
        if claim.of is Of.CHANGE:
            low, high, here = (self._signed(each) for each in (claim.low, claim.high, value))
            return self("range.change", what=what, low=low, high=high, value=here)
        world = self(f"worlds.{NAMES[claim.of is Of.AFTER]}")
        return self("range.share", what=what, world=world, low=claim.low, high=claim.high, value=value)

    def _said(self, pair: dict[str, str]) -> str:
        return self.set(pair[self.lang])

    def _signed(self, value: float) -> str:
        return f"+{self.number(value)}" if value > 0 else self.number(value).replace("-", "−")
