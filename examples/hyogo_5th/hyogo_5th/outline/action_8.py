"""行動8 安全で安心な住みやすい環境づくりを推進する (Action 8, surroundings; ⑫ to ⑮).

Its title stands in the list of chapter IV, its 行動の柱 in the table of chapter VI.
The extract does not print their 取組, so what stands under them is not stated.
"""

from __future__ import annotations

from ..axes import FOR_SURROUNDINGS
from ..indicators import crime_prevention_managers, cybercrime_classes, security_cameras, sos_catch
from ..sources import CHAPTER_VI, EIGHT_ACTIONS, NO_EXTRACT
from ..vocabulary import Action, Pillar

action_8 = Action(
    "environment",
    "安全で安心な住みやすい環境づくりを推進する",
    measured_by=[security_cameras, crime_prevention_managers, sos_catch, cybercrime_classes],
    tags=[FOR_SURROUNDINGS],
    source=EIGHT_ACTIONS,
)[
    Pillar("safe-places", "安全で安心なまちづくりの推進", source=CHAPTER_VI)[NO_EXTRACT],
    Pillar("cameras", "防犯カメラ等の設置による犯罪の抑止", source=CHAPTER_VI)[NO_EXTRACT],
    Pillar("safe-homes", "住宅の防犯性の向上", source=CHAPTER_VI)[NO_EXTRACT],
    Pillar("safe-workplaces", "事業所等と連携した防犯の推進", source=CHAPTER_VI)[NO_EXTRACT],
    Pillar("entertainment-districts", "繁華街等の環境の浄化", source=CHAPTER_VI)[NO_EXTRACT],
    Pillar("cyberspace", "サイバー空間の安全を確保する環境づくり", source=CHAPTER_VI)[NO_EXTRACT],
    Pillar("drug-abuse", "薬物乱用防止対策の推進", source=CHAPTER_VI)[NO_EXTRACT],
    Pillar("local-watch", "地域で見守るしくみの充実", source=CHAPTER_VI)[NO_EXTRACT],
]
