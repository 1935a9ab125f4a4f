"""Names in one cell: what is a family name, what is an honorific, what stays, and which doubts can
be turned.
"""

import unicodedata

import pytest

from lohum_brief.errors import UsageError
from lohum_brief.exchange import people
from lohum_brief.exchange.alternatives import told
from lohum_brief.exchange.importing import Options, preview
from lohum_brief.exchange.people import forms
from lohum_brief.exchange.preview import Preview, as_edit
from lohum_brief.exchange.reading import read_pasted
from lohum_brief.language import names
from lohum_brief.language.interface import say
from lohum_brief.visit.called import title_in
from lohum_brief.visit.edit import apply
from lohum_brief.visit.name_order import order
from lohum_brief.visit.records import NamePart, Organisation, Person
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.exchange.typed import added, asked, typed


def pasted(visit: Visit, *rows: str, **turned: int) -> Preview:
    text = "\n".join(rows).replace("|", "\t")
    return preview(visit, Person, read_pasted(text.encode()), Options(turned=turned))


def person(found: Preview) -> Person:
    assert not found.unread, found.unread
    (record,) = [record for record in found.added if isinstance(record, Person)]
    return record


def said(named: Person | people.Parted | people.Named) -> str:
    """The words of a form of address, as they are stored."""
    *words, retired = named.address
    said = [word for word in (*words, "retired" * retired) if word not in ("", "none")]
    return " ".join(said) or "none"


SURE: list[tuple[str, str, str, str]] = [
    # initials stay as written and set nothing off
    ("R.K. Singh", "Singh", "R.K.", "none"),
    ("R. K. Singh", "Singh", "R. K.", "none"),
    ("R K Singh", "Singh", "R K", "none"),
    ("A.P.J. Abdul KALAM", "Kalam", "A.P.J. Abdul", "none"),
    ("APJ Abdul Kalam", "Kalam", "APJ Abdul", "none"),
    ("SK Sharma", "Sharma", "SK", "none"),
    ("PVN Rao", "Rao", "PVN", "none"),
    ("SK SHARMA", "Sharma", "SK", "none"),
    ("S. JAISHANKAR", "Jaishankar", "S.", "none"),
    ("J.-P. Martin", "Martin", "J.-P.", "none"),
    ("Rajiv K. Sharma", "Sharma", "Rajiv K.", "none"),
    ("PATEL R. K.", "Patel", "R. K.", "none"),
    # generations stay with the name; services and degrees are kept in the post
    ("John Smith Jr.", "Smith Jr.", "John", "none"),
    ("John Smith, Jr.", "Smith, Jr.", "John", "none"),
    ("John Smith III", "Smith III", "John", "none"),
    ("John SMITH II", "Smith II", "John", "none"),
    ("V. K. Singh, IAS", "Singh", "V. K.", "none"),
    ("V. K. Singh IAS", "Singh", "V. K.", "none"),
    ("V. K. Singh, IAS (Retd.)", "Singh", "V. K.", "none"),
    ("V. K. Singh (Retd.)", "Singh", "V. K.", "none"),
    ("Lt Gen V. K. Singh (Retd.), PVSM, AVSM", "Singh", "V. K.", "lieutenant_general retired"),
    ("Asha Rao, Ph.D.", "Rao", "Asha", "none"),
    ("Asha Rao PhD", "Rao", "Asha", "none"),
    ("Asha Rao, MP", "Rao", "Asha", "none"),
    ("Smith, John, Jr.", "Smith, Jr.", "John", "none"),
    # forms of address: those of the model are taken off, ranks are kept in the post
    ("H.E. Mr. Solomon Mbeki", "Mbeki", "Solomon", "excellency mr"),
    ("H.E.Mr.Solomon Mbeki", "Mbeki", "Solomon", "excellency mr"),
    ("HE Ms Jane Roe", "Roe", "Jane", "excellency ms"),
    ("Smt. Shobha Mangrulkar", "Mangrulkar", "Shobha", "mrs"),
    ("Shri Anil Kumar", "Kumar", "Anil", "mr"),
    ("Shri Ram", "Ram", "", "mr"),
    ("Sh. Ram Kumar", "Kumar", "Ram", "mr"),
    ("Km. Asha Rao", "Rao", "Asha", "miss"),
    ("Prof. (Dr.) Anil Kumar", "Kumar", "Anil", "prof_dr"),
    ("RAO Asha (Dr.)", "Rao", "Asha", "dr"),
    ("Yamada, Mr. Taro", "Yamada", "Taro", "mr"),
    ("Adv. D. Y. Rao", "Rao", "D. Y.", "adv"),
    ("Air Mshl S. K. Rao (Retd.)", "Rao", "S. K.", "air_marshal retired"),
    ("Wg. Cdr. (Retd.) Asha Rao", "Rao", "Asha", "wing_commander retired"),
    ("AVM S. K. Rao", "Rao", "S. K.", "air_vice_marshal"),
    ("Hon. Justice A. K. Roy", "Roy", "A. K.", "honourable justice"),
    ("Rear Adm. Ken Sato JMSDF", "Sato", "Ken", "rear_admiral"),
    ("Er. Anil Kumar", "Kumar", "Anil", "er"),
    ("Ar. Anil Kumar", "Kumar", "Anil", "none"),
    ("Capt. (Dr.) Asha Rao", "Rao", "Asha", "captain dr"),
    ("Hon'ble Shri Amit Shah", "Shah", "Amit", "honourable mr"),
    ("Justice B.R. Gavai", "Gavai", "B.R.", "justice"),
    ("Lt Gen SINGH V.K.", "Singh", "V.K.", "lieutenant_general"),
    ("Md. Rahim Khan", "Khan", "Md. Rahim", "none"),
    ("Xyz. Anil Kumar", "Kumar", "Xyz. Anil", "none"),
    # families of several words, capitals
    ("Ludwig van Beethoven", "van Beethoven", "Ludwig", "none"),
    ("Maria DE LA CRUZ", "De La Cruz", "Maria", "none"),
    ("Conor O'BRIEN", "O'Brien", "Conor", "none"),
    ("MCDONALD Ronald", "McDonald", "Ronald", "none"),
    ("Ahmad bin Ali", "bin Ali", "Ahmad", "none"),
    ("John (Jack) Smith", "Smith", "John (Jack)", "none"),
    ("SATO Taro san", "Sato", "Taro", "none"),
    ("Tanaka-san", "Tanaka", "", "none"),
    ("LEE Jae-yong", "Lee", "Jae-yong", "none"),
    ("Jean de La Fontaine", "de La Fontaine", "Jean", "none"),
    ("RAO Asha, Dr.", "Rao", "Asha", "dr"),
    ("Ms Asha Rao", "Rao", "Asha", "ms"),
    ("Ms. Asha K. Rao, IAS", "Rao", "Asha K.", "ms"),
    ("Mr. Justice Rao", "Rao", "", "justice"),
    ("Justice (Retd.) A.K. Sikri", "Sikri", "A.K.", "justice retired"),
    ("General (Dr.) Asha Rao", "Rao", "Asha", "general dr"),
    ("Major Singh", "Singh", "Major", "none"),
]


