"""Write docs/rules: one page a rule, from the docstrings of the rules.

python tools/write_rule_pages.py
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import planmodel
from planmodel.checks.finding import SEVERITY_WORDS
from planmodel.checks.registry import own_rules
from planmodel.checks.rule import HEADINGS, Rule

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "rules"
CODE = re.compile(r"(```python\n)((?:import [^\n]+\n+)?)(.*?)(```)", re.DOTALL)
INTRODUCTION = """\
# Rules

What `planmodel check` looks for: one page a rule, found by its code.
`planmodel explain PM101` says the same in the terminal, `--lang ja` in Japanese.
In Python, `check(plan, observations)` gives `Finding` values, and `explain("PM101")` the page.

Codes run by what a rule is about:
PM0 the checks themselves, PM1 organizations, ids and outline, PM2 indicators and targets,
PM3 observations, PM4 words.
A code is never used for another rule.
Each example below is run by the tests: the first one gives exactly one finding, the second none.

A rule is switched off in the plan, with a reason, by `Ignore("PM107", "…", at="…")`;
a rule of your own is made with `planmodel.checks.rule.rule`
and found by an entry point of the group `planmodel.rules`.

"""


def first_letter_up(text: str) -> str:
    """*text* with a capital at the beginning."""
    return text[:1].upper() + text[1:]


def imports(code: str) -> str:
    """The line that imports what *code* uses of the library, or nothing."""
    used = {node.id for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name)}
    names = sorted(used & set(planmodel.__all__))
    if not names:
        return ""
    line = f"from planmodel import {', '.join(names)}"
    if len(line) > 88:  # noqa: PLR2004 - as wide as a page shows
        line = "from planmodel import (\n    " + ",\n    ".join(names) + ",\n)"
    return line + "\n"


def with_imports(body: str) -> str:
    """*body* with what each of its examples imports written above it."""

    def complete(found: re.Match[str]) -> str:
        fence, first, code, end = found.groups()
        line = imports(code)
        gap = "\n" if line else ""
        return f"{fence}{first}{line}{gap}{code}{end}"

    return CODE.sub(complete, body)


def page(rule: Rule) -> str:
    """The page of one rule."""
    english, japanese = SEVERITY_WORDS[rule.severity].en, SEVERITY_WORDS[rule.severity].ja
    asked = " It runs only when it is asked for." if rule.opt_in else ""
    sections = [
        f"## {heading}\n\n{with_imports(rule.section(heading, 'en'))}" for heading in HEADINGS
    ]
    translated = [
        f"### {HEADINGS[heading].ja}\n\n{rule.section(heading, 'ja')}" for heading in rule.japanese
    ]
    lines = [
        f"# {rule.name} ({rule.code})",
        f"{first_letter_up(rule.title.en)} ({english}).{asked}",
        *sections,
        f"## 日本語\n\n{rule.title.ja}（{japanese}）",
        *translated,
    ]
    return "\n\n".join(lines) + "\n"


def index(rules: tuple[Rule, ...]) -> str:
    """The page that lists them all."""
    rows = [
        f"| [{it.code}]({it.code}.md) | {it.name} | {it.severity} "
        f"| {first_letter_up(it.title.en)} | {it.title.ja} |"
        for it in rules
    ]
    table = "\n".join(
        ["| code | name | severity | finds | 見つけるもの |", "|---|---|---|---|---|", *rows]
    )
    toctree = "```{toctree}\n:hidden:\n:glob:\n:maxdepth: 1\n\nPM*\n```\n"
    return f"{INTRODUCTION}{table}\n\n{toctree}"


def pages() -> dict[str, str]:
    """Every page of the folder by its file name."""
    rules = own_rules()
    return {"index.md": index(rules)} | {f"{it.code}.md": page(it) for it in rules}


def main() -> None:
    """Write the pages, and take away those of rules that are no more."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for old in FOLDER.glob("*.md"):
        if old.name not in wanted:
            old.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(wanted)} pages in {FOLDER}")


if __name__ == "__main__":
    main()
