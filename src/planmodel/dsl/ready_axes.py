"""Ready-made axes, by which plans of different issuers can be compared.

``national-2017`` holds the seven priority issues of the first national plan for the prevention of
reoffending (再犯防止推進計画, Cabinet decision of 2017-12-15).
"""

from __future__ import annotations

from planmodel.errors import Problem, UsageError, did_you_mean
from planmodel.model.axes import Axis, Topic
from planmodel.model.facts import Translation
from planmodel.model.ids import Citation
from planmodel.text import say

__all__ = ["ready_axis", "ready_axis_names", "ready_axis_translation"]

_SOURCE = Citation("再犯防止推進計画（平成29年12月15日閣議決定）の重点課題")
_NATIONAL_2017 = (
    ("就労・住居の確保等", "Securing employment and housing"),
    (
        "保健医療・福祉サービスの利用の促進等",
        "Promoting the use of health, medical and welfare services",
    ),
    ("学校等と連携した修学支援の実施等", "Support for education in cooperation with schools"),
    (
        "犯罪をした者等の特性に応じた効果的な指導の実施等",
        "Effective guidance according to the characteristics of offenders",
    ),
    (
        "民間協力者の活動の促進等、広報・啓発活動の推進等",
        "Promoting the activities of private cooperators, publicity and awareness-raising",
    ),
    ("地方公共団体との連携強化等", "Closer cooperation with local governments"),
    (
        "関係機関の人的・物的体制の整備等",
        "Staff and facilities of the organizations concerned",
    ),
)
_AXES = {
    "national-2017": (
        "第1次再犯防止推進計画の7つの重点課題",
        "Seven priority issues of the first national plan (2017)",
        _NATIONAL_2017,
    )
}


def ready_axis_names() -> tuple[str, ...]:
    """The ids of the axes that planmodel ships."""
    return tuple(_AXES)


def _found(name: str) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    if name not in _AXES:
        what = say("there is no ready-made axis {name!r}", "既成の軸{name!r}はない", name=name)
        raise UsageError(Problem(what, "axis", hint=did_you_mean(name, _AXES)))
    return _AXES[name]


def ready_axis(name: str) -> Axis:
    """The axis *name* with its topics; topic ids are ``national-2017-1`` and so on.

    Raises:
        UsageError: planmodel ships no such axis.

    >>> [topic.number for topic in ready_axis("national-2017").topics]
    ['1', '2', '3', '4', '5', '6', '7']
    """
    title, _, topics = _found(name)
    return Axis(
        name,
        title,
        source=_SOURCE,
        topics=tuple(
            Topic(f"{name}-{number}", words, number=str(number), source=_SOURCE)
            for number, (words, _) in enumerate(topics, start=1)
        ),
    )


def ready_axis_translation(name: str, language: str = "en") -> Translation:
    """The titles of the axis and its topics in another language (our own translation).

    Raises:
        UsageError: planmodel ships no such axis, or not in that language.
    """
    _, title, topics = _found(name)
    if language != "en":
        what = say("only English is there", "英語訳だけがある")
        raise UsageError(Problem(what, "language", "en"))
    rows = [(f"{name}-{number}", words) for number, (_, words) in enumerate(topics, start=1)]
    return Translation(language, titles=((name, title), *rows))
