"""The dates and places of a typical run, in words."""

from experiments.language import number
from experiments.why.story import Story
from experiments.why.words import NO_BREAK, head, in_month, listed, typeset
from sim.config import Config
from sim.core.text import Text

MOST_SERVICES = 3
_SUCCESSIONS = {
    "same_majority": Text("même majorité", "same majority"),
    "alternance": Text("alternance", "another camp"),
    "merger": Text("fusion", "merger"),
}
_ENDINGS = {
    "planned": Text("s'achève", "ends"),
    "aborted": Text("est arrêtée", "is broken off"),
    "cut_short": Text("est écourtée faute d'argent", "is cut short for lack of money"),
}


def told(story: Story, config: Config, lang: str) -> str:
    """One sentence: what happened when, then who practises where at the month of the verdict."""
    happened = [_programme(story, config, lang), *_departures(story, config, lang), *_lab(story, config, lang)]
    opening = Text("Dans une simulation typique", "In a typical run").of(lang)
    at = in_month(story.observed, config, lang)
    places = _places(story, lang)
    there = f" {places}" if places else ""
    return typeset(f"{opening}, {', '.join(happened)} ; {at}, {_practitioners(story, config, lang)}{there}.", lang)


def _programme(story: Story, config: Config, lang: str) -> str:
    if not config.programme.enabled:
        return Text("il n'y a pas de démarche", "there is no programme").of(lang)
    if story.started is None:
        return Text("la démarche n'est pas lancée", "the programme is not launched").of(lang)
    start = in_month(story.started, config, lang)
    began = Text(f"la démarche commence {start}", f"the programme starts {start}").of(lang)
    if story.ended is None or story.ending is None:
        return began + Text(" et dure encore", " and still runs").of(lang)
    end = in_month(story.ended, config, lang)
    return f"{began} {Text('et', 'and').of(lang)} {_ENDINGS[story.ending].of(lang)} {end}"


def _departures(story: Story, config: Config, lang: str) -> list[str]:
    if not story.departures:
        return []
    dates = [
        f"{in_month(change.month, config, lang)} ({_SUCCESSIONS[change.succession].of(lang)})"
        for change in story.departures
    ]
    leaves = Text(f"le {head(config, lang)} part ", f"the {head(config, lang)} leaves ").of(lang)
    return [leaves + Text(", puis ", ", then ").of(lang).join(dates)]


def _lab(story: Story, config: Config, lang: str) -> list[str]:
    if story.lab_opened is None:
        return []
    start = in_month(story.lab_opened, config, lang)
    opens = Text(f"un labo ouvre {start}", f"a lab opens {start}").of(lang)
    if story.lab_closed is None:
        return [opens]
    end = in_month(story.lab_closed, config, lang)
    return [opens + Text(f" et ferme {end}", f" and closes {end}").of(lang)]


def _practitioners(story: Story, config: Config, lang: str) -> str:
    n, written = story.practitioners, number(story.practitioners, lang)
    some = Text(f"{written} agents pratiquent", f"{written} field agents practise").of(lang)
    if n == 0:
        some = Text("aucun agent ne pratique", "no field agent practises").of(lang)
    if n == 1:
        some = Text("un agent pratique", "one field agent practises").of(lang)
    if story.started is None:
        return some
    twin = number(story.without_programme, lang)
    return some + Text(f" ({twin} sans la démarche)", f" ({twin} without the programme)").of(lang)


def _places(story: Story, lang: str) -> str:
    """Services where they are: all of them where they are few, else how many, and the first ones of islets."""
    by_count = sorted(range(len(story.by_service)), key=lambda s: (-story.by_service[s], s))
    if story.reached == 0:
        return ""
    if story.reached <= MOST_SERVICES:
        return Text("dans ", "in ").of(lang) + _services(by_count[: story.reached], lang)
    total = len(story.by_service)
    wide = Text(f"dans {story.reached} services sur {total}", f"in {story.reached} services of {total}").of(lang)
    several = [s for s in by_count[:MOST_SERVICES] if story.by_service[s] > 1]
    if not several or 2 * story.reached > total:
        return wide
    return wide + Text(", surtout dans ", ", mostly in ").of(lang) + _services(several, lang)


def _services(services: list[int], lang: str) -> str:
    """Services by their number, the first one being 1."""
    word = Text("le service", "service") if len(services) == 1 else Text("les services", "services")
    return f"{word.of(lang)}{NO_BREAK}{listed([str(s + 1) for s in sorted(services)], lang)}"
