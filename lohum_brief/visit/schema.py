"""The JSON Schema of a visit document, made from the model: `python -m lohum_brief.visit.schema`
writes it.

Other programs write visits by it. What a schema cannot say (ids are unique, what names a record
names one that is there, one record of kind visit) stands in its description.
"""

import ast
import inspect
import json
from itertools import pairwise
from typing import Annotated, Any, Final

import msgspec

from lohum_brief.paths import resource
from lohum_brief.visit import records, text
from lohum_brief.visit.document import FORMAT
from lohum_brief.visit.records import Known
from lohum_brief.visit.rest import KEY
from lohum_brief.visit.version import MAJOR

FILE: Final = "visit.schema.json"

_DESCRIPTION: Final = (
    "A visit as one JSON document in UTF-8. Ids are unique, and exactly one record is of kind "
    "visit, with the audience "
    "public. The order of the records is the order in which packs print them. Fields that name "
    "other records hold "
    "their ids. Texts hold no control characters but tab and newline, no direction controls and "
    "no lone surrogates."
)

_MINOR: Final = (
    "The minor version. A document that leaves it out is read strictly: an unknown field is an "
    "error. What a newer minor version added is kept by programs that do not know it."
)


class Document(msgspec.Struct, forbid_unknown_fields=True):
    """The document."""

    format: str
    version: int
    records: list[Known]
    minor: Annotated[int, msgspec.Meta(ge=0, description=_MINOR)] = 0


def schema() -> dict[str, Any]:
    """Return the schema, for draft 2020-12, with the model's docstrings as descriptions."""
    made = msgspec.json.schema(Document, schema_hook=_unknown)
    definitions = made["$defs"]
    document = definitions.pop("Document")
    document["properties"] |= {"format": {"const": FORMAT}, "version": {"const": MAJOR}}
    for name, definition in definitions.items():
        definition["properties"].pop(KEY, None)
        for field, words in _field_docstrings(name).items():
            if field in definition["properties"]:
                definition["properties"][field] = _described(definition["properties"][field], words)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Lohum Brief visit",
        "description": _DESCRIPTION,
        **{key: value for key, value in document.items() if key not in ("title", "description")},
        "$defs": dict(sorted(definitions.items())),
    }


def _unknown(_kind: type) -> dict[str, Any]:
    """Stand for what is kept of newer versions: no field of a document, it is taken out again."""
    return {"type": "null"}


def _described(field: dict[str, Any], words: str) -> dict[str, Any]:
    """Describe a field; since draft 2019-09 a reference may be described too."""
    return {**field, "description": words}


def _field_docstrings(name: str) -> dict[str, str]:
    """Return the strings that stand under fields in the source, of the class and of what it
    inherits.
    """
    kind = getattr(records, name, None) or getattr(text, name)
    found: dict[str, str] = {}
    for ancestor in reversed(kind.__mro__):
        made = text.ByLanguage in ancestor.__bases__  # of the languages, so that no source has it
        if made or ancestor.__module__ not in (records.__name__, text.__name__):
            continue
        lines = next(
            node
            for node in ast.walk(ast.parse(inspect.getsource(ancestor)))
            if isinstance(node, ast.ClassDef)
        ).body
        for field, after in pairwise(lines):
            match field, after:
                case ast.AnnAssign(target=ast.Name(id=target)), ast.Expr(
                    value=ast.Constant(value=str(words))
                ):
                    found[target] = inspect.cleandoc(words)
    return found


def encoded() -> str:
    """Return the schema as it is written."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    resource(FILE).write_text(encoded(), "utf-8")
