"""Rules that other distributions add by entry points."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from planmodel import FiscalYear, NotStated, Plan, check, explain
from planmodel.checks.registry import all_rules
from planmodel.checks.rule import Rule, rule
from planmodel.errors import UsageError
from planmodel.text import say

MODULE = '''
from planmodel.checks.rule import hit, rule
from planmodel.text import say

@rule("{code}", "{name}", "info", title=say("short title", "短い題名"),
      does_ja="短い題名を見る。", bad_ja="短い。")
def short_title(look):
    """Report short titles.

    ## What it does
    Looks at the title.

    ## Why it is bad
    It is short.

    ## Example
    none

    ## Use instead
    none

    ## Reference
    none
    """
    if len(look.plan.title) < 5:
        yield hit(look.plan, say("the title is short", "題名が短い"))
'''

Install = Callable[..., None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """A function that installs a distribution with one module and one entry point."""
    all_rules.cache_clear()

    def put(
        module: str, code: str = "TT001", name: str = "short-title", *, point: str = ""
    ) -> None:
        (tmp_path / f"{module}.py").write_text(MODULE.format(code=code, name=name), "utf-8")
        info = tmp_path / f"{module}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
        target = point or f"{module}:short_title"
        (info / "entry_points.txt").write_text(f"[planmodel.rules]\n{module} = {target}\n")
        monkeypatch.syspath_prepend(str(tmp_path))
        monkeypatch.delitem(sys.modules, module, raising=False)

    yield put
    all_rules.cache_clear()


def plan() -> Plan:
    """A plan with a short title and nothing else to say."""
    return Plan("p", "計画", period=FiscalYear(2021), sections=NotStated("別冊"))


def test_an_installed_rule_runs_like_our_own(install: Install) -> None:
    """It is found, selected, explained, and needs no line in the library."""
    install("rules_of_tottori")
    assert [(it.code, it.about) for it in check(plan())] == [("TT001", "p")]
    assert check(plan(), ignore=["TT"]) == ()
    assert "短い題名を見る。" in explain("short-title", "ja")


@pytest.mark.parametrize(
    ("code", "name", "complaint"),
    [
        ("PM901", "short-title", "codes with PM are the library's own"),
        ("TT001", "empty-level", "empty-level is already a rule of planmodel"),
    ],
)
def test_a_rule_cannot_take_the_place_of_another(
    install: Install, code: str, name: str, complaint: str
) -> None:
    """A collision is an error that names who it is with."""
    install("rules_of_tottori", code, name)
    with pytest.raises(UsageError, match=complaint) as caught:
        check(plan())
    assert "rules_of_tottori" in str(caught.value)


def test_two_distributions_cannot_share_a_code(install: Install) -> None:
    """The second one is told of the first."""
    install("rules_of_tottori")
    install("rules_of_shimane", name="shorter-title")
    with pytest.raises(UsageError, match="TT001 is already a rule of"):
        all_rules()


@pytest.mark.parametrize(
    ("point", "complaint"),
    [
        ("no_such_module:x", "cannot be loaded: ModuleNotFoundError"),
        ("rules_of_tottori:hit", "it is no rule"),
        ("rules_of_tottori:no_such_name", "cannot be loaded: AttributeError"),
    ],
)
def test_a_broken_entry_point_says_what_is_wrong(
    install: Install, point: str, complaint: str
) -> None:
    """Which distribution, and why."""
    install("rules_of_tottori", point=point)
    with pytest.raises(UsageError, match=complaint):
        all_rules()


def scan(_look: object) -> tuple[()]:
    """Report nothing."""
    return ()


def test_a_rule_must_have_the_form_of_one() -> None:
    """All that is wrong with a rule is said at once."""
    make = rule(
        "X1",
        "Short Title",
        "grave",  # type: ignore[arg-type]
        title=say("x", "x"),
        does_ja="",
        bad_ja="",
    )
    with pytest.raises(UsageError) as caught:
        make(scan)
    assert len(caught.value.problems) == 4
    assert "the docstring lacks headings" in str(caught.value)


def test_a_rule_is_named_by_its_repr() -> None:
    """In a list one sees which rule is which."""
    assert isinstance(all_rules()[0], Rule)
    assert repr(all_rules()[0]) == "Rule(PM001 unused-ignore)"
