"""Names of variables, classes and modules, each given once."""

from __future__ import annotations

import builtins
import keyword
import re
import unicodedata

from attrs import define, field

from planmodel.dsl.source.public import FUNCTIONS, PUBLIC

__all__ = ["Names", "is_name"]

_DEVICES = {"con", "prn", "aux", "nul", *(f"{it}{n}" for it in ("com", "lpt") for n in range(10))}
"""Names that no file may have on Windows."""


def is_name(word: str) -> bool:
    """Whether *word* can be a name in code, in every version of Python and on every keyboard."""
    return (
        word.isidentifier()
        and not keyword.iskeyword(word)
        and unicodedata.normalize("NFKC", word) == word
        # Which marks and dots may stand in a name has changed between versions of Unicode.
        and all(char == "_" or unicodedata.category(char)[0] in "LN" for char in word)
    )


def _reserved() -> set[str]:
    code = {*dir(builtins), *keyword.kwlist, *keyword.softkwlist, "planmodel", "frozen", "field"}
    return {*code, *PUBLIC, *FUNCTIONS, *_DEVICES}


@define
class Names:
    """The names given so far; what code or the library already means is taken from the start."""

    taken: set[str] = field(factory=_reserved)

    def hold(self, *names: str) -> None:
        """Keep *names* from being given."""
        self.taken.update(names)

    def variable(self, key: str, kind: str) -> str:
        """A variable for the thing with the id *key*."""
        name = re.sub(r"\W", "_", key)
        return self._free(name if name[:1].isalpha() else f"{kind}_{name}")

    def word_class(self, word: str, otherwise: str) -> str:
        """A class for a level's *word*: the word itself where it can be a name."""
        kept = "".join(char for char in word if char == "_" or char.isalnum())
        for name in (word, kept):
            if is_name(name) and name not in self.taken and not name.startswith("_"):
                self.taken.add(name)
                return name
        return self._free(otherwise)

    def _free(self, name: str) -> str:
        wanted, count = name, 1
        while wanted in self.taken:
            count += 1
            wanted = f"{name}_{count}"
        self.taken.add(wanted)
        return wanted
