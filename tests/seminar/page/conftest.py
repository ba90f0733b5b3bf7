"""A browser without network, the page in one file with real worlds, a failure for whatever the page complains about."""

import base64
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from experiments.seminar.coding import block
from experiments.seminar.page_file import with_data
from tests.seminar.page.sample import sample

CHROMIUM = shutil.which("chromium")
SCREEN = {"width": 1366, "height": 768}


@pytest.fixture(scope="module")
def browser():
    """One browser a file: two of playwright's drivers cannot live in one process at once."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed: make browser (as root)")
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-background-networking", "--enable-precise-memory-info"]
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield found
        found.close()


@pytest.fixture(scope="session")
def pack(tmp_path_factory) -> Path:
    """The page in one file."""
    content = sample()
    path = tmp_path_factory.mktemp("pack") / "archipel-seminaire.html"
    blocks = {f"block-{name}": block(world) for name, world in content["worlds"].items()}
    blocks |= {f"layout-{name}": block(layout) for name, layout in content["layouts"].items()}
    blocks |= {sheet["block"]: base64.b64encode(b"%PDF-1.7").decode() for sheet in content["catalogue"]["kit"]}
    path.write_text(with_data(blocks, content["catalogue"]), encoding="utf-8")
    return path


@pytest.fixture
def tab(browser) -> Iterator:
    """A tab without network; what the page complains about, or asks of the network, fails the test."""
    context = browser.new_context(viewport=SCREEN, offline=True, accept_downloads=True)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    own = ("file:", "blob:", "data:")
    page.on("request", lambda asked: None if asked.url.startswith(own) else complaints.append(asked.url))
    yield page
    context.close()
    assert complaints == []


@pytest.fixture
def page(tab, pack):
    """The pack, opened by a double click."""
    open_file(tab, pack)
    return tab


def open_file(tab, path: Path) -> None:
    tab.goto(path.as_uri())
    tab.wait_for_selector(".panel[aria-busy=false] .headline:not(:empty)")


def wait_for_month(page, least: int) -> None:
    """Until the clock shows a month or a later one; the page's policy forbids to wait for a text that is evaluated."""
    for _ in range(400):
        if int(page.locator("#timeline").input_value()) >= least:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"month {least} was not reached")
