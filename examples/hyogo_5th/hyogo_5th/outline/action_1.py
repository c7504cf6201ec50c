"""行動1 みんなで安全安心な地域をつくる (Action 1, everyone makes the community safe; ①).

Its title stands in the list of chapter IV, its 行動の柱 in the table of chapter VI.
The extract does not print their 取組, so what stands under them is not stated.
"""

from __future__ import annotations

from ..axes import FOR_EVERYONE
from ..indicators import crime_prevention_groups
from ..sources import CHAPTER_VI, EIGHT_ACTIONS, NO_EXTRACT
from ..vocabulary import Action, Pillar

action_1 = Action(
    "community",
    "みんなで安全安心な地域をつくる",
    measured_by=[crime_prevention_groups],
    tags=[FOR_EVERYONE],
    source=EIGHT_ACTIONS,
)[
    Pillar("information", "地域安全まちづくり情報の提供", source=CHAPTER_VI)[NO_EXTRACT],
    Pillar("awareness", "自主防犯意識の高揚", source=CHAPTER_VI)[NO_EXTRACT],
]
