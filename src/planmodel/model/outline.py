"""The outline: sections and measures, written in brackets and checked as they are put together."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Never, Self, TypeVar, cast

from attrs import field, frozen

from planmodel.errors import ModelError, Problem
from planmodel.model.absence import NotStated
from planmodel.model.axes import Tag, to_tags
from planmodel.model.ids import Entity, Ref, RefKind, as_tuple, ref_to, text_problem
from planmodel.model.indicators import Indicator, to_indicators
from planmodel.model.numbering import Numbering, numbering
from planmodel.model.organisations import (
    Department,
    Partner,
    to_department_or_absence,
    to_departments_or_absence,
    to_partners,
)
from planmodel.model.typing_checks import Checked
from planmodel.model.words import Level, LevelForm, child_types, own_fields
from planmodel.text import say

__all__ = ["Child", "Measure", "Node", "Relisted", "Section"]


N = TypeVar("N", bound="Node")


def _to_node(value: Node | Ref[Node]) -> Ref[Node]:
    return ref_to(value, "node", "Relisted")


@frozen
class Relisted(Checked):
    """A node listed again (再掲) where another section owns it: ``Relisted(retention)``."""

    of: Ref[Any] = field(converter=_to_node)
    fixed_number: str = field(default="", kw_only=True, alias="number")

    @property
    def id(self) -> str:
        """The id of the node that is listed again."""
        return self.of.id


_SLOTTED: dict[type[Any], bool] = {}


def _copied(node: N) -> N:
    """A copy of *node*; what `copy.copy` does, in a third of the time where there are no slots."""
    cls = type(node)
    slotted = _SLOTTED.get(cls)
    if slotted is None:
        slotted = _SLOTTED[cls] = any(vars(base).get("__slots__") for base in cls.__mro__)
    if slotted:
        return copy.copy(node)
    other = object.__new__(cls)
    vars(other).update(vars(node))
    return other


@frozen(slots=False)
class Node(Entity):
    """A place in the outline.

    Attributes:
        title: the printed words without number and brackets.
        departments: those responsible, in printed order, without a lead among them.
        lead: the one in the lead, where the plan names one.
        partners: organisations outside the issuer that take part.
        measured_by: the indicators attached here.
        tags: topics of crossing axes.
        is_new: whether the document marks it 【新】.
        number: the printed number; computed from position and style unless given.
        word, level: the plan's word for its level, and the level as data.
    """

    ref_kind: ClassVar[RefKind] = "node"
    form: ClassVar[LevelForm]
    class_word: ClassVar[str] = ""
    class_numbering: ClassVar[str] = ""

    title: str
    _departments: tuple[Ref[Department], ...] | NotStated = field(
        default=(),
        kw_only=True,
        repr=False,
        converter=to_departments_or_absence,
        alias="departments",
    )
    lead: Ref[Department] | NotStated | None = field(
        default=None, kw_only=True, repr=False, converter=to_department_or_absence
    )
    partners: tuple[Ref[Partner], ...] = field(
        default=(), kw_only=True, repr=False, converter=to_partners
    )
    measured_by: tuple[Ref[Indicator], ...] = field(
        default=(), kw_only=True, repr=False, converter=to_indicators
    )
    tags: tuple[Tag, ...] = field(default=(), kw_only=True, repr=False, converter=to_tags)
    is_new: bool = field(default=False, kw_only=True, repr=False)
    fixed_number: str = field(default="", kw_only=True, repr=False, alias="number")
    placed_number: str = field(default="", init=False, eq=False, repr=False)

    def __init_subclass__(
        cls, *, word: str | None = None, numbering: str | None = None, **more: object
    ) -> None:
        super().__init_subclass__(**more)
        # A slotted attrs class is made twice, the second time without the keywords.
        own = vars(cls)
        cls.class_word = word or own.get("class_word") or cls.__name__
        if numbering is not None:
            cls.class_numbering = numbering

    @property
    def departments(self) -> tuple[Ref[Department], ...]:
        """Those responsible; empty where there are none or they are not stated."""
        return () if isinstance(self._departments, NotStated) else self._departments

    @property
    def word(self) -> str:
        """The plan's word for this level."""
        return self.class_word

    @property
    def numbering(self) -> Numbering:
        """The style of this level's numbers."""
        return numbering(self.class_numbering)

    @property
    def level(self) -> Level:
        """This level as data."""
        return level_of(type(self))

    @property
    def number(self) -> str:
        """The number as printed: given by hand, or from position and style once placed."""
        return self.fixed_number or self.placed_number

    @property
    def heading(self) -> str:
        """Number and title as the plan prints them."""
        return self.numbering.heading(self.number, self.title)

    @property
    def children(self) -> tuple[Node | Relisted, ...]:
        """What stands under this node, in document order."""
        return ()

    def problems(self) -> Iterator[Problem]:
        """What is wrong with this node in itself."""
        yield from Entity.problems(self)
        problem = text_problem(self.title, "title")
        if problem is not None:
            yield problem

    def placed(self, number: str, children: tuple[Node | Relisted, ...] | None = None) -> Self:
        """A copy that knows its *number* (and its placed *children*); it equals this node."""
        other = _copied(self)
        object.__setattr__(other, "placed_number", number)
        if children is not None:
            object.__setattr__(other, "_children", children)
        return other


