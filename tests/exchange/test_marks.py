"""What is marked as internal begins with hosts, whatever kind of record it is, and the preview says
so.
"""

import datetime as dt

import msgspec
import pytest

from lohum_brief.exchange.marks import among, of_caption, of_text
from lohum_brief.exchange.readership import told
from lohum_brief.language.interface import say
from lohum_brief.visit.records import (
    Figure,
    Group,
    Item,
    Metric,
    Mineral,
    Note,
    Observation,
    Organisation,
    Person,
    Record,
    Statement,
    Term,
)
from lohum_brief.visit.visit import Visit
from tests.exchange.typed import added, typed


@pytest.fixture
def visit(visit: Visit) -> Visit:
    """The visit with a day."""
    own = msgspec.structs.replace(
        visit.particulars, start=dt.date(2025, 12, 10), end=dt.date(2025, 12, 10)
    )
    return Visit([own, *(record for record in visit if record.id != "visit")])


@pytest.mark.parametrize(
    ("text", "audience"),
    [
        ("Internal: security to be briefed", "host"),
        ("INTERNAL", "host"),
        ("(Internal) Debrief", "host"),
        ("(not for guests) caterer unpaid", "host"),
        ("Dinner (hosts only)", "host"),
        ("Security briefing – internal use only", "host"),
        ("Internal - not for guests", "host"),
        ("Not for circulation", "host"),
        ("Do not share with guests", "host"),
        ("社外秘：体調に配慮", "host"),
        ("（内部限り）打合せ", "host"),
        ("आंतरिक: सुरक्षा", "host"),
        ("केवल मेज़बान", "host"),
        ("Confidential - avoid", "principal"),
        ("गोपनीय", "principal"),
        ("【極秘】", "principal"),
        ("Strictly private & confidential", "principal"),
        ("For CMD's eyes only", "principal"),
        ("Don't tell them", "host"),
        ("Not for Japanese side", "host"),
        ("Our ask: a trial batch", "host"),
        ("Bottom line: 40 crore", "host"),
        ("Our bottom line on price is 40 crore", "host"),
        ("Fallback position: 45 crore", "host"),
        ("Avoid: the fire of 2024", "host"),
        ("Sensitive: union", "host"),
        ("संवेदनशील: यूनियन", "host"),
        ("想定問答", "host"),
        ("価格の落としどころ", "host"),
        ("In case they ask, we are studying it", "host"),
        ("ＩＮＴＥＲＮＡＬ", "host"),
        ("ＮＯＴ　ＦＯＲ　ＧＵＥＳＴＳ", "host"),
        ("Internal meeting", "host"),
        ("आंतरिक बैठक", "host"),
        ("社内打合せ", "host"),
        ("受入れ側の事前打合せ", "host"),
        ("Host debrief", "host"),
        ("Host team pre-brief", "host"),
        ("Briefing of hosts", "host"),
        ("मेज़बान दल की तैयारी बैठक", "host"),
        ("मेजबान पक्ष की ब्रीफ़िंग", "host"),
        ("Safety briefing", None),
        ("Tell them that we welcome them", None),
        ("Avoidance of waste: a plan", None),
        ("Meeting with the hosts", None),
        ("日印会議", None),
        ("Internal review meeting", None),
        ("Internal-combustion engine", None),
        ("Internal audit, finance", None),
        ("Hosts and guests", None),
        ("Restricted area tour", None),
        ("Lunch hosted by the ministry", None),
        ("Principal", None),
        ("内部監査部長", None),
        ("秘書", None),
        ("गोपनीयता समझौता", None),
        ("Not available", None),
    ],
)
def test_marks_are_told_from_words_that_only_begin_so(text: str, audience: str | None) -> None:
    assert of_text(text) == audience


