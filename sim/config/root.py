"""The whole configuration: what decides a run, with its seed."""

from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from sim.config.abandonment import Abandonment
from sim.config.adoption import Adoption
from sim.config.authority import Authority
from sim.config.calendar import Calendar
from sim.config.chart import Chart
from sim.config.citizens import Citizens
from sim.config.cost import Cost
from sim.config.cynicism import Cynicism
from sim.config.decision import Decision
from sim.config.evidence import Evidence
from sim.config.formal import Formal
from sim.config.hierarchy import Hierarchy
from sim.config.instrument import Instrument
from sim.config.intervention import Intervention
from sim.config.lab import Lab
from sim.config.management import Management
from sim.config.mechanisms import Mechanisms
from sim.config.mobility import Mobility
from sim.config.motivation import Motivation
from sim.config.network import Network
from sim.config.parameter import ONE_LINE, Group, parameter
from sim.config.programme import Programme
from sim.config.relaunch import Relaunch
from sim.config.relay import Relay
from sim.config.sponsorship import Sponsorship
from sim.config.verdict import Verdict
from sim.config.voice import Voice
from sim.config.workload import Workload
from sim.core.text import Text

UNCHECKED = "unchecked"
"""Validation context that leaves the rules between keys to the caller."""


Month = Annotated[int, Field(ge=1, le=359)]
Months = Annotated[tuple[Month, ...], Field(min_length=1, max_length=60)]
Interventions = Annotated[tuple[Intervention, ...], Field(max_length=200)]


class Uncertainty(StrEnum):
    """Which uncertainties the replicates of a run carry."""

    REPLICATION = "replication"
    PARAMETERS = "parameters"
    PLAUSIBLE = "plausible"


class Use(StrEnum):
    """What a scenario serves for. Those kept for validation are not run before the parameters are frozen."""

    REFERENCE = "reference"
    CALIBRATION = "calibration"
    VALIDATION = "validation"
    PREDICTION = "prediction"
    TEACHING = "teaching"
    OWN = "own"


