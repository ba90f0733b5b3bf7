"""The page in one file, as a pack is: modules concatenated in the order of their imports, style, texts and data inlined."""

import base64
import hashlib
import json
import re
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any


PAGE = Path(__file__).resolve().parents[3] / "experiments" / "seminar" / "page"
IMPORT = re.compile(r'^import \{[^}]*\} from "\./([\w]+\.js)";$', re.MULTILINE)
TOP_LEVEL = re.compile(r"^(?:export )?(?:async )?(?:function|class|const|let) (\w+)", re.MULTILINE)


def modules() -> list[str]:
    """Names of the modules, each after those that it imports."""
    order: list[str] = []

    def visit(name: str) -> None:
        if name not in order:
            for wanted in IMPORT.findall((PAGE / name).read_text(encoding="utf-8")):
                visit(wanted)
            order.append(name)

    visit("main.js")
    return order


def program() -> str:
    """All modules as one script."""
    parts = (IMPORT.sub("", (PAGE / name).read_text(encoding="utf-8")) for name in modules())
    text = "\n".join(re.sub(r"^export ", "", part, flags=re.MULTILINE) for part in parts)
    return f'"use strict";\n(() => {{\n{text}\n}})();\n'


def block(content: object) -> str:
    """A data block: JSON, deflated without header, in base64."""
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return base64.b64encode(squeezer.compress(text) + squeezer.flush()).decode()


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def page_file(catalogue: Mapping[str, Any], worlds: Mapping[str, Any], layouts: Iterable[Mapping[str, Any]]) -> str:
    """One HTML document with everything in it; `worlds`: {world, shares} by name of its block."""
    html = (PAGE / "index.html").read_text(encoding="utf-8")
    style = (PAGE / "style.css").read_text(encoding="utf-8")
    script = program()
    policy = f"default-src 'none'; script-src 'sha256-{_hash(script)}'; style-src 'sha256-{_hash(style)}'; img-src data: blob:"
    data = [_data("application/json", "catalogue", _json(catalogue))]
    data += [_data("application/json", f"texts-{lang}", _json(_texts(lang))) for lang in ("fr", "en")]
    data += [_data("text/plain", f"block-{name}", block(world)) for name, world in worlds.items()]
    data += [_data("text/plain", f"layout-{layout['id']}", block(layout)) for layout in layouts]
    html = html.replace('<meta charset="utf-8">', f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">')
    html = html.replace('<link rel="stylesheet" href="page/style.css">', f"<style>{style}</style>")
    tail = "\n".join([*data, f'<script id="program">{script}</script>'])
    return html.replace('<script type="module" src="page/main.js"></script>', tail)


def _texts(lang: str) -> Any:
    return json.loads((PAGE / "texts" / f"{lang}.json").read_text(encoding="utf-8"))


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _data(kind: str, name: str, text: str) -> str:
    return f'<script type="{kind}" id="{name}">{text}</script>'