@pytest.mark.parametrize(
    ("cell", "family", "given", "honorific"), SURE, ids=[case[0] for case in SURE]
)
def test_a_name_is_read_whole(
    visit: Visit, cell: str, family: str, given: str, honorific: str
) -> None:
    found = pasted(visit, "Name|Needs", f"{cell}|")
    read = person(found)
    assert (read.family["en"], read.given["en"], said(read)) == (family, given, honorific)
    assert not found.alternatives


@pytest.mark.parametrize(
    ("name", "post", "kept"),
    [
        ("V. K. Singh, IAS", "Joint Secretary", "IAS, Joint Secretary"),
        ("Lt Gen V. K. Singh (Retd.), PVSM", "Adviser", "PVSM, Adviser"),
        ("Amb. (Retd.) Asha Rao", "", "Amb. (Retd.)"),
        ("Capt (IN) Arun Bose", "", "Capt (IN)"),
        ("Maj. Gen. (Dr.) S. K. Rao, SM, VSM (Retd.)", "", "SM, VSM"),
        (
            "Hon'ble Minister Shri G. Kishan Reddy",
            "Minister of Coal",
            "Hon'ble Minister, Minister of Coal",
        ),
        ("Ambassador ONO Keiichi", "Ambassador Extraordinary", "Ambassador Extraordinary"),
        ("मो. रफ़ी (सेवानिवृत्त)", "सलाहकार", "सेवानिवृत्त, सलाहकार"),
    ],
)
def test_ranks_and_services_beside_a_name_are_kept_in_the_post(
    visit: Visit, name: str, post: str, kept: str
) -> None:
    found = pasted(visit, "Name|Designation", f"{name}|{post}")
    read = person(found)
    assert (read.post["en"] or read.post["hi"]) == kept
    (question,) = [one for one in found.questions if one.name == "ranks"]
    assert question.answer == "post", "it is said, and may be answered otherwise"


def answered(visit: Visit, *rows: str, **answers: str) -> Preview:
    text = "\n".join(rows).replace("|", "\t")
    return preview(visit, Person, read_pasted(text.encode()), Options(answers=answers))


def test_a_rank_may_stay_with_the_name(visit: Visit) -> None:
    read = person(answered(visit, "Name|Needs", "Lt Gen V. K. Singh (Retd.), PVSM|", ranks="keep"))
    assert (read.family["en"], read.given["en"]) == ("Singh, PVSM", "V. K.")


def test_a_rank_in_its_own_column_and_in_the_name_stands_once(visit: Visit) -> None:
    read = person(pasted(visit, "Honorific|Name|Post", "Lt Gen|Lt Gen A. Rao|Adviser"))
    assert (read.family["en"], read.given["en"], said(read)) == ("Rao", "A.", "lieutenant_general")
    assert read.post["en"] == "Adviser"


def test_an_address_in_the_given_name_is_none_of_it(visit: Visit) -> None:
    rows = "Family name|Given name|Honorific|Country", "Gupta|Dr. Vikram|Dr.|IN"
    assert (person(pasted(visit, *rows)).given["en"], said(person(pasted(visit, *rows)))) == (
        "Vikram",
        "dr",
    )
    assert (
        said(person(pasted(visit, "Family name|Given name|Country", "Gupta|Dr. Vikram|IN"))) == "dr"
    )
    assert (
        person(pasted(visit, "Family name|Given name|Country", "Devi|Sri|IN")).given["en"] == "Sri"
    )
    assert (
        person(
            pasted(visit, "Family name|Given name (English)|Country", "Gupta|Prof. Vikram|IN")
        ).given["en"]
        == "Vikram"
    )


def test_a_remark_behind_a_name_is_asked_about(visit: Visit) -> None:
    rows = "Name|Designation", "Ms. Yuki TANAKA (Head of Section)|First Secretary"
    found = answered(visit, *rows)
    assert not found.added
    assert [(one.name, one.words) for one in found.open] == [("brackets", ("Head of Section",))]
    kept = person(answered(visit, *rows, brackets="post"))
    assert (kept.family["en"], kept.given["en"]) == ("Tanaka", "Yuki")
    assert kept.post["en"] == "Head of Section, First Secretary"
    assert person(answered(visit, *rows, brackets="-")).post["en"] == "First Secretary"


@pytest.mark.parametrize(
    "post", ["CEO", "Joint Secretary, Ministry of Mines", "Dy. Director", "GM (HR)"]
)
def test_a_post_behind_a_name_is_no_given_name(visit: Visit, post: str) -> None:
    rows = "Name|Needs", f"Shri Rajat Verma, {post}|none"
    assert [one.words for one in answered(visit, *rows).open] == [(post,)]
    read = person(answered(visit, *rows, brackets="post"))
    assert (read.family["en"], read.given["en"], read.post["en"]) == ("Verma", "Rajat", post)


