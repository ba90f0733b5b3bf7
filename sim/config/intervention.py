"""A planned change of levers, or an event, at a given month."""

from collections.abc import Collection
from importlib import import_module
from pathlib import Path
from typing import ClassVar, Protocol

from sim.config.parameter import REQUIRED, Group, parameter
from sim.core.text import Text

_FOUND_IN = "sim.scenarios.intervention"
_FOLDER = Path(__file__).resolve().parents[1] / "scenarios" / "interventions"


class Intervention(Group):
    """One line of the list `interventions`; its name is that of a file of sim/scenarios/interventions/."""

    title: ClassVar[Text] = Text("Une intervention", "An intervention")
    acts: ClassVar[Text] = Text("leviers et événements, à partir de son mois", "levers and events, from its month on")

    name: str = parameter(
        REQUIRED, max_length=80,
        fr="Nom de l'intervention.",
        en="Name of the intervention.",
    )
    month: int = parameter(
        REQUIRED, unit="month", valid=(0, 359), plausible=(12, 60),
        fr="Mois simulé où elle commence.",
        en="Simulated month when it starts.",
    )
    strength: float = parameter(
        1.0, unit="level", valid=(0, 1),
        fr="Force de l'intervention ; 0 ne change rien.",
        en="Strength of the intervention; 0 changes nothing.",
    )
    value: float | None = parameter(
        None, unit="its own unit", valid=(0, 100_000),
        fr="Nombre propre à l'intervention (profondeur d'une réorganisation, par exemple) ; sans valeur, le sien.",
        en="Number of the intervention's own (depth of a reorganisation, say); without a value, its default.",
    )
    until: int | None = parameter(
        None, unit="month", valid=(1, 360), plausible=(24, 96),
        fr="Mois simulé où elle cesse ; sans valeur, elle dure jusqu'à la fin.",
        en="Simulated month when it stops; without a value it lasts to the end.",
    )


def intervention_names(folder: Path = _FOLDER) -> Collection[str]:
    """Names of the interventions found in `folder`: one file each, in alphabetical order."""
    return sorted(path.stem for path in folder.glob("*.py") if not path.stem.startswith("_"))


class DeclaredValue(Protocol):
    """What an intervention's file says of its number `value`."""

    @property
    def low(self) -> float:
        """Smallest value accepted."""
        ...

    @property
    def high(self) -> float:
        """Largest value accepted."""
        ...

    @property
    def whole(self) -> bool:
        """Only whole numbers make sense."""
        ...

    @property
    def text(self) -> Text:
        """What it is."""
        ...


def declared_value(name: str) -> DeclaredValue | None:
    """What the intervention `name` says of its number; None where it takes none. Its file is loaded by name, late."""
    found: DeclaredValue | None = import_module(_FOUND_IN).find(name).value
    return found
