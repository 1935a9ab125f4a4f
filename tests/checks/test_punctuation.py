import pytest

from lohum_brief.checks.fixing import fixed
from lohum_brief.checks.punctuation import findings, unpaired
from lohum_brief.checks.run import check
from lohum_brief.visit.edit import apply
from lohum_brief.visit.records import Note, Particulars
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("「電池」（使用済み）", []),
        ("「電池", ["「"]),
        ("電池」", ["」"]),
        ("「電池『材料」", ["「", "『", "」"]),
        ("（電池)", []),
        ("1) first, 2) second; a) third", []),
        ("（1）電池、（2）材料", []),
        ("ア）電池", []),
        ("बैटरी (पुरानी", ["("]),
        ("बैटरी “पुरानी", ["“"]),
        ("a (b [c] d)", []),
        ("", []),
    ],
)
def test_brackets_and_quotation_marks_without_their_pair_are_found(
    text: str, marks: list[str]
) -> None:
    assert unpaired(text) == marks


def note(hi: str = "", en: str = "", ja: str = "") -> Visit:
    particulars = Particulars(id="v", audience="public", title=Text(hi="क", en="a", ja="あ"))
    return Visit(
        [particulars, Note(id="n", audience="host", sort="ask", text=Text(hi=hi, en=en, ja=ja))]
    )


def test_a_bracket_without_its_pair_is_a_warning_at_its_language() -> None:
    found = [(f.severity, f.field, f.about) for f in findings(note("(क)", "(a", "「あ"))]
    assert found == [("warning", "text.en", "("), ("warning", "text.ja", "「")]


def test_a_full_stop_of_another_script_becomes_that_of_the_language() -> None:
    visit = note("संयंत्र बड़ा है. डॉ. राव आए", "The plant is big.", "工場は大きい.次へ")
    found = [finding for finding in check(visit) if finding.rule == "punctuation"]
    assert [(f.severity, f.field) for f in found] == [("info", "text.hi"), ("info", "text.ja")]
    after = apply(visit, fixed(visit, found)).get(Note, "n")
    assert after is not None
    assert (after.text["hi"], after.text["ja"]) == ("संयंत्र बड़ा है। डॉ. राव आए", "工場は大きい。次へ")
