"""The core months of a run as Mesa objects: voice, relay, decision, stance, adoption, abandonment, mood.

Written as a Mesa user would, from the same equations; without citizens, elus who change, programme or lab, which the
product also lives. Luck is Python's own, so results are compared by their means over seeds.
"""

import math
import random
from typing import Any

import mesa

DESK, QUICK, MIDDLE, POLITICAL = range(4)


class Post(mesa.Agent):
    """A manager: relays or holds back what comes up."""

    def __init__(self, model: "CoreMonths", stance: float, overload: float) -> None:
        super().__init__(model)
        self.stance = self.next_stance = stance
        self.overload = overload
        self.boss: Post | None = None
        self.team: list[Worker] = []
        self.below: list[Worker] = []

    @property
    def signal(self) -> float:
        """What reaches this post of what the sponsor asks for."""
        above = self.model.sponsor if self.boss is None else self.boss.signal
        kept = self.model.p["hierarchy"]["signal_retention"]
        return above * (kept + (1.0 - kept) * self.stance)

    @property
    def opening(self) -> float:
        """Probability that an item passes this post in a month, if it is not dropped."""
        r = self.model.p["relay"]
        z = r["intercept"] + r["stance"] * (2.0 * self.stance - 1.0) + r["sponsor"] * self.model.sponsor
        return logistic(z + r["formal"] * self.model.p["formal"]["project"] - r["overload"] * self.overload)

    def reconsider(self) -> None:
        """Close part of the gap to what the situation suggests."""
        m, model = self.model.p["management"], self.model
        if self.boss is None:
            z = model.disposition + m["dgs_sponsor"] * model.sponsor + m["dgs_evidence"] * model.mean_evidence
        else:
            practice = sum(worker.practises for worker in self.below) / len(self.below)
            z = model.stance_intercept + m["boss"] * (2.0 * self.boss.stance - 1.0) + m["sponsor"] * model.sponsor
            z += m["evidence"] * sum(model.seen[worker.service] for worker in self.below) / len(self.below)
            z -= m["role_threat"] * practice * (1.0 - self.boss.stance)
        self.next_stance = self.stance + m["rate"] * (logistic(z) - self.stance)

    def close(self) -> None:
        """Take up the new stance."""
        self.stance = self.next_stance


class Item:
    """Something brought up, on its way."""

    def __init__(self, author: "Worker", kind: int, hops: int) -> None:
        self.author, self.kind, self.hops_left = author, kind, hops
        self.by_practitioner = author.practises
        self.at = author.boss
        self.accepted = False


