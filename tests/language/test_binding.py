"""What no line parts: numbers with what they count, dates, names with their honorifics, in texts as
people type them.
"""

from decimal import Decimal
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lohum_brief.language import numbers
from lohum_brief.language.breaking import segments
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.typeset.cutting import breaks, words
from tests.language.test_golden import CASES

AROUND: dict[Lang, tuple[str, str]] = {
    "hi": ("यह रिपोर्ट के अनुसार ", " का मामला है।"),
    "en": ("the report says that ", " and so on."),
    "ja": ("報告では、", "という。"),
}


def pieces(text: str, lang: Lang) -> list[str]:
    return words(text, lang, phrases=False)


@pytest.mark.parametrize(
    ("lang", "whole"),
    [
        ("hi", "30 डिग्री सेल्सियस"),
        ("hi", "25 से 30 टन"),
        ("hi", "सुबह 9 बजे"),
        ("hi", "पूर्वाह्न 10:30"),
        ("hi", "महामहिम सुश्री जेन स्पेसिमेन"),
        ("hi", "डॉ. अंजलि शर्मा"),
        ("hi", "श्री मिहोन तारो"),
        ("hi", "₹ 500"),
        ("hi", "8-10 जुलाई 2025"),
        ("hi", "20 ± 2 टन"),
        ("en", "10:30 a.m."),
        ("en", "8–10 July 2025"),
        ("en", "10:30–11:45"),
        ("en", "FY 2024–25"),
        ("en", "25 to 30 tonnes"),
        ("en", "20 ± 2 t"),
        ("en", "1 in 10"),
        ("en", "H.E. Ms Jane van der Berg"),
        ("en", "Dr Anjali Sharma"),
        ("en", "H.E. Mr Mihon Tarō"),
        ("en", "Smt. Anjali Sharma"),
        ("en", "Sec. 3"),
        ("en", "Fig. 2"),
        ("en", "pp. 12–14"),
        ("en", "phase II"),
        ("en", "Group A"),
        ("en", "Rs. 1,500 crore"),
        ("en", "¥340 billion"),
        ("en", "5 × 10"),
        ("ja", "マイナス12.5%"),
        ("ja", "見本太郎様"),
        ("ja", "ジェーン・スペシメン閣下"),
        ("ja", "田中教授"),
        ("ja", "午前10時30分"),
        ("ja", "US$ 500"),
        ("ja", "第4条第2項"),
        ("ja", "A班"),
        ("ja", "10分の1"),
        ("ja", "100 kWh"),
        ("ja", "８名様"),
        ("ja", "令和7年7月8日（火）"),
        ("ja", "第3回"),
        ("hi", "5 लाख करोड़ येन"),
        ("hi", "8 जुलाई"),
        ("hi", "1 जुलाई 2025"),
        ("hi", "50 मेगावाट-घंटे"),
        ("hi", "128 गीगावाट-घंटे"),
        ("hi", "74 सदस्यीय"),
        ("hi", "13.97 लाख टन"),
        ("hi", "42 लाख टन"),
        ("hi", "3.5–17 टन"),
        ("hi", "१२ लाख रुपये"),
        ("hi", "वित्त वर्ष 2024-25"),
        ("hi", "धारा 3"),
        ("hi", "34 करोड़ अमेरिकी डॉलर"),
        ("hi", "श्री मिहोन"),
        ("hi", "सुश्री राव"),
        ("hi", "डॉ. वर्मा"),
        ("hi", "महामहिम श्री मिहोन"),
        ("hi", "वर्मा जी"),
        ("en", "8 July 2025"),
        ("en", "July 2025"),
        ("en", "July 8, 2025"),
        ("en", "5 MWh"),
        ("en", "5 lakh crore yen"),
        ("en", "₹34,000 crore"),
        ("en", "US$ 5 million"),
        ("en", "18 million tonnes"),
        ("en", "74 members"),
        ("en", "98 000 t"),
        ("en", "10:30 IST"),
        ("en", "FY 2024-25"),
        ("en", "Section 3"),
        ("en", "page 9"),
        ("en", "3.5 per cent"),
        ("en", "Mr Sharma"),
        ("en", "H.E. Ms Specimen"),
        ("ja", "2025年7月8日（火）"),
        ("ja", "令和元年5月1日"),
        ("ja", "13時30分"),
        ("ja", "13:30～13:45"),
        ("ja", "5～15トン"),
        ("ja", "2025年～2027年"),
        ("ja", "7月8日～10日"),
        ("ja", "8か所"),
        ("ja", "4カ国"),
        ("ja", "3カ月"),
        ("ja", "３ヶ月"),
        ("ja", "5つ"),
        ("ja", "30種類"),
        ("ja", "30種"),
        ("ja", "2024年度"),
        ("ja", "500クロール"),
        ("ja", "12室"),
        ("ja", "30席"),
        ("ja", "2泊"),
        ("ja", "6週間"),
        ("ja", "１０名"),
        ("ja", "第3条"),
        ("ja", "第2四半期"),
        ("ja", "3,400億ルピー"),
        ("ja", "4億5,000万ドル"),
        ("ja", "三千四百億ルピー"),
        ("ja", "二〇〇八年"),
        ("ja", "90%超"),
        ("en", "at least 74 members"),
        ("en", "at most 500 t"),
        ("hi", "कम से कम 74 सदस्य"),
        ("hi", "अधिक से अधिक 500 टन"),
        ("ja", "10 GWh/年以下"),
        ("ja", "［単位：mg］以上"),
        ("ja", "約74名"),
        ("en", "about 74 members"),
        ("hi", "लगभग 74 सदस्य"),
        ("ja", "20,000トン/年"),
        ("ja", "5 GWh/年"),
        ("ja", "3万平方メートル"),
        ("ja", "郎様"),
        ("ja", "郎 様"),
        ("ja", "中氏"),
        ("ja", "使閣下"),
        ("ja", "表紙 和子 様"),
        ("ja", "表紙\u00a0和子\u00a0様"),
        ("ja", "大使 閣下"),
        ("en", "3.4 billion–3.9 billion"),
        ("hi", "340 करोड़–390 करोड़ से अधिक"),
        ("en", "₹90 lakh–₹2 crore"),
        ("hi", "34,000–39,000 से अधिक वाहन"),
        ("hi", "3.4\u00a0करोड़\u00a0यूरो से अधिक"),
        ("hi", "50 से अधिक"),
        ("hi", "90% तक"),
        ("hi", "400\u00a0कंपनियों तक"),
        ("hi", "−5 से 15°से. तक"),
        ("hi", "50 से ज़्यादा लोग"),
        ("hi", "ए. पी. जे. कलाम"),
        ("hi", "डॉ. ए. पी. जे. अब्दुल"),
        ("hi", "04:30 भारतीय समय"),
        ("hi", "10:30 बजे IST"),
        ("hi", "[इकाई: bar]"),
        ("hi", "+91 11 2345 6789"),
        ("en", "10:30 hrs IST"),
        ("en", "3 p.m. IST"),
        ("en", "04:30 Indian time"),
        ("en", "+91 11 2345 6789"),
        ("en", "+81 (0)3 1234 5678"),
        ("en", "A. P. J. Abdul"),
        ("en", "[unit: bar]"),
        ("ja", "50人以上"),
        ("ja", "10 GWh/年超"),
        ("ja", "10\u00a0GWh/年超"),
        ("ja", "最大12,500\u00a0GWh/年"),
        ("ja", "最大12トン/年"),
        ("ja", "インド時間04:30"),
        ("ja", "日本時間13:30～13:45"),
        ("ja", "+81 3 1234 5678"),
        ("ja", "［単位：mg］超"),
        ("ja", "（CO₂換算）"),
        ("ja", "（Li換算）"),
        ("ja", "千人"),
        ("ja", "数百名"),
        ("ja", "数十カ国"),
        ("ja", "千億円"),
        ("ja", "５ＭＷ"),
    ],
)
def test_it_is_never_parted(lang: Lang, whole: str) -> None:
    before, behind = AROUND[lang]
    assert any(whole in piece for piece in pieces(before + whole + behind, lang)), pieces(
        before + whole + behind, lang
    )


