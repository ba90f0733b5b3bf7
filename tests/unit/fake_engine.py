"""An engine in place of the model's: plausible records, a function of configuration and seed, in no time."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from experiments.plan import Plan, Scenario
from sim.config import Config, effective_horizon, resolved, with_values
from sim.outcomes.catalogue import catalogue
from sim.outcomes.verdict import ISLET_KINDS, ISLETS, VERDICTS, Verdict

SERVICES = 4


@dataclass
class FakeRecord:
    monthly: dict[str, NDArray[np.float64]]
    twin_monthly: dict[str, NDArray[np.float64]]
    outcomes: dict[str, float | int | None]
    verdicts: dict[int, Verdict]
    by_service: NDArray[np.int32]
    service_sizes: NDArray[np.int64]


def fake_simulate(config: Config, seed: int) -> FakeRecord:
    """Stronger sponsorship makes more practice and other verdicts; luck moves both a little."""
    luck = np.random.default_rng([seed, config.hierarchy.depth])
    months = effective_horizon(config)
    practice = np.linspace(0.01, 0.05 + 0.4 * config.sponsorship.level, months) + 0.01 * luck.random(months)
    monthly = {"practice": practice, "euros": luck.random(months), "quality": np.full(months, np.nan)}
    outcomes: dict[str, float | int | None] = {spec.name: float(luck.random()) for spec in catalogue()}
    verdict = VERDICTS[int(luck.integers(1, len(VERDICTS)))]
    kind = ISLET_KINDS[int(luck.integers(3))] if verdict == ISLETS else None
    outcomes |= {
        "practice": float(practice[-1]),
        "lab_alive": int(luck.integers(2)),
        "cost_per_practitioner": None if luck.random() < 0.5 else 1e5 * float(luck.random()),
    }
    verdicts = {10: Verdict("fallback", None, False, False, False, True)}
    verdicts[20] = Verdict(verdict, kind, bool(luck.integers(2)), False, False, False)
    by_service = luck.integers(0, 9, (months, SERVICES), dtype=np.int32)
    return FakeRecord(monthly, {"practice": practice / 2}, outcomes, verdicts, by_service, np.full(SERVICES, 10))


def fake_plan(replicates: int = 6, root: int = 1, **levels: float) -> Plan:
    """A comparison of sponsorships: one scenario a name."""
    base = with_values(Config(), {"horizon_months": 24, "observe_months": [20], "authority.field_agents": 100})
    scenarios = tuple(
        Scenario(name, resolved(with_values(base, {"sponsorship.level": level, "title_fr": name.capitalize()})))
        for name, level in (levels or {"fort": 0.8, "faible": 0.2}).items()
    )
    return Plan("compare", "essai", scenarios, root, replicates)
