"""Trying causes, on runs made of coins: what is asked for, what is named, and how often chance alone is named."""

from types import SimpleNamespace

import numpy as np
import pytest

from experiments.why.candidate import Candidate, Removal, pairs, singles
from experiments.why.explanation import explain
from experiments.why.trials import FIRST_PAIRS, MOST_TRIED, PAIRS, PILOT_PAIRS, Trials
from experiments.why.typical import commonest, typical
from sim.config import Config, resolved, with_values
from sim.core.draws import replicate_seed
from sim.core.text import Text
from sim.outcomes.verdict import FALLBACK, ISLETS, VERDICTS, Verdict

TOWN = resolved(Config())


def candidate(name: str, *, event: bool = False, **changes: object) -> Candidate:
    keys = {key.replace("__", "."): value for key, value in changes.items()}
    return Candidate(
        name, frozenset(VERDICTS), lambda c, s: True, lambda c: keys, Text("a", "a"), Text("b", "b"), event
    )


def level(at: float) -> Removal:
    """A removal known by the level of sponsorship that it leaves."""
    one = candidate(f"level_{at:g}", sponsorship__level=at)
    return Removal((one,), one.taken_from(TOWN))


class Coins:
    """Makes runs of which a share, by level of sponsorship, are islets; every run has a luck of its own."""

    def __init__(self, shares: dict[float, float], root: int = 0) -> None:
        self.shares, self.root, self.asked = shares, root, []

    def __call__(self, configs, seeds):
        self.asked.append(([config.sponsorship.level for config in configs], list(seeds)))
        return [[self.row(config.sponsorship.level, seed) for seed in seeds] for config in configs]

    def row(self, at: float, seed: int) -> dict[str, object]:
        luck = np.random.default_rng([self.root, int(1000 * at), seed]).random()
        return {"seed": seed, "verdict": ISLETS if luck < self.shares[at] else FALLBACK, "net_practice": at}


def trials(coins: Coins, n: int = PAIRS) -> Trials:
    return Trials(TOWN, ISLETS, tuple(range(n)), tuple(range(n, n + PILOT_PAIRS)), coins)


def test_a_removal_that_halves_the_share_is_named_with_both_shares():
    coins = Coins({0.65: 0.9, 0.1: 0.4})
    (cause,) = trials(coins).judge([level(0.1)])
    assert cause.named
    assert cause.share_with == pytest.approx(0.9, abs=0.1)
    assert cause.share_without == pytest.approx(0.4, abs=0.15)
    assert cause.estimate.n == PAIRS


def test_what_makes_the_verdict_more_frequent_is_no_cause():
    (cause,) = trials(Coins({0.65: 0.3, 0.1: 0.9})).judge([level(0.1)])
    assert not cause.named
    assert cause.difference > 0.2
    assert cause.estimate.excludes_zero


def test_a_move_below_twenty_points_is_not_named_however_sure():
    coins = Coins({0.65: 1.0, 0.1: 0.85})
    (cause,) = trials(coins, 400).judge([level(0.1)])
    assert cause.estimate.excludes_zero
    assert cause.difference < -0.1
    assert not cause.named


def test_twenty_points_over_ten_pairs_are_not_named_because_the_interval_holds_zero():
    verdicts = {0.65: [ISLETS] * 5 + [FALLBACK] * 5, 0.1: [ISLETS] * 3 + [FALLBACK] * 7}

    def many(configs, seeds):
        return [[{"verdict": verdicts[c.sponsorship.level][s], "net_practice": 0.0} for s in seeds] for c in configs]

    (cause,) = Trials(TOWN, ISLETS, tuple(range(10)), (), many).judge([level(0.1)])
    assert cause.difference == pytest.approx(-0.2)
    assert not cause.estimate.excludes_zero
    assert not cause.named


def test_what_does_nothing_over_the_first_pairs_is_given_up_and_said_so():
    coins = Coins({0.65: 0.5, 0.1: 1.0, 0.2: 0.0})
    given_up, kept = trials(coins).judge([level(0.1), level(0.2)])
    assert (given_up.estimate.n, given_up.named) == (FIRST_PAIRS, False)
    assert (kept.estimate.n, kept.named) == (PAIRS, True)
    assert coins.asked[-1] == ([0.2], list(range(FIRST_PAIRS, PAIRS)))


def test_at_most_four_are_tried_and_the_pilot_finds_those_that_count():
    shares = {0.65: 0.9} | {at / 100: 0.9 for at in range(1, 8)} | {0.2: 0.1, 0.3: 0.0}
    coins = Coins(shares)
    kept = trials(coins).promising([level(at) for at in shares if at != 0.65])
    assert len(kept) == MOST_TRIED
    assert {removal.name for removal in kept[:2]} == {"level_0.2", "level_0.3"}
    ((levels, seeds),) = coins.asked
    assert len(levels) == 10
    assert not set(seeds) & set(range(PAIRS))


def test_four_or_fewer_need_no_pilot():
    coins = Coins({})
    removals = [level(0.1), level(0.2)]
    assert trials(coins).promising(removals) == removals
    assert coins.asked == []


