"""The search finds the region that is known, takes up work where it stopped, and does again what is damaged."""

import json
from dataclasses import replace
from math import isnan

import numpy as np
import pytest

from experiments.calibrating import write
from experiments.calibration import freezing
from experiments.calibration.chunks import Chunk, load, work
from experiments.calibration.harvest import as_dict, harvest
from experiments.calibration.implausibility import implausibility, largest
from experiments.calibration.race import Race
from experiments.calibration.rules import CUT, LEAST_MEMBERS, ladder
from experiments.calibration.space import fit_space, spread_out
from experiments.calibration.waves import Settings, search
from experiments.ensemble import read_ensemble
from experiments.patterns.acceptance import above, at_most, between
from sim.core.errors import InputError
from tests.calibration.toy import SPACE, Toy

SETTINGS = Settings(points=80, waves=2, replicates=6, root=1)


def searched(folder, settings=SETTINGS, simulator=None, **race):
    waves = search(SPACE, Race(simulator or Toy(), folder, settings.root, **race), settings)
    return waves, harvest(waves, settings)


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    folder = tmp_path_factory.mktemp("search")
    return folder, *searched(folder)


def places(points):
    return np.array([[x, y + 5] for (_, x), (_, y) in points])


def test_the_members_lie_in_the_known_region_and_fill_it(found):
    _, _, result = found
    at = places([member.values for member in result.members])
    assert result.rank == 1
    assert len(at) >= LEAST_MEMBERS
    # a band is its middle +/- two deviations, so 3 lies half a half-width outside it; noise of the mean is 0.02
    assert (np.abs(at[:, 0] - 0.5) < 0.15 + 0.07).all()
    assert (np.abs(at[:, 1] - 0.2) < 0.15 + 0.07).all()
    assert np.ptp(at[:, 0]) > 0.2 and np.ptp(at[:, 1]) > 0.2


def test_what_is_far_is_dropped_with_few_replicates(found):
    _, waves, _ = found
    first = ladder(SETTINGS.replicates)[0].replicates
    both_wrong = [p for p in waves.points[0][1:] if abs(p[0][1] - 0.5) > 0.35 and abs(p[1][1] + 4.8) > 0.35]
    assert both_wrong
    for point in set(both_wrong) - set(waves.prior):
        assert waves.race.replicates(point, "rest") == 0
        assert waves.race.replicates(point, "quick") >= first


def test_a_later_wave_looks_where_there_is_room(found):
    _, waves, _ = found
    inside = [np.mean(np.abs(places(wave) - (0.5, 0.2)).max(axis=1) < 0.25) for wave in waves.points]
    assert inside[1] > 2 * inside[0]


def test_what_nearly_every_draw_passes_counts_for_nothing(found):
    _, _, result = found
    assert [name for name, worth in result.patterns.items() if worth.too_easy][-1] == "EASY"
    assert result.joint.value <= min(worth.members.value for worth in result.patterns.values())
    assert result.joint.value > result.joint_prior.value


def test_a_pattern_out_of_reach_is_set_apart_and_still_told(tmp_path):
    unreachable = {"quick": ("X",), "middle": ("Y",), "rest": ("SUM",)}
    from tests.calibration import toy

    toy.TOY["FAR"] = toy.toy_pattern("FAR", above(9.0))
    try:
        simulator = _Far(groups=unreachable | {"rest": ("SUM", "FAR")})
        _, result = searched(tmp_path, simulator=simulator)
    finally:
        del toy.TOY["FAR"]
    assert result.patterns["FAR"].apart
    assert result.rank == 1
    assert result.patterns["FAR"].members.value == 0 == result.joint.value


class _Far(Toy):
    def note(self, ids, values, root, replicate):
        near = super().note([name for name in ids if name != "FAR"], values, root, replicate)
        return near | ({"FAR": {"FAR": 0.0}} if "FAR" in ids else {})


def test_interrupted_and_taken_up_gives_the_same_bytes(found, tmp_path):
    whole, _, result = found

    class Stop(BaseException):
        pass

    def stopping(items, _total, _label, left=[60]):  # noqa: B006
        for item in items:
            left[0] -= 1
            if left[0] == 0:
                raise Stop
            yield item

    with pytest.raises(Stop):
        searched(tmp_path, track=stopping)
    _, again = searched(tmp_path)
    assert as_dict(again) == as_dict(result)
    names = sorted(path.name for path in (whole / "parts").iterdir())
    assert names == sorted(path.name for path in (tmp_path / "parts").iterdir())
    assert all((whole / "parts" / n).read_bytes() == (tmp_path / "parts" / n).read_bytes() for n in names)


