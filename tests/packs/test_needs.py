import msgspec
import pytest

from lohum_brief.checks.run import check
from lohum_brief.release.weighing import weigh
from lohum_brief.visit.needs import NEEDS as FIELDS
from lohum_brief.visit.records import NamePart, Person, Section
from tests.packs.conftest import pack, small, text
from tests.packs.extraction import mupdf
from tests.packs.rendering import render

NEEDS = Section(id="sec:needs", audience="host", title=text("Needs"), content="needs")


def said(*langs: str, **fields: object) -> str:
    """The needs of the small visit's first guest, as hosts read them."""
    [person] = small().of(Person)[:1]
    changed = msgspec.structs.replace(person, **fields)
    wanted = pack(audience="host", languages=langs, sections=("sec:needs",))
    return " ".join(
        "".join(mupdf(render(small(NEEDS, changed={person.id: changed}), wanted).pdf)).split()
    )


def test_needs_are_counted_and_named_in_each_language() -> None:
    found = said("hi", "en", "ja", diet="halal", allergies=("nuts", "fish"), mobility="wheelchair")
    for word in (
        "Halal",
        "हलाल",
        "ハラール",
        "Nuts",
        "मेवे",
        "ナッツ類",
        "Wheelchair",
        "व्हीलचेयर",
        "車椅子",
        "MIHON Taro",
    ):
        assert word in found
    assert "Not known" in found  # the other person was not asked


def test_equipment_is_counted_by_size() -> None:
    found = said("en", helmet="L", shoes="26.5")
    assert "Helmet 1 L × 1 Not known: 1" in found
    assert "Safety shoes (cm) 1 26.5 × 1" in found
    assert "Gloves" not in found


def test_what_nobody_needs_is_not_there() -> None:
    found = said("en", diet="none")
    assert "No restriction" in found
    for word in ("Allergies", "Protective equipment", "Walking and stairs", "Other needs"):
        assert word not in found
    assert "Other needs" in said("en", needs=text("prayer room"))


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("hi", "1 श्री मिहोन तारो"), ("en", "1 Mr MIHON Taro"), ("ja", "1 見本 太郎 様")],
)
def test_guests_are_named_with_their_honorific_in_every_language(lang: str, expected: str) -> None:
    assert expected in said(lang, allergies=("nuts",), honorific="mr")


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("hi", "श्री SINGH [हिंदी रूप अनुपलब्ध] (Ministry हिन्दी)"),
        ("ja", "SINGH 様 ［日本語表記なし］（Ministry 日本語）"),
        ("en", "Mr SINGH (Ministry English)"),
    ],
)
def test_a_form_that_is_missing_is_marked(lang: str, expected: str) -> None:
    one = {"family": NamePart(en="Singh"), "given": NamePart(), "native": "en", "honorific": "mr"}
    assert expected in said(lang, allergies=("nuts",), **one)


def test_guests_are_named_with_their_honorific_in_japanese_and_counted_as_people() -> None:
    found = said("ja", allergies=("nuts",), helmet="L")
    assert "ナッツ類 1 見本 太郎 様" in found
    assert "保護具 数量" in found


def test_what_the_person_refused_to_have_shown_is_shown_to_nobody() -> None:
    """The consent is to those who receive the delegation seeing it: hosts and their principal are
    these.
    """
    private = {
        "diet": "halal", "allergies": ("nuts",), "mobility": "wheelchair", "helmet": "3XL", "coat": "XS", "shoes": "31",
        "gloves": "12", "needs": text("SECRETNEED"),
    }  # fmt: skip
    assert set(private) == set(FIELDS)
    assert "SECRETNEED" in said("en", **private, consent_data="given")
    one, other = small().of(Person)[:2]
    visit = small(
        NEEDS,
        changed={
            one.id: msgspec.structs.replace(one, **private, consent_data="refused"),
            other.id: msgspec.structs.replace(other, diet="vegan", helmet="M"),
        },
    )
    for audience in ("host", "principal"):
        shown = pack(audience=audience, languages=("en",), sections=("sec:needs",))
        found = " ".join("".join(mupdf(render(visit, shown).pdf)).split())
        assert "Vegan" in found
        for word in ("Halal", "Nuts", "Wheelchair", "3XL", "SECRETNEED", "Gloves"):
            assert word not in found
        standing = weigh(visit, shown, check(visit))
        assert not standing.blockers
        assert [(one.record, one.rule) for one in standing.warnings if one.rule == "consents"] == [
            (one.id, "consents")
        ]


def in_kanji(number: int) -> str:
    """A family name of kanji alone, as no line parts one: 姓戊甲 of 40."""
    return "姓" + "".join("甲乙丙丁戊己庚辛壬癸"[int(digit)] for digit in str(number))


def many(count: int, **fields: object) -> list[Person]:
    """People who all say the same, each with a name of their own."""
    [person] = small().of(Person)[:1]
    return [
        msgspec.structs.replace(
            person,
            id=f"many-{i}",
            family=NamePart(hi=f"कुल{i}", en=f"Family{i}", ja=in_kanji(i)),
            **fields,
        )
        for i in range(count)
    ]


def named(count: int, *langs: str, **fields: object) -> list[str]:
    """The pages of the needs of so many people."""
    wanted = pack(audience="host", languages=langs, sections=("sec:needs",))
    made = render(small(NEEDS, *many(count, **fields)), wanted)
    return [" ".join(page.split()) for page in mupdf(made.pdf)]


@pytest.mark.parametrize("count", [24, 25, 400])
@pytest.mark.parametrize("langs", [("en",), ("hi", "en", "ja")])
def test_who_needs_something_is_named_however_many_they_are(
    count: int, langs: tuple[str, ...]
) -> None:
    found = " ".join(named(count, *langs, diet="halal", allergies=("nuts",)))
    for number in range(count):
        assert found.count(f"FAMILY{number} ") >= 2, number  # with the meal and with the allergy
    for number in range(count):
        assert "hi" not in langs or found.count(f"कुल{number}") >= 2, number
        assert "ja" not in langs or found.count(in_kanji(number)) >= 2, number


def test_a_list_of_names_says_on_each_page_what_they_need() -> None:
    pages = named(400, "en", diet="halal")
    assert len(pages) > 1
    assert all("Halal" in page for page in pages if "FAMILY" in page)


def test_of_many_who_need_nothing_it_says_that_they_are_all_others() -> None:
    found = " ".join(named(30, "en", diet="none"))
    assert "No restriction 30 all others" in found
    assert "FAMILY" not in found
    assert "MIHON" in found  # who was not asked
    assert "FAMILY23" in " ".join(named(24, "en", diet="none"))
