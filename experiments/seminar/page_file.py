"""The page as one file: style, script and texts inside, nothing asked of anybody, data blocks beside them.

What may run is said by hash in the page itself (Content-Security-Policy): one style, one script, pictures made by the
page. Data blocks are no scripts: browsers do not run them.
"""

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from experiments.language import LANGUAGES
from experiments.seminar.modules import bundle
from experiments.seminar.slim import slim_script, slim_style, slim_texts

PAGE = Path(__file__).parent / "page"
ENTRY = "main.js"
_STYLE = '<link rel="stylesheet" href="page/style.css">'
_SCRIPT = f'<script type="module" src="page/{ENTRY}"></script>'
_PROGRAM = '<script id="program"'
_META = '<meta charset="utf-8">'
_REFERENCE = re.compile(r"""\b(?:src|href)\s*=\s*["'](?!data:|#)[^"']*""", re.IGNORECASE)


class Unsound(ValueError):
    """The page's files are not what one file can be made of."""


@cache
def shell(folder: Path = PAGE) -> str:
    """The page in one file, without data."""
    html = (folder / "index.html").read_text(encoding="utf-8")
    style = slim_style((folder / "style.css").read_text(encoding="utf-8"))
    sources = {path.name: slim_script(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.js"))}
    script = "\n" + bundle(sources, ENTRY)
    for mark in (_META, _STYLE, _SCRIPT):
        if html.count(mark) != 1:
            raise Unsound(f"index.html should hold once: {mark}")
    html = html.replace(_META, f"{_META}\n{_policy(style, script)}").replace(_STYLE, f"<style>{style}</style>")
    before, after = html.split(_SCRIPT)
    outside = _REFERENCE.search(before + after)
    if outside is not None:
        raise Unsound(f"index.html refers to another file: {outside[0]}")
    texts = "".join(f"{data(f'texts-{lang}', _texts(folder, lang), 'application/json')}\n" for lang in LANGUAGES)
    return f'{before}{texts}{_PROGRAM} type="module">{script}</script>{after}'


def with_data(blocks: Mapping[str, str], catalogue: Mapping[str, Any], folder: Path = PAGE) -> str:
    """The page in one file, with its catalogue and its data blocks by their id."""
    page = shell(folder)
    parts = [data("catalogue", json.dumps(catalogue, ensure_ascii=False, allow_nan=False), "application/json")]
    parts += [data(name, text, "text/plain") for name, text in blocks.items()]
    before, program, after = page.partition(_PROGRAM)
    return "".join([before, *(f"{part}\n" for part in parts), program, after])


def data(name: str, text: str, kind: str) -> str:
    """A data block: what a page reads and no browser runs; nothing in it can end it."""
    sound = text.replace("<", "\\u003c") if kind == "application/json" else text
    if "<" in sound:
        raise Unsound(f"block {name} holds a sign that could end it")
    return f'<script type="{kind}" id="{name}">{sound}</script>'


def hashed(content: str) -> str:
    """A style or a script as a Content-Security-Policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _policy(style: str, script: str) -> str:
    rules = (
        "default-src 'none'",
        f"script-src {hashed(script)}",
        f"style-src {hashed(style)}",
        "img-src data: blob:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">'


def _texts(folder: Path, lang: str) -> str:
    return slim_texts((folder / "texts" / f"{lang}.json").read_text(encoding="utf-8"))
