"""The page: well formed, self-contained, safe, and the same whenever it is made."""

from __future__ import annotations

import os
import re
import sys
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import planmodel
from planmodel import FiscalYear, Partner
from planmodel.errors import DocumentError, MissingExtraError, UsageError
from planmodel.evaluation.assess import evaluate
from planmodel.evaluation.outcome import Step, Trace
from planmodel.evaluation.results import Evaluation
from planmodel.reports import build_report, html, render_html, render_markdown
from planmodel.text import say
from report_samples import HOSTILE, hostile_plan, judged, small_plan

GOLDEN = Path(__file__).parent / "golden"
VOID = {"meta", "link", "br", "img", "input", "hr"}


class Page(HTMLParser):
    """A page taken apart: whether its tags match, its ids, links, and what a reader sees."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.ids: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that opens."""
        given = dict(attrs)
        self.tags.append((tag, given))
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that closes itself."""
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Note a tag that closes, and whether it is the one that is open."""
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        """Note what a reader sees."""
        if data.strip() and not {"style", "svg", "title"} & set(self.open):
            self.words.append(" ".join(data.split()))

    def attributes(self, name: str) -> list[str]:
        """Every value of an attribute."""
        return [str(given[name]) for _, given in self.tags if given.get(name) is not None]


def html_of(evaluation: Evaluation, **choices: Any) -> str:
    """The page of an evaluation."""
    return render_html(evaluation.plan, evaluation, **choices)


def steady(evaluation: Evaluation) -> Evaluation:
    """An evaluation whose traces are short and do not change with the rules' wording."""
    trace = Trace((Step(say("a step", "計算"), "v − b", {"v": 52, "b": 20}, 32),))
    held = tuple(evolve(it, explain=lambda: trace) for it in evaluation.assessments)
    return evolve(evaluation, assessments=held, library_version="1.2.3")


