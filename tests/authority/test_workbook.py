"""A lab's workbook: read as it was meant, every defect at once with its place."""

import re
from datetime import datetime

import pytest
from openpyxl import Workbook

from experiments.authority.files import files_of
from experiments.authority.questions import TYPES
from experiments.authority.template import template
from sim.config import validate
from sim.core.errors import InputError
from tests.authority.books import EPCI, SERVICES, filled, saved, workbook
from tests.authority.imports import described, faults


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("kind", TYPES)
def test_a_template_can_be_imported_as_it_is_and_says_that_it_is_one(kind, lang):
    content = template(kind, lang)
    assert content == template(kind, lang)
    found = described(content)
    assert found.scenario["authority"]["type"] == kind
    assert len(found.scenario["chart"]["services"]) >= 10
    assert any("modèle de classeur" in text.fr for text in found.said)
    assert found.plans == {}


def test_a_workbook_of_fourteen_services_as_spreadsheets_write_them():
    """A title above the table, thin spaces, decimal commas, percentages, empty lines, totals, columns of no use."""
    lines = [["Effectifs au 1er janvier"], [], [*SERVICES, "Responsable"], *[[*line, "M. Untel"] for line in EPCI], []]
    lines += [["TOTAL", 2394, 69, None, None]]
    found = described(workbook(Services=lines))
    services = found.scenario["chart"]["services"]
    agents = [service["field_agents"] for service in services]
    assert agents == [130, 84, 28, 1850, 62, 58, 18, 24, 22, 40, 36, 16, 14, 12]
    assert [services[0][key] for key in ("managers", "levels", "front_share")] == [13, 3, 0.8]
    words = " ".join(text.fr for text in found.said).replace("’", "'")
    for word in ("Responsable", "lignes de total", "lignes vides", "arrondis"):
        assert word in words
    assert "Untel" not in "".join(files_of(found).values())


def defective() -> bytes:
    """Fourteen services and a dozen defects."""
    lines: list[list[object]] = [SERVICES, *[list(line) for line in EPCI]]
    lines[1][1] = "env. 130"
    lines[2][1] = 0
    lines[3][1] = "=B2*2"
    lines[4][1] = "1.850"
    lines[5][4] = "140 %"
    lines[6][2] = 59
    lines[7][0] = "Finances"
    lines[8][3] = 0
    lines[9][3] = 9
    lines[10][2] = datetime(2026, 3, 4)
    lines[11][2] = 0
    lines[12][0] = "=HYPERLINK(1)"
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Services"
    for line in lines:
        sheet.append(line)
    sheet.merge_cells("A14:A15")
    questions = filled(q1="Principauté", q2="beaucoup", q5=7, q10="un jour")["Questions"]
    copy = book.create_sheet("Questions")
    for row in questions.iter_rows(values_only=True):
        copy.append(list(row))
    plans = book.create_sheet("Plans")
    plans.append(["Plan", "Mois", "Action", "Quantité"])
    plans.append(["A", 6, "Débat entre élus régulier", None])
    plans.append(["A", "bientôt", "Un labo partagé à l'échelle du territoire", None])
    plans.append(["A", 400, "Commencer petit", 3])
    return saved(book)


