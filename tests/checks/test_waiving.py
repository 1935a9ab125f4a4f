import pytest
from msgspec import structs

from lohum_brief.checks.finding import Finding
from lohum_brief.checks.fixing import fixed
from lohum_brief.checks.run import check
from lohum_brief.checks.waiving import parted, waive
from lohum_brief.errors import UsageError
from lohum_brief.visit.document import decode, encode
from lohum_brief.visit.edit import apply, inverse, put, remove
from lohum_brief.visit.records import Note, Paragraph, Particulars, Waiver
from lohum_brief.visit.text import States, Text
from lohum_brief.visit.visit import Visit

NOTE = Note(id="n", audience="host", sort="ask", text=Text(hi="क", en="a"))
VISIT = Visit([Particulars(id="v", audience="public", title=Text(hi="क", en="a", ja="あ")), NOTE])
TIME = "2025-07-08T20:00:00Z"


def still(visit: Visit) -> list[Finding]:
    return parted(visit, check(visit))[0]


def waived(visit: Visit = VISIT) -> Visit:
    return apply(visit, waive(visit, still(visit), "a working paper", "Asha Rao", TIME))


def test_what_is_waived_is_listed_apart_with_who_when_and_why() -> None:
    open_, [one] = parted(waived(), check(waived()))
    assert open_ == []
    assert (one.finding.field, one.waiver.reason, one.waiver.who, one.waiver.time) == (
        "text.ja", "a working paper", "Asha Rao", TIME,
    )  # fmt: skip


def test_it_is_for_hosts_and_survives_the_document_and_undoing() -> None:
    after = waived()
    assert [waiver.audience for waiver in after.of(Waiver)] == ["host"]
    assert decode(encode(after), "x") == after
    edit = waive(VISIT, still(VISIT), "why", "who", TIME)
    assert still(apply(apply(VISIT, edit), inverse(edit))) == still(VISIT)


def test_it_is_open_again_when_what_it_is_about_changes_and_not_when_a_state_does() -> None:
    after = waived()
    checked = structs.replace(NOTE, text=structs.replace(NOTE.text, state=States(en="checked")))
    assert still(apply(after, put(after, checked))) == []
    other = structs.replace(NOTE, text=structs.replace(NOTE.text, en="b"))
    [again] = still(apply(after, put(after, other)))
    assert again.field == "text.ja"
    later = apply(after, put(after, other))
    assert still(waived(later)) == []
    assert len(waived(later).of(Waiver)) == 1


def test_what_has_changed_meanwhile_is_neither_waived_nor_mended() -> None:
    note = structs.replace(NOTE, text=Text(hi="क", en="a", ja="ｶ"))
    visit = Visit([VISIT.particulars, note])
    found = still(visit)
    later = apply(
        visit, put(visit, structs.replace(note, text=Text(hi="क", en="a", ja="typed since")))
    )
    with pytest.raises(UsageError):
        waive(later, found, "why", "who", TIME)
    with pytest.raises(UsageError):
        fixed(later, found)


def test_taking_a_waiver_back_opens_the_finding() -> None:
    after = waived()
    [waiver] = after.of(Waiver)
    assert len(still(apply(after, remove(after, waiver.id)))) == 1


def test_an_error_cannot_be_waived_even_by_a_record_that_was_written_elsewhere() -> None:
    broken = Visit(
        [
            *VISIT,
            Paragraph(id="p", audience="guest", section="gone", text=Text(hi="क", en="a", ja="あ")),
        ]
    )
    [error] = [finding for finding in still(broken) if finding.severity == "error"]
    with pytest.raises(UsageError, match="gone"):
        waive(broken, [error], "why", "who", TIME)
    as_warning = structs.replace(error, severity="warning")
    forged = apply(broken, waive(broken, [as_warning], "why", "who", TIME))
    assert error in still(forged)


@pytest.mark.parametrize("reason", ["", "  \n", "TBD", "未定", "-"])
def test_a_reason_must_be_given(reason: str) -> None:
    with pytest.raises(UsageError):
        waive(VISIT, still(VISIT), reason, "who", TIME)


def test_of_two_findings_about_one_field_each_is_waived_for_itself() -> None:
    note = Note(id="n", audience="host", sort="ask", text=Text(hi="क", en="a", ja="ｶ１"))
    visit = Visit([VISIT.particulars, note])
    [first, second] = still(visit)
    after = apply(visit, waive(visit, [first], "why", "who", TIME))
    assert still(after) == [second]


def test_what_a_reason_says_is_no_text_of_a_pack() -> None:
    after = apply(VISIT, waive(VISIT, still(VISIT), "\U0001f9ff ｶﾅ", "who", TIME))
    assert still(after) == []