PAGES = {
    "ja": lambda: html_of(judged()),
    "en": lambda: html_of(judged(), language="en"),
    "synthetic": lambda: html_of(judged(synthetic=True)),
    "plan": lambda: render_html(small_plan()),
    "department": lambda: html_of(judged(), department="work"),
    "hostile": lambda: html_of(judged(hostile_plan())),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_well_formed(name: str) -> None:
    """Every tag is closed where it should be, ids are unique, links inside lead somewhere."""
    page = Page(PAGES[name]())
    assert page.wrong == []
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    inside = [it[1:] for it in page.attributes("href") if it.startswith("#")]
    assert inside
    assert [it for it in inside if it not in page.ids] == []
    for name_ in ("aria-labelledby", "aria-describedby"):
        for value in page.attributes(name_):
            assert [it for it in value.split() if it not in page.ids] == []


@pytest.mark.parametrize("name", PAGES)
def test_the_page_needs_nothing_from_outside(name: str) -> None:
    """No script, no frame, no font, no picture, no style from anywhere; a policy forbids them."""
    text = PAGES[name]()
    page = Page(text)
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "iframe", "object", "embed", "img", "video", "base", "form"}
    assert page.attributes("src") == []
    assert {given.get("href") for tag, given in page.tags if tag == "link"} == {"data:,"}
    style = text.split("<style>")[1].split("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style
    assert any("default-src 'none'" in it for it in page.attributes("content"))
    assert not [it for it in tags if it.startswith("on")]


@pytest.mark.parametrize("name", PAGES)
def test_headings_go_down_step_by_step(name: str) -> None:
    """One h1, and no heading skips a level on the way down."""
    levels = [int(tag[1]) for tag, _ in Page(PAGES[name]()).tags if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    down = [b - a for a, b in pairwise(levels)]
    assert max(down) <= 1


def test_every_indicator_has_its_chart_and_its_table() -> None:
    """Each chart has a role, a title and a description; a table of the same values is beside it."""
    text = html_of(judged())
    page = Page(text)
    charts = [given for tag, given in page.tags if given.get("role") == "img"]
    assert len(charts) == 3
    assert text.count("<desc ") == 3
    assert text.count('<table class="values">') == 3


def test_the_running_foot_cannot_be_left() -> None:
    """A title that tries to end its string in the style sheet is spelled out in numbers."""
    plan = small_plan()
    text = html_of(judged(evolve(plan, title='"; } body { display: none } </style> \\')))
    foot = text.split("@bottom-left { content: ")[-1].split(";")[0]
    assert re.fullmatch(r'"(?:[A-Za-z0-9]|\\[0-9a-f]+ )*"', foot)


def test_hostile_words_are_words() -> None:
    """Markup in titles is shown, not obeyed, in the page, its title, its styles and its charts."""
    text = html_of(judged(hostile_plan()))
    page = Page(text)
    assert "<script" not in text
    assert "</style><img" not in text
    assert "{{ 7*7 }}" in text
    assert any("<script>alert(1)</script>" in it for it in page.words)
    assert not [it for it in page.attributes("href") if it.startswith("javascript:")]
    assert "\u202e" not in text
    assert "\x7f" not in text


def test_a_very_long_title_is_kept() -> None:
    """Ten thousand letters stand in the page; the running foot takes only the first of them."""
    long = small_plan()
    long = evolve(long, title="長" * 10_000)
    text = html_of(judged(long))
    assert "長" * 10_000 in text
    assert re.search(r"content: \"(\\[0-9a-f]+ ){100,120}\"", text)


def test_synthetic_data_is_marked_everywhere() -> None:
    """In the title, the description, a banner, a watermark, a running head, and at each value."""
    text = html_of(judged(synthetic=True))
    page = Page(text)
    assert "<title>[合成データ]" in text
    assert any("合成データを含む" in it for it in page.attributes("content"))
    assert {"banner", "watermark"} <= set(page.attributes("class"))
    assert "@top-right" in text
    assert text.count('<span class="syn">合成</span>') >= 4
    plain = html_of(judged())
    assert "合成" not in re.sub(r"<style>.*?</style>", "", plain, flags=re.DOTALL)


def test_the_same_input_gives_the_same_bytes() -> None:
    """A report can be made again; a date stands in it only if it was passed."""
    import datetime as dt

    first, second = html_of(judged()), html_of(judged())
    assert first == second
    assert "作成日" not in first
    assert "2022年1月5日" in html_of(judged(), made=dt.date(2022, 1, 5))


def test_every_step_of_a_judgement_is_there() -> None:
    """The reason and all steps stand in a part that opens without a script."""
    evaluation = judged()
    text = html_of(evaluation)
    for step in evaluation["jobs"].trace.steps:
        assert html_escaped(step.name.in_language("ja")) in text
    assert text.count("<details") >= 6


def html_escaped(text: str) -> str:
    """*text* as it stands in the page."""
    from html import escape

    return escape(text)


def golden(name: str, made: str) -> None:
    """Compare with the kept file; ``PLANMODEL_UPDATE_GOLDEN=1`` writes it anew."""
    path = GOLDEN / name
    if os.environ.get("PLANMODEL_UPDATE_GOLDEN") == "1":
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_people_read_is_as_kept(language: str) -> None:
    """The words of the page, in their order, are those of the file."""
    made = "\n".join(Page(html_of(steady(judged()), language=language)).words) + "\n"
    golden(f"small.{language}.html.txt", made)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_markdown_is_as_kept(language: str) -> None:
    """The Markdown report is that of the file."""
    evaluation = steady(judged(synthetic=language == "en"))
    golden(f"small.{language}.md", render_markdown(evaluation.plan, evaluation, language=language))


def test_both_forms_say_the_same_of_every_indicator() -> None:
    """HTML and Markdown come from one view: every reason and every grade stands in both."""
    evaluation = judged()
    view = build_report(evaluation.plan, evaluation)
    page, text = html_of(evaluation), render_markdown(evaluation.plan, evaluation)
    for it in view.indicators:
        for words in (it.title.text, it.grade, it.reason, it.baseline.text, it.target.text):
            assert html_escaped(words) in page
            assert words.replace("*", "\\*") in text


def test_both_forms_say_the_same_of_every_place_in_the_outline() -> None:
    """Partners, departments and indicators of sections and measures stand in both."""
    evaluation = judged()
    station = Partner("station", "商工会議所")
    section = planmodel.evolve(evaluation.plan.outline[1], partners=[station])
    plan = evolve(
        evaluation.plan,
        partners=[*evaluation.plan.partners, station],
        sections=[evaluation.plan.outline[0], section],
    )
    view = build_report(plan)
    said = [it.text for item in view.outline for row in item.measures for it in row.partners]
    assert set(said) == {"保護観察所"}
    page, text = render_html(plan, view=view), render_markdown(plan, view=view)
    assert "連携先: 商工会議所\n" in text
    assert text.count("連携先: 保護観察所") == len(said)
    assert "連携先: " in page
    assert "商工会議所" in page


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing Jinja2 is one sentence with the install line; Markdown needs none."""
    monkeypatch.setitem(sys.modules, "jinja2", None)
    html._environment.cache_clear()
    evaluation = judged()
    with pytest.raises(MissingExtraError, match=r"planmodel\[report\]"):
        html_of(evaluation)
    assert render_markdown(evaluation.plan, evaluation)
    monkeypatch.undo()
    html._environment.cache_clear()


def test_a_report_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """Both formats go to a file; a bad format or folder leaves nothing behind."""
    evaluation = judged()
    page = planmodel.report(evaluation.plan, evaluation, to=tmp_path / "r.html")
    text = planmodel.report(
        evaluation.plan, evaluation, to=tmp_path / "r.md", format="markdown", language="en"
    )
    assert page.read_text(encoding="utf-8") == html_of(evaluation)
    assert text.read_text(encoding="utf-8").startswith("# Safety Plan")
    with pytest.raises(UsageError, match="did you mean html"):
        planmodel.report(evaluation.plan, evaluation, to=tmp_path / "x", format="htm")
    with pytest.raises(DocumentError):
        planmodel.report(evaluation.plan, evaluation, to=tmp_path / "no" / "x.html")
    assert sorted(it.name for it in tmp_path.iterdir()) == ["r.html", "r.md"]


def test_a_plan_with_nothing_has_a_page() -> None:
    """No indicators, no actions: the page stands."""
    empty = small_plan(indicators=[], sections=[], departments=[], gaps=[], prose=[])
    page = Page(html_of(evaluate(empty, None, period=FiscalYear(2020))))
    assert page.wrong == []
    assert "指標はない。" in page.words


def test_hostile_words_are_what_they_were() -> None:
    """The sample holds what it is there to hold."""
    assert all(sign in HOSTILE for sign in ("<script>", "|", "`", "[", "\n", "\u202e", "\x7f"))
