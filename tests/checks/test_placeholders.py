"""Stand-ins for a text that is still to be written."""

from decimal import Decimal

import pytest

from lohum_brief.checks.placeholders import POSSIBLE, RULE, findings, says_nothing, stand_in
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit.records import (
    AnyRecord,
    NamePart,
    Note,
    Observation,
    Organisation,
    Paragraph,
    Person,
    Point,
    Series,
    Source,
    Table,
    Term,
)
from lohum_brief.visit.text import Text
from tests.packs.conftest import small, text

STAND_INS = [
    "TBD", "Room: TBD", "TBA.", "T.B.C.", "(tbd)", "XXX", "Mr XXX of METI", "??? delegates", "？？？", "Lorem ipsum dolor sit",
    "Place to be confirmed", "to be announced", "TODO", "Placeholder", "[insert name]", "…", "??", "xx", "Test", "XX kg of cathode",
    "तय होना शेष", "स्थान तय होना शेष है", "समय निर्धारित किया जाना शेष", "पुष्टि शेष", "पुष्टि होनी बाकी", "बाद में भरें", "यहाँ लिखें",
    "未定", "会場：未定", "要確認", "後日決定", "ここに入力", "〇〇大臣", "○○○", "調整中", "仮",
]  # fmt: skip
WORDS = [
    "The outcome was to be expected.", "Vitamin B", "TBD1 gene", "XXL", "Is it so?", "Is it so??", "Wait … and see", "test run",
    "We are to be informed", "Section 7.1-XXX-2", "दर निर्धारित की गई", "लक्ष्य निर्धारित करना है", "शेष राशि", "बाद में लिखा गया", "पुष्टि की गई",
    "下書き（未定稿）", "未定義", "二〇〇八年", "調整中の案件がある", "仮設の施設", "確認中である", "決定した", "×3", "5 × 3",
]  # fmt: skip


@pytest.mark.parametrize("written", STAND_INS)
def test_a_stand_in_is_found_in_each_language(written: str) -> None:
    visit = small(
        Paragraph(
            id="own",
            audience="public",
            section="sec:prose",
            text=Text(hi=written, en=written, ja="本文"),
        )
    )
    assert {(found.record, found.field) for found in findings(visit)} == {
        ("own", "text.hi"),
        ("own", "text.en"),
    }
    assert {found.severity for found in findings(visit)} == {"warning"}


@pytest.mark.parametrize("written", WORDS)
def test_words_of_a_finished_text_are_none(written: str) -> None:
    assert not list(
        findings(
            small(
                Paragraph(
                    id="own",
                    audience="public",
                    section="sec:prose",
                    text=Text(hi=written, ja=written),
                )
            )
        )
    )


def test_a_cell_that_is_alike_in_all_languages_counts_and_what_others_published_does_not() -> None:
    visit = small(
        Table(
            id="t", audience="public", section="sec:prose", columns=(text("c"),), rows=(("TBD",),)
        ),
        Source(id="s", audience="public", title="Dates to be confirmed"),
        Paragraph(
            id="q",
            audience="public",
            section="sec:prose",
            text=Text(en="It is TBD."),
            verbatim="en",
        ),
    )
    assert [(found.record, found.field) for found in findings(visit)] == [("t", "rows.0.0")]


def test_there_is_none_in_the_sample() -> None:
    assert not list(findings(sample_visit()))


