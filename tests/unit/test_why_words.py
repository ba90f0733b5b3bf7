"""What an explanation may say: every candidate's keys and words, dates, places, typography, in both languages."""

import re

import pytest

from experiments.configuration import load_scenario
from experiments.options import configs_folder
from experiments.why.candidate import Candidate
from experiments.why.candidates import BRAKED, CANDIDATES, applicable
from experiments.why.events import moves_head, planned_events
from experiments.why.facts import told
from experiments.why.story import Story, departures
from experiments.why.words import days, in_month, listed, typeset, values
from sim.config import Config, resolved, with_values
from sim.outcomes.verdict import FALLBACK, ISLETS
from sim.timeline.draft import Change

TOWN = resolved(Config())
PLAIN = Story(
    seed=1,
    observed=88,
    started=12,
    ended=28,
    ending="planned",
    departures=(),
    lab_opened=None,
    lab_closed=None,
    by_service=(0, 3, 0, 1, 1, 7, 0, 0, 0, 0),
    without_programme=2,
    dispossession=0.1,
)


def story(**changes: object) -> Story:
    return Story(**{**PLAIN.__dict__, **changes})


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def transfo(*overrides: str) -> Config:
    return resolved(load_scenario("transfo", *overrides))


SCENARIOS = sorted(path.stem for path in (configs_folder() / "scenario").glob("*.yaml"))


def words(candidate: Candidate, lang: str) -> tuple[str, str]:
    filled = values(TOWN, lang)
    return candidate.because.of(lang).format(**filled), candidate.without.of(lang).format(**filled)


@pytest.mark.parametrize("candidate", CANDIDATES, ids=lambda candidate: candidate.name)
def test_a_candidate_changes_a_valid_configuration_and_reads_as_a_situation(candidate):
    other = candidate.taken_from(
        resolved(with_values(TOWN, {"management.stance": 0.5, "management.stance_spread": 0.4}))
    )
    assert other != candidate.taken_from(other) or candidate.taken_from(other) == other
    because, without = words(candidate, "fr")
    assert not re.match("[aeéèêiouyhAEIOUYH]", because), "« parce que » would need an apostrophe"
    assert not re.match("(il|ils) ", without), "« si » would need an apostrophe"
    for text in (because, without, *words(candidate, "en")):
        assert "{" not in text
        assert text[0].islower()
        assert not re.search("refus|résist|mauvais|incapable|refuse|resist|bad|fail", text)


def test_names_are_unique():
    assert len({candidate.name for candidate in CANDIDATES}) == len(CANDIDATES)


@pytest.mark.parametrize("name", SCENARIOS)
def test_what_applies_to_a_scenario_can_be_taken_from_it(name):
    config = resolved(load_scenario(name))
    stories = [PLAIN, story(ending="aborted", lab_opened=30, lab_closed=50, departures=(Change(20, "merger"),))]
    for verdict in (*BRAKED, "diffusion", "not_launched"):
        for seen in stories:
            for candidate in applicable(config, seen, verdict):
                assert candidate.taken_from(config).scenario == name


def names(config: Config, seen: Story = PLAIN, verdict: str = ISLETS) -> set[str]:
    return {candidate.name for candidate in applicable(resolved(config), seen, verdict)}


def test_only_what_is_there_to_take_away_applies():
    assert {"head_leaves", "broken_off", "lab_closes", "price", "effort"}.isdisjoint(names(Config()))
    assert "head_leaves" in names(Config(), story(departures=(Change(20, "alternance"),)))
    assert "broken_off" in names(Config(), story(ending="aborted"))
    assert "cut_short" in names(Config(), story(ending="cut_short"))
    assert "lab_closes" in names(Config(), story(lab_opened=30, lab_closed=50))
    assert {"price", "effort"} <= names(transfo("cost.price_factor=4", "cost.agent_days_per_month=8"))
    assert "depth" not in names(transfo("hierarchy.depth=2"))
    assert "signal_loss" not in names(transfo("hierarchy.signal_retention=1"))
    assert "managers_short" not in names(transfo("management.stance=0.7"))
    assert "sponsorship_short" not in names(transfo("sponsorship.level=0.9"))
    assert names(transfo("programme.enabled=false")) == set()


def test_only_money_explains_what_is_not_launched():
    dear = transfo("cost.price_factor=4", "cost.agent_days_per_month=8", "sponsorship.level=0.1")
    assert names(dear, verdict="not_launched") == {"price", "effort"}
    assert names(Config(), verdict="not_launched") == {"money"}


def test_diffusion_is_explained_by_what_carried_it():
    carried = transfo("sponsorship.level=0.9", "management.stance=0.7")
    found = names(carried, story(lab_opened=27), "diffusion")
    assert found == {"sponsor_carries", "results_seen", "peers", "managers_relay", "effort_given", "lab_opens"}


def test_the_head_who_stays_takes_every_departure_away():
    events = [{"name": "head_leaves", "month": 30}, {"name": "budget_cut", "month": 20, "strength": 0.5}]
    config = resolved(with_values(TOWN, {"sponsorship.departure_month": 20, "interventions": events}))
    leaves = next(candidate for candidate in CANDIDATES if candidate.name == "head_leaves")
    seeds = range(20)
    assert all({20, 30} <= {change.month for change in departures(config, seed)} for seed in seeds)
    stays = leaves.taken_from(config)
    assert [departures(stays, seed) for seed in seeds] == [[]] * len(seeds)
    assert [asked.name for asked in stays.interventions] == ["budget_cut"]


