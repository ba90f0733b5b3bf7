"""The same page over a websocket: what it asks, what it does with late answers and with errors."""

import json

import pytest

from tests.seminar.page.conftest import SCREEN
from tests.seminar.page.live import ADDRESS, Live
from tests.seminar.page.sample import COMMUNE, PLAYED, sample


@pytest.fixture
def live(browser):
    context = browser.new_context(viewport=SCREEN, accept_downloads=True)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    own = (ADDRESS, "blob:", "data:")
    page.on("request", lambda asked: None if asked.url.startswith(own) else complaints.append(asked.url))
    found = Live(page, sample())
    found.open()
    yield found
    context.close()
    assert complaints == []


def ask_lever(live, name, value):
    live.tab.get_by_role("slider", name=name).fill(value)
    live.tab.wait_for_timeout(300)


def test_it_asks_for_the_case_as_it_is_and_only_for_what_was_moved(live):
    assert live.asked[0] == {
        "type": "world", "run": 1, "slot": "A", "case": COMMUNE, "levers": {}, "events": [], "seed": PLAYED,
    }
    ask_lever(live, "Portage politique", "0.9")
    assert live.asked[-1]["levers"] == {"sponsorship.level": 0.9}
    assert [message["type"] for message in live.asked[-2:]] == ["cancel", "world"]


def test_a_lever_says_its_value_in_words(live):
    slider = live.tab.get_by_role("slider", name="Portage politique")
    slider.fill("0.9")
    assert slider.get_attribute("aria-valuetext") == "y vient et en rend compte"


def test_an_event_happens_in_the_month_shown_with_its_successor(live):
    live.tab.get_by_role("slider", name="Mois affiché").fill("28")
    live.tab.get_by_role("button", name="Le maire part, au mois 28").click()
    choices = live.tab.get_by_role("group", name="Qui lui succède")
    assert choices.get_by_role("button").count() == 4
    choices.get_by_role("button").last.click()
    live.tab.wait_for_selector(".panel[data-slot=B][aria-busy=false]")
    assert live.asked[-1]["events"] == [{"id": "head_leaves", "month": 28, "successor": 0.8}]
    assert live.asked[-1]["slot"] == "B"


def test_a_late_answer_is_dropped(live):
    live.held = True
    ask_lever(live, "Portage politique", "0.9")
    ask_lever(live, "Portage politique", "0.1")
    first, second = [message for message in live.asked if message["type"] == "world"][-2:]
    live.answer(second, "1")
    live.tab.wait_for_selector(".panel[aria-busy=false]")
    shown = live.tab.locator(".row-names").inner_text()
    live.answer(first, "2")
    live.tab.wait_for_timeout(200)
    assert live.tab.locator(".row-names").inner_text() == shown
    assert live.tab.locator(".panel").get_attribute("aria-busy") == "false"


def test_the_old_world_stays_until_the_new_one_is_there(live):
    live.held = True
    ask_lever(live, "Portage politique", "0.9")
    assert live.tab.locator(".panel").get_attribute("aria-busy") == "true"
    assert "pratiquent" in live.tab.locator(".headline").inner_text()


def test_an_error_is_told_in_words_and_the_page_goes_on(live):
    live.held = True
    ask_lever(live, "Portage politique", "0.9")
    told = {"fr": "valeur hors de la plage", "en": "value out of range"}
    live.say({"type": "error", "run": live.asked[-1]["run"], "slot": "A", **told})
    why = live.tab.locator(".why")
    why.filter(has_text="valeur hors de la plage").wait_for()
    live.tab.get_by_role("button", name="English").click()
    why.filter(has_text="value out of range").wait_for()
    live.held = False
    ask_lever(live, "Political sponsorship", "0.3")
    live.tab.wait_for_selector(".panel[aria-busy=false] .why:not(.problem)")


def test_a_cut_connection_is_said(live):
    live.socket.close()
    live.tab.locator("#lost:not([hidden])").wait_for()


def test_a_replay_made_live_opens_alone(live, tab, tmp_path):
    live.tab.get_by_role("button", name="Alternance").click()
    live.tab.get_by_role("group", name="Qui lui succède").get_by_role("button").first.click()
    live.tab.wait_for_selector(".panel[data-slot=B][aria-busy=false]")
    live.tab.get_by_role("button", name="Exporter").click()
    with live.tab.expect_download() as download:
        live.tab.get_by_role("button", name="Rejouer (un fichier)").click()
    path = tmp_path / "replay.html"
    download.value.save_as(path)
    assert path.stat().st_size < 300_000
    tab.goto(path.as_uri())
    tab.wait_for_selector(".panel[data-slot=B][aria-busy=false] .headline:not(:empty)")
    assert tab.get_by_role("button", name="B · Alternance").count() == 1
    held = json.loads(tab.locator("script#catalogue").text_content())
    assert [case["id"] for case in held["cases"]] == ["fictional_commune"]


APART = """(selector) => {
  const named = [...document.querySelectorAll(selector)].filter((one) => one.textContent);
  const boxes = named.map((one) => one.getBoundingClientRect());
  boxes.sort((a, b) => a.left - b.left);
  return boxes.slice(1).map((box, k) => box.left - boxes[k].right);
}"""


@pytest.mark.parametrize("months", [[28, 28], [20, 24, 60], [70, 72, 74]])
def test_the_names_of_several_events_stand_apart_on_the_curve_and_on_the_line(live, months):
    live.tab.keyboard.press("p")
    for month, name in zip(months, ("Coupe budgétaire", "Réorganisation", "Alternance"), strict=False):
        live.tab.get_by_role("slider", name="Mois affiché").fill(str(month))
        live.tab.get_by_role("button", name=f"{name}, au mois {month}").click()
        live.tab.locator(".choices button").first.click()
        live.tab.wait_for_selector(".panel[data-slot=B][aria-busy=false]")
    assert live.tab.locator(".flags .own").count() == len(months)
    assert all(gap > 0 for gap in live.tab.evaluate(APART, ".flags .own"))
    named = ".panel[data-slot=B] .curve text[font-weight=bold]:not([x='0'])"
    assert "".join(live.tab.locator(named).all_text_contents())
    assert all(gap > 0 for gap in live.tab.evaluate(APART, named))


def test_who_waits_for_the_first_world_is_told_why(browser):
    context = browser.new_context(viewport=SCREEN)
    found = Live(context.new_page(), sample() | {"live": sample()["live"] | {"compiling": True}})
    found.held = True
    found.tab.goto(f"{ADDRESS}/")
    found.tab.get_by_text("Calcul en cours").wait_for()
    assert found.tab.locator(".under").text_content().startswith("Au premier lancement")
    found.answer(found.asked[0])
    found.tab.wait_for_selector(".panel[aria-busy=false] .headline:not(:empty)")
    assert found.tab.get_by_text("Calcul en cours").count() == 0
    assert found.tab.locator(".panel .headline").text_content().endswith("des agents pratiquent")
    context.close()
