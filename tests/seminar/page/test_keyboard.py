"""A whole session by keyboard alone: bet, play, event, comparison, answer, figures, export."""

import re

import pytest

from tests.seminar.page.conftest import wait_for_month
from tests.seminar.page.sample import MONTH


def month(page) -> int:
    return int(page.locator("#timeline").input_value())


def focused(page) -> str:
    return page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.innerText")


def tab_to(page, selector: str, most: int = 60) -> None:
    """Press Tab until an element has the focus."""
    for _ in range(most):
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} cannot be reached by Tab")


def press(page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_a_whole_session_without_a_mouse(page):
    press(page, "1")
    page.wait_for_selector(".panel[aria-busy=false] .headline:not(:empty)")
    tab_to(page, "#bet-fields input")
    page.keyboard.type("7")
    tab_to(page, "#play")
    press(page, "Enter")
    wait_for_month(page, 1)
    press(page, "Enter")
    press(page, "Home", *["ArrowRight"] * 5, "ArrowLeft")
    assert month(page) == 4
    press(page, "e")
    assert focused(page).startswith("Le maire part")
    press(page, "Enter")
    page.wait_for_selector(".panel[data-slot=B][aria-busy=false]")
    press(page, "a", "b", "g")
    assert page.locator(".panel").count() == 1
    press(page, "g", "End")
    assert month(page) == 95
    tab_to(page, "#bet-open", 90)
    press(page, "Enter")
    assert page.get_by_role("dialog").is_visible()
    press(page, "Escape")
    assert page.evaluate("document.activeElement.id") == "bet-open"
    tab_to(page, ".flags button", 90)
    press(page, "Enter")
    assert page.locator(".panel").count() == 1


def test_help_figures_language_projection_by_their_keys(page):
    press(page, "?")
    assert page.get_by_role("dialog", name="Une minute d’explication").is_visible()
    press(page, "Escape", "c")
    assert page.get_by_role("dialog", name=re.compile("Les chiffres")).is_visible()
    press(page, "Escape", "p")
    assert page.get_by_role("button", name="Projeter").get_attribute("aria-pressed") == "true"
    press(page, "p", "l")
    assert page.locator("html").get_attribute("lang") == "en"


def test_people_are_visited_with_the_arrows(page):
    tab_to(page, ".stage")
    press(page, "Enter")
    card = page.get_by_role("region", name="Fiche de la personne")
    assert "Agent, Service 1" in card.inner_text()
    press(page, "ArrowUp")
    assert "Agent" not in card.locator("h3").inner_text()
    press(page, "Escape")
    assert card.is_hidden()
    before = month(page)
    press(page, "ArrowRight")
    assert month(page) == before + 1


def test_a_field_keeps_the_keys_that_it_needs(page):
    field = page.get_by_role("spinbutton", name="Diffusion")
    field.focus()
    press(page, "2", "ArrowUp")
    assert int(field.input_value()) > 2
    assert page.locator("#case").input_value() == "fictional_commune"
    assert month(page) == 0


@pytest.mark.parametrize(
    "selector", ["#timeline", "#play", "#case", "#levers input", "#views button", ".stage", "#export-open"]
)
def test_the_focus_can_be_seen(page, selector):
    node = page.locator(selector).first
    page.keyboard.press("Tab")
    node.focus()
    assert node.evaluate("(node) => getComputedStyle(node).outlineStyle") == "solid"


def test_events_fall_where_the_file_has_them(page):
    press(page, "e")
    assert f"mois {MONTH}" in focused(page).replace("\N{NO-BREAK SPACE}", " ")
