"""行動6 犯罪被害者等の支援を充実する (Action 6, victims of crime; ⑧⑨).

Its title stands in the list of chapter IV, its 行動の柱 in the table of chapter VI.
The extract does not print their 取組, so what stands under them is not stated.
"""

from __future__ import annotations

from ..axes import FOR_TARGET_GROUPS
from ..indicators import victim_consultations, victim_support_ordinances
from ..sources import CHAPTER_VI, EIGHT_ACTIONS, NO_EXTRACT
from ..vocabulary import Action, Pillar

action_6 = Action(
    "victims",
    "犯罪被害者等の支援を充実する",
    measured_by=[victim_support_ordinances, victim_consultations],
    tags=[FOR_TARGET_GROUPS],
    note="第5期で新たに設定された行動",
    source=EIGHT_ACTIONS,
)[
    Pillar("victims-understanding", "県民・事業者等の理解の促進", source=CHAPTER_VI)[NO_EXTRACT],
    Pillar("victims-support", "被害者等への支援の充実", source=CHAPTER_VI)[NO_EXTRACT],
    Pillar("victims-cooperation", "関係機関・団体等との連携の強化", source=CHAPTER_VI)[NO_EXTRACT],
]
