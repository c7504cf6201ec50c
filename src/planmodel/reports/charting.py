"""Charts as coordinates: where every mark, line and number of an indicator's chart stands.

The picture tells its kinds by shape and by line, not by color alone, so that it survives a copier.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from attrs import evolve, frozen

from planmodel.evaluation.background import Point
from planmodel.periods import Period
from planmodel.reports.axes import Scale, at, place_in_time, scale_of, ticks_in_time, width_of
from planmodel.reports.chart import Chart, Label, Line, Plotted, Tick
from planmodel.reports.numbers import text_of_number, told_apart
from planmodel.reports.speaking import Speaker

__all__ = ["KINDS", "OUTLINES", "describe", "draw", "figures_beside"]

KINDS = ("baseline", "actual", "expected", "target", "benchmark")
"""The kinds of points, in the order of the table beside the chart."""

OUTLINES = {
    "baseline": "M-4.5-4.5h9v9h-9z",
    "actual": "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z",
    "expected": "M-7-1h5v2h-5zM2-1h5v2h-5z",
    "target": "M0-6.5L6.5 0L0 6.5L-6.5 0z",
    "benchmark": "M0-5.5L5.5 4.5H-5.5z",
}
"""The outline of each kind's mark around its place, for charts and table heads."""

_WIDTH, _HEIGHT = 440, 230
_TOP, _BOTTOM, _RIGHT = 26, 196, 416
_WIDEST_NAMES = 120.0
_INNER = 22.0
_LEAST_POINTS = 2


@frozen
class _Spot:
    point: Point
    x: float
    y: float


@frozen
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def lies_in(self, other: _Box) -> bool:
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


@frozen
class _Frame:
    """Where values and times come to stand."""

    scale: Scale
    left: float
    first: float
    last: float

    def across(self, time: float) -> float:
        share = 0.5 if self.last == self.first else (time - self.first) / (self.last - self.first)
        return self.left + _INNER + share * (_RIGHT - self.left - 2 * _INNER)

    def down(self, value: float) -> float:
        share = (value - self.scale.low) / (self.scale.high - self.scale.low)
        return _BOTTOM - share * (_BOTTOM - _TOP)

    def spot(self, point: Point) -> _Spot:
        return _Spot(point, self.across(place_in_time(point.period)), self.down(float(point.value)))


def draw(  # noqa: PLR0913 - what a chart shows, and how it is told
    points: Iterable[Point],
    *,
    speaker: Speaker,
    key: str,
    title: str,
    unit: str,
    now: Period | None = None,
) -> Chart | None:
    """The chart of *points*, or ``None`` where they are fewer than two different ones.

    The numbers of the baseline, the targets and the value of *now* (else the last) are printed.
    """
    given = [it for it in points if it.kind in KINDS and it.value.is_finite()]
    if len({(it.period, it.value) for it in given if it.kind != "expected"}) < _LEAST_POINTS:
        return None
    scale = scale_of([float(it.value) for it in given], is_share=unit == "%")
    names = scale.names
    left = min(_WIDEST_NAMES, 14 + max(width_of(name) for name in names))
    times = [place_in_time(it.period) for it in given]
    frame = _Frame(scale, left, min(times), max(times))
    spots = [frame.spot(it) for it in given]
    marks = [it for it in spots if it.point.kind != "expected"]
    return Chart(
        id=key,
        width=_WIDTH,
        height=_HEIGHT,
        left=round(left),
        right=_RIGHT,
        top=_TOP,
        bottom=_BOTTOM,
        title=title,
        description=describe(given, speaker, unit),
        unit=speaker.unit(unit).text,
        rows=tuple(
            Tick(at(frame.down(tick)), name) for tick, name in zip(scale.ticks, names, strict=True)
        ),
        columns=ticks_in_time((it.period for it in given), frame.across, speaker),
        lines=tuple(_lines(spots)),
        marks=tuple(
            Plotted(it.point.kind, at(it.x), at(it.y), OUTLINES[it.point.kind], it.point.synthetic)
            for it in marks
        ),
        labels=tuple(_labels(marks, frame, now)),
    )


