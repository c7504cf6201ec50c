"""The Excel form as data: its sheets, their columns, and the words that cells choose from."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from planmodel.text import Text, say

__all__ = [
    "DEPARTMENTS",
    "DIRECTIONS",
    "FORMS",
    "INDICATORS",
    "ITEMS",
    "KINDS",
    "LANGUAGES",
    "LEVELS",
    "LEVEL_FORMS",
    "MARK",
    "MERGED",
    "NOT_STATED",
    "OUTLINE",
    "PLAN",
    "README",
    "SAME",
    "SCOPES",
    "TABLES",
    "TOP",
    "YEARS",
    "Column",
    "SheetForm",
]

README: Final = say("Read me", "説明")
PLAN: Final = say("Plan", "計画")

MARK: Final = say("yes", "○")
SAME: Final = say("same", "同上")
TOP: Final = say("(top)", "（最上位）")
NOT_STATED: Final = say("not stated", "記載なし")

KINDS: Final[dict[str, Text]] = {
    "stock": say("level at a time", "現在値"),
    "flow": say("amount in a year", "年間"),
    "cumulative": say("running total", "累計"),
}
DIRECTIONS: Final[dict[str, Text]] = {
    "increase": say("increase", "増加"),
    "decrease": say("decrease", "減少"),
    "maintain": say("maintain", "維持"),
}
FORMS: Final[dict[str, Text]] = {
    "at_least": say("at least", "以上"),
    "at_most": say("at most", "以下"),
    "more_than": say("more than", "超"),
    "less_than": say("less than", "未満"),
    "range": say("range", "範囲"),
    "baseline": say("change on baseline", "基準値比の増減"),
    "previous_year": say("change on last year", "前年比の増減"),
    "other_at_least": say("at least another", "比較対象以上"),
    "other_at_most": say("at most another", "比較対象以下"),
    "all_of": say("all of", "すべて"),
    "milestone": say("milestone", "事項"),
    "rank": say("rank", "順位"),
    "no_number": say("no number", "数値目標なし"),
}
SCOPES: Final[dict[str, Text]] = {
    "by": say("by then", "期限まで"),
    "every_year": say("every year", "毎年度"),
    "keep": say("keep", "維持"),
}
LEVEL_FORMS: Final[dict[str, Text]] = {
    "plan": say("plan", "計画"),
    "section": say("section", "項目"),
    "measure": say("measure", "取組"),
}
YEARS: Final[dict[str, Text]] = {
    "fiscal": say("fiscal years", "年度"),
    "calendar": say("calendar years", "暦年"),
}
MERGED: Final[dict[str, Text]] = {
    "rows": say("holds for all rows of the merged cells", "結合した行すべてに当てはまる"),
    "first": say("holds for the first cell only", "先頭のセルだけの値とする"),
}
LANGUAGES: Final[dict[str, Text]] = {
    "ja": say("Japanese", "日本語"),
    "en": say("English", "英語"),
}


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


_ID = Column(
    "id",
    say("id", "識別子"),
    say(
        "lower-case letters, digits and hyphens; made from the position where it is left empty",
        "半角の英小文字・数字・ハイフン。空欄なら位置から自動で付く",
    ),
    width=20,
)
_NOTE = Column("note", say("note", "備考"), say("a remark for readers", "読み手への注記"), width=24)
_OWNERS = say(
    "names separated by 、 or a semicolon; not stated: (reason) where the plan is silent",
    "複数は「、」で区切る。計画に書かれていないときは「記載なし: 理由」",
)

ITEMS: Final[tuple[Column, ...]] = (
    Column("title", say("title", "計画の名称"), say("as printed", "表紙のとおり"), is_needed=True),
    _ID,
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
    Column("published", say("published", "公表の時期"), say("a day or a year", "年月日または年")),
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
    _NOTE,
)

LEVELS: Final = SheetForm(
    say("Levels", "階層"),
    say(
        "the plan's words for its levels, from the top down, the plan itself first; "
        "below a level may stand every lower one",
        "計画で使う階層の語を、計画そのものを先頭に上から順に書く。ある階層の下には、"
        "それより下のどの階層も置ける",
    ),
    (
        Column("word", say("word", "語"), say("as the plan calls it", "計画での呼び名"),
               is_needed=True, width=20),
        Column("form", say("is a", "種別"), say("measures have nothing below them",
               "取組は最も下の階層で、下に何も置けない"), LEVEL_FORMS, is_needed=True),
        Column("numbering", say("first number", "番号の例"),
               say("the first number as printed (行動1, ア, (1), Ⅰ); empty: no numbers",
                   "最初の番号を印刷のとおりに（行動1、ア、(1)、Ⅰ）。空欄なら番号なし")),
    ),
)  # fmt: skip

OUTLINE: Final = SheetForm(
    say("Outline", "体系"),
    say(
        "one row for each section and measure, in the order of the document; a row belongs to "
        "the nearest row above it of a higher level, unless the column parent says otherwise",
        "項目・取組を1行に一つ、計画書の順に書く。上にある行のうち最も近い上位の階層に属する。"
        "それ以外に属するときは「親」に書く",
    ),
    (
        Column("level", say("level", "階層"), say("one of the sheet Levels", "「階層」シートの語"),
               is_needed=True),
        Column("number", say("number", "番号"),
               say("only where it differs from the numbering of its level",
                   "空欄なら階層の番号の例に従って付く")),
        Column("title", say("title", "題名"), say("as printed, without number and brackets",
               "番号や括弧を除いた、印刷のとおりの語"), is_needed=True, width=44),
        Column("departments", say("departments", "担当課"), _OWNERS, width=30),
        Column("lead", say("lead", "主担当"), say("where the plan names one", "計画に主担当の別があるとき")),
        Column("parent", say("parent", "親"),
               say("id or title of the row it belongs to; (top): it stands at the top",
                   "属する行の識別子か題名。最上位に置くときは（最上位）"), width=20),
        Column("is_new", say("new", "新規"), say("marked as new", "【新】の印があるとき"),
               {"yes": MARK}, width=8),
        Column("again", say("listed again", "再掲"),
               say("the row lists again what another row of this title or id owns",
                   "同じ題名または識別子の行の再掲であるとき"), {"yes": MARK}, width=8),
        Column("below", say("below", "下位の記載"),
               say("not stated: (reason) where the plan does not print what stands below",
                   "下位が計画に書かれていないとき「記載なし: 理由」"), width=24),
        _NOTE,
        _ID,
    ),
)  # fmt: skip

INDICATORS: Final = SheetForm(
    say("Indicators", "指標"),
    say(
        "one row for each indicator; further targets of an indicator stand in the rows below it, "
        "with 'same' as their title",
        "指標を1行に一つ書く。二つ目以降の目標は、下の行の題名に「同上」と書いて続ける",
    ),
    (
        Column("number", say("number", "番号"), say("as printed (①)", "印刷のとおり（①）"), width=8),
        Column("title", say("title", "題名"), say("without number and unit",
               "番号・（累計）・【新】などを除いた語"), is_needed=True, width=40),
        Column("unit", say("unit", "単位"), say("as printed", "印刷のとおり"), is_needed=True, width=10),
        Column("kind", say("kind", "種別"), say("what a value is", "値が何を表すか"), KINDS,
               is_needed=True),
        Column("direction", say("direction", "望ましい方向"), say("as the plan declares it",
               "計画が定める方向"), DIRECTIONS),
        Column("role", say("role", "区分"), say("the plan's word (outcome, output)",
               "成果指標・活動指標など、計画の語")),
        Column("is_new", say("new", "新規"), say("marked as new", "【新】の印があるとき"),
               {"yes": MARK}, width=8),
        Column("baseline", say("baseline", "基準値"), say("as printed", "印刷のとおり")),
        Column("baseline_year", say("baseline year", "基準年"), say("FY2017, 2017", "2017年度、H29年度 など")),
        Column("form", say("target form", "目標の形"), say("how the target is meant", "目標の意味"),
               FORMS),
        Column("target", say("target", "目標値"), say("as printed: 2,500, 40%～60%, 20%減（757）, 東北1位",
               "印刷のとおり。2,500グループ、40%～60%、20%減（757）、東北1位、全国平均 など"), width=18),
        Column("target_year", say("target year", "目標年"), say("FY2021, 2021", "2021年度、R3年度 など")),
        Column("scope", say("due", "達成の仕方"), say("empty: by then", "空欄なら期限まで"), SCOPES),
        Column("departments", say("departments", "担当課"), _OWNERS, width=30),
        Column("attached", say("attached to", "体系での位置"),
               say("id or title of a row of the outline, or the plan's word; several with a semicolon",
                   "体系の識別子か題名、または計画の語。複数は「；」で区切る"), width=30),
        Column("data_source", say("data source", "データの出所"), say("a survey, a register",
               "統計・調査の名称")),
        _NOTE,
        _ID,
    ),
)  # fmt: skip

DEPARTMENTS: Final = SheetForm(
    say("Departments", "担当課"),
    say(
        "the departments of the plan; where this sheet is empty, they are taken from the others",
        "担当する部・課。空のときは、ほかのシートに書かれた名称から作る",
    ),
    (
        Column("name", say("name", "名称"), say("as printed", "印刷のとおり"), is_needed=True, width=24),
        Column("parent", say("parent", "上位の部署"), say("the name of one in this sheet, or not stated: (reason)",
               "このシートの名称、または「記載なし: 理由」"), width=24),
        Column("category", say("rank", "区分"), say("部, 課, …", "部、課 など")),
        _NOTE,
        _ID,
    ),
)  # fmt: skip

TABLES: Final[tuple[SheetForm, ...]] = (LEVELS, OUTLINE, INDICATORS, DEPARTMENTS)
"""The sheets that are tables, in their order."""
