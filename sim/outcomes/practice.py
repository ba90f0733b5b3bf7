"""Practice: how much there is beyond the twin, how far it has spread, whether it lasts and grows."""

import numpy as np

from sim.outcomes.catalogue import Value, outcome
from sim.outcomes.observation import Integers, Observation, once

YEAR_MONTHS = 12
SMALLEST_BASE = 0.005


@once
def n_practitioners(seen: Observation) -> int:
    """Number of practitioners."""
    return int(np.count_nonzero(seen.practises))


@once
def n_twin_practitioners(seen: Observation) -> int:
    """Number of practitioners in the twin."""
    return int(np.count_nonzero(seen.twin_practises))


@once
def practitioners_by_service(seen: Observation) -> Integers:
    """Number of practitioners of each service [services]."""
    return np.bincount(seen.service[seen.practises], minlength=len(seen.service_sizes))


@once
def practitioners_a_year_before(seen: Observation) -> int | None:
    """Number of practitioners twelve months earlier, None in the first year.

    A whole number again, so that a gain of exactly epsilon compares as exactly epsilon.
    """
    earlier = seen.month - YEAR_MONTHS
    return None if earlier < 0 else round(float(seen.monthly["practice"][earlier]) * seen.n_field_agents)


@outcome(
    unit="agents",
    low=0,
    fr="nombre d'agents qui pratiquent",
    en="number of field agents who practise",
    source="count",
)
def practitioners(seen: Observation) -> Value:
    """Count p of the practitioners."""
    return n_practitioners(seen)


@outcome(
    unit="share of field agents",
    low=0,
    high=1,
    fr="part des agents qui pratiquent",
    en="share of field agents who practise",
    source="count",
)
def practice(seen: Observation) -> Value:
    """Share x = p / N."""
    return n_practitioners(seen) / seen.n_field_agents


@outcome(
    unit="share of field agents",
    low=0,
    high=1,
    fr="part des agents qui pratiquent dans le jumeau sans démarche",
    en="share of field agents who practise in the twin without a programme",
    source="count",
)
def practice_twin(seen: Observation) -> Value:
    """Share x0 = p0 / N, same seed, no programme."""
    return n_twin_practitioners(seen) / seen.n_field_agents


@outcome(
    unit="share of field agents",
    low=-1,
    high=1,
    fr="pratique nette : ce que la démarche ajoute à la pratique du jumeau",
    en="net practice: what the programme adds to the twin's practice",
    source="difference to the twin under common random numbers",
)
def net_practice(seen: Observation) -> Value:
    """(p - p0) / N."""
    return (n_practitioners(seen) - n_twin_practitioners(seen)) / seen.n_field_agents


@outcome(
    unit="share of field agents",
    low=0,
    fr="écart de pratique que le hasard seul explique dans cette collectivité",
    en="difference of practice that luck alone explains in this authority",
    source="95 % quantile between runs of the authority without a programme",
)
def epsilon(seen: Observation) -> Value:
    """The authority's epsilon, given with the observation."""
    return seen.epsilon


@outcome(
    unit="share of the never ambassadors",
    low=0,
    high=1,
    fr="part qui pratique parmi les agents qui n'ont jamais été ambassadeurs",
    en="share who practise among those who never were ambassadors",
    source="study, question of the spread beyond the carriers",
)
def practice_rest(seen: Observation) -> Value:
    """x_rest = #(P and U) / #U, U the never ambassadors; undefined where everyone was one."""
    rest = ~seen.ever_ambassador
    n_rest = int(np.count_nonzero(rest))
    return int(np.count_nonzero(seen.practises & rest)) / n_rest if n_rest else None


@outcome(
    unit="agents per ambassador",
    fr="agents gagnés par ambassadeur, au-delà du jumeau (tache d'huile au-dessus de 1)",
    en="practitioners won per ambassador, beyond the twin (an oil stain above 1)",
    source="analogue of a reproduction number",
)
def secondary_adopters(seen: Observation) -> Value:
    """R_sec = (#(P and U) - #(P0 and U)) / ambassadors recruited; undefined without ambassadors."""
    if not seen.n_ambassadors:
        return None
    rest = ~seen.ever_ambassador
    won = int(np.count_nonzero(seen.practises & rest)) - int(np.count_nonzero(seen.twin_practises & rest))
    return won / seen.n_ambassadors


@outcome(
    unit="share of services",
    low=0,
    high=1,
    fr="part des services atteints par la pratique",
    en="share of services that practice has reached",
    source="assumption: 10 % of a service and two agents",
)
def breadth(seen: Observation) -> Value:
    """B = share of the services with p_s / n_s >= service_share and p_s >= service_min; empty services do not count."""
    there = seen.service_sizes > 0
    inside, sizes = practitioners_by_service(seen)[there], seen.service_sizes[there]
    lines = seen.thresholds
    reached = (inside >= lines.service_min) & (inside / sizes >= lines.service_share)
    return int(np.count_nonzero(reached)) / len(sizes)


@outcome(
    unit="share of field agents",
    low=-1,
    high=1,
    fr="pratique gagnée en douze mois",
    en="practice gained over twelve months",
    source="difference",
)
def practice_gain(seen: Observation) -> Value:
    """x(T) - x(T - 12); undefined in the first year."""
    before = practitioners_a_year_before(seen)
    return None if before is None else (n_practitioners(seen) - before) / seen.n_field_agents


@outcome(
    unit="ratio",
    low=-1,
    high=1 / SMALLEST_BASE,
    fr="élan : croissance relative de la pratique en douze mois",
    en="momentum: relative growth of practice over twelve months",
    source="assumption: a base of at least 0.5 % of the agents",
)
def momentum(seen: Observation) -> Value:
    """g12 = (x(T) - x(T - 12)) / max(x(T - 12), 0.005); undefined in the first year."""
    before = practitioners_a_year_before(seen)
    if before is None:
        return None
    n = seen.n_field_agents
    return (n_practitioners(seen) - before) / n / max(before / n, SMALLEST_BASE)


@outcome(
    unit="ratio",
    fr="persistance : part de la pratique nette de la fin de démarche qui demeure",
    en="persistence: share of the net practice at the programme's end that remains",
    source="ratio of net practices",
)
def persistence(seen: Observation) -> Value:
    """Net practice now over net practice when the programme ended; undefined before the end, or if there was none."""
    end = seen.end_month
    if not 0 <= end <= seen.month:
        return None
    at_end = float(seen.monthly["practice"][end] - seen.twin_monthly["practice"][end])
    kept = n_practitioners(seen) - n_twin_practitioners(seen)
    return kept / seen.n_field_agents / at_end if at_end > 0 else None
