"""Who sits when: elections, departures, successors, the DGS who follows. None of it depends on the run."""

from typing import NamedTuple

import numpy as np

from sim.config import Config, election_month
from sim.core import codes, phases
from sim.core.draws import Key, beta_quantile, normal, uniforms
from sim.core.kernels import logit
from sim.timeline.draft import Change, Draft, Position

# involvement of a successor: Beta(2, 3), mean 0.4 [assumption]
_INVOLVEMENT = (2.0, 3.0)


class Mandates(NamedTuple):
    """Seats by month."""

    conviction: np.ndarray  # float64 [months, elus]
    involvement: np.ndarray  # float64 [months, elus]
    change: np.ndarray  # uint8 [months, elus]: same person, newcomer, empty seat
    merger: np.ndarray  # uint8 [months]: a new executive that inherits the lab sits from this month
    position: np.ndarray  # 0..1 [months]: what is left of the support of those who sit, 1 = no change of position


class Direction(NamedTuple):
    """The DGS by month."""

    stance: np.ndarray  # 0..1 [months]: of the person who arrives
    is_new: np.ndarray  # uint8 [months]
    disposition: np.ndarray  # log-odds [months]: aA, what the person brings apart from sponsor and results


def first_election(config: Config, key: Key) -> int:
    """Month of the first election: from the calendar where there is one, else drawn uniformly over a mandate."""
    dated = election_month(config)
    if dated is not None:
        return dated
    return int(uniforms(key, phases.MANDATE, 0, 0)[0] * config.calendar.mandate_months)


def political_calendar(draft: Draft, key: Key) -> list[Change]:
    """Date the changes at the head of the executive: elections, departures, and those the scenario asks for.

    Source   towns of 20 000 or more, 1977-2020: a new mayor at 28.7 % of elections, 16.4 % another camp; mid-term
             departures 2014-2020: 0.122 % a month
    """
    config, s = draft.config, draft.config.sponsorship
    found = list(draft.changes)
    if s.departure_month is not None:
        found.append(Change(s.departure_month, str(s.succession), True, s.successor_level, s.successor_involvement))
    taken = {change.month for change in found}
    at = first_election(config, key)
    for month in range(draft.months):
        if month in taken:
            continue
        u_election, u_departure, _, _ = uniforms(key, phases.ELECTION, month, 0)
        if config.mechanisms.elections and month >= at and (month - at) % config.calendar.mandate_months == 0:
            if u_election < s.p_new_mayor:
                found.append(Change(month, "alternance" if u_election < s.p_camp_change else "same_majority"))
        elif config.mechanisms.departures and u_departure < s.departure_hazard:
            found.append(Change(month, "same_majority", vacant=True))
    return sorted((c for c in found if c.month < draft.months), key=lambda c: c.month)


def initial_seats(config: Config, role: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return conviction and involvement [elus] at month 0, by role.

    Source   scenario; thematic elus are involved half as much as the head, district elus 0.2: assumption
    """
    s = config.sponsorship
    thematic = max(s.level, 0.5) if s.thematic is None else s.thematic
    conviction = np.choose(role, [s.level, thematic, s.district]).astype(float)
    involvement = np.choose(
        role, [s.involvement, s.involvement_thematic_factor * s.involvement, s.involvement_district]
    )
    return conviction, involvement.astype(float)


def seat_elus(draft: Draft, changes: list[Change], role: np.ndarray, key: Key) -> Mandates:
    """Fill the seats month by month. Who sits may change position; of one month, that comes before a succession."""
    months, n = draft.months, role.size
    conviction, involvement = initial_seats(draft.config, role)
    seats = Mandates(
        np.tile(conviction, (months, 1)),
        np.tile(involvement, (months, 1)),
        np.zeros((months, n), np.uint8),
        np.zeros(months, np.uint8),
        np.ones(months),
    )
    dated: list[Position | Change] = [*draft.positions, *changes]
    for change in sorted(dated, key=lambda each: each.month):
        if isinstance(change, Position):
            seats.position[change.month] *= change.left
            conviction = conviction * change.left
            seats.conviction[change.month :] = conviction
            continue
        start = change.month
        if change.vacant:
            seats.change[start, 0] = codes.EMPTY_SEAT
            start += 1
        if start >= months:
            continue
        new_conviction, new_involvement, is_new = successors(draft.config, change, conviction, role, key)
        conviction = new_conviction
        involvement = np.where(is_new, new_involvement, seats.involvement[start])
        seats.conviction[start:] = conviction
        seats.involvement[start:] = involvement
        seats.change[start][is_new] = codes.NEWCOMER
        seats.merger[start] = change.succession == "merger"
    return seats


def successors(
    config: Config, change: Change, conviction: np.ndarray, role: np.ndarray, key: Key
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Draw who follows: conviction, involvement [elus], and which seats change hands [elus, bool].

    Rule     same majority: the head alone, S0 + N(0, 0.15); alternance, merger: the whole executive, S0 from a Beta
    """
    s = config.sponsorship
    n = role.size
    u = np.array([uniforms(key, phases.SUCCESSION, change.month, e) for e in range(n)])
    after = conviction.copy()
    is_new = np.ones(n, bool)
    if change.succession == "same_majority":
        is_new[1:] = False
        after[0] = np.clip(
            conviction[0] + s.same_majority_sd * normal(key, phases.SUCCESSION, change.month, n), 0.0, 1.0
        )
    elif change.succession == "alternance":
        after = beta_quantile(u[:, 0], s.alternance_alpha, s.alternance_beta)
    else:
        after = beta_quantile(u[:, 0], s.merger_alpha, s.merger_beta)
    if change.level is not None:
        after[0] = change.level
    head = float(beta_quantile(u[:1, 1], *_INVOLVEMENT)[0]) if change.involvement is None else change.involvement
    involvement = np.choose(role, [head, s.involvement_thematic_factor * head, s.involvement_district]).astype(float)
    return after, involvement, is_new


def seat_dgs(draft: Draft, changes: list[Change], signal_at_start: float, key: Key) -> Direction:
    """Date the departures of the DGS: those asked for, and those that follow a change of executive in 6 to 12 months.

    Source   0.3 after an alternance or a merger, 0.1 in the same majority, stance of the newcomer Beta(3, 3):
             assumption
    """
    config, s, months = draft.config, draft.config.sponsorship, draft.months
    leaves = {month: given for month, given in draft.dgs_leaves.items() if month < months}
    for change in changes:
        u_leaves, u_when, _, _ = uniforms(key, phases.DGS_DEPARTURE, change.month, 0)
        chance = s.dgs_leaves_same_majority if change.succession == "same_majority" else s.dgs_leaves_after_change
        when = change.month + 6 + int(7 * u_when)
        if config.mechanisms.dgs_follows and u_leaves < chance and when < months:
            leaves.setdefault(when, None)
    stance = np.full(months, s.administration)
    is_new = np.zeros(months, np.uint8)
    for month in sorted(leaves):
        given, luck = leaves[month], np.array([uniforms(key, phases.DGS_STANCE, month, 0)[0]])
        stance[month:] = beta_quantile(luck, s.dgs_alpha, s.dgs_beta)[0] if given is None else given
        is_new[month] = 1
    disposition = np.array([logit(value) for value in stance]) - config.management.dgs_sponsor * signal_at_start
    return Direction(stance, is_new, disposition)
