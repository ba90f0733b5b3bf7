"""Evaluating patterns: every cell with the same luck, lived once a replicate, on one or several processes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from importlib import import_module
from itertools import chain

from experiments.patterns.catalogue import catalogue
from experiments.patterns.lives import Lives, Values, World, composed
from experiments.patterns.pattern import Row
from experiments.patterns.reading import Reading, read

VARIANTS: dict[str, dict[str, object]] = {
    f"{contagion}_{measure}": {"adoption.contagion": contagion, "adoption.measure": measure}
    for contagion in ("complex", "simple")
    for measure in ("count", "fraction")
}
"""The four structural variants: how practice is passed on, and how practising contacts are measured."""

Notes = dict[str, Row]
"""What is noted of one replicate, by pattern."""

Track = Callable[[Iterable[Notes]], Iterable[Notes]]


def evaluate(
    ids: Sequence[str],
    *,
    values: Mapping[str, object] | None = None,
    variant: str | None = None,
    replicates: int,
    root: int,
    workers: int = 1,
    track: Track = iter,
) -> dict[str, Reading]:
    """Read patterns off the model.

    Args:
        ids: identifiers of patterns.
        values: parameters by dotted key, laid over every cell; what the conditions of a cell set themselves stays.
        variant: one of `VARIANTS`, laid over every cell too; None: as `values` and the defaults have it.
        replicates: runs of each cell; replicate r has the same seed in every cell.
        root: all seeds follow from it.
        workers: processes; the readings are the same whatever their number.
        track: shows progress, one step a replicate.

    Raises:
        InputError: a value that is not allowed.
        KeyError: a pattern or variant that does not exist.
    """
    over = as_values({**(values or {}), **(VARIANTS[variant] if variant else {})})
    chosen = {name: catalogue()[name] for name in ids}
    for cell in dict.fromkeys(cell for known in chosen.values() for cell in known.cells.values()):
        composed(cell, over)
    notes = list(track(_lived(tuple(chosen), over, root, replicates, workers)))
    return {name: read(known, [note[name] for note in notes], root) for name, known in chosen.items()}


def as_values(values: Mapping[str, object]) -> Values:
    """Parameters in an order of their own, so that equal mappings are equal."""
    return tuple(sorted(values.items()))


def note(ids: Sequence[str], values: Values, root: int, replicate: int) -> Notes:
    """Live one replicate of every cell of these patterns and note what they ask for."""
    world, notes = World(root, replicate, values), {}
    for name in ids:
        known = catalogue()[name]
        notes[name] = known.look(Lives(world, known.cells)) if known.look else {}
    return notes


def _lived(ids: tuple[str, ...], values: Values, root: int, replicates: int, workers: int) -> Iterator[Notes]:
    """Notes of all replicates in order; the first is lived here, so that rules are compiled once."""
    work = partial(note, ids, values, root)
    first, rest = range(replicates)[0], list(range(replicates)[1:])
    n = min(workers, max(1, len(rest)))
    executor = import_module(f"experiments.executors.{'serial' if n == 1 else 'joblib'}")
    return chain([work(first)], executor.results(work, rest, n))
