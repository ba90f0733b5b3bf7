"""The model description says what the code does: its tables, its columns, its codes, both its languages alike."""

import re
import typing

import numpy as np
import pytest

from experiments.description.citations import citations
from experiments.description.columns import tables
from experiments.description.formulas import FRENCH
from experiments.description.pages import FOLDER, block_names, drifted, language, pages, rewritten, used
from experiments.description.study import codes
from experiments.description.symbols import submodels
from experiments.language import LANGUAGES
from sim.config import iter_parameters, resolved
from sim.outcomes.catalogue import catalogue
from sim.population.units import AUTHORITY
from sim.run import Live
from sim.world import World
from tests.unit.mesa_world import CONFIG

PAGES = {page.relative_to(FOLDER).as_posix(): page.read_text(encoding="utf-8") for page in pages()}
NO_EQUATION = {"horizon_months", "management.salary_eur_year"}
TABLES = {table.name: table for table in tables()}


def columns_of(table):
    """Names of the columns that the code gives a table."""
    return list(AUTHORITY.names) if table == "authority" else list(typing.get_type_hints(World)[table]._fields)


def headings(text):
    """Anchors of the headings of a page, as GitHub makes them."""
    found = re.findall(r"^#+ (.+)$", re.sub(r"```.*?```", "", text, flags=re.DOTALL), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


def equations(text):
    """Displayed equations of a page, the words in them left out, decimals written alike."""
    blocks = re.findall(r"```math\n(.*?)```", text, re.DOTALL)
    return [re.sub(r"\\text\{[^}]*\}", "", block).replace("{,}", ".") for block in blocks]


def test_the_tables_are_what_the_code_says_now():
    stale = [page.relative_to(FOLDER).as_posix() for page in drifted()]
    assert stale == [], "make description writes them again"


def test_a_table_that_has_drifted_is_seen_and_written_again():
    page = PAGES["tables/mechanisms.en.md"]
    assert rewritten(page.replace("overload", "underload"), "en") == page


def test_each_language_has_the_same_pages_with_the_same_tables():
    fr, en = ({name: text for name, text in PAGES.items() if f".{lang}.md" in name} for lang in LANGUAGES)
    assert {name.replace(".fr.", ".en.") for name in fr} == set(en)
    for name, text in fr.items():
        assert used(text) == used(en[name.replace(".fr.", ".en.")]), name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_block_and_every_submodel_stands_on_a_page(lang):
    asked = [name for page, text in PAGES.items() if f".{lang}.md" in page for name in used(text)]
    assert {name.split()[0] for name in asked} == set(block_names())
    assert {name.partition(" ")[2] for name in asked if name.startswith("values ")} == set(submodels())


def test_both_languages_give_the_same_equations():
    fr, en = (equations(PAGES[f"description.{lang}.md"]) for lang in LANGUAGES)
    assert len(fr) > 30
    assert fr == en


@pytest.mark.parametrize("name", PAGES)
def test_every_anchor_leads_to_a_heading(name):
    targets = re.findall(r"\]\(#([^)]+)\)", PAGES[name])
    assert set(targets) <= headings(PAGES[name])


@pytest.mark.parametrize("table", World._fields)
def test_every_column_of_every_table_is_described_and_no_other(table):
    assert set(TABLES[table].columns) == set(columns_of(table))


def test_a_life_keeps_to_the_ranges_that_the_description_gives():
    live = Live(resolved(CONFIG), seed=3)
    for month in (0, 6, 20):
        live.advance(month)
        n_items = int(live.world.authority["n_items"][0])
        for name, table in TABLES.items():
            rows = getattr(live.world, name)
            for column, said in table.columns.items():
                values = np.asarray(rows[column] if name == "authority" else getattr(rows, column))
                inside = values[:n_items] if name == "items" else values
                assert np.all((inside >= said.low) & (inside <= said.high)), (month, name, column)


def test_every_number_that_decides_a_result_has_a_symbol_in_an_equation():
    named = {key for symbols in submodels().values() for key in symbols}
    numbers = {
        key for key, p in iter_parameters() if p.decides and p.kind in ("float", "int") and "[]" not in key
    }
    assert numbers - named == NO_EQUATION, "give it one in experiments/description/symbols, and its place in the text"
    assert named <= numbers


def test_two_parameters_of_one_submodel_do_not_share_a_symbol():
    for name, symbols in submodels().items():
        assert len(set(symbols.values())) == len(symbols), name


def test_every_code_of_the_study_that_the_model_cites_is_explained():
    assert set(citations()) <= codes()


def test_every_formula_of_an_outcome_is_said_in_french():
    assert {spec.name for spec in catalogue()} == set(FRENCH)


def test_every_page_says_its_language():
    assert all(language(page) for page in FOLDER.rglob("*.md"))
