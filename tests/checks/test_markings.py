"""What marks a text as not for its readers is found in what guests and the public read."""

import pytest
from msgspec import structs

from lohum_brief.checks.finding import mark_of
from lohum_brief.checks.fixing import fixed
from lohum_brief.checks.markings import RULE, findings
from lohum_brief.checks.run import check
from lohum_brief.checks.waiving import waivable
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.message import Message
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit.edit import apply
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import NamePart, Note, Particulars, Person
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

VISIT = Particulars(id="visit", audience="public", title=Text(en="Visit"))


def visit(lang: Lang, text: str, audience: Audience = "guest") -> Visit:
    words = Text(**{lang: text})  # type: ignore[arg-type]
    return Visit([VISIT, Note(id="note:1", audience=audience, sort="message", text=words)])


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("en", "INTERNAL", "INTERNAL"),
        ("en", "Internal", "Internal"),
        ("en", "Mr Hinagata speaks. INTERNAL, not for guests.", "not for guests"),
        ("en", "Mr Hinagata speaks, not for guests.", "not for guests"),
        ("en", "Tea (not for guests)", "not for guests"),
        ("en", "Internal: the chairman is late.", "Internal"),
        ("en", "Tea [internal]", "internal"),
        ("en", "Tea – internal use only", "internal use only"),
        ("en", "The CONFIDENTIAL offer", "CONFIDENTIAL"),
        ("en", "First line\nStrictly confidential\nlast line", "Strictly confidential"),
        ("hi", "श्री हिनागाता बोलेंगे। आंतरिक।", "आंतरिक"),
        ("hi", "चाय (अतिथियों के लिए नहीं)", "अतिथियों के लिए नहीं"),
        ("hi", "गोपनीय: अध्यक्ष विलंब से आएँगे", "गोपनीय"),
        ("ja", "雛形一郎様が挨拶する。社外秘。", "社外秘"),
        ("ja", "茶会（社外秘）", "社外秘"),
        ("ja", "先方に見せないこと。", "先方に見せないこと"),
        ("ja", "【機密】会談", "機密"),
        ("ja", "挨拶　社外秘", "社外秘"),
        ("ja", "ＩＮＴＥＲＮＡＬ", "INTERNAL"),
    ],
)
def test_a_marking_is_an_error_that_names_its_words(lang: Lang, text: str, words: str) -> None:
    held = visit(lang, text)
    (found,) = findings(held)
    assert (found.severity, found.rule, found.record, found.field) == (
        "error",
        RULE,
        "note:1",
        f"text.{lang}",
    )
    assert isinstance(found.message, Message)
    assert found.message["words"] == words
    assert not waivable(found)
    assert any(one.rule == RULE for one in check(held))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Internal resistance rises; internal combustion does not."),
        ("en", "Internal, external and cross-border flows"),
        ("en", "Walls: internal."),
        ("en", "The secret of success is patience."),
        ("en", "INTERNAL COMBUSTION ENGINES in hall 2"),
        ("en", "Talks (restricted)"),
        ("en", "Working lunch (officials only)"),
        ("en", "Gifts: for the hosts"),
        ("en", "The lift is not for guests with luggage"),
        ("en", "Department for Promotion of Industry and Internal Trade"),
        ("hi", "आंतरिक प्रतिरोध बढ़ता है।"),
        ("hi", "उद्योग संवर्धन और आंतरिक व्यापार विभाग"),
        ("hi", "भोजन (केवल भारतीय पक्ष)"),
        ("hi", "धूम्रपान – प्रतिबंधित"),
        ("hi", "श्री गुप्त, श्री शर्मा"),
        ("ja", "内部短絡を防ぐ。"),
        ("ja", "内部"),
        ("ja", "投資額：非公表"),
        ("ja", "昼食（日本側のみ）"),
        ("ja", "撮影・録音・複製禁止。複製禁止。"),
        ("ja", "首脳会談（非公開）"),
        ("ja", "社外秘の設備は撮影できません。"),
        ("ja", "国内取引促進局"),
    ],
)
def test_the_same_words_in_a_sentence_mark_nothing(lang: Lang, text: str) -> None:
    assert not list(findings(visit(lang, text)))


def test_hosts_may_read_what_is_internal() -> None:
    assert not list(findings(visit("en", "INTERNAL", "host")))
    assert list(findings(visit("en", "INTERNAL", "public")))


def test_a_family_may_be_called_so() -> None:
    name = NamePart(hi="गोपनीय", en="Secret")
    who = Person(id="person:1", audience="guest", family=name, given=name)
    assert not list(findings(Visit([VISIT, who])))


@pytest.mark.parametrize(("text", "audience"), [("INTERNAL", "host"), ("SECRET", "principal")])
def test_the_fix_closes_the_record(text: str, audience: Audience) -> None:
    held = visit("en", text)
    found = [
        structs.replace(one, mark=mark_of(held.by_id[one.record], one)) for one in findings(held)
    ]
    after = apply(held, fixed(held, found))
    assert after.by_id["note:1"].audience == audience
    assert not list(findings(after))


def test_no_pack_or_visit_is_closed() -> None:
    titled = Particulars(id="visit", audience="public", title=Text(en="INTERNAL"))
    (found,) = findings(Visit([titled]))
    assert found.fix is None


def test_the_sample_bears_no_markings() -> None:
    assert {*LANGS} == {"hi", "en", "ja"}
    assert not list(findings(sample_visit()))
