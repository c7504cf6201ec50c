"""The commands and their options; nothing of the library is loaded to print help."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from planmodel.cli.commands import COMMANDS
from planmodel.cli.wording import translate_complaint, wrapped
from planmodel.text import Language, Text, in_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn

__all__ = ["Adder", "build_parser"]


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with room for Japanese, and its usage line in the language."""

    language: Language = "en"

    def __init__(self, prog: str) -> None:
        # argparse wraps the usage by characters, and its Japanese heading is wider than long.
        super().__init__(prog, max_help_position=28, width=92 if self.language == "ja" else 96)

    def _split_lines(self, text: str, width: int) -> list[str]:
        """*text* in lines of *width* columns; a wide character takes two, and breaks anywhere."""
        return wrapped(text, width)

    def add_argument(self, action: argparse.Action) -> None:
        """As usual, with room for the two columns by which commands are indented."""
        super().add_argument(action)
        for command in getattr(action, "_get_subactions", tuple)():
            room = len(str(command.metavar)) + self._current_indent + 2 * self._indent_increment
            self._action_max_length = max(self._action_max_length, room)

    def add_usage(self, usage, actions, groups, prefix=None) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001 - argparse's own signature
        if prefix is None and self.language == "ja":
            prefix = "使い方: "
        super().add_usage(usage, actions, groups, prefix)


class _JapaneseFormatter(_Formatter):
    language: Language = "ja"


class _Parser(argparse.ArgumentParser):
    """A parser that complains in the language, with exit status 2."""

    language: Language = "en"

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        mark = "エラー" if self.language == "ja" else "error"
        told = translate_complaint(message, self.language)
        choice = re.search(r"invalid choice: '(.*)' \(choose from (.+)\)$", message, re.DOTALL)
        if choice is not None:
            from planmodel.errors import did_you_mean

            # Some Pythons quote the choices, some do not.
            known = [it.strip(" '") for it in choice[2].split(",")]
            near = in_language(did_you_mean(choice[1], known), self.language)
            told += f". {near}" if near and self.language == "en" else near and f"。{near}"
        self.exit(2, f"{self.prog}: {mark}: {told}\n")

    def _print_message(self, message: str, file: Any = None) -> None:  # noqa: ANN401 - argparse keeps its type private
        # argparse keeps silent where the output cannot be written.
        (file or sys.stderr).write(message)


class _JapaneseParser(_Parser):
    language: Language = "ja"


Words = Callable[[str, str], str]


