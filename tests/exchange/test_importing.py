"""From lists as people keep them to records: headings, names, values, and the second import of the
same list.
"""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from lohum_brief.errors import UsageError
from lohum_brief.exchange.headings import guess
from lohum_brief.exchange.importing import Options, preview
from lohum_brief.exchange.lines import lines
from lohum_brief.exchange.preview import Preview, as_edit
from lohum_brief.exchange.reading import read_pasted, read_table
from lohum_brief.language.interface import say, spoken
from lohum_brief.language.sentences import sentence
from lohum_brief.store.locate import store_at
from lohum_brief.store.sqlite.store import FileStore
from lohum_brief.visit.edit import apply, put
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import (
    Group,
    Item,
    Metric,
    NamePart,
    Note,
    Observation,
    Organisation,
    Paragraph,
    Person,
    Point,
    Record,
    Series,
    Source,
    Term,
)
from lohum_brief.visit.rest import fields_of
from lohum_brief.visit.text import States, Text
from lohum_brief.visit.visit import Visit
from tests.exchange.files import grid, styles, text_cell, xlsx


def pasted(
    visit: Visit,
    kind: type[Record],
    *rows: str,
    maps: Mapping[str, str] | None = None,
    day_first: bool | None = None,
    audience: Audience | None = None,
    replace: bool = False,
    answers: Mapping[str, str] | None = None,
) -> Preview:
    """What the rows, cells parted by bars, would do."""
    text = "\n".join(rows).replace("|", "\t")
    return preview(
        visit,
        kind,
        read_pasted(text.encode()),
        Options(maps or {}, day_first, audience, replace, answers or {}),
    )


def after(visit: Visit, found: Preview) -> Visit:
    assert not found.unread, found.unread
    return apply(visit, as_edit(visit, found, "list.csv"))


@pytest.mark.parametrize(
    ("heading", "kind", "field"),
    [
        ("氏名", Person, "name"),
        ("氏　名", Person, "name"),
        ("氏名（漢字）", Person, "name.ja"),
        ("氏名（英語）", Person, "name.en"),
        ("英語名", Organisation, "name.en"),
        ("ﾌﾘｶﾞﾅ", Person, "name.reading"),
        ("ふりがな", Organisation, "reading"),
        ("所属", Person, "organisation"),
        ("役職", Person, "post"),
        ("役職（英）", Person, "post.en"),
        ("नाम", Person, "name"),
        ("नाम (हिंदी)", Person, "name.hi"),
        ("नाम (अंग्रेज़ी)", Person, "name.en"),
        ("संगठन", Person, "organisation"),
        ("पदनाम", Person, "post"),
        ("Name (Hindi)", Person, "name.hi"),
        ("NAME_JA", Person, "name.ja"),
        ("name.hi", Term, "name.hi"),
        ("Designation", Person, "post"),
        ("Designation - Japanese", Person, "post.ja"),
        ("Hindi", Term, "name.hi"),
        ("日本語", Term, "name.ja"),
        ("Name / 氏名 / नाम", Person, "name"),
        ("As of", Observation, "as_of"),
        ("時点", Observation, "as_of"),
        ("मान", Observation, "value"),
        ("2024", Series, "points.value@2024"),
        ("2024年度", Series, "points.value@FY2024"),
        ("Shoe size", Person, None),
        ("S.No.", Person, "-"),
        ("ja_reading", Term, "reading"),
        ("org_id", Organisation, "id"),
        ("通番", Person, "-"),
    ],
)
def test_a_heading_is_understood_in_three_languages(
    heading: str, kind: type[Record], field: str | None
) -> None:
    assert guess(heading, kind) == field


def only(found: Preview, kind: type[Record] = Person) -> Record:
    assert not found.unread, found.unread
    (record,) = [record for record in found.added if isinstance(record, kind)]
    return record


