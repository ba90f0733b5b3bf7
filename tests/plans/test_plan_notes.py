"""The note: its numbers are rows of the files, it fetches nothing, it is tagged, it is the same bytes each time."""

import csv
import itertools
import json
import re
import shutil
from dataclasses import replace
from html.parser import HTMLParser
from math import isfinite

import pytest

from experiments.command import main
from experiments.language import Words
from experiments.plans.findings import NUMBERS, read_numbers
from experiments.plans.written import parts
from experiments.report.first import costs_table, first_page
from experiments.report.folders import open_plans
from experiments.report.marks import Origin, marked, plain, spans
from experiments.report.note import Note, Paragraph, Table
from experiments.report.pdf import TEMPLATE, as_typst
from experiments.report.reporting import files_of_note, note_of
from experiments.report.second import change
from experiments.report.typography import typeset
from tests.plans.made import SMALL, compared

HOSTILE = '"Plan <script>alert(1)</script> #panic(\\"x\\") $x$ « l\'essai »"'


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A comparison of two plans of the product and one whose title would be code somewhere."""
    place = tmp_path_factory.mktemp("plans")
    own = place / "mien.yaml"
    steps = "interventions: [{name: job_descriptions, month: 3}, {name: manager_training, month: 6, strength: 0.5}]\n"
    own.write_text(f"title_fr: {HOSTILE}\nsource: hypothèse\n{steps}", encoding="utf-8")
    dated = ("calendar.start='2026-04'", "calendar.next_election='2032-03'")
    return compared(place / "out", *dated, "plan=flash_first", "plan=elus_first", f"plan={own}", "goal=4")


@pytest.fixture(scope="module")
def french(folder):
    return note_of(folder, "fr")


class Page(HTMLParser):
    """What a page holds: tags with their attributes, numbers with their origins."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.numbers, self._open = [], [], None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if "data-row" in dict(attrs):
            self._open = dict(attrs)

    def handle_data(self, data):
        if self._open is not None:
            self.numbers.append((data, self._open["data-file"], self._open["data-row"], self._open["data-column"]))
            self._open = None


@pytest.fixture(scope="module")
def made(folder):
    """The note in every form and language."""
    return {name: text for lang in ("fr", "en") for name, text in files_of_note(folder, lang, ["html", "pdf"]).items()}


@pytest.fixture(params=["fr", "en"])
def html(request, made):
    return request.param, made[f"note.{request.param}.html"]


def test_every_number_with_a_row_is_the_number_of_that_row(html, folder):
    lang, text = html
    rows, found = read_numbers(folder), Page(text).numbers
    told = json.loads((folder / "plans.json").read_text(encoding="utf-8"))
    assert len(found) > 60
    for shown, file, row, column in found:
        if file == NUMBERS:
            value, interval = parts(rows[row], Words(lang))
            whole = value if column == "value" or not interval else f"{value} ({interval})"
            assert shown == typeset(whole, lang) or row.split(".")[1].startswith("account:")
        elif file == "plans.json" and row.endswith(("people", "months")):
            at, _, key = row.removeprefix("plans[").replace("]", "").split(".")
            assert shown == str(told["plans"][int(at)]["programme"][key])


def test_no_row_of_the_two_pages_is_missing_from_the_trace(french):
    note = french
    traced = {row[2] for row in note.annex[-1].rows}
    for block in (*note.first, *note.second):
        for text in getattr(block, "items", ()) or [getattr(block, "text", "")]:
            assert all(span.origin is None or span.origin.row in traced for span in spans(text))


def test_numbers_are_finite_or_say_that_they_are_not_defined(folder):
    with (folder / NUMBERS).open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    undefined = [row["row"] for row in rows if not row["value"] or not isfinite(float(row["value"]))]
    assert all(row.endswith("cost_per_practitioner") for row in undefined)
    assert len({row["row"] for row in rows}) == len(rows)


def test_the_page_asks_for_nothing_outside_itself(html):
    _, text = html
    assert not re.search(r"https?:|//\w|url\((?!#)|@import|<script|<link|<iframe|<object", text)
    assert all(not value or value.startswith("#") for tag, attrs in Page(text).tags
               for name, value in attrs.items() if name in ("href", "src", "xlink:href"))  # fmt: skip
    policy = next(attrs["content"] for tag, attrs in Page(text).tags if attrs.get("http-equiv"))
    assert policy.startswith("default-src 'none'")


