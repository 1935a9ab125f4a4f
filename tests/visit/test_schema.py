import json
from typing import Any

import jsonschema
import pytest

from lohum_brief.paths import resource
from lohum_brief.visit.document import decode, encode
from lohum_brief.visit.schema import FILE, encoded, schema

VISIT = {"kind": "visit", "id": "v", "audience": "public", "title": {"en": "Visit"}}


def test_the_schema_that_ships_is_current() -> None:
    assert resource(FILE).read_text("utf-8") == encoded(), "run: python -m lohum_brief.visit.schema"


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.fixture(scope="module")
def validator() -> Any:
    return jsonschema.Draft202012Validator(schema())


@pytest.mark.parametrize(
    "template", sorted(resource("templates").glob("*.json")), ids=lambda path: path.stem
)
def test_what_the_program_writes_is_valid(validator: Any, template: Any) -> None:
    visit = decode(template.read_bytes(), template.name)
    validator.validate(json.loads(encode(visit)))


@pytest.mark.parametrize(
    "part", sorted(resource("sample").glob("*.json")), ids=lambda path: path.stem
)
def test_the_sample_is_valid(validator: Any, part: Any) -> None:
    validator.validate(json.loads(part.read_text("utf-8")))


@pytest.mark.parametrize(
    "record",
    [
        {**VISIT, "kind": "unknown"},
        {**VISIT, "audience": "everybody"},
        {**VISIT, "colour": "red"},
        {**VISIT, "title": "Visit"},
        {**VISIT, "title": {"fr": "Visite"}},
        {**VISIT, "size": "74"},
        {**VISIT, "id": "with space"},
        {**VISIT, "purpose": {"en": "x" * 20_001}},
        {"kind": "visit", "id": "v", "audience": "public"},
    ],
)
def test_it_refuses_what_the_program_refuses(validator: Any, record: dict[str, Any]) -> None:
    def document(record: dict[str, Any]) -> dict[str, Any]:
        return {"format": "lohum-brief", "version": 2, "records": [record]}

    assert validator.is_valid(document(VISIT))
    assert not validator.is_valid(document(record))


def test_fields_are_explained_where_the_model_explains_them() -> None:
    organisation = schema()["$defs"]["Organisation"]
    assert (
        organisation["description"]
        == "A ministry, bank, company or body that comes, hosts or is spoken of."
    )
    assert "ISO 3166" in organisation["properties"]["country"]["description"]