@pytest.mark.parametrize(
    ("cell", "family", "given", "honorific", "native"),
    [
        ("山田 太郎", NamePart(ja="山田"), NamePart(ja="太郎"), "none", "ja"),
        ("山田　太郎　様", NamePart(ja="山田"), NamePart(ja="太郎"), "none", "ja"),
        ("山田 太郎様", NamePart(ja="山田"), NamePart(ja="太郎"), "none", "ja"),
        ("山田 太郎博士", NamePart(ja="山田"), NamePart(ja="太郎"), "dr", "ja"),
        ("YAMADA Taro", NamePart(en="Yamada"), NamePart(en="Taro"), "none", "en"),
        ("Taro YAMADA", NamePart(en="Yamada"), NamePart(en="Taro"), "none", "en"),
        ("Yamada, Taro", NamePart(en="Yamada"), NamePart(en="Taro"), "none", "en"),
        ("Mr. Taro YAMADA", NamePart(en="Yamada"), NamePart(en="Taro"), "mr", "en"),
        (
            "H.E. Dr. John VAN DER BERG",
            NamePart(en="Van Der Berg"),
            NamePart(en="John"),
            "excellency dr",
            "en",
        ),
        ("Dr.Asha Rao", NamePart(en="Rao"), NamePart(en="Asha"), "dr", "en"),
        ("Smt. Asha Devi Rao", NamePart(en="Rao"), NamePart(en="Asha Devi"), "mrs", "en"),
        ("श्री नरेंद्र वर्मा", NamePart(hi="वर्मा"), NamePart(hi="नरेंद्र"), "mr", "hi"),
        ("डॉ. आशा राव", NamePart(hi="राव"), NamePart(hi="आशा"), "dr", "hi"),
        ("नरेंद्र वर्मा जी", NamePart(hi="वर्मा"), NamePart(hi="नरेंद्र"), "none", "hi"),
        ("ジョン・スミス", NamePart(ja="スミス"), NamePart(ja="ジョン"), "none", "en"),
        (
            "山田 太郎 / YAMADA Taro / やまだ たろう",
            NamePart(ja="山田", en="Yamada", reading="やまだ"),
            NamePart(ja="太郎", en="Taro", reading="たろう"),
            "none",
            "ja",
        ),
        (
            "山田 太郎（ヤマダ タロウ）",
            NamePart(ja="山田", reading="やまだ"),
            NamePart(ja="太郎", reading="たろう"),
            "none",
            "ja",
        ),
    ],
)
def test_a_name_in_one_cell_is_taken_apart(
    visit: Visit, cell: str, family: NamePart, given: NamePart, honorific: str, native: str
) -> None:
    person = only(pasted(visit, Person, "Name|Needs", f"{cell}|"))
    assert isinstance(person, Person)
    said = " ".join(word for word in person.address[:-1] if word not in ("", "none")) or "none"
    assert (person.family, person.given, said, person.native) == (family, given, honorific, native)


def test_the_reading_says_which_part_of_a_latin_name_is_the_family_name(visit: Visit) -> None:
    found = pasted(
        visit,
        Person,
        "氏名|フリガナ|Name",
        "大野 裕子|ｵｵﾉ ﾕｳｺ|Yuko Ono",
        "佐藤 次郎|サトウ ジロウ|Satō Jirō",
    )
    first, second = (person for person in found.added if isinstance(person, Person))
    assert (first.family, first.given["en"]) == (
        NamePart(ja="大野", reading="おおの", en="Ono"),
        "Yuko",
    )
    assert (second.family["en"], second.given["en"]) == ("Satō", "Jirō")


def test_a_japanese_name_in_latin_letters_alone_is_asked_about(visit: Visit) -> None:
    found = pasted(visit, Person, "氏名|Name", "大野 裕子|Yuko Ono")
    (one,) = found.added
    assert isinstance(one, Person)
    assert (one.family["en"], one.given["en"]) == ("Ono", "Yuko")
    (shown,) = found.alternatives
    assert (shown.cell, [reading.family for reading in shown.readings]) == ("B2", ["Ono", "Yuko"])