def test_the_page_can_be_read_without_seeing_it(html):
    lang, text = html
    tags = Page(text).tags
    assert ("html", {"lang": lang}) in tags
    assert sum(tag == "h1" for tag, _ in tags) == 1
    levels = [int(tag[1]) for tag, _ in tags if re.fullmatch(r"h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    pictures = [attrs for tag, attrs in tags if tag == "figure"]
    assert len(pictures) >= 5
    assert all(attrs["role"] == "img" and len(attrs["aria-label"]) > 40 for attrs in pictures)
    assert sum(tag == "table" for tag, _ in tags) == sum(tag == "caption" for tag, _ in tags)
    assert all(attrs.get("scope") in ("col", "row") for tag, attrs in tags if tag == "th")
    names = [attrs["id"] for _, attrs in tags if "id" in attrs]
    assert len(names) == len(set(names))


def test_a_title_is_never_read_as_code(html, french):
    _, text = html
    assert "<script>" not in text and "&lt;script&gt;" in text
    assert '#panic(\\"x\\")' in as_typst(french)


def test_the_pdf_is_tagged_named_and_in_its_language(made):
    for lang in ("fr", "en"):
        pdf = made[f"note.{lang}.pdf"]
        for mark in (b"/StructTreeRoot", b"/Marked true", b"pdfuaid:part", f"/Lang({lang})".encode(), b"/Alt"):
            assert mark in pdf
        assert b"CreationDate" not in pdf


def test_the_same_folder_gives_the_same_bytes(folder, made):
    again = files_of_note(folder, "fr", ["html", "pdf"])
    assert again == {name: made[name] for name in again}


def test_the_same_line_gives_the_same_data_files(folder, tmp_path):
    line = ("plan=flash_first", "plan=elus_first")
    first, second = (compared(tmp_path / name, *line, points=20) for name in ("a", "b"))
    for name in (NUMBERS, "plans.json", "runs.parquet", "monthly.parquet", "explored.parquet", "supports.parquet"):
        assert (first / name).read_bytes() == (second / name).read_bytes()
    assert main(["verify", str(first), "--quiet"]) == 0


def test_page_one_says_that_nothing_was_calibrated_and_the_title_is_the_one_asked_for(french):
    note = french
    assert note.title == "Ce que le modèle suggère, à discuter"
    assert any("n'a été calé sur votre collectivité" in getattr(block, "text", "") for block in note.first)
    assert "février 2032" in note.subtitle


def test_the_second_page_dates_the_silence_before_the_election(french):
    (said,) = [block.text for block in french.second if "L. 52-1" in getattr(block, "text", "")]
    assert "septembre 2031" in said and "mars 2032" in said


def test_the_two_pages_use_no_word_of_statistics(folder, french):
    for note in (french, note_of(folder, "en")):
        said = json.dumps([plain(str(block)) for block in (*note.first, *note.second)], ensure_ascii=False).lower()
        said = re.sub(r"svg='.*?</svg>", "", said)
        for word in ("médiane", "quantile", "wilson", "student", "p-value", "écart-type", "significati", "bootstrap",
                     "median", "confidence interval", "hypercube", "prim)"):  # fmt: skip
            assert word not in said


def told_in(blocks):
    return plain(" ".join(block.text for block in blocks if hasattr(block, "text")))


def boxed(folder, share, **box):
    """A folder whose box is this one, reached or missed in this share of its points."""
    read = open_plans(folder, "fr")
    around = read.told["around"] | {
        "box": {"bounds": [{"key": "management.stance", "low": 0.5, "high": None, "among": []}], **box}
    }
    rows = {f"{around['plan']}.{name}": share for name in ("box", "box_elsewhere")}
    some = next(iter(read.numbers.values()))
    numbers = read.numbers | {
        row: replace(some, plan=around["plan"], measure=row.rsplit(".", 1)[1], value=at, low=at - 0.1, high=at + 0.05)
        for row, at in rows.items()
    }
    return replace(read, told=read.told | {"around": around}, numbers=numbers)


@pytest.mark.parametrize(
    ("share", "inside", "said"),
    [(0.9, False, "c'est ce qu'il faudrait réunir"), (0.72, False, "sans aller jusqu'à 8 mondes sur 10"),
     (0.72, True, "ce qui est le cas aujourd'hui")],
)  # fmt: skip
def test_what_would_change_the_answer_is_not_what_is_true_today(folder, share, inside, said):
    words = plain(change(boxed(folder, share, reaches=True, today=inside)))
    assert said in words and f"{100 * share:.0f}" in words


def test_a_plan_without_money_says_so_beside_its_answer(folder):
    read = open_plans(folder, "fr")
    row = f"{read.chosen}.not_launched"
    poor = replace(read, numbers=read.numbers | {row: replace(read.numbers[row], value=0.85, low=0.7, high=0.95)})
    header = costs_table(poor).header
    assert [row[1] == "–" for row in costs_table(poor).rows] == [False, False, True]  # the third launches none
    assert "l'argent manque" in told_in(first_page(poor)) and "Sans argent" in header[1]
    funded = {name: replace(each, value=0.0) for name, each in read.numbers.items() if each.measure == "not_launched"}
    rich = replace(read, numbers=read.numbers | funded)
    assert "l'argent manque" not in told_in(first_page(rich)) and "Sans argent" not in "".join(costs_table(rich).header)


def test_a_folder_that_was_changed_makes_no_note(folder, tmp_path, capsys):
    copy = shutil.copytree(folder, tmp_path / "copie")
    (copy / NUMBERS).write_text((copy / NUMBERS).read_text(encoding="utf-8").replace("0.", "1."), encoding="utf-8")
    assert main(["report", str(copy), "--lang", "fr"]) == 2
    assert "n'est pas entier" in capsys.readouterr().err


def test_runs_and_comparisons_have_a_note_too(tmp_path):
    keys = [*SMALL, "replicates=3", "programme.launch=given", "--quiet"]
    assert main(["compare", "transfo", "transfo_weak_sponsor", *keys, "--out", str(tmp_path / "c")]) == 0
    assert main(["report", str(tmp_path / "c"), "--quiet", "--out", str(tmp_path / "n")]) == 0
    made = {path.name for path in (tmp_path / "n").iterdir()}
    assert made == {"note.fr.html", "note.fr.pdf", "note.en.html", "note.en.pdf", NUMBERS}
    text = (tmp_path / "n" / "note.en.html").read_text(encoding="utf-8")
    rows = read_numbers(tmp_path / "n")
    assert all(row in rows for _, file, row, _ in Page(text).numbers if file == NUMBERS)


def test_marks_are_read_back_and_leave_a_plain_text():
    origin = Origin("a.csv", "x.y", "value")
    text = f"Il y en a {marked('12', origin)}, dit-on."
    assert [(span.text, span.origin) for span in spans(text)][1] == ("12", origin)
    assert plain(text) == "Il y en a 12, dit-on."


def test_french_takes_narrow_spaces_and_english_curly_quotes():
    assert typeset("« oui » : 12 % ; l'élu", "fr") == "«\u202foui\u202f»\u202f: 12\u202f%\u202f; l’élu"
    assert typeset('"yes": it\'s', "en") == "“yes”: it’s"


@pytest.mark.parametrize("plans", [2, 12])
def test_two_pages_stay_two_however_many_plans_there_are(plans, tmp_path):
    """A table that would run over the page makes it smaller instead; the annex begins on the third."""
    import typst

    rows = tuple(
        (f"Un plan dont le titre prend deux lignes, le {n}", *["1 500 (1 200 à 1 900)"] * 5) for n in range(plans)
    )
    table = Table("Ce que chaque plan laisse", ("Plan", *"abcde"), rows)
    first = (*[Paragraph("Une phrase de la note. " * 30)] * 4, table, table)
    note = Note("fr", "Titre", "Sous-titre", first, (Paragraph("La suite."),), "Annexe", ())
    (tmp_path / "note.typ").write_text(TEMPLATE.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "main.typ").write_text(as_typst(note), encoding="utf-8")
    pages = typst.compile(str(tmp_path / "main.typ"), root=str(tmp_path), format="svg", ignore_system_fonts=True)
    assert len(pages) == 3
