"""The page in a real browser: nothing leaves it, everything is reached, paper is marked."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from form_samples import every_form
from planmodel import evaluate, evolve, load, load_observations
from planmodel.evaluation.methods import compare_methods
from planmodel.reports import render_html, render_methods
from report_samples import PAGES, judged, small_plan

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from planmodel.evaluation.results import Evaluation

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MARK = "合成データを含む"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium for the tests of this module."""
    if CHROMIUM is None:
        pytest.skip("no Chromium: apt-get install chromium fonts-noto-cjk poppler-utils")
    api = pytest.importorskip("playwright.sync_api", reason="playwright comes with the extra dev")
    with api.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield started
        started.close()


def opened(browser: Browser, folder: Path, html: str, width: int = 1280) -> tuple[Page, list[str]]:
    """The page in a window, and everything it complained about or asked for."""
    path = folder / "report.html"
    path.write_text(html, encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 900})
    said: list[str] = []
    page.on("console", lambda it: said.append(f"console: {it.text}"))
    page.on("pageerror", lambda it: said.append(f"error: {it}"))
    page.on("dialog", lambda it: (said.append(f"dialog: {it.message}"), it.dismiss()))
    page.on(
        "request",
        lambda it: None if it.url in (path.as_uri(), "data:,") else said.append(f"asks: {it.url}"),
    )
    page.goto(path.as_uri())
    return page, said


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_is_quiet_and_fits(
    browser: Browser, tmp_path: Path, name: str, width: int
) -> None:
    """No error, no request, no sideways scrolling, on a desk and on a telephone."""
    page, said = opened(browser, tmp_path, PAGES[name](), width)
    assert said == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


FIT = """
() => {
  const found = [];
  const width = document.documentElement.scrollWidth;
  if (width > window.innerWidth) found.push(`the page is ${width} wide`);
  const seen = it => it.checkVisibility({contentVisibilityAuto: true}) && it.clientWidth > 1
    && getComputedStyle(it.closest('thead') ?? it).position !== 'absolute';
  for (const table of [...document.querySelectorAll('table')].filter(seen)) {
    const room = table.parentElement.getBoundingClientRect();
    if (!table.closest('.wide') && table.getBoundingClientRect().right > room.right + 1)
      found.push(`wider than its place: ${table.className}`);
  }
  for (const cell of [...document.querySelectorAll('th, td')].filter(seen)) {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const words = /\\d/.test(text.data) && text.data.length < 9
        ? /\\S.*/g : /[A-Z]*[−+±]?\\d[\\d,.…]*%?|[A-Za-z]{2,14}/g;
      for (const word of text.data.matchAll(words)) {
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map(it => Math.round(it.top)));
        if (lines.size > 1) found.push(`broken: ${word[0]}`);
      }
    }
  }
  return found;
}
"""


def example() -> Evaluation:
    """The example with its made-up values: long titles, many figures."""
    folder = Path(__file__).parents[2] / "examples" / "hyogo_5th"
    rows = load_observations(folder / "hyogo_5th" / "observations" / "synthetic.csv")
    return evaluate(load(folder), rows, period="FY2020")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("judged_plan", [example, every_form])
