"""What the files of a plan package say of themselves: docstrings, READMEs, project file."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from planmodel.dsl.source.strings import toml_string
from planmodel.model.plan import Plan
from planmodel.text import Language, Text, say

__all__ = [
    "DOCS",
    "OBSERVATIONS_HEADER",
    "WAITING",
    "language_of",
    "offer_head",
    "project_file",
    "readme",
    "test_file",
]

OBSERVATIONS_HEADER = "indicator,period,value,state,known_on,source,note\n"
"""The columns of a table of observations."""

DOCS: dict[str, Text] = {
    "": say(
        "The plan as a model. Read it in this order: vocabulary, organisations, axes, context,\n"
        "indicators, outline, plan. Modules import each other relatively.\n",
        "計画のモデル。vocabulary、organisations、axes、context、indicators、outline、plan の順に\n"
        "読むとよい。モジュールは互いに相対インポートする。\n",
    ),
    "vocabulary": say(
        "The words of the plan's levels, one class a level.\n\n"
        "``word`` is how the plan calls the level, ``numbering`` shows its first number;\n"
        "``Ⅰ-1`` goes on from the number of the level above.\n",
        "計画の階層の呼び名。1階層に1クラス。\n\n"
        "``word`` は計画での呼び名、``numbering`` は最初の番号の見本。\n"
        "``Ⅰ-1`` とすれば上の階層の番号に続けて数える。\n",
    ),
    "sources": say(
        "The documents that words and figures are taken from.",
        "語句と数値の出典となる文書。",
    ),
    "organisations": say(
        "The departments of the issuer, and the partners outside it.",
        "庁内の部署と、庁外の連携先。",
    ),
    "axes": say("What crosses the outline.", "体系と交わる分類の軸。"),
    "context": say(
        "What the plan says beside its outline: laws, figures, governance, roles, other plans.",
        "体系のほかに計画が述べること: 法令、参考数値、推進体制、役割、ほかの計画。",
    ),
    "gaps": say(
        "What is left open and has no place of its own.",
        "まだ書かれていない事項のうち、欄のないもの。",
    ),
    "indicators": say("The indicators.", "指標。"),
    "outline": say("The outline, one module a section.", "計画の体系。1節に1モジュール。"),
    "plan": say("The plan: everything put together.", "計画の全体。"),
    "adopted": say(
        "What was taken over from the plan this one was made from.\n\n"
        "Written by ``planmodel drift``, and applied on top of the other modules.\n"
        "Remarks stand in ``because=``: the file is written anew, without comments.\n",
        "もとにした計画から取り入れた変更。\n\n"
        "``planmodel drift`` が書き込む。ここにある変更は、ほかのモジュールの内容に重ねられる。\n"
        "ファイルは書き直されるため、注記はコメントでなく ``because=`` に書く。\n",
    ),
    "prose": say(
        "Descriptions by id; plan is the plan itself.",
        "項目の説明。左辺は識別子、plan は計画そのもの。",
    ),
    "translation": say(
        "The plan's words in another language, by id; under [phrases] by the printed words.",
        "計画の語句の訳。左辺は識別子、[phrases] では印刷された語句。",
    ),
}
"""What each module is about."""

WAITING = say(
    "# Put a list of departments in place of each: it holds for all items of the outline that\n"
    "# use the name.",
    "# それぞれを部署の並び [部署, …] に置き換える。その名を使う体系の項目すべてに反映される。",
)
"""The comment above what is to be decided once for many."""


def offer_head(other: str) -> Text:
    """What stands above descriptions of the plan *other* that this one was made from."""
    return say(
        "Descriptions of {other}, which this plan was made from, for a look: they are not this\n"
        "plan's, and no report shows them. Put one into words of your own and take its # away,\n"
        "and it describes this plan. Lines that are of no use can be deleted.",
        "もとにした計画「{other}」の説明を、参考として # の行に示す。この計画の説明ではなく、\n"
        "報告書には出ない。自分の計画の言葉に直して行頭の # を外すと、この計画の説明になる。\n"
        "要らない行は削除してよい。",
        other=" ".join(other.split()),
    )


_EN = """\
# {name}

