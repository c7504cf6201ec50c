"""How the documentation is built: Markdown pages, and a reference read from the typed code."""

from __future__ import annotations

import doctest
import re
import sys
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx import addnodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

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
napoleon_use_ivar = True


# Examples in pages are run from ```pycon fences, see `run_examples`.
# Examples in docstrings are run by pytest, which knows the names of their module.
doctest_test_doctest_blocks = ""
doctest_default_flags = doctest.ELLIPSIS | doctest.DONT_ACCEPT_TRUE_FOR_1

_stdlib = "|".join(sorted(map(re.escape, sys.stdlib_module_names)))
nitpick_ignore_regex = [
    # The standard library's own pages are elsewhere, and the build needs no network to link them.
    ("py:.*", rf"({_stdlib}|dt)(\..+)?"),
    # The same for the dependencies.
    ("py:.*", r"(attrs?|cattrs?|pint|hypothesis|jinja2|rich)(\..+)?"),
    # Names of the standard library that a signature prints without their module.
    (
        "py:.*",
        r"(Callable|Date|Decimal|Fraction|Iterable|Iterator|Mapping|Path|Sequence|date|datetime)",
    ),
    # Type variables are no objects that could be linked.
    ("py:.*", r"(planmodel\..+\.)?([A-Z]{1,2}(_co|_contra)?|Child)"),
]


def run_examples(_app: Sphinx, doctree: nodes.document) -> None:
    """Let the doctest builder run every fence that shows a Python prompt."""
    for block in doctree.findall(nodes.literal_block):
        if block.get("language") == "pycon":
            block["testnodetype"] = "doctest"


def before_napoleon(
    _app: Sphinx, what: str, _name: str, _what: object, _options: object, lines: list[str]
) -> None:
    """Keep napoleon from two misreadings.

    It takes "The number: …", the first line of an attribute, for an attribute of type "The number",
    and "start, end: …" in a list of attributes for an attribute ``end`` of type "start,".
    """
    if what in {"attribute", "data", "property", "type"}:
        lines[:0] = ["..", ""]
    elif what == "class":
        together = re.compile(r"^(\s+)(\w+(?:, \w+)+): ")
        lines[:] = [
            together.sub(lambda it: it[1] + it[2].replace(", ", ",") + ": ", line) for line in lines
        ]


def resolve_type_alias(
    app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, content: nodes.TextElement
) -> nodes.reference | None:
    """Link a type alias in a signature: it is looked for as a class, but documented as data."""
    if node.get("refdomain") != "py" or node.get("reftype") != "class":
        return None
    node["refspecific"] = True
    python, page = env.domains.python_domain, node["refdoc"]
    return python.resolve_xref(env, page, app.builder, "obj", node["reftarget"], node, content)


def setup(app: Sphinx) -> dict[str, bool]:
    """Called by Sphinx."""
    app.connect("doctree-read", run_examples)
    app.connect("missing-reference", resolve_type_alias)
    app.connect("autodoc-process-docstring", before_napoleon, priority=400)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
