"""What is changed before the patterns are read again: a mechanism off, or another structure."""

from dataclasses import dataclass, field

from sim.config.mechanisms import Mechanisms
from sim.core.text import Text


@dataclass(frozen=True)
class Condition:
    """Values laid over every cell of every pattern, under a name."""

    name: str
    text: Text
    values: dict[str, object] = field(default_factory=dict)


AS_IS = Condition("as_is", Text("tout en place", "everything in place"))


def mechanisms() -> tuple[Condition, ...]:
    """Everything in place, then each mechanism off, alone."""
    described = Mechanisms.model_fields
    return (AS_IS, *(_without(name, field.description or name) for name, field in described.items()))


def _without(name: str, description: str) -> Condition:
    return Condition(name, Text(f"sans {name}", f"without {name}"), {f"mechanisms.{name}": False})


def structures() -> tuple[Condition, ...]:
    """The model as it is (complex contagion, by number), then otherwise: contagion, updating, network, verdict."""
    return (
        AS_IS,
        _variant("complex", "fraction", "complexe, en part", "complex, by share"),
        _variant("simple", "count", "simple, en nombre", "simple, by number"),
        _variant("simple", "fraction", "simple, en part", "simple, by share"),
        Condition(
            "sequential",
            Text(
                "agents l'un après l'autre, dans un ordre tiré au hasard", "agents one after the other, in random order"
            ),
            {"adoption.updating": "sequential"},
        ),
        Condition(
            "block_network",
            Text("liens de travail tirés d'un modèle à blocs", "work ties drawn from a block model"),
            {"network.generator": "block"},
        ),
        Condition(
            "thresholds_half",
            Text("seuils du verdict réduits de moitié", "verdict thresholds halved"),
            _thresholds(0.5),
        ),
        Condition(
            "thresholds_more",
            Text("seuils du verdict augmentés de moitié", "verdict thresholds raised by half"),
            _thresholds(1.5),
        ),
    )


def _variant(contagion: str, measure: str, fr: str, en: str) -> Condition:
    values: dict[str, object] = {"adoption.contagion": contagion, "adoption.measure": measure}
    return Condition(f"{contagion}_{measure}", Text(f"contagion {fr}", f"contagion {en}"), values)


def _thresholds(factor: float) -> dict[str, object]:
    """The lines that decide between verdicts, moved together."""
    from sim.config import Config

    lines = ("breadth", "rest", "spreading_breadth", "spreading_rest", "momentum", "isolation", "service_share")
    verdict = Config().verdict
    return {f"verdict.{name}": factor * getattr(verdict, name) for name in lines}
