"""No paper prints a picture yet: nothing of one, neither words nor bytes, is in what anybody gets;
and who would get one later is settled.
"""

import json
from random import Random
from typing import get_args

import pytest
from msgspec import structs

from lohum_brief.checks import languages
from lohum_brief.language.codes import LANGS
from lohum_brief.packs.admit import admit
from lohum_brief.packs.extent import extent
from lohum_brief.visit.audiences import begins, bounds
from lohum_brief.visit.document import decode, encode, parse_record
from lohum_brief.visit.readers import AUDIENCES, Audience, reads
from lohum_brief.visit.records import (
    Image,
    Pack,
    Picture,
    PictureSort,
    Section,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import pack, sample, small, text
from tests.packs.extraction import bare, mupdf
from tests.packs.rendering import render

SORTS: tuple[PictureSort, ...] = get_args(PictureSort)


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("meant_for", AUDIENCES)
def test_a_picture_is_for_those_of_its_audience(audience: Audience, meant_for: Audience) -> None:
    plan = Picture(id="plan", audience=meant_for, caption=text("Plan"), sort="plan")
    found = admit(small(plan), audience).get(Picture, "plan")
    assert found == (plan if reads(audience, meant_for) else None)


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("consent", ["", "refused", "given"])
def test_a_photograph_is_for_nobody_without_the_consent_of_those_shown(
    audience: Audience, consent: str
) -> None:
    said = {"kind": "picture", "id": "photo", "audience": "public", "consent": consent}
    photo = parse_record(json.dumps(said).encode())
    assert (admit(small(photo), audience).get(Picture, "photo") is not None) == (consent == "given")
    assert isinstance(photo, Picture)
    for sort in ("plan", "logo"):
        other = structs.replace(photo, sort=sort)
        assert admit(small(other), audience).get(Picture, "photo") == other


def test_a_picture_begins_with_guests_and_as_a_photograph_of_people_who_were_not_asked() -> None:
    assert bounds(Picture) == ("guest", "public")
    new = Picture(id="new", audience=begins(Picture))
    assert (new.sort, new.consent) == ("photograph", "")
    assert admit(small(new), "principal").get(Picture, "new") is None


def made(seed: int) -> tuple[Visit, list[str]]:
    """The sample with pictures that say words in three scripts which stand nowhere else."""
    random = Random(seed)
    words: list[str] = []
    records: list[Picture] = []
    for number in range(12):
        own = [f"गुप्तचित्र{seed}क{number}", f"ZQ{seed}X{number}Q", f"秘密図{seed}番{number}号"]
        words += own
        caption = Text(hi=own[0], en=own[1], ja=own[2])
        records.append(
            Picture(
                id=f"canary:{number}", audience=random.choice(AUDIENCES), caption=caption, alternative=caption,
                sort=random.choice(SORTS), consent=random.choice(["", "given", "refused"]),
                image=Image(digest=f"{number:064x}", form="png", width=9, height=9, file=f"{own[1]}.png"),
                organisation=random.choice([None, "org:lohum"]), where=random.choice([None, "place:hall"]),
                section=random.choice([None, "sec:purpose"]), specimen=True,
            )
        )  # fmt: skip
    return decode(encode(Visit([*sample(), *records])), "random"), words


@pytest.mark.parametrize("seed", range(3))
def test_no_word_of_a_picture_is_in_what_packs_can_print(seed: int) -> None:
    visit, words = made(seed)
    sections = tuple(section.id for section in visit.of(Section))
    for record in visit.of(Pack):
        shown = structs.replace(record, sections=sections)
        told = [*extent(visit, shown)]
        assert told == [*extent(sample(), shown)]
        assert not [word for word in words if word in repr(told)]


@pytest.mark.parametrize("ident", ["delegates", "principal", "security"])
def test_no_paper_changes_by_a_byte(ident: str) -> None:
    visit, words = made(7)
    shown = visit.get(Pack, ident)
    assert shown is not None
    pdf = render(visit, shown, created=1).pdf
    assert pdf == render(sample(), shown, created=1).pdf
    said = bare("".join(mupdf(pdf)))
    assert not [word for word in words if word in said or word.encode() in pdf]


def test_the_caption_of_a_picture_has_all_languages_or_a_finding() -> None:
    one = Picture(id="one", audience="guest", caption=Text(en="Plan"))
    found = [*languages.lacking(small(one, pack(id="all", languages=LANGS)), LANGS)]
    assert {finding.field for finding in found if finding.record == "one"} == {
        "caption.hi",
        "caption.ja",
    }
