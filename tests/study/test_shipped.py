"""The studies that come with the product are whole: every point of theirs is a configuration, in both languages."""

import pytest
import yaml

from experiments.options import configs_folder
from experiments.study.first import first_points, first_round
from experiments.study.reading import Study
from experiments.study.spec import TEXTS, read_plan
from tests.study.studies import run

FOLDER = configs_folder() / "study"
SHIPPED = sorted(path.stem for path in FOLDER.glob("*.yaml"))
SMALL = ("departure", "recruitment", "transversality_depth", "screening", "survivors", "sponsorship_depth", "quick")
POINTS = {"departure": 54, "recruitment": 15, "transversality_depth": 30}


def plan(name):
    return read_plan(FOLDER / f"{name}.yaml")


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_study_is_read_and_says_what_it_is(name):
    made = plan(name)
    assert all(made.texts[text].strip() for text in TEXTS) and len(first_points(made)) > 1
    assert all(base.config.use != "validation" for base in made.bases)


@pytest.mark.parametrize("name", SMALL)
def test_every_point_of_a_shipped_study_is_a_configuration(name):
    made = plan(name)
    points = first_round(made).points  # refused where one is no configuration
    assert len(points) == POINTS.get(name, len(points))


@pytest.mark.parametrize("name", ["departure", "recruitment"])
def test_a_shipped_study_is_played_and_gathered_by_a_toy_engine(name, tmp_path):
    said = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8")) | {"replicates": {"fixed": 1}}
    assert run(tmp_path, said, out=tmp_path / "out") == 0
    study = Study.open(tmp_path / "out")
    assert len(study.runs) == POINTS[name] == study.runs["point_id"].nunique()
