"""The pages of the description, and the generated blocks in them.

A page is docs/model/**/<name>.<language>.md. A block stands between two comments, and all between them is rewritten:

    <!-- generated:parameters -->
    <!-- end -->

One block is one file of `experiments.description.blocks`, whose function `block(say)` returns its text; words after the
name are further arguments: `<!-- generated:values relay -->`.
"""

import re
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from experiments.description import blocks
from experiments.language import LANGUAGES, Words

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "model"
_MARKED = re.compile(r"(<!-- generated:([\w ]+) -->\n).*?(<!-- end -->)", re.DOTALL)

Block = Callable[..., str]


def pages(folder: Path = FOLDER) -> tuple[Path, ...]:
    """Every page, in order of name."""
    return tuple(sorted(path for path in folder.rglob("*.md") if language(path)))


def language(page: Path) -> str:
    """The language of a page, from its name; "" where it says none."""
    suffixes = [suffix[1:] for suffix in page.suffixes]
    return suffixes[-2] if len(suffixes) > 1 and suffixes[-2] in LANGUAGES else ""


def block_names() -> tuple[str, ...]:
    """Names of the blocks that can be generated."""
    return tuple(sorted(file.name for file in iter_modules(blocks.__path__)))


def used(text: str) -> list[str]:
    """The blocks that a page holds, with their arguments, in their order."""
    return [match[2] for match in _MARKED.finditer(text)]


@cache
def generated(asked: str, lang: str) -> str:
    """The text of one block, asked for by its name and arguments, in one language."""
    name, *arguments = asked.split()
    if name not in block_names():
        raise KeyError(f"no block is called {name}: {', '.join(block_names())}")
    block: Block = import_module(f"{blocks.__name__}.{name}").block
    return block(Words(lang), *arguments)


def rewritten(text: str, lang: str) -> str:
    """The page with its blocks as the code now has them."""
    return _MARKED.sub(lambda match: f"{match[1]}\n{generated(match[2], lang)}\n\n{match[3]}", text)


def drifted(folder: Path = FOLDER) -> dict[Path, str]:
    """Pages whose blocks are no longer what the code says, with the text that they should have."""
    found = {}
    for page in pages(folder):
        text = page.read_text(encoding="utf-8")
        fresh = rewritten(text, language(page))
        if fresh != text:
            found[page] = fresh
    return found
