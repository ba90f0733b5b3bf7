"""`python -m experiments.headline_study MAIN UNCERTAINTIES CHANNELS [--out DIR]`: the page on the headline study."""

import sys
from pathlib import Path

from experiments.analysis.opening import opened
from experiments.headline_study.material import Headline
from experiments.headline_study.page import write
from sim.core.errors import InputError

DONE, BAD_INPUT = 0, 2
USAGE = "usage: python -m experiments.headline_study MAIN UNCERTAINTIES CHANNELS [--out DIR]"
STUDIES = 3


def main(arguments: list[str]) -> int:
    """Read three gathered studies, write the page, tell the files."""
    folders, out = arguments[:STUDIES], arguments[STUDIES:]
    if len(folders) < STUDIES or (out and (out[0] != "--out" or len(out) != 2)):
        print(USAGE, file=sys.stderr)
        return BAD_INPUT
    try:
        study = Headline(*(opened(folder) for folder in folders))
    except InputError as error:
        print(error, file=sys.stderr)
        return BAD_INPUT
    for path in write(study, Path(out[1] if out else "docs")):
        print(path)
    return DONE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