def test_each_other_planned_intervention_can_be_left_out():
    events = [{"name": "merger", "month": 30}, {"name": "budget_cut", "month": 20}, {"name": "elus_debate", "month": 0}]
    config = resolved(with_values(TOWN, {"interventions": events}))
    assert [moves_head(config, asked) for asked in config.interventions] == [True, False, False]
    found = planned_events(config)
    assert [candidate.name for candidate in found] == ["budget_cut_20", "elus_debate_0"]
    assert [asked.name for asked in found[0].taken_from(config).interventions] == ["merger", "elus_debate"]


def test_thematic_elus_follow_a_sponsorship_that_was_theirs():
    strong = next(candidate for candidate in CANDIDATES if candidate.name == "sponsorship_short")
    follows = strong.taken_from(transfo("sponsorship.level=0.2")).sponsorship
    apart = strong.taken_from(transfo("sponsorship.level=0.2", "sponsorship.thematic=0.4")).sponsorship
    assert (follows.level, follows.thematic) == (0.9, 0.9)
    assert (apart.level, apart.thematic) == (0.9, 0.4)


def test_what_a_configuration_sets_itself_is_particular_to_it():
    by_name = {candidate.name: candidate for candidate in CANDIDATES}
    assert by_name["head_leaves"].is_particular(TOWN)
    assert not by_name["depth"].is_particular(TOWN)
    assert by_name["depth"].is_particular(transfo("hierarchy.depth=6"))


def test_the_facts_in_french():
    seen = story(
        ending="aborted",
        ended=24,
        departures=(Change(20, "same_majority"), Change(79, "alternance")),
        lab_opened=26,
        lab_closed=51,
    )
    assert plain(told(seen, TOWN, "fr")) == (
        "Dans une simulation typique, la démarche commence au mois 12 et est arrêtée au mois 24, le maire part au mois "
        "20 (même majorité), puis au mois 79 (alternance), un labo ouvre au mois 26 et ferme au mois 51 ; au mois 88, "
        "12 agents pratiquent (2 sans la démarche) dans 4 services sur 10, surtout dans les services 2 et 6."
    )


def test_the_facts_in_english():
    assert plain(told(story(lab_opened=26), TOWN, "en")) == (
        "In a typical run, the programme starts in month 12 and ends in month 28, a lab opens in month 26; in month "
        "88, 12 field agents practise (2 without the programme) in 4 services of 10, mostly in services 2 and 6."
    )


@pytest.mark.parametrize(
    ("by_service", "said"),
    [
        ((0, 0), "aucun agent ne pratique (2 sans la démarche)."),
        ((0, 1), "un agent pratique (2 sans la démarche) dans le service 2."),
        ((2, 1), "3 agents pratiquent (2 sans la démarche) dans les services 1 et 2."),
        ((1, 1, 1, 1, 0, 0, 0, 0), "4 agents pratiquent (2 sans la démarche) dans 4 services sur 8."),
        ((5, 5, 5, 5, 0), "20 agents pratiquent (2 sans la démarche) dans 4 services sur 5."),
    ],
)
def test_places_are_named_where_they_are_few(by_service, said):
    assert plain(told(story(by_service=by_service), TOWN, "fr")).endswith(said)


def test_a_programme_may_last_be_cut_short_or_never_start():
    endless = plain(told(story(ended=None, ending=None), TOWN, "fr"))
    assert "la démarche commence au mois 12 et dure encore ;" in endless
    short = plain(told(story(ended=24, ending="cut_short"), TOWN, "fr"))
    assert "et est écourtée faute d'argent au mois 24" in short
    never = plain(told(story(started=None, ended=None, ending=None), TOWN, "fr"))
    assert "la démarche n'est pas lancée ;" in never
    assert "sans la démarche" not in never


def test_real_dates_where_the_calendar_gives_one():
    dated = transfo("calendar.start=2010-10")
    assert plain(in_month(0, dated, "fr")) == "en octobre 2010"
    assert plain(in_month(3, dated, "en")) == "in January 2011"
    assert plain(in_month(62, dated, "fr")) == "en décembre 2015"
    assert plain(in_month(20, TOWN, "fr")) == "au mois 20"


@pytest.mark.parametrize(
    ("kind", "fr", "en"),
    [("commune", "maire", "mayor"), ("epci", "président", "president"), ("region", "président", "president")],
)
def test_the_head_of_the_executive_has_the_name_of_its_authority(kind, fr, en):
    config = transfo(f"authority.type={kind}")
    assert (values(config, "fr")["head"], values(config, "en")["head"]) == (fr, en)
    left = story(departures=(Change(20, "merger"),))
    assert f"le {fr} part au mois 20 (fusion)" in plain(told(left, config, "fr"))


def test_typography():
    assert typeset("a ; b : « c » ? 95 %", "fr") == "a\u00a0; b\u00a0: «\u00a0c\u00a0»\u00a0? 95\u00a0%"
    assert typeset("a ; b : c ? 95 %", "en") == "a; b: c? 95%"
    assert [plain(days(n, "fr")) for n in (0, 1, 1.5, 2)] == ["0 jour", "1 jour", "1,5 jour", "2 jours"]
    assert [plain(days(n, "en")) for n in (1, 1.5)] == ["1 day", "1.5 days"]
    assert listed(["a"], "fr") == "a"
    assert listed(["a", "b", "c"], "fr") == "a, b et c"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_facts_have_no_loose_punctuation(lang):
    for verdict in (ISLETS, FALLBACK):
        said = told(story(departures=(Change(20, "merger"),)), TOWN, lang)
        assert verdict not in said
        assert not re.search(r" [;:?!]", said)
        assert "  " not in said
