"""The note as a tagged PDF (PDF/UA-1) by typst: fonts that come with the parts, no date, the same bytes each time."""

import tempfile
from pathlib import Path
from typing import Final

from experiments.report.marks import spans
from experiments.report.note import Beside, Block, Bullets, Command, Heading, Note, Paragraph, Picture, Table
from experiments.report.typography import typeset

TEMPLATE = Path(__file__).parent / "templates" / "note.typ"
STANDARD: Final = "ua-1"


def as_pdf(note: Note) -> bytes:
    """The whole document."""
    import typst

    with tempfile.TemporaryDirectory(prefix="archipel-note-") as temporary:
        folder = Path(temporary)
        (folder / "note.typ").write_text(TEMPLATE.read_text(encoding="utf-8"), encoding="utf-8")
        (folder / "main.typ").write_text(as_typst(note), encoding="utf-8")
        for block in note.blocks:
            for picture in _pictures(block):
                (folder / f"{picture.name}.svg").write_text(picture.svg, encoding="utf-8")
        return typst.compile(
            str(folder / "main.typ"), root=str(folder), format="pdf", pdf_standards=STANDARD, ignore_system_fonts=True
        )


def as_typst(note: Note) -> str:
    """The document in typst's language, over the functions of the template."""
    annex = f"annex({_string(note.annex_title, note.lang)})"
    heads = ", ".join(_string(text, note.lang) for text in (note.title, note.subtitle))
    parts = ((f"page-one({heads})", note.first), ("page-two", note.second), (annex, note.annex))
    body = "\n".join(f"#{name}[\n{''.join(_block(block, note.lang) for block in blocks)}]" for name, blocks in parts)
    title = _string(note.title, note.lang)
    return f'#import "note.typ": *\n#show: note.with({title}, {_raw(note.lang)})\n{body}\n'


def _block(block: Block, lang: str) -> str:
    if isinstance(block, Heading):
        return f"#title-of({block.level}, {_string(block.text, lang)})\n"
    if isinstance(block, Paragraph):
        return f"#para({_raw(block.look)}, {_string(block.text, lang)})\n"
    if isinstance(block, Bullets):
        return f"#bullets({_tuple(block.items, lang)})\n"
    if isinstance(block, Command):
        return f"#command({_raw(block.line)})\n"
    if isinstance(block, Table):
        return _table(block, lang)
    if isinstance(block, Beside):
        return f"#beside({_picture(block.left, lang)}, {_picture(block.right, lang)})\n"
    return f"#picture{_picture(block, lang)}\n"


def _table(block: Table, lang: str) -> str:
    rows = ", ".join(_tuple(row, lang) for row in block.rows)
    small = "true" if block.small else "false"
    caption, header = _string(block.caption, lang), _tuple(block.header, lang)
    return f"#data-table({caption}, {header}, ({rows},), {block.strong}, {small})\n"


def _picture(block: Picture, lang: str) -> str:
    texts = ", ".join(_string(text, lang) for text in (block.title, block.caption, block.alt))
    return f'("{block.name}.svg", {texts})'


def _tuple(texts: tuple[str, ...], lang: str) -> str:
    return f"({', '.join(_string(text, lang) for text in texts)},)"


def _string(text: str, lang: str) -> str:
    """A text as a string of typst: typeset, its marks left out; a string is never read as code."""
    return _raw("".join(span.text for span in spans(typeset(text, lang))))


def _raw(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _pictures(block: Block) -> tuple[Picture, ...]:
    if isinstance(block, Beside):
        return block.left, block.right
    return (block,) if isinstance(block, Picture) else ()
