"""Those who support people in starting again, and victims: bodies, employers, medical care.

Chapter V 2 and chapter VI, 行動7. 関係機関・団体, 関係機関 and 関係団体 are names for many, kept
as printed.
"""

from __future__ import annotations

from planmodel import Partner

from ..sources import ACTION_7_A, ACTION_7_E, ACTION_7_I, ACTION_7_U, ROLES_NEW_FIELDS

# 更生支援と再犯防止の団体

rehabilitation_bodies = Partner(
    "rehabilitation-bodies",
    "更生保護団体",
    category="民間団体",
    generic=True,
    role="専門性を生かした支援と、情報共有や協働事業に加わる",
    source=ROLES_NEW_FIELDS,
)
probation_officers = Partner(
    "probation-officers",
    "保護司",
    category="民間団体",
    generic=True,
    role="更生保護関係者として、県の手引書などの支援を受けて活動する",
    source=ACTION_7_E,
)
social_welfare_councils = Partner(
    "social-welfare-councils",
    "社会福祉協議会",
    category="民間団体",
    generic=True,
    role="専門性を生かした支援と、情報共有や協働事業に加わる",
    source=ROLES_NEW_FIELDS,
)
support_groups = Partner(
    "support-groups",
    "支援団体",
    category="民間団体",
    generic=True,
    role="専門性を生かした支援と、情報共有や協働事業に加わる",
    source=ROLES_NEW_FIELDS,
)
npos = Partner(
    "npos",
    "NPO",
    category="民間団体",
    generic=True,
    role="専門性を生かした支援と、情報共有や協働事業に加わる",
    source=ROLES_NEW_FIELDS,
)
private_bodies = Partner(
    "private-bodies",
    "民間団体",
    category="民間団体",
    generic=True,
    role="薬物依存に関する課題を共有し、協働して対応する",
    source=ACTION_7_U,
)
darc = Partner(
    "darc",
    "ダルク",
    category="民間団体",
    role="薬物依存に関する課題を共有し、協働して対応する",
    note="「ダルクを含めた民間団体等」と印刷",
    source=ACTION_7_U,
)
self_help_groups = Partner(
    "self-help-groups",
    "自助グループ",
    category="民間団体",
    generic=True,
    role="薬物依存症者の社会復帰の支援に連携する",
    source=ACTION_7_U,
)
bar_association = Partner(
    "bar-association",
    "県弁護士会",
    category="民間団体",
    role="釈放された障害者・高齢者の立ち直りを県と協働して支える",
    source=ACTION_7_U,
)
campaign_committee = Partner(
    "campaign-committee",
    "推進委員会",
    category="民間団体",
    role="官民で構成し、「社会を明るくする運動」を進める",
    source=ACTION_7_A,
)

# 働く場

cooperating_employers = Partner(
    "cooperating-employers",
    "協力雇用主",
    category="事業者",
    generic=True,
    role="保護観察対象者の雇用に協力する",
    source=ACTION_7_I,
)
companies_and_bodies = Partner(
    "companies-and-bodies",
    "企業・団体",
    category="事業者",
    generic=True,
    role="雇用の説明会の対象となる",
    source=ACTION_7_I,
)

# 医療と相談

medical_institutions = Partner(
    "medical-institutions",
    "医療機関",
    category="医療機関",
    generic=True,
    role="薬物依存に関する相談と課題の解決に連携する",
    source=ACTION_7_U,
)
specialized_medical_institutions = Partner(
    "specialized-medical-institutions",
    "専門医療機関",
    category="医療機関",
    generic=True,
    role="県の指定を受け、薬物依存症の治療を行う",
    source=ACTION_7_U,
)
treatment_hubs = Partner(
    "treatment-hubs",
    "治療拠点機関",
    category="医療機関",
    generic=True,
    role="県の指定を受け、薬物依存の治療の拠点となる",
    source=ACTION_7_U,
)
mental_health_center = Partner(
    "mental-health-center",
    "精神保健福祉センター",
    category="相談窓口",
    role="薬物の相談を受ける",
    note="設置者は書かれていない",
    source=ACTION_7_U,
)
health_and_welfare_offices = Partner(
    "health-and-welfare-offices",
    "健康福祉事務所",
    category="相談窓口",
    generic=True,
    role="薬物の相談を受ける",
    note="設置者は書かれていない",
    source=ACTION_7_U,
)
public_health_centers = Partner(
    "public-health-centers",
    "保健所",
    category="相談窓口",
    generic=True,
    role="薬物の相談を受ける",
    note="設置者は書かれていない",
    source=ACTION_7_U,
)

# 犯罪被害者支援の団体

early_support_groups = Partner(
    "early-support-groups",
    "早期支援団体",
    category="民間団体",
    generic=True,
    role="専門性を生かし、被害者のニーズに応じて支援する",
    source=ROLES_NEW_FIELDS,
)
victims_groups = Partner(
    "victims-groups",
    "犯罪被害者団体",
    category="民間団体",
    generic=True,
    role="専門性を生かし、被害者のニーズに応じて支援する",
    note="「（自助グループ含む）」と添えられている",
    source=ROLES_NEW_FIELDS,
)
educational_institutions = Partner(
    "educational-institutions",
    "教育機関",
    category="教育機関",
    generic=True,
    role="専門性を生かし、被害者のニーズに応じて支援する",
    source=ROLES_NEW_FIELDS,
)

# ひとまとめの名

related_organizations = Partner(
    "related-organizations",
    "関係機関・団体",
    category="関係機関・団体",
    generic=True,
    role="専門性を生かし、互いに連携して支援する",
    note="「関係団体・機関」とも印刷されている",
    source=ROLES_NEW_FIELDS,
)
related_agencies = Partner(
    "related-agencies",
    "関係機関",
    category="関係機関・団体",
    generic=True,
    role="情報を共有し、連携して支援する",
    source=ACTION_7_E,
)
related_bodies = Partner(
    "related-bodies",
    "関係団体",
    category="関係機関・団体",
    generic=True,
    role="専門性を生かし、互いに連携して支援する",
    source=ROLES_NEW_FIELDS,
)
