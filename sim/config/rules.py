"""Rules between keys: what no single range can say."""

import math
from collections.abc import Callable, Collection, Iterator
from difflib import get_close_matches

from sim.config import resolve
from sim.config.intervention import Intervention, declared_value, intervention_names
from sim.config.network import Generator
from sim.config.programme import Recruitment
from sim.config.root import Config
from sim.config.rules_chart import described
from sim.core.errors import Problem, shown
from sim.core.text import Text

_SHARE_TOLERANCE = 1e-9
_MOST_TIES = 20_000_000

Found = Iterator[Problem]


def disagreements(config: Config, interventions: Callable[[], Collection[str]] = intervention_names) -> list[Problem]:
    """All the rules that `config` breaks; `interventions` gives the names that exist."""
    found = [problem for rule in _RULES for problem in rule(config)]
    return found + list(_planned(config, interventions()))


def _problem(config: Config, keys: str, fr: str, en: str) -> Problem:
    """A broken rule on `keys` (separated by spaces); the value shown lists theirs."""
    values = [shown(_value(config, key)) for key in keys.split()]
    return Problem(", ".join(keys.split()), ", ".join(values), Text(fr, en))


def _value(config: Config, key: str) -> object:
    group, _, field = key.rpartition(".")
    return getattr(getattr(config, group) if group else config, field)


def _shares(config: Config) -> Found:
    a = config.authority
    if a.category_a_share + a.category_b_share > 1 + _SHARE_TOLERANCE:
        yield _problem(
            config, "authority.category_a_share authority.category_b_share",
            "la somme des deux parts dépasse 1", "the sum of the two shares exceeds 1",
        )
    v = config.voice
    if v.quick_share + v.middle_share > 1 + _SHARE_TOLERANCE:
        yield _problem(
            config, "voice.quick_share voice.middle_share",
            "la somme des deux parts dépasse 1", "the sum of the two shares exceeds 1",
        )
    s = config.sponsorship
    if abs(s.weight_mayor + s.weight_thematic + s.weight_district - 1) > _SHARE_TOLERANCE:
        yield _problem(
            config, "sponsorship.weight_mayor sponsorship.weight_thematic sponsorship.weight_district",
            "la somme des trois poids doit être 1", "the sum of the three weights must be 1",
        )
    if s.p_camp_change > s.p_new_mayor:
        yield _problem(
            config, "sponsorship.p_camp_change sponsorship.p_new_mayor",
            "un changement de camp est un changement d'exécutif : sa probabilité ne peut dépasser l'autre",
            "a change of camp is a change of executive: its probability cannot exceed the other",
        )


def _spreads(config: Config) -> Found:
    for mean_key, spread_key in (
        ("management.stance", "management.stance_spread"),
        ("citizens.trust_mean", "citizens.trust_spread"),
    ):
        mean, spread = _value(config, mean_key), _value(config, spread_key)
        assert isinstance(mean, float) and isinstance(spread, float)
        if spread > 0 and spread**2 >= mean * (1 - mean):
            yield _problem(
                config, f"{mean_key} {spread_key}",
                f"dispersion trop grande pour cette moyenne : moins de {(mean * (1 - mean)) ** 0.5:.3g}, ou 0",
                f"spread too large for this mean: less than {(mean * (1 - mean)) ** 0.5:.3g}, or 0",
            )


def _dates(config: Config) -> Found:
    p = config.programme
    if p.enabled and not p.permanent and p.start_month + p.duration_months > resolve.LAST_MONTH + 1:
        yield _problem(
            config, "programme.start_month programme.duration_months",
            "la démarche doit finir avant le mois 360", "the programme must end before month 360",
        )
    months = config.observe_months
    if months is None:
        if resolve.observations(config)[-1] > resolve.LAST_MONTH:
            yield _problem(
                config, "programme.start_month observe_months",
                "l'observation par défaut (début + 76) dépasse le mois 359 : donner observe_months",
                "the default observation (start + 76) exceeds month 359: give observe_months",
            )
        return
    if list(months) != sorted(set(months)):
        yield _problem(
            config, "observe_months",
            "les mois doivent être strictement croissants", "months must be strictly increasing",
        )
    if p.enabled and min(months) <= p.start_month:
        yield _problem(
            config, "observe_months programme.start_month",
            "toute observation doit venir après le début de la démarche",
            "every observation must come after the start of the programme",
        )


def _calendar(config: Config) -> Found:
    c = config.calendar
    if c.next_election is None:
        return
    if c.start is None:
        yield _problem(
            config, "calendar.next_election calendar.start",
            "une date d'élection demande aussi calendar.start", "a date of election also needs calendar.start",
        )
        return
    month = resolve.election_month(config)
    if month is not None and not 1 <= month <= c.mandate_months:
        yield _problem(
            config, "calendar.start calendar.next_election",
            f"la prochaine élection doit tomber de 1 à {c.mandate_months} mois (un mandat) après le mois simulé 0",
            f"the next election must fall 1 to {c.mandate_months} months (a mandate) after simulated month 0",
        )


