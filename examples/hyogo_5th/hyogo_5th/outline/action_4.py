"""行動4 女性が安全安心に暮らせる地域をつくる (Action 4, women; ⑤).

Its title stands in the list of chapter IV, its 行動の柱 in the table of chapter VI.
The extract does not print their 取組, so what stands under them is not stated.
"""

from __future__ import annotations

from ..axes import FOR_TARGET_GROUPS
from ..indicators import spouse_violence_centers
from ..sources import CHAPTER_VI, EIGHT_ACTIONS, NO_EXTRACT
from ..vocabulary import Action, Pillar

action_4 = Action(
    "women",
    "女性が安全安心に暮らせる地域をつくる",
    measured_by=[spouse_violence_centers],
    tags=[FOR_TARGET_GROUPS],
    source=EIGHT_ACTIONS,
)[
    Pillar("women-support", "女性の安全安心を支える体制整備", source=CHAPTER_VI)[NO_EXTRACT],
    Pillar("women-protection", "女性を守る対策の充実", source=CHAPTER_VI)[NO_EXTRACT],
]