CERTAIN = [
    "TBD", "tbc", "T.B.D.", "To be confirmed by MEA", "XXX", "???", "[name]", "[insert name of minister]", "<insert text>",
    "{{name}}", "xx July 2025", "Call at XX:XX", "10:XX", "XX.XX.2025", "20XX", "Mr XXX of METI", "XX crore", "₹ __ crore", "Rs. XX",
    "H.E. Mr. ____", "___", "(to follow)", "Details to follow", "Details awaited", "Will be announced", "ToBeDetermined", "dummy text",
    "#REF!", "#N/A", "TODO: write", "{figure:x", "{metric:plant", "Name of minister (TBA)", "Venue: to be confirmed", "[ ]",
    "\u200b", "   ", "\u3000", "—", ".", "-", "…", "टीबीडी", "टी.बी.डी.", "बाद में", "निर्धारित किया जाना है", "तय किया जाना है", "अभी तय नहीं",
    "समय अभी तय नहीं है", "तय होना बाकी", "xx जुलाई", "शीघ्र सूचित किया जाएगा", "[नाम]", "ＴＢＤ", "ＸＸＸ", "ＸＸ年", "〇月〇日", "××月××日", "〇〇大臣",
    "未入力", "作成中", "後日連絡", "追って連絡", "（仮）", "会場：未定", "場所は未定", "【氏名】", "○○年以内",
]  # fmt: skip
WITHIN = [
    "Gate .... opens.",
    "Time: .... hrs",
    "Name ........",
    "Name _ _ _",
    ".... बजे",
    "गेट .... खुलेगा",
    "会場：……",
    "Place: …",
    "XX बजे मिलेंगे",
    "हम XX लोगों से मिले।",
    "२०XX",
    "20XX",
    "Minister XX will speak",
    "Minister XX will speak.",
    "Mr XX will speak.",
    "Ambassador XX arrives.",
    "Hall XX",
    "On Monday XX people come.",
    "We meet XX people.",
    "मंत्री XX आए",
    "Call +91-XXXXX-XXXXX",
    "Car DL XX AB 1234",
    "Flight AI-XXX",
    "Flight JLXXX",
    "xx people",
    "12:xx",
    "XX/XX/2026",
    "{name}",
    "{Minister}",
    "{metric}",
    "{ name }",
    "We welcome {Minister} today.",
    "TBD-1",
    "TBDs",
    "Tbd",
    "tba",
    "t.b.d.",
    "T.B.C.",
    "dd/mm/yyyy",
    "DD.MM.YYYY",
    "On dd/mm/yyyy we go",
    "(date to follow)",
    "Dinner (date to follow)",
    "तय होना है",
    "स्थान तय होना है",
    "There are 12 people TBD.",
    "The hall is TBD",
    "Mr ABC",
    "Mr. XYZ",
    "###",
    "$$$",
    "@@@",
    "=A1",
    "asdf",
    "‹name›",
    "(name)",
    "awaiting confirmation",
    "to be filled",
    "{metrc:capacity}",
    "hh:mm",
    "XX लोग",
    "We meet at XX.",
    "date to follow",
    "तय नहीं",
    "तय नहीं।",
    "स्थान तय नहीं है",
    "निर्धारित नहीं",
    "हम सुबह पहुँचेंगे। समय तय नहीं।",
    "Not decided",
    "Not yet decided.",
    "Venue not decided",
    "We arrive early. Place not fixed yet.",
    "Undecided",
    "決まっていない",
    "会場は決まっていません。",
    "朝に到着する。会場はまだ決まっていない。",
    "未決定",
    "Hall ??",
    "about ?? t",
    "हॉल ??",
    "約 ?? トン",
    "?? July",
]
MEANT_WITHIN = [
    'He said "wait..." and left.',
    "GATT Article XX applies.",
    "Article XX of the Pact",
    "Vitamin XX",
    "Louis XXI",
    "Size XXL.",
    "Malcolm X spoke.",
    "Space X and X.X.",
    "the XX chromosome",
    "अनुच्छेद XX के तहत",
    "XX वीं सदी",
    "the road to follow",
    "We have a path to follow.",
    "Wait ... and see",
    "and so on....",
    "それは……と言った",
    "そして・・・",
    "{figure:x}",
    "Use {{metric:x}} here",
    "{12:30}",
    "TBD1 gene",
    "A law to follow the (old) one",
    "The list of awaited parts",
    "pages xx to xxi",
    "लक्ष्य निर्धारित करना है",
    "Contact: abc@xyz.com",
    "e.g. A/B tests",
    "ABC Ltd.",
    "Tel: 120",
    "a = b",
    "5 * 3",
    "○",
    "C# and F#",
    "Dear Sir: we",
    "Rs. 5 (approx.)",
    "Lunch to follow.",
    "Questions to follow after lunch",
    "(see below)",
    "2024: 5",
    "Time: 10.30",
    "TB control programme",
    "The date was not decided by the ministry.",
    "It was not decided.",
    "The ministries have not yet decided which site they want.",
    "तारीख मंत्रालय द्वारा तय नहीं की गई थी।",
    "मूल्य सरकार तय नहीं करती।",
    "दोनों पक्षों के बीच अभी कोई दर निर्धारित नहीं है।",
    "価格は政府が決めていない。",
    "両国の省庁の間では日程が決まっていない。",
    "Why was it closed??",
    "本当ですか？？",
]
POSSIBLY_MEANT = [
    "The site is still to be decided by both governments.", "The terms remain to be confirmed by the parties under Article 5.",
    "The XXX Corps museum", "Test", "Open question: why???", "N/A", "pending", "発売時期は未定と発表しました。", "未入力の欄がある書類は受理されません。",
    "स्थान अभी तय होना बाकी है, यह दोनों सरकारें तय करेंगी।", "लंबित", "The word placeholder stands in the draft treaty.",
]  # fmt: skip
MEANT = [
    "第二工場の建設を検討中です。", "日程は関係者間で調整中です。", "成分を確認中の電池は保管します。", "Pages … and more", "The results will be announced in March.",
    "He said [sic] so", "Article 5 [1]", "a_b", "C# and F#", "〇", "2025年7月8日", "Vitamin XX", "Louis XXI", "f(x)", "रिक्त पद", "बाद में वे चले गए।",
    "The list of awaited parts", "{figure:x}",
]  # fmt: skip


