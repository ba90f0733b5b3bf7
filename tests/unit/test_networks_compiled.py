"""Compiled and uncompiled code draw the same networks, tie for tie."""

import hashlib
import os
import subprocess
import sys
import warnings
from pathlib import Path

import numpy as np

from sim.core.compile import compiled
from sim.core.draws import make_key, normal, quantile, quantile_table
from sim.networks.reference import moore_torus, random_graph, rewire, two_cliques
from sim.networks.reporting import hops_to_common, reporting_tree
from sim.networks.social import social_network
from sim.networks.work import GENERATORS, work_network
from sim.population.structure import split_services


def digests():
    """One line for each network of a small world."""
    key = make_key(2**45 + 3)
    town = split_services(150, 4)
    tree = reporting_tree(np.diff(town.team_first_agent), 4)
    graphs = {
        g: work_network(key, town.team_first_agent, town.service_first_team, 2.0, 1.5, g).ties for g in GENERATORS
    }
    graphs["social"] = social_network(key, np.array([0, 5, 60, 200]), 8, 0.3)
    graphs["random"] = random_graph(key, 80, 5.0)
    graphs["torus"] = rewire(key, moore_torus(6, 7), 0.5)
    graphs["cliques"] = two_cliques(9)
    lines = {name: hashlib.sha256(g.indptr.tobytes() + g.indices.tobytes()).hexdigest() for name, g in graphs.items()}
    lines["hops"] = str([hops_to_common(tree, 3, team) for team in range(tree.team_manager.size)])
    lines["normal"] = str([round(normal(key, 1, 2, row), 12) for row in range(20)])
    lines["quantile"] = str([round(quantile(quantile_table(3.0, 7.0), u), 12) for u in (0.001, 0.4, 0.9999)])
    return [f"{name} {line}" for name, line in lines.items()]


def test_the_other_mode_gives_the_same_networks():
    root = str(Path(__file__).parents[2])
    environment = os.environ | {"NUMBA_DISABLE_JIT": "1" if compiled else "0", "PYTHONPATH": root}
    command = [sys.executable, __file__]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert result.stdout.splitlines() == [f"compiled: {not compiled}", *digests()]


if __name__ == "__main__":
    warnings.simplefilter("error")
    print("\n".join([f"compiled: {compiled}", *digests()]))
