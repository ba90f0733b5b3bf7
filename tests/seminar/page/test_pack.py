"""What a trainer does with the file, found by role and accessible name in both languages."""

import re

import pytest

from tests.seminar.page.conftest import wait_for_month
from tests.seminar.page.sample import MONTH, SIMULATIONS, WHY, sample

FR = {
    "world": "Monde",
    "play": "Lecture",
    "pause": "Pause",
    "forth": "Avancer d’un mois",
    "back": "Reculer d’un mois",
    "rewind": "Revenir au début",
    "timeline": "Mois affiché",
    "leaves": "Le maire part",
    "alternance": "Alternance",
    "undo": r"Le maire part, mois \d+\s:\sannuler",
    "bet": "Le pari et la réponse",
    "figures": "Chiffres",
    "network": "Réseau",
    "heat": "Chaleur",
    "chart": "Organigramme",
    "speed": "Vitesse",
    "diffusion": "Diffusion",
    "islets": "Îlots",
    "adopt": "Repartir de B",
    "why": "Pourquoi ?",
    "single": "Montrer B, l’autre en pointillé",
}
EN = {
    "world": "World",
    "play": "Play",
    "pause": "Pause",
    "forth": "One month forward",
    "back": "One month back",
    "rewind": "Back to the start",
    "timeline": "Month shown",
    "leaves": "The mayor leaves",
    "alternance": "Change of majority",
    "undo": r"The mayor leaves, month \d+: undo",
    "bet": "The bet and the answer",
    "figures": "Figures",
    "network": "Network",
    "heat": "Heat map",
    "chart": "Organisation chart",
    "speed": "Speed",
    "diffusion": "Diffusion",
    "islets": "Islets",
    "adopt": "Start again from B",
    "why": "Why?",
    "single": "Show B, the other dashed",
}


@pytest.fixture(params=["fr", "en"])
def spoken(request, page):
    """The page in a language, and the names of its controls there."""
    if request.param == "en":
        page.get_by_role("button", name="English").click()
    return page, FR if request.param == "fr" else EN


def button(page, name):
    return page.get_by_role("button", name=re.compile("^" + re.escape(name).replace(r"\ ", r"\s+")))


def undo(page, words):
    return page.get_by_role("button", name=re.compile(words["undo"]))


def plain(text: str) -> str:
    """French typography put aside."""
    return re.sub(r"\s", " ", text)


def month(page) -> int:
    return int(page.get_by_role("slider").last.input_value())


def world(page, words, letter):
    return page.get_by_role("region", name=f"{words['world']} {letter}")


def test_it_opens_ready_to_play_in_the_language_of_the_file(page):
    assert page.locator("html").get_attribute("lang") == "fr"
    assert plain(page.get_by_role("heading", level=1).inner_text()) == "Participation : diffusion ou îlots ?"
    assert "Un agent pratique quand" in page.locator(".creed").inner_text()
    assert "Rien n’est calé sur votre collectivité" in page.locator(".creed").inner_text()


def test_play_pause_step_rewind(spoken):
    page, words = spoken
    page.get_by_role("combobox", name=words["speed"]).select_option("1")
    button(page, words["play"]).click()
    wait_for_month(page, 2)
    button(page, words["pause"]).click()
    at = month(page)
    button(page, words["forth"]).click()
    assert month(page) == at + 1
    button(page, words["back"]).click()
    button(page, words["back"]).click()
    assert month(page) == at - 1
    button(page, words["rewind"]).click()
    assert month(page) == 0


def test_nothing_runs_while_it_is_paused(page):
    page.evaluate("() => { window.frames_asked = 0; const ask = requestAnimationFrame.bind(window);"
                  " window.requestAnimationFrame = (f) => { window.frames_asked += 1; return ask(f); }; }")
    page.wait_for_timeout(400)
    assert page.evaluate("window.frames_asked") == 0
    button(page, "Lecture").click()
    page.wait_for_timeout(300)
    button(page, "Pause").click()
    asked = page.evaluate("window.frames_asked")
    assert asked > 3
    page.wait_for_timeout(300)
    assert page.evaluate("window.frames_asked") == asked


def test_the_mayor_leaves_beside_the_original_and_comes_back(spoken):
    page, words = spoken
    button(page, words["leaves"]).click()
    for letter in "AB":
        assert world(page, words, letter).is_visible()
    assert undo(page, words).is_visible()
    undo(page, words).click()
    assert not world(page, words, "B").is_visible()


def test_same_luck_until_the_event_and_the_first_difference_is_marked(page):
    button(page, "Le maire part").click()
    page.wait_for_selector(".panel[data-slot=B][aria-busy=false]")
    slider = page.get_by_role("slider", name="Mois affiché")
    for at in (0, 7, MONTH - 1):
        slider.fill(str(at))
        rows = page.locator(".row-names").all_inner_texts()
        assert rows[0] == rows[1]
    slider.fill(str(MONTH))
    assert "première différence" in page.locator(".panel[data-slot=A] .curve").text_content()
    assert "le maire part" in page.locator(".panel[data-slot=B] .curve").text_content()


