"""行動7 更生支援と再犯防止対策を推進する (Action 7, rehabilitation; ⑩ and ⑪).

Chapter VI prints it whole: 4 行動の柱, 11 headings in brackets and 22 取組 behind a ■.
The departments in brackets behind each 取組 stand in printed order; none of them leads.
``partners`` are the organisations that the passage of the 取組 names.
``tags`` lead to the national plan's priority issues; the document does not give them, we do,
and only under headings that leave no doubt. The 取組 of エ carry none.
"""

from __future__ import annotations

from ..axes import EMPLOYMENT, FOR_TARGET_GROUPS, PUBLICITY, WELFARE
from ..indicators import employment, welfare
from ..organisations import (
    education,
    health,
    industry,
    infrastructure,
    planning,
    police_headquarters,
)
from ..partners.authorities import (
    correctional_institutions,
    corrework_west_japan,
    employment_security_offices,
    judicial_bodies,
    kobe_probation_office,
    kobe_prosecutors_office,
    ministry_of_justice,
    municipalities,
    national_government,
    prefectural_police,
    prefecture_and_municipalities,
    probation_offices,
    prosecutors_offices,
    wards_and_municipalities,
)
from ..partners.supporters import (
    bar_association,
    campaign_committee,
    companies_and_bodies,
    cooperating_employers,
    darc,
    health_and_welfare_offices,
    medical_institutions,
    mental_health_center,
    npos,
    private_bodies,
    probation_officers,
    public_health_centers,
    rehabilitation_bodies,
    related_agencies,
    related_bodies,
    related_organizations,
    self_help_groups,
    social_welfare_councils,
    specialized_medical_institutions,
    treatment_hubs,
)
from ..sources import ACTION_7, ACTION_7_A, ACTION_7_E, ACTION_7_I, ACTION_7_U
from ..vocabulary import Action, Measure, MeasureGroup, Pillar

understanding = Pillar("understanding", "県民・事業者等への理解の促進", source=ACTION_7_A)[
    MeasureGroup("campaigns", "啓発活動の推進", source=ACTION_7_A)[
        Measure(
            "brighter-society",
            "「社会を明るくする運動」の周知",
            departments=[planning, health, industry, infrastructure],
            partners=[national_government, campaign_committee],
            tags=[PUBLICITY],
            source=ACTION_7_A,
        ),
        Measure(
            "acceptance",
            "地域で見守る機運の醸成",
            departments=[planning, health, industry, infrastructure, education],
            partners=[related_bodies, related_agencies],
            tags=[PUBLICITY],
            source=ACTION_7_A,
        ),
        Measure(
            "teachers",
            "教職員への理解・啓発の促進",
            departments=[education],
            tags=[PUBLICITY],
            source=ACTION_7_A,
        ),
    ],
    MeasureGroup("commendation", "顕彰の促進", source=ACTION_7_A)[
        Measure(
            "commended-supporters",
            "再犯防止に取り組む個人・団体等の顕彰の促進",
            departments=[planning],
            partners=[national_government],
            tags=[PUBLICITY],
            source=ACTION_7_A,
        ),
    ],
]

work = Pillar("work", "就労支援等の充実", source=ACTION_7_I)[
    MeasureGroup("probationers", "保護観察対象者等への就労支援", source=ACTION_7_I)[
        Measure(
            "retention",
            "就職後の職場定着を支援",
            departments=[industry],
            tags=[EMPLOYMENT],
            source=ACTION_7_I,
        ),
        Measure(
            "matching",
            "就労に必要な基礎的能力等の習得や企業とのマッチングを支援",
            departments=[industry],
            tags=[EMPLOYMENT],
            source=ACTION_7_I,
        ),
    ],
    MeasureGroup("employers", "事業者へ雇用促進の働きかけ", source=ACTION_7_I)[
        Measure(
            "employers-understanding",
            "保護観察対象者等の雇用に対する理解の促進",
            departments=[industry],
            partners=[cooperating_employers],
            tags=[EMPLOYMENT],
            source=ACTION_7_I,
        ),
        Measure(
            "hiring-grants",
            "就労奨励に向けた経済的支援の充実",
            departments=[industry],
            partners=[ministry_of_justice],
            tags=[EMPLOYMENT],
            source=ACTION_7_I,
        ),
        Measure(
            "public-contracts",
            "入札・契約制度における優遇措置",
            departments=[infrastructure],
            tags=[EMPLOYMENT],
            source=ACTION_7_I,
        ),
    ],
    MeasureGroup("placement", "関係機関等が連携した就労斡旋等の充実", source=ACTION_7_I)[
        Measure(
            "employment-rate",
            "関係団体・機関等が連携した就労率の向上",
            departments=[planning, industry],
            partners=[
                correctional_institutions,
                corrework_west_japan,
                probation_offices,
                employment_security_offices,
                npos,
                related_organizations,
                companies_and_bodies,
            ],
            tags=[EMPLOYMENT],
            source=ACTION_7_I,
        ),
    ],
    MeasureGroup("housing", "住宅支援の充実", source=ACTION_7_I)[
        Measure(
            "homes",
            "住宅確保への支援",
            departments=[infrastructure],
            tags=[EMPLOYMENT],
            source=ACTION_7_I,
        ),
    ],
]

