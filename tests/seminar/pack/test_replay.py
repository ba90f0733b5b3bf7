"""A stored run, or two, as one page that plays what was stored."""

import json
import re

import numpy as np
import pytest

from experiments.command import main
from experiments.seminar.coding import read_block
from experiments.seminar.shares import BY_LETTER
from experiments.store import read_table
from tests.seminar.browsing import browsing, needs_browser

LINE = ["scenario=fictional_epci", "replicates=2", "uncertainty=plausible", "--quiet", "--workers", "1"]


@pytest.fixture(scope="module")
def stored(tmp_path_factory):
    out = tmp_path_factory.mktemp("replay") / "run"
    assert main(["run", *LINE, "--why", "no", "--out", str(out)]) == 0
    return out


def exported(stored, tmp_path, *line):
    assert main(["export-replay", str(stored), "--quiet", "--lang", "fr", "--out", str(tmp_path), *line]) == 0
    (path,) = tmp_path.glob("replay-*.html")
    return path


def block_of(page, slot):
    (text,) = re.findall(rf'id="block-{slot}">([^<]*)<', page.read_text(encoding="utf-8"))
    return read_block(text)


def test_it_plays_the_run_that_was_stored(stored, tmp_path):
    page = exported(stored, tmp_path, "--run", "1")
    runs, monthly = (read_table(stored / name).to_pandas() for name in ("runs.parquet", "monthly.parquet"))
    content, row = block_of(page, "A"), runs.iloc[1]
    world, shares = content["world"], content["shares"]
    kept = monthly[monthly["run_id"] == row["run_id"]]
    assert world["curve"] == pytest.approx(kept["practice"].tolist(), abs=1e-5)
    assert world["twin"] == pytest.approx(kept["practice_twin"].tolist(), abs=1e-5)
    assert world["verdict"] == row["verdict"]
    assert row["run_id"] in page.name
    assert world["seed"] == 1 and shares["done"] == shares["of"] == 2
    assert [BY_LETTER[letter] for letter in shares["dots"]] == runs["verdict"].tolist()


def test_two_runs_stand_side_by_side(stored, tmp_path):
    page = exported(stored, tmp_path, "--run", "0,1")
    first, second = (block_of(page, slot)["world"]["curve"] for slot in "AB")
    assert not np.array_equal(first, second)
    (text,) = re.findall(r'id="catalogue">(.*?)</script>', page.read_text(encoding="utf-8"))
    told = json.loads(text)
    assert [lever["id"] for lever in told["levers"]] == ["scenario"]
    assert set(told["opening"]) == {"A", "B"} and len(told["computed"]) == 2


@pytest.mark.parametrize("run", ["2", "0,1,2", "x", ""])
def test_what_is_not_there_is_refused_and_nothing_written(stored, tmp_path, run):
    assert main(["export-replay", str(stored), "--run", run, "--out", str(tmp_path / "new")]) == 2
    assert not (tmp_path / "new").exists()


def test_the_result_stays_whole(stored, tmp_path):
    before = sorted(path.name for path in stored.rglob("*"))
    exported(stored, tmp_path, "--run", "0")
    assert sorted(path.name for path in stored.rglob("*")) == before


@needs_browser
def test_it_opens_from_a_file(stored, tmp_path):
    address = exported(stored, tmp_path, "--run", "0,1").as_uri()
    with browsing() as (page, asked, wrong):
        page.goto(address)
        page.wait_for_function("() => document.querySelector('#timeline').max > 0")
        page.keyboard.press("End")
    assert asked == [address] and wrong == []
