"""The Excel form as data: its sheets, and the columns of those that are tables."""

from __future__ import annotations

from typing import Final

from planmodel.exchange.form_columns import (
    ID,
    ITEMS,
    NOTE,
    OWNERS,
    PLAN,
    README,
    Column,
    SheetForm,
)
from planmodel.exchange.form_words import DIRECTIONS, FORMS, KINDS, LEVEL_FORMS, MARK, SCOPES
from planmodel.text import say

__all__ = [
    "DEPARTMENTS",
    "INDICATORS",
    "ITEMS",
    "LEVELS",
    "OUTLINE",
    "PLAN",
    "README",
    "TABLES",
    "Column",
    "SheetForm",
]

LEVELS: Final = SheetForm(
    say("Levels", "階層"),
    say(
        "the plan's words for its levels, from the top down, the plan itself first; "
        "below a level may stand every lower one",
        "計画で使う階層の語を、計画そのものを先頭に上から順に書く。ある階層の下には、"
        "それより下のどの階層も置ける",
    ),
    (
        Column(
            "word",
            say("word", "語"),
            say("as the plan calls it", "計画での呼び名"),
            is_needed=True,
            width=20,
        ),
        Column(
            "form",
            say("is a", "種別"),
            say("measures have nothing below them", "取組は最も下の階層で、下に何も置けない"),
            LEVEL_FORMS,
            is_needed=True,
        ),
        Column(
            "numbering",
            say("first number", "番号の例"),
            say(
                "the first number as printed (行動1, ア, (1), Ⅰ; Ⅰ-1 goes on from the one above); "
                "empty: no numbers",
                "最初の番号を印刷のとおりに（行動1、ア、(1)、Ⅰ。Ⅰ-1なら上の階層の番号に続く）。"
                "空欄なら番号なし",
            ),
        ),
    ),
)

OUTLINE: Final = SheetForm(
    say("Outline", "体系"),
    say(
        "one row for each section and measure, in the order of the document; a row belongs to "
        "the nearest row above it of a higher level, unless the column parent says otherwise",
        "項目・取組を1行に一つ、計画書の順に書く。上にある行のうち最も近い上位の階層に属する。"
        "それ以外に属するときは「親」に書く",
    ),
    (
        Column(
            "level",
            say("level", "階層"),
            say("one of the sheet Levels", "「階層」シートの語"),
            is_needed=True,
        ),
        Column(
            "number",
            say("number", "番号"),
            say(
                "only where it differs from the numbering of its level",
                "空欄なら階層の番号の例に従って付く",
            ),
        ),
        Column(
            "title",
            say("title", "題名"),
            say("as printed, without number and brackets", "番号や括弧を除いた、印刷のとおりの語"),
            is_needed=True,
            width=44,
        ),
        Column("departments", say("departments", "担当課"), OWNERS, width=30),
        Column(
            "lead",
            say("lead", "主担当"),
            say("where the plan names one", "計画に主担当の別があるとき"),
        ),
        Column(
            "parent",
            say("parent", "親"),
            say(
                "id or title of the row it belongs to; (top): it stands at the top",
                "属する行の識別子か題名。最上位に置くときは（最上位）",
            ),
            width=20,
        ),
        Column(
            "is_new",
            say("new", "新規"),
            say("marked as new", "【新】の印があるとき"),
            {"yes": MARK},
            width=8,
        ),
        Column(
            "again",
            say("listed again", "再掲"),
            say(
                "the row lists again what another row of this title or id owns",
                "同じ題名または識別子の行の再掲であるとき",
            ),
            {"yes": MARK},
            width=8,
        ),
        Column(
            "below",
            say("below", "下位の記載"),
            say(
                "not stated: (reason) where the plan does not print what stands below",
                "下位が計画に書かれていないとき「記載なし: 理由」",
            ),
            width=24,
        ),
        NOTE,
        ID,
    ),
)

INDICATORS: Final = SheetForm(
    say("Indicators", "指標"),
    say(
        "one row for each indicator; further targets of an indicator stand in the rows below it, "
        "with 'same' as their title",
        "指標を1行に一つ書く。二つ目以降の目標は、下の行の題名に「同上」と書いて続ける",
    ),
    (
        Column(
            "number", say("number", "番号"), say("as printed (①)", "印刷のとおり（①）"), width=8
        ),
        Column(
            "title",
            say("title", "題名"),
            say("without number and unit", "番号・（累計）・【新】などを除いた語"),
            is_needed=True,
            width=40,
        ),
        Column(
            "unit", say("unit", "単位"), say("as printed", "印刷のとおり"), is_needed=True, width=10
        ),
        Column(
            "kind",
            say("kind", "種別"),
            say("what a value is", "値が何を表すか"),
            KINDS,
            is_needed=True,
        ),
        Column(
            "direction",
            say("direction", "望ましい方向"),
            say("as the plan declares it", "計画が定める方向"),
            DIRECTIONS,
        ),
        Column(
            "role",
            say("role", "区分"),
            say("the plan's word (outcome, output)", "成果指標・活動指標など、計画の語"),
        ),
        Column(
            "is_new",
            say("new", "新規"),
            say("marked as new", "【新】の印があるとき"),
            {"yes": MARK},
            width=8,
        ),
        Column("baseline", say("baseline", "基準値"), say("as printed", "印刷のとおり")),
        Column(
            "baseline_year",
            say("baseline year", "基準年"),
            say("FY2017, 2017", "2017年度、H29年度 など"),
        ),
        Column(
            "form",
            say("target form", "目標の形"),
            say("how the target is meant", "目標の意味"),
            FORMS,
        ),
        Column(
            "target",
            say("target", "目標値"),
            say(
                "as printed: 2,500, 40%～60%, 20%減（757）, 東北1位",
                "印刷のとおり。2,500グループ、40%～60%、20%減（757）、東北1位、全国平均 など",
            ),
            width=18,
        ),
        Column(
            "target_year",
            say("target year", "目標年"),
            say("FY2021, 2021", "2021年度、R3年度 など"),
        ),
        Column(
            "scope", say("due", "達成の仕方"), say("empty: by then", "空欄なら期限まで"), SCOPES
        ),
        Column("departments", say("departments", "担当課"), OWNERS, width=30),
        Column(
            "attached",
            say("attached to", "体系での位置"),
            say(
                "id or title of a row of the outline, or the plan's word; several with a semicolon",
                "体系の識別子か題名、または計画の語。複数は「；」で区切る",
            ),
            width=30,
        ),
        Column(
            "data_source",
            say("data source", "データの出所"),
            say("a survey, a register", "統計・調査の名称"),
        ),
        NOTE,
        ID,
    ),
)

DEPARTMENTS: Final = SheetForm(
    say("Departments", "担当課"),
    say(
        "the departments of the plan; where this sheet is empty, they are taken from the others",
        "担当する部・課。空のときは、ほかのシートに書かれた名称から作る",
    ),
    (
        Column(
            "name", say("name", "名称"), say("as printed", "印刷のとおり"), is_needed=True, width=24
        ),
        Column(
            "parent",
            say("parent", "上位の部署"),
            say(
                "the name of one in this sheet, or not stated: (reason)",
                "このシートの名称、または「記載なし: 理由」",
            ),
            width=24,
        ),
        Column("category", say("rank", "区分"), say("部, 課, …", "部、課 など")),
        NOTE,
        ID,
    ),
)

TABLES: Final[tuple[SheetForm, ...]] = (LEVELS, OUTLINE, INDICATORS, DEPARTMENTS)
"""The sheets that are tables, in their order."""
