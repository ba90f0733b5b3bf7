"""From a configuration and a seed to the world at month 0: who there is, where, tied to whom."""

from typing import Any, NamedTuple

import numpy as np

from sim.agents.citizen import Citizens
from sim.agents.elu import Elus, Seats, political_signal
from sim.agents.field_agent import FieldAgents
from sim.agents.manager import Managers
from sim.config import Config, lever_row
from sim.core import codes, phases
from sim.core.compile import rule
from sim.core.draws import Key, beta_quantile, column
from sim.core.kernels import logit
from sim.core.records import Levers, by_attribute
from sim.networks.chart import starting_tree
from sim.networks.csr import Csr
from sim.networks.reporting import Tree, chain_lengths
from sim.networks.social import social_network
from sim.organisation.items import empty_items
from sim.peers import PeerNetwork, peer_network
from sim.population.council import executive
from sim.population.sizes import Sizes, sizes
from sim.population.structure import Structure, front_shares, structure_of
from sim.population.units import AUTHORITY, Services, Teams
from sim.timeline.mandates import initial_seats
from sim.world import VOICE_WINDOW_MONTHS, Networks, Voices, World

# concentration of the Beta from which technical quality and gaps of criteria of services are drawn [assumption]
_SERVICE_CONCENTRATION = 40.0
# flexibility of elus in debate: Beta(2, 2) [assumption]
_FLEXIBILITY = (2.0, 2.0)
_MOST_SERVICES_USED = 3


class Start(NamedTuple):
    """The world at month 0, its networks, and what the plan of a run needs to know of it."""

    world: World
    networks: Networks
    tree: Tree
    signal: float  # S_pol at month 0


def copied(start: Start) -> Start:
    """Return the same start with a world of its own (networks, which no run changes, are shared)."""
    parts: list[Any] = [
        part.copy() if isinstance(part, np.ndarray) else type(part)(*(column.copy() for column in part))
        for part in start.world
    ]
    return start._replace(world=World(*parts))


def spread_around(u: np.ndarray, mean: float, spread: float) -> np.ndarray:
    """Draw values in [0, 1] from the Beta of this mean and standard deviation; the mean where nothing spreads."""
    if spread <= 0.0 or mean in (0.0, 1.0):
        return np.full(u.size, mean)
    concentration = mean * (1.0 - mean) / spread**2 - 1.0
    return beta_quantile(u, mean * concentration, (1.0 - mean) * concentration)


def build(config: Config, key: Key, chart: Tree | None = None) -> Start:
    """Draw the population and its networks.

    Args:
        config: resolved: no size is left to the type of authority.
        key: the luck of the run.
        chart: a reporting tree over the same teams, of any shape; None: the one described by `config.chart`, else
            the regular one of `hierarchy.depth`.
    """
    size = sizes(config)
    structure = structure_of(config.authority, config.chart)
    teams = np.diff(structure.team_first_agent)
    if chart is None:
        chart = starting_tree(config.chart, config.hierarchy.depth, teams, structure.team_service)
    peers = peer_network(config.network, config.hierarchy.transversality, structure, key)
    agents = draw_field_agents(config, structure, peers, key)
    elus = draw_elus(config, key)
    signal = opening_signal(elus, by_attribute(lever_row(config).reshape(1)))
    managers = draw_managers(config, structure, chart, key)
    services, front_agents = draw_services(config, structure, agents.front, key)
    citizens, social = draw_citizens(config, size, services, key)
    authority = found_authority(config, size, signal)
    world = World(
        agents,
        make_teams(structure, chart),
        services,
        managers,
        elus,
        citizens,
        empty_items(max(64, 2 * agents.team.size)),
        Voices(*(np.zeros((VOICE_WINDOW_MONTHS, size.districts)) for _ in range(2))),
        authority,
    )
    return Start(world, Networks(peers.ties, social, front_agents, peers.complete), chart, signal)


@rule
def opening_signal(elus: Elus, levers: Levers) -> float:
    """Return S_pol at month 0 (0..1)."""
    seats = Seats(elus.sponsorship, elus.sponsorship, elus.involvement, elus.dispossession)
    return political_signal(elus, seats, levers[0].sponsorship)


