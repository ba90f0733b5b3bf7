"""How far each lever reaches: the change of log-odds that it makes in each decision."""

from experiments.description.markdown import code, table
from experiments.language import Words, number
from sim.scenarios.intervention import find, names
from sim.scenarios.reach import ADOPTION_BOUND, BOUND, DECISIONS, TOGETHER_BOUND, reach, total


def block(say: Words) -> str:
    """The bounds, then one line a lever."""
    bounds = {"adoption": ADOPTION_BOUND, "total": BOUND, "together": TOGETHER_BOUND}
    said = say("description.reach.bounds", **{name: number(bound, say.lang, 2) for name, bound in bounds.items()})
    header = [say("description.lever"), *(each.of(say.lang) for each in DECISIONS.values())]
    rows = (_row(name, say) for name in names() if find(name).kind == "lever")
    return f"{said}\n\n{table([*header, say('description.reach.sum')], rows)}"


def _row(name: str, say: Words) -> list[str]:
    found = reach(name)
    return [code(name), *(number(found[each], say.lang, 2) for each in DECISIONS), number(total(found), say.lang, 2)]
