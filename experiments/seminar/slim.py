"""The page's files as they are sent: without what only their readers need.

Of modules, comments, indentation and empty lines are taken away, and a comment only where it stands alone on its lines,
which is how the page's files are written. Nothing in them is renamed nor joined: a fault that the browser tells can
still be found. Style sheets and texts, in which nobody looks for a fault, are closed up.
"""

import json
import re

_BLOCK = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*$", re.MULTILINE | re.DOTALL)
_LINE = re.compile(r"^[ \t]*//.*$", re.MULTILINE)
_SPACED = re.compile(r"\s*([{};])\s*|(?<=[:,])\s+")


def slim_script(source: str) -> str:
    """A module, line by line."""
    return _closed_up(_LINE.sub("", _BLOCK.sub("", source)))


def slim_style(source: str) -> str:
    """A style sheet in one line; it holds no text in which these signs would count."""
    return _SPACED.sub(lambda found: found[1] or "", _closed_up(_BLOCK.sub("", source)))


def slim_texts(source: str) -> str:
    """The page's words in a language, in one line."""
    return json.dumps(json.loads(source), ensure_ascii=False, separators=(",", ":"))


def _closed_up(text: str) -> str:
    return "\n".join(line for line in map(str.strip, text.splitlines()) if line) + "\n"
