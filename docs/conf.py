"""How the documentation is built: Markdown pages, and a reference read from the typed code."""

from __future__ import annotations

import doctest
import re
import sys
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

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
    ("py:.*", r"st\..+"),
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


class ShortNames(SphinxPostTransform):
    """Find what a signature names without its module, or as a class though it is an alias.

    A name of the same room goes before the same name of another room.
    """

    default_priority = 5  # before Sphinx's own search, which takes any room

    def run(self, **_options: object) -> None:
        """Write the full name into every reference to a class that is documented somewhere."""
        objects = self.env.domains.python_domain.objects
        for node in self.document.findall(addnodes.pending_xref):
            if node.get("refdomain") != "py" or node.get("reftype") != "class":
                continue
            room = ".".join((node.get("py:module") or "").split(".")[:2])
            known = [name for name in objects if f".{name}".endswith(f".{node['reftarget']}")]
            if known:
                node["reftype"] = "obj"
                node["reftarget"] = min(known, key=lambda name: (room not in name, name))
                node["refspecific"] = False


def setup(app: Sphinx) -> dict[str, bool]:
    """Called by Sphinx."""
    app.connect("doctree-read", run_examples)
    app.add_post_transform(ShortNames)
    app.connect("autodoc-process-docstring", before_napoleon, priority=400)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
