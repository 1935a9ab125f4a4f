from typing import Any, NamedTuple, get_args

import pytest

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.ja.kana import reading_beside
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.names import name, reading, sort_key, surname_first
from lohum_brief.language.rooms.names import PLAIN, Address, Dignity, Forces, Honorific, Side


class Part(NamedTuple):
    hi: str = ""
    en: str = ""
    ja: str = ""
    reading: str = ""

    def __getitem__(self, lang: object) -> Any:
        return getattr(self, str(lang))


MIHON, TARO = Part("मिहोन", "Mihon", "見本", "みほん"), Part("तारो", "Tarō", "太郎", "たろう")
VERMA, RAJAT = Part("वर्मा", "Verma", "ヴェルマ"), Part("रजत", "Rajat", "ラジャト")


EXCELLENCY = Address("excellency")


def titled(honorific: Honorific) -> Address:
    return Address(honorific=honorific)


@pytest.mark.parametrize(
    ("address", "side", "hi", "en", "ja"),
    [
        (PLAIN, "guest", "मिहोन तारो", "MIHON Tarō", "見本 太郎~様"),
        (titled("mr"), "guest", "श्री~मिहोन तारो", "Mr~MIHON Tarō", "見本 太郎~様"),
        (titled("mr"), "host", "श्री~मिहोन तारो", "Mr~MIHON Tarō", "見本 太郎"),
        (titled("ms"), "guest", "सुश्री~मिहोन तारो", "Ms~MIHON Tarō", "見本 太郎~様"),
        (titled("mrs"), "guest", "श्रीमती~मिहोन तारो", "Mrs~MIHON Tarō", "見本 太郎~様"),
        (titled("miss"), "guest", "कुमारी~मिहोन तारो", "Miss~MIHON Tarō", "見本 太郎~様"),
        (titled("dr"), "guest", "डॉ.~मिहोन तारो", "Dr~MIHON Tarō", "見本 太郎~様"),
        (titled("prof"), "host", "प्रो.~मिहोन तारो", "Prof.~MIHON Tarō", "見本 太郎"),
        (titled("prof_dr"), "guest", "प्रो.~डॉ.~मिहोन तारो", "Prof.~Dr~MIHON Tarō", "見本 太郎~様"),
        (EXCELLENCY, "guest", "महामहिम~मिहोन तारो", "H.E.~MIHON Tarō", "見本 太郎~様"),
        (EXCELLENCY, "host", "महामहिम~मिहोन तारो", "H.E.~MIHON Tarō", "見本 太郎"),
        (
            Address("excellency", honorific="mr"),
            "guest", "महामहिम~श्री~मिहोन तारो", "H.E.~Mr~MIHON Tarō", "見本 太郎~様",
        ),
        (
            Address("excellency", honorific="dr"),
            "guest", "महामहिम~डॉ.~मिहोन तारो", "H.E.~Dr~MIHON Tarō", "見本 太郎~様",
        ),
        (
            Address("honourable", honorific="mrs"),
            "guest", "माननीय~श्रीमती~मिहोन तारो", "Hon.~Mrs~MIHON Tarō", "見本 太郎~様",
        ),
        (
            Address(forces="lieutenant_general", honorific="mr"),
            "guest", "लेफ़्टिनेंट~जनरल~मिहोन तारो", "Lt~Gen.~MIHON Tarō", "見本 太郎~様",
        ),
        (
            Address("excellency", "colonel", "dr"),
            "guest", "महामहिम~कर्नल~डॉ.~मिहोन तारो", "H.E.~Col.~Dr~MIHON Tarō", "見本 太郎~様",
        ),
        (
            Address(forces="air_marshal", retired=True), "guest",
            "एयर~मार्शल~मिहोन तारो~(सेवानिवृत्त)", "Air~Marshal~MIHON Tarō~(Retd.)", "見本 太郎~様",
        ),
        (
            Address("honourable", honorific="justice", retired=True), "host",
            "माननीय~न्यायमूर्ति~मिहोन तारो~(सेवानिवृत्त)", "Hon.~Justice~MIHON Tarō~(Retd.)", "見本 太郎",
        ),
        (
            Address(honorific="adv", retired=True),
            "guest", "अधिवक्ता~मिहोन तारो", "Adv.~MIHON Tarō", "見本 太郎~様",
        ),
        (Address(suffix="dono"), "guest", "मिहोन तारो", "MIHON Tarō", "見本 太郎~殿"),
        (Address(suffix="shi"), "guest", "मिहोन तारो", "MIHON Tarō", "見本 太郎~氏"),
        (Address(suffix="none"), "guest", "मिहोन तारो", "MIHON Tarō", "見本 太郎"),
        (Address(suffix="kakka"), "host", "मिहोन तारो", "MIHON Tarō", "見本 太郎"),
    ],
)  # fmt: skip
def test_a_japanese_name(address: Address, side: Side, hi: str, en: str, ja: str) -> None:
    printed = [name(MIHON, TARO, lang, native="ja", address=address, side=side) for lang in LANGS]
    assert printed == [text.replace("~", "\u00a0") for text in (hi, en, ja)]


