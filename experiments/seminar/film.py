"""One simulation, lived month by month and written down as the page plays it (bytes: see `strip`).

An élu carries and a manager relays from a stance of one half on. A reorganisation puts new posts beside those that were
there before: rows never move, posts that do not exist in a month say so.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from experiments.seminar import reasons
from experiments.seminar.reasons import CODES
from experiments.seminar.situation import Situation, situation
from experiments.seminar.strip import MEMBER, STEPS, Bools, Bytes, References, Strip, why_turned
from sim.core import codes
from sim.networks.reporting import Tree
from sim.run import Closed, Live

MOST_CITIZENS = 240
LEAST_MOVE_OF_ELUS = 0.02
"""Least move of a term of the élus' support, 0..1, for it to be called what changed."""


class Organisation(NamedTuple):
    """The posts as they stand from one month on: the DGS first, then level by level."""

    first_month: int
    tree: Tree
    order: NDArray[np.int64]
    """Row in the model of each post of the page."""


class Film(NamedTuple):
    """A simulation lived to its end."""

    states: Bytes  # [months, rows]: élus, posts of each organisation in turn, field agents, citizens
    reasons: Bytes  # [months, rows]: of the change made that month, 0 = none
    organisations: tuple[Organisation, ...]
    observed: tuple[Closed, ...]


def film(live: Live, observe: tuple[int, ...]) -> Film:
    """Live a run to its end and write down every month; `observe`: months to observe on the way."""
    camera, observed = _Camera(live), []
    while live.month < live.months:
        camera.shoot()
        if live.month - 1 in observe:
            observed.append(live.observe())
    states, why = zip(*(strip.whole(live.months) for strip in camera.strips()), strict=True)
    return Film(np.hstack(states), np.hstack(why), tuple(camera.organisations), tuple(observed))


def shown_citizens(n: int) -> NDArray[np.int64]:
    """Rows of the citizens that the page shows: one in k, at most 240."""
    return np.arange(0, n, citizen_stride(n))


def citizen_stride(n: int) -> int:
    """One citizen in how many is shown."""
    return max(1, -(-n // MOST_CITIZENS))


class _Camera:
    """Lives month after month and writes down what the page will show."""

    def __init__(self, live: Live) -> None:
        self.live = live
        self.organisations: list[Organisation] = []
        self._managers: list[Strip] = []
        self._elus, self._agents, self._citizens = Strip(), Strip(), Strip()
        self._of_elus = self._of_managers = self._of_agents = References()
        self._shown = shown_citizens(live.world.citizens.need.size)

    def strips(self) -> list[Strip]:
        """All roles, in the order of the rows."""
        return [self._elus, *self._managers, self._agents, self._citizens]

    def shoot(self) -> None:
        """One month."""
        live, month = self.live, self.live.month
        before = situation(live)
        trial = live.world.field_agents.trial.astype(bool)
        if not self.organisations or self.organisations[-1].tree is not live.tree:
            self._organise(before)
        if month == 0:
            self._of_elus, self._of_agents = References(before.carry), References(before.take_up, before.keep)
        live.advance(month + 1)
        self._shoot_elus(month, before)
        self._shoot_managers(month, before)
        self._shoot_agents(before, trial)
        self._shoot_citizens()

    def _organise(self, before: Situation) -> None:
        """A new organisation: its posts stand beside those of the one before."""
        tree, month = self.live.tree, self.live.month
        order = np.lexsort((np.arange(tree.level.size), -tree.level.astype(np.int64)))
        self.organisations.append(Organisation(month, tree, order))
        self._managers.append(Strip(month))
        self._of_managers = References(before.relay[order])

    def _shoot_elus(self, month: int, before: Situation) -> None:
        mandates, strip = self.live.plan.mandates, self._elus
        step = strip.step(self.live.world.elus.sponsorship)
        acts = step >= STEPS // 2
        starts, stops = turned = strip.turned(acts)
        (reference,), now = self._of_elus.tables, before.carry
        sides = (reasons.CARRIES, reasons.CARRIES_LESS)
        why = why_turned(turned, (now, now), (reference, reference), sides, LEAST_MOVE_OF_ELUS)
        if mandates.position[month] < 1.0:
            why[stops] = CODES["position"]
        change = mandates.change[month]
        why[change == codes.NEWCOMER] = CODES["new_elu"]
        why[change == codes.EMPTY_SEAT] = CODES["empty_seat"]
        self._of_elus.renew(starts | stops, now)
        strip.add(acts, step, why, change != codes.SAME_PERSON)

    def _shoot_managers(self, month: int, before: Situation) -> None:
        live, strip, posts = self.live, self._managers[-1], self.organisations[-1]
        step = strip.step(live.world.managers.stance[posts.order])
        acts = step >= STEPS // 2
        starts, stops = turned = strip.turned(acts)
        (reference,), now = self._of_managers.tables, before.relay[posts.order]
        why = why_turned(turned, (now, now), (reference, reference), (reasons.RELAYS, reasons.RELAYS_LESS))
        anew = np.zeros(acts.size, bool)
        if live.plan.direction.is_new[month]:
            anew[0], why[0] = True, CODES["new_dgs"]
        if month == posts.first_month > 0:
            why[:] = CODES["reorganised"]
        self._of_managers.renew(starts | stops, now)
        strip.add(acts, step, why, anew)

    def _shoot_agents(self, before: Situation, trial: Bools) -> None:
        agents, strip = self.live.world.field_agents, self._agents
        acts, anew = agents.practises.astype(bool), before.leaves.astype(bool)
        starts, stops = turned = strip.turned(acts)
        up, keep = self._of_agents.tables
        why = why_turned(turned, (before.take_up, before.keep), (up, keep), (reasons.TAKES_UP, reasons.STOPS))
        why[starts & before.joined.astype(bool)] = CODES["joined"]
        why[starts & agents.trial.astype(bool)] = CODES["trial"]
        why[stops & trial] = CODES["trial_over"]
        why[anew] = CODES["newcomer"]
        self._of_agents.renew(starts | stops | anew, before.take_up, before.keep)
        strip.add(acts, strip.step(agents.motivation), why, anew, np.where(agents.role != codes.NEVER, MEMBER, 0))

    def _shoot_citizens(self) -> None:
        citizens, strip = self.live.world.citizens, self._citizens
        acts = citizens.took_part[self._shown].astype(bool)
        starts, stops = strip.turned(acts)
        why = starts * CODES["takes_part"] + stops * CODES["takes_part_no_more"]
        strip.add(acts, strip.step(citizens.trust[self._shown]), why, np.zeros(acts.size, bool))
