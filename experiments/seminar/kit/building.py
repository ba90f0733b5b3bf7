"""Every file of the kit, by name: what `make kit` writes and what the pack carries."""

from collections.abc import Iterable
from pathlib import Path

from experiments.durable import whole
from experiments.language import LANGUAGES
from experiments.seminar.kit.sheets import SHEETS, pdf
from experiments.seminar.kit.wording import Wording

MOST_BYTES = 1_000_000
"""What the whole kit may weigh: the pack carries it."""


def kit_files(langs: Iterable[str] = LANGUAGES) -> dict[str, bytes]:
    """The sheets as PDF, by `<language>/<name>.pdf`."""
    return {f"{lang}/{Wording(lang)(f'file.{sheet}')}.pdf": pdf(sheet, lang) for lang in langs for sheet in SHEETS}


def write_kit(folder: Path) -> list[Path]:
    """Write the kit into a folder; files of the same names are replaced."""
    written = []
    for name, content in kit_files().items():
        path = folder / name
        with whole(path) as temporary:
            temporary.write_bytes(content)
        written.append(path)
    return written
