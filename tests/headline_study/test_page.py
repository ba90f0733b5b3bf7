"""The page says what is in the runs, in both languages, and every number of it has its row."""

import csv
import io
import re
from xml.etree import ElementTree as ET

import pytest

from experiments.headline_study.__main__ import main
from experiments.headline_study.conclusions import CONCLUSIONS
from experiments.headline_study.material import Headline
from experiments.headline_study.page import SECTIONS, measured, pages, write
from experiments.headline_study.rereading import reread
from experiments.headline_study.sections.conclusions import agrees
from experiments.headline_study.told import Told, decimals, plain
from experiments.language import Words
from experiments.statistics import Estimate
from tests.headline_study.planted import CHANNELS, MAIN, UNCERTAINTIES, study

FR, EN = Words("fr"), Words("en")
IMAGES_KB = 190
"""What the nine pictures of one language may weigh together."""


def headline(depth_gain=-0.1):
    return Headline(
        study("sponsorship_depth_cost", MAIN, 16, 16, depth_gain),
        study("headline_uncertainties", UNCERTAINTIES, 48, 12, depth_gain),
        study("headline_channels", CHANNELS, 24, 24, depth_gain),
    )


@pytest.fixture(scope="module")
def made():
    found = headline()
    return found, measured(found)


def told(book, section, outcome):
    return [each for each in book.lines if (each.section, each.outcome) == (section, outcome)]


def difference(book, name):
    (found,) = (each for each in told(book, "conclusions", name) if each.where["what"] == "difference")
    return found.estimate


def test_planted_effects_are_found_with_their_sign(made):
    _, book = made
    assert difference(book, "sponsorship").low > 0.5
    assert difference(book, "managers").low > 0
    assert difference(book, "depth").high < 0
    assert difference(book, "price_launch").high < 0
    assert difference(book, "voice").value == pytest.approx(-0.4, abs=0.05)
    assert not difference(book, "price").excludes_zero


def test_what_contradicts_the_report_is_said():
    found = headline(depth_gain=0.1)
    text = pages(found, measured(found))
    assert FR("headstudy.agreement.against") in text["headline-study.fr.md"]
    assert EN("headstudy.odd.against", what=EN("headstudy.conclusion.depth")) in text["headline-study.en.md"]


def test_agreement_needs_an_interval_on_one_side():
    assert agrees(Estimate(0.2, 0.1, 0.3, 9), 1) == "with"
    assert agrees(Estimate(-0.2, -0.3, -0.1, 9), 1) == "against"
    assert agrees(Estimate(0.2, -0.1, 0.3, 9), 1) == "unseen"
    assert agrees(Estimate(0.2, 0.1, 0.3, 9), 0) == "free"
    assert agrees(Estimate(0.0, -0.1, 0.3, 9), 0) == "nothing"


def test_a_mechanism_that_carries_an_effect_takes_it_away(made):
    _, book = made
    depth = {each.where["taken_out"]: each.estimate for each in told(book, "channels", "depth")
             if each.where["read"] == "verdict"}  # fmt: skip
    launch = {each.where["taken_out"]: each.estimate for each in told(book, "channels", "price_launch")}
    assert depth["nothing"].high < 0 and not depth["signal_loss"].excludes_zero
    assert launch["nothing"].high < 0 and launch["launch"].value == 0


def test_the_tipping_point_is_where_it_was_planted(made):
    _, book = made
    points = [each for each in told(book, "phase", "tipping") if each.where["picture"] == "phase_chain"]
    at = {(each.where["mechanisms.signal_loss"], each.where["management.stance"], each.where["hierarchy.depth"]):
          each.estimate.value for each in points}  # fmt: skip
    assert at[True, 0.3, 2] < at[True, 0.3, 6]
    assert at[False, 0.7, 4] < at[False, 0.3, 4]
    assert at[False, 0.3, 2] == pytest.approx(at[False, 0.3, 6], abs=0.05)


def test_reading_again_with_the_lines_unmoved_gives_the_stored_verdict(made):
    runs = made[0].runs
    assert (reread(runs, 1.0) == runs["verdict"]).all()
    mild, strict = ((reread(runs, scale) == "diffusion").mean() for scale in (0.5, 1.5))
    assert mild >= (runs["verdict"] == "diffusion").mean() >= strict


def test_every_section_is_in_both_pages_with_its_rows(made):
    found, book = made
    text = pages(found, book)
    rows = list(csv.DictReader(io.StringIO(text["headline-study.csv"])))
    assert [int(row["row"]) for row in rows] == list(range(1, len(book.lines) + 1))
    for lang, say in (("fr", FR), ("en", EN)):
        page = text[f"headline-study.{lang}.md"]
        assert [line for line in page.splitlines() if line.startswith("## ")][: len(SECTIONS)] == [
            f"## {say(f'headstudy.heading.{section.NAME}')}" for section in SECTIONS
        ]
        for first, last in re.findall(r"(\d+) (?:à|to) (\d+) (?:de|of) \[headline-study.csv\]", page):
            assert len({rows[at - 1]["section"] for at in range(int(first), int(last) + 1)}) == 1
        assert "{" not in page and "nan" not in page and "inf" not in page.replace("info", "")


def test_the_first_table_has_the_numbers_of_the_file(made):
    found, book = made
    page = pages(found, book)["headline-study.en.md"]
    shares = [each for each in told(book, "conclusions", "sponsorship") if each.where["what"] == "to"]
    assert plain(shares[0], EN) in page
    assert all(EN(f"headstudy.conclusion.{asked.name}") in page for asked in CONCLUSIONS)


@pytest.mark.parametrize(
    ("low", "high", "digits"), [(0.30, 0.50, 0), (0.42, 0.44, 0), (0.4299, 0.4301, 2), (0.0, 1.0, 0)]
)
def test_no_digit_that_the_interval_does_not_support(low, high, digits):
    assert decimals(Told("s", "o", {}, Estimate((low + high) / 2, low, high, 9))) == digits


def test_pictures_are_small_and_their_words_are_words(made, tmp_path):
    found, _ = made
    paths = write(found, tmp_path)
    pictures = [path for path in paths if path.suffix == ".svg"]
    page = (tmp_path / "headline-study.fr.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"\]\((images/[^)]+)\)", page)) == sorted(
        path.relative_to(tmp_path).as_posix() for path in pictures if ".fr." in path.name
    )
    assert sum(path.stat().st_size for path in pictures) < 2 * IMAGES_KB * 1000
    for path in pictures:
        drawn = ET.parse(path).getroot().iter("{http://www.w3.org/2000/svg}text")
        words = " ".join("".join(node.itertext()) for node in drawn)
        assert "axes" not in words and len(words) > 100


def test_a_folder_that_holds_no_study_is_refused(tmp_path, capsys):
    assert main([str(tmp_path)]) == 2
    assert "usage" in capsys.readouterr().err
    assert main([str(tmp_path)] * 3) == 2
    assert str(tmp_path) in capsys.readouterr().err
