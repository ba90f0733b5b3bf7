"""Formulas as MathML, which browsers draw by themselves: no script, no font, nothing to fetch."""

import re

from docutils import nodes
from latex2mathml.converter import convert
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.writers.html5 import HTML5Translator

_SPELLINGS = (
    (re.compile(r"(\\begin\{cases\})"), r"\1{}"),  # a bracket that opens the first case is no alignment
    (re.compile(r"\\mathbb *\{?1\}?"), "\N{MATHEMATICAL DOUBLE-STRUCK DIGIT ONE}"),  # browsers ignore its variant
)


def mathml(formula: str, *, block: bool) -> str:
    """A formula in LaTeX as a MathML element.

    Raises:
        ExtensionError: a command that cannot be written in MathML.
    """
    spelled = formula
    for spelling, known in _SPELLINGS:
        spelled = spelling.sub(known, spelled)
    try:
        element = convert(spelled, display="block" if block else "inline")
    except Exception as error:  # the library has no common base for its refusals; none may pass
        raise ExtensionError(f"no MathML for {formula!r}: {error!r}") from error
    if "\\" in element:
        raise ExtensionError(f"no MathML for {formula!r}: a command was left as it is")
    return element


def _inline(translator: HTML5Translator, node: nodes.math) -> None:
    translator.body.append(mathml(node.astext(), block=False))
    raise nodes.SkipNode


def _block(translator: HTML5Translator, node: nodes.math_block) -> None:
    translator.body.append(f'<div class="formula" tabindex="0">{mathml(node.astext(), block=True)}</div>\n')
    raise nodes.SkipNode


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.add_html_math_renderer("mathml", (_inline, None), (_block, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