class Worker(mesa.Agent):
    """A field agent."""

    def __init__(self, model: "CoreMonths", columns: dict[str, Any]) -> None:
        super().__init__(model)
        self.practises = self.next_practises = bool(columns["practises"])
        self.motivation = self.base_motivation = float(columns["motivation"])
        self.cynicism = self.next_cynicism = self.base_cynicism = float(columns["cynicism"])
        self.category, self.neutral = int(columns["category"]), bool(columns["neutral"])
        self.service, self.crosses = int(columns["service"]), bool(columns["cross_tie"])
        self.neighbours: list[Worker] = []
        self.boss: Post
        self.accepted = self.unanswered = self.team_accepted = 0

    def speak(self) -> None:
        """Bring an item up, or not."""
        p = self.model.p
        v, job = p["voice"], p["formal"]["job"]
        rate = v["practice"] if self.practises else v["base"]
        rate *= self.entitled
        if self.neutral:
            rate *= 1.0 - v["neutrality_loss"] * (1.0 - job)
        rate *= (1.0 - v["cynicism_loss"] * self.cynicism) * (0.5 + self.motivation)
        if self.model.luck() >= rate:
            return
        self.model.spoken += 1
        kind, chain = self.model.draw_kind(), self.model.depth
        if kind == DESK:
            self.model.count_done(self, self.practises)
            return
        hops = {QUICK: 1, MIDDLE: (chain + 1) // 2, POLITICAL: chain}[kind]
        if self.model.luck() < v["cross_share"]:
            opens = self.crosses and self.model.luck() < p["hierarchy"]["transversality"]
            if not opens:
                hops = max(hops, self.model.hops_to(self, self.model.other_service(self.service)))
        self.model.items.append(Item(self, kind, hops))

    @property
    def entitled(self) -> float:
        """How entitled the agent feels to speak."""
        v = self.model.p["voice"]
        return v["legitimacy_c"] if self.category == 2 and v["mode"] == 0 else v["legitimacy"]

    def decide(self) -> None:
        """Take up, keep or drop the practice."""
        p, job = self.model.p, self.model.p["formal"]["job"]
        a, b = p["adoption"], p["abandonment"]
        contacts = sum(other.practises for other in self.neighbours)
        grown = contacts ** a["steepness"]
        pressure = grown / (a["half_point"] ** a["steepness"] + grown)
        boss, heard = 2.0 * self.boss.stance - 1.0, self.model.signals[self.boss]
        team = self.boss.team
        practising = sum(worker.practises for worker in team)
        load = self.model.load(practising / len(team))
        if self.practises:
            around = (practising - 1) / (len(team) - 1) if len(team) > 1 else 0.0
            z = b["intercept"] - b["manager"] * boss - b["sponsor"] * heard - b["peers"] * max(around, pressure)
            z += b["workload"] * load - b["formal"] * job + b["cynicism"] * self.cynicism
            z -= b["motivation"] * (2.0 * self.motivation - 1.0)
            self.next_practises = self.model.luck() >= logistic(z)
        else:
            z = a["intercept"] + a["manager"] * boss + a["sponsor"] * heard + a["peers"] * pressure + a["formal"] * job
            z += a["evidence"] * self.model.team_evidence(self) + a["motivation"] * (2.0 * self.motivation - 1.0)
            z -= a["cynicism"] * self.cynicism + a["workload"] * load + a["legitimacy"] * (1.0 - self.entitled)
            z -= a["neutrality"] * (1.0 - job) if self.neutral else 0.0
            self.next_practises = self.model.luck() < logistic(z)

    def feel(self) -> None:
        """Motivation and cynicism follow what the agent lives through."""
        p = self.model.p
        m, c = p["motivation"], p["cynicism"]
        change = m["return_rate"] * (self.base_motivation - self.motivation)
        change += m["practice_gain"] * (1.0 - self.motivation) * self.practises
        change += p["decision"]["motivation_gain"] * self.accepted * (1.0 - self.motivation)
        self.next_motivation = min(1.0, max(0.0, self.motivation + change))
        around = self.cynicism
        if self.neighbours:
            around = sum(other.cynicism for other in self.neighbours) / len(self.neighbours)
        felt = self.cynicism + c["imitation"] * (around - self.cynicism)
        felt += c["return_rate"] * (self.base_cynicism - self.cynicism)
        felt *= (1.0 - p["decision"]["cynicism_relief"]) ** self.accepted
        felt *= (1.0 - p["decision"]["teammates_relief"]) ** (self.boss_accepted - self.accepted)
        self.next_cynicism = 1.0 - (1.0 - felt) * (1.0 - p["decision"]["unanswered_cynicism"]) ** self.unanswered

    @property
    def boss_accepted(self) -> int:
        """Items of the team accepted this month."""
        return sum(worker.accepted for worker in self.boss.team)

    def close(self) -> None:
        """Do as decided."""
        self.practises, self.cynicism, self.motivation = self.next_practises, self.next_cynicism, self.next_motivation
        self.accepted = self.unanswered = 0


class CoreMonths(mesa.Model):
    """A town without programme, month after month."""

    def __init__(self, world: Any, networks: Any, p: Any, sponsor: float, depth: int, disposition: float, seed: int):
        super().__init__()
        self.luck = random.Random(seed).random
        self.p, self.sponsor, self.depth, self.disposition = p, sponsor, depth, disposition
        self.stance_intercept = float(world.authority["stance_intercept"][0])
        managers, agents, teams = world.managers, world.field_agents, world.teams
        posts = [Post(self, float(s), float(o)) for s, o in zip(managers.stance, managers.overload, strict=True)]
        for post, parent in zip(posts, managers.parent, strict=True):
            post.boss = posts[parent] if parent >= 0 else None
        columns = agents._asdict()
        workers = [Worker(self, {name: values[i] for name, values in columns.items()}) for i in range(agents.team.size)]
        for i, worker in enumerate(workers):
            row = networks.work.indices[networks.work.indptr[i] : networks.work.indptr[i + 1]]
            worker.neighbours = [workers[j] for j in row]
            worker.boss = posts[teams.manager[agents.team[i]]]
            worker.boss.team.append(worker)
            above: Post | None = worker.boss
            while above is not None:
                above.below.append(worker)
                above = above.boss
        self.posts, self.workers = posts, workers
        self.service_boss = [posts[teams.manager[first]] for first in world.services.first_team]
        self.sizes = [int(size) for size in world.services.size]
        self.service_results = [0.0] * len(self.sizes)
        self.team_results = {post: 0.0 for post in posts}
        self.items: list[Item] = []
        self.spoken = 0

    def step(self) -> None:
        """Live a month."""
        self.perceive()
        self.signals = {post: post.signal for post in self.posts}
        gained, self.gained_service = dict.fromkeys(self.posts, 0.0), [0.0] * len(self.sizes)
        self.gained_team = gained
        waiting, self.items = self.items, []
        self.agents_by_type[Worker].do("speak")
        self.items = [item for item in waiting if self.moves_on(item)] + self.items
        self.agents_by_type[Worker].do("decide")
        self.agents_by_type[Worker].do("feel")
        self.agents_by_type[Post].do("reconsider")
        self.agents.do("close")
        decay = 1.0 - self.p["evidence"]["decay"]
        self.service_results = [
            decay * old + new for old, new in zip(self.service_results, self.gained_service, strict=True)
        ]
        self.team_results = {post: decay * old + gained[post] for post, old in self.team_results.items()}

    def perceive(self) -> None:
        """What people see of results."""
        e, chi = self.p["evidence"], self.p["formal"]["communication"]
        own = [
            1.0 - math.exp(-v / (e["service_scale"] * math.sqrt(n / 10.0)))
            for v, n in zip(self.service_results, self.sizes, strict=True)
        ]
        self.mean_evidence = sum(n * x for n, x in zip(self.sizes, own, strict=True)) / sum(self.sizes)
        best = max(own)
        self.seen = [max(x + chi * max(0.0, self.mean_evidence - x), chi * best) for x in own]

    def team_evidence(self, worker: Worker) -> float:
        """Results as seen in the worker's team."""
        around = self.seen[worker.service]
        near = 1.0 - math.exp(-self.team_results[worker.boss] / self.p["evidence"]["team_scale"])
        return min(1.0, max(around, 0.5 * around + 0.6 * near))

    def load(self, share: float) -> float:
        """Overload of a team where this share practises."""
        w = self.p["workload"]
        return min(1.0, w["practice_load"] * share / (2.0 * (w["slack"] + w["slack_time"])))

    def moves_on(self, item: Item) -> bool:
        """Relay, decide, carry out; False once the item is over."""
        d = self.p["decision"]
        if item.accepted:
            mean = {QUICK: d["delay_quick"], MIDDLE: d["delay_middle"], POLITICAL: d["delay_political"]}[item.kind]
            mean *= d["cobuilt_time"] if item.by_practitioner else 1.0
            if self.luck() < 1.0 / mean:
                self.count_done(item.author, item.by_practitioner)
                return False
            return True
        drop = self.p["relay"]["drop"] * (1.0 - self.p["relay"]["drop_formal"] * self.p["formal"]["project"])
        if self.luck() < drop:
            return self.refuse(item)
        if self.luck() < item.at.opening:
            item.hops_left -= 1
            if item.hops_left == 0:
                return self.judge(item)
            item.at = item.at.boss
        return True

    def judge(self, item: Item) -> bool:
        """The decider accepts or refuses."""
        d, decider = self.p["decision"], item.author.boss
        wanted = d["sponsor_base"] + d["sponsor_gain"] * self.sponsor
        if item.kind != POLITICAL:
            for _ in range((self.depth + 1) // 2 - 1 if item.kind == MIDDLE else 0):
                decider = decider.boss
            wanted = d["manager_base"] + d["manager_gain"] * decider.stance
        wanted *= d["cobuilt_acceptance"] if item.by_practitioner else 1.0
        if self.luck() >= min(1.0, d["acceptance"] * wanted):
            return self.refuse(item)
        item.accepted = True
        item.author.accepted += 1
        return True

    def refuse(self, item: Item) -> bool:
        """Tell the author why, or not."""
        if self.luck() >= self.p["decision"]["reasons"]:
            item.author.unanswered += 1
        return False

    def count_done(self, author: Worker, by_practitioner: bool) -> None:
        """Add a result where it shows."""
        e, kind = self.p["evidence"], "practitioner" if by_practitioner else "ordinary"
        self.gained_service[author.service] += e[f"{kind}_service"]
        self.gained_team[author.boss] += e[f"{kind}_team"]

    def draw_kind(self) -> int:
        """Draw the kind of an item."""
        v = self.p["voice"]
        if self.luck() < v["desk_share"]:
            return DESK
        u = self.luck()
        return QUICK if u < v["quick_share"] else MIDDLE if u < v["quick_share"] + v["middle_share"] else POLITICAL

    def other_service(self, own: int) -> int:
        """Draw another service."""
        other = int(self.luck() * (len(self.sizes) - 1))
        return other + (other >= own)

    def hops_to(self, worker: Worker, service: int) -> int:
        """Posts up to the first superior common with another service."""
        chain, hops, at = set(), 1, self.service_boss[service]
        while at is not None:
            chain.add(at)
            at = at.boss
        above = worker.boss
        while above not in chain:
            above, hops = above.boss, hops + 1
        return hops


def logistic(z: float) -> float:
    """Return 1 / (1 + exp(-z))."""
    return 1.0 / (1.0 + math.exp(-max(-700.0, min(700.0, z))))
