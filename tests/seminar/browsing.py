"""A browser for tests, without network: every request is written down, and those to elsewhere are refused."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = Path("/usr/bin/chromium")
needs_browser = pytest.mark.skipif(not CHROMIUM.exists(), reason="chromium is not installed: make browser")


@contextmanager
def browsing(offline: bool = True) -> Iterator[tuple[Any, list[str], list[str]]]:
    """A page, the addresses that it asks for (data and blob apart), and what goes wrong in it."""
    sync_api = pytest.importorskip("playwright.sync_api")
    arguments = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
    with sync_api.sync_playwright() as player:
        browser = player.chromium.launch(executable_path=os.fspath(CHROMIUM), args=arguments)
        context = browser.new_context(viewport={"width": 1366, "height": 768}, offline=offline, locale="fr-FR")
        page, asked, wrong = context.new_page(), [], []
        page.on("request", lambda r: None if r.url.startswith(("data:", "blob:")) else asked.append(r.url))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        try:
            yield page, asked, wrong
        finally:
            browser.close()