def draw_field_agents(config: Config, structure: Structure, peers: PeerNetwork, key: Key) -> FieldAgents:
    """Draw the field agents: category, contact with the public, neutrality, mood, and who practises at month 0."""
    a = config.authority
    n = structure.agent_team.size
    traits = column(key, phases.AGENT_TRAITS, 0, n)
    mood = column(key, phases.AGENT_MOOD, 0, n)
    motivation = beta_quantile(mood[:, 0], a.motivation_alpha, a.motivation_beta)
    cynicism = beta_quantile(mood[:, 1], a.cynicism_alpha, a.cynicism_beta)
    edges = np.array([a.category_a_share, a.category_a_share + a.category_b_share])
    practises = (mood[:, 2] < a.initial_practice).astype(np.uint8)
    by_count = config.adoption.measure == "count"
    threshold = config.adoption.threshold_count if by_count else config.adoption.threshold_share
    if not config.mechanisms.adoption:
        threshold = np.inf
    never = np.full(n, -1, np.int16)
    agents = FieldAgents(
        team=structure.agent_team.astype(np.int32),
        service=structure.agent_service.astype(np.int32),
        category=np.searchsorted(edges, traits[:, 0], side="right").astype(np.uint8),
        front=(traits[:, 1] < front_shares(a, config.chart)[structure.agent_service]).astype(np.uint8),
        neutral=(traits[:, 2] < a.neutrality_share).astype(np.uint8),
        cross_tie=peers.crosses,
        practises=practises,
        trial=np.zeros(n, np.uint8),
        practising_neighbours=np.zeros(n, np.int32),
        threshold=np.full(n, float(threshold)),
        role=np.zeros(n, np.uint8),
        recruited_month=never,
        released_month=never.copy(),
        motivation=motivation,
        motivation_base=motivation.copy(),
        cynicism=cynicism,
        cynicism_base=cynicism.copy(),
        skill=np.zeros(n),
    )
    count_practising_neighbours(agents, peers.ties)
    return agents


@rule
def count_practising_neighbours(agents: FieldAgents, work: Csr) -> None:
    """Fill agents.practising_neighbours from agents.practises; to be called again whenever practice is set by hand."""
    agents.practising_neighbours[:] = 0
    for i in range(work.indptr.size - 1):
        if agents.practises[i]:
            for edge in range(work.indptr[i], work.indptr[i + 1]):
                agents.practising_neighbours[work.indices[edge]] += 1


def make_teams(structure: Structure, tree: Tree) -> Teams:
    """Lay out the first-line teams."""
    n = structure.team_service.size
    return Teams(
        first=structure.team_first_agent[:-1].astype(np.int32),
        size=np.diff(structure.team_first_agent).astype(np.int32),
        service=structure.team_service.astype(np.int32),
        manager=tree.team_manager.astype(np.int32),
        chain_length=chain_lengths(tree).astype(np.int32),
        evidence=np.zeros(n),
        tension=np.zeros(n),
    )


def draw_managers(config: Config, structure: Structure, tree: Tree, key: Key) -> Managers:
    """Draw the managers' stance (Beta: assumption); the last row, the DGS, has that of the direction générale."""
    m = config.management
    luck = column(key, phases.MANAGER_STANCE, 0, tree.parent.size)[:, 0].copy()
    stance = spread_around(luck, m.stance, m.stance_spread)
    stance[-1] = config.sponsorship.administration
    return make_managers(tree, np.diff(structure.team_first_agent), stance, m.span_reference)


def make_managers(tree: Tree, team_sizes: np.ndarray, stance: np.ndarray, span_reference: float) -> Managers:
    """Lay out the posts of a tree, with the stance [posts] of who holds them."""
    n = tree.parent.size
    below = np.bincount(tree.team_manager, weights=team_sizes, minlength=n).astype(np.int64)
    for j in range(n - 1):
        below[tree.parent[j]] += below[j]
    return Managers(
        level=tree.level.astype(np.uint8),
        parent=tree.parent.astype(np.int32),
        span=tree.span.astype(np.int32),
        agents_below=below.astype(np.int32),
        overload=np.clip(tree.span / span_reference - 1.0, 0.0, 1.0),
        stance=stance,
    )


def draw_elus(config: Config, key: Key) -> Elus:
    """Seat the executive: its head, the elus in charge of a theme, one elu a district."""
    a = config.authority
    seats = executive(a.type, a.inhabitants, a.districts)
    role = np.array([codes.MAYOR] + [codes.THEMATIC] * seats.n_thematic + [codes.DISTRICT] * seats.n_district, np.uint8)
    district = np.full(role.size, -1, np.int32)
    district[role == codes.DISTRICT] = np.arange(seats.n_district)
    sponsorship, involvement = initial_seats(config, role)
    flexibility = beta_quantile(column(key, phases.ELU_TRAITS, 0, role.size)[:, 0].copy(), *_FLEXIBILITY)
    return Elus(role, district, flexibility, sponsorship, involvement, np.zeros(role.size))


