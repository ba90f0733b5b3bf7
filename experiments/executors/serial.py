"""Chunks one after the other, in this process."""

from collections.abc import Callable, Iterator, Sequence

from experiments.executors import Chunk, Result, Setup


def results(work: Callable[[Chunk], Result], chunks: Sequence[Chunk], workers: int) -> Iterator[Result]:
    """Results in the order of the chunks; the number of workers changes nothing here."""
    return map(work, chunks)


def as_done(work: Callable[[Chunk], Result], chunks: Sequence[Chunk], setup: Setup) -> Iterator[tuple[int, Result]]:
    """Rank and result of each chunk, in order."""
    return enumerate(map(work, chunks))
