import datetime as dt
import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lohum_brief.language.codes import LANGS
from lohum_brief.packs.admit import admit
from lohum_brief.visit.document import parse_record
from lohum_brief.visit.kinds import KINDS
from lohum_brief.visit.needs import FOR_HOSTS
from lohum_brief.visit.readers import AUDIENCES, Audience
from lohum_brief.visit.records import (
    AnyRecord,
    Item,
    Meeting,
    Note,
    Organisation,
    Pack,
    Paragraph,
    Person,
    Section,
    Source,
    Vehicle,
)
from lohum_brief.visit.records import NamePart as Name
from lohum_brief.visit.text import EMPTY
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import LAYOUTS, RECORDS, pack, sample, small, text
from tests.packs.extraction import bare, mupdf
from tests.packs.rendering import render


@pytest.mark.parametrize("audience", AUDIENCES)
def test_nothing_above_the_audience_is_admitted(audience: Audience) -> None:
    allowed = {
        "public": {"public"},
        "guest": {"public", "guest"},
        "host": {"public", "guest", "host"},
        "principal": {"public", "guest", "host", "principal"},
        "security": {"public", "guest", "security"},
    }[audience]
    admitted = admit(small(), audience)
    assert {record.audience for record in admitted} <= allowed
    assert [record.id for record in admitted] == [
        record.id for record in RECORDS if record.audience in allowed
    ]


HIDDEN = [
    record
    for record in RECORDS
    if record.audience in {"host", "principal"} and not isinstance(record, Pack)
]


def rendered(visit: Visit, layout: str = "parallel") -> bytes:
    return render(visit, pack(layout=layout), created=1).pdf


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_guests_get_does_not_depend_on_what_they_may_not_read(layout: str) -> None:
    with_all = rendered(small(), layout)
    assert rendered(small(without=tuple(record.id for record in HIDDEN)), layout) == with_all
    more: list[AnyRecord] = [
        Paragraph(
            id="zz1",
            audience="host",
            section="sec:prose",
            text=text("चाल 𠮷 more"),
            sources=("src:a", "src:uncited"),
        ),
        Paragraph(
            id="zz2", audience="principal", section="sec:prose", text=text("\U0001f512")
        ),  # no font has it
        Note(
            id="zz3", audience="host", sort="background", text=text("lithium uranium यूरेनियम ウラン")
        ),
        Item(
            id="zz4",
            audience="host",
            title=text("early"),
            start=dt.datetime(2025, 7, 7),  # noqa: DTZ001
            specimen=True,
        ),
        Person(
            id="zz5",
            audience="principal",
            family=Name(ja="秘", en="SECRET"),
            specimen=True,
            organisation="org:guest",
        ),
        Organisation(id="zz6", audience="host", name=text("hidden")),
        Source(id="zz7", audience="host", title="hidden"),
    ]
    assert rendered(small(*more), layout) == with_all


@given(st.data())
def test_ids_of_hidden_records_change_nothing(data: st.DataObject) -> None:
    ids = data.draw(
        st.lists(st.text("abcXYZ019-", min_size=1, max_size=9), min_size=9, max_size=9, unique=True)
    )
    renamed = {
        record.id: msgspec.structs.replace(record, id=f"x{ident}")
        for record, ident in zip(HIDDEN, ids, strict=False)
    }
    before = admit(small(), "guest")
    assert (
        admit(small(changed=renamed), "guest") == before
    )  # planning sees an equal visit, whatever the hidden ids are


def test_hidden_ids_change_no_byte() -> None:
    renamed = {
        record.id: msgspec.structs.replace(record, id=f"aaa{i}") for i, record in enumerate(HIDDEN)
    }
    assert rendered(small(changed=renamed)) == rendered(small())


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_word_of_the_hosts_is_in_a_guests_pack(layout: str) -> None:
    said = "".join(mupdf(rendered(small(), layout)))
    assert "SECRET" not in said
    assert "HOSTS" not in said
    hosts = "".join(mupdf(render(small(), pack(audience="host")).pdf))
    assert "SECRETASK" in hosts
    assert "SECRETANSWER" in hosts
    assert "HOSTSONLY" in hosts
    assert "SECRETLINE" not in hosts


def test_the_samples_talking_points_are_nowhere_in_its_guests_packs() -> None:
    visit = sample()
    hidden = [
        bare(note.text[lang])
        for note in visit.of(Note)
        if note.audience in {"host", "principal"}
        for lang in LANGS
        if note.text[lang]
    ]
    assert len(hidden) > 60
    every = tuple(section for record in visit.of(Pack) for section in record.sections)
    wanted = pack(sections=tuple(dict.fromkeys(every)), languages=LANGS)
    said = bare("".join(mupdf(render(visit, wanted).pdf)))
    assert [words for words in hidden if words[:60] in said] == []