def _lines(spots: list[_Spot]) -> Iterator[Line]:
    ways: dict[tuple[str, str], list[_Spot]] = {}
    for kind in ("expected", "benchmark", "actual"):
        for spot in spots:
            if spot.point.kind == kind:
                # A seam between two series that go on as one stays visible.
                series = spot.point.note
                ways.setdefault((kind, series), []).append(spot)
    for (kind, _series), way in ways.items():
        if len(way) >= _LEAST_POINTS:
            way.sort(key=lambda it: it.x)
            yield Line(kind, " ".join(f"{at(it.x)},{at(it.y)}" for it in way))


def _labels(marks: list[_Spot], frame: _Frame, now: Period | None) -> Iterator[Label]:
    """Numbers beside the marks that matter, where they cover neither a mark nor each other."""
    taken = [_Box(it.x - 6, it.y - 6, it.x + 6, it.y + 6) for it in marks]
    room = _Box(frame.left, 4, _WIDTH - 2, _BOTTOM + 2)
    for spot in _worth_a_number(marks, now):
        text = text_of_number(spot.point.value)
        for label, box in _places(spot, text):
            if box.lies_in(room) and not any(box.meets(other) for other in taken):
                taken.append(box)
                yield label
                break


def _worth_a_number(marks: list[_Spot], now: Period | None) -> Iterator[_Spot]:
    """The last two targets, the baseline, and of values and benchmarks that of now or the last."""
    for kind, most in (("target", 2), ("baseline", 1), ("actual", 1), ("benchmark", 1)):
        of_kind = [it for it in marks if it.point.kind == kind]
        of_kind.sort(key=lambda it: (kind != "target" and it.point.period == now, it.x))
        yield from reversed(of_kind[-most:])


def _places(spot: _Spot, text: str) -> Iterator[tuple[Label, _Box]]:
    x, y, width = spot.x, spot.y, width_of(text)
    half = width / 2
    yield Label(at(x), at(y - 11), "middle", text), _Box(x - half, y - 23, x + half, y - 8)
    yield Label(at(x), at(y + 21), "middle", text), _Box(x - half, y + 9, x + half, y + 24)
    yield Label(at(x - 10), at(y + 4), "end", text), _Box(x - 10 - width, y - 8, x - 9, y + 8)
    yield Label(at(x + 10), at(y + 4), "start", text), _Box(x + 9, y - 8, x + 10 + width, y + 8)


def figures_beside(points: Iterable[Point]) -> tuple[Decimal, ...]:
    """The numbers of *points* that the expected ones are read against: all the others."""
    return tuple(it.value for it in points if it.kind != "expected")


def describe(points: Iterable[Point], speaker: Speaker, unit: str) -> str:
    """The points in words, for those who hear the chart; of the expected path only its end."""
    given = sorted(points, key=lambda it: place_in_time(it.period))
    parts: list[str] = []
    for kind in KINDS:
        of_kind = [it for it in given if it.kind == kind]
        if kind == "expected":
            beside = figures_beside(given)
            of_kind = [evolve(it, value=told_apart(it.value, beside)) for it in of_kind[-1:]]
        if of_kind:
            said = [_said(it, speaker, unit) for it in of_kind]
            separator = "、" if speaker.language == "ja" else ", "
            parts.append(f"{speaker.label(kind)}: {separator.join(said)}")
    return ("。" if speaker.language == "ja" else ". ").join(parts)


def _said(point: Point, speaker: Speaker, unit: str) -> str:
    said = f"{speaker.say(point.period)} {speaker.quantity(point.value, unit)}"
    if not point.synthetic:
        return said
    mark = speaker.label("synthetic_mark")
    return f"{said}（{mark}）" if speaker.language == "ja" else f"{said} ({mark})"