def test_organisations_are_found_by_any_of_their_names_or_added_and_said(visit: Visit) -> None:
    rows = [
        "MIHON Jiro|METI",
        "MIHON Saburo|経済産業省",
        "MIHON Shiro|ministry of economy trade and industry",
        "MIHON Goro|経済産業省（METI）",
    ]
    found = pasted(
        visit, Person, "Name|Organisation", *rows, "MIHON Rokuro|New Body", "MIHON Nanaro|NEW BODY"
    )
    people = [person for person in found.added if isinstance(person, Person)]
    assert [person.organisation for person in people] == ["org:meti"] * 4 + ["org:new-body"] * 2
    (added,) = [record for record in found.added if isinstance(record, Organisation)]
    assert added.name == Text(en="New Body")
    assert any("“New Body” is not there yet and is added" in note for note in map(say, found.notes))


def test_what_only_a_row_that_is_left_out_names_is_not_added(visit: Visit) -> None:
    found = pasted(visit, Person, "Name|Organisation|Audience", "Mr.|Nowhere Inc|guest")
    assert [unread.place for unread in found.unread] == [(1, 0)]
    assert not found.added
    waiting = pasted(visit, Person, "Name|Organisation|Duty", "MIHON Jiro|Nowhere Inc|wizard")
    assert (waiting.waiting, waiting.added) == (1, ())


def test_groups_and_other_words_are_read_in_three_languages(visit: Visit) -> None:
    found = pasted(
        visit, Person, "氏名|役割|班|側", "見本 次郎|団長|A班|来賓", "見本 三郎|दुभाषिया|A班|host"
    )
    first, second = (person for person in found.added if isinstance(person, Person))
    assert (first.duty, first.side, second.duty, second.side) == (
        "head",
        "guest",
        "interpreter",
        "host",
    )
    assert first.group == second.group
    assert [group.name["ja"] for group in found.added if isinstance(group, Group)] == ["A班"]


def test_a_second_import_updates_and_doubles_nothing(visit: Visit) -> None:
    first = after(
        visit,
        pasted(
            visit,
            Person,
            "Name|Organisation|Post",
            "MIHON Hajime|METI|Director",
            "SATO Jiro|METI|Clerk",
        ),
    )
    assert len(first.of(Person)) == 2  # the first one was there
    again = pasted(
        first,
        Person,
        "氏名|Name|所属|役職",
        "見本 一|MIHON Hajime|METI|課長",
        "|Jiro SATO|経済産業省|",
    )
    assert not again.added
    (changed,) = again.changed
    assert [(field.field, field.old, field.new) for field in changed.fields] == [
        ("post.ja", "", "課長")
    ]
    assert again.unchanged == 1
    second = after(first, again)
    assert len(second.of(Person)) == 2
    assert second.of(Person)[0].post == Text(en="Director", ja="課長")


def test_two_people_of_one_name_are_told_apart_by_where_they_belong(visit: Visit) -> None:
    first = after(
        visit, pasted(visit, Person, "Name|Organisation", "SATO Jiro|METI", "SATO Jiro|Lohum")
    )
    assert len(first.of(Person)) == 3
    again = pasted(first, Person, "Name|Organisation", "SATO Jiro|Lohum", "SATO Jiro|METI")
    assert again.unchanged == 2
    (question,) = pasted(first, Person, "Name|Post", "SATO Jiro|Clerk").open
    assert [say(one.said).partition(", ")[2] for one in question.choices[:2]] == [
        "Ministry of Economy, Trade and Industry",
        "Lohum",
    ]


def test_an_id_finds_its_record_whatever_the_name(visit: Visit) -> None:
    found = pasted(visit, Person, "ID|Name", "person:mihon|MIHON Ichiro")
    (changed,) = found.changed
    assert [field.field for field in changed.fields] == ["given.en"]
    found = pasted(visit, Person, "ID|Name", "JP-007|SATO Jiro")
    assert [record.id for record in found.added] == ["JP-007"]


