"""The 15 活動指標 of the table in chapter IV, ① to ⑮, each with its 2017 (H29) and 2021 目標.

How the table was read:

- *Title*: the printed words without number, (累計), 【新】 and [課]; those are fields.
- *Years*: the columns say 2017 (H29) and 2021 without 年 or 年度. The plan's own period is in
  fiscal years, so both are read as fiscal years, and every figure's note says so.
- *Kind*: (累計) is a running total, `Cumulative`. The others are levels, `Stock`;
  ⑧ and ⑬ count what exists and are printed without (累計).
- *Direction*: the table prints none. It is declared ``increase`` throughout, on the ground that
  every target lies above its baseline, and that ④ says 以上.
- *Form*: a bare number in the column 目標 is read as *at least*.
- *Path*: no value between the two years is printed, so the path is not stated.
- *Count*: no running total says when its count starts.

`*` stands on both figures of ①. The extract has no footnote for it; the mark is kept.
"""

from __future__ import annotations

from decimal import Decimal

from planmodel import (
    AgainstBenchmark,
    Amount,
    AtLeast,
    Baseline,
    Benchmark,
    Cumulative,
    FiscalYear,
    Stock,
)

from .organisations import (
    child_welfare,
    community_safety,
    compulsory_education,
    consumer_affairs,
    cybercrime,
    disability_welfare,
    labor_welfare,
    school_health,
)
from .sources import INDICATOR_TABLE, NO_PATH, NO_START

START = FiscalYear(2017)
END = FiscalYear(2021)
START_NOTE = "「2017 (H29)」の欄。2017年度と読む"
END_NOTE = "「2021 目標」の欄。2021年度と読み、この数以上を目標とみる"


def start(printed: str | Amount) -> Baseline:
    """The figure in the column 2017 (H29), as printed."""
    return Baseline(printed, START, note=START_NOTE)


def goal(printed: str) -> AtLeast:
    """The figure in the column 2021 目標, as printed."""
    return AtLeast(printed, END, note=END_NOTE)


# --- 行動1 --------------------------------------------------------------------------------------

crime_prevention_groups = Stock(
    "crime-prevention-groups",
    "まちづくり防犯グループの結成数",
    number="①",
    unit="グループ",
    role="活動指標",
    direction="increase",
    department=community_safety,
    baseline=start("2,329グループ*"),
    targets=[goal("2,500グループ*")],
    path=NO_PATH,
    note="基準値と目標値に「*」が付くが、抜粋に脚注がない",
    source=INDICATOR_TABLE,
)

# --- 行動2 --------------------------------------------------------------------------------------

child_safety_leaders = Cumulative(
    "child-safety-leaders",
    "子どもの安全・安心確保のリーダー養成数",
    number="②",
    unit="人",
    role="活動指標",
    direction="increase",
    department=community_safety,
    baseline=start("3,816人"),
    targets=[goal("8,572人")],
    path=NO_PATH,
    counted_from=NO_START,
    source=INDICATOR_TABLE,
)

# --- 行動3 --------------------------------------------------------------------------------------

school_route_watch = Stock(
    "school-route-watch",
    "登下校の見守りが行われている公立小学校の割合",
    number="③",
    unit="%",
    is_new=True,
    role="活動指標",
    direction="increase",
    department=school_health,
    baseline=start("95.1%"),
    targets=[goal("100%")],
    path=NO_PATH,
    source=INDICATOR_TABLE,
)
# The national figure stands in brackets beside the baseline: (全国 85.8%).
national_bullying_resolution = Benchmark(
    "national-bullying-resolution",
    "全国平均",
    unit="%",
    baseline=start(Amount(Decimal("85.8"), unit="%", printed="全国 85.8%")),
    source=INDICATOR_TABLE,
)
bullying_resolution = Stock(
    "bullying-resolution",
    "公立学校における認知したいじめの解消率",
    number="④",
    unit="%",
    role="活動指標",
    direction="increase",
    department=compulsory_education,
    baseline=start("89.0%"),
    targets=[
        AgainstBenchmark(
            national_bullying_resolution,
            END,
            printed="全国平均以上",
            note="「2021 目標」の欄。2021年度と読む",
        )
    ],
    benchmarks=(national_bullying_resolution,),
    path=NO_PATH,
    source=INDICATOR_TABLE,
)

# --- 行動4 --------------------------------------------------------------------------------------

spouse_violence_centers = Stock(
    "spouse-violence-centers",
    "配偶者暴力相談支援センター設置市町数",
    number="⑤",
    unit="市町",
    role="活動指標",
    direction="increase",
    department=child_welfare,
    baseline=start("16市町"),
    targets=[goal("18市町")],
    path=NO_PATH,
    source=INDICATOR_TABLE,
)

# --- 行動5 --------------------------------------------------------------------------------------