class Config(Group):
    """A frozen, validated configuration; with a seed it decides every result."""

    title: ClassVar[Text] = Text("La simulation", "The simulation")
    acts: ClassVar[Text] = Text("toute la simulation", "the whole simulation")

    scenario: str = parameter(
        "reference", pattern=ONE_LINE, max_length=200, decides=False,
        fr="Nom du scénario.",
        en="Name of the scenario.",
    )
    title_fr: str = parameter(
        "", pattern=ONE_LINE, max_length=200, decides=False,
        fr="Titre du scénario en français.",
        en="Title of the scenario in French.",
    )
    title_en: str = parameter(
        "", pattern=ONE_LINE, max_length=200, decides=False,
        fr="Titre du scénario en anglais.",
        en="Title of the scenario in English.",
    )
    description_fr: str = parameter(
        "", pattern=ONE_LINE, max_length=2_000, decides=False,
        fr="Description du scénario en français.",
        en="Description of the scenario in French.",
    )
    description_en: str = parameter(
        "", pattern=ONE_LINE, max_length=2_000, decides=False,
        fr="Description du scénario en anglais.",
        en="Description of the scenario in English.",
    )
    source: str = parameter(
        "", pattern=ONE_LINE, max_length=2_000, decides=False,
        fr="Référence des valeurs du scénario.",
        en="Reference of the values of the scenario.",
    )
    coding_fr: str = parameter(
        "", pattern=ONE_LINE, max_length=2_000, decides=False,
        fr="Comment les valeurs du scénario ont été codées, en français.",
        en="How the values of the scenario were coded, in French.",
    )
    coding_en: str = parameter(
        "", pattern=ONE_LINE, max_length=2_000, decides=False,
        fr="Comment les valeurs du scénario ont été codées, en anglais.",
        en="How the values of the scenario were coded, in English.",
    )
    retrospective: bool = parameter(
        False, decides=False,
        fr="Le scénario est un cas rétrospectif : il relit une situation passée de l'étude et ne prévoit rien.",
        en="The scenario is a retrospective case: it reads again a past situation of the study and forecasts nothing.",
    )
    use: Use = parameter(
        Use.REFERENCE, decides=False,
        fr="À quoi sert le scénario : référence, calage, validation, prédiction, enseignement, usage propre.",
        en="What the scenario serves for: reference, calibration, validation, prediction, teaching, one's own.",
    )
    seed: int = parameter(
        1, valid=(0, 2**63 - 1), decides=False,
        fr="Racine du hasard : chaque répétition en tire sa propre graine.",
        en="Root of the luck: each replicate takes a seed of its own from it.",
    )
    replicates: int = parameter(
        100, unit="runs", valid=(1, 1_000_000), decides=False,
        fr="Nombre de simulations du même scénario.",
        en="Number of runs of the same scenario.",
    )
    horizon_months: int = parameter(
        96, unit="months", valid=(1, 360), plausible=(96, 120),
        source=Text("hypothèse : huit ans", "assumption: eight years"),
        fr="Durée simulée ; elle s'allonge s'il le faut jusqu'à la dernière observation.",
        en="Simulated time; it is extended, if need be, to the last observation.",
    )
    observe_months: Months | None = parameter(
        None, unit="month", strict=False, resolved=True,
        source=Text(
            "hypothèse : deux et cinq ans après la fin d'une démarche de seize mois",
            "assumption: two and five years after the end of a programme of sixteen months",
        ),
        fr="Mois simulés où l'on observe ; le verdict se lit au dernier.",
        en="Simulated months of observation; the verdict is read at the last.",
    )
    uncertainty: Uncertainty = parameter(
        Uncertainty.REPLICATION, decides=False,
        fr="Incertitudes portées par les répétitions.",
        en="Uncertainties carried by the replicates.",
    )
    interventions: Interventions = parameter(
        (),
        fr="Interventions prévues, chacune avec son nom et son mois.",
        en="Planned interventions, each with its name and its month.",
    )

    authority: Authority = Field(default_factory=Authority)
    calendar: Calendar = Field(default_factory=Calendar)
    sponsorship: Sponsorship = Field(default_factory=Sponsorship)
    management: Management = Field(default_factory=Management)
    hierarchy: Hierarchy = Field(default_factory=Hierarchy)
    network: Network = Field(default_factory=Network)
    cost: Cost = Field(default_factory=Cost)
    programme: Programme = Field(default_factory=Programme)
    formal: Formal = Field(default_factory=Formal)
    workload: Workload = Field(default_factory=Workload)
    evidence: Evidence = Field(default_factory=Evidence)
    voice: Voice = Field(default_factory=Voice)
    relay: Relay = Field(default_factory=Relay)
    decision: Decision = Field(default_factory=Decision)
    adoption: Adoption = Field(default_factory=Adoption)
    abandonment: Abandonment = Field(default_factory=Abandonment)
    motivation: Motivation = Field(default_factory=Motivation)
    cynicism: Cynicism = Field(default_factory=Cynicism)
    mobility: Mobility = Field(default_factory=Mobility)
    lab: Lab = Field(default_factory=Lab)
    citizens: Citizens = Field(default_factory=Citizens)
    instrument: Instrument = Field(default_factory=Instrument)
    relaunch: Relaunch = Field(default_factory=Relaunch)
    verdict: Verdict = Field(default_factory=Verdict)
    mechanisms: Mechanisms = Field(default_factory=Mechanisms)
    chart: Chart = Field(default_factory=Chart)

    @model_validator(mode="after")
    def _keys_agree(self, info: ValidationInfo) -> Self:
        """Apply the rules between keys, however the configuration was made."""
        if info.context == UNCHECKED:
            return self
        from sim.config.rules import disagreements

        problems = disagreements(self)
        if problems:
            said = "\n".join(problem.render("en") for problem in problems)
            raise PydanticCustomError("keys_disagree", "{problems}", {"problems": said})
        return self


def group_names() -> tuple[str, ...]:
    """Names of the groups of keys, in the order of the configuration."""
    return tuple(name for name, field in Config.model_fields.items() if as_group(field.annotation))


def as_group(annotation: object) -> type[Group] | None:
    """The group of parameters that a field's annotation names, if it is one."""
    return annotation if isinstance(annotation, type) and issubclass(annotation, Group) else None
