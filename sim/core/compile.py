"""Compilation of the rules: the only file that imports numba.

A rule is plain Python. `@rule` compiles it the first time it is called and keeps the result on disk; with the
environment variable NUMBA_DISABLE_JIT=1 the very same source runs uncompiled, about five hundred times slower.

The disk cache of numba notices an edit of the file that holds a compiled function, not an edit of a function that it
calls. The cache folder is therefore named after the contents of the whole package: an edit under sim/ starts a new one.

    ARCHIPEL_CACHE_DIR   where the folders go (default: the user's cache directory)
"""

import hashlib
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import numba

_Function = TypeVar("_Function", bound=Callable[..., Any])
_PACKAGE = Path(__file__).resolve().parents[1]
_KEPT_FOLDERS = 3
_IN_USE_SECONDS = 3600.0
_FOLDER_NAME = re.compile(r"[0-9a-f]{16}")


def _source_hash(package: Path) -> str:
    """Hash of the names and bytes of all Python files of the package, 16 hexadecimal digits."""
    digest = hashlib.sha256()
    for file in sorted(package.rglob("*.py")):
        content = file.read_bytes()
        digest.update(f"{file.relative_to(package).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:16]


def _user_cache() -> Path:
    """Where this user's programs keep what can be made again, by the custom of the platform."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    variable, default = ("LOCALAPPDATA", "AppData/Local") if sys.platform == "win32" else ("XDG_CACHE_HOME", ".cache")
    return Path(os.environ.get(variable) or Path.home() / default)


def _open_folder() -> Path | None:
    """Create this version's cache folder, mark it as used now; None where nothing can be written."""
    try:
        root = Path(os.environ.get("ARCHIPEL_CACHE_DIR") or _user_cache()).expanduser().absolute()
        folder = root / "archipel" / _source_hash(_PACKAGE)
        folder.mkdir(parents=True, exist_ok=True)
        os.utime(folder)
        tempfile.TemporaryFile(dir=folder).close()
    except (OSError, RuntimeError):  # RuntimeError: the user has no home directory
        return None
    return folder


def _prune(root: Path) -> None:
    """Remove old cache folders, but the newest and those of the last hour; another process may be doing the same."""

    def age(folder: Path) -> float:
        try:
            return time.time() - folder.stat().st_mtime
        except FileNotFoundError:
            return 0.0

    ages = {f: age(f) for f in root.iterdir() if _FOLDER_NAME.fullmatch(f.name) and not f.is_symlink()}
    for folder in sorted(ages, key=ages.__getitem__)[_KEPT_FOLDERS:]:
        if ages[folder] > _IN_USE_SECONDS:
            shutil.rmtree(folder, ignore_errors=True)


_settings: Any = numba.config

compiled: bool = not _settings.DISABLE_JIT
"""False when the rules run as plain Python."""

cache_folder: Path | None = _open_folder() if compiled else None
"""Folder of the compiled rules of this version; None when uncompiled, or where no folder can be written."""

if cache_folder is not None:
    _settings.CACHE_DIR = str(cache_folder)
    os.environ["NUMBA_CACHE_DIR"] = str(cache_folder)  # numba reads it again when another of its variables changes
    _prune(cache_folder.parent)


def rule(function: _Function) -> _Function:
    """Compile a function of the model (identity under NUMBA_DISABLE_JIT=1).

    Division by zero follows IEEE 754 (inf, nan) in compiled code and raises in plain Python: a rule avoids it. Without
    fastmath, so that both give the same decisions.
    """
    return cast(_Function, numba.njit(cache=cache_folder is not None, error_model="numpy", fastmath=False)(function))


def page(function: _Function) -> _Function:
    """Compile a function that only calls rules in order as a part of its caller, and so once instead of twice."""
    return cast(_Function, numba.njit(inline="always", error_model="numpy", fastmath=False)(function))


def is_cached(function: Callable[..., Any] | None = None) -> bool:
    """Tell whether the cache folder already holds compiled code (of this rule, where one is given).

    When False, the next call compiles, which takes seconds to tens of seconds: worth announcing. True when uncompiled.
    """
    if cache_folder is None:
        return not compiled
    pattern = "*.nbi" if function is None else f"*.{function.__name__}-*.nbi"
    return next(cache_folder.rglob(pattern), None) is not None
