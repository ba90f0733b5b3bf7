"""A small pack, made as the whole one is, opened from a file with the network cut."""

import base64
import json
import re

import pytest

from experiments.command import main
from experiments.seminar.cases import open_case
from experiments.seminar.coding import block, read_block, states_of
from experiments.seminar.pack import making
from experiments.seminar.pack.checking import Checked, check
from experiments.seminar.pack.positions import small_grid
from experiments.seminar.packing import FILE, PARTS
from experiments.seminar.question import plan_for, read_question
from experiments.seminar.shares import shares_of, simulated
from tests.seminar.browsing import browsing, needs_browser

RUNS = 20
LONGEST_WHY = 200
"""Signs: four lines of a world that shares the screen with another."""
INJECTED = """() => {
  const script = document.createElement("script");
  script.textContent = "window.injected = 'passed'";
  document.body.append(script);
  return window.injected ?? "refused";
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    out = tmp_path_factory.mktemp("pack") / "out"
    assert main(["pack", "--quick", "--workers", "1", "--quiet", "--lang", "fr", "--out", str(out)]) == 0
    return out


@pytest.fixture(scope="module")
def page(folder):
    return (folder / FILE).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def told(page):
    (text,) = re.findall(r'<script type="application/json" id="catalogue">(.*?)</script>', page)
    return json.loads(text)


def block_of(page, name):
    (text,) = re.findall(rf'<script type="text/plain" id="{re.escape(name)}">([^<]*)</script>', page)
    return read_block(text)


def test_every_position_of_the_catalogue_is_there_and_nothing_else(page, told):
    assert len(told["computed"]) == 6
    names = {f"block-{name}" for *_, name in told["computed"]}
    assert names == set(re.findall(r'id="(block-[^"]+)"', page))
    layouts = {block_of(page, name)["world"]["layout"] for name in names}
    assert {f"layout-{name}" for name in layouts} == set(re.findall(r'id="(layout-[^"]+)"', page))


def test_the_sheets_of_the_kit_are_in_the_file_in_both_languages(page, told):
    assert {sheet["lang"] for sheet in told["kit"]} == {"fr", "en"}
    for sheet in told["kit"]:
        (text,) = re.findall(rf'<script type="text/plain" id="{sheet["block"]}">([^<]*)</script>', page)
        assert base64.b64decode(text).startswith(b"%PDF")


def test_a_position_is_what_a_fresh_computation_gives(page, told):
    case = open_case(told["cases"][0]["id"])
    name, levers, events, number = told["computed"][-1]
    content = block_of(page, f"block-{number}")
    asked = read_question({"case": name, "levers": levers, "events": events}, {case.id: case})
    plan = plan_for(case, asked)
    few = simulated(plan, range(4))
    assert content["shares"]["dots"][:4] == shares_of(plan, few)["dots"]
    assert content["shares"]["done"] == content["shares"]["of"] == RUNS
    seed = told["cases"][0]["seed"]
    assert content["world"]["seed"] == seed
    record = simulated(plan, [seed])[0]
    assert content["world"]["curve"] == pytest.approx(record.practice.tolist(), abs=1e-5)
    assert content["world"]["verdict"] == record.row["verdict"]


def test_the_simulation_shown_is_one_of_the_squares(page, told):
    letters = {"diffusion": "D", "spreading": "S", "islets": "I", "fallback": "F", "not_launched": "N"}
    for *_, name in told["computed"]:
        content = block_of(page, f"block-{name}")
        assert content["shares"]["dots"][content["world"]["seed"]] == letters[content["world"]["verdict"]]


def test_positions_share_their_luck_until_their_event(page, told):
    for without, added in zip(told["computed"][::2], told["computed"][1::2], strict=True):
        (event,) = added[2]
        before, after = (block_of(page, f"block-{each[3]}")["world"] for each in (without, added))
        same = (states_of(before) == states_of(after)).all(axis=1)
        assert same[: event["month"]].all()
        assert not same.all()
        for world in (before, after):
            assert "fois sur 100" in world["why"]["fr"] and "times out of 100" in world["why"]["en"]
            assert world["why"]["fr"].count("parce que") <= 1 and "simulation typique" not in world["why"]["fr"]
            assert len(world["why"]["fr"]) < LONGEST_WHY and "'" not in world["why"]["fr"]


def test_the_same_command_again_computes_nothing(folder, monkeypatch):
    before = (folder / FILE).read_text(encoding="utf-8")

    def refuse(*given):
        raise AssertionError("a part was computed again")

    monkeypatch.setattr("experiments.seminar.pack.parts.simulated", refuse)
    monkeypatch.setattr("experiments.seminar.pack.parts.world_of", refuse)
    assert main(["pack", "--quick", "--workers", "1", "--quiet", "--lang", "fr", "--out", str(folder)]) == 0
    assert (folder / FILE).read_text(encoding="utf-8") == before


def test_a_damaged_part_is_computed_again(folder):
    before = (folder / FILE).read_text(encoding="utf-8")
    part = sorted((folder / PARTS).glob("world-*.json"))[0]
    part.write_bytes(part.read_bytes()[:-40])
    assert main(["pack", "--quick", "--workers", "1", "--quiet", "--lang", "fr", "--out", str(folder)]) == 0
    assert (folder / FILE).read_text(encoding="utf-8") == before


def test_a_folder_with_something_else_is_left_alone(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("x", encoding="utf-8")
    assert main(["pack", "--quick", "--out", str(tmp_path)]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_too_heavy_a_file_is_said(folder, monkeypatch, capsys):
    monkeypatch.setattr("experiments.seminar.packing.LARGEST_MB", 0.01)
    assert main(["pack", "--quick", "--workers", "1", "--out", str(folder), "--lang", "fr"]) == 1
    assert "plus que les" in capsys.readouterr().out


def test_the_limit_is_that_of_the_release():
    assert making.LARGEST_MB == 15.0


def test_the_file_reads_itself_again(page, told):
    checked = check(page, small_grid())
    assert (checked.positions, checked.afresh, checked.faults) == (6, 1, ())
    name = told["computed"][0][3]
    whole = block_of(page, f"block-{name}")
    letter = "D" if whole["shares"]["dots"][-1] != "D" else "F"
    changed = whole | {"shares": whole["shares"] | {"dots": whole["shares"]["dots"][:-1] + letter}}
    assert check(replaced(page, f"block-{name}", block(changed)), small_grid()).faults == (name,)
    assert check(replaced(page, f"block-{name}", "AAAA"), small_grid()).faults == (name,)
    assert check(replaced(page, told["kit"][0]["block"], "AAAA"), small_grid()).faults == (told["kit"][0]["block"],)


def test_a_position_that_the_model_no_longer_gives_is_found(page, told):
    name = told["computed"][-1][3]
    whole = block_of(page, f"block-{name}")
    curve = [*whole["world"]["curve"][:-1], 0.5]
    stale = replaced(page, f"block-{name}", block(whole | {"world": whole["world"] | {"curve": curve}}))
    assert check(stale, small_grid()).faults == (name,)


def test_a_faulty_file_is_not_written(folder, monkeypatch, capsys):
    before = (folder / FILE).read_text(encoding="utf-8")
    monkeypatch.setattr("experiments.seminar.packing.check", lambda html, grid: Checked(6, 1, ("here",)))
    assert main(["pack", "--quick", "--workers", "1", "--out", str(folder), "--lang", "fr"]) == 1
    assert "here" in capsys.readouterr().err
    assert (folder / FILE).read_text(encoding="utf-8") == before


def replaced(page, name, text):
    """The page with another text in one of its data blocks."""
    changed = re.sub(rf'(id="{re.escape(name)}">)[^<]*', rf"\g<1>{text}", page)
    assert changed != page
    return changed


@needs_browser
def test_it_opens_from_a_file_with_the_network_cut(folder, told):
    address = (folder / FILE).as_uri()
    with browsing() as (page, asked, wrong):
        page.goto(address)
        page.get_by_role("button", name="Lecture").wait_for()
        page.wait_for_function("() => document.querySelector('#timeline').max > 0")
        assert told["cases"][0]["name"]["fr"] in page.title()
        page.keyboard.press("End")
        page.get_by_text("simulations sur").first.wait_for()
        refused = page.evaluate("() => fetch('https://example.org/').then(() => 'passed', () => 'refused')")
        inline = page.evaluate(INJECTED)
    assert asked == [address]
    assert (refused, inline) == ("refused", "refused")
    assert any("Content Security Policy" in each for each in wrong), "it is the policy that refuses"
    assert [each for each in wrong if "Content Security Policy" not in each and "example.org" not in each] == []
