"""Scenarios: what each is, where its inputs come from, what it sets."""

from collections.abc import Iterator

from experiments.cases import kind_of
from experiments.configuration import load_scenario
from experiments.description.markdown import section, sections
from experiments.language import Words
from experiments.listing import written
from experiments.options import configs_folder, offered
from sim.config import Config, flat, iter_parameters, resolved


def block(say: Words) -> str:
    """One section a scenario file, in order of name."""
    return sections(_section(name, load_scenario(name), say) for name in offered("scenario", [configs_folder()]))


def _section(name: str, config: Config, say: Words) -> str:
    lang = say.lang
    sets = say("description.separator").join(_changes(config, say))
    facts = [
        config.description_en if lang == "en" else config.description_fr,
        say(f"case.is.{kind_of(dict(config))}"),
        say(f"case.serves.{config.use}"),
        _line("source", config.source, say),
        _line("coding", config.coding_en if lang == "en" else config.coding_fr, say),
        _line("sets", sets or say("description.scenario.none"), say),
    ]
    title = config.title_en if lang == "en" else config.title_fr
    return section(f"{title} (`{name}`)", "\n".join(f"- {fact}" for fact in facts if fact))


def _line(heading: str, content: str, say: Words) -> str:
    said = say(f"description.scenario.{heading}")
    return say("description.line", heading=said, content=content) if content else ""


def _changes(config: Config, say: Words) -> Iterator[str]:
    """Keys that decide a result and differ from the default, as the scenario has them."""
    here, there = flat(resolved(config)), flat(resolved(load_scenario("reference")))
    for key, p in iter_parameters():
        if p.decides and key in here and here[key] != there[key]:
            yield f"`{key}` = {written(here[key], say.lang)}"
