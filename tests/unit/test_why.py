"""Why a verdict came out: small worlds built so that the cause is known.

150 field agents, no citizens, no chance change of executive; effects are large so that a few pairs of runs show them.
"""

import pytest

from experiments.why import Why, explain, serially
from sim.config import Config, resolved, with_values
from sim.core.draws import replicate_seed
from sim.timeline.money import chance_funded

PAIRS = 20
BASE = {
    "authority.field_agents": 150,
    "authority.inhabitants": 40_000,
    "authority.simulated_citizens": 0,
    "verdict.epsilon": 0.05,
    "horizon_months": 65,
    "observe_months": [64],
    "programme.launch": "given",
    "mechanisms.elections": False,
    "mechanisms.departures": False,
}
CARRIED = {
    "programme.ambassadors": 30,
    "programme.abortable": False,
    "sponsorship.level": 0.95,
    "sponsorship.administration": 0.9,
    "sponsorship.weight_mayor": 1.0,
    "sponsorship.weight_thematic": 0.0,
    "sponsorship.weight_district": 0.0,
    "management.stance": 0.7,
    "hierarchy.depth": 2,
    "hierarchy.signal_retention": 1.0,
    "hierarchy.transversality": 0.9,
    "adoption.intercept": -11.0,
    "adoption.peers": 6.0,
}
"""A town where the head of the executive alone carries, everybody relays, and nothing begins without a programme."""

LEAVES = {
    "sponsorship.departure_month": 16,
    "sponsorship.successor_level": 0.0,
    "sponsorship.successor_involvement": 0.0,
    "adoption.cynicism": 0.0,
    "abandonment.cynicism": 0.0,
    "adoption.intercept": -13.0,
}
TWO_PRICES = {
    "programme.launch": "test",
    "cost.programme_eur": 20_000.0,
    "cost.price_factor": 100.0,
    "cost.backfill": 0.6,
    "cost.agent_days_per_month": 20.0,
}
"""A fee 100 times too dear, and so much time replaced that it costs as much: either alone prevents the launch."""

NOTHING_CAN_SPREAD = {"mechanisms.adoption": False, "programme.ambassadors": 0, "cost.agent_days_per_month": 8.0}


def world(*layers: dict[str, object]) -> Config:
    values: dict[str, object] = {}
    for layer in (BASE, *layers):
        values |= layer
    return resolved(with_values(Config(), values))


def why(config: Config, *, full: bool = False) -> Why:
    """The explanation from PAIRS replicates, over as many pairs."""
    seeds = [replicate_seed(config.seed, replicate) for replicate in range(PAIRS)]
    (rows,) = serially([config], seeds)
    return explain(config, rows, runs=PAIRS, full=full)


def names(explanation: Why) -> list[str]:
    return [cause.name for cause in explanation.named]


@pytest.fixture(scope="module")
def departure() -> Why:
    return why(world(CARRIED, LEAVES))


def test_a_departure_that_costs_the_diffusion_is_the_cause_and_the_only_one(departure):
    assert departure.verdict == "islets"
    assert names(departure) == ["head_leaves"]
    (cause,) = departure.named
    assert cause.share_with > 0.8
    assert cause.share_without < 0.2
    assert cause.difference == pytest.approx(cause.share_without - cause.share_with)
    assert cause.interval[0] <= cause.difference < cause.interval[1] < 0


def test_both_numbers_are_printed_in_both_languages(departure):
    (cause,) = departure.named
    before, after = (round(100 * share) for share in (cause.share_with, cause.share_without))
    french, english = departure.sentence("fr"), departure.sentence("en")
    assert french.startswith(f"Îlots participatifs {before} fois sur 100, parce que le maire part (")
    assert f"({after} fois sur 100 si le maire restait)." in french
    assert english.startswith(f"Participatory islets {before} times out of 100, because the mayor leaves (")
    assert f"({after} times out of 100 if the mayor stayed)." in english
    assert departure.sentence() == departure.sentence("fr")


def test_the_typical_run_supplies_the_dates(departure):
    facts = departure.facts
    assert (facts.started, facts.ended, facts.ending) == (12, 28, "planned")
    assert [(change.month, change.succession) for change in facts.departures] == [(16, "same_majority")]
    assert "le maire part au mois 16 (même majorité)" in departure.sentence("fr").replace("\u00a0", " ")
    assert "the mayor leaves in month 16 (same majority)" in departure.sentence("en").replace("\u00a0", " ")


