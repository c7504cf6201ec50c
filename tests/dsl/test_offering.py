"""Descriptions of the plan one started from: shown in the package, and nobody's own yet."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import planmodel as pm
from dsl.plan_makers import SLOW, plans
from planmodel.dsl.offering import Offer, offered
from planmodel.dsl.source.package import write_package
from planmodel.dsl.starting import start_from
from planmodel.exchange.loading import load


@pytest.fixture(scope="module")
def hyogo(checkout: Path) -> pm.Plan[Any]:
    """The example."""
    return load(checkout / "examples" / "hyogo_5th")


def freed(text: str) -> str:
    """A file of texts without the marks that make its lines comments."""
    return re.sub(r'^# (?=("|[A-Za-z0-9_-]+ = "))', "", text, flags=re.MULTILINE)


def test_what_is_shown_is_what_the_template_says(tmp_path: Path) -> None:
    """Of any plan: without marks, the file gives the sentences that can be taken up, unchanged."""

    @SLOW
    @given(plans(largest=5))
    def law(plan: pm.Plan[Any]) -> None:
        mine = start_from(plan, id="mine", issuer="鳥取県")
        files = write_package(mine, template=plan)
        (path,) = (it for it in files if it.startswith("mine/prose/"))
        file = tmp_path / "prose.toml"
        file.write_text(files[path], encoding="utf-8")
        assert pm.read_prose(file) == ()
        file.write_text(freed(files[path]), encoding="utf-8")
        shown = {it.of: it.text for it in pm.read_prose(file)}
        fit = {it.of: it.text for it in offered(plan, mine).prose if it.text == it.text.strip()}
        assert shown == fit

    law()


def test_translations_of_them_are_shown_beside_the_others(
    hyogo: pm.Plan[Any], tmp_path: Path
) -> None:
    """In the file of the language, under its own table, and only where the sentence is shown."""
    mine = start_from(hyogo, id="mine", issuer="鳥取県", only=["work"])
    files = write_package(mine, template=hyogo)
    file = tmp_path / "en.toml"
    file.write_text(freed(files["mine/translations/en.toml"]), encoding="utf-8")
    shown = pm.read_translation(file)
    assert shown.prose == offered(hyogo, mine).into("en")
    assert {key for key, _ in shown.prose} == {it.of for it in offered(hyogo, mine).prose}
    assert shown.titles == mine.translations[0].titles


def test_a_sentence_that_cannot_be_true_elsewhere_is_not_shown(hyogo: pm.Plan[Any]) -> None:
    """Figures, terms, and names of Hyogo's own bodies; the plan's own description never is."""
    mine = start_from(hyogo, id="mine", issuer="鳥取県")
    keys = {it.of for it in offered(hyogo, mine).prose}
    assert "retention" in keys
    assert keys.isdisjoint({"plan", "rehabilitation", "victims"})
    named = pm.revise(
        hyogo, pm.Amend("retention", {"prose": "労政福祉課と神戸保護観察所が支える。"})
    )
    assert "retention" not in {it.of for it in offered(named, mine).prose}


def test_without_a_template_nothing_is_shown(hyogo: pm.Plan[Any]) -> None:
    """A package of any other plan has its own texts and no comments; its README is silent."""
    files = write_package(start_from(hyogo, id="mine", issuer="鳥取県"))
    assert files["mine/prose/ja.toml"].endswith("\n[prose]\n")
    assert "`#`" not in files["README.md"]
    assert Offer().into("en") == ()


def test_the_name_of_the_template_cannot_break_the_file(tmp_path: Path) -> None:
    """A title of several lines stands on one, and signs that are not seen are left out."""
    plan = pm.Plan(
        "base",
        "計画\n\u202e二行目",
        period=pm.FiscalYear(2020),
        issuer=pm.Issuer("兵庫県"),
        sections=[pm.Action("a", "見守り")[pm.Measure("m", "巡回")]],
        prose=[pm.Prose("m", "地域を\n巡る。")],
    )
    mine = start_from(plan, id="mine", issuer="鳥取県")
    file = tmp_path / "ja.toml"
    file.write_text(write_package(mine, template=plan)["mine/prose/ja.toml"], encoding="utf-8")
    assert pm.read_prose(file) == ()
    assert '# m = "地域を\\n巡る。"' in file.read_text(encoding="utf-8")
