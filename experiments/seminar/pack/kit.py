"""The kit inside the pack: sheets to print, in both languages, taken out by the page when somebody asks for one."""

import base64

from experiments.language import LANGUAGES
from experiments.seminar.kit.sheets import SHEETS, pdf
from experiments.seminar.kit.wording import Wording

Sheet = dict[str, str]
"""What the catalogue says of a sheet: lang, title, file (its name once taken out), block (id of its data block)."""


def kit_sheets() -> list[Sheet]:
    """Every sheet, language by language."""
    return [
        {
            "lang": lang,
            "title": Wording(lang)(f"{sheet}.title"),
            "file": f"{Wording(lang)(f'file.{sheet}')}.pdf",
            "block": f"kit-{lang}-{sheet}",
        }
        for lang in LANGUAGES
        for sheet in SHEETS
    ]


def kit_blocks() -> dict[str, str]:
    """The PDF of every sheet in base64, by the id of its data block."""
    pdfs = {f"kit-{lang}-{sheet}": pdf(sheet, lang) for lang in LANGUAGES for sheet in SHEETS}
    return {name: base64.b64encode(content).decode("ascii") for name, content in pdfs.items()}