def test_tables_fit_every_screen(
    browser: Browser, tmp_path: Path, judged_plan: Callable[..., Evaluation], language: str
) -> None:
    """No table is wider than its place, and no period, number or English word is broken in two."""
    made = judged_plan() if judged_plan is example else judged_plan(language)
    page, _ = opened(browser, tmp_path, render_html(made.plan, made, language=language))
    for width in (320, 390, 768, 1024, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(FIT) == [], width
    page.close()


def test_a_very_long_title_is_cut_and_still_to_be_read(browser: Browser, tmp_path: Path) -> None:
    """In lists it takes a few lines; its own part, once it is led to, has it in full."""
    plan = small_plan()
    long = evolve(plan.indicators[2], title="非常に長い名称" * 1400)
    evaluation = judged(small_plan(indicators=[*plan.indicators[:2], long]))
    page, _ = opened(browser, tmp_path, render_html(evaluation.plan, evaluation))
    link = page.locator(".overview th a", has_text="非常に長い名称")
    box = link.bounding_box()
    assert box is not None
    assert box["height"] < 200
    assert len(link.locator(".long").get_attribute("title") or "") == 9800
    heading = page.locator("article h3", has_text="非常に長い名称").locator(".long")
    before = heading.evaluate("it => [it.clientHeight, it.scrollHeight]")
    assert before[0] < before[1]
    link.click()
    assert heading.evaluate("it => it.getBoundingClientRect().height") > 10 * before[0]
    page.close()


def test_title_and_every_indicator_are_there(browser: Browser, tmp_path: Path) -> None:
    """The window has the plan's title, and each indicator its heading and its chart."""
    page, _ = opened(browser, tmp_path, PAGES["ja"]())
    assert "安全計画" in page.title()
    for title in ("雇用の件数", "解消率", "認知件数"):
        assert page.locator("article h3", has_text=title).is_visible()
    assert page.locator("svg[role=img]").count() == 3
    page.close()


def test_the_keyboard_reaches_everything(browser: Browser, tmp_path: Path) -> None:
    """Tab goes through every link and every part that opens; Enter opens one."""
    page, _ = opened(browser, tmp_path, PAGES["ja"]())
    wanted = page.evaluate(
        """() => [...document.querySelectorAll('a[href], summary')]
        .filter(it => it.checkVisibility({contentVisibilityAuto: true}))
        .map((it, n) => (it.dataset.n = n, n)).length"""
    )
    reached: set[str] = set()
    for _ in range(wanted * 2 + 20):
        page.keyboard.press("Tab")
        found = page.evaluate("document.activeElement.dataset.n")
        if found is not None:
            reached.add(found)
    assert len(reached) == wanted
    page.locator("article summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("article details").first.evaluate("it => it.open")
    assert page.locator("article .steps").first.is_visible()
    page.close()


def test_a_link_opens_its_department(browser: Browser, tmp_path: Path) -> None:
    """A department's name leads to its part of the page, without a script."""
    page, _ = opened(browser, tmp_path, PAGES["ja"]())
    page.locator("#measure-keep-job .who a").first.click()
    assert page.url.endswith("#department-work")
    page.close()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, tmp_path: Path, name: str, scheme: str) -> None:
    """The accessibility checker has no complaint, by day and by night, with all parts open."""
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe comes with the extra dev"
    )
    page, _ = opened(browser, tmp_path, PAGES[name]())
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true })")
    results = axe.Axe().run(page)
    found = [
        f"{it['id']}: {node['html']} {node['failureSummary']}"
        for it in results.response["violations"]
        for node in it["nodes"][:3]
    ]
    assert found == []
    page.close()


def pages_of(browser: Browser, folder: Path, html: str) -> list[str]:
    """The text of every printed page."""
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext: apt-get install poppler-utils")
    page, _ = opened(browser, folder, html)
    paper = folder / "report.pdf"
    page.pdf(path=paper, prefer_css_page_size=True)
    page.close()
    run = subprocess.run(["pdftotext", paper, "-"], capture_output=True, check=True)  # noqa: S607 - from the path
    return run.stdout.decode().split("\f")[:-1]


def test_every_printed_page_is_marked_as_synthetic(browser: Browser, tmp_path: Path) -> None:
    """Each page of paper says that the data is made up, and has the plan's title at its foot."""
    printed = pages_of(browser, tmp_path, PAGES["synthetic"]())
    assert len(printed) >= 3
    for text in printed:
        assert MARK in text
        assert "安全計画" in text
        assert "2020年度" in text


def test_paper_without_synthetic_data_bears_no_mark(browser: Browser, tmp_path: Path) -> None:
    """A report of observed values has no such mark anywhere."""
    printed = pages_of(browser, tmp_path, PAGES["ja"]())
    assert not any("合成" in text for text in printed)


def test_what_is_folded_is_open_on_paper(browser: Browser, tmp_path: Path) -> None:
    """Reasons, steps and departments that a reader would have to open are printed."""
    text = "".join("".join(pages_of(browser, tmp_path, PAGES["ja"]())).split())
    assert "計算の経過" in text
    assert "担当する指標・取組はない" in text
    assert "106.666667" in text


