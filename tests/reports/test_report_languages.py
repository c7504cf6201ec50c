"""A report speaks one language: the other one stands only where the plan itself is quoted."""

from __future__ import annotations

import re
from decimal import Decimal
from html import unescape

import pytest

from form_samples import every_form
from judging_samples import plan_of, stock
from planmodel import Translation
from planmodel.reports import build_report, render_html, render_markdown
from planmodel.reports.speaking import Speaker
from planmodel.text import say

JAPANESE = re.compile(r"[ぁ-ヿ㐀-鿿]")
SENTENCE = re.compile(r"[A-Za-z]{2,} [a-z]{2,}")


def lines_of(html: str) -> list[str]:
    """What a reader of a page reads, without what is marked as being in another language."""
    shown = re.sub(r"(?s)<style>.*?</style>|<head>.*?</head>", "", html)
    shown = re.sub(r'(?s)<(\w+)[^>]* lang="ja"[^>]*>.*?</\1>', "", shown)
    return [unescape(it) for it in re.sub(r"<[^>]+>", "\n", shown).splitlines() if it.strip()]


@pytest.mark.parametrize("render", [render_html, render_markdown])
def test_an_english_plan_is_reported_without_a_japanese_word(render: object) -> None:
    """Units, differences, targets of every form and missing values are said in English."""
    evaluation = every_form("en")
    text = render(evaluation.plan, evaluation, language="en")  # type: ignore[operator]
    lines = lines_of(text) if render is render_html else text.splitlines()
    assert [it for it in lines if JAPANESE.search(it)] == []
    said = " ".join(lines)
    for words in (
        "down 20% on the baseline",
        "up 5 percentage points",
        "up 5 people",
        "1.6 times",
        "not published",
        "being compiled",
        "41 municipalities",
    ):
        assert words in said


def test_a_japanese_plan_in_english_keeps_japanese_for_its_own_names() -> None:
    """Without any translation only titles, names and what the plan prints stay Japanese."""
    evaluation = every_form("ja")
    plan = evaluation.plan
    own = [it.title for it in plan.indicators] + ["全国平均", "全市町村", "見守る", "全形式の計画"]
    own += ["東北", "動向を見る", "設置", "福祉課"]
    for line in lines_of(render_html(plan, evaluation, language="en")):
        rest = line
        for words in own:
            rest = rest.replace(words, "")
        assert not JAPANESE.search(rest), line


def test_a_japanese_report_has_no_english_sentence() -> None:
    """Every label, reason, step and assumption is said in Japanese."""
    evaluation = every_form("ja")
    for line in lines_of(render_html(evaluation.plan, evaluation, language="ja")):
        assert not SENTENCE.search(line.replace("planmodel", "")), line


@pytest.mark.parametrize(
    ("unit", "number", "said"),
    [
        ("市町", 1, "1 municipality"),
        ("市町", 2, "2 municipalities"),
        ("市町村", 1, "1 municipality"),
        ("人", 1, "1 person"),
        ("人", 0, "0 people"),
        ("件", 1, "1 case"),
    ],
)
def test_one_thing_has_the_unit_for_one(unit: str, number: int, said: str) -> None:
    """A phrase may give both forms; else the library's own words for one and many are taken."""
    phrases = (("市町", "municipality|municipalities"),)
    plan = plan_of(stock(unit=unit), translations=[Translation("en", phrases=phrases)])
    assert Speaker(plan, "en").quantity(Decimal(number), unit) == said
    assert "|" not in Speaker(plan, "en").unit(unit).text
    signed = Speaker(plan, "en").difference(Decimal(number), unit, sign=True)
    assert signed.lstrip("+±") == said


@pytest.mark.parametrize("language", ["en", "ja"])
def test_points_are_said_in_the_language_of_the_report(language: str) -> None:
    """A difference of percentages is in percentage points, whatever language the plan is in."""
    evaluation = every_form("en")
    view = build_report(evaluation.plan, evaluation, language=language)
    facts = " ".join(str(fact.value) for it in view.indicators for fact in it.outcome)
    assert ("percentage points" in facts) is (language == "en")
    assert ("ポイント" in facts) is (language == "ja")


def test_numbers_inside_a_sentence_are_printed_as_all_others() -> None:
    """Exact digits that say nothing are not printed, and thousands stand apart."""
    long = Decimal(2) / Decimal(3)
    inner = say("{n} units", "{n}単位", n=Decimal(2329))
    said = Speaker(plan_of(stock()), "en").say(say("{it} of {n}", "{n}の{it}", it=inner, n=long))
    assert said == "2,329 units of 0.666667…"


def test_words_without_a_number_are_those_for_many() -> None:
    """Where the phrase for a unit stands elsewhere too, no report shows both of its forms."""
    phrases = (("市町", "municipality|municipalities"),)
    level = stock(unit="市町", role="市町")
    plan = plan_of(level, translations=[Translation("en", phrases=phrases)])
    assert Speaker(plan, "en").phrase("市町").text == "municipalities"
    assert plan.phrase("市町", "en", 1) == "municipality"
    for text in (render_html(plan, language="en"), render_markdown(plan, language="en")):
        assert "municipalities" in text
        assert "municipality|" not in text
        assert "municipality\\|" not in text
