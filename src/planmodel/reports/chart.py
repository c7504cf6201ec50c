"""A chart as coordinates, ready to be put into a picture."""

from __future__ import annotations

from attrs import frozen

__all__ = ["Chart", "Label", "Line", "Plotted", "Tick"]


@frozen
class Tick:
    """A place on an axis."""

    at: str
    label: str


@frozen
class Plotted:
    """A mark in a chart: its kind, where it stands, and its outline around that place."""

    kind: str
    x: str
    y: str
    outline: str
    synthetic: bool = False


@frozen
class Line:
    """A line through points, or a band (``kind`` ``band``) as a closed one."""

    kind: str
    points: str


@frozen
class Label:
    """A number beside a mark."""

    x: str
    y: str
    anchor: str
    text: str


@frozen
class Chart:
    """One chart as coordinates; ``title`` and ``description`` tell it to those who do not see."""

    id: str
    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    title: str
    description: str
    unit: str
    rows: tuple[Tick, ...]
    columns: tuple[Tick, ...]
    lines: tuple[Line, ...]
    marks: tuple[Plotted, ...]
    labels: tuple[Label, ...]
