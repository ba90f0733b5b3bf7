"""The documentation site: it builds without a warning, asks nothing of the network, and is searched from a file."""

import importlib.util
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from tests.seminar.browsing import browsing, needs_browser

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "docs" / "site"

pytestmark = [
    pytest.mark.skipif(importlib.util.find_spec("sphinx") is None, reason="sphinx is not installed: make docs"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    built = subprocess.run([sys.executable, SITE / "build.py", folder], cwd=ROOT, capture_output=True, text=True)
    assert (built.returncode, built.stdout, built.stderr) == (0, "", "")
    return folder


def test_every_page_of_the_documentation_is_on_the_site_in_its_edition(site):
    pages = {path.relative_to(ROOT / "docs") for path in (ROOT / "docs").rglob("*.md")}
    for page in pages:
        edition = "fr" if page.name.endswith(".fr.md") or page.name == "coding-sheet.md" else "en"
        assert (site / edition / "docs" / page.with_suffix(".html")).is_file(), page
    assert len(pages) > 60


def test_every_link_of_every_page_leads_to_a_file(site):
    for page in site.rglob("*.html"):
        for link in re.findall(r'(?:href|src)="([^"#]+)', page.read_text(encoding="utf-8")):
            if not re.match(r"\w+:", link):
                assert (page.parent / link.partition("?")[0]).exists(), f"{page.relative_to(site)}: {link}"


def test_nothing_is_asked_of_the_network(site):
    loads = re.compile(
        r"""<(?:script|img|iframe|source|video|audio|embed)\b[^>]*\bsrc=["']?(?:https?:)?//
        |<link\b[^>]*\bhref=["']?(?:https?:)?//
        |@import\s*(?:url\()?["']?(?:https?:)?//
        |url\(\s*["']?(?:https?:)?//
        |(?:fetch|importScripts|sendBeacon|open)\(\s*["'`](?:GET["'],\s*["'])?(?:https?:)?//""",
        re.VERBOSE | re.IGNORECASE,
    )
    assert loads.search('<script async src="https://x.example/a.js">')
    assert loads.search("@import url(//x.example/a.css)")
    found = [
        f"{path.relative_to(site)}: {hit[0]}"
        for path in site.rglob("*") if path.suffix in (".html", ".css", ".js", ".svg")
        for hit in loads.finditer(path.read_text(encoding="utf-8"))
    ]  # fmt: skip
    assert found == []


def test_a_formula_is_markup_and_a_diagram_a_table(site):
    for edition, arrows in (("fr", "ce qui passe"), ("en", "what passes")):
        page = (site / edition / "docs" / "model" / f"description.{edition}.html").read_text(encoding="utf-8")
        assert page.count("<math") > 600
        assert arrows in page and "mermaid" not in page and "$" not in re.sub(r"<[^>]*>", "", page)


def test_the_interface_has_its_docstrings(site):
    page = (site / "en" / "docs" / "api.html").read_text(encoding="utf-8")
    for name in ("load_scenario", "simulate", "ParticipationModel", "Study"):
        assert re.search(rf'id="[\w.]+\.{name}"', page)
    assert "0..2^63-1" in page


@needs_browser
def test_a_word_is_searched_from_a_file_in_both_languages(site):
    for edition, label, word in (("fr", "Recherche", "portages"), ("en", "Search", "islet")):
        with browsing() as (page, asked, wrong):
            page.set_default_timeout(120_000)  # milliseconds: a loaded machine is slow to start a page
            page.goto((site / edition / "docs" / f"index.{edition}.html").as_uri())
            assert page.locator(".sidebar-search").get_attribute("placeholder") == label
            page.locator(".sidebar-search").fill(word)
            page.locator(".sidebar-search").press("Enter")
            page.wait_for_selector(f'ul.search li a[href*="headline-study.{edition}.html"]')  # listed one by one
            assert page.evaluate("document.documentElement.lang") == edition
            page.locator("ul.search li a").first.click()
            page.wait_for_selector("article h1")
            assert page.locator("h1").count() == 1
            assert wrong == [] and all(address.startswith("file:") for address in asked)


@needs_browser
def test_pages_fit_a_narrow_screen(site):
    with browsing() as (page, asked, wrong):
        page.set_viewport_size({"width": 360, "height": 780})
        for name in ("index.fr", "model/description.fr", "model/tables/parameters.fr", "headline-study.fr"):
            page.goto((site / "fr" / "docs" / f"{name}.html").as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, name
        assert wrong == [] and all(address.startswith("file:") for address in asked)


def test_an_outline_skips_no_level_and_leaves_code_alone():
    outlined = _site("headings")["outlined"]
    given = "# T\n### a\n#### b\n```sh\n# c\n```\n## d\n# e\n"
    assert outlined(given) == "# T\n## a\n### b\n```sh\n# c\n```\n## d\n## e\n"


def test_a_formula_that_cannot_be_written_is_an_error():
    mathml = _site("formulas")["mathml"]
    assert "<mn>1</mn><mn>2</mn></mfrac>" in mathml(r"\big(\tfrac12 E\big) \lt 1", block=True)
    assert "\N{MATHEMATICAL DOUBLE-STRUCK DIGIT ONE}" in mathml(r"\mathbb 1[\cdot]", block=False)
    assert "<mtable" in mathml("\\begin{cases}\n[a] & b\\\\ c & d\\end{cases}", block=True)
    with pytest.raises(Exception, match="no MathML"):
        mathml(r"\nosuchcommand", block=False)


def _site(name):
    sys.path.insert(0, str(SITE))
    try:
        return runpy.run_path(str(SITE / f"{name}.py"))
    finally:
        sys.path.remove(str(SITE))