PRIVATE = {
    "rank": 7, "decided_by": "SECRETRANK", "arrival": "SECRETFLIGHT", "departure": "SECRETFLIGHT",
    "arrival_place": "SECRETPLACE", "departure_place": "SECRETPLACE",
    "arrives": dt.datetime(2025, 7, 9, 6), "departs": dt.datetime(2025, 7, 12, 6),  # noqa: DTZ001
    "hotel": "SECRETHOTEL", "room": "SECRETROOM",
    "precedence": "SECRETRANK", "diet": "halal", "allergies": ("nuts",), "mobility": "wheelchair", "helmet": "L",
    "coat": "XL", "shoes": "26", "gloves": "9", "needs": text("SECRETNEED"), "consent_print": "given",
    "consent_photo": "refused", "consent_data": "given", "consent_date": dt.date(2025, 7, 1),
}  # fmt: skip


def test_every_field_that_hosts_alone_read_is_tried() -> None:
    assert set(PRIVATE) == set(FOR_HOSTS)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_guests_read_nobodys_needs_and_consents(layout: str) -> None:
    known = {person.id: msgspec.structs.replace(person, **PRIVATE) for person in small().of(Person)}
    needs = Section(id="sec:needs", audience="public", title=text("Needs"), content="needs")
    asked = pack(layout=layout, sections=(*pack().sections, "sec:needs"))
    guests = render(small(needs, changed=known), asked, created=1).pdf
    assert guests == render(small(needs), asked, created=1).pdf
    hosts = "".join(mupdf(render(small(needs, changed=known), pack(asked, audience="host")).pdf))
    assert "SECRETNEED" in hosts
    assert "SECRETRANK" not in hosts


def test_a_photo_is_admitted_with_consent_only() -> None:
    [person] = small().of(Person)[:1]
    for consent, admitted in (("given", "a" * 64), ("refused", ""), ("", "")):
        changed = msgspec.structs.replace(person, photo="a" * 64, consent_print=consent)
        for audience in ("guest", "host"):
            found = admit(small(changed={person.id: changed}), audience).get(Person, person.id)
            assert found is not None
            assert found.photo == admitted


@pytest.mark.parametrize(
    ("meant_for", "read_by"),
    [
        ("public", ("public", "guest", "host", "principal", "security")),
        ("guest", ("guest", "host", "principal", "security")),
        ("host", ("host", "principal")),
        ("principal", ("principal",)),
        ("security", ("security",)),
    ],
)
def test_how_to_reach_somebody_is_read_by_whom_it_is_meant_for(
    meant_for: Audience, read_by: tuple[Audience, ...]
) -> None:
    [person] = small().of(Person)[:1]
    ways = {"phone": "+81 90 0000 0000", "mail": "a@example.org", "contact": "Room 7"}
    changed = msgspec.structs.replace(person, audience="public", contact_for=meant_for, **ways)
    for audience in AUDIENCES:
        found = admit(small(changed={person.id: changed}), audience).get(Person, person.id)
        assert found is not None
        read = {name: getattr(found, name) for name in ways}
        assert read == (ways if audience in read_by else dict.fromkeys(ways, ""))


@pytest.mark.parametrize("kind", ["observation", "figure", "statement"])
def test_the_reason_of_a_choice_can_be_kept_for_hosts(kind: str) -> None:
    why = "why" if kind == "statement" else "note"
    chosen: dict[str, dict[str, object]] = {
        "observation": {"metric": "m", "value": "1"},
        "figure": {"name": {"en": "F"}, "value": "1"},
        "statement": {"text": {"en": "S"}},
    }
    said = {"kind": kind, "id": "chosen", "audience": "public", "conflict": "c", **chosen[kind]}
    other = parse_record(json.dumps({**said, "id": "other", "chosen": False}).encode())
    plain = parse_record(json.dumps(said).encode())
    kept = parse_record(
        json.dumps({**said, why: {"en": "SECRETREASON"}, "reason_for": "host"}).encode()
    )
    for audience in ("public", "guest"):
        guests = admit(small(kept, other), audience)
        assert guests == admit(small(plain, other), audience)
        assert guests.get(type(kept), "chosen") is not None
    assert getattr(admit(small(kept, other), "host").get(type(kept), "chosen"), why)["en"] == (
        "SECRETREASON"
    )


def test_nobody_says_who_reads_it_and_only_hosts_do() -> None:
    assert Person(id="p", audience="guest", family=Name(en="A")).contact_for == "host"


def test_drivers_and_plates_are_for_hosts_and_what_not_to_say_for_the_principal() -> None:
    car = Vehicle(
        id="car", audience="guest", name=text("Car 1"), driver="person:g", plate="DL 1C 0000"
    )
    talk = Meeting(
        id="talk", audience="host", title=text("Talk"), ask=text("ASK"), do_not_say=text("NEVER")
    )
    visit = small(car, talk)
    guests, hosts, principal = (
        admit(visit, audience) for audience in ("guest", "host", "principal")
    )
    assert guests.get(Vehicle, "car") == Vehicle(id="car", audience="guest", name=text("Car 1"))
    assert guests.get(Meeting, "talk") is None
    assert hosts.get(Vehicle, "car") == car
    assert hosts.get(Meeting, "talk") == msgspec.structs.replace(talk, do_not_say=EMPTY)
    assert principal.get(Meeting, "talk") == talk


def test_every_closed_field_can_be_left_out() -> None:
    for kind in KINDS:
        for name in kind.closed:
            [field] = [one for one in msgspec.structs.fields(kind.record) if one.name == name]
            assert field.default is not msgspec.NODEFAULT or callable(field.default_factory), name
