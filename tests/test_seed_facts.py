"""The facts of the seed document, and the tool that reads them off."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import read_seed

SMALL_SEED = """\
# 小さな計画 (第1期)

案

抜粋

平成31年 月

小県

## I はじめに

平成14年の1,000件から、平成29年には600件まで減少しました。

#### (4) 国の動き

##### ①刑法改正

平成 29 年 6 月 23 日に公布、同年 7 月 13 日に施行されました。

#### (4) 再犯防止

「住まいの支援(55.7%)」が最も多く、「広報の実施」が必要という回答も約3割(30.6%)あります。

## IV 枠組

この計画の取組期間は、2019年度から2021年度までの3カ年です。
①支援、②安全確保、③管理を3本柱に取り組みます。

### 〔2つの行動〕

- 行動1 地域をつくる
- 行動2 再犯を防ぐ

## 活動指標

活 動 指 標\t\t2017 (H29)\t2021 目標
行動1\t①組織の数 [安全課]\t2,329組*\t2,500組*
\t②解消率(累計)【新】 [教育課]\t89.0% (全国 85.8%)\t全国平均以上
行動2\t③支援件数(累計) [福祉課]\t23件\t62件

## VI 具体的取組

2つの行動\t\t行 動 の 柱
行動1\t地域をつくる\tア 情報の提供 イ 意識の高揚
行動2\t再犯を防ぐ\tア 理解の促進 イ 就労支援

## 行動2 再犯を防ぐ

### 行動2 再犯を防ぐ

ア 理解の促進

イ 就労支援

## ア 理解の促進

(啓発)

#### ■周知 (総務部・福祉部)

## イ 就労支援

#### (定着)