def test_an_event_takes_the_place_of_one_that_cannot_be_added_to(spoken):
    page, words = spoken
    button(page, words["leaves"]).click()
    button(page, words["alternance"]).click()
    assert undo(page, words).count() == 0
    assert page.locator(".flags .own").count() == 1


def test_positions_that_were_not_computed_are_greyed_and_do_nothing(page):
    page.get_by_role("combobox", name="Cas").select_option("transfo")
    page.wait_for_selector(".panel[aria-busy=false] .headline:not(:empty)")
    leaves = button(page, "Le maire part")
    assert leaves.get_attribute("aria-disabled") == "true"
    leaves.dispatch_event("click")
    assert page.locator(".panel").count() == 1


def test_a_lever_changes_the_active_world_alone(page):
    button(page, "Comparer avec un monde B").click()
    page.get_by_role("radio", name="y vient et en rend compte").check()
    page.wait_for_selector(".panel[data-slot=B][aria-busy=false]")
    page.keyboard.press("a")
    assert page.get_by_role("radio", name="soutient en bureau").is_checked()
    page.keyboard.press("b")
    assert page.get_by_role("radio", name="y vient et en rend compte").is_checked()


def test_the_answer_waits_for_the_end_and_is_read_over_all_simulations(spoken):
    page, words = spoken
    assert page.locator(".squares").is_hidden()
    assert button(page, words["bet"]).get_attribute("aria-disabled") == "true"
    page.get_by_role("spinbutton", name=words["diffusion"]).fill("12")
    page.get_by_role("spinbutton", name=words["islets"]).fill("9")
    page.get_by_role("slider", name=words["timeline"]).fill("95")
    why = plain(page.locator(".why").inner_text())
    assert words["why"] in why
    assert WHY["fr" if words is FR else "en"] in why
    shares = sample()["worlds"]["0"]["shares"]
    assert page.locator(".squares rect[fill]:not([fill=none])").count() == SIMULATIONS
    if shares["decided"]:
        assert str(shares[shares["verdict"]]) in page.locator(".under").inner_text()
    button(page, words["bet"]).click()
    dialog = page.get_by_role("dialog")
    assert "21" in dialog.get_by_role("heading", level=3).first.inner_text()
    assert dialog.locator("section").count() == 2


def test_one_large_world_with_the_other_dashed(spoken):
    page, words = spoken
    button(page, words["alternance"]).click()
    page.wait_for_selector(".panel[data-slot=B][aria-busy=false]")
    button(page, words["single"]).click()
    assert page.locator(".panel").count() == 1
    assert page.locator(".curve path[stroke-dasharray='9 6']").count() == 1
    page.keyboard.press("a")
    assert page.locator(".panel").get_attribute("data-slot") == "A"


def test_b_can_become_the_original(spoken):
    page, words = spoken
    button(page, words["leaves"]).click()
    page.wait_for_selector(".panel[data-slot=B][aria-busy=false]")
    button(page, words["adopt"]).click()
    assert page.locator(".panel").count() == 1
    assert undo(page, words).is_visible()


def test_the_views_have_their_pictures(spoken):
    page, words = spoken
    page.get_by_role("slider", name=words["timeline"]).fill("40")
    seen = set()
    for view in ("chart", "network", "heat"):
        button(page, words[view]).click()
        pixels = page.evaluate("() => document.querySelector('.stage').lastElementChild.previousElementSibling && "
                               "[...document.querySelectorAll('.sheet')].map((c) => c.toDataURL()).join()")
        seen.add(pixels)
    assert len(seen) == 3


def test_a_person_says_who_it_is_and_why(page):
    page.get_by_role("slider", name="Mois affiché").fill("30")
    stage = page.get_by_role("group", name=re.compile("^Organigramme"))
    box = stage.bounding_box()
    stage.click(position={"x": box["width"] * 0.6, "y": box["height"] * 0.55})
    card = page.get_by_role("region", name="Fiche de la personne")
    assert re.search(r"Service \d", card.inner_text())
    card.get_by_role("button", name="Fermer la fiche").click()
    assert card.is_hidden()


def test_the_figures_are_a_twin_of_the_picture(spoken):
    page, words = spoken
    page.get_by_role("slider", name=words["timeline"]).fill("30")
    shown = page.locator(".row-names li").nth(3).inner_text()
    button(page, words["figures"]).click()
    dialog = page.get_by_role("dialog")
    cell = dialog.get_by_role("row").filter(has=page.locator("th")).nth(4).inner_text()
    assert re.findall(r"\d+", shown)[0] == re.findall(r"\d+", cell)[0]
    assert dialog.get_by_role("table").count() >= 2


def test_a_retrospective_case_is_called_so(page):
    assert page.locator("#case-kind").is_hidden()
    page.get_by_role("combobox", name="Cas").select_option("transfo")
    assert page.get_by_text("cas rétrospectif").first.is_visible()


def test_the_whole_page_changes_language(page):
    page.get_by_role("button", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert "Play" in button(page, "Play").inner_text()
    text = page.locator("body").inner_text()
    for word in ("Lecture", "Leviers", "Et si", "Pari de la salle", "pratiquent"):
        assert word not in text