_FOR_HOSTS = """
Indian side only|Japanese side only|For Lohum staff only|staff only|For MEA only|our side only
Don't mention to guests|Do not print|don’t show to the Japanese side|Never disclose to the press
Please do not circulate it|TLP:AMBER|TLP: GREEN|TLP:AMBER+STRICT|Limited distribution
Need-to-know|Embargoed till 8 July|for our eyes|(Indian side only) Call|Tour – staff only
社内限|社内限り|省内限り|外務省限り|当社限り|当課限り|日本側のみ|インド側限り|職員のみ|スタッフ専用
機密性2情報|機密性２|取扱厳重注意|公表不可|配布禁止|転載禁止|口外無用|内密|内々|オフレコ|未公表
先方に見せないこと|先方には渡さない|来訪者には伝えないでください|ゲストに見せないこと|見学（日本側のみ）
केवल मेज़बान पक्ष|केवल भारतीय पक्ष|केवल कार्यालयीन उपयोग|केवल कर्मचारियों के लिए|अतिथियों को न दिखाएँ
मेहमानों को न बताएं|प्रकाशन हेतु नहीं|वितरण के लिए नहीं|सीमित वितरण|अंदरूनी|साझा न करें
जापानी पक्ष को न दिखाएँ|ऑफ़ द रिकॉर्ड
"""
_FOR_THE_PRINCIPAL = """
Confdl.|confdl|Restd.|Strictly private|In strict confidence|Commercial in confidence|TLP:RED
機密性3情報|役員限り|大臣限り|親展|अतिगोपनीय|अति गोपनीय|व्यक्तिगत एवं गोपनीय|प्रतिबंधित
"""
_FOR_ALL = """
limited edition|private sector|Private|Limited|Lohum Pvt. Limited|Vegetarian only|Guests only
For information only|For guests only|Delegates only|Guest side only|Don't miss: the garden
Do not smoke|TLP:CLEAR|Restaurant|Conference|Know-how|For VIP only|One side only|Morning only
期限|期限：12月|制限|上限|下限|権限|無限|年限|門限|有限|最大限|本日限り|今回限り|一回限り|できる限り
右側のみ|片側のみ|来訪者側のみ|先方のみ|撮影不可|変更不可|現金のみ|希望者のみ|公表|公開|見学|社内見学|内容
केवल अतिथि|केवल अतिथि पक्ष|केवल शाकाहारी|सीमित|सरकारी उपयोग|धूम्रपान न करें|भारतीय पक्ष|वितरण
गुप्ता|प्रतिबंधित क्षेत्र
"""


def _each(lists: str) -> list[str]:
    return [one for line in lists.split("\n") for one in line.split("|") if one]


@pytest.mark.parametrize(
    ("text", "audience"),
    [
        *((one, "host") for one in _each(_FOR_HOSTS)),
        *((one, "principal") for one in _each(_FOR_THE_PRINCIPAL)),
        *((one, None) for one in _each(_FOR_ALL)),
    ],
)
def test_marks_are_known_by_their_kind_and_ordinary_words_are_none(
    text: str, audience: str | None
) -> None:
    assert among([text]) == ({text: audience} if audience else {})


@pytest.mark.parametrize(
    "caption",
    [
        *("Programme (Indian side only)", "TLP:AMBER – programme", "Limited distribution: names"),
        *("日程表（日本側のみ）", "名簿【外務省限り】", "機密性2 名簿", "名簿・公表不可"),
        *("कार्यक्रम (केवल भारतीय पक्ष)", "सूची – सीमित वितरण"),
    ],
)
def test_a_caption_that_says_so_in_other_words_keeps_the_list(caption: str) -> None:
    mark = of_caption([caption])
    assert mark is not None
    assert mark.audience == "host"


@pytest.mark.parametrize(
    "caption", ["Limited company", "有効期限 12月3日", "定員制限あり", "सीमित कंपनी की सूची"]
)
def test_a_caption_of_ordinary_words_keeps_nothing(caption: str) -> None:
    assert of_caption([caption]) is None


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        (
            Item,
            (
                "Time|Event|Remarks",
                "10:00|Tour|Internal: security to be briefed",
                "11:00|Lunch|All",
            ),
        ),
        (Item, ("Time|Event|Place", "10:00|(Internal) Debrief|", "11:00|Lunch|Hall")),
        (Item, ("Time|Event|Visible to", "10:00|Briefing|Hosts only", "11:00|Lunch|Delegates")),
        (Item, ("Time|Event|In-charge", "10:00|Tour|Internal: Mr Verma", "11:00|Lunch|Ms Nair")),
        (Organisation, ("Organisation|Notes", "Umicore|Internal: owes taxes", "UNIDO|Partner")),
        (Organisation, ("Organisation|Remarks", "Umicore|Hosts only", "UNIDO|Partner")),
        (
            Figure,
            ("Figure|Value|Unit|Note", "Stock|1200|t|Internal - not for guests", "Price|5|INR|"),
        ),
        (
            Metric,
            ("Metric|Unit|2024|Remarks", "Reserve fund|t|5|Internal: do not share", "Output|t|6|"),
        ),
        (
            Person,
            (
                "Name|Post|Remarks",
                "Shri Suresh|Driver|Internal: clearance pending",
                "Asha Rao|Director|",
            ),
        ),
        (Term, ("English|Japanese|Remarks", "black mass|ブラックマス|Internal", "cathode|正極|")),
        (Mineral, ("Mineral|Symbol|Note", "Tungsten|W|社外秘：備蓄", "Nickel|Ni|")),
        (Group, ("Group|Marking", "A|Internal", "B|Guests")),
    ],
)
def test_a_marked_row_begins_with_hosts_and_its_neighbour_as_ever(
    visit: Visit, kind: type[Record], rows: tuple[str, ...]
) -> None:
    answers = {"Remarks": "-"} if kind is Metric else {}
    found = typed(visit, kind, *rows, answers=answers)
    marked, other = added(found, kind)
    assert marked.audience == "host"
    assert other.audience in ("guest", "public")
    keeping = {one.key: say(one.why) for one in found.readership if one.why}
    assert set(keeping) == {"2"}
    assert " says “" in keeping["2"]
    assert any(f"({keeping['2']})" in say(one) for one in told(found.readership))


