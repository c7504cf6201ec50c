"""Where everything stands: the documents, the places in them, and what they leave open.

The model was made from the extract of the draft on preventing reoffending
(再犯防止関係抜粋). The extract prints chapters I, IV, V and VI, two passages numbered (4)
without the heading of their chapter, and of the actions in chapter VI only 行動7.
"""

from __future__ import annotations

from planmodel import Citation, Document, NotStated

__all__ = [
    "ACTION_7",
    "ACTION_7_A",
    "ACTION_7_E",
    "ACTION_7_I",
    "ACTION_7_U",
    "CHAPTER_VI",
    "COVER",
    "CRIMINAL_LAW",
    "DIRECTION",
    "EIGHT_ACTIONS",
    "INDICATOR_TABLE",
    "INTRODUCTION",
    "NO_DIVISION_PARENT",
    "NO_EFFECTIVE_DATE",
    "NO_EXTRACT",
    "NO_OLD_PERIODS",
    "NO_PATH",
    "NO_START",
    "PERIOD",
    "POSITION",
    "PRINCIPLE",
    "REOFFENDING_ACT",
    "REVIEW",
    "ROLES_NEW_FIELDS",
    "ROLES_SAFETY",
    "SURVEY",
    "WHY_REOFFENDING",
    "documents",
    "draft",
    "survey",
]

draft = Document(
    "draft",
    "地域安全まちづくり推進計画 (第5期) 案 再犯防止関係抜粋",
    publisher="兵庫県",
    date="平成31年 月",
)
survey = Document(
    "monitor-survey",
    "H30 県民モニターアンケート",
    publisher="兵庫県",
    date="H30",
    note="抜粋の図の資料名として挙がる。調査票と回答者数は抜粋にない。",
)
documents = (draft, survey)


def _at(place: str) -> Citation:
    return Citation(place, draft.id)


# Places, in document order and as the headings are printed.
COVER = _at("表紙")
INTRODUCTION = _at("I はじめに")
CRIMINAL_LAW = _at("(4) 国の動き ①性犯罪の厳罰化等を図る刑法改正")
REOFFENDING_ACT = _at("(4) 国の動き ②再犯の防止等の推進に関する法律の制定")
POSITION = _at("IV 1 位置づけ")
PRINCIPLE = _at("IV 2 基本理念")
PERIOD = _at("IV 3 計画期間")
DIRECTION = _at("IV 4 基本的方向")
EIGHT_ACTIONS = _at("IV 【8つの行動（アクション8）の展開】")
INDICATOR_TABLE = _at("IV 活動指標")
REVIEW = _at("IV 6 評価・検証")
ROLES_SAFETY = _at("V 1 地域の安全安心の確保のための役割分担と連携")
ROLES_NEW_FIELDS = _at("V 2 犯罪被害者支援の充実や再犯防止の推進のための役割分担と連携")
CHAPTER_VI = _at("VI 具体的取組 表")
WHY_REOFFENDING = _at("VI 再犯防止の推進にあたって")
ACTION_7 = _at("VI 行動7")
ACTION_7_A = _at("VI 行動7 ア")
ACTION_7_I = _at("VI 行動7 イ")
ACTION_7_U = _at("VI 行動7 ウ")
ACTION_7_E = _at("VI 行動7 エ")

# The survey is quoted in the draft, in a passage of its own.
SURVEY = Citation("計画案の (4) 再犯防止 に引用", survey.id)

# What the document leaves open, wherever a field could have held it.
# Anything without a field of its own is a Gap, in `context`.
NO_EXTRACT = NotStated("抜粋が取組を印刷しているのは行動7だけである")
NO_DIVISION_PARENT = NotStated("課がどの部に属するかは書かれていない")
NO_START = NotStated("累計をいつから数えるかは書かれていない")
NO_PATH = NotStated("2017年と2021年の間にたどる値は書かれていない")
NO_EFFECTIVE_DATE = NotStated("施行日は抜粋に書かれていない")
NO_OLD_PERIODS = NotStated("各3カ年とあるだけで、どの年からどの年までかは書かれていない")