consumer_education = Cumulative(
    "consumer-education",
    "くらしの安全・安心推進員による高齢者等への消費者教育啓発活動数",
    number="⑥",
    unit="回",
    is_new=True,
    role="活動指標",
    direction="increase",
    department=consumer_affairs,
    baseline=start("2,234回"),
    targets=[goal("5,234回")],
    path=NO_PATH,
    counted_from=NO_START,
    source=INDICATOR_TABLE,
)
abuse_response_training = Cumulative(
    "abuse-response-training",
    "障害者虐待対応力向上研修の受講者数",
    number="⑦",
    unit="人",
    role="活動指標",
    direction="increase",
    department=disability_welfare,
    baseline=start("9,341人"),
    targets=[goal("18,341人")],
    path=NO_PATH,
    counted_from=NO_START,
    source=INDICATOR_TABLE,
)

# --- 行動6 --------------------------------------------------------------------------------------

victim_support_ordinances = Stock(
    "victim-support-ordinances",
    "犯罪被害者支援を盛り込んだ条例の制定市町数",
    number="⑧",
    unit="市町",
    is_new=True,
    role="活動指標",
    direction="increase",
    department=community_safety,
    baseline=start("25市町"),
    targets=[goal("33市町")],
    path=NO_PATH,
    note="（累計）と印刷されていないため、その時点で在る数とみる",
    source=INDICATOR_TABLE,
)
victim_consultations = Cumulative(
    "victim-consultations",
    "犯罪被害者等からの相談件数",
    number="⑨",
    unit="件",
    is_new=True,
    role="活動指標",
    direction="increase",
    department=community_safety,
    baseline=start("861件"),
    targets=[goal("5,840件")],
    path=NO_PATH,
    counted_from=NO_START,
    source=INDICATOR_TABLE,
)

# --- 行動7 --------------------------------------------------------------------------------------

employment = Cumulative(
    "employment",
    "保護観察対象者等への雇用導入支援件数",
    number="⑩",
    unit="件",
    is_new=True,
    role="活動指標",
    direction="increase",
    department=labor_welfare,
    baseline=start("23件"),
    targets=[goal("62件")],
    path=NO_PATH,
    counted_from=NO_START,
    source=INDICATOR_TABLE,
)
welfare = Cumulative(
    "welfare",
    "矯正施設を退所後、福祉的な支援がないと自立した生活を送ることが難しい障害者・高齢者への支援件数",
    number="⑪",
    unit="件",
    is_new=True,
    role="活動指標",
    direction="increase",
    department=disability_welfare,
    baseline=start("353件"),
    targets=[goal("613件")],
    path=NO_PATH,
    counted_from=NO_START,
    source=INDICATOR_TABLE,
)

# --- 行動8 --------------------------------------------------------------------------------------

security_cameras = Cumulative(
    "security-cameras",
    "防犯カメラの設置補助箇所数",
    number="⑫",
    unit="カ所",
    role="活動指標",
    direction="increase",
    department=community_safety,
    baseline=start("2,478カ所"),
    targets=[goal("3,891カ所")],
    path=NO_PATH,
    counted_from=NO_START,
    source=INDICATOR_TABLE,
)
crime_prevention_managers = Stock(
    "crime-prevention-managers",
    "事業所防犯責任者設置事業所数",
    number="⑬",
    unit="事業所",
    role="活動指標",
    direction="increase",
    department=community_safety,
    baseline=start("9,038事業所"),
    targets=[goal("10,000事業所")],
    path=NO_PATH,
    note="（累計）と印刷されていないため、その時点で在る数とみる",
    source=INDICATOR_TABLE,
)
sos_catch = Cumulative(
    "sos-catch",
    "地域安全SOSキャッチ電話相談つなぎ件数",
    number="⑭",
    unit="件",
    role="活動指標",
    direction="increase",
    department=community_safety,
    baseline=start("3,042件"),
    targets=[goal("5,356件")],
    path=NO_PATH,
    counted_from=NO_START,
    source=INDICATOR_TABLE,
)
cybercrime_classes = Cumulative(
    "cybercrime-classes",
    "サイバー犯罪被害防止教室の開催回数",
    number="⑮",
    unit="回",
    role="活動指標",
    direction="increase",
    department=cybercrime,
    baseline=start("2,518回"),
    targets=[goal("4,518回")],
    path=NO_PATH,
    counted_from=NO_START,
    source=INDICATOR_TABLE,
)

indicators = (
    crime_prevention_groups,
    child_safety_leaders,
    school_route_watch,
    bullying_resolution,
    spouse_violence_centers,
    consumer_education,
    abuse_response_training,
    victim_support_ordinances,
    victim_consultations,
    employment,
    welfare,
    security_cameras,
    crime_prevention_managers,
    sos_catch,
    cybercrime_classes,
)
