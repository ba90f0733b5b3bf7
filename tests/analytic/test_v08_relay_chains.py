"""V8, V9 and the delays of V10: items climb, wait or are dropped, post by post, as in exact chains.

With a monthly chance p of passing a post and d of being dropped there, h posts:

    P(delivered) = (p / (p + d))^h;  months given delivery: a sum of h geometric(p + d), mean h / (p + d),
    variance h (1 - p - d) / (p + d)^2

All agents speak in month 0 and never again; an accepted item stays in the pool while it is carried out, so that
watching the pool month by month tells when each one was delivered. An item is first relayed in month 1: months = delay.
"""

import math

import numpy as np
import pytest

from sim.agents.manager import pass_down
from sim.build import build
from sim.core import codes
from sim.core.draws import make_key
from sim.networks.chart import tree_from_parents
from sim.run import Live
from tests.analytic.settings import configuration, logit

N = 20_000
ALL_SPEAK = {
    "voice.base": 1.0,
    "voice.legitimacy": 1.0,
    "voice.legitimacy_c": 1.0,
    "voice.neutrality_loss": 0.0,
    "voice.cynicism_loss": 0.0,
    "voice.desk_share": 0.0,
    "voice.quick_share": 0.0,
    "voice.middle_share": 0.0,
    "voice.cross_share": 0.0,
}
ALL_ACCEPTED = {"decision.acceptance": 1.0, "decision.sponsor_base": 1.0, "decision.manager_base": 1.0}
LONG = {f"decision.delay_{kind}": 60.0 for kind in ("quick", "middle", "political")}


def chain(passed, dropped):
    """Gates that are alike at every post: pass with probability `passed` a month, drop with `dropped`."""
    alike = {f"relay.{term}": 0.0 for term in ("stance", "sponsor", "formal", "lab", "overload")}
    return alike | {"relay.drop": dropped, "relay.intercept": logit(passed / (1 - dropped))}


def delays(values, *, depth=1, chart=None, months=120, on=("relay",)):
    """Months from creation to decision of each agent's item, 0 = never delivered [agents]; and the run."""
    sizes = {"authority.field_agents": N, "authority.inhabitants": 50 * N, "hierarchy.depth": depth}
    config = configuration(sizes | ALL_SPEAK | ALL_ACCEPTED | LONG | dict(values), on=["voice", *on])
    live = Live(config, 8, months=months, start=build(config, make_key(8), chart and chart(config)))
    live.world.field_agents.motivation[:] = 1.0
    live.plan.levers["voice"]["base"][1:] = 0.0
    found = np.zeros(N, np.int64)
    for month in range(months):
        live.advance(month + 1)
        pool, used = live.world.items, live.world.authority[0]["n_items"]
        decided = pool.author[:used][pool.state[:used] == codes.IMPLEMENTING]
        found[decided[found[decided] == 0]] = month
    assert live.log.monthly["items_created"][0] == N
    assert not (live.world.items.state[: live.world.authority[0]["n_items"]] == codes.CLIMBING).any()
    return found, live


def assert_chain(found, posts, passed, dropped):
    """Share, mean and variance within 4.5 standard errors each: error rate 2e-5 a chain."""
    leaves = passed + dropped
    share, delivered = (passed / leaves) ** posts, found[found > 0]
    assert delivered.size / found.size == pytest.approx(share, abs=4.5 * math.sqrt(share * (1 - share) / found.size))
    variance = posts * (1 - leaves) / leaves**2
    assert delivered.mean() == pytest.approx(posts / leaves, abs=4.5 * math.sqrt(variance / delivered.size))
    excess = 6 / posts + leaves**2 / (posts * (1 - leaves))  # of a negative binomial
    error = 4.5 * variance * math.sqrt((2 + excess) / delivered.size)
    assert delivered.var() == pytest.approx(variance, abs=error)


def only(kind):
    """Shares of the kinds of items: one kind alone (political is what the others leave)."""
    return {} if kind == "political" else {f"voice.{kind}_share": 1.0}


def uneven_chart(config):
    """A branch of 2 posts and one of 6 under one DGS, half of the teams each."""
    sizes = Live(config, 8, months=1).world.teams.size
    parent = [-1, 0, 0, 2, 3, 4, 5]  # 0 the DGS; 1 leads teams; 6 leads teams under 5, 4, 3, 2
    return tree_from_parents(parent, [1 if g % 2 else 6 for g in range(sizes.size)], sizes.tolist())[0]


