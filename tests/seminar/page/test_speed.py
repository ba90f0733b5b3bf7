"""What a month costs the browser, in processor time, which a busy machine does not stretch; memory over a session."""

import pytest

from tests.seminar.page.sample import TRANSFO

FRAME = 1 / 60


@pytest.fixture
def metered(page):
    """The largest world of the sample, and a function that reads the browser's meters [seconds of processor, bytes]."""
    page.get_by_role("combobox", name="Cas").select_option(TRANSFO)
    page.wait_for_selector(".panel[aria-busy=false] .headline:not(:empty)")
    client = page.context.new_cdp_session(page)
    client.send("Performance.enable", {"timeDomain": "threadTicks"})
    client.send("HeapProfiler.enable")

    def read(name: str) -> float:
        if name == "JSHeapUsedSize":
            client.send("HeapProfiler.collectGarbage")
        return {each["name"]: each["value"] for each in client.send("Performance.getMetrics")["metrics"]}[name]

    return page, read


@pytest.mark.parametrize("view", ["Organigramme", "Réseau", "Chaleur"])
def test_a_month_of_two_thousand_people_is_painted_within_a_frame(metered, view):
    page, read = metered
    page.get_by_role("button", name=view).click()
    page.keyboard.press("Escape")
    months = 60
    before = read("TaskDuration")
    for _ in range(months):
        page.keyboard.press("ArrowRight")
    assert (read("TaskDuration") - before) / months < FRAME


def session(page) -> None:
    """A piece of a session: an event beside the original, to the end and back, another language, each view."""
    page.get_by_role("combobox").first.select_option("fictional_commune")
    page.wait_for_selector(".panel[aria-busy=false] .headline:not(:empty)")
    page.locator("#events button").first.click()
    page.wait_for_selector(".panel[data-slot=B][aria-busy=false]")
    for key in ("End", "Home", "End", "l", "g", "g", "l"):
        page.keyboard.press(key)
    for view in page.locator("#views button").all():
        view.click()
    page.get_by_role("combobox").first.select_option(TRANSFO)
    page.wait_for_selector(".panel[aria-busy=false] .headline:not(:empty)")


def test_memory_stays_flat(metered):
    page, read = metered
    for _ in range(4):
        session(page)
    before = read("JSHeapUsedSize")
    for _ in range(12):
        session(page)
    assert read("JSHeapUsedSize") < 1.1 * before


@pytest.mark.slow
def test_memory_stays_flat_for_ten_minutes(metered):
    page, read = metered
    for _ in range(4):
        session(page)
    before = read("JSHeapUsedSize")
    page.get_by_role("combobox", name="Vitesse").select_option("16")
    for _ in range(60):
        session(page)
        page.locator("#play").click()
        page.wait_for_timeout(8_000)
    assert read("JSHeapUsedSize") < 1.1 * before
