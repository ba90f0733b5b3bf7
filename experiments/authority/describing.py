"""Everything a lab gave as one scenario and its plans; what is missing is drawn by the model's own rules, and said.

The scenario is a base without a programme, so that every plan meets the same authority.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from experiments.authority.answers import NOTHING, read_sheet, read_words, say_open
from experiments.authority.csv_table import read_csv
from experiments.authority.examples import SERVICES as EXAMPLES
from experiments.authority.findings import Findings, dated
from experiments.authority.organisation import organisation
from experiments.authority.places import Place
from experiments.authority.posts import Posts, read_posts
from experiments.authority.questions import BY_NAME, Answers
from experiments.authority.services import ServiceLine, read_services
from experiments.authority.sheets import ANSWERS, CHART, PLANS, SERVICES, sorted_sheets
from experiments.authority.steps import Plan, read_plans
from experiments.authority.values import Value, plain
from experiments.authority.workbook import read_workbook
from experiments.refusal import both
from sim.config import Config, put, validate
from sim.config.authority import STAFF_PER_1000, AuthorityType
from sim.core.text import Text

_AS_THEY_ARE = ("name", "type", "sponsorship", "presence", "dgs", "managers", "links", "election")
_TABLES = (".csv", ".txt", ".tsv")
_USUAL = Config()


@dataclass(frozen=True)
class Described:
    """A lab's own authority."""

    scenario: Mapping[str, Any]
    """Keys of its scenario file."""
    plans: Mapping[str, Mapping[str, Any]]
    """Keys of the file of each plan, by a name made from its title."""
    said: tuple[Text, ...]
    """What was filled, rounded or left out."""


def from_file(name: str, content: bytes, today: date) -> Described:
    """The authority of a workbook or of a table in CSV; an `InputError` with everything that is wrong in it.

    Args:
        name: of the file, for messages; its ending tells what it is.
        content: its bytes.
        today: dates the first simulated month where the file does not.
    """
    findings = Findings()
    read = read_csv if name.casefold().endswith(_TABLES) else read_workbook
    sheets = sorted_sheets(read(name, content, findings), findings)
    if not sheets and not findings.faults:
        findings.fault(Place(name), None, "empty_file")
    answers = read_sheet(sheets[ANSWERS], findings) if ANSWERS in sheets else NOTHING
    services = read_services(sheets[SERVICES], findings) if SERVICES in sheets else []
    posts = read_posts(sheets[CHART], hashlib.sha256(content).digest(), findings) if CHART in sheets else None
    plans = read_plans(sheets[PLANS], start_of(answers, today), findings) if PLANS in sheets else []
    return _described(answers, services, posts, plans, today, findings)


def from_answers(given: Mapping[str, Value], today: date) -> Described:
    """The authority of ten answers, or of fewer, by name of question."""
    findings = Findings()
    return _described(read_words(given, findings), [], None, [], today, findings)


def start_of(answers: Answers, today: date) -> str:
    """Real month of simulated month 0."""
    return str(answers.get("start") or f"{today.year}-{today.month:02}")


def _described(
    answers: Answers,
    services: list[ServiceLine],
    posts: Posts | None,
    plans: list[Plan],
    today: date,
    findings: Findings,
) -> Described:
    findings.settle()
    origins = {BY_NAME[name].key: place.text for name, place in answers.places.items()}
    mapping: dict[str, Any] = {}
    for name in _AS_THEY_ARE:
        if answers.get(name) is not None:
            put(mapping, BY_NAME[name].key, answers.get(name))
    put(mapping, "calendar.start", start_of(answers, today))
    if answers.get("start") is None:
        findings.said.append(dated("authority.said.start", start_of(answers, today)))
    _put_size(mapping, answers, services, posts, findings)
    mapping["chart"], depth = organisation(answers, services, posts, findings, origins)
    put(mapping, "hierarchy.depth", depth)
    if is_example(services):
        findings.remark("example")
    mapping["programme"] = {"enabled": False}
    known = ["agents"] * bool(services or posts) + ["levels"] * bool(posts or services)
    say_open(answers, known, findings)
    scenario = _texts(answers, findings) | {key: value for key, value in mapping.items() if value}
    validate(scenario, origins)
    return Described(scenario, _named(plans), tuple(findings.said))


def _put_size(
    mapping: dict[str, Any],
    answers: Answers,
    services: list[ServiceLine],
    posts: Posts | None,
    findings: Findings,
) -> None:
    """Inhabitants and field agents: those said or described, else by the ratio of the type of authority."""
    said, found = answers.get("agents"), _described_agents(services, posts)
    if said is not None and found and int(said) != found:
        findings.remark("two_totals", said=int(said), found=found)
    agents = found or said
    inhabitants = answers.get("inhabitants")
    if inhabitants is None:
        ratio = STAFF_PER_1000[str(answers.get("type") or AuthorityType.COMMUNE)]
        usual = _USUAL.authority.inhabitants if agents is None else 1_000 * int(agents) / ratio
        inhabitants = max(500, int(round(usual, -2)))
        findings.remark("inhabitants", n=inhabitants)
    put(mapping, "authority.inhabitants", inhabitants)
    put(mapping, "authority.field_agents", None if services or posts else said)
    put(mapping, "authority.simulated_citizens", min(_USUAL.authority.simulated_citizens, int(inhabitants)))


def is_example(services: list[ServiceLine]) -> bool:
    """Whether the services are still those of a template."""
    given = [service.agents for service in services]
    return any(given == [example.agents for example in examples] for examples in EXAMPLES.values())


def _described_agents(services: list[ServiceLine], posts: Posts | None) -> int:
    """Field agents of what is described; 0 where a service does not say."""
    if posts is not None:
        return sum(team.agents for team in posts.teams)
    counts = [service.agents for service in services]
    return 0 if None in counts else sum(count or 0 for count in counts)


def _texts(answers: Answers, findings: Findings) -> dict[str, Any]:
    """Titles and what is said of the values, in both languages."""
    name = str(answers.get("name") or "")
    title = both("authority.title", name=name) if name else both("authority.title.unnamed")
    description = both("authority.description")
    coding_fr, coding_en = (" ".join(text.of(lang) for text in findings.said)[:1_900] for lang in ("fr", "en"))
    return {
        "title_fr": title.fr, "title_en": title.en, "description_fr": description.fr, "description_en": description.en,
        "source": both("authority.source").fr, "coding_fr": coding_fr, "coding_en": coding_en, "use": "own",
    }  # fmt: skip


def _named(plans: list[Plan]) -> dict[str, Mapping[str, Any]]:
    """Plans by a short name made from their titles."""
    source = both("authority.plan.source")
    found: dict[str, Mapping[str, Any]] = {}
    for plan in plans:
        stem = "-".join(plain(plan.title).split())[:40] or "plan"
        name, n = f"plan-{stem}", 2
        while name in found:
            name, n = f"plan-{stem}-{n}", n + 1
        found[name] = plan.as_mapping(source)
    return found
