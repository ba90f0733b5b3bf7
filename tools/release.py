"""Puts what a release attaches side by side in dist/VERSION, with their checksums: `make release`.

The wheel, the session file, the kit to print and the documentation, made by their own targets from one commit. A piece
that is missing, or a tree that holds more than its last commit, is refused: what is attached must be what is tagged.
"""

import hashlib
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

EPOCH = (1980, 1, 1, 0, 0, 0)
"""Date of every file in an archive: the same pieces give the same bytes."""


def pieces(root: Path, version: str) -> dict[str, Path]:
    """What a release attaches, by the name it is attached under: files, and folders that become archives."""
    wheel = f"archipel-{version}-py3-none-any.whl"
    outputs = root / "outputs"
    return {
        wheel: root / "dist" / wheel,
        "archipel-seminaire.html": outputs / "pack" / "archipel-seminaire.html",
        f"archipel-{version}-kit.zip": outputs / "kit",
        f"archipel-{version}-documentation.zip": outputs / "docs",
    }


def attach(root: Path, version: str) -> Path:
    """Write the folder of a release.

    Raises:
        FileNotFoundError: some pieces are missing; all are named.
    """
    found = pieces(root, version)
    missing = [path.relative_to(root).as_posix() for path in found.values() if not path.exists()]
    if missing:
        raise FileNotFoundError("missing: " + ", ".join(missing))
    folder = root / "dist" / version
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, path in found.items():
        if path.is_dir():
            _archive(path, folder / name)
        else:
            shutil.copyfile(path, folder / name)
    sums = (f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in sorted(found))
    (folder / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")
    return folder


def _archive(source: Path, target: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(each for each in source.rglob("*") if each.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(source).as_posix(), EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes())


def main(root: Path) -> int:
    """Attach the pieces of the version that pyproject.toml names; returns the exit code."""
    if subprocess.run(["git", "status", "--porcelain"], cwd=root, capture_output=True, text=True, check=True).stdout:
        print("make release: the tree holds changes that no commit has; commit or drop them first.", file=sys.stderr)
        return 1
    version = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    try:
        folder = attach(root, version)
    except FileNotFoundError as error:
        print(f"make release: {error}", file=sys.stderr)
        return 1
    print(f"{folder.relative_to(root).as_posix()}: {', '.join(sorted(path.name for path in folder.iterdir()))}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parents[1]))