def test_what_was_tried_and_not_kept_is_told_with_its_numbers(departure):
    tried = [line for line in departure.lines("fr") if line.startswith("- ")]
    assert len(tried) == len(departure.causes) <= 4
    assert sum("cause nommée" in line for line in tried) == 1
    assert all(line.count("fois sur 100") == 1 for line in tried)


def test_where_the_head_stays_practice_spreads_because_the_head_carries():
    stays = why(world(CARRIED, LEAVES, {"sponsorship.departure_month": None}))
    assert stays.verdict == "diffusion"
    assert "sponsor_carries" in names(stays)
    assert "head_leaves" not in [cause.name for cause in stays.causes]


def test_managers_without_room_to_relay_are_named_and_nothing_else_is():
    shut = {"management.stance": 0.0, "management.stance_spread": 0.0, "adoption.manager": 5.0}
    explanation = why(world(CARRIED, shut, {"hierarchy.transversality": 0.3}))
    assert explanation.verdict == "islets"
    assert names(explanation) == ["managers_short"]


def test_a_price_that_nothing_can_pay_is_named():
    dear = why(world({"programme.launch": "test", "cost.price_factor": 50.0, "authority.inhabitants": 92_500}))
    assert dear.verdict == "not_launched"
    assert names(dear) == ["price"]
    assert dear.facts.started is None
    assert "la démarche n'est pas lancée" in dear.sentence("fr")
    assert "coûte 50 fois son prix ordinaire" in dear.sentence("fr")


def test_either_of_two_causes_is_enough_so_that_no_single_one_is_named():
    config = world(TWO_PRICES)
    explanation = why(config)
    assert explanation.verdict == "not_launched"
    assert {cause.name for cause in explanation.causes} == {"price", "effort"}
    assert names(explanation) == []
    assert "Aucune cause seule" in explanation.sentence("fr")
    assert "No single cause" in explanation.sentence("en")
    assert "--why full" in explanation.lines("fr")[-1]


def test_full_finds_the_pair_of_causes_and_its_share_is_the_one_of_the_formula():
    config = world(TWO_PRICES)
    explanation = why(config, full=True)
    assert names(explanation) == ["price+effort"]
    (pair,) = explanation.named
    without = with_values(config, {"cost.price_factor": 1.0, "cost.agent_days_per_month": 3.0})
    expected = 1 - chance_funded(without, 40_000 * 1300.0, 1.0)
    assert expected < 0.05
    assert pair.share_without == pytest.approx(expected, abs=0.12)
    assert "aucune cause seule\u00a0; ensemble, la démarche coûte 100 fois" in explanation.sentence("fr")
    assert "si la démarche coûtait son prix ordinaire et si la démarche demandait trois" in explanation.sentence("fr")


def test_where_nothing_matters_no_cause_is_named_and_that_is_said():
    explanation = why(world(NOTHING_CAN_SPREAD))
    assert explanation.verdict == "fallback"
    assert len(explanation.causes) == 4
    assert names(explanation) == []
    assert "Aucune cause seule" in explanation.sentence("fr")


def test_full_says_that_no_two_causes_explain_it_either():
    explanation = why(world(CARRIED, NOTHING_CAN_SPREAD), full=True)
    assert names(explanation) == []
    assert any("+" in cause.name for cause in explanation.causes)
    assert "ni deux à la fois" in explanation.sentence("fr")
    assert "nor two at once" in explanation.sentence("en")


def test_an_intervention_may_be_the_cause():
    cut = {"name": "budget_cut", "month": 0}
    settings = {"programme.launch": "test", "authority.inhabitants": 92_500, "interventions": [cut]}
    explanation = why(world(settings))
    assert explanation.verdict == "not_launched"
    assert "budget_cut_0" in names(explanation)
    assert "l'intervention «\u00a0Coupe budgétaire\u00a0» a lieu" in explanation.sentence("fr")


def test_without_a_programme_there_is_nothing_to_try():
    explanation = why(world({"programme.enabled": False}))
    assert (explanation.verdict, explanation.causes) == ("not_launched", ())
    assert "Ce scénario ne prévoit pas de démarche." in explanation.sentence("fr")
    assert "(0 sans la démarche)" not in explanation.sentence("fr")


def test_nothing_can_be_explained_without_a_run():
    with pytest.raises(ValueError, match="0 runs and 100 pairs"):
        explain(world(), [])
