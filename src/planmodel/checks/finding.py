"""Findings: what a rule found, where it stands, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, Literal, TypeAlias

from attrs import field, frozen

from planmodel.model.origins import Origin
from planmodel.text import Language, Text, in_language, say

__all__ = ["SEVERITIES", "Finding", "Severity", "summary"]

Severity: TypeAlias = Literal["error", "warning", "info"]
"""Wrong, doubtful, or worth knowing."""

SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "info")
"""From the gravest down."""

SEVERITY_WORDS: Final[dict[Severity, Text]] = {
    "error": say("error", "誤り"),
    "warning": say("warning", "警告"),
    "info": say("info", "情報"),
}


def _to_text(value: Text | str) -> Text:
    return value if isinstance(value, Text) else Text(value, value)


@frozen(repr=False)
class Finding:
    """One thing that a rule found in a plan or in its observations.

    Findings sort by severity, then by place.

    Attributes:
        code: the code of the rule (PM101), which never changes its meaning.
        name: the name of the rule (dangling-reference).
        severity: error, warning or info.
        about: the id of the thing concerned.
        place: the file and line, or the path in a document, where it was written.
        message: what is the matter.
        hint: what to do, if there is something to say.
    """

    code: str
    name: str
    severity: Severity
    about: str
    place: Origin
    message: Text
    hint: Text = field(default=Text("", ""), converter=_to_text)

    def sort_key(self) -> tuple[int, str, int, str, str, str]:
        """Severity first, then the place, then the code and the thing."""
        place = self.place
        rank = SEVERITIES.index(self.severity)
        return (rank, place.file, place.line, place.path, self.code, self.about)

    def __lt__(self, other: Finding) -> bool:
        if not isinstance(other, Finding):  # pyright: ignore[reportUnnecessaryIsInstance]
            return NotImplemented
        return self.sort_key() < other.sort_key()

    def in_language(self, language: Language) -> str:
        """The finding as one line of *language*."""
        severity = SEVERITY_WORDS[self.severity].in_language(language)
        where = f"{self.place}: " if str(self.place) else ""
        message = in_language(self.message, language)
        hint = in_language(self.hint, language)
        if hint:
            end = "。" if language == "ja" else ". "
            message = f"{message.rstrip('。.')}{end}{hint}"
        line = f"{where}{severity} {self.code} {self.name} [{self.about}]: {message}"
        return " ".join(line.split())

    def to_dict(self) -> dict[str, Any]:
        """The finding as plain data, with message and hint in both languages."""
        return {
            "code": self.code,
            "name": self.name,
            "severity": self.severity,
            "about": self.about,
            "file": self.place.file,
            "line": self.place.line,
            "path": self.place.path,
            "message": _both(self.message),
            "hint": _both(self.hint),
        }

    def __str__(self) -> str:
        return self.in_language("en")

    def __repr__(self) -> str:
        return f"Finding({str(self)!r})"


def _both(text: Text) -> dict[str, str]:
    return {"en": text.in_language("en"), "ja": text.in_language("ja")}


def summary(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many *findings* there are of each severity, the gravest first."""
    counts: dict[Severity, int] = dict.fromkeys(SEVERITIES, 0)
    for finding in findings:
        counts[finding.severity] += 1
    return counts
