"""Build the documentation site: `python docs/site/build.py FOLDER`.

One edition a language, and a first page that leads to both.

Every page is read anew and every warning is an error, so that a dead link or a page that no list names never passes.
"""

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
EDITIONS = ("fr", "en")


def build(folder: Path) -> int:
    """Write the site to a folder; the exit code of the first edition that fails, else 0."""
    for edition in EDITIONS:
        cache = folder / ".doctrees" / edition
        options = ["-q", "-E", "-W", "--keep-going", "-b", "html", "-t", edition, "-c", str(HERE), "-d", str(cache)]
        # a process each: Sphinx keeps the words of the first language it speaks
        failed = subprocess.run([sys.executable, "-m", "sphinx", *options, ROOT, folder / edition]).returncode
        if failed:
            return failed
    shutil.rmtree(folder / ".doctrees")
    shutil.copy(HERE / "first.html", folder / "index.html")
    return 0


if __name__ == "__main__":
    sys.exit(build(Path(sys.argv[1])))