def _sizes(config: Config) -> Found:
    a, staff, drawn = config.authority, resolve.field_agents(config), not config.chart.services
    if a.field_agents is None and drawn and not 20 <= staff <= 200_000:
        yield _problem(
            config, "authority.inhabitants authority.staff_per_1000 authority.type",
            f"il en résulte {staff} agents de terrain : donner authority.field_agents, entre 20 et 200000",
            f"this gives {staff} field agents: give authority.field_agents, between 20 and 200000",
        )
        return
    if a.field_agents is not None and staff > a.inhabitants:
        yield _problem(
            config, "authority.field_agents authority.inhabitants",
            "plus d'agents que d'habitants", "more field agents than inhabitants",
        )
    if drawn and resolve.services(config) > resolve.teams(config):
        yield _problem(
            config, "authority.services authority.field_agents authority.team_size",
            f"chaque service a au moins une équipe : {resolve.teams(config)} services au plus",
            f"each service has at least one team: at most {resolve.teams(config)} services",
        )
    if a.type == "region" and a.districts:
        yield _problem(
            config, "authority.districts authority.type",
            "une région n'a pas d'élus de quartier : null ou 0", "a region has no district elus: null or 0",
        )
    p = config.programme
    for key, people in (("ambassadors", p.ambassadors), ("flash_people", p.flash_people)):
        if people > staff:
            yield _problem(
                config, f"programme.{key} authority.field_agents",
                f"pas plus de participants que d'agents de terrain ({staff})",
                f"no more participants than field agents ({staff})",
            )
    if p.recruitment is Recruitment.CLUSTERED and p.recruitment_services > resolve.services(config):
        yield _problem(
            config, "programme.recruitment_services authority.services",
            f"la collectivité n'a que {resolve.services(config)} services",
            f"the authority has only {resolve.services(config)} services",
        )


def _ties(config: Config) -> Found:
    network, staff = config.network, resolve.field_agents(config)
    if network.generator is Generator.RANDOM:
        if network.mean_degree > staff - 1:
            yield _problem(
                config, "network.mean_degree authority.field_agents",
                f"un agent n'a pas plus de {staff - 1} collègues",
                f"a field agent has no more than {staff - 1} colleagues",
            )
        if network.mean_degree * staff > _MOST_TIES:
            yield _problem(
                config, "network.mean_degree authority.field_agents",
                f"trop de liens : leur produit doit rester sous {_MOST_TIES}",
                f"too many ties: their product must stay below {_MOST_TIES}",
            )
    if network.generator is Generator.TORUS and all(staff % height for height in range(3, math.isqrt(staff) + 1)):
        yield _problem(
            config, "network.generator authority.field_agents",
            "un tore demande un nombre d'agents qui soit un produit de deux nombres d'au moins 3",
            "a torus needs a number of field agents that is a product of two numbers of at least 3",
        )


def _citizens(config: Config) -> Found:
    a, degree = config.authority, config.network.citizen_degree
    if a.simulated_citizens > a.inhabitants:
        yield _problem(
            config, "authority.simulated_citizens authority.inhabitants",
            "plus de citoyens simulés que d'habitants", "more simulated citizens than inhabitants",
        )
    fewest = (degree + 1) * max(1, resolve.resolved(config).authority.districts or 0)
    if 0 < a.simulated_citizens < fewest:
        yield _problem(
            config, "authority.simulated_citizens network.citizen_degree",
            f"trop peu de citoyens pour ces voisinages : 0, ou au moins {fewest}",
            f"too few citizens for these neighbourhoods: 0, or at least {fewest}",
        )
    if a.simulated_citizens * degree > _MOST_TIES:
        yield _problem(
            config, "authority.simulated_citizens network.citizen_degree",
            f"trop de liens entre citoyens : leur produit doit rester sous {_MOST_TIES}",
            f"too many ties between citizens: their product must stay below {_MOST_TIES}",
        )


def _planned(config: Config, names: Collection[str]) -> Found:
    horizon = resolve.effective_horizon(config)
    for i, planned in enumerate(config.interventions):
        key = f"interventions[{i}]"
        if planned.name not in names:
            near = get_close_matches(planned.name, names, n=1, cutoff=0.5)
            listed = ", ".join(names) or "-"
            yield Problem(
                f"{key}.name", shown(planned.name),
                Text("intervention inconnue", "unknown intervention"),
                Text(f"un de : {listed}", f"one of: {listed}"), near[0] if near else None,
            )
        elif planned.value is not None:
            yield from _valued(f"{key}.value", planned)
        if planned.until is not None and planned.until <= planned.month:
            yield Problem(
                f"{key}.until", shown(planned.until),
                Text(f"la fin doit venir après le début (mois {planned.month})",
                     f"the end must come after the start (month {planned.month})"),
            )
        if planned.month >= horizon:
            yield Problem(
                f"{key}.month", shown(planned.month),
                Text(f"ce mois n'est pas simulé : la simulation s'arrête au mois {horizon - 1}",
                     f"this month is not simulated: the simulation stops at month {horizon - 1}"),
            )


def _valued(key: str, planned: Intervention) -> Found:
    """The number an intervention is given, against what its file declares."""
    allowed = declared_value(planned.name)
    given = planned.value
    assert given is not None
    if allowed is None:
        yield Problem(
            key, shown(given),
            Text("cette intervention ne prend pas de nombre", "this intervention takes no number"),
        )
    elif not allowed.low <= given <= allowed.high or (allowed.whole and given % 1.0):
        fr, en = ("un entier", "an integer") if allowed.whole else ("un nombre", "a number")
        yield Problem(
            key, shown(given), Text("hors limites", "out of range"),
            Text(f"{fr} entre {allowed.low:g} et {allowed.high:g} : {allowed.text.fr}",
                 f"{en} between {allowed.low:g} and {allowed.high:g}: {allowed.text.en}"),
        )


_RULES = (_shares, _spreads, _dates, _calendar, _sizes, described, _ties, _citizens)
