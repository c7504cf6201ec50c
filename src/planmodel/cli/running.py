"""From the words typed to an exit status: language, command, errors."""

from __future__ import annotations

import errno
import io
import os
import sys
from importlib import import_module

from planmodel.cli.parsing import build_parser
from planmodel.cli.wording import choose_language
from planmodel.text import Language, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

__all__ = ["run"]

FINE, BAD_INPUT, INTERRUPTED = 0, 2, 130


def run(arguments: list[str]) -> int:
    """Run one command; never a traceback for what a person typed or wrote."""
    _prepare_streams()
    language = choose_language(arguments, os.environ)
    parser = build_parser(language, arguments)
    is_debugging = False
    try:
        try:
            options = parser.parse_args(arguments)
        except SystemExit as stop:
            sys.stdout.flush()
            return stop.code if isinstance(stop.code, int) else BAD_INPUT
        if options.command is None:
            parser.print_help()
            sys.stdout.flush()
            return BAD_INPUT
        options.asked_lang = options.lang
        options.lang = language
        if _is_stdout(getattr(options, "output", None)):
            options.output = "-"
        is_debugging = options.debug
        command = import_module(f"planmodel.cli.commands.{options.module}")
        status: int = command.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (head, less) has seen enough.
        _give_up_stdout()
        return FINE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if isinstance(error, OSError):
            _give_up_stdout()
        if is_debugging:
            raise
        return _tell(error, language)
    return status


class _Closed(io.TextIOBase):
    """The output that a shell closed with ``>&-``: nothing can be written there."""

    def write(self, _text: str) -> NoReturn:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def _prepare_streams() -> None:
    """Mend what Python leaves open: closed streams, and consoles that cannot show a character."""
    for stream in (sys.stdout, sys.stderr):
        try:  # noqa: SIM105 - contextlib is not loaded otherwise
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
        except (AttributeError, ValueError):
            pass
    if sys.stdout is None:  # pyright: ignore[reportUnnecessaryComparison] - after >&-
        sys.stdout = _Closed()
    if sys.stderr is None:  # pyright: ignore[reportUnnecessaryComparison] - after 2>&-
        sys.stderr = io.StringIO()


def _is_stdout(path: str | None) -> bool:
    """Whether *path* is where the command prints anyway (``/dev/stdout``)."""
    if path in (None, "-"):
        return False
    try:
        return os.path.samestat(os.stat(path), os.fstat(sys.stdout.fileno()))  # noqa: PTH116 - pathlib costs time
    except (OSError, ValueError):
        return False


def _give_up_stdout() -> None:
    """Let what is still to be printed go nowhere, or Python complains of it when it ends."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(error: Exception, language: Language) -> int:
    from planmodel.cli.tables import visible
    from planmodel.errors import PlanmodelError

    if isinstance(error, PlanmodelError):
        lines = error.in_language(language)
        mark = say("error", "エラー").in_language(language)
        sys.stderr.writelines(f"{mark}: {visible(line)}\n" for line in lines.splitlines())
        return BAD_INPUT
    if isinstance(error, OSError) and error.filename is None:
        told = say(
            "error: the output cannot be written: {why}",
            "エラー: 出力できない: {why}",
            why=error.strerror or error,
        )
        sys.stderr.write(told.in_language(language) + "\n")
        return BAD_INPUT
    what = say(
        "this should not have happened ({kind}: {error}); "
        "please report it, with what --debug prints",
        "想定外のエラー（{kind}: {error}）。--debug を付けた出力を添えて報告してほしい",
        kind=type(error).__name__,
        error=error,
    )
    sys.stderr.write(what.in_language(language) + "\n")
    return BAD_INPUT
