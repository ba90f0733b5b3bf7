"""Random numbers with addresses: every draw is a pure function of (seed, phase, month, row).

Two scenarios with one seed meet the same luck in every decision, a new rule cannot shift another's draws, and results
do not depend on the number of workers. The generator is Philox4x32-10 (Salmon, Moraes, Dror & Shaw 2011, "Parallel
random numbers: as easy as 1, 2, 3", SC'11), checked against the authors' known answers. Not for cryptography.

    counter = (row mod 2^32, month, phase, row div 2^32)        key = (seed mod 2^32, seed div 2^32)

Each address gives four independent words. A uniform is (word + 1/2) 2^-32, in ]0, 1[: never 0, never 1. Values of other
distributions increase with their uniform: when two scenarios differ by the mean of a stance, who was the most
favourable stays so.
"""

import hashlib
import math
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import betainc

from sim.core.compile import rule

_MULTIPLIER_0 = np.uint64(0xD2511F53)
_MULTIPLIER_1 = np.uint64(0xCD9E8D57)
_WEYL_0 = np.uint64(0x9E3779B9)
_WEYL_1 = np.uint64(0xBB67AE85)
_LOW_32 = np.uint64(0xFFFFFFFF)
_SHIFT_32 = np.uint64(32)
_ROUNDS = 10
_UNIT = 2.0**-32


class Key(NamedTuple):
    """A seed, ready for the generator: its low and its high 32 bits, both held in uint64."""

    k0: np.uint64
    k1: np.uint64


def make_key(seed: int) -> Key:
    """Split a seed, 0..2^63-1, into the two words of a key."""
    if not 0 <= seed < 2**63:
        raise ValueError(f"seed = {seed}: allowed are the integers from 0 to 2^63 - 1")
    return Key(np.uint64(seed & 0xFFFFFFFF), np.uint64(seed >> 32))


def replicate_seed(root: int, replicate: int) -> int:
    """Seed of one replicate, 0..2^63-1.

    The first eight bytes, big-endian, of sha256("archipel <root> <replicate>"), without the highest bit: neighbouring
    roots and replicates share nothing, and any language can compute it again.
    """
    digest = hashlib.sha256(f"archipel {root} {replicate}".encode()).digest()
    return int.from_bytes(digest[:8], "big") >> 1


@rule
def philox(
    c0: np.uint64, c1: np.uint64, c2: np.uint64, c3: np.uint64, k0: np.uint64, k1: np.uint64
) -> tuple[np.uint64, np.uint64, np.uint64, np.uint64]:
    """Philox4x32-10: four random 32-bit words from a counter and a key, all held in uint64."""
    for _ in range(_ROUNDS):
        product_0 = _MULTIPLIER_0 * c0
        product_1 = _MULTIPLIER_1 * c2
        c0 = (product_1 >> _SHIFT_32) ^ c1 ^ k0
        c2 = (product_0 >> _SHIFT_32) ^ c3 ^ k1
        c1 = product_1 & _LOW_32
        c3 = product_0 & _LOW_32
        k0 = (k0 + _WEYL_0) & _LOW_32
        k1 = (k1 + _WEYL_1) & _LOW_32
    return c0, c1, c2, c3


@rule
def uniforms(key: Key, phase: int, month: int, row: int) -> tuple[float, float, float, float]:
    """Four independent uniforms in ]0, 1[ at one address."""
    wide = np.uint64(row)
    w0, w1, w2, w3 = philox(
        wide & _LOW_32, np.uint64(month), np.uint64(phase), wide >> _SHIFT_32, np.uint64(key.k0), np.uint64(key.k1)
    )
    return (
        (float(w0) + 0.5) * _UNIT,
        (float(w1) + 0.5) * _UNIT,
        (float(w2) + 0.5) * _UNIT,
        (float(w3) + 0.5) * _UNIT,
    )


@rule
def uniform(key: Key, phase: int, month: int, row: int) -> float:
    """The first uniform in ]0, 1[ at one address."""
    return uniforms(key, phase, month, row)[0]


@rule
def normal(key: Key, phase: int, month: int, row: int) -> float:
    """A standard normal at one address (Box & Muller 1958), within +/- 6.8."""
    u0, u1, _, _ = uniforms(key, phase, month, row)
    return math.sqrt(-2.0 * math.log(u0)) * math.cos(2.0 * math.pi * u1)


@rule
def column(key: Key, phase: int, month: int, n: int) -> NDArray[np.float64]:
    """Uniforms [n, 4] of the rows 0..n-1 of one phase and month."""
    values = np.empty((n, 4))
    for row in range(n):
        u0, u1, u2, u3 = uniforms(key, phase, month, row)
        values[row, 0] = u0
        values[row, 1] = u1
        values[row, 2] = u2
        values[row, 3] = u3
    return values


class QuantileTable(NamedTuple):
    """A distribution on [0, 1] as nodes to interpolate between."""

    probability: NDArray[np.float64]  # strictly increasing, [n]
    value: NDArray[np.float64]  # strictly increasing, [n], 0..1


@lru_cache(maxsize=256)
def quantile_table(alpha: float, beta: float, n: int = 2049) -> QuantileTable:
    """Nodes of the quantile function of Beta(alpha, beta), alpha and beta > 0.

    The nodes are laid on the values, sin^2 spaced and so dense in both tails, and the distribution function gives their
    probabilities. Truth and interpolation being monotone between two nodes, the error is below the largest gap between
    two values, pi / (2 (n - 1)) = 0.00077 for 2049 nodes, for any alpha and beta. Shared by all callers, who only read.
    """
    if not (alpha > 0.0 and beta > 0.0):
        raise ValueError(f"Beta({alpha}, {beta}): both parameters must be above 0")
    value = np.sin(np.linspace(0.0, np.pi / 2.0, n)) ** 2
    probability, first = np.unique(np.maximum.accumulate(betainc(alpha, beta, value)), return_index=True)
    return QuantileTable(probability, value[first])


@rule
def quantile(table: QuantileTable, u: float) -> float:
    """Value [0..1] under which a share u (0..1) of the distribution lies."""
    inner = table.probability[1:-1]
    j = np.searchsorted(inner, u, side="right")
    below, above = table.probability[j], table.probability[j + 1]
    share = (u - below) / (above - below)
    return float(table.value[j] + share * (table.value[j + 1] - table.value[j]))


def beta_quantile(u: NDArray[np.float64], alpha: float, beta: float) -> NDArray[np.float64]:
    """Values [0..1] of Beta(alpha, beta) at the uniforms u, increasing with u; shape of u."""
    table = quantile_table(alpha, beta)
    return np.asarray(np.interp(u, table.probability, table.value))
