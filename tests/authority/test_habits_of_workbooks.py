"""What people and their spreadsheets put into a workbook besides the table that was asked for."""

import zipfile
from io import BytesIO

import pytest

from tests.authority.books import EPCI, SERVICES, filled, saved, workbook
from tests.authority.imports import described, faults, said


def test_notes_under_the_table_are_no_services():
    lines = [SERVICES, *EPCI, ["TOTAL", 2394, 69], ["Hors emplois saisonniers"], ["Vu en comité le 12 janvier"]]
    lines.insert(3, ["Source : logiciel de paie, extraction du 12/01/2026"])
    found = described(workbook(Services=lines))
    assert [service["name"] for service in found.scenario["chart"]["services"]] == [line[0] for line in EPCI]
    assert "lignes de notes laissées de côté : 3 (4, 18, 19)" in said(workbook(Services=lines))


def test_of_pole_direction_and_service_the_service_is_read():
    lines = [["Pôle", "Direction", "Service affecté", "Agents"], ["Ressources", "DRH", "Paie", 120]]
    found = described(workbook(Services=lines))
    assert [service["name"] for service in found.scenario["chart"]["services"]] == ["Paie"]
    assert "colonnes qui ne sont pas lues : Pôle, Direction" in said(workbook(Services=lines))
    with_direction = workbook(Services=[["Direction", "Agents"], ["DRH", 120]])
    assert [service["name"] for service in described(with_direction).scenario["chart"]["services"]] == ["DRH"]


def test_one_share_above_one_does_not_accuse_all_the_others():
    lines = [SERVICES, *[[*line[:4], 0.6] for line in EPCI]]
    lines[2][4] = 1.6
    found = faults(workbook(Services=lines))
    assert list(found) == ["Services!E3"]
    lines = [SERVICES, *[[*line[:4], 60] for line in EPCI]]
    lines[2][4] = 0.6
    assert list(faults(workbook(Services=lines))) == ["Services!E3"]


@pytest.mark.parametrize(
    ("written", "month"), [("mars 2032", "2032-03"), ("Août 2031", "2031-08"), ("1er juin 2030", "2030-06"),
                           ("sept. 2029", "2029-09"), ("March 2032", "2032-03"), ("févr. 2030", "2030-02")]
)  # fmt: skip
def test_a_month_is_read_as_people_write_it(written, month):
    assert described(saved(filled(q10=written))).scenario["calendar"]["next_election"] == month
    assert set(faults(saved(filled(q10="mardi 2032")))) == {"Questions!C13"}


def test_the_nearest_action_holds_the_words_that_were_written():
    header = ["Plan", "Mois", "Action"]
    found = faults(workbook(Plans=[header, ["A", 3, "fiches de poste"], ["A", 3, "mission letters"]]))
    assert "nom le plus proche : Fiches de poste et lettres de mission" in found["Plans!C2"]
    assert "nearest name: Job descriptions" in found["Plans!C3"]


def test_limits_are_written_as_each_language_writes_numbers():
    found = faults(workbook(Services=[SERVICES, ["Voirie", 1e9]]))["Services!B2"]
    assert "de 1 à 50\u202f000" in found and "from 1 to 50,000" in found


@pytest.mark.parametrize(("name", "parts"), [("effectifs.ods", ["mimetype", "content.xml"]),
                                             ("effectifs.docx", ["word/document.xml"])])  # fmt: skip
def test_another_office_file_is_told_from_a_broken_workbook(name, parts):
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for part in parts:
            archive.writestr(part, "<a/>")
    words = faults(content.getvalue(), name)[name]
    assert f"(fichier {name})" in words and "Enregistrer sous, classeur .xlsx" in words


def test_a_missing_column_comes_with_the_headings_that_are_there():
    found = faults(workbook(Services=[["Services", "Combien"], ["Voirie", 12]]))
    assert "titres trouvés : Services, Combien" in found["Services!1"]