def test_what_is_particular_to_the_configuration_comes_first_where_it_has_an_effect():
    deep = resolved(with_values(Config(), {"hierarchy.depth": 6}))
    usual = [candidate(f"usual_{at}", sponsorship__level=at / 10) for at in range(5)]
    own, event = candidate("own", hierarchy__depth=2), candidate("event", event=True, relay__drop=0.0)
    rarer = {"usual": 0.0, "own": 0.5, "event": 1.0}

    def many(configs, seeds):
        def share(config):
            if config == deep:
                return 1.0
            return rarer["own" if config.hierarchy.depth == 2 else "event" if config.relay.drop == 0 else "usual"]

        def row(config, at):
            return {"verdict": ISLETS if at < share(config) * len(seeds) else FALLBACK, "net_practice": 0.0}

        return [[row(config, at) for at in range(len(seeds))] for config in configs]

    ranked = Trials(deep, ISLETS, (0,), tuple(range(PILOT_PAIRS)), many).promising(singles(deep, [*usual, event, own]))
    assert [removal.name for removal in ranked] == ["own", "usual_0", "usual_1", "usual_2"]


def test_chance_alone_is_seldom_named():
    """The worst case: verdicts of one run in two, the commonest one taken, four removals that change all luck."""
    sentences = 300
    wrong = 0
    for root in range(sentences):
        coins = Coins({at: 0.5 for at in (0.65, 0.1, 0.2, 0.3, 0.4)}, root)
        (rows,) = coins([TOWN], range(PAIRS))
        trial = Trials(TOWN, commonest(rows), tuple(range(PAIRS)), (), coins, {row["seed"]: row for row in rows})
        wrong += any(cause.named for cause in trial.judge([level(at) for at in (0.1, 0.2, 0.3, 0.4)]))
    assert wrong / sentences < 0.05


def test_removals_that_change_nothing_are_left_out():
    same = candidate("same", hierarchy__depth=TOWN.hierarchy.depth)
    assert singles(TOWN, [same, candidate("other", hierarchy__depth=2)])[0].name == "other"
    assert singles(TOWN, [same]) == []


def test_two_removals_make_a_pair_where_their_order_does_not_matter():
    up, down = candidate("up", sponsorship__level=0.9), candidate("down", sponsorship__level=0.1)
    flat, again = candidate("flat", hierarchy__depth=2), candidate("again", hierarchy__depth=2)
    found = pairs(singles(TOWN, [up, down, flat, again]))
    assert [pair.name for pair in found] == ["up+flat", "up+again", "down+flat", "down+again"]
    assert found[0].config.sponsorship.level == 0.9
    assert found[0].config.hierarchy.depth == 2


def row(verdict: str, practice: float, **others: object) -> dict[str, object]:
    usual = {"practice_rest": None, "breadth": 0.0, "lab_created": 1, "lab_alive": 0, "agent_days": 900.0}
    return {"verdict": verdict, "practice": practice} | usual | others


def test_the_typical_run_has_the_commonest_verdict_and_is_ordinary_in_practice_and_lab():
    rows = [
        row(FALLBACK, 0.05),
        row(ISLETS, 0.01),
        row(ISLETS, 0.05, lab_alive=1),
        row(ISLETS, 0.06),
        row(ISLETS, 0.09),
        row(ISLETS, 0.04, agent_days=100.0),
    ]
    assert commonest(rows) == ISLETS
    assert typical(rows, ISLETS) == 3


def test_equally_common_verdicts_go_to_the_first_of_the_rule():
    assert commonest([{"verdict": FALLBACK}, {"verdict": ISLETS}]) == ISLETS


class Scripted:
    """An engine whose typical run is empty of events."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def __call__(self, config, seed):
        self.asked.append(seed)
        months = max(config.observe_months) + 1
        nothing = np.zeros(months)
        columns = ("programme_active", "lab_alive", "dispossession_district")
        return SimpleNamespace(
            seed=seed,
            verdicts={months - 1: Verdict(ISLETS, None, False, False, False, False)},
            outcomes={"programme_status": 0},
            monthly=dict.fromkeys(columns, nothing),
            twin_monthly={"practice": nothing},
            by_service=np.zeros((months, 3), np.int32),
            service_sizes=np.full(3, 50),
        )


def test_runs_that_are_known_are_not_made_again_and_missing_ones_are_the_next_replicates():
    engine, asked = Scripted(), []
    seeds = [replicate_seed(TOWN.seed, replicate) for replicate in range(50)]

    def many(configs, wanted):
        asked.append((TOWN in configs, list(wanted)))
        return [[row(ISLETS, 0.05, seed=seed, net_practice=0.0) for seed in wanted] for _ in configs]

    rows = [row(ISLETS, 0.05, seed=seed) for seed in seeds[:30]]
    explanation = explain(TOWN, rows, runs=40, simulate_many=many, engine=engine)
    (pilot, *others), base = [wanted for as_it_is, wanted in asked if as_it_is], seeds[30:40]
    assert others == [base]
    assert len(pilot) == PILOT_PAIRS
    assert not set(pilot) & set(seeds[:40])
    assert explanation.share.n == 40
    assert engine.asked == [seeds[0]]
