"""Formulas as MathML, which browsers draw by themselves: no script, no font, nothing to fetch."""

import re

from docutils import nodes
from docutils.utils.math import MathError
from docutils.utils.math.latex2mathml import tex2mathml
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.writers.html5 import HTML5Translator

_SPELLINGS = ((re.compile(r"\\([bB]ig)(?![A-Za-z])"), r"\\\1l"), (re.compile(r"\\lt(?![A-Za-z])"), "<"))
"""Commands that docutils knows under another name."""


def mathml(formula: str, *, block: bool) -> str:
    """A formula in LaTeX as a MathML element.

    Raises:
        ExtensionError: a command that cannot be written in MathML.
    """
    for spelling, known in _SPELLINGS:
        formula = spelling.sub(known, formula)
    try:
        return str(tex2mathml(formula, as_block=block))
    except MathError as error:
        raise ExtensionError(f"no MathML for {formula!r}: {error}") from error


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
