"""What claims a lower audience than its sort may have is never printed, and a pack that would have
printed it is refused.
"""

import msgspec
import pytest

from lohum_brief.packs.admit import admit
from lohum_brief.packs.floors import MisplacedError, require_floors
from lohum_brief.visit.audiences import INWARD
from lohum_brief.visit.records import Chart, Note, NoteKind, Pack, Section
from tests.packs.conftest import GUEST_PACK, pack, small, text
from tests.packs.extraction import bare, mupdf
from tests.packs.planning import plan
from tests.packs.rendering import render

GUESTS = pack(GUEST_PACK, languages=("en",))


def misplaced(sort: NoteKind = "red_line", ident: str = "zz") -> Note:
    return Note(id=ident, audience="guest", sort=sort, text=text("NEVERSAY"), date="2025-06-01")


@pytest.mark.parametrize("sort", sorted(INWARD))
def test_a_guests_pack_that_would_print_an_inward_note_is_refused(sort: NoteKind) -> None:
    with pytest.raises(MisplacedError) as caught:
        render(small(misplaced(sort)), GUESTS)
    assert caught.value.places == (("zz", "audience"),)
    assert "zz, audience" in str(caught.value)
    assert "NEVERSAY" in str(caught.value)


def test_several_are_counted_and_all_named_as_places() -> None:
    with pytest.raises(MisplacedError, match=r"1 more record is like this\.") as caught:
        render(small(misplaced(), misplaced("ask", "yy")), GUESTS)
    assert caught.value.places == (("zz", "audience"), ("yy", "audience"))


def test_it_is_refused_for_the_audience_that_it_is_printed_for() -> None:
    hosts = small().get(Pack, "hosts")
    assert hosts is not None
    require_floors(small(misplaced()), hosts)
    with pytest.raises(MisplacedError):
        require_floors(small(misplaced()), msgspec.structs.replace(hosts, audience="guest"))


def listing(*sorts: NoteKind, audience: str = "public") -> Section:
    return Section(
        id="sec:notes",
        audience=audience,  # type: ignore[arg-type]
        title=text("Notes"),
        content="notes",
        sorts=sorts,
    )


@pytest.mark.parametrize(
    "section",
    [listing("background"), listing(audience="host")],
    ids=["another sort", "a section for hosts"],
)
def test_a_pack_that_would_not_print_it_is_printed(section: Section) -> None:
    given = small(misplaced(), changed={"sec:notes": section})
    require_floors(given, GUESTS)
    assert "NEVERSAY" not in repr(plan(admit(given, "guest"), GUESTS))


def test_a_chart_of_a_misplaced_note_is_refused_too() -> None:
    chart = Chart(
        id="ch",
        audience="guest",
        section="sec:prose",
        form="timeline",
        title=text("When"),
        notes=("zz",),
    )
    given = small(misplaced(), chart, changed={"sec:notes": listing("background")})
    with pytest.raises(MisplacedError):
        render(given, GUESTS)
    with pytest.raises(MisplacedError):
        require_floors(given, pack(GUESTS, form="sheet"))


def test_what_is_misplaced_is_not_admitted_whoever_asks() -> None:
    assert "zz" not in admit(small(misplaced()), "guest").by_id
    assert "zz" in admit(small(misplaced()), "host").by_id


def test_all_sorts_are_those_for_the_readers_of_the_pack() -> None:
    hosts = pack(GUESTS, audience="host")
    for record, said in ((GUESTS, False), (hosts, True)):
        planned = repr(plan(admit(small(), record.audience), record))
        assert ("SECRETASK" in planned) is said
        assert ("SECRETANSWER" in planned) is said
        assert "background English" in planned


def test_without_admitting_all_sorts_below_hosts_leave_the_inward_ones_out() -> None:
    planned = repr(plan(small(misplaced()), GUESTS))  # as if somebody had forgotten to admit
    assert "NEVERSAY" not in planned
    assert "SECRETASK" not in planned


@pytest.mark.parametrize(
    ("form", "called"),
    [("book", ("Briefing papers", "説明資料")), ("sheet", ("Briefing sheet", "説明用カード"))],
)
def test_a_pack_for_others_than_its_readers_has_words_for_its_kind_as_title(
    form: str, called: tuple[str, str]
) -> None:
    own = pack(
        GUEST_PACK,
        id="p",
        audience="host",
        title=text("TALKSTRATEGY"),
        languages=("en", "ja"),
        form=form,
    )
    pdf = render(small(own), pack(own, audience="guest"), created=1).pdf
    words = bare("".join(mupdf(pdf)))
    assert "TALKSTRATEGY" not in words
    assert b"TALKSTRATEGY" not in pdf
    assert all(bare(word) in words for word in called)
    assert "TALKSTRATEGY" in bare("".join(mupdf(render(small(own), own, created=1).pdf)))
