"""One thing explained: a key, a group of keys, a scenario, an intervention, a plan, an outcome."""

from collections.abc import Callable, Iterator
from difflib import get_close_matches

from experiments.cases import kind_of
from experiments.language import Words
from experiments.listing import span, written
from experiments.options import configs_folder, offered
from sim.config import Config, Parameter, flat, groups, intervention_names, iter_parameters, parameter_of, resolved
from sim.config.parameter import SOURCES
from sim.core.errors import InputError, Problem
from sim.core.text import Text

Lines = Iterator[tuple[str, str]]


def explain(name: str, lang: str = "fr") -> str:
    """All that is declared about `name`; an unknown name is refused with the nearest one."""
    say = Words(lang)
    pages = [page(name, say) for known, page in _PAGES if name in known()]
    if not pages:
        raise InputError([_unknown(name)])
    return "\n\n".join(pages)


def _unknown(name: str) -> Problem:
    known = [each for names, _ in _PAGES for each in names()]
    same_leaf = [key for key in known if key.rpartition(".")[2] == name.rpartition(".")[2]]
    near = get_close_matches(name, same_leaf or known, n=1, cutoff=0.0 if same_leaf else 0.5)
    said = (Words(lang) for lang in ("fr", "en"))
    reasons, allowed = zip(*((say("explain.unknown"), say("explain.unknown.allowed")) for say in said), strict=True)
    return Problem(name, "", Text(*reasons), Text(*allowed), near[0] if near else None)


def _page(title: str, text: str, lines: Lines, say: Words) -> str:
    """A title with its sentence, then headings and contents in two columns."""
    rows = [(heading, content) for heading, content in lines if content]
    width = max(len(heading) for heading, _ in rows)
    return "\n".join([say("explain.title", name=title, text=text), *(f"  {h.ljust(width)}  {c}" for h, c in rows)])


def _key(name: str, say: Words) -> str:
    p = parameter_of(name)
    assert p is not None
    return _page(name, p.text.of(say.lang), _key_lines(p, say), say)


def _key_lines(p: Parameter, say: Words) -> Lines:
    yield say("explain.kind"), say(f"kind.{p.kind}")
    yield say("explain.unit"), say(f"quantity.{p.unit}") if p.unit else ""
    default = written(p.default, say.lang)
    yield say("explain.default"), say("explain.resolved") if p.resolved and p.default is None else default
    yield say("explain.valid"), p.allowed.of(say.lang)
    yield say("explain.plausible"), span(*p.plausible, say) if p.plausible else ""
    yield say("explain.symbol"), p.symbol
    yield say("explain.fit"), say("explain.fit.yes") if p.fit else ""
    yield say("explain.source"), p.source.of(say.lang)
    yield say("explain.acts"), p.acts.of(say.lang)


def source(text: str, say: Words) -> str:
    """A source written in English, its first words said in the language: `study: I.B.2.b`, `assumption`."""
    for word, french in SOURCES.items():
        if text.startswith(word) and say.lang == "fr":
            return french + text[len(word):].replace(":", " :", 1)
    return text


def _group(name: str, say: Words) -> str:
    model = groups()[name]
    named = ((key, p.text.of(say.lang)) for key, p in iter_parameters() if key.startswith(f"{name}."))
    keys = [say("explain.title", name=key, text=text) for key, text in named]
    return _page(name, model.title.of(say.lang), _group_lines(name, keys, say), say)


def _group_lines(name: str, keys: list[str], say: Words) -> Lines:
    yield say("explain.acts"), groups()[name].acts.of(say.lang)
    yield say("explain.options"), ", ".join(offered(name, [configs_folder()]))
    yield from ((say("explain.keys") if i == 0 else "", key) for i, key in enumerate(keys))


def _scenario(name: str, say: Words) -> str:
    from experiments.configuration import load_scenario

    config = load_scenario(name)
    title = config.title_en if say.lang == "en" else config.title_fr
    return _page(name, title, _scenario_lines(config, load_scenario("reference"), say), say)


def _scenario_lines(config: Config, reference: Config, say: Words) -> Lines:
    yield say("explain.scenario"), config.description_en if say.lang == "en" else config.description_fr
    yield say("explain.kind"), say(f"case.is.{kind_of(dict(config))}")
    yield say("explain.use"), say(f"case.serves.{config.use}")
    yield say("explain.source"), config.source
    yield say("explain.coding"), config.coding_en if say.lang == "en" else config.coding_fr
    changes = list(_changes(config, reference, say))
    yield say("explain.differs") if changes else "", changes[0] if changes else say("explain.same")
    yield from (("", change) for change in changes[1:])


def _changes(config: Config, reference: Config, say: Words) -> Iterator[str]:
    """Keys that decide a result and differ from the reference, once resolved."""
    here, there = flat(resolved(config)), flat(resolved(reference))
    for key, p in iter_parameters():
        if p.decides and key in here and here[key] != there[key]:
            value, usual = written(here[key], say.lang), written(there[key], say.lang)
            yield say("explain.instead", name=key, value=value, reference=usual)


def _intervention(name: str, say: Words) -> str:
    from experiments.interventions import lines
    from sim.scenarios.intervention import find

    return _page(name, find(name).title.of(say.lang), lines(name, say), say)


def _plan(name: str, say: Words) -> str:
    from experiments.plans.page import lines
    from experiments.plans.plan_file import find_plan

    return _page(name, find_plan(name).title.of(say.lang), lines(name, say), say)


def _outcome(name: str, say: Words) -> str:
    from sim.outcomes.catalogue import catalogue

    spec = next(each for each in catalogue() if each.name == name)
    lines = (
        (say("explain.outcome"), say(f"quantity.{spec.unit}")),
        (say("explain.valid"), span(spec.low, spec.high, say)),
        (say("explain.source"), source(spec.source, say)),
        (say("explain.formula"), " ".join(spec.description.split())),
    )
    return _page(name, spec.en if say.lang == "en" else spec.fr, iter(lines), say)


def _outcome_names() -> list[str]:
    from sim.outcomes.catalogue import catalogue

    return [spec.name for spec in catalogue()]


_PAGES: tuple[tuple[Callable[[], list[str]], Callable[[str, Words], str]], ...] = (
    (lambda: [key for key, _ in iter_parameters()], _key),
    (lambda: list(groups()), _group),
    (lambda: list(offered("scenario", [configs_folder()])), _scenario),
    (lambda: list(intervention_names()), _intervention),
    (lambda: list(offered("plan", [configs_folder()])), _plan),
    (_outcome_names, _outcome),
)
