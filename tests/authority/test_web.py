"""The page « Mon organisation »: what its server answers and whom it refuses; the whole way walked in a browser."""

import io
import json
import socket
import threading
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from openpyxl import load_workbook
from starlette.applications import Starlette
from starlette.middleware import Middleware

from experiments.authority.template import template
from experiments.authority.web.catalogue import catalogue
from experiments.authority.web.later import ROOT, Later
from experiments.authority.web.work import NOTES, Comparison
from experiments.seminar.live.guard import Guard
from sim.core.text import Text
from tests.authority.books import SERVICES, filled, saved, workbook

CHROMIUM = Path("/usr/bin/chromium")
needs_browser = pytest.mark.skipif(not CHROMIUM.exists(), reason="chromium is not installed: make browser")
NUMBERS = (
    "row,plan,measure,value,low,high,n,interval,source\n"
    "nothing.lasting,nothing,lasting,0.0,0.0,0.0,40,worlds,practitioners\n"
    "=1+1.lasting,flash_first,lasting,12.0,3.0,nan,40,worlds,practitioners\n"
    "flash_first.goal,flash_first,goal,0.7,0.55,0.8,40,wilson,share\n"
)
PLANS = {"plans": [{"name": "flash_first", "title_fr": "Des ateliers", "title_en": "Workshops"}]}


