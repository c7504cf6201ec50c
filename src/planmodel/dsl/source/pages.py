"""Modules in the making: what each imports and the statements it holds."""

from __future__ import annotations

import re
import sys

from attrs import define, field

from planmodel.dsl.source.layout import LINE, Atom, Expression, laid

__all__ = ["Page"]


def _order(name: str) -> tuple[int, list[tuple[str, int]], str]:
    rank = 0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2
    # As people sort: a_2 stands before a_10.
    parts = re.findall("([^0-9]+)|([0-9]+)", name.lower())
    return (rank, [(word, int(number or 0)) for word, number in parts], name)


def _import(module: str, names: set[str]) -> list[str]:
    lines = [f"import {module}"] if "" in names else []
    given = sorted((it for it in names if it), key=_order)
    if given:
        line = f"from {module} import {', '.join(given)}"
        if len(line.encode("utf-8")) > LINE:
            inside = "".join(f"    {name},\n" for name in given)
            line = f"from {module} import (\n{inside})"
        lines.append(line)
    return lines


@define
class Page:
    """One module: its path inside the package (``outline/action_7``), imports and statements."""

    path: str
    doc: str = ""
    imports: dict[str, set[str]] = field(factory=dict[str, set[str]])
    body: list[str] = field(factory=list[str])
    exported: list[str] = field(factory=list[str])

    def use(self, module: str, name: str = "") -> str:
        """Import *name* of *module* (or the module); the name it then has here."""
        self.imports.setdefault(module, set()).add(name)
        return name or module

    def use_page(self, other: Page, name: str) -> str:
        """Import *name* of another page; nothing to do where it is this one."""
        if other is not self:
            folder, _, file = other.path.rpartition("/")
            if folder == self.path.rpartition("/")[0]:
                self.use(f".{file}", name)
            else:
                self.use("." * (self.path.count("/") + 1) + other.path.replace("/", "."), name)
        return name

    def let(self, name: str, value: Expression, annotation: str = "") -> None:
        """Add a statement that gives *name* to *value*."""
        target = f"{name}: {annotation}" if annotation else name
        self.body.append(f"{target} = {laid(value, 0, len(target.encode('utf-8')) + 3)}")

    def code(self) -> str:
        """The module as text."""
        parts = [f'"""{self.doc}"""'] if self.doc else []
        parts.append("from __future__ import annotations")
        groups = self._import_groups()
        if groups:
            parts.append(groups)
        if self.exported:
            names = [Atom(f'"{name}"') for name in sorted(self.exported, key=_order)]
            parts.append(_all(names))
        return "\n\n".join(parts) + self._statements()

    def _import_groups(self) -> str:
        def rank(module: str) -> int:
            if module.startswith("."):
                return 2
            return 0 if module.partition(".")[0] in sys.stdlib_module_names else 1

        def place(module: str) -> tuple[int, str]:
            dots = len(module) - len(module.lstrip("."))
            return (-dots, module)

        groups: list[str] = []
        for wanted in range(3):
            modules = sorted((it for it in self.imports if rank(it) == wanted), key=place)
            plain = [line for it in modules for line in _import(it, self.imports[it] & {""})]
            named = [line for it in modules for line in _import(it, self.imports[it] - {""})]
            if modules:
                groups.append("\n".join([*plain, *named]))
        return "\n\n".join(groups)

    def _statements(self) -> str:
        text, last = "", ""
        for statement in self.body:
            if _is_block(statement) or _is_block(last):
                gap = "\n\n\n"
            elif "\n" in statement or "\n" in last or not last:
                gap = "\n\n"
            else:
                gap = "\n"
            text += gap + statement
            last = statement
        return text + "\n"


def _is_block(statement: str) -> bool:
    return statement.startswith(("class ", "@", "def "))


def _all(names: list[Atom]) -> str:
    from planmodel.dsl.source.layout import Row

    row = Row(names)
    return f"__all__ = {laid(row, 0, 10)}"