def test_a_row_that_repeats_another_is_taken_once_and_said(visit: Visit) -> None:
    found = pasted(visit, Person, "Name|Post", "SATO Jiro|Clerk", "SATO Jiro|Clerk")
    assert len(found.added) == 1
    assert "Row 3 repeats row 2." in map(say, found.notes)


def test_an_empty_cell_leaves_a_field_as_it_is(visit: Visit) -> None:
    found = pasted(visit, Organisation, "Abbreviation|Name (English)|国", "METI||")
    assert found.unchanged == 1


def test_changing_the_original_makes_its_translations_old_and_the_change_a_draft(
    visit: Visit,
) -> None:
    meti = visit.by_id["org:meti"]
    assert isinstance(meti, Organisation)
    approved = Organisation(
        **{f: getattr(meti, f) for f in fields_of(type(meti))}
        | {"role": Text(hi="व्यापार", en="Trade", state=States(hi="approved", en="approved"))}
    )
    visit = apply(visit, put(visit, approved))
    found = pasted(visit, Organisation, "ID|Role (English)", "org:meti|Trade and industry")
    changed = after(visit, found).by_id["org:meti"]
    assert isinstance(changed, Organisation)
    assert (changed.role.state["en"], changed.role.state["hi"]) == ("draft", "old")


def test_records_that_are_not_in_the_list_go_only_when_asked(visit: Visit) -> None:
    rows = ("Name|Organisation", "SATO Jiro|METI")
    assert not pasted(visit, Person, *rows).removed
    found = pasted(visit, Person, *rows, replace=True)
    assert [record.id for record in found.removed] == ["person:mihon"]
    assert [person.family["en"] for person in after(visit, found).of(Person)] == ["Sato"]
    found = pasted(visit, Person, *rows, "12345|", replace=True)
    assert not found.removed
    found = pasted(visit, Organisation, "Name|Country", "X Ltd|IN", replace=True)
    assert (
        "“Ministry of Economy, Trade and Indu…” is removed and still named by other records."
        in map(say, found.notes)
    )


def test_a_figure_that_a_text_prints_is_not_removed(visit: Visit) -> None:
    reading = Observation(id="obs:1", audience="guest", metric="metric:capacity", value=Decimal(5))
    text = Paragraph(id="p:1", audience="guest", section="aims", text=Text(en="{metric:capacity}"))
    visit = Visit([*visit, reading, text])
    with pytest.raises(UsageError) as caught:
        pasted(visit, Metric, "Name|Unit", "Speed|%", replace=True)
    assert caught.value.places == (("p:1", "text.en"),)


def test_new_records_are_for_whom_their_kind_begins_with_unless_said_otherwise(
    visit: Visit,
) -> None:
    found = pasted(visit, Organisation, "Name", "X Ltd")
    assert found.added[0].audience == "guest"
    assert (
        pasted(visit, Organisation, "Name", "X Ltd", audience="guest").added[0].audience == "guest"
    )
    assert (
        pasted(visit, Organisation, "Name|Audience", "X Ltd|public").added[0].audience == "public"
    )


def test_columns_may_be_said(visit: Visit) -> None:
    found = pasted(
        visit, Person, "Nom|Fonction", "SATO Jiro|Clerk", maps={"Nom": "name", "B": "post"}
    )
    person = only(found)
    assert isinstance(person, Person)
    assert person.post["en"] == "Clerk"
    person = only(pasted(visit, Person, "SATO Jiro|Clerk", maps={"A": "name", "B": "post"}))
    assert isinstance(person, Person)
    assert person.family["en"] == "Sato"
    with pytest.raises(UsageError, match="Prénom"):
        pasted(visit, Person, "Nom|Fonction", "SATO Jiro|x", maps={"Prénom": "name", "A": "name"})
    with pytest.raises(UsageError, match="hats"):
        pasted(visit, Person, "Nom", "SATO Jiro", maps={"Nom": "hats"})


