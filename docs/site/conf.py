"""Settings of the documentation site: one build a language (`-t fr`, `-t en`), the repository as its source folder."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

from editions import ALL, pages  # noqa: E402
from texts import TITLES  # noqa: E402

language = next(lang for lang in ALL if tags.has(lang))  # type: ignore[name-defined]  # noqa: F821

project = "Archipel"
project_copyright = "Archipel contributors, MIT"
html_title = TITLES[language]
root_doc = f"docs/index.{language}"
include_patterns = pages(HERE.parents[1], language)

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
extensions += ["headings", "editions", "navigation", "diagrams", "formulas"]
smartquotes_action = "q"
myst_enable_extensions = ["dollarmath"]
myst_dmath_allow_space = False
myst_dmath_double_inline = True
myst_fence_as_directive = ["math"]
myst_heading_anchors = 4

autodoc_class_signature = "separated"
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
napoleon_numpy_docstring = False
napoleon_use_ivar = True

html_theme = "furo"
html_theme_options = {"navigation_with_keys": True, "top_of_page_buttons": []}
html_sidebars = {"**": [f"sidebar/{part}.html" for part in
                        ("brand", "edition", "search", "scroll-start", "navigation", "scroll-end")]}  # fmt: skip
templates_path = ["templates"]
html_static_path = ["static"]
html_css_files = ["site.css"]
html_math_renderer = "mathml"
html_copy_source = False
html_show_sourcelink = False
html_show_search_summary = False  # a page opened from a file may not read its neighbours
html_last_updated_fmt = None
html_baseurl = ""
