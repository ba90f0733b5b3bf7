"""Small worlds chosen so that, together, they take every branch of the rules.

Rates are set high where an event would otherwise be too rare to meet sixty agents. What a world is meant to show is
declared with it, and checked: a world in which nothing happens compares nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from sim.build import build
from sim.config import Config, resolved, with_values
from sim.core import codes
from sim.core.draws import make_key
from sim.networks.chart import tree_from_parents
from sim.networks.reporting import Tree
from sim.population.structure import split_services
from sim.run import Live
from sim.scenarios.intervention import find, names

SMALL: dict[str, Any] = {
    "authority.field_agents": 60,
    "authority.services": 4,
    "authority.inhabitants": 3_000,
    "authority.simulated_citizens": 100,
    "authority.districts": 3,
    "programme.ambassadors": 8,
    "programme.launch": "given",
    "programme.start_month": 6,
}
"""A town of sixty field agents whose programme starts at month 6."""

LIVELY: dict[str, Any] = {
    "voice.base": 0.3,
    "voice.practice": 0.8,
    "relay.drop": 0.05,
    "adoption.intercept": -4.0,
    "mobility.rate": 0.03,
    "cynicism.rivalry": 0.02,
    "motivation.stress": 0.1,
    "citizens.contact": 0.8,
    "citizens.voice_agent": 0.9,
    "citizens.voice_elu": 0.3,
    "citizens.voice_direct": 0.3,
    "citizens.join": -1.5,
    "programme.wins": 40.0,
    "programme.dropout_early": 0.1,
    "programme.dropout_late": 0.02,
    "lab.intercept": -1.0,
    "calendar.mandate_months": 24,
    "sponsorship.p_new_mayor": 0.6,
    "sponsorship.departure_hazard": 0.03,
    "sponsorship.dgs_leaves_same_majority": 0.5,
}
"""The same town with everything more frequent."""


@dataclass(frozen=True)
class Case:
    """One small world.

    Attributes:
        name: what it is about.
        values: configuration, by dotted key, over those of SMALL (and of LIVELY where `lively`).
        shows: columns that must not stay at zero.
        reaches: states that some row of a stock must take, by stock.
        irregular: branches of two and of six levels instead of `hierarchy.depth`.
    """

    name: str
    values: dict[str, Any] = field(default_factory=dict)
    seed: int = 1
    months: int = 60
    lively: bool = True
    twin: bool = False
    irregular: bool = False
    shows: tuple[str, ...] = ()
    reaches: dict[str, int] = field(default_factory=dict)

    def start(self) -> Live:
        """The world at month 0."""
        config = config_of(self.values, self.months, lively=self.lively)
        world = build(config, make_key(self.seed), irregular_chart(config)) if self.irregular else None
        return Live(config, self.seed, months=self.months, twin=self.twin, start=world)


def config_of(values: dict[str, Any], months: int, *, lively: bool) -> Config:
    """The resolved configuration of a small world."""
    given = SMALL | (LIVELY if lively else {}) | {"observe_months": [max(months, 80)]} | values
    return resolved(with_values(Config(), given))


def irregular_chart(config: Config) -> Tree:
    """Half of the teams two levels below the elus, the other half six."""
    a = config.authority
    assert a.field_agents is not None and a.services is not None
    sizes = np.diff(split_services(a.field_agents, a.services, a.team_size).team_first_agent)
    n = sizes.size
    dgs = n + 4
    parents = [dgs if team < n // 2 else n for team in range(n)] + [n + 1, n + 2, n + 3, dgs, -1]
    return tree_from_parents(parents, list(range(n)), sizes)[0]


def event(name: str, month: int, **more: Any) -> dict[str, Any]:
    return {"name": name, "month": month, **more}


MERGER = {
    "sponsorship.departure_month": 34,
    "sponsorship.succession": "merger",
    "lab.intercept": 3.0,
    "lab.closure_intercept": -9.0,
    "lab.window_before": 8,
}
DESCRIBED = {
    "authority.field_agents": 80,
    "authority.services": 4,
    "hierarchy.depth": 5,
    "voice.cross_share": 0.6,
    "chart.services": [
        {"field_agents": 33, "managers": 4, "levels": 4, "front_share": 0.9},
        {"field_agents": 21, "managers": 1, "levels": 2},
        {"field_agents": 16, "managers": 3, "levels": 1, "front_share": 0.2},
        {"field_agents": 10, "levels": 0},
    ],
}
POST_BY_POST = DESCRIBED | {
    "hierarchy.depth": 4,
    "chart.services": [{"field_agents": 45}, {"field_agents": 35, "front_share": 1.0}],
    "chart.posts": [{"parent": above} for above in (-1, 0, 1, 2, 2, 0, 1)],
    "chart.teams": [
        {"manager": manager, "service": service, "field_agents": n}
        for manager, service, n in ((3, 0, 12), (5, 1, 30), (4, 0, 21), (6, 0, 12), (0, 1, 5))
    ],
    "authority.services": 2,
}
STAR = {
    "programme.ties": "star",
    "programme.lead": True,
    "programme.lead_hazard": 0.3,
    "programme.salience": 1.5,
    "programme.offers_per_year": 4.0,
    "programme.direct_voice": 1.0,
    "programme.recruitment": "clustered",
    "programme.recruitment_services": 2,
    "programme.facilitated": False,
    "programme.wins": 20.0,
    "programme.duration_months": 30,
    "network.ambassador_tie": 1.0,
}
CLIQUE = {
    "programme.ambassadors": 28,
    "programme.wins": 8.0,
    "cost.agent_days_per_month": 1.0,
    "cost.programme_eur": 40_000.0,
    "network.ambassador_tie": 1.0,
    "network.ambassador_tie_lab": 0.5,
    "network.ambassador_tie_after": 0.3,
    "adoption.intercept": -7.0,
    "adoption.peers": 8.0,
    "adoption.half_point": 5.0,
    "abandonment.skill": 3.0,
    "mobility.skill_gain": 0.3,
    "management.training": 0.5,
}
FORMER_MEMBERS = {
    "programme.ambassadors": 28,
    "programme.abortable": False,
    "cost.agent_days_per_month": 1.0,
    "adoption.form": "threshold",
    "adoption.threshold_count": 1.0,
    "authority.initial_practice": 0.0,
    "mobility.rate": 0.0,
    "network.generator": "random",
    "network.mean_degree": 0.0,
    "network.ambassador_tie": 0.1,
    "network.ambassador_tie_lab": 0.1,
    "network.ambassador_tie_after": 0.03,
    "lab.intercept": 3.0,
}
"""Half of the members practise from the start; the others do once a lab keeps the ties alive."""
TEAM = {
    "programme.permanent": True,
    "programme.recruitment": "directed",
    "programme.protected": 0.5,
    "programme.peer_workers": 1,
    "programme.ties": "none",
    "programme.ambassadors": 20,
    "authority.neutrality_share": 0.9,
    "adoption.neutrality": 4.0,
    "citizens.far_share": 0.6,
}
INSTRUMENT = {
    "programme.instrument": True,
    "programme.permanent": True,
    "programme.ambassadors": 0,
    "programme.abortable": False,
    "instrument.rollout": 0.9,
    "instrument.closure_intercept": -1.5,
    "formal.project": 0.5,
    "instrument.wave_months": 3,
}
SILENT = {"relay.intercept": -4.0, "relay.drop": 0.01, "decision.reasons": 0.0}

CASES = (
    Case("transfo", {"authority.field_agents": 80, "authority.simulated_citizens": 120}, months=90, lively=False,
         shows=("members", "adopted", "abandoned", "items_accepted", "left", "participation")),
    Case("lively", seed=3, months=72, reaches={"agents.role": codes.FORMER},
         shows=("wins", "lab_alive", "items_done", "items_dropped", "items_refused", "voices_direct")),
    Case("weak sponsor", {"sponsorship.level": 0.15, "sponsorship.thematic": 0.2, "sponsorship.district": 0.1,
                          "programme.abort_hazard": 0.1, "programme.duration_months": 30}, months=40,
         reaches={"programme.status": codes.ABORTED}),
    Case("sponsor too weak", {"sponsorship.level": 0.05, "sponsorship.thematic": 0.1, "sponsorship.district": 0.1,
                              "programme.abort_hazard": 1.0}, months=12, reaches={"programme.end_month": 8}),
    Case("merger, the lab is voted down", MERGER, seed=2, months=50, shows=("lab_alive",), reaches={"lab.vote": 40}),
    Case("merger, the lab is kept", MERGER | {"lab.merger_slope": 2.0}, seed=6, months=50, shows=("lab_alive",),
         reaches={"lab.vote": 36}),
    Case("a lab that closes", {"lab.intercept": -2.5, "lab.closure_intercept": 0.0, "cost.lab_eur_year": 15_000.0,
                               "formal.project": 0.4}, seed=2, months=50, shows=("lab_alive",)),
    Case("no lab at that price", {"lab.intercept": -4.0, "cost.lab_eur_year": 15_000.0, "programme.abortable": False},
         seed=6, months=50),
    Case("clique", CLIQUE, seed=3, months=40, shows=("wins", "adopted"), reaches={"agents.role": codes.FORMER}),
    Case("former members", FORMER_MEMBERS, months=30, shows=("lab_alive",), reaches={"agents.role": codes.FORMER}),
    Case("alternance", {"sponsorship.departure_month": 14, "sponsorship.succession": "alternance",
                        "sponsorship.successor_involvement": 0.95, "sponsorship.debate": 0.5}, months=48),
    Case("depth 1", {"hierarchy.depth": 1}, months=40, shows=("items_accepted",)),
    Case("depth 6", {"hierarchy.depth": 6, "authority.field_agents": 80, "voice.cross_share": 0.9}, months=72,
         shows=("items_refused",), reaches={"items.kind": codes.POLITICAL, "climbing.hops_left": 6}),
    Case("irregular", {"authority.field_agents": 80}, irregular=True, months=60, reaches={"climbing.hops_left": 6}),
    Case("territorial", STAR, months=60, shows=("wins", "participation")),
    Case("instrument", INSTRUMENT, months=60, shows=("equipped", "euros_instrument")),
    Case("instrument that ends", INSTRUMENT | {"programme.permanent": False}, months=40, shows=("equipped",)),
    Case("sprint", {"programme.ambassadors": 32, "programme.duration_months": 10, "programme.effective_depth": 2,
                    "hierarchy.depth": 5, "cost.agent_days_per_month": 6.0}, months=40, shows=("wins", "tension")),
    Case("idea call", {"programme.idea_factor": 3.0, "programme.ambassadors": 0, "programme.ties": "none",
                       "voice.base": 0.1, "voice.desk_share": 0.4}, months=40),
    Case("flash", {"programme.flash_rate": 0.7, "programme.flash_people": 10, "programme.ambassadors": 0,
                   "programme.wins": 0.0}, months=40, shows=("wins",), reaches={"agents.trial": 1}),
    Case("field team", TEAM, months=72, shows=("members", "abandoned")),
    Case("directorate too small", {"programme.recruitment": "directed", "programme.ambassadors": 28}, months=12),
    Case("recruited at random, untrained, followed", {
        "programme.recruitment": "random", "programme.training": 0.1, "programme.evaluation": 0.6,
        "programme.letter": 0.5, "voice.mode": "field"}, months=40, shows=("wins",)),
    Case("one after the other", {"adoption.updating": "sequential", "adoption.intercept": -5.0}, months=60,
         shows=("adopted", "abandoned")),
    Case("simple contagion of fractions", {"adoption.contagion": "simple", "adoption.measure": "fraction",
                                           "network.generator": "block"}, months=40, shows=("adopted",)),
    Case("thresholds", {"adoption.form": "threshold", "authority.initial_practice": 0.15}, months=30,
         shows=("adopted",)),
    Case("thresholds of fractions, no organisation", {
        "adoption.form": "threshold", "adoption.measure": "fraction", "network.generator": "torus",
        "authority.initial_practice": 0.1}, months=30, shows=("adopted",)),
    Case("hazard", {"adoption.form": "hazard", "network.generator": "random"}, months=40, shows=("adopted",)),
    Case("everybody knows everybody", {"network.generator": "complete", "adoption.half_point": 20.0,
                                       "adoption.updating": "sequential"}, months=40),
    Case("money runs out", {"programme.launch": "test", "programme.duration_months": 40, "cost.price_factor": 2.0,
                            "cost.cofunding_share": 0.3, "authority.inhabitants": 14_000}, seed=1, months=40,
         shows=("euros_programme",), reaches={"programme.status": codes.ENDED, "programme.end_month": 18}),
    Case("not launched", {"programme.launch": "test"}, months=30,
         reaches={"programme.status": codes.NOT_LAUNCHED}),
    Case("levers by month", {"interventions": [
        event("administration_project", 10), event("job_descriptions", 14, strength=0.6, until=40),
        event("answers_with_reasons", 8), event("small_first", 20), event("budget_cut", 16, strength=0.5),
        event("elus_debate", 12), event("dgs_leaves", 18), event("merger", 30)]}, months=60),
    Case("events", {"programme.duration_months": 8, "programme.abortable": False, "interventions": [
        event("pilot_success", 3), event("position_change", 20, strength=0.6), event("lead_leaves", 8),
        event("second_wave", 10, value=5), event("pilot_success", 24, strength=0.4), event("second_wave", 26, value=9),
        event("staff_turnover", 30, value=6, until=36), event("head_leaves", 33), event("position_change", 34),
        event("dgs_leaves", 40, value=0.9)]}, months=60, shows=("wins", "second_project"),
        reaches={"programme.end_month": 34, "programme.first_end": 14}),
    Case("a second wave that finds no money", {"programme.launch": "test", "programme.duration_months": 30,
         "authority.inhabitants": 30_000, "interventions": [
             event("second_wave", month, value=8) for month in (12, 20, 40)]}, seed=2, months=70),
    Case("reorganised, again and again", {"voice.cross_share": 0.6, "authority.field_agents": 80, "interventions": [
        event("reorganisation", month, value=depth) for month, depth in
        ((8, 6), (16, 2), (24, 1), (32, 5), (40, 5), (48, 4))]}, months=60, reaches={"climbing.hops_left": 5}),
    Case("services as described, then regular", DESCRIBED | {"interventions": [
        event("fewer_levels", 10), event("reorganisation", 40, value=5)]}, months=60,
        shows=("items_accepted", "items_refused"), reaches={"climbing.hops_left": 5}),
    Case("posts as described", POST_BY_POST, months=40, shows=("items_accepted",), reaches={"climbing.hops_left": 4}),
    Case("irregular, then regular", {"authority.field_agents": 80, "interventions": [
        event("reorganisation", 20, value=3)]}, irregular=True, months=40),
    Case("round the line", {
        "hierarchy.depth": 5, "authority.field_agents": 80, "voice.cross_share": 0.9, "hierarchy.arena": 0.4,
        "relay.bypass": 0.4, "relay.bypass_posts": 1, "citizens.direct_channel": 0.7, "sponsorship.commitment": 0.2},
         months=60, shows=("items_accepted", "voices_direct")),
    Case("offers and workshops without a programme", {
        "programme.enabled": False, "citizens.offers_per_year": 2.5, "citizens.offer_weight": 0.4,
        "evidence.flash_rate": 0.6, "evidence.outside": 0.5}, months=40, shows=("wins", "participation"),
         reaches={"agents.trial": 1}),
    Case("unions that ease tension", {"formal.unions": 0.8, "workload.unions_relief": 0.6,
                                      "programme.flash_rate": 0.3, "evidence.flash_rate": 0.3}, months=30,
         shows=("tension", "wins")),
    Case("every lever", {"interventions": [
        event(name, 4 + k % 9, strength=0.7) for k, name in enumerate(names()) if find(name).kind == "lever"]},
         months=60, shows=("items_accepted", "wins")),
    Case("every lever, mechanisms off", {"interventions": [
        event(name, 4) for name in names() if find(name).kind == "lever"]} | {f"mechanisms.{name}": False for name in (
            "short_routes", "flash", "direct_channel", "commitment", "outside", "participation", "voice")}, months=40),
    Case("many services of a team each", {"authority.services": 30, "authority.team_size": 2.0,
                                          "programme.ambassadors": 30}, months=40, shows=("wins", "lab_alive")),
    Case("region", {"authority.type": "region", "authority.districts": None}, months=30, shows=("voices_elus",)),
    Case("nobody to hear", {"authority.simulated_citizens": 0, "authority.front_share": 0.0}, months=30,
         shows=("items_created",)),
    Case("one service", {"authority.services": 1, "programme.recruitment_services": 1}, months=30,
         shows=("items_done",)),
    Case("twin", months=40, twin=True, reaches={"programme.status": codes.NOT_LAUNCHED}),
    Case("mechanisms off", {f"mechanisms.{name}": False for name in (
        "programme", "citizen_voice", "participation", "tension", "signal_loss", "overload", "quality")}, months=30),
    Case("silence", SILENT, months=40, reaches={"citizens.waits_for": codes.AN_ITEM}),
    Case("no effort", {"cost.agent_days_per_month": 0.0}, months=30, shows=("members",)),
)  # fmt: skip
"""The worlds that must be the same."""