def test_a_dozen_defects_are_said_at_once_each_with_sheet_line_and_column():
    found = faults(defective())
    expected = {
        "Services!B2": "ce n'est pas un nombre",
        "Services!B3": "de 1 à 50\u202f000",
        "Services!B4": "une formule n'est jamais calculée",
        "Services!B5": "millier ou décimale",
        "Services!E6": "ce n'est pas une part",
        "Services!C7": "plus d'encadrants que d'agents",
        "Services!D9": "aucun niveau ne sépare",
        "Services!D10": "de 0 à 6",
        "Services!C11": "une date",
        "Services!C12": "aucun encadrant",
        "Services!A13": "une formule n'est jamais calculée",
        "Services!A14": "cellules fusionnées",
        "Questions!C4": "type de collectivité inconnu",
        "Questions!C5": "ce n'est pas un nombre",
        "Questions!C8": "réponse de cette échelle",
        "Questions!C13": "ce n'est pas un mois",
        "Plans!C2": "Débat régulier entre élus",
        "Plans!B3": "ni un numéro de mois",
        "Plans!B4": "de 0 à 359",
    }
    for place, words in expected.items():
        assert words in found[place], (place, found.get(place))
    assert "déjà ligne 8" in found["Services!A14"]
    assert "feuille Services, ligne 4, colonne Agents" in found["Services!B4"]
    assert "sheet Services, line 4, column Agents" in found["Services!B4"]
    assert set(found) <= {*expected, "Plans!D4"}


def test_what_is_missing_is_filled_and_said():
    lines = [["Service", "Agents"], ["Voirie", 40], ["Culture", None], [None, 20]]
    found = described(workbook(Services=lines))
    assert [service["field_agents"] for service in found.scenario["chart"]["services"]] == [40, 30, 20]
    words = " ".join(text.fr for text in found.said).replace("’", "'")
    for word in ("médiane", "«\u00a0Service 3\u00a0»", "encadrants", "niveaux", "60"):
        assert word in words
    config = validate(found.scenario)
    assert config.use == "own" and not config.programme.enabled


def test_what_is_left_of_the_total_is_shared_out():
    book = filled(q3=100)
    sheet = book["Services"]
    for row in range(2, 20):
        for column in range(1, 6):
            sheet.cell(row, column).value = None
    for row, (name, agents) in enumerate([("A", 60), ("B", None), ("C", None)], start=2):
        sheet.cell(row, 1).value, sheet.cell(row, 2).value = name, agents
    found = described(saved(book))
    assert [service["field_agents"] for service in found.scenario["chart"]["services"]] == [60, 20, 20]


def test_shares_and_percentages_in_one_column_are_refused():
    lines = [SERVICES, ["A", 30, 3, 2, 60], ["B", 30, 3, 2, 0.4], ["C", 30, 3, 2, "40 %"]]
    assert list(faults(workbook(Services=lines))) == ["Services!E3"]


def test_answers_become_keys():
    content = saved(filled(q5=3, q6="Il ouvre ou clôt", q7="4", q8=1.5, q9="2", q10="03/2032"))
    scenario = described(content).scenario
    assert scenario["sponsorship"] == {"level": 0.5, "involvement": 0.3, "administration": 0.7}
    assert scenario["management"]["stance"] == 0.2
    assert scenario["hierarchy"]["transversality"] == 0.3
    assert scenario["calendar"] == {"next_election": "2032-03", "start": "2026-11"}


def test_an_election_before_the_start_is_refused_where_it_stands():
    ((key, words),) = faults(saved(filled(q10="2026-03"))).items()
    assert "calendar.next_election" in key and "feuille Questions, ligne 13" in words


def test_plans_are_read_with_dates_titles_and_quantities():
    book = filled(q10="2032-03")
    sheet = book["Plans"]
    rows = [
        ("Prudent", "2027-02", "Commencer petit", None, None),
        (None, 12, "Lancer une démarche d'ambassadeurs (quantité : nombre de personnes)", 10, 24),
        (None, 30, "Une seconde vague", 8, None),
        ("Élus d'abord", 3, "elus_debate", "50 %", "2029-11"),
    ]
    for line, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            sheet.cell(line, column).value = value
    plans = described(saved(book)).plans
    assert list(plans) == ["plan-prudent", "plan-elus-d-abord"]
    prudent, elus = plans.values()
    second = {"name": "second_wave", "month": 30, "value": 8}
    assert prudent["interventions"] == [{"name": "small_first", "month": 3}, second]
    assert {key: prudent["programme"][key] for key in ("ambassadors", "start_month", "duration_months")} == {
        "ambassadors": 10,
        "start_month": 12,
        "duration_months": 12,
    }
    assert prudent["cost"]["programme_eur"] == 62_000
    assert elus["interventions"] == [{"name": "elus_debate", "month": 3, "strength": 0.5, "until": 36}]


