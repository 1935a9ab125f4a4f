"""What version 1 left to the country of an organisation."""

import json

from lohum_brief.visit.first_version import families_first


def test_countries_tell_in_which_organisations_the_family_name_stood_first() -> None:
    records = [
        {"kind": kind, "id": f"{kind}:{country}", "audience": "guest", "country": country}
        for kind, country in (
            ("organisation", "KR"), ("organisation", "IN"), ("person", "KR"), ("organisation", ""),
        )
    ]  # fmt: skip
    assert families_first(json.dumps(one).encode() for one in records) == {"organisation:KR"}
