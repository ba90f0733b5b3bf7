"""V10 a, V11: depth acts on practice through gates, answers and the sponsor's signal, and through nothing else."""

import numpy as np
import pytest

from sim.agents.manager import pass_down
from sim.networks.chart import tree_from_parents
from sim.run import Live
from tests.analytic.settings import configuration, product

MONTHS = 90
TRANSFO = {
    "authority.field_agents": 400,
    "authority.simulated_citizens": 300,
    "programme.kind": "ambassadors",
    "programme.launch": "given",
    "sponsorship.level": 0.8,
}
CARRIED_BY_ALL = {
    "management.stance": 1.0,
    "management.stance_spread": 0.0,
    "sponsorship.administration": 1.0,
    "management.rate": 0.0,
    "mechanisms.dgs_follows": False,
    "relay.overload": 0.0,
    "mechanisms.answers": False,
    "mechanisms.quality": False,
}


def who_practised(values, depth, seed):
    """Practitioners by service and month, and who they are at the end, as bytes."""
    live = Live(product(TRANSFO | values | {"hierarchy.depth": depth}), seed, months=MONTHS)
    live.advance(MONTHS)
    return live.log.by_service.tobytes(), live.world.field_agents.practises.tobytes()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_where_all_managers_carry_depth_changes_no_adoption(seed):
    """Bit-identical for D in 1..7, with a programme, a lab, citizens and elections.

    Managers pass the whole signal (stance 1, frozen; no new DGS). Items still take longer where there are more posts,
    so what an answer changes must be off: evidence, and the moods of those who spoke (mechanisms.answers); and the
    quality of services, which citizens see and elus hear of (mechanisms.quality).
    """
    first = who_practised(CARRIED_BY_ALL, 1, seed)
    assert all(who_practised(CARRIED_BY_ALL, depth, seed) == first for depth in range(2, 8))


QUALITY = {"mechanisms.quality": True, "citizens.quality_gain": 0.2, "sponsorship.quality_pull": 1.0}


@pytest.mark.parametrize("channel", [{"mechanisms.answers": True}, QUALITY, {"management.stance": 0.9}])
def test_each_channel_of_depth_does_act(channel):
    """The control: with answers, with the quality of services, or with an imperfect stance, depth matters.

    Quality is a long way round: its effects are made larger here, and change somebody's practice in some runs only.
    """
    pairs = [[who_practised(CARRIED_BY_ALL | channel, depth, seed) for depth in (1, 7)] for seed in range(1, 9)]
    assert any(shallow != deep for shallow, deep in pairs)


def test_a_dgs_who_holds_back_does_so_at_any_depth():
    """It is one post, at all depths from 2 on (at 1 it is the first manager of everybody as well)."""
    held_back = {"sponsorship.administration": 0.9}
    shallow, deep = (who_practised(CARRIED_BY_ALL | held_back, depth, 1) for depth in (2, 7))
    assert shallow == deep != who_practised(CARRIED_BY_ALL, 2, 1)


@pytest.mark.parametrize("depth", [1, 3, 7])
def test_without_loss_everyone_hears_the_sponsor(depth):
    """V11, kappa = 1: S_i = S_pol at every post, to the last bit, whatever the stances."""
    managers = Live(configuration({"hierarchy.depth": depth}), depth, months=1).world.managers
    stance = np.random.default_rng(depth).random(managers.stance.size)
    for demand in (0.0, 0.37, 1.0):
        assert (pass_down(managers, stance, demand, 1.0) == demand).all()


def test_switching_the_loss_off_is_kappa_one():
    """The whole run, bit for bit."""
    without = who_practised({"mechanisms.signal_loss": False}, 4, 5)
    assert without == who_practised({"hierarchy.signal_retention": 1.0}, 4, 5)
    assert without != who_practised({}, 4, 5)


def test_the_signal_is_the_product_along_the_own_chain():
    """Any tree: each post hears S_pol times kappa + (1 - kappa) M of every post from the DGS down to itself."""
    rng = np.random.default_rng(11)
    posts = 30
    parent = [-1] + [int(rng.integers(0, post)) for post in range(1, posts)]
    leaders = [post for post in range(posts) if post not in parent]
    tree, _ = tree_from_parents(parent, leaders, [5] * len(leaders))
    stance = rng.random(posts)
    live = Live(configuration({}), 1, months=1)
    managers = live.world.managers._replace(parent=tree.parent.astype(np.int32), stance=stance)
    heard = pass_down(managers, stance, 0.7, 0.6)
    for post in range(posts):
        expected, at = 0.7, post
        while at >= 0:
            expected *= 0.6 + 0.4 * stance[at]
            at = tree.parent[at]
        assert heard[post] == pytest.approx(expected, rel=1e-12)


def test_the_published_loss_per_level():
    """kappa = 0.6: 0.72 a level at a stance of 0.3 (the geometric mean of Nichols' survey), 0.80 at 0.5."""
    live = Live(configuration({"hierarchy.depth": 5}), 1, months=1)
    managers = live.world.managers
    for stance, kept in ((0.3, 0.72), (0.5, 0.80)):
        heard = pass_down(managers, np.full(managers.stance.size, stance), 1.0, 0.6)
        assert heard[0] == pytest.approx(kept**5, rel=1e-12)
