from io import BytesIO

import msgspec
import pikepdf
import pytest

from lohum_brief.errors import BriefError
from lohum_brief.visit.records import Person
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import pack, small
from tests.packs.rendering import render
from tests.typeset.test_images import photo

DIGEST = "a" * 64
WITH = pack(photos=True, sections=("sec:people",))


def visit(consent: str) -> Visit:
    [person] = small().of(Person)[:1]
    changed = msgspec.structs.replace(person, photo=DIGEST, consent_print=consent)
    return small(changed={person.id: changed})


def images(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages[0].Resources.get("/XObject", {}))


@pytest.mark.parametrize("audience", ["guest", "host"])
def test_a_photo_is_printed_with_consent_only(audience: str) -> None:
    asked = pack(WITH, audience=audience)
    held = {DIGEST: photo()}
    assert images(render(visit("given"), asked, pictures=held).pdf) == 1
    for other in ("refused", ""):
        assert images(render(visit(other), asked, pictures=held).pdf) == 0


def test_without_the_option_or_the_picture_nothing_changes() -> None:
    plain = pack(sections=("sec:people",))
    bare = render(visit(""), plain, created=1).pdf
    assert render(visit("given"), plain, created=1, pictures={DIGEST: photo()}).pdf == bare
    assert images(render(visit("given"), WITH, pictures={}).pdf) == 0


def test_a_picture_that_is_none_stops_the_pack_with_a_sentence() -> None:
    with pytest.raises(BriefError, match="”: the photo cannot be printed"):
        render(visit("given"), WITH, pictures={DIGEST: b"no picture"})
