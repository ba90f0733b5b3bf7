"""Islets: whether practitioners keep to themselves, stand together or alone, on the network of work."""

from typing import NamedTuple

import numpy as np

from sim.outcomes.catalogue import Value, outcome
from sim.outcomes.chance import null, upper_quantile
from sim.outcomes.kernels import patches_of, tie_ends
from sim.outcomes.observation import Observation, once
from sim.outcomes.practice import n_practitioners


class Patches(NamedTuple):
    """Patches of practitioners who work together: members of the largest, members alone, sum of squared sizes."""

    largest: int
    alone: int
    squares: int


class TieEnds(NamedTuple):
    """Ends of ties: all, those held by practitioners, those between practitioners."""

    total: int
    held: int
    inside: int


@once
def patches(seen: Observation) -> Patches:
    """Connected components of the practitioners in the network of work."""
    rows = np.flatnonzero(seen.practises).astype(np.uint32)
    return Patches(*patches_of(seen.work, rows, seen.n_field_agents))


@once
def ends(seen: Observation) -> TieEnds:
    """Tie ends by what stands on both sides."""
    rows = np.flatnonzero(seen.practises).astype(np.uint32)
    return TieEnds(len(seen.work.indices), *map(int, tie_ends(seen.work, rows, seen.practises)))


@outcome(
    unit="index",
    low=-1,
    high=1,
    fr="ségrégation : les agents qui pratiquent travaillent surtout entre eux (1) ou comme au hasard (0)",
    en="segregation: those who practise work mostly with one another (1) or as at random (0)",
    source="Newman 2003",
)
def segregation(seen: Observation) -> Value:
    """Newman's r = (e11 - a^2) / (a (1 - a)) on tie ends, e11 practitioner to practitioner, a at practitioners."""
    total, held, inside = ends(seen)
    return (inside * total - held * held) / (held * (total - held)) if 0 < held < total else None


@outcome(
    unit="index",
    high=1,
    fr="ségrégation de Freeman : liens mixtes manquants par rapport au hasard",
    en="Freeman's segregation: cross ties missing with regard to chance",
    source="Freeman 1978",
)
def segregation_freeman(seen: Observation) -> Value:
    """1 - cross ties / expected cross ties, 2 p (N - p) / (N (N - 1)) of all ties; negative where in excess."""
    total, held, inside = ends(seen)
    p, n = n_practitioners(seen), seen.n_field_agents
    if total == 0 or not 0 < p < n:
        return None
    return 1 - (held - inside) * n * (n - 1) / (total * p * (n - p))


@outcome(
    unit="share of practitioners",
    low=0,
    high=1,
    fr="part des agents qui pratiquent dans leur plus grand groupe d'un seul tenant",
    en="share of practitioners in the largest connected group",
    source="connected components of the practitioners at work",
)
def largest_group(seen: Observation) -> Value:
    """Phi = size of the largest component / p."""
    p = n_practitioners(seen)
    return patches(seen).largest / p if p else None


@outcome(
    unit="share of practitioners",
    low=0,
    high=1,
    fr="plus grand groupe que le hasard ne dépasse que rarement (quantile de permutation)",
    en="largest group that chance seldom exceeds (permutation quantile)",
    source="permutation test, practitioners shuffled over field agents",
)
def largest_group_quantile(seen: Observation) -> Value:
    """Quantile of Phi under the null; only where the verdict may need it."""
    chance = null(seen)
    return None if chance is None else upper_quantile(chance.largest, seen.thresholds.quantile)


@outcome(
    unit="share of practitioners",
    low=0,
    high=1,
    fr="part des agents qui pratiquent sans collègue proche qui pratique",
    en="share of practitioners without any practising close colleague",
    source="degree among the practitioners at work",
)
def isolated(seen: Observation) -> Value:
    """Iota = practitioners without a practising neighbour / p."""
    p = n_practitioners(seen)
    return patches(seen).alone / p if p else None


@outcome(
    unit="agents",
    low=1,
    fr="taille moyenne du groupe d'un seul tenant autour d'un agent qui pratique",
    en="mean size of the connected group around a practitioner",
    source="connected components of the practitioners at work",
)
def group_size(seen: Observation) -> Value:
    """Sum of the squared sizes of components / p."""
    p = n_practitioners(seen)
    return patches(seen).squares / p if p else None
