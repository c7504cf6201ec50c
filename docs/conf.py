"""How the documentation is built: Markdown pages, and a reference read from the typed code."""

from __future__ import annotations

import doctest
import re
import sys
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "planmodel"
author = "The planmodel maintainers"
extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
    "sphinx.ext.napoleon",
]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "planmodel"
html_show_copyright = False
html_copy_source = False

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

# Docstrings write `names` in single backticks, as Markdown does.
default_role = "code"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "separated"
autodoc_preserve_defaults = True
napoleon_numpy_docstring = False


# Examples in pages are run from ```pycon fences, see `run_examples`.
# Examples in docstrings are run by pytest, which knows the names of their module.
doctest_test_doctest_blocks = ""
doctest_default_flags = doctest.ELLIPSIS | doctest.DONT_ACCEPT_TRUE_FOR_1

_stdlib = "|".join(sorted(map(re.escape, sys.stdlib_module_names)))
nitpick_ignore_regex = [
    # The standard library's own pages are elsewhere, and the build needs no network to link them.
    ("py:.*", rf"({_stdlib})(\..+)?"),
    # The same for the dependencies.
    ("py:.*", r"(attrs?|cattrs?|pint|hypothesis|jinja2|rich)(\..+)?"),
    # Names of the standard library that a signature prints without their module.
    (
        "py:.*",
        r"(Callable|Date|Decimal|Fraction|Iterable|Iterator|Mapping|Path|Sequence|date|datetime)",
    ),
    # Type variables are no objects that could be linked.
    ("py:.*", r"(planmodel\..*\.)?_?[A-Z][a-z]*(T|_co|_contra)?\d?|.*\._?[A-Z]{1,2}(_co)?"),
]


def run_examples(_app: Sphinx, doctree: nodes.document) -> None:
    """Let the doctest builder run every fence that shows a Python prompt."""
    for block in doctree.findall(nodes.literal_block):
        if block.get("language") == "pycon":
            block["testnodetype"] = "doctest"


def setup(app: Sphinx) -> dict[str, bool]:
    """Called by Sphinx."""
    app.connect("doctree-read", run_examples)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
