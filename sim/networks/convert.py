"""Every network to and from networkx, for analysis elsewhere. networkx is imported only when something is converted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from sim.networks.chart import tree_from_parents
from sim.networks.csr import Csr, from_edges
from sim.networks.reporting import Tree

if TYPE_CHECKING:
    import networkx as nx


def to_networkx(graph: Csr) -> nx.Graph:
    """The same graph, nodes 0..n-1."""
    import networkx as nx

    n = graph.indptr.size - 1
    ends = np.column_stack([np.repeat(np.arange(n), np.diff(graph.indptr)), graph.indices])
    converted = nx.Graph()
    converted.add_nodes_from(range(n))
    converted.add_edges_from(ends[ends[:, 0] < ends[:, 1]].tolist())
    return converted


def from_networkx(graph: nx.Graph) -> Csr:
    """The same graph in compressed rows; loops, weights and repeated ties are left out."""
    n = graph.number_of_nodes()
    if graph.is_directed():
        raise ValueError("a directed graph: ties go both ways, convert it with graph.to_undirected()")
    if set(graph) != set(range(n)):
        raise ValueError(f"nodes must be 0 to {n - 1}: networkx.convert_node_labels_to_integers renames them")
    ends = np.array([(a, b) for a, b, *_ in graph.edges], np.uint32).reshape(-1, 2)
    return from_edges(n, np.ascontiguousarray(ends[:, 0]), np.ascontiguousarray(ends[:, 1]))


def tree_to_networkx(tree: Tree, team_sizes: NDArray[np.int64]) -> nx.DiGraph:
    """Reporting lines as arrows to the superior.

    Nodes are ("post", row), with level and span, and ("team", row), with the number of agents.
    """
    import networkx as nx

    converted = nx.DiGraph()
    for row, (level, span) in enumerate(zip(tree.level.tolist(), tree.span.tolist())):
        converted.add_node(("post", row), level=level, span=span)
    for row, above in enumerate(tree.parent[:-1].tolist()):
        converted.add_edge(("post", row), ("post", above))
    for team, (post, agents) in enumerate(zip(tree.team_manager.tolist(), np.asarray(team_sizes).tolist())):
        converted.add_node(("team", team), agents=agents)
        converted.add_edge(("team", team), ("post", post))
    return converted


def tree_from_networkx(graph: nx.DiGraph) -> Tree:
    """Reporting tree of a graph in the form of `tree_to_networkx`; levels and spans are counted again."""
    posts = sorted(row for kind, row in graph if kind == "post")
    teams = sorted(row for kind, row in graph if kind == "team")

    def above(node: tuple[str, Any]) -> int:
        superiors = [row for _, row in graph.successors(node)]
        if len(superiors) > 1:
            raise ValueError(f"{node} has {len(superiors)} superiors: one at most")
        return posts.index(superiors[0]) if superiors else -1

    sizes = [graph.nodes["team", team]["agents"] for team in teams]
    tree, _ = tree_from_parents([above(("post", p)) for p in posts], [above(("team", t)) for t in teams], sizes)
    return tree
