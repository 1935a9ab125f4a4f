import pytest
from msgspec import structs

from lohum_brief.checks import pictures
from lohum_brief.language.interface import say
from lohum_brief.store.assets import name_of
from lohum_brief.visit.needs import Consent
from lohum_brief.visit.records import NamePart, Particulars, Person
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.typeset.test_images import photo


def visit(data: bytes, consent: Consent = "given") -> Visit:
    person = Person(
        id="p1",
        audience="guest",
        family=NamePart(en="Rao"),
        photo=name_of(data),
        consent_print=consent,
    )
    return Visit([Particulars(id="visit", audience="public", title=Text(en="Visit")), person])


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n", b"", photo()[:200], photo(mode="CMYK")])
def test_a_photo_that_stops_a_pack_is_an_error(data: bytes) -> None:
    (found,) = pictures.findings(visit(data), {name_of(data): data})
    assert (found.severity, found.record, found.field) == ("error", "p1", "photo")
    assert "Choose it again" in say(found.message)


def test_a_photo_that_no_pack_prints_stops_none() -> None:
    (found,) = pictures.findings(visit(b"x", ""), {name_of(b"x"): b"x"})
    assert found.severity == "info"


def test_a_sound_photo_and_one_that_is_not_here_are_no_findings() -> None:
    data = photo()
    assert [*pictures.findings(visit(data), {name_of(data): data})] == []
    assert [*pictures.findings(visit(b"x"), {})] == []
    nobody = structs.replace(visit(data).of(Person)[0], photo="")
    assert [
        *pictures.findings(Visit([visit(data).particulars, nobody]), {name_of(data): data})
    ] == []
