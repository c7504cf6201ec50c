"""The columns of the Excel form as data, and the items that it asks about a plan as a whole."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from planmodel.exchange.form_words import (
    LANGUAGES,
    MERGED,
    YEARS,
)
from planmodel.text import Text, say

__all__ = ["ID", "ITEMS", "NOTE", "OWNERS", "PLAN", "README", "Column", "SheetForm"]

README: Final = say("Read me", "説明")
PLAN: Final = say("Plan", "計画")


@frozen
class Column:
    """A column of a sheet, or an item of the sheet on the plan.

    Attributes:
        key: its name in the code.
        head: its heading.
        help: what belongs there.
        choices: the words to choose from, by what they mean.
        is_needed: whether every row (or the plan) must have it.
        width: in characters.
    """

    key: str
    head: Text
    help: Text
    choices: dict[str, Text] | None = None
    is_needed: bool = False
    width: int = 14


@frozen
class SheetForm:
    """A sheet that is a table: its name, what it is for, and its columns."""

    title: Text
    purpose: Text
    columns: tuple[Column, ...]


ID = Column(
    "id",
    say("id", "識別子"),
    say(
        "lower-case letters, digits and hyphens; made from the position where it is left empty",
        "半角の英小文字・数字・ハイフン。空欄なら位置から自動で付く",
    ),
    width=20,
)
NOTE = Column("note", say("note", "備考"), say("a remark for readers", "読み手への注記"), width=24)
OWNERS = say(
    "names separated by 、 or a semicolon; not stated: (reason) where the plan is silent",
    "複数は「、」で区切る。計画に書かれていないときは「記載なし: 理由」",
)

ITEMS: Final[tuple[Column, ...]] = (
    Column("title", say("title", "計画の名称"), say("as printed", "表紙のとおり"), is_needed=True),
    ID,
    Column(
        "period",
        say("period", "計画期間"),
        say("such as FY2019–FY2021", "2019～2021年度、令和元年度～令和3年度 など"),
        is_needed=True,
    ),
    Column("issuer", say("issuer", "策定主体"), say("its full name", "正式名称（兵庫県 など）")),
    Column(
        "code",
        say("code", "団体コード"),
        say("the six digits of the local government", "全国地方公共団体コード（6桁）"),
    ),
    Column("status", say("status", "状態"), say("as printed (draft)", "印刷のとおり（案 など）")),
    Column(
        "published",
        say("published", "公表の時期"),
        say("a day, a month or a year", "年月日、年月または年"),
    ),
    Column("principle", say("principle", "基本理念"), say("as printed", "印刷のとおり")),
    Column(
        "language",
        say("language", "計画の言語"),
        say("of the plan's words; empty: that of this form", "空欄ならこの様式の言語"),
        LANGUAGES,
    ),
    Column(
        "years",
        say("bare years are", "年だけの書き方"),
        say(
            "what 2021 means in this workbook where neither FY nor CY is written",
            "「2021」のように年度とも年とも書かない値の意味",
        ),
        YEARS,
    ),
    Column(
        "merged",
        say("a merged cell", "結合したセル"),
        say(
            "what the value of merged cells means; with merged cells one must be chosen",
            "結合したセルの値の扱い。結合があるときは必ず選ぶ",
        ),
        MERGED,
    ),
    Column(
        "below",
        say("outline", "体系の記載"),
        say(
            "not stated: (reason) where the plan prints no outline",
            "体系が計画に書かれていないとき「記載なし: 理由」",
        ),
    ),
    NOTE,
)
