"""Configuration of a run: declared once, checked at the door, frozen afterwards.

Import from here:

    Config                   the whole configuration (pydantic, frozen)
    validate, with_values    the door: every fault at once, as an `InputError`
    resolved                 fills the keys that follow from others
    effective_horizon        months really simulated
    iter_parameters          every parameter with unit, ranges, source, words
    lever_dtype, lever_row   the groups as a row of numbers; `field_codes` for choices
    config_hash              the name of a configuration
"""

from sim.config.catalogue import Parameter, elements, groups, iter_parameters, parameter_of
from sim.config.faults import unknown_key
from sim.config.hashing import config_hash, flat
from sim.config.intervention import Intervention, intervention_names
from sim.config.levers import field_codes, lever_dtype, lever_row
from sim.config.resolve import effective_horizon, election_month, resolved
from sim.config.root import Config, group_names
from sim.config.validation import placed, put, validate, with_values

__all__ = [
    "Config",
    "Intervention",
    "Parameter",
    "config_hash",
    "effective_horizon",
    "election_month",
    "elements",
    "field_codes",
    "flat",
    "group_names",
    "groups",
    "intervention_names",
    "iter_parameters",
    "lever_dtype",
    "lever_row",
    "parameter_of",
    "placed",
    "put",
    "resolved",
    "unknown_key",
    "validate",
    "with_values",
]
