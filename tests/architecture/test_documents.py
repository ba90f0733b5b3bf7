"""The documents agree with the code and with one another."""

import json
import re
import shlex
import tomllib
from pathlib import Path

import pytest

from experiments.command import command_names
from experiments.configuration import load_scenario
from tests.architecture.repository import ROOT, texts

PAGES = sorted(name for name in texts() if name.endswith(".md"))
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def commands(page: str) -> list[str]:
    """Lines of the fenced blocks of a page, comments and blanks left out: they differ by language."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", texts()[page], re.MULTILINE | re.DOTALL)
    lines = [line.partition("#")[0].rstrip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line]


@pytest.mark.parametrize("page", PAGES)
def test_every_relative_link_of_a_page_leads_somewhere(page):
    targets = re.findall(r"\]\((?!\w+:|#)([^)#\s]+)", texts()[page])
    missing = [target for target in targets if not (ROOT / Path(page).parent / target).exists()]
    assert missing == []


def test_both_readmes_give_the_same_commands():
    assert commands("README.md") == commands("README.fr.md")


@pytest.mark.parametrize("page", PAGES)
def test_every_make_target_of_a_page_exists(page):
    targets = set(re.findall(r"^([\w-]+):", texts()["Makefile"], re.MULTILINE))
    assert set(re.findall(r"`make ([\w-]+)", texts()[page])) <= targets
    assert {line.split()[1] for line in commands(page) if line.startswith("make ")} <= targets


@pytest.mark.parametrize("page", PAGES)
def test_every_archipel_command_of_a_page_exists(page):
    named = re.findall(r"(?:^|`)archipel ([a-z][a-z-]*)", "\n".join(commands(page)) + texts()[page], re.MULTILINE)
    assert set(named) <= set(command_names())


@pytest.mark.parametrize("line", [line for line in commands("README.md") if re.match("archipel (run|compare) ", line)])
def test_every_run_of_the_readme_is_an_accepted_configuration(line):
    words = shlex.split(line.partition("--")[0])[2:]
    overrides = [word for word in words if "=" in word and not word.startswith("scenario=")]
    names = [word.removeprefix("scenario=") for word in words if word not in overrides]
    assert names
    for name in names:
        load_scenario(name, *overrides)


def test_every_french_term_of_the_glossary_is_said_once():
    rows = re.findall(r"^\| ([^|]+?) \| [^|]+ \| [^|]+ \|$", texts()["GLOSSARY.md"], re.MULTILINE)
    terms = [term for term in rows if term != "French"]
    assert len(terms) > 40
    assert sorted(terms) == sorted(set(terms))


def test_the_version_is_the_same_everywhere():
    assert f"\nversion: {VERSION}\n" in texts()["CITATION.cff"]
    assert json.loads(texts()["codemeta.json"])["version"] == VERSION
    assert re.search(rf"^## {re.escape(VERSION)}\b", texts()["CHANGELOG.md"], re.MULTILINE)