日本語: [README.ja.md](README.ja.md)

{title}, as a model for `planmodel`.

## What is where

| file | defines |
| --- | --- |
| `{name}/vocabulary.py` | the words of the levels |
| `{name}/sources.py` | the documents that words and figures come from |
| `{name}/organisations.py` | departments and partners |
| `{name}/axes.py` | topics that cross the outline |
| `{name}/indicators.py` | indicators with baselines and targets |
| `{name}/outline/` | the outline, one module a section |
| `{name}/context.py` | laws, figures, governance, roles, other plans |
| `{name}/gaps.py` | what is left open |
| `{name}/plan.py` | the plan |
| `{name}/prose/` | descriptions |
| `{name}/translations/` | words in other languages |
| `{name}/observations/` | what the indicators were, year by year |

## What to do next

1. `planmodel check .` lists what is still to be decided. Replace each `NotStated("{undecided}…")`
   by what your plan says; the list gets shorter. Who does what is decided once for many measures,
   in `organisations.py`.
   A line of `gaps.py` is settled by deleting it, once what your plan says stands where it belongs
   (partners in the outline, `governance`, `roles`, `relations`, `laws` and `legal_bases` in
   `context.py`, `axes` in `axes.py`, the principle in `principle=` of `plan.py`),
   or where it says nothing of the kind.
2. Change the words of the levels in `vocabulary.py`.
3. Write each year's values into `observations/actual.csv`, one row a value.
4. `planmodel report . --period FY2024 -o report.html` makes a report of a year;
   `python -m pytest` tests the package.
"""

_JA = """\
# {name}

English: [README.md](README.md)

「{title}」を `planmodel` のモデルにしたものです。

## どこに何があるか

| ファイル | 定めているもの |
| --- | --- |
| `{name}/vocabulary.py` | 階層の呼び名 |
| `{name}/sources.py` | 語句と数値の出典となる文書 |
| `{name}/organisations.py` | 部署と連携先 |
| `{name}/axes.py` | 体系と交わる分類 |
| `{name}/indicators.py` | 指標、基準値、目標値 |
| `{name}/outline/` | 体系（1節に1ファイル） |
| `{name}/context.py` | 法令、参考数値、推進体制、役割、ほかの計画 |
| `{name}/gaps.py` | まだ書かれていない事項 |
| `{name}/plan.py` | 計画全体 |
| `{name}/prose/` | 項目の説明 |
| `{name}/translations/` | ほかの言語の語句 |
| `{name}/observations/` | 指標の年ごとの値 |

## 次にすること

1. `planmodel check .` で、まだ決めていない箇所の一覧が出ます。`NotStated("{undecided}…")` を
   自分の計画の内容に書き換えるたびに、一覧は短くなります。
   担当課は `organisations.py` で、複数の取組の分をまとめて決められます。
   `gaps.py` の行は、自分の計画の内容を本来の場所（連携先は体系、推進体制、役割、
   他の計画との関係、法令、根拠法令は `context.py` の `governance`、`roles`、`relations`、`laws`、
   `legal_bases`、分類軸は `axes.py` の `axes`、基本理念は `plan.py` の `principle=`）に書いたら、
   または書くことがなければ、削除します。
2. `vocabulary.py` で階層の呼び名を自分の計画に合わせます。
3. 毎年の実績値は `observations/actual.csv` に1行ずつ書きます。
4. `planmodel report . --period FY2024 -o report.html` で、その年度の報告書を作れます。
   `python -m pytest` で全体を検査できます。
"""


_DERIVED: dict[Language, str] = {
    "en": """\
5. `planmodel drift .` tells what has changed since in {other}, which this plan was made from.
   What you take over stands in `{name}/adopted.py`, what was decided in `{name}/derivation.json`;
   `{name}/upstream.json` is that plan as it was. Its figures are not yours.
""",
    "ja": """\
5. もとにした計画「{other}」のその後の変更は `planmodel drift .` で分かります。
   取り入れた変更は `{name}/adopted.py` に、採否は `{name}/derivation.json` に残ります。
   `{name}/upstream.json` はもとの計画の控えで、その数値は自分の計画の数値ではありません。