def test_workers_change_nothing(found, tmp_path):
    small = replace(SETTINGS, points=24, waves=1)
    one, two = (searched(tmp_path / str(n), small, workers=n)[1] for n in (1, 2))
    assert as_dict(one) == as_dict(two)


@pytest.mark.parametrize("damage", [b"", b"half", None])
def test_a_damaged_chunk_is_done_again(tmp_path, damage):
    chunk = Chunk("toy", SPACE.middle, ("X",), 0, 3, 1)
    assert work(Toy(), tmp_path, float("inf"), chunk) == "done"
    (path,) = (tmp_path / "parts").iterdir()
    good = path.read_bytes()
    path.write_bytes(good.replace(b"0.5", b"0.6", 1) if damage is None else damage)
    assert load(tmp_path, chunk) is None
    assert work(Toy(), tmp_path, float("inf"), chunk) == "done"
    assert path.read_bytes() == good


def test_other_code_uses_none_of_the_chunks(tmp_path):
    assert Chunk("a", SPACE.middle, ("X",), 0, 3, 1).key != Chunk("b", SPACE.middle, ("X",), 0, 3, 1).key


def test_what_fails_keeps_its_reason_and_stops_nobody(tmp_path):
    _, result = searched(tmp_path, replace(SETTINGS, points=40), simulator=Toy(fails_at=0.9))
    assert result.broken > 0
    assert result.members
    assert all("the toy fails here" in path.read_text() for path in (tmp_path / "failed").iterdir())


def test_a_budget_that_is_too_short_brings_the_best_to_the_end_first(tmp_path):
    _, result = searched(tmp_path, replace(SETTINGS, minutes=0))
    assert result.late
    assert result.members == ()
    _, later = searched(tmp_path)
    assert not later.late and later.members


@pytest.mark.parametrize(
    ("value", "deviation", "accepted", "expected"),
    [
        (0.5, 0.0, between(0.4, 0.6), 0.0),
        (0.6, 0.0, between(0.4, 0.6), 2.0),
        (0.65, 0.0, between(0.4, 0.6), 3.0),
        (0.65, 0.05, between(0.4, 0.6), 0.15 / (0.05 * 2**0.5)),
        (0.7, 0.1, above(0.5), 0.0),
        (-0.12815515655446004, 0.1, above(0.0), 3.0),
        (0.1, 0.0, at_most(0.0), 99.0),
        (0.0, 0.0, above(0.0), 0.0),
    ],
)
def test_implausibility_by_hand(value, deviation, accepted, expected):
    assert implausibility(value, deviation, accepted) == pytest.approx(expected)


def test_the_undefined_says_nothing():
    assert isnan(implausibility(float("nan"), 0.1, above(0)))
    assert largest({}, 1) == 0.0


def test_any_first_points_of_a_hypercube_cover_every_range():
    places_ = spread_out(fit_space(), 200, 3)
    assert ((places_.min(axis=0) < 0.01) & (places_.max(axis=0) > 0.99)).all()
    assert ((places_[:40].min(axis=0) < 0.15) & (places_[:40].max(axis=0) > 0.85)).all()


def test_freezing_writes_what_the_product_reads(found, tmp_path):
    _, _, result = found
    write(tmp_path, result, None)
    for name in ("report.fr.md", "report.en.md"):
        assert "SUM" in (tmp_path / name).read_text()
    frozen = freezing.freeze(tmp_path, str(tmp_path / "product"), "2026-01-02")
    kept = read_ensemble(tmp_path / "product" / "ensemble.csv")
    assert kept.size == frozen["members"] == len(result.members)
    assert kept.hash == frozen["ensemble_hash"]
    assert kept.members[0] == tuple(value for _, value in result.members[0].values)
    told = json.loads((tmp_path / "product" / "frozen.json").read_text())
    assert told["parameters_hash"] == freezing.parameters_hash()


def test_freezing_needs_a_result(tmp_path):
    with pytest.raises(InputError):
        freezing.freeze(tmp_path, None, "2026-01-02")
    (tmp_path / "calibration.json").write_text(json.dumps({"members": []}))
    with pytest.raises(InputError):
        freezing.freeze(tmp_path, None, "2026-01-02")


def test_the_cut_is_the_one_that_is_published(found):
    _, _, result = found
    assert all(largest(member.measured, 1) < CUT for member in result.members)
    assert as_dict(result)["cut"] == CUT