@pytest.mark.parametrize(
    ("lang", "text", "parted"),
    [
        ("en", "in 2025 and later", ["in ", "2025 ", "and ", "later"]),
        ("en", "of 2025, the plant", ["of ", "2025, ", "the ", "plant"]),
        ("en", "the Drum and the Dr", ["the ", "Drum ", "and ", "the ", "Dr"]),
        ("hi", "2025 और बाद में", ["2025 ", "और ", "बाद ", "में"]),
        ("en", "as we planned. Next", ["as ", "we ", "planned. ", "Next"]),
        ("hi", "यहाँ से अधिक", ["यहाँ ", "से अधिक"]),
        ("hi", "यहाँ तक", ["यहाँ ", "तक"]),
        ("ja", "様々な氏名", ["様々", "な", "氏", "名"]),
        ("ja", "千葉や数回路", ["千", "葉", "や", "数", "回", "路"]),
    ],
)
def test_what_does_not_belong_together_is_parted(lang: Lang, text: str, parted: list[str]) -> None:
    assert pieces(text, lang) == parted


@pytest.mark.parametrize("lang", LANGS)
def test_whatever_the_program_prints_of_numbers_and_dates_is_one_piece(lang: Lang) -> None:
    forms = {"decimal", "compact", "percent", "quantity", "date", "day", "times"}
    printed = [getattr(case, lang).replace("~", "\u00a0") for case in CASES if case.form in forms]
    assert len(printed) > 100
    before, behind = AROUND[lang]
    for text in printed:
        whole = before + text + behind
        for end in accumulate(map(len, pieces(whole, lang)[:-1])):
            if len(before) < end < len(before) + len(text):
                # The end of a year, a range in words and what is counted may stand on the next
                # line, no number alone.
                assert (
                    not whole[:end].rstrip()[-1].isdecimal()
                    or whole[end] == "("
                    or whole[end:].startswith("से ")
                ), text