@pytest.mark.parametrize(
    "cell", ["Suresh Kumar (tbc)", "Suresh Kumar s/o Ram Lal", "Suresh Kumar (alias Babu)"]
)
def test_what_is_no_name_is_no_family_name(visit: Visit, cell: str) -> None:
    found = answered(visit, "Name|Needs", f"{cell}|none")
    assert [one.name for one in found.open] == ["brackets"]
    read = person(answered(visit, "Name|Needs", f"{cell}|none", brackets="-"))
    assert (read.family["en"], read.given["en"]) == ("Kumar", "Suresh")


@pytest.mark.parametrize("cell", ["TBC", "(tbd)", "N.N.", "未定", "To be confirmed", "-"])
def test_who_is_not_known_yet_is_nobody(visit: Visit, cell: str) -> None:
    found = pasted(visit, "Name|Designation", f"{cell}|Driver")
    assert not found.added
    assert "not known yet" in say(found.unread[0].why)


@pytest.mark.parametrize(
    "cell", ["Mr. & Mrs. Yamada", "Shri Ram Kumar and Smt. Sita Devi", "श्री राम एवं श्रीमती सीता"]
)
def test_two_people_in_one_cell_are_refused(visit: Visit, cell: str) -> None:
    (unread,) = pasted(visit, "Name|Needs", f"{cell}|none").unread
    assert "two people" in say(unread.why)


def test_a_number_before_a_name_is_none_of_it(visit: Visit) -> None:
    found = pasted(visit, "Name|Needs", "1. Mr. Taro Oyama|none")
    assert (person(found).family["en"], person(found).given["en"], said(person(found))) == (
        "Oyama",
        "Taro",
        "mr",
    )
    assert any("1. Mr. Taro Oyama" in note for note in map(say, found.notes))


def test_a_name_that_a_narrow_column_has_broken_is_one_name(visit: Visit) -> None:
    found = preview(visit, Person, read_pasted(b'Name\tNeeds\n"Asha\nRao"\tnone'))
    assert (person(found).family["en"], person(found).given["en"]) == ("Rao", "Asha")


@pytest.mark.parametrize(
    ("cell", "honorific"),
    [("TANAKA/YUKI MS", "ms"), ("TANAKA/YUKI", "none"), ("TANAKA/YUKI MR", "mr")],
)
def test_a_name_as_tickets_have_it(visit: Visit, cell: str, honorific: str) -> None:
    read = person(pasted(visit, "Name|Needs", f"{cell}|none"))
    assert (read.family["en"], read.given["en"], said(read)) == ("Tanaka", "Yuki", honorific)


def test_a_reading_beside_a_name_does_not_overrule_its_column(visit: Visit) -> None:
    rows = "氏名|ふりがな", "林 春子(ﾘﾝ ﾊﾙｺ)|はやし はるこ"
    found = answered(visit, *rows)
    (question,) = found.open
    assert [choice.answer for choice in question.choices] == ["はやし はるこ", "りん はるこ"]
    text = "\n".join(rows).replace("|", "\t")
    read = person(
        preview(
            visit,
            Person,
            read_pasted(text.encode()),
            Options(answers={question.name: "りん はるこ"}),
        )
    )
    assert (read.family.reading, read.given.reading) == ("りん", "はるこ")
    assert not pasted(visit, "氏名|ふりがな", "林 春子(ﾊﾔｼ ﾊﾙｺ)|はやし はるこ").open


@pytest.mark.parametrize(
    ("cell", "organisation", "family"),
    [
        ("श्री ओनो केइइची", "जापान का दूतावास", "ओनो"),
        ("सुश्री युकी तनाका", "जापान का दूतावास", "तनाका"),
        ("यामादा तारो", "लोहम", "यामादा"),
    ],
)
def test_a_japanese_name_in_hindi_is_in_doubt_and_shown(
    visit: Visit, cell: str, organisation: str, family: str
) -> None:
    found = pasted(visit, "नाम|संगठन", f"{cell}|{organisation}")
    assert person(found).family["hi"] == family
    assert len(found.alternatives[0].readings) == 2


def test_the_form_in_latin_letters_tells_the_order_of_that_in_hindi(visit: Visit) -> None:
    found = pasted(visit, "Name|Needs", "Taro YAMADA / तारो यामादा|none")
    assert (person(found).family["hi"], person(found).given["hi"]) == ("यामादा", "तारो")
    assert not found.alternatives


HINDI: list[tuple[str, str, str, str]] = [
    ("डॉ. ए.पी.जे. अब्दुल कलाम", "कलाम", "ए.पी.जे. अब्दुल", "dr"),
    ("श्री वी. के. सिंह, आई.ए.एस.", "सिंह", "वी. के.", "mr"),
    ("श्री वी. के. सिंह (सेवानिवृत्त)", "सिंह", "वी. के.", "mr"),
    ("श्रीमती आशा देवी", "देवी", "आशा", "mrs"),
    ("महामहिम श्री रमेश वर्मा", "वर्मा", "रमेश", "excellency mr"),
    ("मा. श्री नरेंद्र वर्मा", "वर्मा", "नरेंद्र", "honourable mr"),
    ("ले. जन. विक्रम सिंह", "सिंह", "विक्रम", "lieutenant_general"),
    ("नरेंद्र वर्मा जी", "वर्मा", "नरेंद्र", "none"),
    ("जी. किशन रेड्डी", "रेड्डी", "जी. किशन", "none"),
    ("कु. आशा राव", "राव", "आशा", "miss"),
    ("श्री देवी प्रसाद", "प्रसाद", "देवी", "mr"),
]


@pytest.mark.parametrize(
    ("cell", "family", "given", "honorific"), HINDI, ids=[case[0] for case in HINDI]
)
def test_a_hindi_name_is_read_whole(
    visit: Visit, cell: str, family: str, given: str, honorific: str
) -> None:
    read = person(pasted(visit, "नाम|Needs", f"{cell}|"))
    assert (read.family["hi"], read.given["hi"], said(read)) == (family, given, honorific)