@pytest.mark.parametrize(
    ("cell", "value", "about"),
    [
        ("12,34,567.50", "1234567.50", ""),
        ("१२३", "123", ""),
        ("１，２３４", "1234", ""),
        ("3.4億", "340000000", ""),
        ("34 lakh", "3400000", ""),
        ("about 20,000 t/year", "20000", "about"),
        ("20,000トン/年", "20000", ""),
        ("20000", "20000", ""),
        ("0.10", "0.10", ""),
    ],
)
def test_values_are_read_as_people_write_them(
    visit: Visit, cell: str, value: str, about: str
) -> None:
    reading = only(
        pasted(visit, Observation, "Metric|Value|As of", f"Capacity|{cell}|2025-07"), Observation
    )
    assert isinstance(reading, Observation)
    assert (str(reading.value), reading.about, reading.as_of) == (value, about, "2025-07")
    assert reading.metric == "metric:capacity"


def test_a_sheet_of_metrics_brings_its_values_as_observations(visit: Visit) -> None:
    rows = (
        "指標|単位|値|時点|根拠|出典",
        "能力|t/year|25,000|令和7年7月10日|会社発表|Annual report",
        "回収率|%|95|2024年度|実測|Annual report",
    )
    first = after(visit, pasted(visit, Metric, *rows))
    assert [metric.name["ja"] for metric in first.of(Metric)] == ["能力", "回収率"]
    readings = [(o.metric, str(o.value), o.as_of, o.basis) for o in first.of(Observation)]
    assert readings[0] == ("metric:capacity", "25000", "2025-07-10", "stated")
    assert readings[1][1:] == ("95", "FY2024", "measured")
    assert [source.title for source in first.of(Source)] == ["Annual report"]
    again = pasted(first, Metric, *rows)
    assert again.empty
    assert again.unchanged == 4


def test_a_percentage_is_read_as_it_is_shown(tmp_path: Path, visit: Visit) -> None:
    data = (
        grid(["Metric", "Unit", "Value"], ["Yield", "%"]).removesuffix("</row>")
        + '<c r="C2" s="1"><v>0.95</v></c></row>'
    )
    path = xlsx(tmp_path / "m.xlsx", data, styles=styles(cells='<xf numFmtId="10" fontId="0"/>'))
    (reading,) = [
        r for r in preview(visit, Metric, read_table(path)).added if isinstance(r, Observation)
    ]
    assert reading.value == Decimal(95)


def test_a_percent_sign_that_a_format_writes_is_the_unit_of_the_value(
    tmp_path: Path, visit: Visit
) -> None:
    data = (
        grid(["Metric", "Value"], ["Recovery"]).removesuffix("</row>")
        + '<c r="B2" s="1"><v>95.3</v></c></row>'
    )
    written = styles(
        formats='<numFmt numFmtId="165" formatCode="0.0\\%"/>',
        cells='<xf numFmtId="165" fontId="0"/>',
    )
    found = preview(visit, Metric, read_table(xlsx(tmp_path / "m.xlsx", data, styles=written)))
    [metric] = [one for one in found.added if isinstance(one, Metric)]
    [value] = [one for one in found.added if isinstance(one, Observation)]
    assert (metric.unit, value.value) == ("%", Decimal("95.3"))


def test_a_new_metric_counts_in_the_unit_that_stands_with_its_value(visit: Visit) -> None:
    found = pasted(
        visit,
        Metric,
        "Metric|Value|As of",
        "Recovery|95.3%|2024",
        "Recovery|96 %|2025",
        "Output|5 t|2025",
    )
    assert not found.unread
    units = {record.name["en"]: record.unit for record in found.added if isinstance(record, Metric)}
    assert units == {"Recovery": "%", "Output": "t"}
    values = [str(record.value) for record in found.added if isinstance(record, Observation)]
    assert values == ["95.3", "96", "5"]


