"""Tutorials run as written: what they say to do is done, and what they say will be seen is seen."""

import re
from itertools import pairwise

import pytest

from tests.tutorials.doing import command, do, shows
from tests.tutorials.pages import FOLDER, NAMES, blocks

DONE = ("sh", "python")
LONG = re.compile(r"archipel plans |archipel run ")
"""A minute each: done in French, and in English by `pytest -m slow`."""


def follow(name, lang, folder):
    """Do a whole page; the lines it quotes that were not seen."""
    shown, missing = "", []
    for block in blocks(name, lang):
        if block.kind == "yaml":
            (folder / block.name).write_text(block.text, encoding="utf-8")
        elif block.kind == "text":
            missing += shows(shown, block.lines)
        else:
            assert block.kind in DONE, block.kind
            shown = do(block, folder)
    return missing


def without_language(text):
    return re.sub(r"--lang (fr|en)", "--lang", text)


def numbers(text):
    """Numbers of a quoted output, however the language writes them."""
    return re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d)[ \u202f\xa0,](?=\d{3}\b)", "", text).replace(",", "."))


def test_there_is_a_tutorial_for_each_user_in_both_languages():
    assert NAMES == ["lab", "researcher", "trainer"]
    assert {path.name for path in FOLDER.iterdir()} == {f"{name}.{lang}.md" for name in NAMES for lang in ("fr", "en")}


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_say_to_do_the_same_and_quote_the_same_numbers(name):
    french, english = blocks(name, "fr"), blocks(name, "en")
    assert [(block.kind, block.name) for block in french] == [(block.kind, block.name) for block in english]
    for one, other in zip(french, english, strict=True):
        if one.kind == "text":
            assert numbers(one.text) == numbers(other.text)
        else:
            assert without_language(one.text) == without_language(other.text)
            assert "--lang en" not in one.text and "--lang fr" not in other.text


@pytest.mark.parametrize("name", NAMES)
def test_every_block_of_commands_is_one_that_is_done(name):
    for before, block in pairwise(blocks(name, "fr")):
        assert block.kind != "text" or before.kind in DONE
    assert all("archipel" not in block.text for block in blocks(name, "fr") if block.kind not in DONE)


@pytest.mark.parametrize("name", NAMES)
def test_a_tutorial_does_what_it_says(name, tmp_path):
    assert follow(name, "fr", tmp_path) == []
    assert say_again(name, tmp_path) == []


def say_again(name, folder):
    """In the folder of the French reader, the English lines that are quick there; their quotes that were not seen."""
    shown, missing, skipped = "", [], False
    for block in blocks(name, "en"):
        if block.kind == "text" and not skipped:
            missing += shows(shown, block.lines)
        elif block.kind in DONE:
            skipped = any(LONG.search(line) for line in block.lines)
            shown = "" if skipped or block.kind == "python" else "".join(again(line, folder) for line in block.lines)
            skipped = skipped or block.kind == "python"
    return missing


def again(line, folder):
    """A line whose output depends on the language, done once more where the French one was done."""
    if line.endswith("# Ctrl-C"):
        return ""
    for path in ("mon-organisation.xlsx", "outputs/classeur"):  # a file that exists is never written over
        if f"--out {path} " in line:
            line = line.replace(f"--out {path}", f"--out english-{path.replace('outputs/', '')}")
    return command(line, folder)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_english_page_does_so_too(name, tmp_path):
    assert follow(name, "en", tmp_path) == []


def test_a_quote_that_is_not_shown_is_told():
    assert shows("one  two\nthree\n", ["one two", "three"]) == []
    assert shows("one  two\nthree\n", ["three", "one two"]) == ["one two"]
    assert shows("one\n", ["two"]) == ["two"]
