"""A file as the importer takes it: what it understands, what it says, every fault in both languages."""

from datetime import date

import pytest

from experiments.authority.describing import from_file
from sim.core.errors import InputError

TODAY = date(2026, 11, 23)
NAME = "mon-organisation.xlsx"


def described(content):
    return from_file(NAME, content, TODAY)


def faults(content, name=NAME):
    """Places and words of every fault, in both languages."""
    with pytest.raises(InputError) as refusal:
        from_file(name, content, TODAY)
    found: dict[str, str] = {}
    for problem in refusal.value.problems:
        words = f"{problem.render('fr')} | {problem.render('en')}".replace("’", "'")
        found[problem.key] = f"{found[problem.key]} | {words}" if problem.key in found else words
    return found


def said(content):
    return " ".join(text.fr for text in described(content).said).replace("\u202f", " ")