def test_dates_that_may_be_two_are_asked_about(visit: Visit) -> None:
    rows = ("Title|Date|Time", "Tour|07/08/2025|10:00–10:45")
    (unread,) = pasted(visit, Item, *rows).unread
    assert unread.place == (1, 1)
    assert "whether days or months come first" in say(unread.why)
    tour = only(pasted(visit, Item, *rows, day_first=False), Item)
    assert isinstance(tour, Item)
    assert (tour.start, tour.minutes) == (dt.datetime.fromisoformat("2025-07-08T10:00"), 45)
    tour = only(pasted(visit, Item, *rows, day_first=True), Item)
    assert isinstance(tour, Item)
    assert tour.start == dt.datetime.fromisoformat("2025-08-07T10:00")


def test_a_programme_is_read_from_days_and_clocks(visit: Visit) -> None:
    rows = (
        "日付|開始|終了|内容|会場|班",
        "令和7年7月8日|10:00|10時30分|到着|正門|A班、B班",
        "2025年7月8日（火）|午後2時|14:45|視察|工場|",
    )
    first = after(visit, pasted(visit, Item, *rows))
    one, two = first.of(Item)
    assert (one.start, one.minutes, one.title["ja"], one.place["ja"]) == (
        dt.datetime.fromisoformat("2025-07-08T10:00"),
        30,
        "到着",
        "正門",
    )
    assert len(one.groups) == 2
    assert (two.start, two.minutes) == (dt.datetime.fromisoformat("2025-07-08T14:00"), 45)
    again = pasted(first, Item, "Item|Start|Minutes", "到着|2025-07-08 10:15|30")
    assert [(f.field, f.new) for changed in again.changed for f in changed.fields] == [
        ("start", "2025-07-08 10:15:00")
    ]


def test_notes_and_terms_are_read(visit: Visit) -> None:
    note = only(
        pasted(visit, Note, "種別|件名|本文|日付", "想定問答|米国関税|交渉中です。|2025年7月"), Note
    )
    assert isinstance(note, Note)
    assert (note.sort, note.title["ja"], note.text["ja"], note.date) == (
        "if_raised",
        "米国関税",
        "交渉中です。",
        "2025-07",
    )
    term = only(
        pasted(
            visit,
            Term,
            "English|Hindi|Japanese|Reading|Do not use (Hindi)",
            "battery|बैटरी|電池|でんち|बेटरी; बैट्री",
        ),
        Term,
    )
    assert isinstance(term, Term)
    assert (term.name, term.reading, term.forbidden["hi"]) == (
        Text(hi="बैटरी", en="battery", ja="電池"),
        "でんち",
        ("बेटरी", "बैट्री"),
    )


def test_a_series_is_read_long_or_wide_and_merged_point_by_point(visit: Visit) -> None:
    long = (
        "Mineral|Stage|Country|Year|Production|Unit|Estimated",
        "Lithium|mine|Australia|2024|91,700|t|no",
        "Li|mine|チリ|2024|W|t|yes",
    )
    first = after(visit, pasted(visit, Series, *long))
    (series,) = first.of(Series)
    assert series.points == (
        Point("AU", "2024", Decimal(91700)),
        Point("CL", "2024", estimated=True, printed="W"),
    )
    wide = (
        "Mineral|Stage|Country|2024|2025",
        "Lithium|mine|AU|91,700|92,000",
        "Lithium|mine|World total||290000",
    )
    again = pasted(first, Series, *wide)
    (changed,) = again.changed
    assert [field.field for field in changed.fields] == ["points"]
    (series,) = after(first, again).of(Series)
    assert [(p.place, p.period, str(p.value)) for p in series.points] == [
        ("AU", "2024", "91700"),
        ("CL", "2024", "None"),
        ("AU", "2025", "92000"),
        ("world", "2025", "290000"),
    ]


def test_rows_of_one_series_that_contradict_each_other_are_named(visit: Visit) -> None:
    rows = (
        "Mineral|Stage|Country|Year|Value|Note",
        "Lithium|mine|AU|2024|5|rounded",
        "Lithium|mine|CL|2024|6|estimated",
    )
    (unread,) = pasted(visit, Series, *rows).unread
    assert (unread.place, say(unread.why)) == ((2, 5), "row 2 of the same record says otherwise")