JAPANESE: list[tuple[str, str, str, str]] = [
    ("山田 太郎 様", "山田", "太郎", "none"),
    ("山田 太郎 博士", "山田", "太郎", "dr"),
    ("山田 太郎博士", "山田", "太郎", "dr"),
    ("山田 様", "山田", "", "none"),
    ("山田 教授", "山田", "", "prof"),
    ("山田 太郎氏", "山田", "太郎", "none"),
    ("山田 太郎先生", "山田", "太郎", "none"),
    ("Dr. 山田 太郎", "山田", "太郎", "dr"),
    ("ジョン・スミス様", "スミス", "ジョン", "none"),
    ("ジョン・F・スミス", "スミス", "ジョン・F", "none"),
    ("マリア・デル・カルメン・ロペス", "ロペス", "マリア・デル・カルメン", "none"),
]


@pytest.mark.parametrize(
    ("cell", "family", "given", "honorific"), JAPANESE, ids=[case[0] for case in JAPANESE]
)
def test_a_japanese_name_is_read_whole(
    visit: Visit, cell: str, family: str, given: str, honorific: str
) -> None:
    read = person(pasted(visit, "氏名|Needs", f"{cell}|"))
    assert (read.family["ja"], read.given["ja"], said(read)) == (family, given, honorific)


DOUBTFUL: list[tuple[str, tuple[str, str, str], tuple[str, str, str]]] = [
    ("He Jiankui", ("He", "Jiankui", "none"), ("Jiankui", "He", "none")),
    ("Upkaar Sama", ("Sama", "Upkaar", "none"), ("Upkaar", "", "none")),
    ("Aung San", ("San", "Aung", "none"), ("Aung", "", "none")),
    ("Kim Ji-san", ("Kim", "Ji-san", "none"), ("Ji-san", "Kim", "none")),
    ("Tsai Ing-wen", ("Tsai", "Ing-wen", "none"), ("Ing-wen", "Tsai", "none")),
    ("Nguyen Van Minh", ("Nguyen", "Van Minh", "none"), ("Minh", "Nguyen Van", "none")),
    ("Kumari Selja", ("Selja", "Kumari", "none"), ("Selja", "", "miss")),
    ("Sri Lakshmi", ("Lakshmi", "Sri", "none"), ("Lakshmi", "", "mr")),
    ("Sri Mulyani Indrawati", ("Indrawati", "Mulyani", "mr"), ("Indrawati", "Sri Mulyani", "none")),
    ("Tanaka Ichiro San", ("Tanaka", "Ichiro San", "none"), ("Tanaka", "Ichiro", "none")),
    ("Tanaka Ichiro", ("Tanaka", "Ichiro", "none"), ("Ichiro", "Tanaka", "none")),
    ("MS Dhoni", ("Dhoni", "MS", "none"), ("Dhoni", "", "ms")),
    ("MR Srinivasan", ("Srinivasan", "MR", "none"), ("Srinivasan", "", "mr")),
    ("MR John Smith", ("Smith", "John", "mr"), ("Smith", "MR John", "none")),
    ("Dr. MS Swaminathan", ("Swaminathan", "MS", "dr"), ("Swaminathan", "", "dr")),
    ("KM Cariappa", ("Cariappa", "KM", "none"), ("Cariappa", "", "miss")),
    ("Park Ji Sung", ("Park", "Ji Sung", "none"), ("Sung", "Park Ji", "none")),
    ("Nguyễn Văn Minh", ("Nguyễn", "Văn Minh", "none"), ("Minh", "Nguyễn Văn", "none")),
    ("Xi Jinping", ("Xi", "Jinping", "none"), ("Jinping", "Xi", "none")),
    ("MA Jun", ("Ma", "Jun", "none"), ("Jun", "MA", "none")),
    ("MA Khan", ("Khan", "MA", "none"), ("Ma", "Khan", "none")),
    ("Venugopal K.C.", ("Venugopal", "K.C.", "none"), ("K.C.", "Venugopal", "none")),
    ("Ramesh V", ("Ramesh", "V", "none"), ("V", "Ramesh", "none")),
    ("PATEL RAMESHKUMAR KANTIBHAI", ("Patel", "Rameshkumar Kantibhai", "none"), ("Kantibhai", "Patel Rameshkumar", "none")),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "first", "second"), DOUBTFUL, ids=[case[0] for case in DOUBTFUL])
def test_a_name_in_doubt_says_so_and_is_turned_by_its_cell(
    visit: Visit, cell: str, first: tuple[str, str, str], second: tuple[str, str, str]
) -> None:
    def read(found: Preview) -> tuple[str, str, str]:
        one = person(found)
        return one.family["en"], one.given["en"], said(one)

    rows = "S.No.|Name|Needs", f"1|{cell}|none"
    found = pasted(visit, *rows)
    assert read(found) == first
    (one,) = found.alternatives
    assert (one.cell, one.text, one.chosen) == ("B2", cell, 0)
    readings = [(reading.family, reading.given, said(reading)) for reading in one.readings]
    at = readings.index(second)
    turned = pasted(visit, *rows, B2=at + 1)
    assert read(turned) == second
    assert turned.alternatives[0].chosen == at
    # Once it is in the visit it stays as somebody has turned it.
    after = apply(visit, as_edit(visit, turned, "list.csv"))
    again = pasted(after, *rows)
    assert again.empty
    assert not again.alternatives


def test_a_given_name_that_is_a_rank_too_is_in_doubt(visit: Visit) -> None:
    found = pasted(visit, "氏名|Needs", "山田 博士|")
    assert (person(found).family["ja"], person(found).given["ja"]) == ("山田", "博士")
    turned = person(pasted(visit, "氏名|Needs", "山田 博士|", A2=2))
    assert (turned.family["ja"], turned.given["ja"], said(turned)) == ("山田", "", "dr")