@contextmanager
def serving(folder):
    """The page's own server on a free port, in this process."""
    own = Later(folder)
    app = Starlette(routes=[own], middleware=[Middleware(Guard, posting=f"{ROOT}/")])
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        own.close()
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def address(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with serving(Path("outputs")) as found:
        yield found


@pytest.fixture
def called(monkeypatch):
    """Commands that a comparison asks for; the files that they would leave are laid instead."""
    calls: list[tuple[str, ...]] = []

    def call(self, *words):
        calls.append(words)
        self.folder.mkdir(parents=True, exist_ok=True)
        if words[0] == "report":
            for name in NOTES:
                (self.folder / name).write_text("une note", encoding="utf-8")
        (self.folder / "numbers.csv").write_text(NUMBERS, encoding="utf-8")
        (self.folder / "plans.json").write_text(json.dumps(PLANS), encoding="utf-8")
        return True

    monkeypatch.setattr(Comparison, "_call", call)
    return calls


def ask(address, path, body=None, **headers):
    """Status and content of an answer."""
    origin = {"Origin": address} if body is not None else {}
    request = urllib.request.Request(f"{address}{ROOT}{path}", data=body, headers=origin | headers)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def told(address, path, body=None):
    status, content = ask(address, path, body)
    return status, json.loads(content)


def test_the_catalogue_has_the_same_words_in_both_languages():
    found = catalogue()
    assert found["words"]["fr"].keys() == found["words"]["en"].keys()
    assert [question["number"] for question in found["questions"] if question["number"]] == list(range(1, 11))
    assert len(found["plans"]) >= 5 and len(found["types"]) == 4


def test_every_word_that_the_page_asks_for_exists():
    import re

    from experiments.authority.web.routes import PAGE

    text = "\n".join(path.read_text(encoding="utf-8") for path in PAGE.iterdir())
    asked = set(re.findall(r'(?:say\(|data-t=|data-label=)"([a-z.]+)"', text))
    asked |= {"computing", "writing", "done", "failed", "stopped"}
    asked |= {f"file.{name}" for name in (*NOTES, "resultats.xlsx")}
    words = catalogue()["words"]["fr"].keys()
    assert asked <= words
    assert {word for word in words if not word.startswith(("refused.", "fact."))} <= asked | {"title"}


def test_the_page_asks_for_nothing_elsewhere():
    from experiments.authority.web.routes import PAGE

    for path in PAGE.iterdir():
        text = path.read_text(encoding="utf-8")
        assert "http" not in text and "innerHTML" not in text and "//" not in text.replace("// ", ""), path.name


def test_only_the_page_of_this_server_may_send_something(address):
    body = json.dumps({"type": "epci"}).encode()
    assert told(address, "/answers", body)[0] == 200
    assert ask(address, "/answers", body, Origin="http://example.org")[0] == 403
    assert ask(address, "/answers", body, Host="example.org")[0] == 403
    bare = urllib.request.Request(f"{address}{ROOT}/answers", data=body)
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(bare, timeout=60)
    elsewhere = urllib.request.Request(f"{address}/page", data=body, headers={"Origin": address})
    with pytest.raises(urllib.error.HTTPError, match="405"):
        urllib.request.urlopen(elsewhere, timeout=60)


def test_a_workbook_is_described_or_refused_whole(address):
    status, found = told(address, "/workbook?name=x.xlsx", template("epci", "fr"))
    assert status == 200 and "14 services" in found["facts"][0]["fr"]
    lines = [SERVICES, ["A", "beaucoup", 1, 1, 2], ["B", 3, 9, 1, 0.5]]
    status, found = told(address, "/workbook?name=..%2Fx.xlsx", workbook(Services=lines))
    assert status == 422 and len(found["problems"]) == 3
    assert "Services!B2" in found["problems"][0]["fr"] and "line 2" in found["problems"][0]["en"]
    assert told(address, "/workbook?name=x.xlsx", b"x" * 10_000_100)[0] == 413
    assert told(address, "/answers", b"[1")[0] == 200  # nothing said: everything open, and told so


def test_templates_and_paths_that_do_not_exist(address):
    assert ask(address, "/template/region/en")[0] == 200
    for path in ("/template/ville/fr", "/template/region/de", "/result/x/note.fr.pdf", "/comparison/x",
                 "/page/../desk.py", "/page/desk.py"):  # fmt: skip
        assert ask(address, path)[0] == 404, path


def test_a_comparison_computes_by_the_same_commands_as_a_line(address, called):
    _, found = told(address, "/answers", json.dumps({"type": "epci", "agents": 300}).encode())
    asked = {"token": found["token"], "plans": ["flash_first"], "draft": True, "lang": "fr"}
    status, began = told(address, "/compare", json.dumps(asked).encode())
    assert status == 200
    end = time.monotonic() + 30
    while (state := told(address, f"/comparison/{began['id']}")[1])["state"] != "done" and time.monotonic() < end:
        time.sleep(0.05)
    assert called[0] == (
        "plans", f"scenario=outputs/organisation-{found['token']}/mon-organisation.yaml", "plan=flash_first", "--draft",
        "--out", f"outputs/plans-organisation-{began['id']}",
    )  # fmt: skip
    assert called[1] == ("report", f"outputs/plans-organisation-{began['id']}")
    assert state["files"] == [*NOTES, "resultats.xlsx"]
    status, content = ask(address, f"/result/{began['id']}/resultats.xlsx")
    Path("r.xlsx").write_bytes(content)
    sheet = load_workbook("r.xlsx")["Plans"]
    assert [cell.value for cell in sheet[2]] == [
        "Des ateliers", "chance d’atteindre le but (part des mondes)", 0.7, 0.55, 0.8, "marge d’erreur à 95 %", 40,
        "flash_first.goal",
    ]  # fmt: skip
    assert sheet["C2"].number_format == "0 %" and sheet.auto_filter.ref == "A1:H4"
    assert sheet["A4"].value == "Des ateliers" and sheet["F4"].value == "8 mondes sur 10"
    assert sheet["H4"].value == "=1+1.lasting" and sheet["H4"].data_type == "s" and sheet["E4"].value is None
    assert ask(address, f"/result/{began['id']}/manifest.json")[0] == 404


@pytest.mark.parametrize(
    "wrong", [{"token": "x"}, {"plans": []}, {"plans": ["../../etc/passwd"]}, {"plans": ["flash_first"] * 2}]
)
def test_a_comparison_of_something_else_is_refused(address, called, wrong):
    _, found = told(address, "/answers", b"{}")
    asked = {"token": found["token"], "plans": ["flash_first"], "lang": "fr"} | wrong
    assert told(address, "/compare", json.dumps(asked).encode())[0] == 422
    assert called == []


def test_one_comparison_at_a_time_and_it_can_be_stopped(address, monkeypatch):
    gate = threading.Event()
    monkeypatch.setattr(Comparison, "_call", lambda self, *words: gate.wait(30) and False)
    _, found = told(address, "/answers", b"{}")
    asked = {"token": found["token"], "plans": ["flash_first"]}
    _, began = told(address, "/compare", json.dumps(asked).encode())
    assert told(address, "/compare", json.dumps(asked).encode())[1]["id"] == began["id"]
    status, busy = told(address, "/compare", json.dumps(asked | {"plans": ["elus_first"]}).encode())
    assert status == 422 and "en cours" in busy["problems"][0]["fr"]
    assert told(address, f"/stop/{began['id']}", b"")[1]["state"] == "stopped"
    gate.set()


def test_what_goes_wrong_in_the_computation_is_told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    failed = Comparison("x", Path("absent.yaml"), ["flash_first"], Path("ici"), True, "fr")
    failed.run()
    assert failed.state == "failed" and "introuvable" in failed.reason.fr and failed.files() == []
    assert isinstance(failed.reason, Text)


def test_how_far_it_is_is_taken_from_what_the_command_says(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    running = Comparison("x", Path("absent.yaml"), ["flash_first"], Path("ici"), True, "fr")
    said = running._heard(io.BytesIO("Règles : compilation\nSimulations 12/280\nSimulations 96/280 \nFaute\n".encode()))
    assert running.progress == ("Simulations", 96, 280)
    assert said == "Règles : compilation\nFaute\n"


# ---- in a browser


@needs_browser
def test_the_whole_way_without_a_terminal(address, called, tmp_path):
    sync_api = pytest.importorskip("playwright.sync_api")
    (tmp_path / "faux.xlsx").write_bytes(workbook(Services=[SERVICES, ["A", "beaucoup", 1, 1, 0.5]]))
    book = filled(q5=4)
    book["Plans"].append(["Mon plan", 6, "Commencer petit"])
    (tmp_path / "juste.xlsx").write_bytes(saved(book))
    with sync_api.sync_playwright() as player:
        browser = player.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        page, wrong, asked = browser.new_page(locale="fr-FR", accept_downloads=True), [], []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}{ROOT}")
        page.wait_for_selector("#plans input")
        assert page.is_disabled("#compare") and page.title() == "Mon organisation – Archipel"
        _answer_questions(page)
        _drop_workbooks(page, tmp_path)
        page.check("#plans input[value=flash_first]")
        page.click("#compare")
        page.wait_for_selector("#result:not([hidden]) a")
        with page.expect_download() as taken:
            page.click("a[download='note.fr.pdf']")
        assert taken.value.suggested_filename == "note.fr.pdf"
        page.click("#lang-en")
        assert page.inner_text("h1") == "My organisation" and "To download" in page.inner_text("#result")
        assert _unlabelled(page) == []
        browser.close()
    assert [line for line in wrong if "422" not in line] == []
    assert {url.split("/organisation")[0] for url in asked if not url.startswith("data:")} == {address}


def _answer_questions(page):
    page.fill("#question-inhabitants", "98 000")
    page.fill("#question-agents", "640")
    page.check("input[name=dgs][value='4']")
    page.click("#questions button[type=submit]")
    page.wait_for_selector("#described h3")
    assert "640 agents" in page.inner_text("#described")
    page.click("#lang-en")
    assert page.input_value("#question-agents") == "640" and page.is_checked("input[name=dgs][value='4']")
    page.click("#lang-fr")


def _drop_workbooks(page, folder):
    page.click("#way-workbook")
    page.set_input_files("#file", str(folder / "faux.xlsx"))
    page.wait_for_selector("#described .problems")
    assert "feuille Services, ligne 2, colonne Agents" in page.inner_text("#described")
    assert page.is_disabled("#compare")
    page.set_input_files("#file", str(folder / "juste.xlsx"))
    page.wait_for_selector("#described:not(:has(.problems)) h3")
    assert page.is_checked("#plans input[value=plan-mon-plan]")


def _unlabelled(page):
    """Fields and buttons that a screen reader could not name."""
    return page.evaluate(
        """() => [...document.querySelectorAll("input, select, button, progress")]
             .filter((each) => !each.labels?.length && !each.getAttribute("aria-label") && !each.textContent.trim())
             .map((each) => each.id)"""
    )
