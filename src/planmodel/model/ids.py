"""Ids and pointers: an object is meant by its id, and pointed at by kind and id."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, Generic, Literal, Self, TypeAlias, TypeVar, cast

import attrs
from attrs import Attribute, field, frozen

from planmodel.errors import ModelError, Problem
from planmodel.model.absence import NotStated
from planmodel.model.origins import Origin, here
from planmodel.model.typing_checks import Checked, all_problems
from planmodel.text import Text, say

__all__ = ["Citation", "Entity", "Ref", "RefKind", "evolve", "text_problem"]

RefKind: TypeAlias = Literal[
    "department", "partner", "indicator", "benchmark", "node", "axis", "topic", "law", "figure",
    "document", "plan",
]  # fmt: skip
"""The kinds of things that have an id."""

_KIND_WORDS: dict[str, Text] = {
    "department": say("department", "部署"),
    "partner": say("partner", "協力機関"),
    "indicator": say("indicator", "指標"),
    "benchmark": say("benchmark", "参考値"),
    "node": say("section or measure", "取組・節"),
    "axis": say("axis", "分類軸"),
    "topic": say("topic", "分類項目"),
    "law": say("law", "法令"),
    "figure": say("figure", "図表"),
    "document": say("document", "文書"),
    "plan": say("plan", "計画"),
}

_NOTHING: tuple[Any, ...] = ()
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,98}[a-z0-9])?")

T_co = TypeVar("T_co", bound="Entity", covariant=True)
E = TypeVar("E", bound="Entity")
V = TypeVar("V")


@frozen
class Ref(Generic[T_co]):
    """A pointer: the kind of the thing meant and its id. ``plan[ref]`` is the thing itself."""

    kind: RefKind
    id: str

    def __str__(self) -> str:
        return self.id


@frozen
class Citation(Checked):
    """Where something stands: the section of a document, as a reader would look it up.

    ``document`` is the id of one of the plan's documents, ``place`` the section or table in it.
    """

    place: str
    document: str = ""
    url: str = ""


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).lower()
    plain = "".join(char if char.isascii() and char.isalnum() else "-" for char in plain)
    return re.sub("-+", "-", plain).strip("-")


def id_problem(value: object) -> Problem | None:
    """What is wrong with *value* as an id, or nothing."""
    if isinstance(value, str) and _SLUG.fullmatch(value):
        return None
    better = _slug(value) if isinstance(value, str) else ""
    hint: Text | str = ""
    if better and _SLUG.fullmatch(better):
        hint = say("did you mean {better!r}?", "「{better}」ではどうか", better=better)
    return Problem(
        say("{value!r} cannot be an id", "{value!r}は識別子にならない", value=value),
        where="id",
        expected=say(
            "lower-case ASCII letters, digits and - _ . inside, at most 100 characters",
            "半角の英小文字・数字と途中の - _ .、100字まで",
        ),
        hint=hint,
    )


def text_problem(value: object, where: str) -> Problem | None:
    """What is wrong with *value* as printed words, or nothing."""
    if isinstance(value, str) and value.strip():
        if value.isprintable():  # no control character and no surrogate is
            return None
        control = _CONTROL.search(value)
        if control is not None:
            what = say(
                "a control character ({code}) stands in the text",
                "制御文字（{code}）が文字列に含まれる",
                code=f"U+{ord(control[0]):04X}",
            )
        elif value.isascii() or not _SURROGATE.search(value):
            return None
        else:
            what = say("a lone surrogate is no character", "孤立したサロゲートは文字ではない")
    else:
        what = say("{value!r} is no text", "{value!r}は文字列でないか空である", value=value)
    return Problem(what, where=where, expected=say("the printed words", "印刷された語句"))


def _verify(entity: Entity, _attribute: Attribute[Any], _value: Origin) -> None:
    found = all_problems(entity, entity.problems())
    if found:
        raise ModelError(*(it.at(f"{type(entity).__name__}({entity.id!r}).") for it in found))


@frozen(slots=False)
class Entity:
    """Anything with an id that a plan holds.

    Attributes:
        id: an ASCII slug, unique in the plan.
        source: where in which document this stands.
        note: a remark for readers.
        origin: where it was written, outside equality and repr.
    """

    ref_kind: ClassVar[RefKind]

    id: str
    source: Citation | None = field(default=None, kw_only=True, repr=False)
    note: str = field(default="", kw_only=True, repr=False)
    # The validator stands here because validators run after every field is set, and, unlike
    # __attrs_post_init__, a subclass cannot drop it by accident.
    origin: Origin = field(factory=here, kw_only=True, eq=False, repr=False, validator=_verify)

    @property
    def ref(self) -> Ref[Self]:
        """A pointer at this object."""
        return Ref(self.ref_kind, self.id)

    def not_stated(self, name: str) -> NotStated | None:
        """Why the field *name* is not stated, or nothing where it is."""
        value: object = getattr(self, f"_{name}", getattr(self, name, None))
        return value if isinstance(value, NotStated) else None

    def problems(self) -> Iterator[Problem]:
        """What this object alone can know to be wrong with itself."""
        problem = id_problem(self.id)
        if problem is not None:
            yield problem
        source: object = self.source
        if source is not None and not isinstance(source, Citation):  # pyright: ignore[reportUnnecessaryIsInstance]
            yield Problem(
                say("{it!r} is no citation", "{it!r}は出典ではない", it=source),
                where="source",
                expected="Citation",
                hint=say("write Citation({it!r})", "Citation({it!r}) と書く", it=source),
            )
        if loose_fields(type(self)):
            yield from loose_problems(type(self))


_LOOSE: dict[type[Any], tuple[str, ...]] = {}


def loose_fields(cls: type[Any]) -> tuple[str, ...]:
    """The fields that a class or one it is made from declares without being an attrs class."""
    known = _LOOSE.get(cls)
    if known is None:
        known = _LOOSE[cls] = tuple(_loose(cls))
    return known


def loose_problems(cls: type[Any]) -> Iterator[Problem]:
    """That *cls* declares fields without ``@frozen``, where it does."""
    loose = loose_fields(cls)
    if not loose:
        return
    yield Problem(
        say(
            "the class {name} declares {fields} without @frozen",
            "クラス{name}は@frozenなしで{fields}を宣言している",
            name=cls.__name__,
            fields=loose,
        ),
        hint=say(
            "write @frozen (from planmodel) above the class",
            "クラスの上に@frozen（planmodelのもの）を書く",
        ),
    )


def _loose(cls: type[Any]) -> Iterator[str]:
    known = {attribute.name for attribute in attrs.fields(cls)}
    for base in cls.__mro__:
        if base.__module__.startswith("planmodel.model."):
            continue
        own: dict[str, object] = vars(base).get("__annotations__", {})
        yield from (n for n, it in own.items() if n not in known and "ClassVar" not in str(it))


def evolve(entity: E, **changes: object) -> E:
    """A copy of *entity* with *changes*, which remembers the line that asked for it.

    Raises:
        ModelError: the changed object would be wrong in itself, or a field is unknown.
    """
    fields = {attribute.alias: attribute for attribute in attrs.fields(type(entity))}
    unknown = [name for name in changes if name not in fields or not fields[name].init]
    if unknown:
        raise ModelError(
            Problem(
                say(
                    "{kind} has no field {unknown}",
                    "{kind}に項目{unknown}はない",
                    kind=type(entity).__name__,
                    unknown=unknown,
                ),
                hint=say("its fields: {known}", "項目: {known}", known=sorted(fields)),
            )
        )
    changes.setdefault("origin", here())
    return cast("E", attrs.evolve(cast("Any", entity), **changes))


def as_tuple(value: Iterable[V], what: str, kind: type[object] = object) -> tuple[V, ...]:
    """*value* as a tuple, each item of *kind*; a bare string or a single object gets a hint.

    Raises:
        ModelError: it is no list, or some items are of another kind, all of them named.
    """
    if value is _NOTHING:
        return ()
    given: Any = value
    if isinstance(given, (str, bytes)) or not hasattr(given, "__iter__"):
        raise ModelError(
            Problem(
                say("{it!r} is not a list", "{it!r}は並びではない", it=given),
                where=what,
                hint=say("put it in brackets: [ ]", "角括弧 [ ] に入れる"),
            )
        )
    items: tuple[Any, ...] = tuple(given)
    if kind is object:
        return items
    wrong = [(position, it) for position, it in enumerate(items, 1) if not isinstance(it, kind)]
    if wrong:
        raise ModelError(
            *(
                Problem(
                    say("{it!r} does not belong here", "{it!r}はここに置けない", it=it),
                    where=f"{what}[{position}]",
                    expected=kind.__name__,
                )
                for position, it in wrong
            )
        )
    return items


def refs_to(value: Iterable[object], kind: RefKind, where: str) -> tuple[Ref[Any], ...]:
    """Things or pointers as pointers of *kind*."""
    given = as_tuple(value, where)
    return tuple([ref_to(one, kind, where) for one in given]) if given else ()


def ref_to(value: object, kind: RefKind, where: str) -> Ref[Any]:
    """*value* (the thing itself or a pointer) as a pointer of *kind*."""
    given: object = value
    pointer: object = value.ref if isinstance(value, Entity) else value
    if isinstance(pointer, Ref):
        found: Ref[Any] = cast("Any", pointer)
        if found.kind == kind and isinstance(found.id, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            return found
        if found.kind == kind:  # str() of a pointer without text would fail
            given = repr(found)
    word = _KIND_WORDS[kind]
    raise ModelError(
        Problem(
            say("{it!r} is no {kind}", "{it!r}は{kind}ではない", it=given, kind=word),
            where=where,
            expected=say("the {kind} itself, or its .ref", "{kind}そのもの、または.ref", kind=word),
        )
    )
