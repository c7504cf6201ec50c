"""What is written as a list is held as a tuple, so that equal things compare equal and hash."""

from __future__ import annotations

from planmodel.model.axes import Axis, Topic
from planmodel.model.indicators import Benchmark, Lineage, Stock


def test_lists_of_an_indicator_are_tuples() -> None:
    """Parts, benchmarks and lineages compare and hash whichever way they were written."""

    def indicator(kind: type[list[object] | tuple[object, ...]]) -> Stock:
        return Stock(
            "a",
            "A",
            unit="人",
            parts=kind([Stock("b", "B", unit="人")]),  # type: ignore[arg-type]
            benchmarks=kind([Benchmark("c", "C")]),  # type: ignore[arg-type]
            replaces=kind([Lineage("d", "unclear")]),  # type: ignore[arg-type]
        )

    assert indicator(list) == indicator(tuple)
    assert hash(indicator(list)) == hash(indicator(tuple))


def test_topics_of_an_axis_are_a_tuple() -> None:
    """The same holds for an axis."""
    topics = [Topic("t", "T")]
    assert Axis("a", "A", topics=topics) == Axis("a", "A", topics=tuple(topics))  # type: ignore[arg-type]
