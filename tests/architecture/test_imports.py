"""Each library that experiments/ uses has its home there: the few files that may import it.

`import-linter` holds the rest (pyproject.toml): the direction of imports between our modules, and what sim/ may reach.
"""

import ast
from collections.abc import Iterator
from fnmatch import fnmatch

import pytest

from tests.architecture.repository import texts

HOMES = {
    "SALib": ("analysis/morris.py", "analysis/sobol.py", "study/designs/morris.py", "study/designs/saltelli.py"),
    "babel": ("language.py",),
    "cmcrameri": ("figures/*",),
    "hydra": ("configuration*.py",),
    "defusedxml": ("authority/workbook.py",),
    "dask": ("executors/dask.py",),
    "distributed": ("executors/dask.py",),
    "duckdb": ("study/reading.py",),
    "jinja2": ("report/html.py",),
    "joblib": ("executors/joblib.py",),
    "matplotlib": ("figures/*",),
    "mesa": ("benchmark/*",),
    "numba": ("benchmark/*",),
    "omegaconf": ("configuration*.py",),
    "openpyxl": ("authority/*",),
    "pandas": (
        "plans/*", "report/*",
        "store.py", "result.py", "summary.py", "typical.py", "pictures.py", "analysis/*", "figures/*", "study/*",
        "headline_study/*",
    ),
    "pyarrow": ("store.py", "result.py", "study/*"),
    "uvicorn": ("seminar/live/serving.py",),
    "rich": ("page.py", "progress.py"),
    "markupsafe": ("report/html.py",),
    "starlette": ("authority/web/*", "seminar/live/*"),
    "submitit": ("executors/slurm.py",),
    "typst": ("report/pdf.py", "seminar/kit/sheets.py"),
    "xarray": ("study/reading.py",),
}
FOLDER = "experiments/"


def imported_libraries(source: str) -> Iterator[str]:
    """Top-level names that a source imports, wherever in the file the import stands."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield str(node.module).partition(".")[0]


def strangers(library: str, homes: tuple[str, ...], sources: dict[str, str]) -> list[str]:
    """Files of experiments/ that import the library from outside its home."""
    return [
        name
        for name, source in sources.items()
        if name.startswith(FOLDER) and name.endswith(".py") and library in imported_libraries(source)
        if not any(fnmatch(name, FOLDER + home) for home in homes)
    ]


@pytest.mark.parametrize("library", HOMES)
def test_a_library_is_imported_only_at_home(library):
    assert strangers(library, HOMES[library], texts()) == []


@pytest.mark.parametrize(
    "line", ["import hydra", "import hydra.core as h", "from hydra.errors import X", "def f():\n import hydra"]
)
def test_an_import_away_from_home_is_seen(line):
    assert strangers("hydra", HOMES["hydra"], {"experiments/run.py": line}) == ["experiments/run.py"]
    assert strangers("hydra", HOMES["hydra"], {"experiments/configuration.py": line}) == []
