"""Write the JSON Schemas: of plan documents, from the classes of the model, and of rule files.

python tools/write_schema.py            write plan.schema.json and rule.schema.json
python tools/write_schema.py --check    exit with 1 where one of them is not current
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
import types
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

from planmodel.evaluation import rule_schema
from planmodel.exchange.documents import FORMAT
from planmodel.exchange.members import INDICATORS, PAIRS, TAGS, TARGETS, members
from planmodel.exchange.migrations import FORMAT_VERSION
from planmodel.model.absence import Missing, NotStated
from planmodel.model.ids import Entity, Ref
from planmodel.model.indicators import Indicator
from planmodel.model.outline import Relisted, Section
from planmodel.model.plan import Plan
from planmodel.model.targets import Target
from planmodel.model.words import Level
from planmodel.periods import CalendarYear, Cohort, Day, FiscalYear, Window

PACKAGE = Path(__file__).resolve().parent.parent / "src/planmodel"
PATH = PACKAGE / "exchange/plan.schema.json"
RULE_PATH = PACKAGE / "evaluation/rules/rule.schema.json"

Schema = dict[str, Any]

YEAR = "(?:FY[0-9]{4}(?:/(?:[1-9]|1[0-2]))?|[0-9]{4})"
DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
PERIODS: dict[type, str] = {
    FiscalYear: "FY[0-9]{4}(?:/(?:[1-9]|1[0-2]))?",
    CalendarYear: "[0-9]{4}",
    Day: DATE,
    Window: rf"{YEAR}\.\.{YEAR}",
    Cohort: rf"{YEAR}@{YEAR}(?::.+)?",
}
LEAVES: dict[Any, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    Decimal: {"type": "string", "pattern": r"^-?[0-9]+(?:\.[0-9]+)?$"},
    dt.date: {"type": "string", "pattern": f"^{DATE}$"},
}
NODE: Schema = {"$ref": "#/$defs/Node"}
RELISTED: Schema = {"$ref": "#/$defs/Relisted"}


class Schemas:
    """The definitions that the schema refers to, gathered while they are met."""

    def __init__(self) -> None:
        self.defs: dict[str, Schema] = {}

    def of(self, kind: Any) -> Schema:  # noqa: ANN401 - any annotation
        """The schema of values of a type."""
        if kind in LEAVES:
            return LEAVES[kind]
        if kind in PERIODS:
            return {"type": "string", "pattern": f"^(?:{PERIODS[kind]})$"}
        origin, arguments = get_origin(kind), get_args(kind)
        makers: dict[Any, Callable[[], Schema]] = {
            Literal: lambda: {"enum": list(arguments)},
            tuple: lambda: {"type": "array", "items": self.of(arguments[0])},
            Ref: lambda: {"type": "string", "minLength": 1},
            Union: lambda: self.any_of(arguments),
            types.UnionType: lambda: self.any_of(arguments),
        }
        return makers[origin]() if origin in makers else self.ref(kind)

    def any_of(self, arguments: tuple[Any, ...]) -> Schema:
        """The schema of a union; its periods share one pattern."""
        periods = [PERIODS[it] for it in arguments if it in PERIODS]
        found = [self.of(it) for it in arguments if it not in PERIODS and it is not type(None)]
        if periods:
            found.insert(0, {"type": "string", "pattern": f"^(?:{'|'.join(periods)})$"})
        if type(None) in arguments:
            found.append({"type": "null"})
        return found[0] if len(found) == 1 else {"anyOf": found}

    def ref(self, cls: type[Any]) -> Schema:
        """A reference at the definition of a class, which is made on the way."""
        name = cls.__name__
        if name not in self.defs:
            self.defs[name] = {}
            self.defs[name] = self.definition(cls)
        return {"$ref": f"#/$defs/{name}"}

    def definition(self, cls: type[Any]) -> Schema:
        """The schema of the objects of a class."""
        if cls is Indicator or cls is Target:
            family = INDICATORS if cls is Indicator else TARGETS
            return {"oneOf": [self.ref(it) for it in family.values()]}
        if cls in (NotStated, Missing):
            key = "not_stated" if cls is NotStated else "missing"
            reason = {"type": "string", "minLength": 1}
            return _object({key: reason}, [key], closed=True)
        properties: dict[str, Schema] = {}
        required: list[str] = []
        if cls in TAGS:
            properties[TAGS[cls]] = {"const": getattr(cls, TAGS[cls])}
            required.append(TAGS[cls])
        in_outline = cls in (Plan, Section)
        if in_outline:
            properties["word"] = {"type": "string"}
            if cls is not Plan:
                required.append("word")
        for it in members(cls):
            properties[it.key] = self.member(cls, it.key, it.type)
            if it.required:
                required.append(it.key)
        # The words of a plan may have fields of their own.
        return _object(properties, required, closed=not in_outline)

    def member(self, cls: type[Any], key: str, kind: Any) -> Schema:  # noqa: ANN401 - any annotation
        """The schema of one member of an object."""
        if issubclass(cls, Entity) and key == "id":
            return {"type": "string", "pattern": "^[a-z0-9](?:[a-z0-9._-]{0,98}[a-z0-9])?$"}
        if key in ("children", "sections") and issubclass(cls, Entity):
            items = NODE if key == "sections" else {"oneOf": [NODE, RELISTED]}
            return {"anyOf": [{"type": "array", "items": items}, self.ref(NotStated)]}
        if (cls, key) in PAIRS:
            words: Schema = {"type": "object", "additionalProperties": {"type": "string"}}
            return {"anyOf": [words, {"type": "array", "items": {"type": "array"}}]}
        return self.of(kind)


def _object(properties: dict[str, Schema], required: list[str], *, closed: bool) -> Schema:
    found: Schema = {"type": "object", "properties": properties}
    if required:
        found["required"] = required
    if closed:
        found["additionalProperties"] = False
    else:
        # A node that is listed again is another form, whatever else it holds.
        found["not"] = {"required": ["relisted"]}
    return found


def schema() -> Schema:
    """The whole schema."""
    made = Schemas()
    # A measure is a node without children; which words are which, the vocabulary says.
    made.defs["Node"] = made.definition(Section)
    made.ref(Relisted)
    document = _object(
        {
            "format": {"const": FORMAT},
            "format_version": {"const": FORMAT_VERSION},
            "vocabulary": {"type": "array", "minItems": 1, "items": made.ref(Level)},
            "plan": made.ref(Plan),
        },
        ["format", "format_version", "vocabulary", "plan"],
        closed=True,
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A plan, as planmodel writes it",
        **document,
        "$defs": dict(sorted(made.defs.items())),
    }


def main() -> int:
    """Write the files, or check them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    wanted = {
        path: json.dumps(made, ensure_ascii=False, indent=2) + "\n"
        for path, made in ((PATH, schema()), (RULE_PATH, rule_schema()))
    }
    if parser.parse_args().check:
        current = all(path.read_text(encoding="utf-8") == text for path, text in wanted.items())
        return 0 if current else 1
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
