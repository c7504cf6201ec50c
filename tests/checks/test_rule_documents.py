"""Every rule has a document that triggers it exactly once, a twin that does not, and a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import write_rule_pages

import planmodel
from planmodel import Observations, Plan, check
from planmodel.checks.registry import own_rules
from planmodel.checks.rule import HEADINGS, Rule
from planmodel.checks.rules import MODULES, RETIRED

RULES = [pytest.param(it, id=it.name) for it in own_rules()]
WITH_PLANS = [pytest.param(it, id=it.name) for it in own_rules() if it.name != "rule-failed"]
JAPANESE = re.compile("[ぁ-んァ-ン一-龥]")


def document(rule: Rule, heading: str) -> tuple[Plan, Observations | None]:
    """The plan and the observations of an example in a rule's docstring."""
    found = re.search(r"```python\n(.*?)```", rule.section(heading, "en"), re.DOTALL)
    assert found is not None
    names = {name: getattr(planmodel, name) for name in planmodel.__all__}
    names["__name__"] = "document"
    exec(compile(found[1], f"{rule.name}.py", "exec"), names)  # noqa: S102 - our own example
    return names["plan"], names.get("observations")


@pytest.mark.parametrize("rule", WITH_PLANS)
def test_the_example_triggers_its_rule_exactly_once(rule: Rule) -> None:
    """What stands under "Example" gives one finding of this rule, said in both languages."""
    plan, observations = document(rule, "Example")
    extra = [rule.code] if rule.opt_in else []
    findings = check(plan, observations, select=["PM", *extra])
    found = [it for it in findings if it.code == rule.code]
    assert [(it.name, it.severity) for it in found] == [(rule.name, rule.severity)]
    assert JAPANESE.search(found[0].message.in_language("ja"))
    assert not re.search(r"[{}]", found[0].in_language("ja") + found[0].in_language("en"))


@pytest.mark.parametrize("rule", WITH_PLANS)
def test_the_twin_does_not_trigger_it(rule: Rule) -> None:
    """What stands under "Use instead" gives no finding of this rule and no warning of another."""
    plan, observations = document(rule, "Use instead")
    extra = [rule.code] if rule.opt_in else []
    findings = check(plan, observations, select=["PM", *extra])
    assert [it for it in findings if it.code == rule.code or it.severity != "info"] == []


@pytest.mark.parametrize("rule", WITH_PLANS)
def test_a_finding_says_where_it_stands(rule: Rule) -> None:
    """A finding in a plan names the file it was written in; one in a bare row has no file."""
    plan, observations = document(rule, "Example")
    extra = [rule.code] if rule.opt_in else []
    found = next(
        it for it in check(plan, observations, select=["PM", *extra]) if it.code == rule.code
    )
    if found.about in plan:
        assert (found.place.file, found.place.line > 0) == (f"{rule.name}.py", True)
    else:
        assert rule.needs_observations or found.place.file == f"{rule.name}.py"


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_explained_in_both_languages(rule: Rule) -> None:
    """Every heading is there in both, and the Japanese is Japanese."""
    for language in ("en", "ja"):
        text = planmodel.explain(rule.code, language)
        for words in HEADINGS.values():
            assert f"## {words.in_language(language)}\n" in text
        assert text == planmodel.explain(rule.name, language)
    for heading in rule.japanese:
        assert JAPANESE.search(rule.section(heading, "ja"))
        assert not JAPANESE.search(rule.title.en)
    assert JAPANESE.search(rule.title.ja)


def test_a_code_is_never_used_twice() -> None:
    """Every code ever given still means the same rule, and every rule's code is written down."""
    lines = Path(__file__).with_name("codes.txt").read_text(encoding="utf-8").splitlines()
    given = dict(line.split() for line in lines)
    now = {it.code: it.name for it in own_rules()}
    assert len(lines) == len(given) == len(set(given.values()))
    assert {code: name for code, name in given.items() if code not in RETIRED} == now
    assert len(now) == len(own_rules())


def test_every_rule_has_a_file_of_its_own_name(checkout: Path) -> None:
    """The folder, the list of modules and the rules agree."""
    folder = checkout / "src" / "planmodel" / "checks" / "rules"
    files = {path.stem for path in folder.glob("[!_]*.py")}
    assert files == set(MODULES)
    assert [it.name.replace("-", "_") for it in own_rules()] == list(MODULES)


def test_the_committed_pages_are_current(checkout: Path) -> None:
    """docs/rules is what tools/write_rule_pages.py writes; run it after changing a rule."""
    folder = checkout / "docs" / "rules"
    committed = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    assert committed == write_rule_pages.pages()


def test_a_page_imports_what_its_example_uses() -> None:
    """An example on a page can be pasted into a file and run."""
    page = write_rule_pages.pages()["PM304.md"]
    example = re.search(r"```python\n(.*?)```", page, re.DOTALL)
    assert example is not None
    names: dict[str, object] = {"__name__": "pasted"}
    exec(example[1], names)  # noqa: S102 - our own example
    assert isinstance(names["plan"], Plan)
