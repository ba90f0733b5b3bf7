"""Finding the peers: Mesa objects and plain C, in the folder `benchmarks` of a checkout (they are not in the wheel)."""

import ctypes
import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

FOLDER = Path(__file__).resolve().parents[2] / "benchmarks"
_COMPILERS = ("cc", "gcc", "clang")


def present() -> bool:
    """Whether this is a checkout, with the peers beside the product."""
    return FOLDER.is_dir()


def module(name: str) -> ModuleType:
    """Load one of the Python peers."""
    spec = importlib.util.spec_from_file_location(f"archipel_benchmarks.{name}", FOLDER / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(FOLDER / f"{name}.py")
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = loaded
    spec.loader.exec_module(loaded)
    return loaded


def compiled_c(folder: Path) -> ctypes.CDLL | None:
    """Build the C peer in a folder (-O3); None where there is no compiler."""
    compiler = next((path for name in _COMPILERS if (path := shutil.which(name))), None)
    if compiler is None:
        return None
    library = folder / "contagion.so"
    source = str(FOLDER / "contagion.c")
    subprocess.run([compiler, "-O3", "-shared", "-fPIC", "-o", str(library), source, "-lm"], check=True)
    return ctypes.CDLL(str(library))
