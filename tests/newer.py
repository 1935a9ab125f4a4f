"""A visit as a newer minor version writes it: with fields, kinds and choices that ours lacks."""

import json
from pathlib import Path
from typing import Any, Final

HAND: Final = Path(__file__).parent / "store" / "frozen" / "1" / "hand.json"

UNSEEN: Final = "kept-from-you"
"""Stands in all that only the newer version knows, and must be seen nowhere."""

FIELDS: Final = 11
"""Fields that it adds to records that ours can read."""
RECORDS: Final = 2
"""Records that ours cannot read: of an unknown kind, and of an unknown choice."""


def newer(minor: int = 1) -> dict[str, Any]:
    """Return the document of that version."""
    document: dict[str, Any] = json.loads(HAND.read_bytes())
    by_id = {record["id"]: record for record in document["records"]}
    by_id["v"]["motto"] = {"en": UNSEEN}
    by_id["v"]["title"]["state"]["reviewer"] = UNSEEN
    by_id["p-1"]["allowance"] = {"amount": 1.50, "said": [UNSEEN, None, True]}
    by_id["p-1"]["family"]["tone"] = UNSEEN
    by_id["n-1"]["text"]["dictated"] = UNSEEN
    by_id["n-1"]["weight"] = 12345678901234567890
    by_id["ta-1"]["rows"][0][0]["hint"] = UNSEEN
    by_id["ch-1"]["rows"][0]["hatched"] = UNSEEN
    by_id["ch-1"]["rows"][0]["name"]["dictated"] = UNSEEN
    by_id["li-mine"]["points"][1]["remark"] = UNSEEN
    by_id["i-1"]["bell"] = UNSEEN
    airship = {"kind": "airship", "id": "car-1", "audience": "guest", "name": {"en": UNSEEN}}
    seating = {
        "kind": "section", "id": "se-3", "audience": "guest", "content": "seating",
        "title": {"en": UNSEEN},
    }  # fmt: skip
    return document | {
        "version": 2,
        "minor": minor,
        "records": [*document["records"], airship, seating],
    }


def encoded(minor: int = 1) -> bytes:
    """Return it as bytes."""
    return json.dumps(newer(minor), ensure_ascii=False).encode()


def plain(data: bytes) -> dict[str, Any]:
    """Return a document by the ids of its records, numbers as they are written."""
    document = json.loads(data, parse_float=str, parse_int=str)
    return {record["id"]: record for record in document["records"]}
