"""What is committed works on any machine: no path, no host, no index of the one it was written on."""

import re

import pytest

from tests.architecture.repository import LOCKS, texts

MACHINE_PATH = re.compile(r"(?<![\w.~*\-/}])/(?:home|opt|root|Users|work)/\w")
REGISTRY = re.compile(
    r"(?:index|find)-(?:url|links)[ =]+\S+:/|https?://\S*(?:pypi|pythonhosted|artifact|nexus|mirror)", re.IGNORECASE
)


def offending_lines(pattern: re.Pattern[str]) -> list[str]:
    """The lines of the repository that hold the pattern, as `file:line`."""
    return [
        f"{name}:{number}"
        for name, text in texts().items()
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


@pytest.mark.parametrize("pattern", [MACHINE_PATH, REGISTRY], ids=["path", "registry"])
def test_no_file_names_the_machine_it_was_written_on(pattern):
    assert offending_lines(pattern) == []


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (MACHINE_PATH, "cd " + "/home" + "/someone"),
        (MACHINE_PATH, "path='" + "/opt" + "/wheels'"),
        (REGISTRY, "--extra-index-url " + "https" + "://host/simple"),
        (REGISTRY, "from https" + "://a.mirror.example/simple"),
    ],
)
def test_a_machine_s_trace_would_be_seen(pattern, line):
    assert pattern.search(line)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host_and_hashes_every_library(lock):
    text = texts()[lock]
    assert "://" not in text
    assert not re.search(r"^\s*--(?!hash=)", text, re.MULTILINE)
    for requirement in re.split(r"\n(?=\w)", text.strip()):
        assert re.match(r"[\w.\-]+==\S+( ; .+?)? \\\n +--hash=sha256:[0-9a-f]{64}", requirement), requirement