### ■職場定着を支援 (労働部)
"""


def facts_of(text: str) -> dict[str, list[dict[str, object]]]:
    """The facts of *text* as the fixture would hold them."""
    facts: dict[str, list[dict[str, object]]] = json.loads(
        read_seed.facts_as_json(read_seed.read_seed(text))
    )
    return facts


def seed_path(checkout: Path) -> Path:
    """Where the seed document is, on a machine that has it."""
    named = os.environ.get("PLANMODEL_SEED")
    return Path(named) if named else checkout.parent / "shared" / "seed" / "hyogo_5th.md"


@pytest.mark.outside
def test_the_fixture_is_what_the_document_says(checkout: Path, tmp_path: Path) -> None:
    """Reading the document again gives the committed fixture, character for character."""
    seed = seed_path(checkout)
    if not seed.exists():
        pytest.skip(f"the seed document is not here ({seed.name}; name it in PLANMODEL_SEED)")
    output = tmp_path / "facts.json"
    assert read_seed.main([str(seed), "--output", str(output)]) == 0
    committed = checkout / "tests" / "fixtures" / "hyogo_seed_facts.json"
    assert output.read_text(encoding="utf-8") == committed.read_text(encoding="utf-8")


def test_the_fixture_counts_what_the_plan_is_known_for(checkout: Path) -> None:
    """8 actions, 30 pillars, 15 indicators, and 22 measures under 11 headings in 4 pillars."""
    path = checkout / "tests" / "fixtures" / "hyogo_seed_facts.json"
    facts = json.loads(path.read_text(encoding="utf-8"))
    counts = {name: len(facts[name]) for name in ("actions", "pillars", "indicators", "measures")}
    assert counts == {"actions": 8, "pillars": 30, "indicators": 15, "measures": 22}
    assert len({(row["pillar"], row["heading"]) for row in facts["measures"]}) == 11
    assert {row["action"] for row in facts["measures"]} == {7}


def test_an_indicator_row_is_taken_apart() -> None:
    """Mark, brackets and department are fields; figures stay as printed, with unit and mark."""
    first, second, _ = facts_of(SMALL_SEED)["indicators"]
    assert first == {
        "action": 1,
        "mark": "①",
        "title": "組織の数",
        "is_cumulative": False,
        "is_new": False,
        "department": "安全課",
        "baseline": "2,329組*",
        "baseline_benchmark": None,
        "target": "2,500組*",
    }
    assert (second["title"], second["is_cumulative"], second["is_new"]) == ("解消率", True, True)
    assert (second["baseline"], second["baseline_benchmark"]) == ("89.0%", "全国 85.8%")


def test_measures_are_found_at_every_heading_depth() -> None:
    """A ■ belongs to the brackets and the pillar before it, however deep its heading is."""
    rows = facts_of(SMALL_SEED)["measures"]
    assert [(row["pillar"], row["heading"], row["title"]) for row in rows] == [
        ("ア", "啓発", "周知"),
        ("イ", "定着", "職場定着を支援"),
    ]
    assert rows[0]["departments"] == ["総務部", "福祉部"]


def test_figures_in_sentences_are_found() -> None:
    """Survey shares, recorded crimes and the dates of laws are read off the text."""
    facts = facts_of(SMALL_SEED)
    assert [row["share"] for row in facts["survey"]] == ["55.7%", "30.6%"]
    assert [row["year"] for row in facts["recorded_crimes"]] == ["平成14年", "平成29年"]
    assert facts["laws"][0]["dates"] == ["平成29年6月23日", "平成29年7月13日"]


@pytest.mark.parametrize(
    ("printed", "changed", "complaint"),
    [
        ("〔2つの行動〕", "〔3つの行動〕", "3 行動 announced"),
        ("- 行動2 再犯を防ぐ", "- 行動2 再犯を減らす", "行動 differ"),
        ("ア 理解の促進 イ 就労支援\n", "ア 理解の促進\n", "only in the headings: ['就労支援']"),
        ("\nイ 就労支援\n\n## ア", "\n## ア", "the contents of 行動2"),
        ("ア 情報の提供 イ 意識", "ア 情報の提供 ウ 意識", "letters of the 行動の柱"),
        ("## 行動2 再犯を防ぐ", "## 行動2 再犯をなくす", "is not in the list of 行動"),
        ("③支援件数", "④支援件数", "numbered ①②④"),
        (" [福祉課]", "", "cannot be read"),
        ("\n行動2\t③", "\n\t③", "belong to the 行動 [1, 1, 1]"),
        ("### ■職場定着を支援 (労働部)", "### ■職場定着を支援", "cannot be read or placed"),
        ("### ■職場定着を支援 (労働部)", "", "without a 取組"),
        ("平成31年 月\n", "平成31年 月\n\n■忘れられた取組 (総務部)\n", "the cover has four lines"),
        ("この計画の", "■この計画の", "has 3 ■, of which 2 were read"),
        ("最も多く", "最も多く(12.3%)", "the survey prints"),
        ("1,000件から", "1,000件から5件減り", "chapter I prints"),
        ("平成 29 年 6 月 23 日", "平成 29 年 6 月", "no date under"),
        ("2,329組*\t2,500組*", "2,329組*", "another width"),
    ],
)
def test_a_document_that_disagrees_with_itself_is_refused(
    printed: str, changed: str, complaint: str
) -> None:
    """Whatever is missing in one of the places that name it is an error that says so."""
    assert printed in SMALL_SEED
    with pytest.raises(read_seed.SeedError) as caught:
        read_seed.read_seed(SMALL_SEED.replace(printed, changed, 1))
    assert complaint in str(caught.value)


def test_all_disagreements_are_named_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two faults give two lines, exit status 1, and no file."""
    broken = SMALL_SEED.replace("最も多く", "最も多く(12.3%)").replace(
        "1,000件から", "1,000件から5件"
    )
    seed, output = tmp_path / "seed.md", tmp_path / "facts.json"
    seed.write_text(broken, encoding="utf-8")
    assert read_seed.main([str(seed), "--output", str(output)]) == 1
    said = capsys.readouterr().err
    assert "the survey prints" in said
    assert "chapter I prints" in said
    assert not output.exists()


def test_an_absent_document_is_bad_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A path without a file is exit status 2 and a sentence."""
    assert read_seed.main([str(tmp_path / "nowhere.md")]) == 2
    assert "no such file" in capsys.readouterr().err