def build_parser(language: Language, arguments: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of the command line, its help in *language*.

    Only the commands among *arguments* get their options: adding them all costs more time than
    everything else on the way to a page of help. Where a command comes first, no other one can be
    meant or listed, and it is the only one.
    """
    kind = _JapaneseParser if language == "ja" else _Parser

    def words(en: str, ja: str) -> str:
        return Text(en, ja).in_language(language)

    parser = kind(
        prog="planmodel",
        description=words(
            "Model, check, judge and report plans of governments.",
            "行政計画をモデル化し、点検・評価・報告する。",
        ),
        epilog=words(
            "Exit status: 0 fine, 1 findings, 2 bad usage or input.",
            "終了コード: 0 正常、1 指摘あり、2 使い方や入力の誤り。",
        ),
        formatter_class=_formatter(language),
        add_help=False,
    )
    _common(parser, words)
    parser.add_argument(
        "--version",
        action="version",
        version=f"planmodel {_version()}",
        help=words("print the version", "版を表示する"),
    )
    commands = parser.add_subparsers(
        dest="command",
        metavar=words("COMMAND", "コマンド"),
        parser_class=kind,
        title=words("commands", "コマンド"),
    )
    _name_groups(parser, words)
    first = tuple(arguments[:1])
    for name in first if first and first[0] in COMMANDS else COMMANDS:
        command = import_module(f"planmodel.cli.commands.{name.replace('-', '_')}")
        command.add(Adder(commands, name, language, words, is_asked=name in arguments))
    return parser


def _formatter(language: Language) -> type[_Formatter]:
    return _JapaneseFormatter if language == "ja" else _Formatter


def _version() -> str:
    from planmodel import __version__

    return __version__


def _common(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "-h", "--help", action="help", help=words("show this help", "この説明を表示する")
    )
    parser.add_argument(
        "--lang",
        choices=("ja", "en"),
        default=None,
        help=words("language of the output", "出力の言語"),
    )
    parser.add_argument(
        "--debug",
        action="store_true",
        help=words("show tracebacks", "エラーの詳細（トレースバック）を表示する"),
    )


def _name_groups(parser: argparse.ArgumentParser, words: Words) -> None:
    titles = {"positional arguments": ("arguments", "引数"), "options": ("options", "オプション")}
    for group in parser._action_groups:  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - no public way
        if group.title in titles:
            group.title = words(*titles[group.title])


class Adder:
    """Adds one command, with the options that several commands share."""

    parser: argparse.ArgumentParser

    def __init__(
        self,
        commands: Any,  # noqa: ANN401 - argparse keeps the class of its sub-commands private
        name: str,
        language: Language,
        words: Words,
        *,
        is_asked: bool,
    ) -> None:
        self.is_asked = is_asked
        self.commands = commands
        self.name = name
        self.language: Language = language
        self.words = words

    def start(self, purpose: Text, examples: str) -> None:
        """Begin the command: what it is for, and examples to copy."""
        text = purpose.in_language(self.language)
        # add_help=False: the usual -h would load what measures the terminal.
        if not self.is_asked:
            self.parser = self.commands.add_parser(self.name, help=text, add_help=False)
            return
        self.parser = self.commands.add_parser(
            self.name,
            help=text,
            description=text,
            epilog=self.words("examples:", "例:") + "\n" + examples,
            formatter_class=_formatter(self.language),
            add_help=False,
        )
        self.parser.set_defaults(module=self.name.replace("-", "_"))
        _name_groups(self.parser, self.words)
        _common(self.parser, self.words)

    def option(self, *names: str, en: str, ja: str, **more: object) -> None:
        """One option or argument with its help in both languages."""
        if not self.is_asked:
            return
        self.parser.add_argument(*names, help=self.words(en, ja), **more)  # type: ignore[arg-type]

    def plan(self, name: str = "plan") -> None:
        """The plan to read."""
        self.option(
            name,
            metavar="PLAN",
            en="a folder, a .py or .json file, a module, or module:attribute",
            ja="計画のフォルダ、.py か .json のファイル、モジュール、またはモジュール:属性",
        )

    def output(
        self,
        *,
        required: bool = False,
        en: str = "write to this file or folder instead of the terminal (-: the terminal)",
        ja: str = "画面の代わりにこのファイル・フォルダへ書き出す（-: 画面）",
    ) -> None:
        """Where to write."""
        self.option("-o", "--output", metavar="PATH", required=required, en=en, ja=ja)

    def json(self) -> None:
        """For machines."""
        self.option("--json", action="store_true", en="print JSON", ja="JSONで出力する")

    def observations(self) -> None:
        """Which facts to use."""
        self.option(
            "--observations",
            metavar="PATH",
            action="append",
            en="CSV file or folder with actuals (default: beside the plan; repeatable)",
            ja="実績のCSVファイルまたはフォルダ（省略時は計画に添えられたもの、複数指定可）",
        )
        self.option(
            "--synthetic",
            action="store_true",
            en="use the synthetic observations beside the plan; every output says so",
            ja="計画に添えられた合成データを使う（すべての出力に明記される）",
        )

    def clocks(self, *, rules: bool = True) -> None:
        """The year judged, the day up to which facts count, and the rule."""
        self.option(
            "--period",
            metavar="FY2020",
            required=True,
            en="the year that is judged",
            ja="評価する年度（FY2020、令和2年度など）",
        )
        self.option(
            "--as-of",
            metavar="DATE",
            en="facts known after this day are not used (2021-10-31)",
            ja="この日より後に判明した事実は使わない（2021-10-31）",
        )
        if rules:
            self.option(
                "--rules",
                metavar="RULE",
                default=None,
                en="a shipped grading rule or a rule file (default: on-pace)",
                ja="評価ルールの名前またはファイル（省略時: on-pace）",
            )
