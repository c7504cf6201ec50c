"""The module of a package that keeps what it took over: read before it is written anew."""

from __future__ import annotations

import ast
import io
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

from planmodel.dsl.edits import Edit
from planmodel.dsl.source.package_words import DOCS
from planmodel.errors import Problem, UsageError
from planmodel.files import write_bytes
from planmodel.text import say

__all__ = ["ADOPTED", "RECORD", "kept_edits", "write_all"]

RECORD, ADOPTED = "derivation.json", "adopted.py"


def kept_edits(home: Path | None, *, rewrite: bool) -> tuple[Path, list[Edit]]:
    """The folder *home* of a package that is loaded, and what it took over before.

    Raises:
        UsageError: it is no package that keeps such decisions, or holds code of its own in the
            module that does; or a comment, where the module is to be written anew (*rewrite*).
    """
    if home is None or not (home / RECORD).is_file() or not (home / ADOPTED).is_file():
        what = say(
            "decisions are kept in {record} and {adopted} of a package, and there are none here",
            "採否はパッケージの{record}と{adopted}に記録するが、ここにはない",
            record=RECORD,
            adopted=ADOPTED,
        )
        hint = say("such a package is made by: planmodel new", "planmodel new で作成できる")
        raise UsageError(Problem(what, str(home or ""), hint=hint))
    text = (home / ADOPTED).read_text(encoding="utf-8")
    tree = ast.parse(text)
    others = [it for it in tree.body if not _is_expected(it)]
    if others:
        what = say("there is code of its own here", "独自のコードが書かれている")
        expected = say("only imports and the list `adopted`", "インポートと並び `adopted` だけ")
        hint = say("move it to another module", "別のモジュールに移す")
        raise UsageError(Problem(what, f"{home / ADOPTED}:{others[0].lineno}", expected, hint))
    note = min((*_comments(text), *_strings(tree)), default=0)
    if note and rewrite:
        what = say(
            "there is a comment here, and the file is written anew",
            "コメントがあるが、このファイルは書き直されるため残らない",
        )
        hint = say(
            "move it into because= of the edit, or into another module",
            "その変更の because= か、別のモジュールに移す",
        )
        raise UsageError(Problem(what, f"{home / ADOPTED}:{note}", hint=hint))
    module = sys.modules.get(f"{home.name}.adopted")
    return home, list(getattr(module, "adopted", ()))


def _comments(code: str) -> Iterator[int]:
    """The lines of *code* that have a comment."""
    tokens = tokenize.generate_tokens(io.StringIO(code).readline)
    return (it.start[0] for it in tokens if it.type == tokenize.COMMENT)


def _strings(tree: ast.Module) -> Iterator[int]:
    """The lines of texts that stand for themselves, but for the usual one at the top."""
    doc = DOCS["adopted"]
    usual = {doc.in_language("ja"), doc.in_language("en")}
    for at, it in enumerate(tree.body):
        note = it.value if isinstance(it, ast.Expr) else None
        if isinstance(note, ast.Constant) and (at or note.value not in usual):
            yield it.lineno


def _is_expected(it: ast.stmt) -> bool:
    if isinstance(it, (ast.Import, ast.ImportFrom)):
        return True
    if isinstance(it, ast.Expr):
        return isinstance(it.value, ast.Constant)
    target: ast.expr | None = it.target if isinstance(it, ast.AnnAssign) else None
    if isinstance(it, ast.Assign) and len(it.targets) == 1:
        target = it.targets[0]
    return isinstance(target, ast.Name) and target.id == "adopted"


def write_all(files: dict[Path, str]) -> None:
    """Write all *files*, or put back what was there."""
    before = {path: path.read_bytes() if path.exists() else None for path in files}
    written: list[Path] = []
    try:
        for path, text in files.items():
            write_bytes(path, text.encode("utf-8"))
            written.append(path)
    except BaseException:
        for path in written:
            old = before[path]
            if old is None:
                path.unlink(missing_ok=True)
            else:
                write_bytes(path, old)
        raise
