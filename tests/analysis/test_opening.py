"""A folder that is not what was written is refused before anything is computed: one message, nothing written."""

import json
import shutil

import pyarrow as pa
import pytest

from experiments import manifest
from experiments.command import main
from experiments.store import read_table, write_table
from tests.study.studies import GRID, run
from tests.unit.fake_engine import fake_simulate


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    folder = tmp_path_factory.mktemp("whole")
    assert run(folder, GRID, out=folder / "study", engine=fake_simulate) == 0
    return folder / "study"


@pytest.fixture
def copy(whole, tmp_path):
    return shutil.copytree(whole, tmp_path / "study")


def refused(folder, capsys):
    out = folder.parent / "out"
    assert main(["analyse", str(folder), "--lang", "en", "--out", str(out)]) == 2
    told = capsys.readouterr().err
    assert not out.exists() and "Traceback" not in told
    return told


def test_the_whole_folder_is_read(copy):
    assert main(["analyse", str(copy), "--quiet", "--out", str(copy.parent / "out")]) == 0


@pytest.mark.parametrize("name", ["runs.parquet", "design.parquet", "monthly.parquet"])
@pytest.mark.parametrize("harm", ["gone", "cut", "flipped"])
def test_a_table_that_changed_is_named(copy, capsys, name, harm):
    path = copy / name
    content = bytearray(path.read_bytes())
    content[len(content) // 3] ^= 0x55
    path.unlink()
    if harm != "gone":
        path.write_bytes(content[: len(content) // 2] if harm == "cut" else content)
    assert name in refused(copy, capsys)


@pytest.mark.parametrize("change", [
    lambda said: said["study"].pop("factors"),
    lambda said: said["study"].update(design={"kind": "weird"}),
    lambda said: said.update(study=[1]),
    lambda said: said["study"]["factors"][0].update(key="nope.nope"),
])  # fmt: skip
def test_a_manifest_that_changed_is_refused(copy, capsys, change):
    path = copy / "manifest.json"
    said = json.loads(path.read_text(encoding="utf-8"))
    change(said)
    path.write_text(json.dumps(said), encoding="utf-8")
    assert "manifest.json" in refused(copy, capsys)


def sealed_again(folder, change):
    """The runs as another hand would have them, under a manifest that is sealed anew."""
    write_table(change(read_table(folder / "runs.parquet")), folder / "runs.parquet")
    said = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    kept = {key: value for key, value in said.items() if key not in ("seal", "hash", "circumstances", "files")}
    again = manifest.sealed(kept, folder, said["files"], said["circumstances"])
    (folder / "manifest.json").write_text(manifest.as_json(again), encoding="utf-8")


def put(table, name, values):
    return table.set_column(table.column_names.index(name), name, values)


@pytest.mark.parametrize(("change", "words"), [
    (lambda t: t.drop_columns(["verdict", "seed"]), ["verdict", "seed"]),
    (lambda t: t.slice(0, 0), ["no runs"]),
    (lambda t: put(t, "verdict", pa.array(["hello"] * len(t))), ["hello", "fallback"]),
    (lambda t: put(t, "point_id", pa.array(["elsewhere"] * len(t))), ["points"]),
    (lambda t: put(put(t, "net_practice", pa.array(["x"] * len(t))), "seed", pa.array(["y"] * len(t))),
     ["net_practice", "seed"]),
])  # fmt: skip
def test_what_no_study_holds_is_refused_all_at_once(copy, capsys, change, words):
    sealed_again(copy, change)
    told = refused(copy, capsys)
    assert all(word in told for word in words)


def test_outcomes_that_no_run_defines_are_read(copy):
    sealed_again(copy, lambda t: put(t, "net_practice", pa.nulls(len(t), pa.float64())))
    assert main(["analyse", str(copy), "--quiet", "--out", str(copy.parent / "out")]) == 0
