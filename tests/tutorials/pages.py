"""What a tutorial asks its reader to do, block after block, and what it says will be seen."""

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "tutorials"
NAMES = sorted(path.name.removesuffix(".fr.md") for path in FOLDER.glob("*.fr.md"))
_BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass
class Block:
    """A fenced block: `sh` and `python` are done, `yaml NAME` is saved, `text` is what the blocks before it show."""

    kind: str
    name: str
    text: str

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()


def blocks(name: str, lang: str) -> list[Block]:
    text = (FOLDER / f"{name}.{lang}.md").read_text(encoding="utf-8")
    return [Block(kind, file or "", body) for kind, file, body in _BLOCK.findall(text)]
