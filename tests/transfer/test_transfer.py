"""The transfer tests: what they would play, and that they wait for frozen parameters. No such case is run here."""

import numpy as np
import pytest

from experiments import transferring
from experiments.command import main
from experiments.language import LANGUAGES, Words
from experiments.transfer.cases import CODED, CONTRASTS, SLACK, miscodings
from experiments.transfer.report import FLAGS, MEANS, Told, page
from experiments.transfer.running import YEARLY, condition
from sim.config import flat
from tests.scenarios import kept_for_validation

SCENARIOS = sorted({contrast.scenario for contrast in CONTRASTS})


def test_every_case_kept_for_validation_is_played():
    assert set(SCENARIOS) == set(kept_for_validation())


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_coded_input_is_miscoded_both_ways_within_its_range(name):
    config = condition(name).config
    found = list(miscodings(config))
    assert [(key, sign) for key, sign, _ in found] == [(key, sign) for key in CODED for sign in "-+"]
    for key, sign, value in found:
        coded = flat(config)[key]
        assert 0 <= value <= 1
        assert abs(value - coded) <= SLACK + 1e-9
        assert value <= coded if sign == "-" else value >= coded


@pytest.mark.parametrize("contrast", CONTRASTS, ids=lambda contrast: f"{contrast.pattern}-{contrast.scenario}")
def test_a_contrast_changes_what_it_says(contrast):
    own, other = condition(contrast.scenario), condition(contrast.other, contrast.change)
    assert own.config != other.config
    values = flat(other.config)
    for key, value in contrast.change:
        assert values[key] == value
        assert key in other.given, "members of the ensemble must leave it alone"


def test_nothing_is_played_before_parameters_are_frozen(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(transferring, "SHIPPED", tmp_path / "none.csv")
    assert main(["transfer", "--out", str(tmp_path / "out"), "--lang", "en"]) == 1
    assert "frozen" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_tells_verdicts_differences_years_and_the_rival(lang):
    def row(verdict, net):
        yearly = {f"yearly_{name}": [0.1, 0.2] for name in YEARLY}
        return {"verdict": verdict, **dict.fromkeys(FLAGS, False), **dict.fromkeys(MEANS, net), **yearly}

    own, other = [row("islets", 0.02), row("diffusion", 0.04)], [row("islets", 0.01), row("islets", 0.01)]
    told = Told("A place", "SF27", own, other, "else", [("sponsorship.level +0.15", other)], 0.25)
    text = page([told], Words(lang), "head")
    assert "## A place (SF27)" in text
    assert ("50 % [" if lang == "fr" else "50% [") in text.replace("\u00a0", " ")
    expected = Words(lang)("transfer.net_practice")
    line = next(line for line in text.splitlines() if line.startswith(f"| {expected}"))
    assert ("0,03" if lang == "fr" else "0.03") in line
    assert np.isclose(told.rival, 0.25) and "25" in text.splitlines()[-1]
