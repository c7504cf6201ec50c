"""The groups that make up a community (地域を構成する団体), as chapter V 1 lists them."""

from __future__ import annotations

from planmodel import Partner

from ..sources import ROLES_SAFETY

# 地域を構成する団体

neighborhood_associations = Partner(
    "neighborhood-associations",
    "自治会",
    category="地域を構成する団体",
    generic=True,
    role="それぞれの役割を果たし、連携して地域の安全安心に取り組む",
    source=ROLES_SAFETY,
)
senior_clubs = Partner(
    "senior-clubs",
    "老人クラブ",
    category="地域を構成する団体",
    generic=True,
    role="それぞれの役割を果たし、連携して地域の安全安心に取り組む",
    source=ROLES_SAFETY,
)
womens_associations = Partner(
    "womens-associations",
    "婦人会",
    category="地域を構成する団体",
    generic=True,
    role="それぞれの役割を果たし、連携して地域の安全安心に取り組む",
    source=ROLES_SAFETY,
)
childrens_associations = Partner(
    "childrens-associations",
    "子ども会",
    category="地域を構成する団体",
    generic=True,
    role="それぞれの役割を果たし、連携して地域の安全安心に取り組む",
    source=ROLES_SAFETY,
)
crime_prevention_associations = Partner(
    "crime-prevention-associations",
    "防犯協会",
    category="地域を構成する団体",
    generic=True,
    role="それぞれの役割を果たし、連携して地域の安全安心に取り組む",
    source=ROLES_SAFETY,
)
traffic_safety_associations = Partner(
    "traffic-safety-associations",
    "交通安全協会",
    category="地域を構成する団体",
    generic=True,
    role="それぞれの役割を果たし、連携して地域の安全安心に取り組む",
    source=ROLES_SAFETY,
)
fire_companies = Partner(
    "fire-companies",
    "消防団",
    category="地域を構成する団体",
    generic=True,
    role="それぞれの役割を果たし、連携して地域の安全安心に取り組む",
    source=ROLES_SAFETY,
)
shopping_street_federations = Partner(
    "shopping-street-federations",
    "商店街連合会",
    category="地域を構成する団体",
    generic=True,
    role="それぞれの役割を果たし、連携して地域の安全安心に取り組む",
    source=ROLES_SAFETY,
)
welfare_commissioners_councils = Partner(
    "welfare-commissioners-councils",
    "民生児童委員協議会",
    category="地域を構成する団体",
    generic=True,
    role="それぞれの役割を果たし、連携して地域の安全安心に取り組む",
    source=ROLES_SAFETY,
)
schools = Partner(
    "schools",
    "学校",
    category="地域を構成する団体",
    generic=True,
    role="それぞれの役割を果たし、連携して地域の安全安心に取り組む",
    source=ROLES_SAFETY,
)
ptas = Partner(
    "ptas",
    "PTA",
    category="地域を構成する団体",
    generic=True,
    role="それぞれの役割を果たし、連携して地域の安全安心に取り組む",
    source=ROLES_SAFETY,
)
businesses = Partner(
    "businesses",
    "事業者",
    category="地域を構成する団体",
    generic=True,
    role="それぞれの役割を果たし、連携して地域の安全安心に取り組む",
    note="犯罪被害者支援と雇用の取組でも相手方となる",
    source=ROLES_SAFETY,
)
volunteer_groups = Partner(
    "volunteer-groups",
    "ボランティア団体",
    category="地域を構成する団体",
    generic=True,
    role="それぞれの役割を果たし、連携して地域の安全安心に取り組む",
    source=ROLES_SAFETY,
)
community_watch_groups = Partner(
    "community-watch-groups",
    "まちづくり防犯グループ",
    category="防犯グループ",
    generic=True,
    role="防犯訓練や見守りを行い、県の支援を受ける",
    source=ROLES_SAFETY,
)