services = Pillar(
    "services",
    "福祉的支援を必要とする出所者等への保健・医療・福祉サービスの提供",
    partners=[related_organizations],
    source=ACTION_7_U,
)[
    MeasureGroup("welfare-services", "福祉サービスの提供", source=ACTION_7_U)[
        Measure(
            "life-after-release",
            "出所後の生活安定への支援の充実",
            departments=[health],
            partners=[
                probation_offices,
                correctional_institutions,
                municipalities,
                related_bodies,
            ],
            tags=[WELFARE],
            source=ACTION_7_U,
        ),
        Measure(
            "fresh-start",
            "障害者・高齢者の立ち直り支援の充実",
            departments=[health],
            partners=[
                bar_association,
                prosecutors_offices,
                probation_offices,
                judicial_bodies,
                municipalities,
            ],
            tags=[WELFARE],
            source=ACTION_7_U,
        ),
    ],
    MeasureGroup("drug-dependence", "薬物依存者等への支援", source=ACTION_7_U)[
        Measure(
            "dependence-treatment",
            "薬物依存症者の医療体制の充実",
            departments=[health],
            partners=[treatment_hubs, specialized_medical_institutions, related_agencies],
            tags=[WELFARE],
            source=ACTION_7_U,
        ),
        Measure(
            "dependence-counseling",
            "薬物依存に関する相談窓口の充実",
            departments=[health, police_headquarters],
            partners=[
                medical_institutions,
                mental_health_center,
                health_and_welfare_offices,
                public_health_centers,
            ],
            tags=[WELFARE],
            source=ACTION_7_U,
        ),
        Measure(
            "dependence-recovery",
            "薬物依存症者、乱用者の社会復帰支援の充実",
            departments=[health],
            partners=[probation_offices, specialized_medical_institutions, self_help_groups],
            tags=[WELFARE],
            source=ACTION_7_U,
        ),
        Measure(
            "dependence-network",
            "関係機関の連携の強化",
            departments=[health],
            partners=[medical_institutions, darc, private_bodies],
            tags=[WELFARE],
            source=ACTION_7_U,
        ),
    ],
]

cooperation = Pillar(
    "cooperation",
    "関係機関・団体等との連携の強化",
    partners=[
        judicial_bodies,
        national_government,
        wards_and_municipalities,
        related_bodies,
        npos,
        related_agencies,
    ],
    source=ACTION_7_E,
)[
    MeasureGroup("networks", "連携の強化", source=ACTION_7_E)[
        Measure(
            "liaison-conference",
            "再犯防止関係機関連絡会議の設置",
            departments=[planning],
            partners=[
                kobe_prosecutors_office,
                kobe_probation_office,
                rehabilitation_bodies,
                wards_and_municipalities,
                prefectural_police,
                social_welfare_councils,
                related_bodies,
            ],
            source=ACTION_7_E,
        ),
        Measure(
            "municipal-support",
            "区市町が連携した支援の充実",
            departments=[planning, health, industry],
            partners=[wards_and_municipalities, municipalities],
            source=ACTION_7_E,
        ),
    ],
    MeasureGroup("supporters", "連携した活動を支援", source=ACTION_7_E)[
        Measure(
            "handbook",
            "手引書の活用",
            departments=[planning],
            partners=[probation_officers, related_agencies],
            source=ACTION_7_E,
        ),
    ],
    MeasureGroup("state", "国との協働", source=ACTION_7_E)[
        Measure(
            "shared-information",
            "情報の共有",
            departments=[planning, health, industry, infrastructure],
            partners=[ministry_of_justice, municipalities, related_organizations],
            source=ACTION_7_E,
        ),
        Measure(
            "local-measures",
            "地域の実情に応じた施策の推進",
            departments=[planning, health, industry],
            partners=[ministry_of_justice, national_government],
            source=ACTION_7_E,
        ),
    ],
]

action_7 = Action(
    "rehabilitation",
    "更生支援と再犯防止対策を推進する",
    measured_by=[employment, welfare],
    partners=[national_government, prefecture_and_municipalities, related_organizations],
    tags=[FOR_TARGET_GROUPS],
    note="第5期で新たに設定された行動",
    source=ACTION_7,
)[understanding, work, services, cooperation]
