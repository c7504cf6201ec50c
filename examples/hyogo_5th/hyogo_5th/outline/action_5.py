"""行動5 高齢者、障害者が安全安心に暮らせる地域をつくる (Action 5, elderly and disabled; ⑥⑦).

Its title stands in the list of chapter IV, its 行動の柱 in the table of chapter VI.
The extract does not print their 取組, so what stands under them is not stated.
"""

from __future__ import annotations

from ..axes import FOR_TARGET_GROUPS
from ..indicators import abuse_response_training, consumer_education
from ..sources import CHAPTER_VI, EIGHT_ACTIONS, NO_EXTRACT
from ..vocabulary import Action, Pillar

action_5 = Action(
    "elderly-and-disabled",
    "高齢者、障害者が安全安心に暮らせる地域をつくる",
    measured_by=[consumer_education, abuse_response_training],
    tags=[FOR_TARGET_GROUPS],
    source=EIGHT_ACTIONS,
)[
    Pillar("elderly-protection", "高齢者を犯罪から守る体制づくり", source=CHAPTER_VI)[NO_EXTRACT],
    Pillar("elderly-watch", "高齢者を地域で見守る体制づくり", source=CHAPTER_VI)[NO_EXTRACT],
    Pillar("disabled-watch", "障害者の見守り活動の推進", source=CHAPTER_VI)[NO_EXTRACT],
    Pillar("disabled-rights", "障害者の差別解消・権利擁護の推進", source=CHAPTER_VI)[NO_EXTRACT],
]
