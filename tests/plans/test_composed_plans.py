"""Plans put together in any way: laid on the authority and lived, or refused with a message; never a crash."""

from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from experiments.plans.dates import dates
from experiments.plans.laying import laid, nothing, own_steps
from experiments.plans.plan_file import read_plan_file
from sim.config import resolved
from sim.core.errors import InputError
from sim.scenarios.intervention import names
from sim.simulation import simulate
from tests.plans.made import base

BASE = base("horizon_months=40", "programme.enabled=false")
MONTHS = st.integers(0, 30)
STEP = st.fixed_dictionaries(
    {"name": st.sampled_from(names()), "month": MONTHS},
    optional={"until": st.integers(1, 60), "strength": st.floats(0, 1), "value": st.integers(0, 30)},
)
PROGRAMME = st.fixed_dictionaries(
    {"ambassadors": st.integers(0, 40), "start_month": MONTHS, "duration_months": st.integers(1, 24)},
    optional={"recruitment": st.sampled_from(["diverse", "clustered", "random"]), "permanent": st.booleans()},
)
PLAN = st.fixed_dictionaries(
    {"interventions": st.lists(STEP, max_size=5)},
    optional={"programme": PROGRAMME, "cost": st.fixed_dictionaries({"programme_eur": st.integers(0, 200_000)})},
)


@settings(max_examples=60, deadline=None)
@given(PLAN, st.integers(0, 1_000))
def test_any_plan_is_lived_or_refused(tmp_path_factory, body, seed):
    path = Path(tmp_path_factory.getbasetemp()) / "plan.yaml"
    texts = {"title_fr": "Un plan", "title_en": "A plan", "source": "hypothèse"}
    path.write_text(yaml.safe_dump(texts | body, allow_unicode=True), encoding="utf-8")
    try:
        plan = read_plan_file(path)
        config = laid(plan, BASE)
        found = dates(nothing(BASE), [(plan, config)])
        config = laid(plan, BASE, months=found.months)
    except InputError as error:
        assert error.render("fr") and error.render("en")
        return
    assert len(own_steps(plan, config)) == len(body["interventions"])
    record = simulate(resolved(config), seed)
    assert set(record.observed) == set(found.months)
    assert record.outcomes["euros"] >= 0


def test_the_base_keeps_what_is_decided_and_loses_its_programme():
    decided = base("programme=ambassadors", "interventions=[{name: elus_debate, month: 4}]")
    without = nothing(decided)
    assert not without.programme.enabled
    assert [each.name for each in without.interventions] == ["elus_debate"]
