"""What the document leaves open, where no field of the model could hold a `NotStated`.

Every entry names the thing concerned, what is not stated, and how the model reads it if it has to.
Absences that have a field stand there: the parent of a 課, the start of a running total,
the path of an indicator, the 取組 under a 行動の柱.
"""

from __future__ import annotations

from planmodel import Gap

from .axes import three_pillars
from .context import ordinance
from .indicators import crime_prevention_groups
from .organisations import police_headquarters
from .sources import survey

__all__ = ["gaps"]

gaps = (
    Gap("plan", "公表の月", "表紙は「平成31年　月」とあり、月が空いている"),
    Gap(
        "plan",
        "活動指標の年が年度か暦年か",
        "表の見出しは「2017 (H29)」「2021 目標」とだけある。計画期間と同じ年度と読む",
    ),
    Gap(
        "plan",
        "活動指標の望ましい方向",
        "表に方向の欄がない。どの目標も基準値を上回り、④は「以上」とあるため、増加とする",
    ),
    Gap(
        "plan",
        "補完目標の内容",
        "「I はじめに」は補完目標を新たに設けるとするが、抜粋に印刷されていない",
    ),
    Gap(
        crime_prevention_groups.id,
        "「*」の意味",
        "基準値と目標値に付いているが、抜粋に脚注がない",
    ),
    Gap(
        three_pillars.id,
        "どの行動がどの柱に当たるか",
        "文書は3本柱と8つの行動を結び付けていない",
    ),
    Gap(ordinance.id, "施行の日", "「平成18年4月」とだけある"),
    Gap(
        survey.id,
        "調査の年が年度か暦年か",
        "資料名に「H30」とだけある。活動指標と同じく年度と読む",
    ),
    Gap(survey.id, "回答者数", "抜粋に書かれていない"),
    Gap(
        police_headquarters.id,
        "県警との関係",
        "所管は「警察本部」、連携の相手は「県警」と印刷され、関係は書かれていない",
    ),
)
