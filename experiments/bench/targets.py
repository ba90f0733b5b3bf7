"""The product against its own targets: start, compile, network, many runs, a large authority."""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from typing import Any

import numpy as np

from experiments.bench.timing import Ratio, interleaved, ratio
from sim.build import build
from sim.config import Config, resolved, validate
from sim.core.draws import make_key, replicate_seed
from sim.peers import peer_network
from sim.population.sizes import sizes
from sim.population.structure import split_services
from sim.run import Live
from sim.simulation import simulate

_HELP = (sys.executable, "-c", "import sys; from experiments.command import main; sys.exit(main(['--help']))")
_BARE = (sys.executable, "-c", "pass")
_FIRST_RUN = (
    "from sim.config import resolved, Config; from sim.run import Live; "
    "live = Live(resolved(Config()), 1); live.advance(live.months)"
)


def town(field_agents: int, citizens: int, **authority: object) -> Config:
    """A town of this size with the default programme."""
    given: dict[str, Any] = {"field_agents": field_agents, "simulated_citizens": citizens, **authority}
    return resolved(validate({"authority": given}, {}))


def help_start(rounds: int) -> Ratio:
    """`archipel --help` over a bare start of Python, processor time."""
    _child(_HELP)
    spent = [(_child(_HELP), _child(_BARE)) for _ in range(rounds)]
    return Ratio(tuple(a / b for a, b in spent))


def first_run(cold: bool) -> tuple[float, float]:
    """Processor seconds of a process that lives one run: with an empty cache, or with the one that is there."""
    command = (sys.executable, "-c", _FIRST_RUN)
    if not cold:
        _child(command)
        return _child(command), 0.0
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "ARCHIPEL_CACHE_DIR": folder}
        return _child(command, environment), _child(command, environment)


def network_share(field_agents: int, rounds: int) -> Ratio:
    """Time of making the networks over the time of a whole run."""
    config = town(field_agents, 1500)
    size, key = sizes(config), make_key(3)
    places = split_services(size.field_agents, size.services, config.authority.team_size)

    def network() -> None:
        peer_network(config.network, config.hierarchy.transversality, places, key)

    def run() -> None:
        live = Live(config, 3)
        live.advance(live.months)

    timed = interleaved({"network": network, "run": run}, rounds)
    return ratio(timed["network"], timed["run"])


def thousand_runs(runs: int) -> float:
    """Processor seconds of 1 000 runs of 600 field agents and 1 500 citizens with their twins, from some of them."""
    config = town(600, 1500)
    simulate(config, 1)
    started = time.process_time()
    for r in range(runs):
        simulate(config, replicate_seed(1, r))
    return (time.process_time() - started) * 1000 / runs


def large_epci() -> tuple[float, float]:
    """An EPCI of 98 000 citizens, all simulated: processor seconds of 96 months, bytes an agent."""
    config = resolved(
        validate(
            {
                "authority": {
                    "type": "epci",
                    "inhabitants": 98_000,
                    "simulated_citizens": 98_000,
                    "field_agents": 640,
                }
            },
            {},
        )
    )
    started = time.process_time()
    live = Live(config, 1)
    live.advance(96)
    seconds = time.process_time() - started
    start = build(config, make_key(1))
    held = sum(_bytes(part) for part in start.world) + sum(_bytes(part) for part in start.networks)
    return seconds, held / (98_000 + 640)


def _bytes(part: object) -> int:
    """Bytes of the arrays in a table or a network."""
    if isinstance(part, np.ndarray):
        return int(part.nbytes)
    return sum(_bytes(column) for column in part) if isinstance(part, tuple) else 0


def _child(command: Iterable[str], environment: dict[str, str] | None = None) -> float:
    """Processor seconds of a child process, from the accounts of the operating system."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(list(command), check=True, capture_output=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
