"""Authorities: the state's offices, municipalities, the police.

Chapter V 2 and chapter VI, 行動7. Names are kept as printed, also where one takes in another
(市町, 区市町 and 県市町; 検察庁 and 神戸地方検察庁).
"""

from __future__ import annotations

from planmodel import Partner

from ..sources import ACTION_7_E, ACTION_7_I, ACTION_7_U, ROLES_NEW_FIELDS

# 国の機関

national_government = Partner(
    "national-government",
    "国",
    category="国の機関",
    role="犯罪被害者等の支援と再犯防止の施策を全国の立場から総合的に定め、実施する",
    source=ROLES_NEW_FIELDS,
)
ministry_of_justice = Partner(
    "ministry-of-justice",
    "法務省",
    category="国の機関",
    role="刑務所等就労奨励金を支給し、地域再犯防止推進モデル事業を行い、出所者の支援に要る情報を持つ",
    source=ACTION_7_E,
)
prosecutors_offices = Partner(
    "prosecutors-offices",
    "検察庁",
    category="国の機関",
    generic=True,
    role="専門性を生かした支援と、情報共有や協働事業に加わる",
    source=ROLES_NEW_FIELDS,
)
kobe_prosecutors_office = Partner(
    "kobe-prosecutors-office",
    "神戸地方検察庁",
    category="国の機関",
    role="再犯防止関係機関連絡会議に参加する",
    source=ACTION_7_E,
)
probation_offices = Partner(
    "probation-offices",
    "保護観察所",
    category="国の機関",
    generic=True,
    role="専門性を生かした支援を行い、薬物の再乱用防止プログラムなどに取り組む",
    source=ROLES_NEW_FIELDS,
)
kobe_probation_office = Partner(
    "kobe-probation-office",
    "神戸保護観察所",
    category="国の機関",
    role="再犯防止関係機関連絡会議に参加する",
    source=ACTION_7_E,
)
judicial_bodies = Partner(
    "judicial-bodies",
    "司法機関",
    category="国の機関",
    generic=True,
    role="検察庁、保護観察所等として、釈放後の福祉サービスへのつなぎに連携する",
    source=ACTION_7_U,
)
correctional_institutions = Partner(
    "correctional-institutions",
    "矯正施設",
    category="国の機関",
    generic=True,
    role="就労支援と、出所後の福祉サービスに向けた調整に連携する",
    source=ACTION_7_I,
)
corrework_west_japan = Partner(
    "corrework-west-japan",
    "コレワーク西日本",
    category="国の機関",
    role="出所者の働く場を確保するため連携する",
    source=ACTION_7_I,
)
employment_security_offices = Partner(
    "employment-security-offices",
    "公共職業安定所",
    category="国の機関",
    generic=True,
    role="出所者の働く場を確保するため連携する",
    source=ACTION_7_I,
)

# 市町と警察

municipalities = Partner(
    "municipalities",
    "市町",
    category="市町",
    generic=True,
    role="国・県との分担を踏まえ、地域の状況に応じて支援する",
    source=ROLES_NEW_FIELDS,
)
wards_and_municipalities = Partner(
    "wards-and-municipalities",
    "区市町",
    category="市町",
    generic=True,
    role="福祉、就労、住宅など暮らしに近い支援を連携して行う",
    note="区を含む言い方も印刷のまま残す",
    source=ACTION_7_E,
)
prefecture_and_municipalities = Partner(
    "prefecture-and-municipalities",
    "県市町",
    category="市町",
    generic=True,
    role="国との分担を踏まえ、地域の状況に応じた施策を行う",
    note="県を含む言い方も印刷のまま残す",
    source=ROLES_NEW_FIELDS,
)
prefectural_police = Partner(
    "prefectural-police",
    "県警",
    category="警察",
    role="支援と、情報共有や協働事業に加わる",
    note="警察本部は所管として別に印刷されている",
    source=ROLES_NEW_FIELDS,
)
