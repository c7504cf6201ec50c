"""Plans that the tests of reports share: a small one, and one with hostile words."""

from __future__ import annotations

import datetime as dt
from typing import Any

from planmodel import (
    Action,
    AgainstBenchmark,
    AtLeast,
    AtMost,
    Baseline,
    Benchmark,
    Citation,
    Cumulative,
    Department,
    Document,
    Figure,
    FiscalYear,
    Flow,
    Gap,
    Governance,
    Implementation,
    Issuer,
    Judgement,
    Law,
    LegalBasis,
    Measure,
    MeasureGroup,
    Missing,
    NotStated,
    Observation,
    Observations,
    Opinion,
    Partner,
    Pillar,
    Plan,
    Prose,
    Relation,
    Relisted,
    Role,
    Stock,
    Tag,
    Translation,
    Window,
    evolve,
)
from planmodel.dsl.comparing import changes
from planmodel.dsl.ready_axes import ready_axis
from planmodel.evaluation.assess import evaluate
from planmodel.evaluation.methods import compare_methods
from planmodel.evaluation.results import Evaluation
from planmodel.reports import render_changes_html, render_coverage, render_html, render_methods
from planmodel.reports.coverage import coverage

HOSTILE = (
    "<script>alert(1)</script> | `x` [y](javascript:alert(1)) *z* _w_ # a\n\n## b "
    "\u202egnp.exe\u202c =cmd|' /C calc'!A0 {{ 7*7 }} </style><img src=x onerror=alert(1)> "
    "\x7f &amp;"
)

work = Department("work", "産業労働部")
health = Department("health", "健康福祉部", parent=NotStated("どの部に属するかは書かれていない"))
idle = Department("idle", "総務課")
office = Partner("office", "保護観察所", category="国の機関")
nation = Benchmark("nation", "全国平均", unit="%", baseline=Baseline("85.8%", FiscalYear(2017)))
jobs = Cumulative(
    "jobs",
    "雇用の件数",
    unit="件",
    number="①",
    direction="increase",
    department=work,
    is_new=True,
    path="linear",
    baseline=Baseline("20件*", FiscalYear(2017), note="抜粋の表による"),
    targets=[AtLeast("60件", FiscalYear(2021))],
    counted_from=NotStated("起点は書かれていない"),
)
rate = Stock(
    "rate",
    "解消率",
    unit="%",
    number="②",
    direction="increase",
    department=health,
    baseline=Baseline("89.0%", FiscalYear(2017)),
    targets=[AgainstBenchmark(nation, FiscalYear(2021), printed="全国平均以上")],
    benchmarks=(nation,),
)
cases = Flow(
    "cases",
    "認知件数",
    unit="件",
    number="③",
    direction="decrease",
    department=health,
    baseline=Baseline("5,000件", FiscalYear(2017)),
    targets=[AtMost("4,500件", FiscalYear(2021))],
)
keep_job = Measure("keep-job", "職場定着の支援", departments=[work, health], partners=[office])
find_job = Measure("find-job", "求人との橋渡し", departments=NotStated("担当は書かれていない"))
visit = Measure("visit", "家庭訪問", lead=health, departments=[work], is_new=True)
unassigned = Measure("unassigned", "手引書の配布")


def small_plan(**changes: Any) -> Plan[Any]:
    """A plan with every kind of thing that a report shows."""
    fields: dict[str, Any] = {
        "status": "案",
        "period": Window(FiscalYear(2019), FiscalYear(2021)),
        "published": NotStated("月が空いている"),
        "issuer": Issuer("兵庫県", code="280003"),
        "principle": "地域の力で安全安心を",
        "departments": [work, health, idle],
        "partners": [office],
        "indicators": [jobs, rate, cases],
        "sections": [
            Action("support", "立ち直りを支える", measured_by=[jobs, rate])[
                Pillar("work-life", "就労の支援")[
                    MeasureGroup("keeping", "職場への定着")[keep_job, find_job], visit
                ],
                Pillar("ties", "つながりを保つ")[Relisted(keep_job), unassigned],
            ],
            Action("watch", "地域で見守る", measured_by=[cases])[
                Pillar("street", "街頭の見守り")[NotStated("抜粋に印刷されていない")],
                Pillar("home", "家庭の見守り")[NotStated("抜粋に印刷されていない")],
                Pillar("empty", "空の柱"),
            ],
        ],
        "laws": [Law("ordinance", "安全まちづくり条例")],
        "legal_bases": [LegalBasis(Law("ordinance", "安全まちづくり条例").ref, "第12条")],
        "governance": Governance("審議会", "毎年度", "次年度の施策に反映する"),
        "roles": [Role("県", "支援を行う")],
        "relations": [Relation("predecessor", "第4期計画")],
        "figures": [Figure("crimes", "刑法犯認知件数", "50,821件", FiscalYear(2017))],
        "documents": [
            Document("draft", "計画案", publisher="兵庫県", url="https://example.org/plan")
        ],
        "prose": [Prose("support", "働く場と住まいを支える。")],
        "gaps": [Gap("jobs", "「*」の意味", "脚注がない")],
        "translations": [
            Translation(
                "en",
                titles=(
                    ("plan", "Safety Plan"),
                    ("jobs", "Jobs found"),
                    ("support", "Support a new start"),
                    ("work", "Labor Department"),
                    ("nation", "national average"),
                ),
                phrases=(("案", "draft"), ("行動", "Action"), ("件", "cases")),
            )
        ],
        "source": Citation("表紙", document="draft"),
    }
    return Plan("small", "安全計画", **{**fields, **changes})


