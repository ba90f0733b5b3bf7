"""What a refusal must look like, for the corpus of wrong inputs."""

from collections.abc import Callable

import pytest

from sim.core.errors import InputError, Problem


def refused(call: Callable, *arguments, **named) -> InputError:
    """The refusal that a call must end with; it never shows a traceback."""
    with pytest.raises(InputError) as caught:
        call(*arguments, **named)
    for lang in ("fr", "en"):
        assert "Traceback" not in caught.value.render(lang)
    return caught.value


def only(error: InputError) -> Problem:
    """The single problem of a refusal."""
    assert len(error.problems) == 1, error.render("en")
    return error.problems[0]


def short(value: object) -> str:
    """A value as the name of a test."""
    return str(value)[:40]
