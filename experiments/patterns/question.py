"""What is asked of the patterns: which of them, under which values, with how many runs."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """What a command line asks for.

    Attributes:
        patterns: identifiers, in order.
        variants: names of structural variants.
        values: parameters laid over every cell.
        set: quick or full.
        replicates: runs of each cell.
        root: all seeds follow from it.
    """

    patterns: tuple[str, ...]
    variants: tuple[str, ...]
    values: dict[str, object]
    set: str
    replicates: int
    root: int

    @property
    def comparable(self) -> bool:
        """Whether the committed list speaks of this: the default values. With another seed it may differ by luck."""
        return not self.values