def tagged_plan(**changes: Any) -> Plan[Any]:
    """The small plan by the seven national issues: a section, a measure and an indicator tagged."""
    axis = ready_axis("national-2017")
    first, second, fifth = axis.topics[0], axis.topics[1], axis.topics[4]
    by = "試験"
    keeping = MeasureGroup("keeping", "職場への定着", tags=[Tag(first, "assigned", by=by)])
    return small_plan(
        axes=[axis],
        indicators=[jobs, rate, evolve(cases, tags=[Tag(fifth, "stated")])],
        sections=[
            Action("support", "立ち直りを支える", measured_by=[rate])[
                Pillar("work-life", "就労の支援", measured_by=[jobs])[
                    keeping[keep_job, find_job],
                    evolve(visit, tags=[Tag(second, "assigned", by=by)]),
                ],
                Pillar("ties", "つながりを保つ")[Relisted(keep_job), unassigned],
            ],
            Action("watch", "地域で見守る", measured_by=[cases])[
                Pillar("street", "街頭の見守り")[NotStated("抜粋に印刷されていない")]
            ],
        ],
        **changes,
    )


def ledger(*, synthetic: bool = False) -> Observations:
    """One year's facts: a running total, a value without its benchmark, a value not published."""
    known = dt.date(2021, 10, 1)
    made: dict[str, Any] = {"known_on": known, "synthetic": synthetic}
    return Observations(
        [
            Observation("jobs", FiscalYear(2019), "38件", **made),
            Observation("jobs", FiscalYear(2020), "52件", source="県の公表資料", **made),
            Observation("rate", FiscalYear(2020), "67.5%", state="provisional", **made),
            Observation("cases", FiscalYear(2020), Missing("集計中"), **made),
        ],
        implementations=[
            Implementation(
                "keep-job",
                FiscalYear(2020),
                status="実施済",
                text="相談員を置いた",
                budget=1200,
                **made,  # type: ignore[arg-type]
            )
        ],
        judgements=[
            Judgement("cases", FiscalYear(2019), "A", by="審議会", because="他の年", **made)
        ],
        opinions=[Opinion(FiscalYear(2020), "実績の公表を早める", by="審議会", **made)],
    )


def judged(plan: Plan[Any] | None = None, *, synthetic: bool = False) -> Evaluation:
    """The small plan (or another one) judged in FY2020."""
    return evaluate(
        small_plan() if plan is None else plan,
        ledger(synthetic=synthetic),
        period=FiscalYear(2020),
        known_by=dt.date(2021, 12, 31),
    )


def hostile_plan() -> Plan[Any]:
    """The small plan whose every word tries to be markup."""
    evil = Department("work", HOSTILE)
    target = AtLeast("60件", FiscalYear(2021), printed=HOSTILE, note=HOSTILE)
    return small_plan(
        status=HOSTILE,
        issuer=Issuer(HOSTILE),
        principle=HOSTILE,
        departments=[evil, health, idle],
        indicators=[
            Cumulative(
                "jobs",
                HOSTILE,
                unit="件",
                number="①",
                department=evil,
                note=HOSTILE,
                baseline=Baseline("20件", FiscalYear(2017)),
                targets=[target],
            ),
            rate,
            cases,
        ],
        prose=[Prose("plan", HOSTILE), Prose("support", HOSTILE)],
        gaps=[Gap("jobs", HOSTILE, HOSTILE)],
        documents=[Document("draft", HOSTILE, url="javascript:alert(1)")],
    )


def html_of(evaluation: Evaluation, language: str = "ja") -> str:
    """The page of an evaluation."""
    return render_html(evaluation.plan, evaluation, language=language)


def methods_page(language: str, *, synthetic: bool = False, hostile: bool = False) -> str:
    """The page of methods on the small plan."""
    plan = hostile_plan() if hostile else small_plan()
    found = compare_methods(plan, ledger(synthetic=synthetic), period="FY2020")
    return render_methods(found, language)


PAGES = {
    "ja": lambda: html_of(judged()),
    "en": lambda: html_of(judged(), "en"),
    "synthetic": lambda: html_of(judged(synthetic=True)),
    "hostile": lambda: html_of(judged(hostile_plan())),
    "plan": lambda: render_html(small_plan()),
    "changes": lambda: render_changes_html(
        changes(small_plan(), small_plan(status="成案", principle="新しい理念"))
    ),
    "methods": lambda: methods_page("ja", synthetic=True),
    "methods in English": lambda: methods_page("en"),
    "methods, hostile": lambda: methods_page("ja", hostile=True),
    "coverage": lambda: render_coverage(coverage(tagged_plan(), "national-2017"), "ja"),
    "coverage in English": lambda: render_coverage(coverage(tagged_plan(), "national-2017"), "en"),
}
