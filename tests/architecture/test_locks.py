"""pyproject.toml and the four locks say the same thing."""

import re
import tomllib
from collections.abc import Iterator

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.repository import LOCKS, ROOT, texts

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = PROJECT["dependency-groups"]
DECLARED = {
    "requirements.lock": PROJECT["project"]["dependencies"],
    "requirements-build.lock": GROUPS["build"],
    "requirements-docs.lock": PROJECT["project"]["dependencies"] + GROUPS["docs"],
    "requirements-dev.lock": PROJECT["project"]["dependencies"] + GROUPS["build"] + GROUPS["dev"],
}


def pins(lock: str) -> set[tuple[str, str]]:
    """The (library, version) pairs of a lock."""
    return set(re.findall(r"^([\w.\-]+)==(\S+)", texts()[lock], re.MULTILINE))


def declared(lock: str) -> Iterator[Requirement]:
    """The requirements a lock answers, the names of included groups left out."""
    return (Requirement(entry) for entry in DECLARED[lock] if isinstance(entry, str))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_every_declared_library_at_an_accepted_version(lock):
    versions = dict(pins(lock))
    for requirement in declared(lock):
        assert versions[canonicalize_name(requirement.name)] in requirement.specifier


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-build.lock"])
def test_running_and_developing_use_the_same_versions(lock):
    assert pins(lock) <= pins("requirements-dev.lock")


def test_the_site_is_built_with_the_versions_that_run():
    assert pins("requirements.lock") <= pins("requirements-docs.lock")
    developed, documented = dict(pins("requirements-dev.lock")), dict(pins("requirements-docs.lock"))
    assert all(documented[name] == developed[name] for name in developed.keys() & documented.keys())
