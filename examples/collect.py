"""Collect what you choose with a mesa.DataCollector: put yours in place of the model's, in a subclass.

    python examples/collect.py

The model collects after each step; your subclass collects once at the start, so that rows begin at month 0.
"""

from mesa import DataCollector

from sim import ParticipationModel, load_scenario
from sim.agents.views import Elu, FieldAgent
from sim.config import Config


def isolated(model: ParticipationModel) -> float:
    """Share of practitioners without a practising colleague, 0..1; 0 where nobody practises."""
    practitioners = model.agents_by_type[FieldAgent].select(lambda view: view.practises)
    alone = practitioners.select(lambda view: view.practising_neighbours == 0)
    return len(alone) / len(practitioners) if len(practitioners) else 0.0


class Observed(ParticipationModel):
    """The model with reporters on three scales: the authority, its field agents, its elus."""

    def __init__(self, config: Config, rng: int | None = None, **values: object) -> None:
        super().__init__(config, rng, **values)
        self.datacollector = DataCollector(
            model_reporters={"practice": "practice", "signal": "sponsorship_signal", "isolated": isolated},
            agenttype_reporters={
                FieldAgent: {"service": "service", "practises": "practises"},
                Elu: {"role": "role", "sponsorship": "sponsorship"},
            },
        )
        self.datacollector.collect(self)


def main() -> None:
    """Follow two years of a smaller Transfo."""
    model = Observed(load_scenario("transfo", "authority.field_agents=300", "authority.simulated_citizens=300"), rng=1)
    for _ in range(24):
        model.step()
    print(model.datacollector.get_model_vars_dataframe().iloc[::6].round(3))

    staff = model.datacollector.get_agenttype_vars_dataframe(FieldAgent)
    print("\nPractitioners by service:")
    print(staff.groupby(["Step", "service"])["practises"].sum().unstack().iloc[::6])

    elus = model.datacollector.get_agenttype_vars_dataframe(Elu)
    print("\nSponsorship by role:")
    print(elus.groupby(["Step", "role"])["sponsorship"].mean().unstack().iloc[::6].round(3))


if __name__ == "__main__":
    main()
