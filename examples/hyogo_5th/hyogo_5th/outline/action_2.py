"""行動2 地域の防犯力を高める (Action 2, the community's own strength against crime; ②).

Its title stands in the list of chapter IV, its 行動の柱 in the table of chapter VI.
The extract does not print their 取組, so what stands under them is not stated.
"""

from __future__ import annotations

from ..axes import FOR_EVERYONE
from ..indicators import child_safety_leaders
from ..sources import CHAPTER_VI, EIGHT_ACTIONS, NO_EXTRACT
from ..vocabulary import Action, Pillar

action_2 = Action(
    "prevention",
    "地域の防犯力を高める",
    measured_by=[child_safety_leaders],
    tags=[FOR_EVERYONE],
    source=EIGHT_ACTIONS,
)[
    Pillar("voluntary-activities", "自主防犯活動の促進", source=CHAPTER_VI)[NO_EXTRACT],
    Pillar("participation", "多様な主体の参加の促進", source=CHAPTER_VI)[NO_EXTRACT],
    Pillar("training", "地域で活動する人材の育成", source=CHAPTER_VI)[NO_EXTRACT],
]