def test_a_name_that_is_almost_one_of_the_visit_is_asked_about(visit: Visit) -> None:
    found = pasted(visit, Person, "Name|Organisation", "RAO Asha|Lohum Cleantech")
    (question,) = found.open
    assert [choice.answer for choice in question.choices] == ["org:plant", "new"]


def test_old_hindi_fonts_become_unicode_and_it_is_said(visit: Visit) -> None:
    found = pasted(
        visit,
        Organisation,
        "संगठन|टिप्पणी",
        "jktLFkku ljdkj|fo|mÙkj izns'k ljdkj|".replace("fo|", "fo!"),
        "Hkkjr ljdkj|",
    )
    names = [record.name["hi"] for record in found.added if isinstance(record, Organisation)]
    assert names[0] == "राजस्थान सरकार"
    assert names[-1] == "भारत सरकार"
    assert any(
        "old Hindi font" in note and "राजस्थान सरकार" in note for note in map(say, found.notes)
    )


def test_what_is_turned_from_an_old_font_may_be_kept(visit: Visit) -> None:
    rows = "Name|Post", "Asha RAO|funs'kd"
    found = pasted(visit, Person, *rows)
    assert [(one.name, one.answer) for one in found.questions if one.sort == "font"] == [
        ("hindi-B", "convert")
    ]
    (kept,) = pasted(visit, Person, *rows, answers={"hindi-B": "keep"}).added
    assert isinstance(kept, Person)
    assert kept.post["en"] == "funs'kd"


@pytest.mark.parametrize(
    "post",
    [
        "GM|HR",
        "IT~Head",
        "Output|net",
        "a~b",
        "Asst.{Tech}",
        "R=D",
        "O&M|Fin",
        "K=2 Labs",
        "Sr. GM (F&A)",
    ],
)
def test_signs_between_latin_words_are_no_old_hindi(visit: Visit, post: str) -> None:
    (person,) = preview(visit, Person, read_pasted(f"Name\tPost\nAsha RAO\t{post}".encode())).added
    assert isinstance(person, Person)
    assert person.post["en"] == post


def test_names_in_an_old_font_are_turned_with_their_table(visit: Visit) -> None:
    rows = "jke dqekj|funs'kd", "Taro Yamada|Director", "lhrk nsoh|mi lfpo"
    people = [
        one for one in pasted(visit, Person, "Name|Post", *rows).added if isinstance(one, Person)
    ]
    assert [one.family["hi"] or one.family["en"] for one in people] == ["कुमार", "Yamada", "देवी"]


def test_a_doubtful_old_font_has_to_be_answered(visit: Visit) -> None:
    found = preview(visit, Person, read_pasted(b"Name\tPost\nAsha RAO\tMgr|Ops"))
    assert [question.name for question in found.open] == ["font-B"]
    assert not found.added


@pytest.mark.parametrize(
    ("post", "read"),
    [("lfpo", "सचिव"), ("mi lfpo", "उप सचिव"), ("funs'kd", "निदेशक"), ("Director", "Director"), ("deputy director", "deputy director"), ("IAS", "IAS")],
)  # fmt: skip
def test_a_short_post_beside_old_hindi_is_converted_with_its_table(
    visit: Visit, post: str, read: str
) -> None:
    rows = ["fnYyh ljdkj||METI", f"vk'kk jko|{post}|Lohum"]
    found = pasted(visit, Person, "Name|Post|Organisation", *rows)
    people = [record for record in found.added if isinstance(record, Person)]
    assert not found.unread, found.unread
    assert read in (people[1].post["hi"], people[1].post["en"])


