"""Workbooks and charts as a lab would bring them, sound or with every defect at once."""

import random
from io import BytesIO

from openpyxl import Workbook, load_workbook

from experiments.authority.template import template

SERVICES = ["Service", "Agents", "Encadrants", "Niveaux entre un agent et le DGS", "Part en contact avec le public"]
EPCI = [
    ["Collecte des déchets", 130, 13, 3, "80 %"],
    ["Eau et assainissement", 84, 9, 3, "40 %"],
    ["Mobilités", 28, 3, 2, "50 %"],
    ["Petite enfance", "1 850", 10, 3, "90 %"],
    ["Piscines", "62,4", 7, 3, "80 %"],
    ["Médiathèques", 58, 6, 3, "80 %"],
    ["Habitat", 18, 2, 2, "60 %"],
    ["Urbanisme", 24, 3, 2, "60 %"],
    ["Développement économique", 22, 2, 2, "60 %"],
    ["Action sociale", 40, 4, 3, "90 %"],
    ["Voirie et bâtiments", 36, 4, 3, "30 %"],
    ["Ressources humaines", 16, 2, 2, "10 %"],
    ["Finances", 14, 2, 2, "10 %"],
    ["Systèmes d'information", 12, 2, 2, "10 %"],
]


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def workbook(**sheets: list[list[object]]) -> bytes:
    """A workbook of these sheets, line by line."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, lines in sheets.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
    return saved(book)


def filled(kind: str = "epci", **answers: object) -> Workbook:
    """A template, some of its questions answered by their rank (q5=3)."""
    book = load_workbook(BytesIO(template(kind, "fr")))
    for line in book["Questions"].iter_rows(min_row=2):
        if f"q{line[0].value}" in answers:
            line[2].value = answers[f"q{line[0].value}"]
    return book


def chart_1850(defects: bool = False) -> str:
    """A chart of 1 850 lines as a French human-resources tool exports it: semicolons, names, accents, blank lines."""
    luck = random.Random(7)
    lines = ["Matricule;Nom;Prénom;Fonction;Matricule du supérieur;Service;Taux d'activité"]

    def add(rank: int, above: int | None, service: str) -> None:
        superior = "" if above is None else f"A{above:05}"
        lines.append(f"A{rank:05};NOM{rank};Prénom{rank};agent;{superior};{service};{luck.choice(['80,5', '100'])} %")

    add(0, None, "Direction générale")
    directors, n = [], 1
    for d in range(5):
        add(n, 0, f"Direction n° {d + 1}")
        directors.append(n)
        n += 1
    heads = []
    for s in range(24):
        add(n, directors[s % 5], f"Service {s + 1}")
        heads.append(n)
        n += 1
    first_line = []
    for t in range(180):
        add(n, heads[t % 24], f"Service {t % 24 + 1}")
        first_line.append(n)
        n += 1
    while n < 1850:
        team = n % 180
        add(n, first_line[team], "" if n % 97 == 0 else f"Service {team % 24 + 1}")
        n += 1
    lines.insert(700, ";;;;;;")
    if defects:
        lines[300] = lines[300].replace("A00299;", "A00298;", 1)  # twice, and its own number is gone
        lines[40] = lines[40].replace("A00006;", "A00039;")  # a head under one of its own people
        lines[500] = lines[500].replace(lines[500].split(";")[4], "A99999")  # nobody
        lines[600] = lines[600].replace(lines[600].split(";")[4], "")  # a second head
    return "\r\n".join(lines) + "\r\n"