@pytest.mark.parametrize("written", [*CERTAIN, *WITHIN])
def test_what_no_finished_text_holds_is_certain(written: str) -> None:
    found = stand_in(written)
    assert found
    assert found.certain


@pytest.mark.parametrize("written", POSSIBLY_MEANT)
def test_what_a_true_sentence_may_say_is_possible_only(written: str) -> None:
    found = stand_in(written)
    assert found
    assert not found.certain
    visit = small(
        Paragraph(id="own", audience="public", section="sec:prose", text=Text(en=written))
    )
    assert [(one.severity, one.rule) for one in findings(visit)] == [("warning", POSSIBLE)]


@pytest.mark.parametrize("written", [*MEANT, *MEANT_WITHIN])
def test_what_is_said_in_passing_is_none(written: str) -> None:
    assert stand_in(written) is None


def test_a_cell_may_say_that_there_is_nothing_and_how_far_something_is() -> None:
    assert stand_in("—", cell=True) is None
    assert stand_in("検討中", cell=True) == ("検討中", False)
    assert stand_in("", cell=True) is None
    for written in ("TBD", "…", ".", "---"):
        found = stand_in(written, cell=True)
        assert found
        assert found.certain


@pytest.mark.parametrize(
    ("record", "fields"),
    [
        (Source(id="own", audience="public", title="TBD", publisher="XXX", date="tbc", address="TBD"), "title publisher date address"),
        (Note(id="own", audience="guest", sort="agreement", text=text("t"), date="TBD", due="TBC"), "date due"),
        (Observation(id="own", audience="guest", metric="m1", value=Decimal(1), as_of="TBD"), "as_of"),
        (Organisation(id="own", audience="guest", name=Text(en="TBD"), abbreviation="TBD"), "name.en abbreviation"),
        (Term(id="own", audience="public", name=Text(en="lithium", ja="未定"), reading="TBD"), "name.ja reading"),
        (Person(id="own", audience="guest", family=NamePart(en="TBD")), "family.en"),
        (Person(id="own", audience="guest", family=NamePart(en="Rao"), given=NamePart(en="XXX")), "given.en"),
        (Person(id="own", audience="guest", family=NamePart(ja="氏名")), "family.ja"),
        (Paragraph(id="own", audience="public", section="sec:prose", text=Text(en="TBD"), verbatim="en"), "text.en"),
    ],
)  # fmt: skip
def test_names_sources_and_dates_that_were_typed_are_looked_at(
    record: AnyRecord, fields: str
) -> None:
    assert [(one.rule, one.field) for one in findings(small(record))] == [
        (RULE, field) for field in fields.split()
    ]


def test_what_a_series_prints_in_place_of_a_number_is_looked_at() -> None:
    points = tuple(
        Point(place=place, period="2024", printed=printed)
        for place, printed in (
            ("AU", "TBD"),
            ("CL", "W"),
            ("CN", "—"),
            ("US", "( )"),
            ("JP", "NA"),
            ("IN", "XX t"),
        )
    )
    series = Series(id="own", audience="public", mineral="min", measure="mine", points=points)
    found = [(one.rule, one.field) for one in findings(small(series)) if one.record == "own"]
    assert found == [(RULE, "points.0.printed"), (RULE, "points.5.printed")]


def test_a_bank_may_be_called_as_a_stand_in_is_and_titles_hold_what_they_like() -> None:
    bank = Organisation(id="bank", audience="guest", name=Text(en="TBC Bank"))
    assert [one.rule for one in findings(small(bank))] == [POSSIBLE]
    assert not list(
        findings(small(Source(id="own", audience="public", title="XX July: a report ???")))
    )


def test_a_reason_or_name_is_none_that_says_nothing() -> None:
    assert all(map(says_nothing, ("TBD", "tbd.", "-", ".", "未定", "???", "Test")))
    assert not any(
        map(
            says_nothing,
            (
                "R. Rao",
                "the ministry has not decided: TBD until Friday",
                "未定と発表されたため",
                "so",
                "w",
            ),
        )
    )
