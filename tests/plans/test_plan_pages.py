"""Plans are listed and explained in both languages; the example of the guide is a plan."""

import re
from pathlib import Path

import pytest

from experiments.explain import explain
from experiments.listing import listing
from experiments.plans.laying import laid
from experiments.plans.plan_file import plan_paths, read_plan_file
from tests.plans.made import base

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_plan_is_listed_with_its_title(lang):
    entries = {entry.name: entry for entry in listing("plans", lang)}
    assert list(entries) == list(plan_paths())
    assert all(entries[name].text == read_plan_file(path).title.of(lang) for name, path in plan_paths().items())


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", plan_paths())
def test_a_plan_is_explained_step_by_step(name, lang):
    plan, page = read_plan_file(plan_paths()[name]), explain(name, lang)
    assert plan.description.of(lang) in page
    assert all(re.search(rf"\b(mois|month) {step['month']}\b", page) for step in plan.interventions)


@pytest.mark.parametrize("page", ["plans.fr.md", "plans.en.md"])
def test_the_plan_of_the_guide_is_accepted(page, tmp_path):
    (example,) = re.findall(r"```yaml\n(.*?)```", (DOCS / page).read_text(encoding="utf-8"), re.DOTALL)
    path = tmp_path / "mon-plan.yaml"
    path.write_text(example, encoding="utf-8")
    config = laid(read_plan_file(path), base("authority=commune_600"))
    assert config.programme.ambassadors == 12
    assert config.interventions[1].strength == 0.5