@pytest.mark.parametrize("words", [Dignity, Forces, Honorific])
def test_every_word_before_a_name_is_written_in_both_languages_that_have_some(words: Any) -> None:
    for word in get_args(words):
        written = [word in LANGUAGES[lang].names.before for lang in ("hi", "en")]
        assert written == [word not in ("", "none")] * 2


def test_other_names_put_the_family_last() -> None:
    printed = [
        name(VERMA, RAJAT, lang, native="hi", address=titled("mr"), side="host") for lang in LANGS
    ]
    assert printed == ["श्री\u00a0रजत वर्मा", "Mr\u00a0Rajat VERMA", "ラジャト・ヴェルマ"]
    assert name(VERMA, RAJAT, "ja", native="hi", side="guest") == "ラジャト・ヴェルマ\u00a0様"


@pytest.mark.parametrize(
    "address", [EXCELLENCY, Address("excellency", honorific="ms"), Address("honourable")]
)
def test_foreign_dignitaries_alone_are_kakka(address: Address) -> None:
    def said(native: Lang, side: Side) -> str:
        return name(VERMA, RAJAT, "ja", native=native, address=address, side=side)

    assert said("hi", "guest").endswith("\u00a0閣下")
    assert said("en", "guest").endswith("\u00a0閣下")
    assert said("ja", "guest").endswith("\u00a0様")
    assert said("hi", "host") == "ラジャト・ヴェルマ"


def test_who_is_kakka_can_be_turned() -> None:
    address = Address("honourable", suffix="sama")
    assert name(VERMA, RAJAT, "ja", native="hi", address=address) == "ラジャト・ヴェルマ\u00a0様"


@pytest.mark.parametrize("honorific", ["dr", "prof", "mr", "none"])
def test_a_degree_never_takes_the_place_of_respect(honorific: Honorific) -> None:
    address = titled(honorific)
    assert name(MIHON, TARO, "ja", native="ja", address=address).endswith("\u00a0様")
    assert name(MIHON, TARO, "ja", native="ja", address=address, side="host") == "見本 太郎"


def test_without_honorifics() -> None:
    assert name(MIHON, TARO, "ja", native="ja", address=EXCELLENCY, polite=False) == "見本 太郎"


def test_a_single_name_is_a_whole_name() -> None:
    assert name(Part(), RAJAT, "en", native="hi", address=titled("mr")) == "Mr\u00a0Rajat"
    assert name(VERMA, Part(), "en", native="hi") == "VERMA"


def test_half_a_name_is_missing() -> None:
    assert name(MIHON, Part(en="Tarō"), "ja", native="ja") == ""
    assert name(Part(), Part(), "en", native="en", address=titled("mr")) == ""


@pytest.mark.parametrize(
    ("form", "kana", "printed"),
    [
        ("経済産業省", "けいざいさんぎょうしょう", "けいざいさんぎょうしょう"),
        ("在インド・オーストラリア高等弁務官事務所", "ざいいんど・おーすとらりあこうとうべんむかんじむしょ", "ざいインド・オーストラリアこうとうべんむかんじむしょ"),
        ("リン酸鉄リチウム", "りんさんてつりちうむ", "リンさんてつリチウム"),
        ("日・インド包括的経済連携協定", "にちいんどほうかつてきけいざいれんけいきょうてい", "にちインドほうかつてきけいざいれんけいきょうてい"),
        ("インド鉱山省", "こうざんしょう", "こうざんしょう"),
        ("リチウム", "りちうむ", ""),
        ("協力", "", ""),
    ],
)  # fmt: skip
def test_katakana_stays_katakana_in_the_reading_beside_a_name(
    form: str, kana: str, printed: str
) -> None:
    assert reading_beside(form, kana) == printed


def test_reading() -> None:
    assert reading(MIHON, TARO) == "みほん たろう"
    assert reading(VERMA, RAJAT) == ""


