"""The sheets: every page there, light enough to travel, the same bytes each time; docs/seminar as the code has it."""

import json
import re

import pytest

from experiments.language import LANGUAGES
from experiments.seminar.kit.building import MOST_BYTES, kit_files, write_kit
from experiments.seminar.kit.pages import pages
from experiments.seminar.kit.printed import SCREENS, shown
from experiments.seminar.kit.sessions import SESSIONS
from experiments.seminar.kit.sheets import SHEETS, compiled, pdf
from experiments.seminar.kit.situation import situations
from experiments.seminar.kit.wording import Wording

PAGES = {"trainer": 3, "participant": 1, "situations": 6, "cards": 3, "screens": 4}


@pytest.fixture(scope="module")
def kit():
    return kit_files()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_has_the_pages_it_should_and_no_more(sheet, lang):
    made = compiled(sheet, lang, format="svg")
    assert (len(made) if isinstance(made, list) else 1) == PAGES[sheet]


def test_the_kit_is_pdf_in_both_languages_and_travels(kit):
    assert len(kit) == len(SHEETS) * len(LANGUAGES)
    assert all(content.startswith(b"%PDF-") for content in kit.values())
    assert sum(map(len, kit.values())) < MOST_BYTES
    assert {name.partition("/")[0] for name in kit} == set(LANGUAGES)


def test_a_sheet_is_tagged_and_says_its_language(kit):
    for name, content in kit.items():
        assert b"/StructTreeRoot" in content
        assert f"/Lang({name[:2]})".encode() in content.replace(b" ", b"")


@pytest.mark.parametrize("sheet", ["trainer", "screens"])
def test_the_same_sheet_has_the_same_bytes(kit, sheet):
    assert pdf(sheet, "fr") == kit[f"fr/{Wording('fr')(f'file.{sheet}')}.pdf"]


def test_the_kit_is_written_where_it_is_asked(tmp_path, monkeypatch):
    monkeypatch.setattr("experiments.seminar.kit.building.kit_files", lambda: {"fr/a.pdf": b"1", "en/b.pdf": b"2"})
    assert write_kit(tmp_path) == [tmp_path / "fr/a.pdf", tmp_path / "en/b.pdf"]
    assert (tmp_path / "en/b.pdf").read_bytes() == b"2"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("sheet", ["trainer", "participant", "situations", "cards"])
def test_what_a_sheet_says_is_typeset(sheet, lang):
    said = json.dumps(SHEETS[sheet](Wording(lang)), ensure_ascii=False)
    assert "'" not in said
    assert "kit." not in said
    assert lang == "en" or re.findall(r"\w [;:!?»]", said) == []


def test_sessions_last_five_fifteen_and_forty_five_minutes():
    assert [session.minutes for session in SESSIONS] == [5, 15, 45]
    for session in SESSIONS:
        assert all(start < step.until for start, step in session.timed())


def test_the_screens_show_one_simulation_of_one_case():
    assert len({situations()[name].case for name, _ in SCREENS}) == 1
    assert 0 <= shown() < 100


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.name)
def test_the_pages_of_the_documentation_are_up_to_date(path):
    message = "run `python -m experiments.seminar.kit --pages`"
    assert path.read_text(encoding="utf-8") == pages()[path], message