@frozen(slots=False)
class Measure(Node):
    """A measure (取組): what is done, by whom. The leaf of an outline."""

    form: ClassVar[LevelForm] = "measure"
    class_word: ClassVar[str] = "取組"
    class_numbering: ClassVar[str] = "■"

    if not TYPE_CHECKING:
        # Type checkers refuse the brackets because they are not there; Python would not say why.
        def __getitem__(self, _children: object) -> Never:
            """Refuse children: a measure has none.

            Raises:
                ModelError: always.
            """
            name = type(self).__name__
            raise ModelError(
                Problem(
                    say("a measure has no children", "取組に下位の項目は置けない"),
                    where=f"{name}({self.id!r})",
                    hint=say(
                        "derive {name} from Section[…] to let it have some",
                        "置くには{name}をSection[…]から派生させる",
                        name=name,
                    ),
                )
            )


Child = TypeVar("Child", bound=Node | Relisted)


def _to_children(value: Any) -> Any:  # noqa: ANN401 - checked by the node, which knows its class
    if isinstance(value, (NotStated, tuple)):
        return cast("object", value)
    return as_tuple(value, "children")


@frozen(slots=False)
class Section(Node, Generic[Child]):
    """A level with children: ``class Pillar(Section[Group | Measure], word="行動の柱")``.

    The children are written in brackets, ``Pillar("work", "…")[Measure(…), Measure(…)]``,
    or are not stated, ``Pillar("work", "…")[NotStated("the extract prints only 行動7")]``.

    Raises:
        ModelError: a child of a class that the level does not take.
    """

    form: ClassVar[LevelForm] = "section"

    _children: tuple[Child, ...] | NotStated = field(
        default=(), kw_only=True, repr=False, alias="children", converter=_to_children
    )

    @property
    def children(self) -> tuple[Child, ...]:
        """What stands here, in document order; empty where there is nothing or it is not stated."""
        return () if isinstance(self._children, NotStated) else self._children

    @property
    def child_words(self) -> tuple[str, ...]:
        """The words that may stand here; empty where every node may."""
        return tuple(
            one.class_word if issubclass(one, Node) else one.__name__
            for one in child_types(type(self))
        )

    def takes(self, child: object) -> bool:
        """Whether *child* may stand under this section."""
        return isinstance(child, child_types(type(self)) or (Node, Relisted))

    def problems(self) -> Iterator[Problem]:
        """What is wrong with this section in itself."""
        yield from Node.problems(self)
        for position, child in enumerate(self.children, start=1):
            if not self.takes(child):
                yield wrong_child(child, type(self).__name__, position, self.child_words)

    def __getitem__(self, children: Child | tuple[Child, ...] | NotStated) -> Self:
        """This section with *children*."""
        if self.children or self.not_stated("children"):
            raise ModelError(
                Problem(
                    say("{it!r} already has children", "{it!r}にはもう下位の項目がある", it=self),
                    hint=say(
                        "write all children in one pair of brackets, with commas between them",
                        "下位の項目は一組の括弧の中にコンマで並べる",
                    ),
                )
            )
        if not isinstance(children, NotStated):
            given = children if isinstance(children, tuple) else (children,)
            problems = [
                wrong_child(
                    child, f"{type(self).__name__}({self.id!r})", position, self.child_words
                )
                for position, child in enumerate(given, start=1)
                if not self.takes(child)
            ]
            if problems:
                raise ModelError(*problems)
            children = given
        other = _copied(self)
        object.__setattr__(other, "_children", children)
        return other


def wrong_child(child: object, owner: str, position: int, words: tuple[str, ...]) -> Problem:
    """The problem of a *child* that may not stand at *position* under *owner*."""
    where = f"{owner}[{position}]"
    if isinstance(child, (list, tuple)):
        return Problem(
            say("a list stands among the children", "下位の並びの中にリストがある"),
            where,
            hint=say(
                "take the inner brackets away, or put * before them",
                "内側の括弧を外すか、前に * を置く",
            ),
        )
    if isinstance(child, NotStated):
        return Problem(
            say("NotStated stands beside children", "NotStatedが下位の項目と並んでいる"),
            where,
            hint=say(
                "children are either listed or not stated",
                "並べるか、記載なしとするかの一方にする",
            ),
        )
    return Problem(
        say(
            "{child} cannot stand under {owner}",
            "{child}は{owner}の下に置けない",
            child=f"{type(child).__name__} {getattr(child, 'id', child)!r}",
            owner=owner,
        ),
        where,
        expected=say("one of {words}", "{words}のいずれか", words=words)
        if words
        else say("a section or a measure", "節または取組"),
    )


def level_of(cls: type[Node]) -> Level:
    """The level that *cls* stands for, as data."""
    base: type[Any] = Node
    for ready in cast("tuple[type[Any], ...]", (Measure, Section)):
        if issubclass(cls, ready):
            base = ready
    words = tuple(one.class_word for one in child_types(cls) if issubclass(one, Node))
    return Level(cls.class_word, cls.form, cls.class_numbering, words, own_fields(cls, base))
