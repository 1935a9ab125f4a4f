import datetime as dt

import pytest

from lohum_brief.checks.objective import findings
from lohum_brief.checks.run import check
from lohum_brief.visit.records import Particulars
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit


def visit(objective: Text, *, dated: bool = True) -> Visit:
    start = dt.date(2026, 12, 8) if dated else None
    own = Particulars(
        id="visit", audience="public", title=Text(en="Visit"), start=start, objective=objective
    )
    return Visit([own])


def found(objective: Text, *, dated: bool = True) -> list[tuple[str, str]]:
    return [(one.severity, one.field) for one in findings(visit(objective, dated=dated))]


def test_a_visit_with_a_day_needs_an_objective() -> None:
    assert found(Text()) == [("info", "objective")]
    assert found(Text(), dated=False) == []
    assert found(Text(en="Agree on one contact.")) == []
    assert "objective" in {one.rule for one in check(visit(Text()))}


@pytest.mark.parametrize(
    ("lang", "text", "several"),
    [
        ("en", "Agree on a contact with H.E. Mr Rao, i.e. The Ambassador.", False),
        ("en", "Agree on a contact. Then dine.", True),
        ("hi", "संपर्क अधिकारी तय करना।", False),
        ("hi", "संपर्क तय करना। फिर भोजन।", True),
        ("ja", "連絡先を決めること。", False),
        ("ja", "連絡先を決めること。会食すること。", True),
    ],
)
def test_it_is_one_sentence(lang: str, text: str, several: bool) -> None:
    expected = [("info", f"objective.{lang}")] if several else []
    assert found(Text.of({lang: text})) == expected
