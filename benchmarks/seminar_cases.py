"""A case of the seminar with a wanted number of field agents, for the benchmarks of the app."""

from pathlib import Path

SCENARIO = """\
title_fr: "{agents} agents"
title_en: "{agents} field agents"
use: teaching
authority:
  name: "{agents}"
  inhabitants: {inhabitants}
  field_agents: {agents}
hierarchy:
  depth: 4
horizon_months: {months}
"""
INHABITANTS_PER_AGENT = 50
MONTHS = 72


def case_of(agents: int, folder: Path) -> Path:
    """Write the scenario of a commune of so many field agents; its file."""
    path = folder / f"agents_{agents}.yaml"
    inhabitants = INHABITANTS_PER_AGENT * agents
    path.write_text(SCENARIO.format(agents=agents, inhabitants=inhabitants, months=MONTHS), encoding="utf-8")
    return path
