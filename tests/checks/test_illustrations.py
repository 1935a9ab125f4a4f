from typing import Any

import pytest

from lohum_brief.checks import consents, illustrations
from lohum_brief.language.interface import say
from lohum_brief.visit.records import Image, Particulars, Picture
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

FINE: dict[str, Any] = {
    "caption": Text(en="Hall"), "alternative": Text(en="A hall."), "consent": "given",
    "image": Image(digest="a" * 64, form="jpeg", width=2000, height=1000, file="hall.jpg"),
}  # fmt: skip


def visit(**fields: Any) -> Visit:
    particulars = Particulars(id="visit", audience="public", title=Text(en="Visit"))
    return Visit([particulars, Picture(id="p", audience="guest", **{**FINE, **fields})])


def told(**fields: Any) -> dict[str, str]:
    found = [*illustrations.findings(visit(**fields))]
    assert all(one.severity == "warning" for one in found)
    return {one.field: say(one.message) for one in found}


def test_a_picture_that_lacks_nothing_is_fine() -> None:
    assert told() == {}


def test_what_it_shows_is_asked_for() -> None:
    assert "who does not see it" in told(alternative=Text())["alternative"]


@pytest.mark.parametrize(
    ("consent", "why"), [("", "Nobody noted"), ("refused", "refused to have it printed")]
)
def test_consent_of_those_shown_is_asked_for_of_photographs_alone(consent: str, why: str) -> None:
    assert why in told(consent=consent)["consent"]
    assert told(consent=consent, sort="plan") == {}


@pytest.mark.parametrize(
    ("sort", "form", "width", "enough"),
    [
        ("photograph", "jpeg", 1323, True),
        ("photograph", "jpeg", 1322, False),
        ("plan", "png", 1322, False),
        ("plan", "svg", 10, True),
        ("logo", "png", 441, True),
        ("logo", "png", 440, False),
        ("photograph", "jpeg", 0, True),  # nobody knows yet how wide it is
    ],
)
def test_pixels_are_enough_for_200_dots_an_inch_where_it_prints_largest(
    sort: str, form: str, width: int, enough: bool
) -> None:
    found = told(sort=sort, image=Image(digest="a" * 64, form=form, width=width, height=9))  # type: ignore[arg-type]
    assert found == {} if enough else "200 dots" in found["image"]


def test_a_file_that_is_only_named_or_not_there_is_told() -> None:
    assert "no file yet" in told(image=Image())["image"]
    assert told(image=Image(file="hall.jpg"))["image"].startswith("hall.jpg is not in this file")
    (one,) = consents.absent(visit(), ())
    assert (one.record, one.field) == ("p", "image")
    assert [*consents.absent(visit(), {"a" * 64})] == []
