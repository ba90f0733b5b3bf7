"""Where depth, cost and sponsorship act: their effect again, in a town from which one mechanism is taken out."""

from collections.abc import Iterator, Sequence

from experiments.headline_study.conclusions import Conclusion, effect
from experiments.headline_study.material import DEPTH, EFFORT, LAUNCHED, PRICE, SPONSORSHIP, Headline
from experiments.headline_study.told import AGENTS, Told, signed
from experiments.headline_study.writing import picture, table
from experiments.language import Words
from sim.outcomes.verdict import DIFFUSION

NAME = "channels"
TAKEN = "taken_out"
NOTHING = "nothing"
CHAIN = ("signal_loss", "relay", "evidence", "peers")
KEYS = (TAKEN, DEPTH, SPONSORSHIP, EFFORT, PRICE)
ASKED = (
    Conclusion("sponsorship", SPONSORSHIP, 0.3, 0.7, DIFFUSION, True, 1),
    Conclusion("depth", DEPTH, 2, 6, DIFFUSION, True, -1),
    Conclusion("effort", EFFORT, 1.0, 8.0, DIFFUSION, True, 0),
    Conclusion("price_launch", PRICE, 0.25, 4.0, LAUNCHED, False, -1),
    Conclusion("price", PRICE, 0.25, 4.0, DIFFUSION, True, 0),
)
NET = "net_practice"


def measure(study: Headline) -> list[Told]:
    """Each effect with nothing taken out, then without each mechanism: verdicts, and net practice."""
    return list(_effects(study))


def write(told: Sequence[Told], say: Words) -> str:
    """The picture and the table."""
    found = {(each.where[TAKEN], each.outcome): each for each in told if each.where["read"] == "verdict"}
    names = list(dict.fromkeys(name for name, _ in found))
    rows = [
        [say(f"headstudy.taken.{name}"),
         *(signed(found[name, asked.name], say) if (name, asked.name) in found else "–" for asked in ASKED)]
        for name in names
    ]  # fmt: skip
    header = [say("headstudy.channels.column"), *(say(f"headstudy.channels.{asked.name}") for asked in ASKED)]
    chain = {name: signed(found[name, "depth"], say) for name in (NOTHING, *CHAIN) if (name, "depth") in found}
    told_apart = [say("headstudy.channels.chain", **chain)] if len(chain) > len(CHAIN) else []
    return "\n\n".join([picture("channels", say), say("headstudy.channels"), *told_apart, table(header, rows)])


def _effects(study: Headline) -> Iterator[Told]:
    runs = study.channel_runs
    names = list(dict.fromkeys(runs[TAKEN]))
    for name in sorted(names, key=lambda each: (each != NOTHING, names.index(each))):
        rows = runs[runs[TAKEN] == name]
        for asked in ASKED:
            where = {TAKEN: name, "lever": asked.lever, "start": asked.start, "end": asked.end}
            found = effect(rows, asked, keys=KEYS)
            if found is not None:
                yield Told(NAME, asked.name, where | {"read": "verdict"}, found)
            net = None if asked.outcome == LAUNCHED else effect(rows, asked, NET, KEYS)
            if net is not None:
                yield Told(NAME, asked.name, where | {"read": NET}, net, AGENTS)