@pytest.mark.parametrize(
    ("passed", "dropped", "depth", "share", "mean", "variance"),
    [
        (0.4, 0.1, 1, 0.8, 2, 2),
        (0.4, 0.1, 3, 0.512, 6, 6),
        (0.4, 0.1, 5, 0.3277, 10, 10),
        (0.5, 0.2, 4, 0.2603, 5.714, 2.449),
    ],
)
def test_published_chains(passed, dropped, depth, share, mean, variance):
    """Both the formulas against the published figures, and the run against the formulas."""
    leaves = passed + dropped
    formulas = (passed / leaves) ** depth, depth / leaves, depth * (1 - leaves) / leaves**2
    assert formulas == pytest.approx((share, mean, variance), abs=6e-4)
    assert_chain(delays(chain(passed, dropped), depth=depth)[0], depth, passed, dropped)


@pytest.mark.parametrize(("passed", "dropped", "depth"), [(0.25, 0.02, 2), (0.6, 0.3, 7), (0.8, 0.05, 6)])
def test_other_chains(passed, dropped, depth):
    assert_chain(delays(chain(passed, dropped), depth=depth)[0], depth, passed, dropped)


def test_each_team_has_its_own_chain():
    """Two and six posts in one authority: each half follows its own chain."""
    found, live = delays(chain(0.4, 0.1), chart=uneven_chart)
    posts = live.world.teams.chain_length[live.world.field_agents.team]
    assert set(posts) == {2, 6}
    for h in (2, 6):
        assert_chain(found[posts == h], h, 0.4, 0.1)


@pytest.mark.parametrize(("kind", "posts"), [("quick", 1), ("middle", 3), ("political", 5)])
def test_items_climb_to_their_own_decider(kind, posts):
    """Depth 5: the first manager, the one half-way up, all five."""
    found, _ = delays(chain(0.4, 0.1) | only(kind), depth=5)
    assert_chain(found, posts, 0.4, 0.1)


@pytest.mark.parametrize("kind", ["quick", "middle", "political"])
def test_one_level_is_one_attempt(kind):
    """V9: under the DGS alone every kind of item, across services or not, has one post to pass."""
    found, _ = delays(chain(0.4, 0.1) | only(kind) | {"voice.cross_share": 0.5}, depth=1)
    assert_chain(found, 1, 0.4, 0.1)


@pytest.mark.parametrize("depth", [1, 4, 7])
def test_without_gates_an_item_takes_a_month_a_post(depth):
    """V9: relay off, one successful attempt a post, and nothing is lost."""
    found, live = delays({}, depth=depth, on=())
    assert (found == depth).all()
    assert not live.log.monthly["items_dropped"].any()


def test_items_solved_at_the_desk_need_no_attempt():
    """V9, h = 0: done in the month they are made, although every gate would drop them."""
    _, live = delays(chain(1e-4, 0.99) | {"voice.desk_share": 1.0}, depth=4)
    log = live.log
    assert log.monthly["items_done"][0] == log.monthly["items_delivered"][0] == log.answered_by_age[0] == N
    assert log.monthly["items_waiting"].sum() == log.dropped_by_age.sum() == 0


@pytest.mark.parametrize("depth", range(1, 8))
def test_mean_delay_grows_by_one_gate_a_level(depth):
    """V10 b: without drops everything arrives, after D / p months on average: 4.5 standard errors (error rate 7e-6)."""
    p = 0.4
    found, _ = delays(chain(p, 0.0), depth=depth)
    assert (found > 0).all()
    assert found.mean() == pytest.approx(depth / p, abs=4.5 * math.sqrt(depth * (1 - p) / p**2 / N))


def test_the_signal_loses_at_the_dgs_alone_under_one_level():
    """V9: S = S_pol (kappa + (1 - kappa) A), nothing below."""
    live = Live(configuration({"hierarchy.depth": 1, "sponsorship.administration": 0.3}), 1, months=1)
    managers = live.world.managers
    assert pass_down(managers, managers.stance, 0.8, 0.6) == pytest.approx([0.8 * 0.72], abs=1e-15)
