"""What is written stays whole and apart: on the screen of a trainer's laptop, under a browser's bars, projected."""

import pytest

SIZES = {"whole screen": (1366, 768), "under the browser's bars": (1366, 641), "projector": (1920, 1080)}
CUT = """() => [...document.querySelectorAll(".headline, .under, .why, #case, .creed, #events button, .lever label")]
  .filter((node) => node.checkVisibility() && node.textContent.trim())
  .filter((node) => node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 2)
  .filter((node) => getComputedStyle(node).display !== "inline")
  .map((node) => [node.className || node.id, node.textContent.slice(0, 60), node.scrollHeight, node.clientHeight])"""
CROSSED = """() => [...document.querySelectorAll(".panel")].flatMap((panel) => {
  const stage = panel.querySelector(".stage").getBoundingClientRect();
  const names = panel.querySelectorAll(".row-names li");
  const rows = [...names].map((row) => [row.innerText, row.getBoundingClientRect()]);
  const above = (k) => rows[k - 1]?.[1].bottom ?? 0;
  const wrong = rows.filter(([, box], k) => box.bottom > stage.bottom + 6 || box.top < above(k) - 6);
  return wrong.map(([text, box]) => [text, box.top, box.bottom, stage.bottom]);
})"""


@pytest.fixture(params=SIZES, ids=str)
def sized(request, page):
    width, height = SIZES[request.param]
    page.set_viewport_size({"width": width, "height": height})
    return page


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("projected", [False, True], ids=["plain", "projected"])
def test_nothing_is_cut_or_written_over_another(sized, projected, lang):
    if lang == "en":
        sized.keyboard.press("l")
    if projected:
        sized.keyboard.press("p")
    sized.locator("#events button").last.click()
    sized.wait_for_selector(".panel[data-slot=B][aria-busy=false]")
    for key in ("Home", "End", "g"):
        sized.keyboard.press(key)
        sized.wait_for_timeout(100)
        assert sized.evaluate(CUT) == []
        assert sized.evaluate(CROSSED) == []


def test_the_verdict_is_the_largest_text_of_all(page):
    page.keyboard.press("End")
    sizes = page.evaluate(
        "() => Object.fromEntries(['.headline', '.why', '#month', 'h1'].map((part) =>"
        " [part, parseFloat(getComputedStyle(document.querySelector(part)).fontSize)]))"
    )
    assert sizes[".headline"] >= 28
    assert max(sizes, key=sizes.get) == ".headline"


def test_months_stand_above_one_another_in_the_heat_map_and_the_curve(page):
    page.keyboard.press("End")
    page.get_by_role("button", name="Chaleur").click()
    right = page.evaluate("() => Number(document.querySelector('.curve .head').getAttribute('x1'))")
    column = page.evaluate(
        """() => {
          const sheet = [...document.querySelectorAll(".stage canvas")].at(-1);
          const { data, width } = sheet.getContext("2d").getImageData(0, 10, sheet.width, 1);
          const blue = [...Array(width).keys()].filter((x) => data[4 * x] < 40 && data[4 * x + 2] > 100);
          return blue.reduce((sum, x) => sum + x, 0) / blue.length / (width / sheet.clientWidth);
        }"""
    )
    assert abs(column - right) < 3


def test_what_is_printed_has_the_worlds_and_no_controls(page):
    page.emulate_media(media="print")
    for part, seen in {".creed": True, ".panel": True, ".side": False, "footer": False, ".tools": False}.items():
        assert page.locator(part).first.is_visible() == seen, part


def test_managers_can_be_told_apart_even_where_they_are_many(page):
    page.get_by_role("combobox", name="Cas").select_option("transfo")
    page.wait_for_selector(".panel[aria-busy=false] .headline:not(:empty)")
    page.get_by_role("button", name="Comparer").click()
    page.wait_for_selector(".panel[data-slot=B][aria-busy=false]")
    dark = page.evaluate(
        """() => {
          const sheet = document.querySelector(".stage").querySelectorAll("canvas")[2];
          const ratio = sheet.width / sheet.clientWidth;
          const middle = (k) => document.querySelectorAll(".row-names li")[k].getBoundingClientRect();
          const stage = document.querySelector(".stage").getBoundingClientRect();
          const top = (middle(2).top - stage.top) * ratio;
          const { data } = sheet.getContext("2d").getImageData(0, top, sheet.width, middle(2).height * ratio);
          let n = 0;
          for (let k = 3; k < data.length; k += 4) n += data[k] > 128;
          return n / (ratio * ratio);
        }"""
    )
    assert dark > 207 * 6, "six pixels each at least"
