"""Whatever a visit holds, a check says what is wrong with it and never stops."""

from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lohum_brief.checks.finding import Finding
from lohum_brief.checks.fixing import fixed
from lohum_brief.checks.run import check
from lohum_brief.errors import BriefError
from lohum_brief.visit.edit import apply
from lohum_brief.visit.records import Note
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.checks.test_numbers import PAIRS, PARTICULARS
from tests.visit.strategies import LINES, edits, visits

SLOW = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])


def each_fix_can_be_made(visit: Visit, found: list[Finding]) -> None:
    for finding in found:
        if finding.fix:
            with suppress(BriefError):  # said to the user, and nothing is changed
                apply(visit, fixed(visit, [finding]))


@SLOW
@given(st.data())
def test_a_visit_of_anything_edited_at_random_is_checked(data: st.DataObject) -> None:
    visit = data.draw(visits())
    each_fix_can_be_made(visit, check(visit))
    after = apply(visit, data.draw(edits(visit)))
    check(after)


WORDS = st.one_of(
    LINES,
    st.sampled_from([cell for row in PAIRS for cell in row[1:] if cell]),
    st.sampled_from([
        "{literal:5}", "{metric:x|round=1}", "「", "《", "½", "a half", "二〇〇〇〇", "元年", "9" * 80, "1,2,3", "99:99", "FY", "−",
        "बजे", "आधा", "लाख", "half a", "quarter of an", "twenty-", "R7", "令和", "3分の0", "0/0", "割", "年半", "  ", "...", "$", "₹.",
    ]),
)  # fmt: skip
STRINGS = st.lists(WORDS, max_size=6).flatmap(
    lambda words: st.sampled_from([" ".join(words), "".join(words)])
)


@settings(max_examples=150)
@given(STRINGS, STRINGS, STRINGS)
def test_texts_of_anything_are_compared(hi: str, en: str, ja: str) -> None:
    visit = Visit(
        [PARTICULARS, Note(id="n", audience="host", sort="ask", text=Text(hi=hi, en=en, ja=ja))]
    )
    each_fix_can_be_made(visit, check(visit))
