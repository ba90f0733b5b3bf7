"""A workbook that would do harm, or too much: refused before it is read, nothing written."""

import zipfile
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from tests.authority.books import EPCI, SERVICES, filled, saved, workbook
from tests.authority.imports import NAME, described, faults


def repacked(content: bytes, **parts: bytes) -> bytes:
    """The workbook with other parts, by name; `/` written `__`, a point `_dot_`."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        new = {name.replace("__", "/").replace("_dot_", "."): data for name, data in parts.items()}
        for part in given.infolist():
            if part.filename not in new:
                made.writestr(part.filename, given.read(part))
        for name, data in new.items():
            made.writestr(name, data)
    return out.getvalue()


SOUND = workbook(Services=[SERVICES, *EPCI])
XXE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><workbook>&e;</workbook>'
OUTSIDE = (
    b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId1" Type="http://x/attachedTemplate" Target="http://example.org/x" TargetMode="External"/>'
    b"</Relationships>"
)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (repacked(SOUND, xl__vbaProject_dot_bin=b"\x00macro"), "macros"),
        (repacked(SOUND, xl__embeddings__oleObject1_dot_bin=b"x"), "objets incorporés"),
        (repacked(SOUND, xl__externalLinks__externalLink1_dot_xml=b"<x/>"), "lié à un autre fichier"),
        (repacked(SOUND, xl__connections_dot_xml=b"<x/>"), "lié à un autre fichier"),
        (repacked(SOUND, xl__worksheets___rels__sheet1_dot_xml_dot_rels=OUTSIDE), "lié à un autre fichier"),
        (repacked(SOUND, xl__workbook_dot_xml=XXE), "définition"),
        (repacked(SOUND, xl__sharedStrings_dot_xml=XXE.decode().encode("utf-16")), "définition"),
        (repacked(SOUND, xl__media__bomb_dot_bin=b"\x00" * 30_000_000), "enflerait"),
        (repacked(SOUND, xl__worksheets__sheet1_dot_xml=b"<broken"), "lisible"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "ancien format"),
        (b"PK\x03\x04 and nothing else", "lisible"),
        (b"", "lisible"),
        (b"%PDF-1.7", "lisible"),
        (b"x" * 10_000_001, "plus de 10 Mo"),
    ],
)
def test_hostile_content_is_refused_before_it_is_read(content, words):
    (said,) = faults(content).values()
    assert words in said


def test_text_that_would_run_elsewhere_is_refused_and_never_written():
    for text in ("=cmd|' /C calc'!A0", "+SUM(1)", "@SUM(1)", "-2+3+cmd"):
        lines = [SERVICES, [text, 40, 4, 2, 0.5], ["Voirie", 40, 4, 2, 0.5]]
        book = Workbook()
        sheet = book.worksheets[0]
        sheet.title = "Services"
        for line in lines:
            sheet.append(line)
        sheet["A2"].data_type = "s"
        assert "Services!A2" in faults(saved(book)), text


@pytest.mark.parametrize("text", ["a\u202eb", "a\u200bb", "${oc.env:HOME}", "x" * 81])
def test_hidden_reserved_or_endless_texts_are_refused(text):
    assert "Services!A2" in faults(workbook(Services=[SERVICES, [text, 40, 4, 2, 0.5]]))


def test_what_we_write_never_becomes_a_formula():
    from experiments.authority.written import put

    book = Workbook()
    cell = put(book.worksheets[0], 1, 1, "=1+1")
    again = load_workbook(BytesIO(saved(book))).worksheets[0]["A1"]
    assert cell.data_type == "s" and again.data_type != "f" and again.value == "=1+1"


def test_a_table_too_large_is_refused():
    book = Workbook()
    book.worksheets[0].title = "Services"
    book.worksheets[0].append(SERVICES)
    book.worksheets[0].cell(1_048_576, 1).value = "loin"
    assert "trop grand" in faults(saved(book))["Services"]


def test_a_hidden_sheet_is_not_read_and_that_is_said():
    book = filled()
    book["Plans"].append(["A", 3, "x"])
    book["Plans"].sheet_state = "hidden"
    found = described(saved(book))
    assert found.plans == {} and any("masquées" in text.fr for text in found.said)


def test_a_workbook_of_something_else():
    assert "aucune feuille" in faults(workbook(Budget=[["Recettes", "Dépenses"], [1, 2]]))[NAME]
