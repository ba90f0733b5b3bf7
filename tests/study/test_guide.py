"""The guide says what is so: its study is the file of that name, its designs and options exist, its lines are read."""

import re
import shlex
from pathlib import Path

import pytest

from experiments.command import command_module
from experiments.grammar import read
from experiments.study.designs import design, design_names
from experiments.study.first import first_points
from experiments.study.spec import read_plan

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "studies" / "departure.yaml"
PAGES = {lang: (ROOT / "docs" / f"studies.{lang}.md").read_text(encoding="utf-8") for lang in ("fr", "en")}


@pytest.mark.parametrize("lang", PAGES)
def test_the_study_of_the_guide_is_the_file(lang):
    (block,) = re.findall(r"```yaml\n(.*?)```", PAGES[lang], re.DOTALL)
    assert block == EXAMPLE.read_text(encoding="utf-8") and len(block.splitlines()) == 12
    assert len(first_points(read_plan(EXAMPLE))) == 6


@pytest.mark.parametrize("lang", PAGES)
def test_every_design_and_no_other_is_in_the_table_with_options_that_it_has(lang):
    rows = [line.split("|")[1:3] for line in PAGES[lang].splitlines() if re.match(r"\| `[a-z_]+`", line)]
    told = {name: re.findall(r"`(\w+):", options) for names, options in rows for name in re.findall(r"`(\w+)`", names)}
    assert set(told) == set(design_names())
    for name, options in told.items():
        assert set(options) == set(design(name).OPTIONS)


@pytest.mark.parametrize("lang", PAGES)
def test_every_line_of_the_guide_is_read(lang):
    lines = [line for block in re.findall(r"```sh\n(.*?)```", PAGES[lang], re.DOTALL) for line in block.splitlines()]
    assert len(lines) == 6
    for line in lines:
        _, name, *tokens = shlex.split(line.partition(">")[0])
        assert not read(command_module(name).COMMAND, tokens, lang).mistakes