""",
}


def language_of(plan: Plan[Any]) -> Language:
    """The language in which a package speaks of itself: that of its plan, or English."""
    return "ja" if plan.language == "ja" else "en"


def _line(words: str) -> str:
    """*words* on one line of Markdown, with nothing in them that could mean something."""
    plain = " ".join("".join(it if it.isprintable() else " " for it in words).split())
    return re.sub(r"([\\`*_\[\]<>|#!&])", r"\\\1", plain)


_OFFERED: dict[Language, str] = {
    "en": """\
6. The plan has no descriptions yet, and needs none. Those of {other} stand in `{name}/prose/` and
   `{name}/translations/` as lines with `#`, which no report shows: what you reword there and free
   of its `#` describes your plan.
""",
    "ja": """\
6. 項目の説明はまだなく、なくても差し支えありません。`{name}/prose/` と `{name}/translations/`
   には、参考として「{other}」の説明が `#` の行にあり、報告書には出ません。
   自分の計画の言葉に直して `#` を外したものが、自分の計画の説明になります。
""",
}


def readme(
    plan: Plan[Any],
    name: str,
    language: Language,
    folders: Collection[str],
    *,
    offers: bool = False,
) -> str:
    """The README of a package in *language*.

    Of the folders for texts, those among *folders* are named. *offers*: whether it shows another
    plan's texts.
    """
    template, undecided = (_JA, "未定") if language == "ja" else (_EN, "to be decided; ")
    if language_of(plan) != language:
        undecided = "未定" if language == "en" else "to be decided; "
    lines = template.splitlines(keepends=True)
    for folder in ("prose", "translations"):
        if f"{name}/{folder}" not in folders:
            lines = [it for it in lines if not it.startswith(f"| `{{name}}/{folder}/`")]
    text = "".join(lines).format(name=name, title=_line(plan.title), undecided=undecided)
    if plan.derived_from is None:
        return text
    other = _line(plan.derived_from.title or plan.derived_from.plan)
    more = _DERIVED[language] + (_OFFERED[language] if offers else "")
    return text + more.format(name=name, other=other)


def project_file(plan: Plan[Any], name: str) -> str:
    """The pyproject.toml of a package."""
    description = " ".join(plan.title.split())
    return f"""\
[build-system]
requires = ["hatchling>=1.26"]
build-backend = "hatchling.build"

[project]
name = {toml_string(name.replace("_", "-"))}
version = "0.1.0"
description = {toml_string(description)}
readme = "README.md"
requires-python = ">=3.11"
dependencies = ["planmodel"]

[tool.hatch.build.targets.wheel]
packages = [{toml_string(name)}]

[tool.ruff]
line-length = 100

[tool.pytest.ini_options]
addopts = ["--import-mode=importlib"]
testpaths = ["tests"]
pythonpath = ["."]
"""


def test_file(plan: Plan[Any], name: str) -> str:
    """The test of a package: what holds for every plan, to be continued by its authors."""
    docs = {
        "ja": (
            "計画として成り立っていることの検査。自分の計画の数値をここに書き足す。",
            "識別子の重複、宙に浮いた参照など、誤りも警告もない。",
            "印刷された計画の題名と一致する。",
        ),
        "en": (
            "The package is a plan that holds together. Add the figures of your plan here.",
            "No error and no warning: no id twice, no pointer to nowhere.",
            "The title is the one that is printed.",
        ),
    }[language_of(plan)]
    from planmodel.dsl.source.layout import laid, text

    title = laid(text(plan.title), 4, 0)
    return f'''\
"""{docs[0]}"""

from __future__ import annotations

from planmodel import check

from {name} import plan


def test_the_plan_holds_together() -> None:
    """{docs[1]}"""
    found = [str(it) for it in check(plan) if it.severity != "info"]
    assert found == []


def test_the_title_is_the_printed_one() -> None:
    """{docs[2]}"""
    printed = {title}
    assert plan.title == printed
'''