def order(lang: str, *people: tuple[Part, Part]) -> list[str]:
    chosen = next(known for known in LANGS if known == lang)
    return [
        person[0].ja or person[0].en or person[0].hi
        for person in sorted(people, key=lambda p: sort_key(p[0], p[1], chosen))
    ]


def test_japanese_order_is_that_of_the_fifty_sounds() -> None:
    people = [
        (Part(ja="渡辺", reading="わたなべ"), TARO),
        (Part(ja="橋本", reading="はしもと"), TARO),
        (Part(ja="馬場", reading="ばば"), TARO),
        (Part(ja="浜", reading="はば"), TARO),
        (Part(ja="ヴェルマ"), Part(ja="ラジャト")),
        (Part(ja="阿部", reading="あべ"), TARO),
        (Part(ja="佐藤", reading="サトウ"), TARO),
        (Part(ja="漢字"), TARO),
        (Part(en="Nobody"), Part(en="At all")),
    ]
    # ヴ sounds as う and comes early; は before ば where the sounds are equal; kanji without reading
    # last, then the missing
    assert order("ja", *people) == [
        "阿部",
        "ヴェルマ",
        "佐藤",
        "橋本",
        "浜",
        "馬場",
        "渡辺",
        "漢字",
        "Nobody",
    ]


def test_a_long_vowel_sorts_as_its_vowel() -> None:
    people = [(Part(ja=kana), Part(ja="ア")) for kana in ("サイ", "サー", "サン", "サア")]
    assert order("ja", *people) == ["サー", "サア", "サイ", "サン"]


def test_latin_order_ignores_accents_and_case() -> None:
    people = [(Part(en=family), Part(en="A")) for family in ("Ōta", "Otani", "ono", "Abe", "Zhou")]
    assert order("en", *people) == ["Abe", "ono", "Ōta", "Otani", "Zhou"]


def test_the_given_name_decides_between_equal_families() -> None:
    people = [(Part(en="Verma", ja=given), Part(en=given)) for given in ("Rajat", "Asha")]
    assert order("en", *people) == ["Asha", "Rajat"]


def test_hindi_order_ignores_the_nukta_at_first() -> None:
    people = [
        (Part(hi=family), Part(hi="अ")) for family in ("वर्मा", "ज़ैदी", "जैन", "अग्रवाल", "खान", "ख़ान")
    ]
    assert order("hi", *people) == ["अग्रवाल", "खान", "ख़ान", "ज़ैदी", "जैन", "वर्मा"]


NGUYEN = Part("गुयेन", "Nguyen", "グエン"), Part("वान आन", "Van An", "ヴァン・アン")
KIM = Part("किम", "Kim", "キム"), Part("चुल-सू", "Chul-soo", "チョルス")
WANG = Part("वांग", "Wang", "王"), Part("यी", "Yi", "毅")
ORBAN = Part("ओर्बान", "Orbán", "オルバーン"), Part("विक्तोर", "Viktor", "ヴィクトル")


@pytest.mark.parametrize(
    ("parts", "country", "printed"),
    [
        (NGUYEN, "VN", ["गुयेन वान आन", "NGUYEN Van An", "グエン・ヴァン・アン"]),
        (KIM, "KR", ["किम चुल-सू", "KIM Chul-soo", "キム チョルス"]),
        (KIM, "", ["किम चुल-सू", "KIM Chul-soo", "キム・チョルス"]),
        (WANG, "CN", ["वांग यी", "WANG Yi", "王 毅"]),
        (WANG, "", ["वांग यी", "WANG Yi", "王 毅"]),
        (ORBAN, "HU", ["ओर्बान विक्तोर", "ORBÁN Viktor", "オルバーン・ヴィクトル"]),
    ],
)
def test_family_names_stand_first_as_at_home(
    parts: tuple[Part, Part], country: str, printed: list[str]
) -> None:
    said = [
        name(*parts, lang, native="en", family_first=True, country=country, polite=False)
        for lang in LANGS
    ]
    assert said == printed


def test_who_says_the_given_name_first_is_called_so() -> None:
    said = [
        name(*KIM, lang, native="en", family_first=False, country="KR", polite=False)
        for lang in LANGS
    ]
    assert said == ["चुल-सू किम", "Chul-soo KIM", "チョルス・キム"]


@pytest.mark.parametrize(
    ("native", "country", "first"),
    [("en", "VN", True), ("en", "HU", True), ("en", "US", False), ("en", "", False),
     ("hi", "VN", False), ("ja", "US", True), ("en", "JP", False), ("en", "SG", False)],
)  # fmt: skip
def test_language_and_country_tell_the_order(native: Lang, country: str, first: bool) -> None:
    assert surname_first(native, country) is first
