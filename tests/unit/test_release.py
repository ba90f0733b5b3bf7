"""tools/release.py: what a release attaches is all there, the same bytes each time, and nothing else."""

import hashlib
import importlib.util
import subprocess
import zipfile
from pathlib import Path

import pytest

FILE = Path(__file__).resolve().parents[2] / "tools" / "release.py"


@pytest.fixture
def release():
    spec = importlib.util.spec_from_file_location("release", FILE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def root(tmp_path, release):
    """A tree in which every piece was made."""
    for path in release.pieces(tmp_path, "1.2.3").values():
        if path.suffix:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(path.name, encoding="utf-8")
        else:
            (path / "fr").mkdir(parents=True)
            (path / "fr" / "fiche.pdf").write_text("fiche", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "1.2.3"\n', encoding="utf-8")
    return tmp_path


def content(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_every_piece_is_attached_with_its_checksum(release, root):
    folder = release.attach(root, "1.2.3")
    sums = dict(reversed(line.split("  ")) for line in (folder / "SHA256SUMS").read_text().splitlines())
    assert set(sums) == set(release.pieces(root, "1.2.3"))
    assert all(hashlib.sha256((folder / name).read_bytes()).hexdigest() == known for name, known in sums.items())
    assert zipfile.ZipFile(folder / "archipel-1.2.3-kit.zip").namelist() == ["fr/fiche.pdf"]


def test_the_same_pieces_give_the_same_bytes_and_nothing_old_stays(release, root):
    first = content(release.attach(root, "1.2.3"))
    (root / "dist" / "1.2.3" / "old.html").touch()
    (root / "outputs" / "kit" / "fr" / "fiche.pdf").touch()  # another date
    assert content(release.attach(root, "1.2.3")) == first


def test_pieces_that_are_missing_are_all_named(release, root):
    (root / "outputs" / "pack" / "archipel-seminaire.html").unlink()
    (root / "dist" / "archipel-1.2.3-py3-none-any.whl").unlink()
    with pytest.raises(FileNotFoundError, match=r"missing: dist/archipel-1.2.3.*whl, outputs/pack/archipel-seminaire"):
        release.attach(root, "1.2.3")
    assert not (root / "dist" / "1.2.3").exists()


def test_a_tree_with_changes_is_refused(release, root, capsys):
    subprocess.run(["git", "init", "--quiet"], cwd=root, check=True)
    assert release.main(root) == 1
    assert "commit" in capsys.readouterr().err and not (root / "dist" / "1.2.3").exists()
