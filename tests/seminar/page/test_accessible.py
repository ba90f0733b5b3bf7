"""What anybody needs to use the page: names, contrast, size, reflow; and axe-core's opinion where npm can fetch it."""

import json
import shutil
import subprocess

import pytest

NAMED = "button, input, select, summary, [tabindex], [role=img], [role=region], dialog[open]"
NAME = """(node) => node.getAttribute("aria-label") || [...(node.labels ?? [])].map((label) => label.innerText).join()
  || document.getElementById(node.getAttribute("aria-labelledby"))?.innerText || node.innerText || "" """
AXE = """async () => (await axe.run()).violations.map((one) =>
  [one.id, one.impact, one.nodes.map((node) => node.html.slice(0, 160))])"""
LOOK = """() => {
  const seen = (node) => node.checkVisibility && node.checkVisibility() && node.getBoundingClientRect().width > 1;
  const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
  const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const [r, g, b, a = 1] = rgb(getComputedStyle(at).backgroundColor);
      if (a > 0.99) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const linear = (v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => 0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255);
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const found = [];
  for (const node of document.querySelectorAll("body *")) {
    const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim());
    if (!own || !seen(node) || node.closest(".unseen, option, script, style, noscript, title")) continue;
    const style = getComputedStyle(node);
    const inside = node instanceof SVGElement;
    const colour = rgb(inside ? style.fill : style.color);
    const text = node.textContent.trim().slice(0, 40);
    const against = inside ? [255, 255, 255] : ground(node);
    found.push({ text, size: parseFloat(style.fontSize), contrast: contrast(colour, against) });
  }
  return found;
}"""


def states(page):
    """The page as it opens, beside another world at the end, in each view and window."""
    yield "opened"
    page.get_by_role("button", name="Alternance").click()
    page.wait_for_selector(".panel[data-slot=B][aria-busy=false]")
    page.keyboard.press("End")
    yield "answered"
    page.get_by_role("button", name="Réseau").click()
    yield "network"
    page.get_by_role("button", name="Chaleur").click()
    yield "heat"
    page.keyboard.press("c")
    yield "figures"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    yield "help"
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Le pari et la réponse").click()
    yield "bet"


def test_text_is_large_enough_and_stands_out(page):
    for state in states(page):
        told = page.evaluate(LOOK)
        assert len(told) > 30
        assert [one for one in told if one["size"] < 16] == [], state
        assert [one for one in told if one["contrast"] < 4.5] == [], state


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_whatever_can_be_used_has_a_name(page, lang):
    if lang == "en":
        page.keyboard.press("l")
    for node in page.locator(NAMED).all():
        name = node.evaluate(NAME)
        assert name.strip() or not node.is_visible(), node.evaluate("(node) => node.outerHTML.slice(0, 120)")


def test_the_main_view_fits_the_screen_without_scrolling(page):
    for state in states(page):
        tall, wide = page.evaluate("[document.documentElement.scrollHeight, document.documentElement.scrollWidth]")
        assert (tall, wide) == (768, 1366), state


def test_a_narrow_window_reflows_without_scrolling_sideways(page):
    page.set_viewport_size({"width": 683, "height": 600})
    page.wait_for_timeout(200)
    assert page.evaluate("document.documentElement.scrollWidth") <= 683


def test_what_is_spoken_follows_each_stop(page):
    live = page.locator("#live")
    page.keyboard.press("ArrowRight")
    assert "Mois 1" in live.inner_text().replace("\N{NARROW NO-BREAK SPACE}", " ")
    page.keyboard.press("End")
    assert "Mois 95" in live.inner_text().replace("\N{NARROW NO-BREAK SPACE}", " ")


@pytest.fixture(scope="session")
def axe(tmp_path_factory) -> str:
    """The source of axe-core, by npm."""
    if shutil.which("npm") is None:
        pytest.skip("npm is not installed: axe-core cannot be fetched")
    folder = tmp_path_factory.mktemp("axe")
    command = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder), "axe-core@4"]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as fault:
        pytest.skip(f"npm could not fetch axe-core: {fault}")
    return (folder / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def test_axe_finds_nothing(page, axe):
    page.evaluate(axe)
    for state in states(page):
        found = page.evaluate(AXE)
        assert found == [], f"{state}: {json.dumps(found, indent=1, ensure_ascii=False)}"
