"""Descriptions and translations are read from files that need no Python."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import planmodel
from planmodel.dsl.texts import read_prose, read_translation
from planmodel.errors import DocumentError
from planmodel.model.facts import Prose, Translation
from planmodel.model.ids import Citation

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).filter(
    lambda text: text == text.strip() and bool(text)
)
TEXTS = st.lists(WORDS, max_size=5).map(
    lambda texts: {f"thing-{position}": text for position, text in enumerate(texts)}
)


def toml(text: Mapping[str, str]) -> str:
    """A table of texts as TOML; a JSON string without surrogate escapes is a TOML string."""
    return "".join(
        f"{json.dumps(key, ensure_ascii=False)} = {json.dumps(words, ensure_ascii=False)}\n"
        for key, words in text.items()
    ).replace("\x7f", "\\u007f")


def wrong(path: Path, text: str | bytes, reader: str = "read_translation") -> list[str]:
    """The problems that reading *text* gives, one line each."""
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    read = read_prose if reader == "read_prose" else read_translation
    with pytest.raises(DocumentError) as caught:
        read(path)
    lines = str(caught.value).splitlines()
    assert all(line.startswith(str(path)) for line in lines)
    japanese = caught.value.in_language("ja").splitlines()
    assert not any(line.removeprefix(str(path)).isascii() for line in japanese)
    return [line.removeprefix(str(path)) for line in lines]


def test_a_description_is_a_text_or_a_table_with_its_place(tmp_path: Path) -> None:
    """Both forms are read, in the order of the file."""
    path = tmp_path / "ja.toml"
    path.write_text(
        '[prose]\nplan = "計画。"\n'
        'work = { text = "働く。", place = "Ⅵ イ", document = "draft" }\n'
        '"a.b" = """\n二行\nの文。\n"""\n',
        encoding="utf-8",
    )
    assert read_prose(path) == (
        Prose("plan", "計画。"),
        Prose("work", "働く。", source=Citation("Ⅵ イ", "draft")),
        Prose("a.b", "二行\nの文。"),
    )


def test_a_translation_has_three_tables_and_each_may_be_absent(tmp_path: Path) -> None:
    """Titles and prose stand by id, phrases by the printed words; a byte order mark is no harm."""
    path = tmp_path / "en.toml"
    path.write_text(
        'language = "en"\n[titles]\nplan = "Plan"\n[phrases]\n"人" = "people"\n',
        encoding="utf-8-sig",
    )
    assert read_translation(str(path)) == Translation(
        "en", titles=(("plan", "Plan"),), phrases=(("人", "people"),)
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(titles=TEXTS, prose=TEXTS, phrases=st.dictionaries(WORDS, WORDS, max_size=5))
def test_what_is_written_is_read(
    tmp_path: Path, titles: dict[str, str], prose: dict[str, str], phrases: dict[str, str]
) -> None:
    """Any words come back as they were, in their order."""
    path = tmp_path / "en.toml"
    text = (
        f'language = "en"\n[titles]\n{toml(titles)}[prose]\n{toml(prose)}[phrases]\n{toml(phrases)}'
    )
    path.write_text(text, encoding="utf-8", newline="\n")
    assert read_translation(path) == Translation(
        "en", tuple(titles.items()), tuple(prose.items()), tuple(phrases.items())
    )
    path.write_text(f"[prose]\n{toml(prose)}", encoding="utf-8", newline="\n")
    assert read_prose(path) == tuple(Prose(key, words) for key, words in prose.items())


def test_all_problems_of_a_translation_are_named_at_once(tmp_path: Path) -> None:
    """Six faults give six lines, each with its key."""
    lines = wrong(
        tmp_path / "en.toml",
        'language = "English please"\nphrase = 1\nprose = "text"\n'
        '[titles]\nPlan_A = "A"\nwork = 7\nempty = " "\n',
    )
    assert [line.split(": ")[1] for line in lines] == [
        "phrase",
        "language",
        "titles.Plan_A",
        "titles.work",
        "titles.empty",
        "prose",
    ]
    assert "did you mean phrases?" in lines[0]
    assert 'expected language = "en"' in lines[1]
    assert "did you mean 'plan-a'?" in lines[2]


def test_all_problems_of_descriptions_are_named_at_once(tmp_path: Path) -> None:
    """A wrong kind, an unknown key, a source without a place and an unquoted dot are all found."""
    lines = wrong(
        tmp_path / "ja.toml",
        '[prose]\nwork = 3\nhome = { text = "家。", plaec = "Ⅵ" }\n'
        'care = { text = "世話。", document = "draft" }\na.b = "点。"\n',
        "read_prose",
    )
    assert [line.split(": ")[1] for line in lines] == [
        "prose.work",
        "prose.home.plaec",
        "prose.care",
        "prose.a",
    ]
    assert "did you mean place?" in lines[1]
    assert "in quotation marks" in lines[3]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "the table [prose] is missing"),
        ("prose = 1", "'prose' is no table"),
        ('language = "en"\n[prose]', "read it with read_translation"),
        ('[prose]\nwork = "a"\nwork = "b"', "not TOML"),
        ("[prose", "not TOML"),
        ("[prose]\nwork = " + "[" * 100_000, "not TOML"),
        ("[prose]\nwork = '仕事'".encode("cp932"), "not UTF-8"),
    ],
)
def test_a_file_that_is_no_prose_is_refused(
    tmp_path: Path, text: str | bytes, complaint: str
) -> None:
    """Each fault is said in a sentence."""
    (line,) = wrong(tmp_path / "ja.toml", text, "read_prose")
    assert complaint in line


def test_an_absent_file_is_named(tmp_path: Path) -> None:
    """A path without a file is an error with the path."""
    for read in (read_prose, read_translation):
        with pytest.raises(DocumentError, match=r"nowhere\.toml: there is no such file"):
            read(tmp_path / "nowhere.toml")


def test_both_readers_stand_at_the_front_door() -> None:
    """An author finds them in ``planmodel``."""
    assert planmodel.read_prose is read_prose
    assert planmodel.read_translation is read_translation
