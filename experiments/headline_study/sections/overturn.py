"""What would overturn it: every conclusion again when one thing that it rests on is changed."""

from collections.abc import Sequence

from experiments.headline_study.conclusions import CONCLUSIONS, HEARD, HOLDS, REVERSED, effect, status, statuses
from experiments.headline_study.material import Headline
from experiments.headline_study.told import HUNDRED, ITEMS, Told
from experiments.headline_study.writing import place_name, table
from experiments.language import Words, number
from experiments.statistics import Estimate

NAME = "overturn"
NONE = Estimate(float("nan"), float("nan"), float("nan"), 0)


def measure(study: Headline) -> list[Told]:
    """The difference under each change, with how it then stands."""
    whole = {asked.name: found for asked in CONCLUSIONS
             if asked.whole and (found := effect(study.runs, asked)) is not None}  # fmt: skip
    seen = {name: found for name, found in whole.items() if found.excludes_zero}
    return [
        Told(NAME, asked.name, {"group": challenge.group, "change": challenge.name,
                                "status": status(whole[asked.name], found)},
             found or NONE, ITEMS if asked.outcome == HEARD else HUNDRED)
        for asked, challenge, found in statuses(study, seen)
    ]  # fmt: skip


def write(told: Sequence[Told], say: Words) -> str:
    """One row a change, one column a conclusion; then the conclusions that nothing overturns."""
    names = [asked.name for asked in CONCLUSIONS if any(each.outcome == asked.name for each in told)]
    found = {(each.where["change"], each.outcome): str(each.where["status"]) for each in told}
    changes = list(dict.fromkeys((str(each.where["group"]), str(each.where["change"])) for each in told))
    rows = [
        [change_name(group, change, say),
         *(say(f"headstudy.status.{found[change, name]}") if (change, name) in found else " " for name in names)]
        for group, change in changes
    ]  # fmt: skip
    header = [say("headstudy.overturn.column"), *(say(f"headstudy.conclusion.{name}") for name in names)]
    firm = [say(f"headstudy.conclusion.{name}") for name in firm_ones(told)]
    join = say("headstudy.join").join
    firmly = say("headstudy.overturn.firm", names=join(firm)) if firm else say("headstudy.overturn.none")
    turned = [f"{say(f'headstudy.conclusion.{each.outcome}')} ({_changed(each, say)})"
              for each in told if each.where["status"] == REVERSED]  # fmt: skip
    turns = say("headstudy.overturn.turned", names=join(turned)) if turned else say("headstudy.overturn.unturned")
    return "\n\n".join([say("headstudy.overturn"), table(header, rows), firmly, turns,
                        say("headstudy.overturn.outside")])  # fmt: skip


def firm_ones(told: Sequence[Told]) -> list[str]:
    """Conclusions that are seen with the same sign under every change that can say something of them."""
    here = [each for each in told if each.section == NAME]
    shaken = {each.outcome for each in here if each.where["status"] != HOLDS}
    return [name for name in dict.fromkeys(each.outcome for each in here) if name not in shaken]


def counted(told: Sequence[Told], say: Words) -> dict[str, str]:
    """How many conclusions there are and hold, under how many changes; which hold, and which turn somewhere."""
    here = [each for each in told if each.section == NAME]
    firm = firm_ones(here)
    turned = dict.fromkeys(each.outcome for each in here if each.where["status"] == REVERSED)
    whole, changes = len({each.outcome for each in here}), len({each.where["change"] for each in here})
    counts = {"whole": whole, "firm": len(firm), "changes": changes}
    names = {
        name: say("headstudy.join").join(say(f"headstudy.conclusion.{each}") for each in each_of)
        or say("headstudy.answer.none")
        for name, each_of in (("names", firm), ("turned", turned))
    }
    return {name: number(n, say.lang) for name, n in counts.items()} | names


def _changed(told: Told, say: Words) -> str:
    return change_name(str(told.where["group"]), str(told.where["change"]), say)


def change_name(group: str, change: str, say: Words) -> str:
    """A change in plain words."""
    if group == "structure":
        return say("headstudy.change.structure", name=say(f"variant.{change}"))
    return place_name(change, say) if group == "place" else say(f"headstudy.change.{change}")