@pytest.mark.parametrize(
    ("reading", "family", "given", "honorific"),
    [("ヤマダ ヒロシ", "山田", "博士", "none"), ("ヤマダ", "山田", "", "dr")],
)
def test_the_reading_tells_a_name_from_a_rank(
    visit: Visit, reading: str, family: str, given: str, honorific: str
) -> None:
    found = pasted(visit, "氏名|フリガナ", f"山田 博士|{reading}")
    read = person(found)
    assert (read.family["ja"], read.given["ja"], said(read)) == (family, given, honorific)
    assert not found.alternatives


def test_only_what_is_there_can_be_turned(visit: Visit) -> None:
    with pytest.raises(UsageError, match="A2 holds no name"):
        pasted(visit, "Name|Needs", "Asha Rao|", A2=2)
    with pytest.raises(UsageError, match="readings only"):
        pasted(visit, "Name|Needs", "Aung San|", A2=7)


def test_the_country_says_that_the_family_stands_first(visit: Visit) -> None:
    org = Organisation(
        id="org:kr", audience="guest", name=Text(en="Ministry of Trade"), country="KR"
    )
    for name, family in (
        ("Zhuge Kan", "Zhuge"), ("Hong Gildong", "Hong"), ("Gildong Hong", "Hong"),
    ):  # fmt: skip
        found = pasted(Visit([*visit, org]), "Name|Organisation", f"{name}|Ministry of Trade")
        assert person(found).family["en"] == family
        assert found.alternatives


@pytest.mark.parametrize(
    ("name", "country", "family", "given"),
    [
        ("Ms. Nguyễn Thị Minh Khai", "Vietnamese", "Nguyễn", "Thị Minh Khai"),
        ("Le Van Tam", "VNM", "Le", "Van Tam"),
        ("Minh Anh Nguyen", "Vietnam", "Nguyen", "Minh Anh"),
        ("TRAN THI THU HA", "VN", "Tran", "Thi Thu Ha"),
        ("Dr. Szabó István", "Hungarian", "Szabó", "István"),
        ("Viktor Nagy", "Hungary", "Nagy", "Viktor"),
        ("NAGY VIKTOR", "HUN", "Nagy", "Viktor"),
        ("Mr. Wang Xiaoming", "PRC", "Wang", "Xiaoming"),
        ("Zhuge Kan", "Chinese", "Zhuge", "Kan"),
        ("Seong Dae", "ROK", "Seong", "Dae"),
        ("Oharu Ukiko", "Japanese", "Oharu", "Ukiko"),
        ("Tanaka Ichiro", "Japanese", "Tanaka", "Ichiro"),
    ],
)
@pytest.mark.parametrize("heading", ["Nationality", "Country"])
def test_the_country_of_a_person_says_which_name_is_the_family_name(
    visit: Visit, heading: str, name: str, country: str, family: str, given: str
) -> None:
    rows = (f"Name|Organisation|{heading}", f"{name}|X Ltd|{country}")
    found = pasted(visit, *rows)
    one = person(found)
    assert (one.family["en"], one.given["en"]) == (family, given)
    (shown,) = found.alternatives
    assert (shown.cell, shown.chosen, len(shown.readings)) == ("A2", 0, 2)
    turned = person(pasted(visit, *rows, A2=2))
    assert (turned.family["en"], turned.given["en"]) != (family, given)


def test_the_passport_rules_over_the_organisation(visit: Visit) -> None:
    org = Organisation(id="org:kr", audience="guest", name=Text(en="KOMIR"), country="KR")
    rows = (
        "Name|Organisation|Nationality",
        "Mary Smith|KOMIR|American",
        "Raj Singh|KOMIR|Indian",
        "Szabó István|KOMIR|Hungarian",
        "Taro Yamada|KOMIR|Japanese",
    )
    found = typed(Visit([*visit, org]), Person, *rows)
    both = Visit([*visit, org, *found.added])
    assert [
        (one.family["en"], one.native, order(one, both).family_first)
        for one in added(found, Person)
    ] == [
        ("Smith", "en", False),
        ("Singh", "hi", False),
        ("Szabó", "en", True),
        ("Yamada", "ja", True),
    ]


def test_a_new_organisation_has_the_country_of_its_people_if_they_have_one(visit: Visit) -> None:
    rows = (
        "Name|Organisation|Country",
        "Raj Singh|Embassy|India",
        "Hans Adler|Fraunhofer|Germany",
        "Taro Yamada|Embassy|Japan",
        "Eva Adler|Fraunhofer|Germany",
        "Kim Min-jun|Mihon|-",
    )
    found = typed(visit, Person, *rows)
    assert {one.name["en"]: one.country for one in added(found, Organisation)} == {
        "Embassy": "",
        "Fraunhofer": "DE",
        "Mihon": "",
    }


def test_a_country_that_nobody_knows_costs_its_cell_only(visit: Visit) -> None:
    found = pasted(visit, "Name|Country", "Hans Adler|Atlantis")
    assert [one.family["en"] for one in found.added if isinstance(one, Person)] == ["Adler"]
    assert [one.place for one in found.unread] == [(1, 1)]


@pytest.mark.parametrize(
    ("title", "name", "family", "given", "honorific"),
    [
        ("Dr.", "PATEL RAMESHKUMAR KANTIBHAI", "Patel", "Rameshkumar Kantibhai", "dr"),
        ("H.E. Mr.", "Solomon Mbeki", "Mbeki", "Solomon", "excellency mr"),
        ("Adv.", "D. Y. Rao", "Rao", "D. Y.", "adv"),
        ("Er.", "Anil Kumar", "Kumar", "Anil", "er"),
        ("Lt Gen", "V. K. Singh (Retd.)", "Singh", "V. K.", "lieutenant_general retired"),
        ("Lt Gen (Retd.)", "V. K. Singh", "Singh", "V. K.", "lieutenant_general retired"),
        ("Shri", "V. K. Singh", "Singh", "V. K.", "mr"),
    ],
)
def test_a_form_of_address_in_a_column_of_its_own(
    visit: Visit, title: str, name: str, family: str, given: str, honorific: str
) -> None:
    read = person(pasted(visit, "Salutation|Name|Needs", f"{title}|{name}|none"))
    assert (read.family["en"], read.given["en"], said(read)) == (family, given, honorific)


