"""What replicates carry, laid on the points of a study: validated once, then only checked against each point.

Validating every run whole would take some per cent of the time of its life. The values of a replicate are validated
with the first point that meets them; on other points of the same base they are laid as they are, and the rules between
keys are checked again, for these alone can tell one point from another.
"""

from collections import OrderedDict
from collections.abc import Mapping
from functools import cache
from typing import Any

from sim.config import Config, intervention_names, with_values
from sim.config.rules import disagreements
from sim.core.errors import InputError

KEPT = 4096
Address = tuple[object, ...]
_validated: OrderedDict[Address, dict[str, Any]] = OrderedDict()


def laid(config: Config, values: Mapping[str, Any], address: Address) -> Config:
    """The configuration with some keys changed, as `with_values` gives it; refused where keys disagree.

    `address` names the values and the types of what they are laid on: same address, same values.
    """
    if address not in _validated:
        whole = with_values(config, values)
        _validated[address] = {key: _value(whole, key) for key in values}
        while len(_validated) > KEPT:
            _validated.popitem(last=False)
        return whole
    changed = _changed(config, _validated[address])
    faults = disagreements(changed, _names)
    if faults:
        raise InputError(faults)
    return changed


def _changed(config: Config, values: Mapping[str, Any]) -> Config:
    """Copies of the groups that change, and of the whole."""
    groups: dict[str, dict[str, Any]] = {}
    for key, value in values.items():
        group, _, field = key.rpartition(".")
        groups.setdefault(group, {})[field] = value
    whole = groups.pop("", {})
    copies = {group: getattr(config, group).model_copy(update=fields) for group, fields in groups.items()}
    return config.model_copy(update=whole | copies)


def _value(config: Config, key: str) -> object:
    group, _, field = key.rpartition(".")
    return getattr(getattr(config, group) if group else config, field)


@cache
def _names() -> frozenset[str]:
    """Names of the interventions; the folder is read once."""
    return frozenset(intervention_names())
