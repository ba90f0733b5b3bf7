"""The runs that an explanation asks for, on several processes."""

from collections.abc import Sequence
from functools import partial
from importlib import import_module
from itertools import chain

from experiments.progress import tracked
from experiments.runner import Engine
from experiments.why.rows import Row, Rows, SimulateMany, serially
from sim.config import Config
from sim.simulation import simulate

SEEDS_A_CHUNK = 5


def on_processes(workers: int, label: str, *, quiet: bool, engine: Engine = simulate) -> SimulateMany:
    """Make what simulates many configurations under many seeds, the seeds shared out between processes."""

    def many(configs: Sequence[Config], seeds: Sequence[int]) -> Rows:
        chunks = [tuple(seeds[at : at + SEEDS_A_CHUNK]) for at in range(0, len(seeds), SEEDS_A_CHUNK)]
        n = min(workers, max(1, len(chunks)))
        executor = import_module(f"experiments.executors.{'serial' if n == 1 else 'joblib'}")
        work = partial(_chunk, engine, tuple(configs))
        done = tracked(executor.results(work, chunks, n), len(chunks), label, quiet=quiet)
        parts = list(done)
        return [list(chain.from_iterable(part[at] for part in parts)) for at in range(len(configs))]

    return many


def _chunk(engine: Engine, configs: tuple[Config, ...], seeds: tuple[int, ...]) -> list[list[Row]]:
    return serially(configs, seeds, engine)