@pytest.mark.parametrize("text", ["60–70%", "3.5–17", "13:30–13:45", "−5–15°C", "10%–25%"])
@pytest.mark.parametrize("lang", ["hi", "en"])
def test_a_range_is_not_parted_at_its_dash(lang: Lang, text: str) -> None:
    assert breaks([text], lang) == [[]]
    assert segments(text, lang) == [text]


@pytest.mark.parametrize("sign", "～〜")
def test_no_line_begins_with_the_sign_of_a_range(sign: str) -> None:
    for text in (f"東京{sign}大阪", f"第一{sign}第三", f"朝{sign}夕", f"A{sign}B"):
        assert not any(piece.startswith(sign) for piece in pieces(text, "ja"))


@given(
    st.lists(
        st.sampled_from(
            [
                *"第約年月日時か所国つ名度間～、。（）のは 　様氏",
                "2025",
                "１０",
                "3,400",
                "億",
                "トン",
                "GWh",
                "令和",
            ]
        )
    ).map("".join),
    st.booleans(),
)
def test_no_digit_is_parted_from_the_next(text: str, narrow: bool) -> None:
    found = segments(text, "ja", narrow=narrow)
    assert "".join(found) == text
    for end in accumulate(map(len, found[:-1])):
        assert not (text[end - 1].isdecimal() and text[end].isdecimal()), found


@given(
    st.text(alphabet="12 .,–लाखटनaJuly जुलाई₹%", max_size=40),
    st.sampled_from(("hi", "en")),
    st.booleans(),
)
def test_pieces_are_the_text(text: str, lang: Lang, narrow: bool) -> None:
    assert "".join(words(text, lang, phrases=False, narrow=narrow)) == text


def test_where_a_date_has_no_room_it_breaks_between_its_numbers() -> None:
    assert segments("2025年7月8日（火）", "ja", narrow=True) == ["2025年", "7月", "8日", "（火）"]
    assert words("8 July 2025", "en", phrases=False, narrow=True) == ["8 ", "July ", "2025"]


def test_large_units_hold_together_wherever_they_are_pasted() -> None:
    assert numbers.compact(Decimal(5 * 10**12), "hi") == "5\u00a0लाख\u00a0करोड़"
    assert numbers.compact(Decimal(5 * 10**12), "en", scale="crore") == "5\u00a0lakh\u00a0crore"
