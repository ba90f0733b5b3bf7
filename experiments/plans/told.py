"""The decisions of a configuration as plain values: dated steps and the programme that is launched."""

from collections.abc import Sequence
from typing import Any

from experiments.plans.laying import taken
from sim.config import Config
from sim.config import Intervention as Planned
from sim.scenarios.intervention import find


def steps_of(planned: Sequence[Planned], config: Config) -> list[dict[str, Any]]:
    """Each intervention: when, how strongly, who decides it, what it takes until the end."""
    return [
        {"name": each.name, "month": each.month, "until": each.until, "strength": each.strength,
         "value": _value(each), "decider": find(each.name).decider.value, "taken": _taken(each, config)}
        for each in planned
    ]  # fmt: skip


def programme_of(config: Config) -> dict[str, Any] | None:
    """What the programme asks for: people, months, euros after co-funding, days; None where there is none."""
    programme, cost = config.programme, config.cost
    if not programme.enabled:
        return None
    return {
        "people": programme.ambassadors, "month": programme.start_month, "months": programme.duration_months,
        "permanent": programme.permanent, "recruitment": programme.recruitment.value,
        "euros": cost.programme_eur * cost.price_factor * (1.0 - cost.cofunding_share),
        "days_a_month": cost.agent_days_per_month,
    }  # fmt: skip


def _value(planned: Planned) -> float | None:
    """Its number, its usual one where none is given; None where it takes none."""
    declared = find(planned.name).value
    return planned.value if planned.value is not None or declared is None else declared.default


def _taken(planned: Planned, config: Config) -> dict[str, float]:
    spending = taken(planned, config).spending
    return {"euros": float(spending.eur.sum()), "days": float(spending.days.sum()),
            "elu_hours": float(spending.elu_hours.sum())}  # fmt: skip
