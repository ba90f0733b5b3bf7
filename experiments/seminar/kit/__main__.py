"""`python -m experiments.seminar.kit [--pages | --measure]`: the sheets, into outputs/kit.

`--pages` writes docs/seminar again; `--measure` first computes the hundred simulations of every world (two minutes).
"""

import sys
from pathlib import Path

from experiments.durable import keep
from experiments.language import LANGUAGES, Words
from experiments.seminar.kit.building import write_kit
from experiments.seminar.kit.measuring import measure
from experiments.seminar.kit.pages import pages
from experiments.target import OUTPUTS

DONE, BAD_INPUT = 0, 2
KIT = "kit"


def main(arguments: list[str]) -> int:
    """Write what is asked for, and say where it is."""
    if arguments not in ([], ["--pages"], ["--measure"]):
        print("usage: python -m experiments.seminar.kit [--pages | --measure]", file=sys.stderr)
        return BAD_INPUT
    if "--measure" in arguments:
        measure()
    if arguments:
        for path, text in pages().items():
            keep(path, text)
            print(path.name)
        return DONE
    folder = Path(OUTPUTS, KIT)
    written = write_kit(folder)
    for lang in LANGUAGES:
        print(Words(lang)("kit.written", n=len(written), folder=folder))
    return DONE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