@pytest.mark.parametrize("post", ["Professor", "教授", "प्रोफेसर", "Advocate", "न्यायमूर्ति"])
def test_a_post_that_is_a_form_of_address_too_stays_a_post(visit: Visit, post: str) -> None:
    read = person(pasted(visit, "Name|Designation", f"Asha Rao|{post}"))
    assert post in (read.post["hi"], read.post["en"], read.post["ja"])


@pytest.mark.parametrize("cell", [*(case[0] for case in SURE), *(case[0] for case in DOUBTFUL)])
def test_nothing_of_a_name_is_dropped(cell: str) -> None:
    """What is not in the parts is an honorific that is stored, or 様 and its like."""
    found = forms(cell)
    assert found
    for form in found:
        kept = (
            f"{form.rank} {form.before} {' '.join(form.parts)}{form.behind} {form.after}".casefold()
        )
        gone = [
            word
            for word in cell.replace("H.E.Mr.", "H.E. Mr. ").replace(",", " ").split()
            if word.strip("(),").casefold() not in kept
        ]
        assert len(gone) <= 3
        assert not gone or said(form) != "none" or gone in (["san"], ["Tanaka-san"]), gone


def test_two_names_in_one_script_are_still_refused(visit: Visit) -> None:
    (unread,) = pasted(visit, "Name|Needs", "Asha Rao / Ravi Sen|").unread
    assert "two names in one script" in say(unread.why)


@pytest.mark.parametrize(
    ("family", "printed"),
    [
        ("Smith Jr.", "John SMITH Jr."),
        ("Smith, Jr.", "John SMITH, Jr."),
        ("Smith III", "John SMITH\u00a0III"),
        ("Singh (Retd.)", "John SINGH (Retd.)"),
        ("Rao, Ph.D.", "John RAO, Ph.D."),
        ("de la Cruz", "John DE\u00a0LA\u00a0CRUZ"),
    ],
)
def test_what_stands_behind_a_family_name_is_not_set_off(family: str, printed: str) -> None:
    # Within a family name no line ends.
    name = names.name(NamePart(en=family), NamePart(en="John"), "en", native="en")
    assert name == printed
    assert name.split(" ")[0] == "John"


def test_a_service_does_not_make_another_person(visit: Visit) -> None:
    after = apply(
        visit, as_edit(visit, pasted(visit, "Name|Organisation", "V. K. Singh|Lohum"), "list.csv")
    )
    found = pasted(
        after,
        "Name|Organisation",
        "V. K. Singh, IAS|Lohum",
        "John Smith|Lohum",
        "John Smith Jr.|Lohum",
    )
    assert not found.unread
    assert len(found.changed) == 1
    assert len(found.added) == 2


@pytest.mark.parametrize(
    ("cell", "family", "given"),
    [
        ("செல்வம் முருகன்", "முருகன்", "செல்வம்"),
        ("محمد الهاشمي", "الهاشمي", "محمد"),
        ("Пётр Иванов", "Иванов", "Пётр"),
        ("ИВАНОВ Пётр", "Иванов", "Пётр"),
        ("김 민준", "김", "민준"),
    ],
)
def test_names_in_other_scripts_are_names(visit: Visit, cell: str, family: str, given: str) -> None:
    one = person(pasted(visit, "Name|Needs", f"{cell}|none"))
    assert (one.family, one.given) == (NamePart(en=family), NamePart(en=given))


def test_a_korean_name_in_one_word_is_parted_and_shown(visit: Visit) -> None:
    found = pasted(visit, "Name|Needs", "김민준|none")
    assert (person(found).family["en"], person(found).given["en"]) == ("김", "민준")
    (shown,) = found.alternatives
    assert [tuple(reading)[:2] for reading in shown.readings] == [("김", "민준"), ("김민준", "")]


def test_a_second_form_in_a_script_that_no_pack_prints_is_said(visit: Visit) -> None:
    (unread,) = pasted(visit, "Name|Needs", "김민준 (KIM Min-jun)|none").unread
    assert "no pack can print" in say(unread.why)


@pytest.mark.parametrize(
    ("cell", "organisation", "family", "native"),
    [
        ("Tanaka Ichiro", "Embassy of Japan", "Tanaka", "ja"),
        ("Ichiro Tanaka", "Embassy of Japan", "Tanaka", "ja"),
        ("Oharu Ukiko", "Embassy of Japan", "Oharu", "en"),
        ("Seong Dae", "Embassy of the Republic of Korea", "Seong", "en"),
        ("Zhuge Kan", "Embassy of China", "Zhuge", "en"),
    ],
)
def test_a_name_of_a_country_where_families_stand_first_is_in_doubt_and_shown(
    visit: Visit, cell: str, organisation: str, family: str, native: str
) -> None:
    found = pasted(visit, "Name|Organisation", f"{cell}|{organisation}")
    one = person(found)
    assert (one.family["en"], one.native) == (family, native)
    (shown,) = found.alternatives
    assert (shown.text, len(shown.readings)) == (cell, 2)


def test_a_post_that_only_has_to_do_with_a_country_tells_nothing(visit: Visit) -> None:
    found = pasted(visit, "Name|Organisation", "Raj Singh|Embassy of India in Japan")
    assert (person(found).family["en"], found.alternatives) == ("Singh", ())


