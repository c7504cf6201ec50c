"""The departments of the prefecture (its partners stand in `partners`).

The 課 stand in brackets behind each indicator (chapter IV, 活動指標);
the 部, the 教育委員会 and the 警察本部 behind each 取組 of 行動7 (chapter VI).
The two lists do not overlap, and which 部 a 課 belongs to is not stated.
"""

from __future__ import annotations

from planmodel import Department

from .sources import ACTION_7, INDICATOR_TABLE, NO_DIVISION_PARENT

planning = Department("planning", "企画県民部", category="部", source=ACTION_7)
health = Department("health", "健康福祉部", category="部", source=ACTION_7)
industry = Department("industry", "産業労働部", category="部", source=ACTION_7)
infrastructure = Department("infrastructure", "県土整備部", category="部", source=ACTION_7)
education = Department("education", "教育委員会", source=ACTION_7)
police_headquarters = Department("police-headquarters", "警察本部", source=ACTION_7)

community_safety = Department(
    "community-safety",
    "地域安全課",
    category="課",
    parent=NO_DIVISION_PARENT,
    source=INDICATOR_TABLE,
)
school_health = Department(
    "school-health",
    "体育保健課",
    category="課",
    parent=NO_DIVISION_PARENT,
    source=INDICATOR_TABLE,
)
compulsory_education = Department(
    "compulsory-education",
    "義務教育課",
    category="課",
    parent=NO_DIVISION_PARENT,
    source=INDICATOR_TABLE,
)
child_welfare = Department(
    "child-welfare",
    "児童課",
    category="課",
    parent=NO_DIVISION_PARENT,
    source=INDICATOR_TABLE,
)
consumer_affairs = Department(
    "consumer-affairs",
    "消費生活課",
    category="課",
    parent=NO_DIVISION_PARENT,
    source=INDICATOR_TABLE,
)
disability_welfare = Department(
    "disability-welfare",
    "障害福祉課",
    category="課",
    parent=NO_DIVISION_PARENT,
    source=INDICATOR_TABLE,
)
labor_welfare = Department(
    "labor-welfare",
    "労政福祉課",
    category="課",
    parent=NO_DIVISION_PARENT,
    source=INDICATOR_TABLE,
)
cybercrime = Department(
    "cybercrime",
    "サイバー犯罪対策課",
    category="課",
    parent=NO_DIVISION_PARENT,
    source=INDICATOR_TABLE,
)

departments = (
    planning,
    health,
    industry,
    infrastructure,
    education,
    police_headquarters,
    community_safety,
    school_health,
    compulsory_education,
    child_welfare,
    consumer_affairs,
    disability_welfare,
    labor_welfare,
    cybercrime,
)
