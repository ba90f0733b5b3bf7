"""What a summary says of runs whose shares, means and differences are known by hand."""

import numpy as np
import pandas as pd
import pytest

from experiments.statistics import paired_share, wilson
from experiments.summary import summarise
from sim.config.verdict import Verdict


def _runs(name: str, verdicts: list[str], **columns: list[float]) -> pd.DataFrame:
    n = len(verdicts)
    frame = pd.DataFrame({"scenario": name, "replicate": range(n), "seed": range(100, 100 + n), "verdict": verdicts})
    frame["islet_kind"] = ["compact" if verdict == "islets" else None for verdict in verdicts]
    for flag in ("disillusion", "showcase_lab", "aborted", "extinct"):
        frame[flag] = False
    known = {"practice": [0.1] * n, "cynicism_involved": [0.0] * n, "relaunch_ratio": [1.0] * n}
    return frame.assign(**(known | columns))


def _summary(*frames: pd.DataFrame, lines: Verdict | None = None):
    runs = pd.concat(frames)
    return summarise(runs, dict.fromkeys(runs["scenario"].unique(), lines or Verdict()))


A = ["diffusion"] * 6 + ["islets"] * 3 + ["fallback"]
B = ["diffusion"] * 2 + ["fallback"] * 8


def test_shares_are_counted_with_wilson_intervals():
    measures = _summary(_runs("a", A)).scenarios["a"]
    assert measures.verdicts["diffusion"] == wilson(6, 10)
    assert measures.verdicts["not_launched"] == wilson(0, 10)
    assert measures.islet_kinds["compact"] == wilson(3, 10)
    assert sum(share.value for share in measures.verdicts.values()) == pytest.approx(1.0)


def test_an_outcome_of_yes_or_no_is_a_share_and_an_undefined_one_is_left_out():
    runs = _runs("a", A, lab_alive=[1.0] * 4 + [0.0] * 6, lab_age=[np.nan] * 8 + [3.0, 5.0])
    measures = _summary(runs).scenarios["a"]
    assert measures.outcomes["lab_alive"] == wilson(4, 10)
    assert (measures.outcomes["lab_age"].value, measures.outcomes["lab_age"].n) == (4.0, 2)


def test_the_interval_of_a_mean_stays_inside_what_is_possible():
    breadth = _summary(_runs("a", A, breadth=[0.0] * 9 + [0.1])).scenarios["a"].outcomes["breadth"]
    assert breadth.low == 0.0 < breadth.value < breadth.high


def test_differences_are_paired_whatever_the_order_of_the_rows():
    practice = list(np.linspace(0, 1, 10))
    first, second = _runs("a", A, practice=practice), _runs("b", B, practice=practice)
    minus = _summary(first, second.sample(frac=1, random_state=1)).differences["b"]
    assert minus.verdicts["diffusion"] == paired_share(
        [v == "diffusion" for v in A], [v == "diffusion" for v in B]
    )
    assert (minus.outcomes["practice"].value, minus.outcomes["practice"].excludes_zero) == (0.0, False)


def test_runs_with_other_luck_are_not_paired():
    with pytest.raises(ValueError, match="different seeds"):
        _summary(_runs("a", A), _runs("b", B).assign(seed=range(10)))


@pytest.mark.parametrize(
    ("rise", "ratio", "expected"),
    [
        ([0.08, 0.10] * 5, [1.0] * 10, True),
        ([0.02, 0.03] * 5, [1.0] * 10, False),  # a rise that is certain, and below the line
        ([-0.5, 0.7] * 5, [1.0] * 10, False),  # above the line, and luck alone may explain it
        ([0.0] * 10, [0.6, 0.7] * 5, True),
        ([0.0] * 10, [0.9, 0.95] * 5, False),
        ([np.nan] * 10, [np.nan] * 10, False),
    ],
)
def test_disillusion_holds_over_replicates_by_the_line_and_beyond_luck(rise, ratio, expected):
    assert _summary(_runs("a", A, cynicism_involved=rise, relaunch_ratio=ratio)).disillusioned == {"a": expected}
