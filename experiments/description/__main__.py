"""`python -m experiments.description [--check]`: write the tables of docs/model again, or tell which have drifted."""

import sys

from experiments.description.pages import FOLDER, drifted

DONE, DRIFTED, BAD_INPUT = 0, 1, 2


def main(arguments: list[str]) -> int:
    """Rewrite the pages, or only name those that have drifted."""
    if arguments not in ([], ["--check"]):
        print("usage: python -m experiments.description [--check]", file=sys.stderr)
        return BAD_INPUT
    stale = drifted()
    for page, fresh in stale.items():
        print(page.relative_to(FOLDER.parents[1]).as_posix())
        if not arguments:
            page.write_text(fresh, encoding="utf-8")
    return DRIFTED if arguments and stale else DONE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
