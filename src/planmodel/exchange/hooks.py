"""Which hook reads which type: found once, by the type itself or by what kind of type it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, TypeAlias

from planmodel.exchange.leaves import Hook

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["Factory", "Hooks"]


class Hooks:
    """The strict hooks of types.

    *plain* are hooks of single types. A *factory* makes the hook of every type that its question
    before it says yes to; the first one counts. What nobody here knows, a fork's dataclass or
    named tuple for instance, is read by cattrs, and what stands inside it by the hooks here.
    """

    def __init__(
        self, plain: Mapping[Any, Hook], factories: tuple[tuple[Question, Factory], ...]
    ) -> None:
        self._found: dict[Any, Hook] = dict(plain)
        self._plain = plain
        self._factories = factories

    def hook(self, kind: Any) -> Hook:  # noqa: ANN401 - any annotation
        """What reads a value of *kind*.

        Raises:
            ModelError: the type is one that documents have no form for.
            StructureHandlerNotFoundError: cattrs does not know the type either.
        """
        found = self._found.get(kind)
        if found is None:
            found = self._found[kind] = self._ours(kind) or self._of_others(kind)
        return found

    def _ours(self, kind: Any) -> Hook | None:  # noqa: ANN401 - any annotation
        fitting = (make for fits, make in self._factories if fits(kind))
        make = next(fitting, None)
        return None if make is None else make(kind, self)

    def _of_others(self, kind: Any) -> Hook:  # noqa: ANN401 - any annotation
        hook: Hook = self._converter.get_structure_hook(kind)
        return hook

    @cached_property
    def _converter(self) -> Converter:
        """A converter of cattrs with the hooks here; loaded for the first type unknown here."""
        from cattrs import Converter

        made = Converter(detailed_validation=True, forbid_extra_keys=True)
        for plain, hook in self._plain.items():
            made.register_structure_hook(plain, hook)
        for fits, _ in reversed(self._factories):
            made.register_structure_hook_factory(fits, self.hook)
        return made


Question: TypeAlias = Callable[[Any], bool]
"""Whether a factory makes the hook of a type."""

Factory: TypeAlias = Callable[[Any, Hooks], Hook]
"""Makes the hook of a type."""