def test_a_name_in_doubt_may_have_its_post_behind_it(visit: Visit) -> None:
    rows = (
        "Name & Designation|Organization",
        "Kim Min-jun, Manager|POSCO",
        "Mr. Hiroshi Yamada, Counsellor|METI",
    )
    found = typed(visit, Person, *rows)
    people = added(found, Person)
    assert [(one.family["en"], one.post["en"]) for one in people] == [
        ("Kim", "Manager"),
        ("Yamada", "Counsellor"),
    ]
    (doubt,) = [one for one in found.alternatives if "Kim" in one.text]
    assert doubt.cell == "A2"
    assert added(pasted(visit, *rows, A2=2), Person)[0].family["en"] == "Min-jun"


def test_a_post_behind_the_name_and_a_role_of_its_own_are_both_kept(visit: Visit) -> None:
    found = typed(
        visit,
        Person,
        "Name & Designation|Role",
        "Rajat Verma, Founder & CEO|Host",
        "Hiroshi Yamada, Counsellor|Head of Delegation",
        "Asha Rao, Adviser|Rapporteur",
    )
    people = added(found, Person)
    assert [(one.post["en"], one.side, one.duty) for one in people] == [
        ("Founder & CEO", "host", "member"),
        ("Counsellor", None, "head"),
        ("Adviser, Rapporteur", None, "member"),
    ]


@pytest.mark.parametrize("name", ["サトウ タロウ", "さとう たろう", "ﾀﾅｶ ﾀﾛｳ"])
def test_a_name_in_kana_alone_is_japanese_and_begins_with_the_family(
    visit: Visit, name: str
) -> None:
    (person,) = added(typed(visit, Person, "氏名", name), Person)
    family, given = unicodedata.normalize("NFKC", name).split()
    assert (person.family["ja"], person.given["ja"], person.native) == (family, given, "ja")
    (foreign,) = added(typed(visit, Person, "氏名", "ジョン・スミス"), Person)
    assert (foreign.family["ja"], foreign.given["ja"], foreign.native) == ("スミス", "ジョン", "en")


@pytest.mark.parametrize(
    ("name", "family", "given", "forces", "post"),
    [
        ("Air Chief Marshal V R Chaudhari", "Chaudhari", "V R", "air_chief_marshal", ""),
        ("Vice Admiral Atul Anand", "Anand", "Atul", "vice_admiral", ""),
        ("Rear Admiral Sanjay Dutt", "Dutt", "Sanjay", "rear_admiral", ""),
        ("Group Captain Shubhanshu Shukla", "Shukla", "Shubhanshu", "group_captain", ""),
        ("Wing Commander Rakesh Sharma", "Sharma", "Rakesh", "wing_commander", ""),
        ("Wg Cdr Rakesh Sharma AC (Retd.)", "Sharma", "Rakesh", "wing_commander", "AC"),
        ("Squadron Leader Ajay Ahuja", "Ahuja", "Ajay", "squadron_leader", ""),
        ("Ramesh Patil MLA", "Patil", "Ramesh", "", "MLA"),
        ("Rt Hon. Jane Doe MP", "Doe", "Jane", "", "Rt Hon., MP"),
        ("Dr.-Ing. Hans Müller", "Müller", "Hans", "", ""),
        ("de la Cruz", "de la Cruz", "", "", ""),
        ("von Guttenberg", "von Guttenberg", "", "", ""),
        ("Vincent Van Gogh", "Van Gogh", "Vincent", "", ""),
        ("Wing Lee", "Lee", "Wing", "", ""),
    ],
)
def test_ranks_and_letters_beside_a_name_are_no_part_of_it(
    visit: Visit, name: str, family: str, given: str, forces: str, post: str
) -> None:
    (person,) = added(typed(visit, Person, "Name", name), Person)
    read = person.family["en"], person.given["en"], person.forces, person.post["en"]
    assert read == (family, given, forces, post)


def test_a_post_behind_a_dash_is_asked_about_and_no_name(visit: Visit) -> None:
    rows = ("Name", "Shri Gupta - CMD")
    assert [one.name for one in typed(visit, Person, *rows).open] == ["brackets"]
    (person,) = added(typed(visit, Person, *rows, answers={"brackets": "post"}), Person)
    assert (person.family["en"] or person.given["en"], person.post["en"]) == ("Gupta", "CMD")


def test_a_post_without_a_name_is_left_out_unless_somebody_wants_it(visit: Visit) -> None:
    found = typed(visit, Person, "Name", "Asha Rao", "PS to Minister")
    assert "nobody" in asked(found)
    assert [one.family["en"] for one in found.added if isinstance(one, Person)] == ["Rao"]


@pytest.mark.parametrize(
    ("cell", "family", "order"),
    [
        ("Nguyen Van An", "Nguyen", "family_first"),
        ("김철수", "김", "family_first"),
        ("KIM Chul-soo", "Kim", "family_first"),
        ("Chul-soo KIM", "Kim", ""),
        ("SHARMA Asha", "Sharma", ""),
        ("LEE David", "Lee", ""),
        ("DE LA CRUZ Juan", "De La Cruz", ""),
        ("Kim, Asha", "Kim", ""),
    ],
)
def test_a_name_that_stands_as_at_home_goes_on_to_do_so(
    visit: Visit, cell: str, family: str, order: str
) -> None:
    read = person(pasted(visit, "Name|Needs", f"{cell}|none"))
    assert (read.family["en"], read.name_order) == (family, order)


@pytest.mark.parametrize(
    ("name", "order", "printed"),
    [
        ("Embassy of Hungary", "family_first", "ORBÁN Viktor"),
        ("Embassy of France", "", "Viktor ORBÁN"),
    ],
)
def test_the_name_of_an_organisation_tells_the_order_too(
    visit: Visit, name: str, order: str, printed: str
) -> None:
    found = pasted(visit, "Name|Organisation|Needs", f"ORBÁN Viktor|{name}|none")
    (read,) = [one for one in found.added if isinstance(one, Person)]
    assert read.name_order == order
    assert title_in(read, visit, "en") == printed


def test_a_column_says_the_order_of_names(visit: Visit) -> None:
    rows = "Family name|Given name|Order of the name", "Rao|Asha|Family name first"
    assert person(pasted(visit, *rows)).name_order == "family_first"