def draw_services(config: Config, structure: Structure, front: np.ndarray, key: Key) -> tuple[Services, np.ndarray]:
    """Draw technical quality and gap of criteria of each service; list its agents in contact with the public."""
    c = config.citizens
    n = structure.service_first_team.size - 1
    u = column(key, phases.SERVICE_TRAITS, 0, n)
    front_agents = np.flatnonzero(front).astype(np.int32)
    n_front = np.bincount(structure.agent_service[front_agents], minlength=n).astype(np.int32)
    k = _SERVICE_CONCENTRATION

    def around(luck: np.ndarray, mean: float) -> np.ndarray:
        return beta_quantile(luck.copy(), k * mean, k * (1.0 - mean)) if 0.0 < mean < 1.0 else np.full(n, mean)

    services = Services(
        size=np.diff(structure.service_first_agent).astype(np.int32),
        first_team=structure.service_first_team[:-1].astype(np.int32),
        first_front=(np.cumsum(n_front) - n_front).astype(np.int32),
        n_front=n_front,
        expected_voices=np.zeros(n),
        quality=around(u[:, 0], c.quality_mean),
        gap=around(u[:, 1], c.gap_mean),
        evidence=np.zeros(n),
        equipped_month=np.full(n, -1, np.int16),
    )
    return services, front_agents


def draw_citizens(config: Config, size: Sizes, services: Services, key: Key) -> tuple[Citizens, Csr]:
    """Draw the simulated citizens, contiguous by district: need, trust, services used, social ties."""
    c, n, districts = config.citizens, size.citizens, size.districts
    traits, trust_luck, places = (
        column(key, phase, 0, n) for phase in (phases.CITIZEN_TRAITS, phases.CITIZEN_TRUST, phases.CITIZEN_SERVICES)
    )
    trust = spread_around(trust_luck[:, 0].copy(), c.trust_mean, c.trust_spread)
    used = np.minimum((places[:, :_MOST_SERVICES_USED] * services.size.size).astype(np.int32), services.size.size - 1)
    n_used = (1 + (_MOST_SERVICES_USED * places[:, 3]).astype(np.uint8)).astype(np.uint8)
    lived = (services.quality - services.gap)[used]
    counted = np.arange(_MOST_SERVICES_USED) < n_used[:, None]
    district_first = np.arange(districts + 1) * n // districts
    citizens = Citizens(
        district=np.repeat(np.arange(districts, dtype=np.int32), np.diff(district_first)),
        far=(traits[:, 1] < c.far_share).astype(np.uint8),
        n_services=n_used,
        services=np.ascontiguousarray(used),
        need=beta_quantile(traits[:, 0].copy(), c.need_alpha, c.need_beta),
        trust=trust,
        trust_base=trust.copy(),
        quality=np.clip((lived * counted).sum(axis=1) / n_used, 0.0, 1.0),
        fatigue=np.zeros(n),
        took_part=np.zeros(n, np.uint8),
        waits_for=np.zeros(n, np.uint8),
        waits_since=np.full(n, -1, np.int16),
    )
    expect_voices(citizens, services, config)
    social = social_network(
        key,
        district_first,
        config.network.citizen_degree,
        config.network.citizen_rewiring,
        config.network.citizen_cross_share,
    )
    return citizens, social


def expect_voices(citizens: Citizens, services: Services, config: Config) -> None:
    """Fill services.expected_voices: voices told a month on average, given who lives there (levers as at the start)."""
    a, c = config.authority, config.citizens
    near, distant = (
        c.contact * (a.inhabitants / 20_000.0) ** c.contact_size * factor for factor in (1.0, c.far_contact)
    )
    rate = np.where(citizens.far, distant, near) * c.voice_agent * citizens.need / citizens.n_services
    for link in range(_MOST_SERVICES_USED):
        here = citizens.n_services > link
        services.expected_voices[:] += np.bincount(
            citizens.services[here, link], weights=rate[here], minlength=services.size.size
        )
    services.expected_voices[services.n_front == 0] = 0.0


def found_authority(config: Config, size: Sizes, signal: float) -> np.ndarray:
    """Lay down the facts of the authority, and the intercept m0 that makes `management.stance` a resting point.

    Rule     m0 = logit(stance) - mB (2 stance - 1) - mS S_pol(0), so that sponsorship and stance are told apart
    """
    m = config.management
    authority = np.zeros(1, AUTHORITY)
    row = authority[0]
    row["inhabitants"] = size.inhabitants
    row["budget_eur"] = size.budget_eur
    row["n_districts"] = size.districts
    for field in ("end_month", "first_end", "first_result", "second_project", "lead", "lab_opened", "lab_vote"):
        row[field] = -1
    row["stance_intercept"] = logit(m.stance) - m.boss * (2.0 * m.stance - 1.0) - m.sponsor * signal
    return authority