def test_the_values_of_a_marked_metric_are_kept_with_it_and_one_that_is_there_stays_readable(
    visit: Visit,
) -> None:
    rows = ("Metric|Unit|2024|Remarks", "Capacity|t/year|5|Internal: do not share")
    found = typed(visit, Metric, *rows, answers={"Remarks": "-"})
    assert [one.audience for one in added(found, Observation)] == ["host"]
    assert not found.changed


def test_a_marked_text_on_a_record_that_is_there_lifts_it_and_shows_that(visit: Visit) -> None:
    found = typed(visit, Organisation, "Organisation|Notes", "Lohum|Internal: late with papers")
    (changed,) = found.changed
    assert ("audience", "public", "host") in changed.fields


def test_who_may_read_it_all_does_not_open_a_marked_row(visit: Visit) -> None:
    rows = ("Time|Event|Remarks", "10:00|Tour|Internal: keep out", "11:00|Lunch|")
    found = typed(visit, Item, *rows, answers={"audience": "public"})
    assert [one.audience for one in added(found, Item)] == ["host", "public"]


def test_a_marked_row_is_opened_by_its_own_choice_and_its_neighbour_is_not(visit: Visit) -> None:
    rows = ("Time|Event|Remarks", "10:00|Tour|Internal: keep out", "11:00|Lunch|Internal")
    found = typed(visit, Item, *rows, readers={"2": "guest"})
    assert [one.audience for one in added(found, Item)] == ["guest", "host"]
    opened, kept = found.readership
    assert (opened.opened, kept.opened) == (True, False)
    assert say(opened.why) == "C2 says “Internal: keep out”"
    assert not found.unclaimed


def test_what_a_row_brings_besides_is_for_the_readers_that_are_chosen(visit: Visit) -> None:
    rows = ("Name|Organisation", "Asha Rao|Ministry of Coal", "Ravi Nair|Ministry of Coal")
    found = typed(visit, Person, *rows)
    (body,) = added(found, Organisation)
    assert body.audience == "guest"
    (one,) = [one for one in found.readership if one.record == body]
    found = typed(visit, Person, *rows, readers={one.key: "host", "3": "principal"})
    assert [one.audience for one in found.added] == ["host", "guest", "principal"]
    assert list(map(say, told(found.readership))) == [
        "For guests: People 1",
        "For hosts: Organisations 1",
        "For the principal: People 1",
    ]


def test_the_values_of_a_row_are_turned_with_it(visit: Visit) -> None:
    row = ("Metric|Unit|2024", "Reserve fund|t|5")
    found = typed(visit, Metric, *row, readers={"2": "principal"})
    assert [one.audience for one in found.added] == ["principal", "principal"]


def test_no_choice_opens_what_its_kind_never_shows(visit: Visit) -> None:
    rows = ("Type|Note", "Risk|Fire in the yard")
    found = typed(visit, Note, *rows, readers={"2": "guest"})
    assert [one.audience for one in added(found, Note)] == ["principal"]


def test_a_choice_for_no_row_is_told(visit: Visit) -> None:
    rows = ("Organisation", "UNIDO")
    assert typed(visit, Organisation, *rows, readers={"7": "guest", "2": "host"}).unclaimed == (
        "7",
    )


def test_a_mark_beside_a_wider_word_for_readers_counts(visit: Visit) -> None:
    (item,) = added(
        typed(visit, Item, "Time|Event|Visible to|Remarks", "10:00|Tour|All|Not for guests"), Item
    )
    assert item.audience == "host"


def test_a_caption_keeps_the_whole_list(visit: Visit) -> None:
    rows = ("PROGRAMME – HOSTS ONLY||", "Time|Event|Place", "10:00|Tour|Plant")
    found = typed(visit, Item, *rows)
    assert [one.audience for one in added(found, Item)] == ["host"]
    assert any("PROGRAMME – HOSTS ONLY" in note for note in map(say, found.notes))
    open_to_all = typed(visit, Item, *rows, answers={"audience": "guest"})
    assert [one.audience for one in added(open_to_all, Item)] == ["guest"]


@pytest.mark.parametrize(
    "heading",
    ["Visible to", "For whom", "Circulation", "Marking", "閲覧範囲", "取扱", "पाठक", "गोपनीयता"],
)
def test_headings_for_who_may_read_it_are_known_for_every_kind(visit: Visit, heading: str) -> None:
    for kind, head, row in (
        (Item, "Time|Event", "10:00|Tour"),
        (Organisation, "Organisation|Country", "Umicore|Belgium"),
        (Statement, "Statement|Said by", "We agree|CEO"),
        (Metric, "Metric|Unit", "Output|t"),
    ):
        (record,) = added(typed(visit, kind, f"{head}|{heading}", f"{row}|Hosts only"), kind)
        assert record.audience == "host"
