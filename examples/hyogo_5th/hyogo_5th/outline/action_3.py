"""行動3 子どもが安全安心に暮らせる地域をつくる (Action 3, children; ③④).

Its title stands in the list of chapter IV, its 行動の柱 in the table of chapter VI.
The extract does not print their 取組, so what stands under them is not stated.
"""

from __future__ import annotations

from ..axes import FOR_TARGET_GROUPS
from ..indicators import bullying_resolution, school_route_watch
from ..sources import CHAPTER_VI, EIGHT_ACTIONS, NO_EXTRACT
from ..vocabulary import Action, Pillar

action_3 = Action(
    "children",
    "子どもが安全安心に暮らせる地域をつくる",
    measured_by=[school_route_watch, bullying_resolution],
    tags=[FOR_TARGET_GROUPS],
    source=EIGHT_ACTIONS,
)[
    Pillar("child-watch", "地域における子どもの見守り活動の推進", source=CHAPTER_VI)[NO_EXTRACT],
    Pillar("child-protection", "子どもを犯罪から守る対策の強化", source=CHAPTER_VI)[NO_EXTRACT],
    Pillar("abuse-and-bullying", "児童虐待やいじめの防止対策の推進", source=CHAPTER_VI)[NO_EXTRACT],
    Pillar("healthy-growth", "地域で支える子どもの健全育成", source=CHAPTER_VI)[NO_EXTRACT],
]
