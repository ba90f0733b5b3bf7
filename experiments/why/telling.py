"""An explanation in French and in English: the sentence, and the lines that say all that was tried."""

from typing import TYPE_CHECKING

from experiments.language import Words, number
from experiments.units import RUNS, difference, written
from experiments.why.facts import told
from experiments.why.trials import LEAST_MOVE, Cause
from experiments.why.words import listed, opened, typeset, values
from sim.config import Config
from sim.core.text import Text
from sim.outcomes.verdict import LABELS

if TYPE_CHECKING:
    from experiments.why.explanation import Why

_TIMES = Text("fois sur 100", "times out of 100")


def sentence(why: "Why", lang: str) -> str:
    """Causes with both numbers, then dates and places."""
    return f"{verdict_and_causes(why, lang)} {told(why.facts, why.config, lang)}"


def lines(why: "Why", lang: str) -> list[str]:
    """The sentence in two lines, then one line a cause that was tried, with the rule by which it is named."""
    said = [verdict_and_causes(why, lang), told(why.facts, why.config, lang)]
    if why.causes:
        said.append(_rule(why, lang))
    said += [_tried(cause, why.config, lang) for cause in why.causes]
    if why.causes and not why.named and not why.full:
        said.append(
            Text("--why full essaie aussi deux causes à la fois.", "--why full also tries two causes at once.").of(lang)
        )
    return said


def verdict_and_causes(why: "Why", lang: str) -> str:
    """The verdict, how often, and because of what; or that nothing tried explains it."""
    seen = f"{opened(LABELS[why.verdict].of(lang))} {_share(why.share.value, lang)} {_TIMES.of(lang)}"
    if not why.causes:
        return typeset(f"{seen}. {_nothing_to_try(why, lang)}", lang)
    if not why.named:
        return typeset(f"{seen}. {_nothing_named(why, lang)}", lang)
    if len(why.named[0].parts) > 1:
        alternatives = [_both(cause, why.config, lang) for cause in why.named]
        opening = Text("aucune cause seule ; ensemble,", "no single cause ; together,").of(lang)
        return typeset(f"{seen} : {opening} {Text(' ; ou bien ', ' ; or else ').of(lang).join(alternatives)}.", lang)
    because = Text("parce que", "because").of(lang)
    reasons = [f"{because} {_one(cause, why.config, lang, at == 0)}" for at, cause in enumerate(why.named)]
    return typeset(f"{seen}, {listed(reasons, lang)}.", lang)


def _one(cause: Cause, config: Config, lang: str, first: bool) -> str:
    """A single cause: the mayor leaves (22 times out of 100 if the mayor stayed)."""
    (because,), (without,) = _clauses(cause, config, lang)
    times = f" {_TIMES.of(lang)}" if first else ""
    return f"{because} ({_share(cause.share_without, lang)}{times} {Text('si', 'if').of(lang)} {without})"


def _both(cause: Cause, config: Config, lang: str) -> str:
    """Two causes together: the mayor leaves and items get stuck (22 times out of 100 if ... and if ...)."""
    because, without = _clauses(cause, config, lang)
    conditions = listed([f"{Text('si', 'if').of(lang)} {clause}" for clause in without], lang)
    return f"{listed(because, lang)} ({_share(cause.share_without, lang)} {_TIMES.of(lang)} {conditions})"


def _clauses(cause: Cause, config: Config, lang: str) -> tuple[list[str], list[str]]:
    filled = values(config, lang)
    because = [part.because.of(lang).format(**filled) for part in cause.parts]
    return because, [part.without.of(lang).format(**filled) for part in cause.parts]


def _nothing_to_try(why: "Why", lang: str) -> str:
    if not (why.config.programme.enabled and why.config.mechanisms.programme):
        return Text("Ce scénario ne prévoit pas de démarche.", "This scenario plans no programme.").of(lang)
    return Text(
        "Rien de ce que l'on sait retirer ne s'applique à ce scénario : aucune cause n'est nommée.",
        "Nothing of what can be taken away applies to this scenario: no cause is named.",
    ).of(lang)


def _nothing_named(why: "Why", lang: str) -> str:
    if why.full:
        return Text(
            "Aucune cause seule ne l'explique parmi celles qui ont été essayées, ni deux à la fois.",
            "No single cause explains it among those that were tried, nor two at once.",
        ).of(lang)
    return Text(
        "Aucune cause seule ne l'explique parmi celles qui ont été essayées.",
        "No single cause explains it among those that were tried.",
    ).of(lang)


def _rule(why: "Why", lang: str) -> str:
    pairs, points = number(why.share.n, lang), number(100 * LEAST_MOVE, lang)
    return typeset(
        Text(
            f"Essayé sur {pairs} paires de simulations aux mêmes hasards ; une cause est nommée si, sans elle, le "
            f"verdict vient au moins {points} fois de moins sur 100 et que l'intervalle à 95 % de l'écart exclut 0 :",
            f"Tried over {pairs} pairs of runs with the same luck ; a cause is named if, without it, the verdict "
            f"comes at least {points} times less out of 100 and the 95 % interval of the difference excludes 0 :",
        ).of(lang),
        lang,
    )


def _tried(cause: Cause, config: Config, lang: str) -> str:
    """One cause that was tried: what it is, both shares, the difference with its interval, whether it is named."""
    because, without = _clauses(cause, config, lang)
    both = f"{_share(cause.share_with, lang)} → {_share(cause.share_without, lang)}"
    conditions = listed([f"{Text('si', 'if').of(lang)} {clause}" for clause in without], lang)
    outcome = Text("cause nommée", "named") if cause.named else Text("non retenue", "not named")
    if cause.estimate.n < cause.wanted:
        n = number(cause.estimate.n, lang)
        outcome = Text(f"abandonnée après {n} paires", f"given up after {n} pairs")
    effect = difference(cause.estimate, RUNS, Words(lang))
    said = f"- {listed(because, lang)} : {both} {_TIMES.of(lang)} {conditions} ; {effect} ; {outcome.of(lang)}"
    return typeset(said, lang)


def _share(share: float, lang: str) -> str:
    return written(share, RUNS, lang)
