"""Step through a simulation and look at people, in the manner of Mesa.

    python examples/step_and_look.py

Views of agents are made when you look and read the columns of the model each time, so keep them as long as you like.
"""

from sim import ParticipationModel, load_scenario
from sim.agents.views import Elu, FieldAgent, Manager


def main() -> None:
    """Live two years of the reference Transfo, look, then live the rest at once."""
    model = ParticipationModel(load_scenario("transfo"), rng=1)
    for _ in range(24):
        model.step()

    staff = model.agents_by_type[FieldAgent]
    ambassadors = staff.select(lambda view: view.role == "member")
    print(f"Month {model.month}: {staff.agg('practises', sum)} of {len(staff)} field agents practise,")
    print(f"  of whom {ambassadors.agg('practises', sum)} of the {len(ambassadors)} ambassadors still there.")
    by_category = staff.groupby("category").agg("practises", sum)
    print("  By category:", ", ".join(f"{name} {count}" for name, count in sorted(by_category.items())))

    mayor = model.agents_by_type[Elu][0]
    dgs = model.agents_by_type[Manager][-1]
    print(f"  The mayor's sponsorship is {mayor.sponsorship:.2f}, the DGS's {dgs.stance:.2f}.")

    one = ambassadors[0]
    colleagues = model.to_networkx("work")[one.row]
    convinced = sum(staff[row].practises for row in colleagues)
    print(f"  One ambassador: category {one.category}, team {one.team}, motivation {one.motivation:.2f},")
    print(f"  with {len(colleagues)} colleagues of whom {convinced} practise.")

    model.run()
    print(f"Month {model.month}: {staff.agg('practises', sum)} practise.")
    print(f"  The mayor's sponsorship is {mayor.sponsorship:.2f}, the DGS's {dgs.stance:.2f}.")
    print(model.to_frame()[["practice", "trust", "cynicism", "euros"]].iloc[11::12].round(3))


if __name__ == "__main__":
    main()