def test_what_was_imported_composes_from_its_files(tmp_path):
    from experiments.authority.files import write
    from experiments.configuration import load_scenario

    found = described(saved(filled(q5=5)))
    write(files_of(found), tmp_path / "chez-nous")
    config = load_scenario(tmp_path / "chez-nous" / "mon-organisation.yaml")
    assert config.sponsorship.level == 0.9
    assert config.chart.services[0].name == "Collecte et déchèteries"
    assert not re.search(r"title_fr: [^\"]", files_of(found)["mon-organisation.yaml"])


NAMES = ["no", "012", "22:30", "0x3", "a: b", "'", '"guillemets"', "#", "- x", "null", "é\u2028è"]


@pytest.mark.parametrize("name", NAMES)
def test_any_name_of_a_service_survives_the_way_through_yaml(tmp_path, name):
    from experiments.authority.files import write
    from experiments.configuration import load_scenario

    found = described(workbook(Services=[SERVICES, [name, 30, 3, 2, 0.5], ["Autre", 30, 3, 2, 0.5]]))
    write(files_of(found), tmp_path)
    assert load_scenario(tmp_path / "mon-organisation.yaml").chart.services[0].name == " ".join(name.split())


def test_a_plan_of_a_workbook_can_be_laid_on_its_authority(tmp_path):
    from experiments.authority.files import write
    from experiments.configuration import load_scenario
    from experiments.plans.laying import laid
    from experiments.plans.plan_file import read_plan_file

    book = filled()
    for row in (("A", 6, "Débat régulier entre élus"), ("A", 12, "ambassadors", 8), ("A", 30, "second_wave", 8)):
        book["Plans"].append(list(row))
    write(files_of(described(saved(book))), tmp_path)
    config = laid(read_plan_file(tmp_path / "plan-a.yaml"), load_scenario(tmp_path / "mon-organisation.yaml"))
    assert config.programme.ambassadors == 8 and len(config.interventions) == 2


def test_a_chart_beside_the_sheet_services_decides(tmp_path):
    people = [["dgs", None, None], ["c1", "dgs", "Voirie"], ["c2", "dgs", "Culture"]]
    people += [[f"a{n}", f"c{1 + n % 2}", ("Voirie", "Culture")[n % 2]] for n in range(30)]
    services = [SERVICES, ["Voirie", 99, 9, 3, "20 %"], ["Disparu", 5, 1, 1, "20 %"]]
    chart = [["Identifiant", "Supérieur", "Service"], *people]
    found = described(workbook(Services=services, Organigramme=chart))
    assert found.scenario["chart"]["services"] == [
        {"name": "Voirie", "field_agents": 15, "front_share": 0.2},
        {"name": "Culture", "field_agents": 15},
    ]
    words = " ".join(text.fr for text in found.said)
    for word in ("décide des effectifs", "Disparu", "(1 services)"):
        assert word in words


def test_no_support_is_shown_post_by_post(tmp_path):
    from experiments.authority.files import write
    from experiments.configuration import load_scenario
    from experiments.pictures import _organisation
    from experiments.plan import Plan, Scenario
    from experiments.planning import spread_of
    from experiments.seminar.cases import open_cases
    from sim.config import resolved

    write(files_of(described(template("commune", "fr"))), tmp_path)
    path = tmp_path / "mon-organisation.yaml"
    with pytest.raises(InputError, match="poste par poste"):
        open_cases([str(path)])
    config = resolved(load_scenario(path))
    plan = Plan("run", "x", (Scenario("x", config),), 1, 1, spread_of(config))
    assert _organisation(plan, 0) is None
