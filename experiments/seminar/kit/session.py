"""A session, minute by minute: what the trainer does, and what is said to the room."""

from dataclasses import dataclass

from sim.core.text import Text


@dataclass(frozen=True)
class Step:
    """Some minutes of a session.

    Attributes:
        until: the minute in which it ends; it starts where the one before ends.
        do: what the trainer does.
        say: what the trainer says; None where silence is better.
    """

    until: int
    do: Text
    say: Text | None = None


@dataclass(frozen=True)
class Session:
    """One length of session; `aim` says in a sentence what the room leaves with."""

    title: Text
    aim: Text
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return self.steps[-1].until

    def timed(self) -> list[tuple[int, Step]]:
        """Each step with the minute in which it starts."""
        starts = [0, *(step.until for step in self.steps)]
        return list(zip(starts, self.steps, strict=False))
