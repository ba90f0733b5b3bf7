"""The patterns of the study that the model is put to."""

from experiments.description.markdown import table
from experiments.language import Words
from experiments.patterns.catalogue import catalogue
from experiments.patterns.pattern import Part, Pattern


def block(say: Words) -> str:
    """One line a pattern: what is expected, when, how it is measured, on what evidence."""
    header = [
        say(f"description.{name}")
        for name in ("pattern", "expected", "conditions", "accepted", "evidence", "set", "location")
    ]
    return table(header, (_row(pattern, say) for pattern in catalogue().values()))


def _row(pattern: Pattern, say: Words) -> list[str]:
    measured = say("description.separator").join(_part(part, say) for part in pattern.parts)
    left_out = pattern.unmeasured.of(say.lang) if pattern.unmeasured else ""
    return [
        pattern.id,
        pattern.title.of(say.lang),
        pattern.conditions.of(say.lang),
        measured or left_out,
        pattern.grade,
        say(f"description.use.{pattern.use}"),
        pattern.source,
    ]


def _part(part: Part, say: Words) -> str:
    accepted = part.accepted.written(say.lang) if part.accepted else say("description.shown")
    return f"{part.text.of(say.lang)} ({accepted})"
