import pytest
from hypothesis import given
from hypothesis import strategies as st

from lohum_brief.language.furigana import Reading, marked, parse, plain, unrepeated


def test_a_reading_belongs_to_the_run_of_kanji_before_it() -> None:
    assert parse("この漢字《かんじ》は") == ("この漢字は", (Reading(2, 4, "かんじ"),))
    assert parse("佐々木《ささき》") == ("佐々木", (Reading(0, 3, "ささき"),))
    assert parse("𠮷野《よしの》家") == ("𠮷野家", (Reading(0, 2, "よしの"),))


def test_a_bar_marks_where_the_base_begins() -> None:
    assert parse("見本｜太郎《たろう》") == ("見本太郎", (Reading(2, 4, "たろう"),))
    assert parse("｜お盆《おぼん》") == ("お盆", (Reading(0, 2, "おぼん"),))
    assert parse("｜EV《イーブイ》") == ("EV", (Reading(0, 2, "イーブイ"),))


def test_several_readings() -> None:
    text, readings = parse("見本《みほん》と例示《れいじ》")
    assert text == "見本と例示"
    assert [(text[reading.start : reading.stop], reading.kana) for reading in readings] == [
        ("見本", "みほん"),
        ("例示", "れいじ"),
    ]


def test_what_is_no_reading_stays_as_it_is() -> None:
    for text in (
        "かな《かな》",
        "漢字《》",
        "漢字《かんじ",
        "》漢字《",
        "｜漢字",
        "漢字",
        "",
        "《題》",
        "漢《字《じ》",
    ):
        if text == "漢《字《じ》":
            assert parse(text) == ("漢《字", (Reading(2, 3, "じ"),))
        else:
            assert parse(text) == (text, ())


@given(st.text("漢字かなA｜《》 "))
def test_readings_lie_within_the_plain_text_one_after_the_other(text: str) -> None:
    bare, readings = parse(text)
    assert plain(text) == bare
    last = 0
    for reading in readings:
        assert last <= reading.start < reading.stop <= len(bare)
        assert reading.kana
        last = reading.stop


bases = st.text("漢字電池見本", min_size=1, max_size=4)
kana = st.text("かなよみ", min_size=1, max_size=6)
between = st.text("かなは、。AB12 ", max_size=6)


@given(st.lists(st.tuples(between, bases, kana), max_size=5), between)
def test_what_was_written_with_a_bar_is_read_back(
    parts: list[tuple[str, str, str]], end: str
) -> None:
    written = "".join(f"{before}｜{base}《{reading}》" for before, base, reading in parts) + end
    bare, readings = parse(written)
    assert bare == "".join(before + base for before, base, _ in parts) + end
    assert [(bare[one.start : one.stop], one.kana) for one in readings] == [
        (base, read) for _, base, read in parts
    ]


@pytest.mark.parametrize(
    ("base", "kana"),
    [("見本", "みほん》"), ("見本", "《みほん"), ("見本", "み｜ほん"), ("見《本", "みほん")],
)
def test_a_reading_with_a_sign_of_its_own_leaves_the_name_whole(base: str, kana: str) -> None:
    assert marked(base, kana) == base


def test_what_is_marked_is_parsed_back() -> None:
    text = marked("見本", "みほん")
    assert parse(text) == ("見本", (Reading(0, 2, "みほん"),))
    assert marked("見本", "") == "見本"


def test_a_known_reading_is_left_out_and_its_kanji_do_not_slip_under_the_next() -> None:
    known = {("見本", "みほん")}
    text = unrepeated("見本《みほん》山《やま》と山《やま》", known)
    assert text == "見本｜山《やま》と山"
    assert parse(text) == ("見本山と山", (Reading(2, 3, "やま"),))
    assert ("山", "やま") in known
