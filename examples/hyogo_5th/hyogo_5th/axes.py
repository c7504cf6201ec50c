"""What crosses the outline.

- 3本柱 of the ordinance (chapter IV 4). The document does not say which 行動 serves which of them,
  so this axis has topics and no node is tagged with one.
  They are other pillars than the 行動の柱 of the outline.
- The groups into which chapter IV sorts the 行動 when it introduces them.
  The document states them itself, so each 行動 carries a tag of basis *stated*.

- The seven priority issues of the national plan on preventing reoffending, ready made in planmodel.
  Plans of different prefectures are compared by them. The document does not name them,
  so the tags in action 7 are *assigned*: by this project, where a heading makes it plain.
"""

from __future__ import annotations

from planmodel import Axis, Tag, Topic, ready_axis

from .sources import DIRECTION, EIGHT_ACTIONS

__all__ = [
    "EMPLOYMENT",
    "FOR_EVERYONE",
    "FOR_SURROUNDINGS",
    "FOR_TARGET_GROUPS",
    "PUBLICITY",
    "WELFARE",
    "axes",
]

three_pillars = Axis(
    "three-pillars",
    "3本柱",
    topics=(
        Topic(
            "pillar-activities",
            "地域安全まちづくり活動の支援",
            number="①",
            source=DIRECTION,
        ),
        Topic(
            "pillar-protection",
            "子ども、高齢者等の安全確保の支援",
            number="②",
            source=DIRECTION,
        ),
        Topic(
            "pillar-facilities",
            "防犯に配慮した施設の管理・整備の支援",
            number="③",
            source=DIRECTION,
        ),
    ),
    source=DIRECTION,
)

everyone = Topic(
    "everyone",
    "県民全体の取組",
    source=EIGHT_ACTIONS,
    note="地域安全に対する県民の意識高揚や、担い手の確保・育成など",
)
target_groups = Topic(
    "target-groups",
    "対象別の取組",
    source=EIGHT_ACTIONS,
    note="子ども、女性、高齢者・障害者、犯罪被害者等、犯罪をして罪を償った人など",
)
surroundings = Topic(
    "surroundings",
    "防犯環境などハード面からの整備等に関する取組",
    source=EIGHT_ACTIONS,
)
action_groups = Axis(
    "action-groups",
    "8つの行動のまとまり",
    topics=(everyone, target_groups, surroundings),
    source=EIGHT_ACTIONS,
    note="まとまり全体の名称は印刷されていないため、このモデルで付けた",
)

national = ready_axis("national-2017")

axes = (three_pillars, action_groups, national)

FOR_EVERYONE = Tag(everyone, because="IVに、行動1～2は県民全体の取組とある")
FOR_TARGET_GROUPS = Tag(target_groups, because="IVに、行動3～行動7は対象別の取組とある")
FOR_SURROUNDINGS = Tag(
    surroundings, because="IVに、行動8は防犯環境などハード面からの整備等に関する取組とある"
)

_BY = "planmodelプロジェクト"
EMPLOYMENT = Tag(
    national.topics[0], "assigned", by=_BY, because="見出しが就労または住宅の支援を述べている"
)
WELFARE = Tag(
    national.topics[1],
    "assigned",
    by=_BY,
    because="見出しが福祉サービスまたは薬物依存者等への支援を述べている",
)
PUBLICITY = Tag(
    national.topics[4], "assigned", by=_BY, because="見出しが啓発活動または顕彰を述べている"
)