def test_a_short_post_beside_old_hindi_that_may_be_either_is_asked_about(visit: Visit) -> None:
    rows = ["fnYyh ljdkj|x|METI", "vk'kk jko|xyzo|Lohum"]
    found = pasted(visit, Person, "Name|Post|Organisation", *rows)
    (question,) = found.open
    assert (question.name, question.words, found.waiting) == ("font-B", ("xyzo",), 1)
    assert "xyzo → गल्रव" in say(question.asked)
    kept = pasted(visit, Person, "Name|Post|Organisation", *rows, answers={"font-B": "keep"})
    assert [record.post["en"] for record in kept.added if isinstance(record, Person)] == [
        "x",
        "xyzo",
    ]
    same = pasted(
        visit, Person, "Name|Post|Organisation", "Asha RAO|xyzo|METI", "Ravi SEN|lfpo|METI"
    )
    assert not same.unread


def test_the_font_of_a_cell_tells_of_old_hindi_too(tmp_path: Path, visit: Visit) -> None:
    data = (
        grid(["Name", "Post"])
        + '<row r="2">'
        + text_cell("A2", "SATO Jiro")
        + text_cell("B2", "inuke", ' s="1"')
        + "</row>"
    )
    look = styles(
        fonts='<font><name val="Kruti Dev 010"/></font>', cells='<xf numFmtId="0" fontId="1"/>'
    )
    path = xlsx(tmp_path / "list.xlsx", data, styles=look)
    (person,) = preview(visit, Person, read_table(path)).added
    assert isinstance(person, Person)
    assert person.post["hi"] == "पदनाम"


def test_of_a_table_of_ours_only_cells_in_an_old_font_are_turned(
    tmp_path: Path, visit: Visit
) -> None:
    styled = ' s="1"'
    rows = [["id", "audience", "name.hi"], ["org:1", "guest", "Hkkjr ljdkj"]]
    data = (
        grid(*rows)
        + f'<row r="3">{text_cell("A3", "org:2")}{text_cell("C3", "Hkkjr", styled)}</row>'
    )
    look = styles(
        fonts='<font><name val="Kruti Dev 010"/></font>', cells='<xf numFmtId="0" fontId="1"/>'
    )
    found = preview(
        visit, Organisation, read_table(xlsx(tmp_path / "list.xlsx", data, styles=look))
    )
    assert [record.name["hi"] for record in found.added if isinstance(record, Organisation)] == [
        "Hkkjr ljdkj",
        "भारत",
    ]
    assert any(
        "such as “Hkkjr ljdkj”; it is taken as it stands" in note for note in map(say, found.notes)
    )


def test_an_import_is_one_edit_that_undo_takes_back(tmp_path: Path, visit: Visit) -> None:
    path = tmp_path / "visit.lbrief"
    store_at(path).create(visit)
    found = pasted(
        visit,
        Person,
        "Name|Organisation|Post",
        "MIHON Hajime|METI|Director",
        "SATO Jiro|New Body|Clerk",
        replace=True,
    )
    with FileStore(path, backups=tmp_path / "backups").open() as store:
        store.commit(as_edit(store.visit, found, "delegates.xlsx"))
        assert len(store.visit) == len(visit) + 2
        assert store.undo_label
        assert say(store.undo_label) == "Import person from delegates.xlsx"
        store.undo()
        assert store.visit == visit
        store.redo()
        assert len(store.visit.of(Person)) == 2


def test_a_preview_has_words_of_closed_lists_as_people_say_them(visit: Visit) -> None:
    new = pasted(
        visit,
        Person,
        "Family name|Given name|Honorific|Diet|Nationality",
        "Suzuki|Misaki|lieutenant_general|no_pork|JP",
    )
    [line] = [one for one in lines(new, visit) if one.group == "added"]
    becomes = spoken(line.becomes)
    assert "Lieutenant General" in becomes
    assert "no_pork" not in becomes
    assert "no pork" in becomes.lower()
    then = after(visit, new)
    changed = pasted(then, Person, "Family name|Given name|Diet", "Suzuki|Misaki|vegetarian")
    [told] = [one for one in lines(changed, then) if one.group == "changed"]
    said = [spoken(one).lower() for one in (told.was, told.becomes)]
    assert said == ["no pork", "vegetarian"]
    assert "豚肉" in sentence(told.was, "ja"), "a line can be said in any language"
