"""On which processor, with which libraries, a chunk was computed; and for which processor the rules are compiled.

Studies run on machines that are not alike: their rules are compiled for a generic processor, so that bits do not depend
on the model of each. ARCHIPEL_PROCESSOR=host compiles for this machine's own.
"""

import os
import platform
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

VARIABLE, HOST, GENERIC = "ARCHIPEL_PROCESSOR", "host", "generic"
_NUMBA_CPU = "NUMBA_CPU_NAME"


def compile_for_any() -> None:
    """Have the rules compiled for a generic processor, here and in the processes started from here."""
    if os.environ.get(VARIABLE, GENERIC) != HOST:
        os.environ.setdefault(_NUMBA_CPU, GENERIC)
        loaded = sys.modules.get("numba.core.config")
        if loaded is not None:  # it reads its variables once, and again only when asked
            loaded.reload_config()


@cache
def processor() -> dict[str, str]:
    """Model of the processor, what the rules are compiled for, libraries that compute."""
    libraries = {name: version(name) for name in ("numba", "llvmlite", "numpy")}
    target = os.environ.get(_NUMBA_CPU, HOST)
    return {"model": _model(), "machine": platform.machine(), "compiled_for": target, **libraries, "libm": _libm()}


def _model() -> str:
    """The name that the processor gives itself."""
    listing = Path("/proc/cpuinfo")
    if listing.exists():
        for line in listing.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _libm() -> str:
    """The C library, whose mathematics the rules call."""
    return " ".join(platform.libc_ver()).strip() or platform.system()