@pytest.mark.parametrize(
    ("word", "parts"),
    [("he_mr", "excellency mr"), ("he", "excellency"), ("dr", "dr"), ("mrs", "mrs")],
)
def test_a_table_of_the_first_version_comes_back(visit: Visit, word: str, parts: str) -> None:
    rows = "id|audience|family.en|native|honorific", f"p1|guest|Rao|en|{word}"
    assert said(person(pasted(visit, *rows))) == parts


@pytest.mark.parametrize(
    ("name", "family", "given", "address"),
    [
        ("SUZUKI Hana 様", "Suzuki", "Hana", "none"),
        ("TANAKA Ichiro様", "Tanaka", "Ichiro", "none"),
        ("Kenji YAMADA 氏", "Yamada", "Kenji", "none"),
        ("Mr. SATO Ken 様", "Sato", "Ken", "mr"),
        ("Suzuki Hana 殿", "Suzuki", "Hana", "none"),
        ("Yamada Taro さん", "Yamada", "Taro", "none"),
        ("Yamada Taro 閣下", "Yamada", "Taro", "excellency"),
        ("John Smith 博士", "Smith", "John", "dr"),
    ],
)
def test_a_name_in_latin_letters_stays_one_whatever_honours_it_in_japanese(
    visit: Visit, name: str, family: str, given: str, address: str
) -> None:
    (read,) = added(typed(visit, Person, "Name|Needs", f"{name}|"), Person)
    assert (read.family["en"], read.given["en"], said(read)) == (family, given, address)
    assert not read.family["ja"]


def test_an_honorific_behind_both_forms_of_a_name_is_read_with_each(visit: Visit) -> None:
    (read,) = added(typed(visit, Person, "氏名", "TANAKA Ichiro (田中 一郎) 閣下"), Person)
    assert (read.family["en"], read.family["ja"], read.given["ja"]) == ("Tanaka", "田中", "一郎")
    assert said(read) == "excellency"
    (hindi,) = added(typed(visit, Person, "नाम", "स्मिता राव 様"), Person)
    assert (hindi.family["hi"], hindi.given["hi"]) == ("राव", "स्मिता")
    (apart,) = added(
        typed(visit, Person, "Family name|Given name|Country", "SUZUKI様|Hana|JP"), Person
    )
    assert (apart.family["en"], apart.given["en"]) == ("Suzuki", "Hana")


@pytest.mark.parametrize(
    ("name", "address", "post"),
    [
        ("Prof. Dr. Anita Rao", "prof_dr", ""),
        ("Prof. (Dr.) Anita Rao", "prof_dr", ""),
        ("H.E. Dr. Anita Rao", "excellency dr", ""),
        ("Smt. Dr. Anita Rao", "dr", "Smt."),
        ("Dr. (Smt.) Anita Rao", "dr", "Smt."),
        ("Smt. Anita Rao (Dr.)", "dr", "Smt."),
        ("Smt. Prof. Dr. Anita Rao", "prof_dr", "Smt."),
        ("H.E. Hon'ble Dr. Anita Rao", "excellency dr", "Hon'ble"),
        ("Col. (Retd.) Dr. Anita Rao", "colonel dr retired", ""),
        ("Rao, Anita (Dr., Retd.)", "dr", "Retd."),
        ("Rao, Anita (Lt Gen, Retd.)", "none", "Lt Gen, Retd."),
        ("Rao, Anita (IFS, Retd.)", "none", "IFS, Retd."),
        ("Anita RAO (Lt Gen, Retd.), PVSM", "none", "(Lt Gen, Retd.), PVSM"),
    ],
)
def test_of_several_forms_of_address_none_is_lost(
    visit: Visit, name: str, address: str, post: str
) -> None:
    found = typed(visit, Person, "Name|Needs", f"{name}|")
    (read,) = added(found, Person)
    assert (read.family["en"], read.given["en"]) == ("Rao", "Anita")
    assert (said(read), read.post["en"]) == (address, post)
    assert ("ranks" in asked(found)) == bool(post), "what the model has no word for is said"


def test_forms_of_address_in_hindi_and_in_a_column_of_their_own_are_kept_too(visit: Visit) -> None:
    (read,) = added(typed(visit, Person, "नाम|पद", "डॉ. (श्रीमती) सुनीता राव|सचिव"), Person)
    assert (said(read), read.post["hi"]) == ("dr", "श्रीमती, सचिव")
    rows = "Salutation|Name|Post", "Dr. (Smt.)|Sunita Rao|Head"
    (read,) = added(typed(visit, Person, *rows), Person)
    assert (said(read), read.post["en"]) == ("dr", "Smt., Head")
    assert read.family["en"] == "Rao"


def test_a_name_in_doubt_says_its_rank_whole(visit: Visit) -> None:
    rows = ("Name|Nationality", "Air Mshl Hong Gildong (Retd.)|KR")
    (one,) = typed(visit, Person, *rows).alternatives
    assert say(told(one.readings[0])) == (
        "Air Marshal, Retired from forces or bench, family name Hong, given name Gildong"
    )


def test_who_has_left_the_bench_is_told_in_hindi_too(visit: Visit) -> None:
    row = "न्यायमूर्ति ए. के. रॉय (सेवानिवृत्त)|सलाहकार"
    (read,) = added(typed(visit, Person, "नाम|पद", row), Person)
    assert (read.family["hi"], said(read), read.post["hi"]) == ("रॉय", "justice retired", "सलाहकार")


def test_a_comma_in_brackets_parts_no_name_from_a_post(visit: Visit) -> None:
    rows = "Name|Needs", "Singh, V. K. (Director, HR)|"
    (read,) = added(typed(visit, Person, *rows, answers={"brackets": "post"}), Person)
    assert (read.family["en"], read.given["en"]) == ("Singh", "V. K.")
    assert read.post["en"] == "Director, HR"
