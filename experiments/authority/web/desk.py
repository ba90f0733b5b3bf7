"""What the page « Mon organisation » has been told since the app started, and the one comparison under way."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from experiments.authority.describing import Described
from experiments.authority.files import SCENARIO, files_of, short_hash, write
from experiments.authority.findings import counted, dated
from experiments.authority.web.catalogue import Pair, pair
from experiments.authority.web.work import COMPUTING, WRITING, Comparison
from experiments.language import LANGUAGES
from experiments.plans.plan_file import plan_paths
from experiments.refusal import both
from sim.config import resolved, validate
from sim.core.errors import InputError, Problem
from sim.core.text import Text

MOST_PLANS = 8
_KEPT = 50


class Desk:
    """Described authorities by a short hash, and comparisons by another."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._described: dict[str, Described] = {}
        self._comparisons: dict[str, Comparison] = {}

    def keep(self, described: Described) -> dict[str, Any]:
        """Write a described authority down; what the page shows of it."""
        files = files_of(described)
        token = short_hash(files)
        if not self._place(token).exists():
            write(files, self._place(token))
        self._described[token] = described
        while len(self._described) > _KEPT:
            self._described.pop(next(iter(self._described)))
        return {
            "token": token,
            "title": _titles(described.scenario),
            "facts": [pair(text) for text in facts(described)],
            "said": [pair(text) for text in described.said],
            "plans": [{"name": name, "title": _titles(plan)} for name, plan in described.plans.items()],
        }

    def compare(self, token: str, plans: Sequence[str], *, draft: bool, lang: str) -> Comparison:
        """Begin a comparison, or find the same one again; refused while another is under way."""
        described = self._described.get(token)
        known = {**dict.fromkeys(plan_paths()), **(described.plans if described else {})}
        wrong = [name for name in plans if name not in known]
        if described is None or wrong or not 1 <= len(set(plans)) <= MOST_PLANS or len(set(plans)) != len(plans):
            raise InputError([Problem("plans", ", ".join(plans)[:80], both("own.refused.plans"))])
        asked = [name if name not in described.plans else self._plan(token, name) for name in plans]
        digest = hashlib.sha256("\n".join([token, *asked, str(draft)]).encode()).hexdigest()[:8]
        found = self._comparisons.get(digest)
        if found is not None and found.state not in ("failed", "stopped"):
            return found
        if any(each.state in (COMPUTING, WRITING) for each in self._comparisons.values()):
            raise InputError([Problem("plans", "", both("own.refused.busy"))])
        folder = self._folder / f"plans-organisation-{digest}"
        made = Comparison(digest, self._place(token) / SCENARIO, asked, folder, draft, lang)
        self._comparisons[digest] = made
        made.start()
        return made

    def comparison(self, name: str) -> Comparison | None:
        """A comparison by its name."""
        return self._comparisons.get(name)

    def close(self) -> None:
        """End what is under way."""
        for each in self._comparisons.values():
            each.stop()

    def _place(self, token: str) -> Path:
        return self._folder / f"organisation-{token}"

    def _plan(self, token: str, name: str) -> str:
        return (self._place(token) / f"{name}.yaml").as_posix()


def _titles(content: Mapping[str, Any]) -> Pair:
    """The title of a scenario or of a plan, by language."""
    return pair(Text(*(str(content[f"title_{lang}"]) for lang in LANGUAGES)))


def facts(described: Described) -> list[Text]:
    """What was understood, in a few lines: nothing of a single post."""
    config = resolved(validate(described.scenario))
    a = config.authority
    found = [
        counted("own.fact.size", agents=a.field_agents, services=a.services, inhabitants=a.inhabitants),
        counted("own.fact.depth", levels=config.hierarchy.depth - 1),
    ]
    if config.calendar.next_election:
        found.append(dated("own.fact.election", config.calendar.next_election))
    return found
