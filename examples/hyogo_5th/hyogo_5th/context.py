"""What the plan says beside its outline: laws, figures, governance, roles, relations, gaps.

- Laws and their dates: chapter I, the passages on (4) 国の動き, chapters IV 1 and V 2.
- Figures: recorded crimes in chapter I, the survey in (4) 再犯防止.
- Governance: chapter IV 6. Roles: chapter V. Relations to other plans: chapters I and IV 1.
- Gaps: what the document leaves open and no field of the model stands for.

Dates and figures are as printed; the sentences of roles and governance are this model's own.
"""

from __future__ import annotations

from planmodel import (
    CalendarYear,
    Day,
    Figure,
    FiscalYear,
    Governance,
    Law,
    LegalBasis,
    Relation,
    Role,
)

from .sources import (
    CRIMINAL_LAW,
    INTRODUCTION,
    NO_EFFECTIVE_DATE,
    NO_OLD_PERIODS,
    POSITION,
    REOFFENDING_ACT,
    REVIEW,
    ROLES_NEW_FIELDS,
    ROLES_SAFETY,
    SURVEY,
)

# --- laws ----------------------------------------------------------------------------------------

ordinance = Law(
    "safety-ordinance",
    "地域安全まちづくり条例",
    in_force=CalendarYear(2006),
    note="平成18年4月施行。日は書かれていない",
    source=INTRODUCTION,
)
reoffending_act = Law(
    "reoffending-act",
    "再犯の防止等の推進に関する法律",
    promulgated=Day("2016-12-14"),
    in_force=Day("2016-12-14"),
    note="再犯防止推進法とも印刷されている",
    source=REOFFENDING_ACT,
)
criminal_law = Law(
    "criminal-law-amendment",
    "性犯罪の厳罰化等を図る改正刑法",
    promulgated=Day("2017-06-23"),
    in_force=Day("2017-07-13"),
    source=CRIMINAL_LAW,
)
victims_act = Law(
    "victims-act",
    "犯罪被害者等基本法",
    in_force=NO_EFFECTIVE_DATE,
    source=ROLES_NEW_FIELDS,
)
laws = (ordinance, reoffending_act, criminal_law, victims_act)

legal_bases = (
    LegalBasis(
        ordinance,
        "第12条",
        because="地域安全まちづくり推進計画を定める根拠",
        source=POSITION,
    ),
    LegalBasis(
        reoffending_act,
        "第8条第1項",
        because="この計画が地方再犯防止推進計画を兼ねる根拠",
        source=POSITION,
    ),
)

# --- figures -------------------------------------------------------------------------------------

CRIMES = "刑法犯認知件数"
ANSWERS = "再犯防止のために必要な取組"
# H30 alone may mean either; it is read as the indicators' years are.
SURVEY_YEAR = FiscalYear(2018)

figures = (
    Figure(
        "crimes-2002",
        "刑法犯認知件数（ピーク）",
        "164,445件",
        CalendarYear(2002),
        group=CRIMES,
        source=INTRODUCTION,
    ),
    Figure(
        "crimes-2017",
        "刑法犯認知件数（15年連続で減少した後）",
        "50,821件",
        CalendarYear(2017),
        group=CRIMES,
        source=INTRODUCTION,
    ),
    Figure(
        "answer-living",
        "住まいや就労など、安定した生活基盤を築くための支援",
        "55.7%",
        SURVEY_YEAR,
        group=ANSWERS,
        source=SURVEY,
    ),
    Figure(
        "answer-correction",
        "刑務所等での矯正プログラムの充実",
        "42.1%",
        SURVEY_YEAR,
        group=ANSWERS,
        source=SURVEY,
    ),
    Figure(
        "answer-punishment",
        "刑の厳罰化",
        "41.7%",
        SURVEY_YEAR,
        group=ANSWERS,
        source=SURVEY,
    ),
    Figure(
        "answer-community",
        "孤立を防ぐ環境づくりなど地域ぐるみでの支援",
        "39.7%",
        SURVEY_YEAR,
        group=ANSWERS,
        source=SURVEY,
    ),
    Figure(
        "answer-publicity",
        "更生についての広報・啓発活動の実施",
        "30.6%",
        SURVEY_YEAR,
        group=ANSWERS,
        source=SURVEY,
    ),
)

# --- governance and roles ------------------------------------------------------------------------

governance = Governance(
    council="地域安全まちづくり審議会",
    review="施策の実施状況と活動指標の達成度を毎年度まとめて審議会に報告し、評価・検証する",
    follow_up="結果を翌年度の施策に反映する",
    source=REVIEW,
)

roles = (
    Role(
        "県民",
        "地域の安全は自分たちが守るという考えを一人ひとりが持つ",
        source=ROLES_SAFETY,
    ),
    Role(
        "地域を構成する団体",
        "それぞれの役割を果たしながら連携し、地域を挙げて取り組む",
        source=ROLES_SAFETY,
    ),
    Role(
        "県",
        "市町や県警と連携し、情報の提供、リーダーの研修、防犯訓練への支援、"
        "防犯カメラの設置補助などで地域の取組を支える",
        source=ROLES_SAFETY,
    ),
    Role(
        "国",
        "犯罪被害者等と再犯防止等の施策を総合的に定めて行い、"
        "被害者支援では制度と全国共通の基準を整える",
        source=ROLES_NEW_FIELDS,
    ),
    Role(
        "県市町",
        "国との分担を踏まえ、地域の状況に応じた施策を行う（再犯防止では努力義務）",
        source=ROLES_NEW_FIELDS,
    ),
    Role(
        "県",
        "犯罪被害者支援で庁内を調整し、市町・県警とともに理解を広げ、"
        "関係機関の情報共有とネットワークづくりの中心となる",
        source=ROLES_NEW_FIELDS,
    ),
    Role(
        "県",
        "再犯防止で庁内を調整して支援体制をはっきりさせ、市町とともに理解を広げる",
        source=ROLES_NEW_FIELDS,
    ),
    Role(
        "市町",
        "犯罪被害者支援で庁内を調整し、県・県警とともに理解を広げる",
        source=ROLES_NEW_FIELDS,
    ),
    Role(
        "市町",
        "再犯防止で庁内を調整して支援体制をはっきりさせ、県とともに理解を広げる",
        source=ROLES_NEW_FIELDS,
    ),
    Role(
        "県警",
        "犯罪被害者支援で内部を調整し、県・市町とともに理解を広げる",
        source=ROLES_NEW_FIELDS,
    ),
    Role(
        "関係機関・団体",
        "専門性を生かして支援し、情報の共有や協働事業で連携する",
        source=ROLES_NEW_FIELDS,
    ),
)

# --- relations to other plans --------------------------------------------------------------------

relations = (
    Relation(
        "predecessor",
        "地域安全まちづくり推進計画（第1期～第4期）",
        period=NO_OLD_PERIODS,
        because="基本理念と成果を引き継ぐ",
        source=INTRODUCTION,
    ),
    Relation(
        "doubles_as",
        "地方再犯防止推進計画",
        because="再犯防止推進法第8条第1項の計画を兼ね、具体の取組は行動7に置く",
        source=POSITION,
    ),
    Relation(
        "takes_into_account",
        "再犯防止推進計画（国、平成29年12月）",
        of="rehabilitation",
        period=CalendarYear(2017),
        because="県と市町の計画は国の計画を勘案して定める",
        source=REOFFENDING_ACT,
    ),
)