def test_methods_and_coverage_print_on_wide_paper(browser: Browser, tmp_path: Path) -> None:
    """A4 across, every page marked where data is made up, and no table wider than the sheet."""
    printed = pages_of(browser, tmp_path, PAGES["methods"]())
    assert all(MARK in text for text in printed)
    size = subprocess.run(
        ["pdfinfo", tmp_path / "report.pdf"],  # noqa: S607 - from the path
        capture_output=True,
        check=True,
    ).stdout.decode()
    width, height = (
        float(it) for it in size.partition("Page size:")[2].split("pts")[0].split(" x ")
    )
    assert (round(width), round(height)) == (842, 595)
    assert not any("合成" in text for text in pages_of(browser, tmp_path, PAGES["coverage"]()))


HEADS = """
() => [...document.querySelectorAll('h2, .dept > summary, thead th, .hint, .dept .inside > .note')]
  .map(it => it.innerText.replace(/\\s+/g, '')).filter(it => it.length > 1)
"""


LONG_LINE = 12
"""From so many characters on, a line may be the last one of a heading that is broken."""


def lone_heads(browser: Browser, folder: Path, html: str, size: tuple[int, int]) -> list[str]:
    """The last line of every printed page (of a size in points) that announces what follows."""
    pages_of(browser, folder, html)
    page, _ = opened(browser, folder, html)
    page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
    heads = page.evaluate(HEADS)
    page.close()
    # What stands between the margins: 17 mm above, 19 mm below.
    box = ["-x", "0", "-y", "48", "-W", str(size[0]), "-H", str(size[1] - 48 - 54)]
    run = subprocess.run(
        ["pdftotext", *box, folder / "report.pdf", "-"],  # noqa: S607 - from the path
        capture_output=True,
        check=True,
    )
    sheets = [it.strip() for it in run.stdout.decode().split("\f")[:-1]]
    ends = ["".join(it.rpartition("\n")[2].split()) for it in sheets[:-1]]
    return [
        end
        for end in ends
        if end in heads or (len(end) >= LONG_LINE and any(it.endswith(end) for it in heads))
    ]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_heading_stands_alone_at_the_foot_of_a_page(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    """A heading, the head of a table and the word that opens it go on with what they announce."""
    judged_plan = example()
    report = render_html(judged_plan.plan, judged_plan, language=language)
    assert lone_heads(browser, tmp_path, report, (595, 842)) == []
    methods = compare_methods(judged_plan.plan, judged_plan.observations, period="FY2020")
    page = render_methods(methods, language)
    assert lone_heads(browser, tmp_path, page, (842, 595)) == []


def test_words_are_whole_in_the_printed_table_of_methods(browser: Browser, tmp_path: Path) -> None:
    """No English word of a verdict or of a method is cut in two on paper."""
    judged_plan = example()
    methods = compare_methods(judged_plan.plan, judged_plan.observations, period="FY2020")
    printed = " ".join(pages_of(browser, tmp_path, render_methods(methods, "en"))).split()
    for word in ("deterioration", "improvement", "comprehensive"):
        assert word in printed
        assert not {word[:at] for at in range(9, len(word))} & set(printed)


def test_the_first_column_stays_while_the_table_moves(browser: Browser, tmp_path: Path) -> None:
    """Moved sideways on a narrow desk, the indicator's name is still to be read."""
    page, _ = opened(browser, tmp_path, PAGES["methods in English"](), 840)
    page.evaluate("document.querySelector('.scroll').scrollLeft = 400")
    moved = page.evaluate("document.querySelector('.scroll').scrollLeft")
    left = page.evaluate("document.querySelector('.matrix tbody th').getBoundingClientRect().left")
    edge = page.evaluate("document.querySelector('.scroll').getBoundingClientRect().left")
    assert moved > 0
    assert abs(left - edge) <= 1
    page.close()


def test_a_split_indicator_leads_to_its_reasons(browser: Browser, tmp_path: Path) -> None:
    """The name in the table is a link to the part that says why; a letter leads to its reason."""
    page, _ = opened(browser, tmp_path, PAGES["methods"]())
    for link in page.locator(".matrix tbody th a, .matrix td sup a").all():
        target = link.get_attribute("href")
        assert target is not None
        assert page.locator(target).count() == 1
    assert page.locator(".matrix td sup a").count() > 0
    page.close()
