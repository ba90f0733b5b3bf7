"""Where the numbers come from: the design, its limits, the manifests that would give them again, the time it took."""

from collections.abc import Mapping
from typing import Any

from experiments.headline_study.material import Headline
from experiments.headline_study.spent import time_taken
from experiments.headline_study.writing import lever_name, table, value_of
from experiments.language import Words, number

SHORT = 12


def how(study: Headline, say: Words) -> str:
    """Levers and values, points, runs, worlds."""
    material, runs = study.material, study.runs
    rows = [[lever_name(key.name, say), ", ".join(value_of(key.name, value, say) for value in key.values),
             f"`{key.name}`"] for key in material.levers]  # fmt: skip
    header = [say(f"headstudy.design.column.{name}") for name in ("lever", "values", "key")]
    distinct = {"points": "point_id", "replicates": "replicate", "members": "member", "variants": "variant"}
    counts = {name: number(runs[column].nunique(), say.lang) for name, column in distinct.items()}
    counts["runs"] = number(len(runs), say.lang)
    return "\n\n".join([say("headstudy.design", **counts), table(header, rows)])


def limits(study: Headline, say: Words) -> str:
    """What the design leaves out, with its counts."""
    worlds = study.runs.groupby("variant")["member"].nunique()
    counts = {
        "members": study.runs["member"].nunique(), "ensemble": study.uncertainties.runs["member"].nunique(),
        "fewest": worlds.min(), "most": worlds.max(),
    }  # fmt: skip
    return say("headstudy.limits", **{name: number(n, say.lang) for name, n in counts.items()})


def provenance(study: Headline, say: Words, seconds: float | None) -> str:
    """One row a study: plan, code, manifest, runs; then the time of each, and of the page [s]."""
    studies = (study.main, study.uncertainties, study.channels)
    rows = [_row(each.manifest, len(each.runs), say) for each in studies]
    header = [say(f"headstudy.source.column.{name}") for name in ("study", "runs", "plan", "code", "manifest")]
    manifests = [each.manifest for each in studies]
    taken = time_taken([str(each["name"]) for each in manifests], manifests, seconds, say)
    return "\n\n".join([say("headstudy.source"), table(header, rows), taken, say("headstudy.again")])


def _row(manifest: Mapping[str, Any], runs: int, say: Words) -> list[str]:
    hashes = [manifest["plan_hash"], manifest["code"]["hash"], manifest["hash"]]
    file = f"configs/study/{manifest['name']}.yaml"
    return [f"[{manifest['name']}](../{file})", number(runs, say.lang), *(f"`{each[:SHORT]}`" for each in hashes)]
