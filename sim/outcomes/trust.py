"""Citizens: how many take part, and what the programme does to their trust and to the quality they perceive."""

from sim.outcomes.catalogue import Value, outcome
from sim.outcomes.observation import Observation, defined


@outcome(
    unit="share of citizens per year",
    low=0,
    high=1,
    fr="participations des habitants aux offres dans l'année, par habitant",
    en="participations of citizens in offers during a year, per citizen",
    source="study, participation of 1 to 2 % a year",
)
def annual_reach(seen: Observation) -> Value:
    """With one offer a year and district, the share of persons who take part; undefined without citizens."""
    return defined(seen.annual_reach)


@outcome(
    unit="difference of 0..1",
    low=-1,
    high=1,
    fr="confiance des habitants, écart avec le jumeau",
    en="citizens' trust, difference to the twin",
    source="difference to the twin under common random numbers",
)
def trust_change(seen: Observation) -> Value:
    """Mean trust minus the twin's; undefined without citizens."""
    return seen.against_twin("trust")


@outcome(
    unit="difference of 0..1",
    low=-1,
    high=1,
    fr="qualité perçue par les habitants, écart avec le jumeau",
    en="quality perceived by citizens, difference to the twin",
    source="difference to the twin under common random numbers",
)
def quality_change(seen: Observation) -> Value:
    """Mean perceived quality minus the twin's; undefined without citizens."""
    return seen.against_twin("quality")
