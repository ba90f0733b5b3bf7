"""Chunks one after the other, in this process."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Chunk = TypeVar("Chunk")
Result = TypeVar("Result")


def results(work: Callable[[Chunk], Result], chunks: Sequence[Chunk], workers: int) -> Iterator[Result]:
    """Results in the order of the chunks; the number of workers changes nothing here."""
    return map(work, chunks)
