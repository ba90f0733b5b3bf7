"""What can be taken away from a session: picture, data, note, replay."""

import csv
import io
import struct
import xml.etree.ElementTree as ElementTree

import pytest

from tests.seminar.page.conftest import open_file
from tests.seminar.page.sample import MONTH, SHEET, WHY, sample

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def played(page):
    """Two worlds, played to their end."""
    page.get_by_role("button", name="Le maire part").click()
    page.wait_for_selector(".panel[data-slot=B][aria-busy=false]")
    page.keyboard.press("End")
    return page


def taken(page, name: str, path):
    page.get_by_role("button", name="Exporter").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    target = path / download.value.suggested_filename
    download.value.save_as(target)
    return target


def test_the_picture_holds_both_worlds(played, tmp_path):
    root = ElementTree.parse(taken(played, "Image (SVG)", tmp_path)).getroot()
    words = " ".join(text.text or "" for text in root.iter(f"{SVG}text"))
    for told in ("A · ", "B · ", "le maire part", "Un agent pratique quand"):
        assert told in words
    people = sample()["layouts"][sample()["worlds"]["0"]["world"]["layout"]]["rows"]
    assert len(list(root.iter(f"{SVG}use"))) == 2 * sum(people.values())


def test_the_picture_is_twice_as_fine_as_the_screen(played, tmp_path):
    content = taken(played, "Image (PNG)", tmp_path).read_bytes()
    width, height = struct.unpack(">II", content[16:24])
    assert (width, height) == (2 * 1920, 2 * 834)


@pytest.mark.parametrize(
    ("lang", "button", "mark", "comma"), [("fr", "Données (CSV)", ";", ","), ("en", "Data (CSV)", ",", ".")]
)
def test_the_data_are_those_of_the_worlds(played, tmp_path, lang, button, mark, comma):
    if lang == "en":
        played.keyboard.press("l")
        played.get_by_role("button", name="Export").click()
    else:
        played.get_by_role("button", name="Exporter").click()
    with played.expect_download() as download:
        played.get_by_role("button", name=button).click()
    download.value.save_as(tmp_path / "data.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "data.csv").read_text(encoding="utf-8-sig")), delimiter=mark))
    world = sample()["worlds"]["0"]["world"]
    assert len(rows) == 1 + world["months"]
    practice = [float(row[1].replace(comma, ".")) for row in rows[1:]]
    assert practice == pytest.approx(world["curve"], abs=1e-4)
    other = next(column for column, name in enumerate(rows[0]) if name.startswith("B "))
    assert practice[:MONTH] == [float(row[other].replace(comma, ".")) for row in rows[1 : MONTH + 1]]


def test_the_note_stands_alone(played, tab, tmp_path):
    path = taken(played, "Note à imprimer", tmp_path)
    text = path.read_text(encoding="utf-8")
    asked = ("Ce qui a été demandé", "Portage politique", "le maire part")
    for told in (*asked, WHY["fr"], "Ce que le modèle ne dit pas"):
        assert told in text.replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert "<script" not in text
    tab.goto(path.as_uri())
    assert tab.get_by_role("heading", level=1).is_visible()
    assert tab.locator("svg").count() == 4


def test_the_sheets_of_the_kit_come_with_the_file(page, tmp_path):
    page.keyboard.press("?")
    with page.expect_download() as download:
        page.get_by_role("dialog").get_by_role("button", name=SHEET).click()
    assert download.value.suggested_filename == f"{SHEET}.pdf"
    download.value.save_as(tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes() == b"%PDF-1.7"


def test_the_replay_opens_with_what_was_played_and_can_be_taken_again(played, tab, tmp_path):
    path = taken(played, "Rejouer (un fichier)", tmp_path)
    before = played.locator(".row-names").all_inner_texts()
    open_file(tab, path)
    tab.wait_for_selector(".panel[data-slot=B][aria-busy=false]")
    tab.keyboard.press("End")
    assert tab.locator(".row-names").all_inner_texts() == before
    assert tab.get_by_role("button", name="Le maire part, au mois").count() == 0
    again = taken(tab, "Rejouer (un fichier)", tmp_path / "again")
    assert again.stat().st_size == pytest.approx(path.stat().st_size, rel=0.01)
