"""Pages as numbers: what stands beside, below and across from what, and where pages break."""

import random
from collections import defaultdict
from itertools import permutations

import pymupdf
import pytest
from msgspec import structs

from lohum_brief.document.blocks import (
    Block,
    Column,
    Contents,
    Flow,
    Heading,
    NewPage,
    Row,
    Space,
    Table,
)
from lohum_brief.document.document import Document, Running
from lohum_brief.document.geometry import A4, TOP, geometry
from lohum_brief.document.style import (
    BODY,
    CELL,
    CELL_BOLD,
    CELL_NUMBER,
    FAINT,
    GRID,
    HEAD,
    NAME,
    RUNNING,
    TITLE_1,
    TITLE_2,
)
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.typeset.compose import Place, compose
from lohum_brief.typeset.faces import EM
from lohum_brief.typeset.strips import PAD
from tests.typeset.conftest import SetLine, Typeset, Typesetter, document, para, sample_texts

PAIRS: tuple[tuple[Lang, ...], ...] = (("hi", "ja"), ("en", "ja"), ("ja", "hi", "en"))
LAYOUTS = ("parallel", "stacked", "facing")


def flows(
    langs: tuple[Lang, ...], count: int, seed: int = 1, times: tuple[int, ...] = (1, 1, 2, 6)
) -> list[Flow]:
    """Paragraphs of the sample, some of them many lines long; the languages of one need not say the
    same.
    """
    chance = random.Random(seed)
    out = []
    for number in range(count):
        much = chance.choice(times)
        picked = {
            lang: " ".join(
                chance.sample(
                    [t for t in sample_texts(lang) if len(t) > 30 and "\n" not in t], much
                )
            )
            for lang in langs
        }
        out.append(
            Flow(tuple(para(lang, text) for lang, text in picked.items()), record=f"p{number}")
        )
    return out


def heading(number: int, langs: tuple[Lang, ...]) -> Heading:
    titles = {"hi": f"शीर्षक {number}", "en": f"Heading {number}", "ja": f"見出し{number}"}
    return Heading(1, str(number), tuple(para(lang, titles[lang], TITLE_1) for lang in langs))


def by_element(done: Typeset) -> dict[int, list[SetLine]]:
    """The lines of each paragraph, in order."""
    out: dict[int, list[SetLine]] = defaultdict(list)
    for line in done.lines:
        out[id(line.element)].append(line)
    return out


def paragraphs(done: Typeset, blocks: list[Flow]) -> list[dict[str, list[SetLine]]]:
    """For each flow and language its lines; paragraphs follow each other in the order of the flows."""
    lists = defaultdict(list)
    for lines in by_element(done).values():
        lists[lines[0].lang].append(lines)
    return [
        {para.lang: lists[para.lang][i] for para in flow.paras} for i, flow in enumerate(blocks)
    ]


@pytest.mark.parametrize("langs", PAIRS)
def test_parallel_paragraphs_start_at_the_same_height(
    langs: tuple[Lang, ...], typeset: Typesetter
) -> None:
    blocks = flows(langs, 25)
    done = typeset(document(*blocks, langs=langs))
    places = geometry(document(langs=langs)).places
    assert done.composed.pages > 2
    for each in paragraphs(done, blocks):
        assert len({(lines[0].page, round(lines[0].y, 3)) for lines in each.values()}) == 1
        for lang, lines in each.items():
            assert {line.x for line in lines} == {places[lang].x}
            assert max(line.line.width for line in lines) <= places[lang].width + 0.001


@pytest.mark.parametrize("layout", ["parallel", "facing"])
def test_long_paragraphs_break_across_pages_together(layout: str, typeset: Typesetter) -> None:
    langs: tuple[Lang, ...] = ("hi", "ja")
    blocks = flows(langs, 30, seed=5, times=(4, 6, 9))
    done = typeset(document(*blocks, langs=langs, layout=layout))
    broken = 0
    for each in paragraphs(done, blocks):
        hindi, japanese = each["hi"], each["ja"]
        broken += (
            len({line.page for line in hindi}) > 1 and len({line.page for line in japanese}) > 1
        )
        for left, right in zip(hindi, japanese, strict=False):
            assert right.page == left.page + (layout == "facing")
            assert right.y == pytest.approx(left.y)
    assert broken > 1


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_single_line_is_left_alone(layout: str, typeset: Typesetter) -> None:
    langs: tuple[Lang, ...] = ("hi", "ja")
    broken = 0
    for seed in range(4):
        blocks = flows(langs, 40, seed=seed, times=(1, 2, 6))
        done = typeset(document(*blocks, langs=langs, layout=layout))
        for each in paragraphs(done, blocks):
            for lines in each.values():
                pages = [line.page for line in lines]
                broken += len(set(pages)) > 1
                if len(lines) > 1:
                    assert min(pages.count(page) for page in set(pages)) > 1
    assert broken > 3


def test_baselines_of_all_columns_and_pages_are_on_one_grid(typeset: Typesetter) -> None:
    langs: tuple[Lang, ...] = ("hi", "en", "ja")
    done = typeset(document(*flows(langs, 30), langs=langs))
    offsets = {round((line.y - TOP) % GRID, 3) for line in done.lines if line.line.segments}
    assert len(offsets) == 1
    assert {line.lang for line in done.lines} == {"hi", "en", "ja"}


def test_pages_are_filled_and_never_overflow(typeset: Typesetter) -> None:
    for layout in LAYOUTS:
        shape = document(langs=("en", "ja"), layout=layout)
        done = typeset(structs.replace(shape, blocks=tuple(flows(("en", "ja"), 30, seed=9))))
        height = geometry(shape).height
        for sheet in done.sheets:
            bottom = max(y + strip.height for y, strip in sheet.placed if not strip.space)
            assert bottom <= height + 0.02
        for sheet in done.sheets[:-1]:
            # A page ends at most three lines and a paragraph's gap early: two lines that would
            # stand alone, and one.
            bottom = max(y + strip.height for y, strip in sheet.placed)
            assert bottom > height - 4 * BODY.leading


# Tables
# -------------------------------------------------------------------------------------------------------------


def table(rows: int, langs: tuple[Lang, ...], text: str = "cell") -> Table:
    head = tuple(
        tuple(para(lang, f"{name}{lang}", HEAD) for lang in langs) for name in ("Alpha", "Beta")
    )
    body = tuple(
        Row(
            (
                tuple(para(lang, f"row {i} {lang}", CELL) for lang in langs),
                (para("en", text, CELL, neutral=True),),
            )
        )
        for i in range(rows)
    )
    return Table((Column(1), Column(2)), head, body, row_header=0)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_head_of_a_table_repeats_on_every_page(layout: str, typeset: Typesetter) -> None:
    done = typeset(document(table(120, ("hi", "ja")), langs=("hi", "ja"), layout=layout))
    rows = {line.page for line in done.lines if line.text.startswith("row ")}
    assert len(rows) > 2
    for page in rows:
        on_page = [line for line in done.lines if line.page == page]
        heads = [line for line in on_page if line.text.startswith("Alpha")]
        assert heads
        assert max(line.y for line in heads) < min(
            line.y for line in on_page if line.text.startswith("row ")
        )
        first = page in (0, 1) if layout == "facing" else page == 0
        if layout == "facing":
            first = page == min(rows) or page == min(rows) + 1
        # Only the first is content: who hears the page does not hear it again.
        assert all((line.element is not None) == first for line in heads)
    texts = [line.text for line in done.lines if line.text.startswith("row ")]
    assert len(texts) == len(set(texts)) == 240


def test_rows_are_kept_whole_and_only_giants_are_parted(typeset: Typesetter) -> None:
    text = (
        "Every row of this table has a handful of lines, and none of them is parted from the "
        "others. " * 4
    )
    done = typeset(document(table(40, ("en",), text), langs=("en",)))
    for number in range(40):
        start = done.starting(f"row {number} ")
        cells = [
            line for line in done.lines if line.page == start.page and line.y >= start.y - 0.01
        ]
        assert sum("Every row" in line.text for line in cells) > 0
    giant = "A row taller than a page. " * 900
    done = typeset(document(table(1, ("en",), giant), langs=("en",)))
    assert done.composed.pages > 2
    assert (
        "".join(
            line.text for line in done.lines if line.x > 10 and not line.text.startswith("Beta")
        )
        == giant
    )


def test_the_cells_of_a_row_share_a_baseline_and_readings_keep_clear_of_the_rule_above(
    typeset: Typesetter,
) -> None:
    names = (
        para("ja", "｜見本《みほん》", NAME, neutral=True),
        para("en", "SAMPLE Jane", NAME),
        para("en", "small", CELL),
    )
    rows = tuple(
        Row(((para("en", str(i), CELL_NUMBER),), (name,), (para("en", f"post {i}", CELL),)))
        for i, name in enumerate(names)
    )
    done = typeset(
        document(Table((Column(1, "right"), Column(5), Column(5)), (), rows), langs=("en",))
    )
    for i, name in enumerate(names):
        number, post = done.starting(str(i)), done.starting(f"post {i}")
        named = done.starting("見本" if i == 0 else name.text)
        assert number.y == pytest.approx(post.y) == pytest.approx(named.y)
    first = done.starting("見本")
    (reading,) = first.line.readings
    assert (
        first.y - reading.dy - NAME.size * EM / 2 > TOP + 2
    )  # its letters are half as large as the name's
    assert (
        done.starting("post 2").y - done.starting("post 1").y < NAME.leading + 2 * PAD + 1
    )  # no room where none is needed


def test_a_row_that_opens_a_page_says_again_what_it_goes_on_with(typeset: Typesetter) -> None:
    name, other = (para("en", "Capacity", CELL_BOLD),), (para("en", "Purity", CELL_BOLD),)
    rows = [
        Row((name if i == 0 else (), (para("en", f"reading {i}", CELL),)), again=name if i else ())
        for i in range(60)
    ]
    rows.append(Row((other, (para("en", "reading 60", CELL),))))
    done = typeset(document(Table((Column(1), Column(1)), ((), ()), tuple(rows)), langs=("en",)))
    assert done.composed.pages > 1
    for page in range(done.composed.pages):
        readings = [
            line for line in done.lines if line.page == page and line.text.startswith("reading")
        ]
        (named,) = [line for line in done.lines if line.page == page and line.text == "Capacity"]
        assert named.y == pytest.approx(min(line.y for line in readings))
        assert (named.element is not None) == (page == 0)  # it is read aloud once
    hairlines = [
        rule
        for sheet in done.sheets
        for _, strip in sheet.placed
        for rule in strip.rules
        if rule.ink == FAINT
    ]
    assert sum(rule.x == 0 for rule in hairlines) == 1  # a whole one stands only between the two


def test_a_name_taller_than_the_row_that_goes_on_stands_above_it(typeset: Typesetter) -> None:
    name = (
        para("en", "Capacity", CELL_BOLD),
        para("en", "of all the plants", CELL_BOLD),
        para("en", "together", CELL_BOLD),
    )
    rows = tuple(
        Row((name if i == 0 else (), (para("en", f"reading {i}", CELL),)), again=name if i else ())
        for i in range(50)
    )
    done = typeset(document(Table((Column(1), Column(1)), (), rows), langs=("en",)))
    last = [line for line in done.lines if line.page == 1]
    assert max(line.y for line in last if line.x == 0) < min(
        line.y for line in last if line.text.startswith("reading")
    )


def test_an_entry_of_a_list_that_is_parted_has_its_number_once(typeset: Typesetter) -> None:
    entry = (para("en", "A source with a title taller than a page. " * 300, CELL),)
    rows = tuple(Row(((para("en", number, CELL_NUMBER),), entry)) for number in ("7", "8"))
    columns = Column(0.05, "right"), Column(0.95)
    done = typeset(document(Table(columns, (), rows, sort="list"), langs=("en",)))
    assert done.composed.pages > 2
    assert [line.text for line in done.lines if line.text in ("7", "8")] == ["7", "8"]


@pytest.mark.parametrize("leading", [12.0, 14.0, 17.0])
def test_a_row_is_parted_below_all_the_lines_that_stand_near_each_other(
    leading: float, typeset: Typesetter
) -> None:
    other = structs.replace(CELL, leading=leading)
    cells = tuple(
        (para("en", f"{word} " * 2500, style),) for word, style in (("one", CELL), ("two", other))
    )
    asked = document(Table((Column(1), Column(1)), (), (Row(cells),)), langs=("en",))
    done = typeset(asked)
    assert done.composed.pages > 2
    for sheet in done.sheets:
        for _, strip in sheet.placed:
            assert all(item.dy <= strip.height for item in strip.items)


# Headings
# -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", [1, 2])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_heading_stays_with_what_follows(layout: str, level: int, typeset: Typesetter) -> None:
    langs: tuple[Lang, ...] = ("en", "ja")
    text = {"en": "A paragraph of a few lines. " * 7, "ja": "数行にわたる段落です。" * 14}
    flow = Flow(tuple(para(lang, text[lang]) for lang in langs))
    pages = set()
    for lines in range(30, 50):
        filler = Flow((para("en", "\n".join(["x"] * lines), neutral=True),), wide=True)
        title = structs.replace(heading(1, langs), level=level)
        if level == 2:
            smaller = [
                structs.replace(p, spans=(structs.replace(p.spans[0], style=TITLE_2),))
                for p in title.paras
            ]
            title = structs.replace(title, paras=tuple(smaller))
        done = typeset(document(filler, title, flow, langs=langs, layout=layout))
        head, first = (
            done.starting("Heading"),
            [line for line in done.lines if line.text.startswith("A paragraph")],
        )
        assert first[0].page == head.page
        assert sum(line.page == head.page for line in first) >= 1
        pages.add(head.page)
    assert len(pages) > 1  # the heading was met on either side of a page break


def test_a_heading_asks_for_no_more_room_than_what_is_kept_with_it(typeset: Typesetter) -> None:
    pair = Flow((para("en", "a\na\na"), para("hi", "क\nक\nक")))
    height = geometry(document(langs=("en", "hi"), layout="stacked")).height
    bottoms = []
    for lines in range(20, 44):
        filler = Flow((para("en", "\n".join(["x"] * lines), neutral=True),), wide=True)
        done = typeset(
            document(filler, heading(1, ("en", "hi")), pair, langs=("en", "hi"), layout="stacked")
        )
        if done.composed.pages == 1:
            bottoms.append(
                max(y + strip.height for y, strip in done.sheets[0].placed if not strip.space)
            )
    assert 0 <= height - max(bottoms) < BODY.leading


def test_what_is_kept_whole_begins_on_a_new_page_where_it_does_not_fit(typeset: Typesetter) -> None:
    text = Flow((para("en", "A paragraph of a few lines. " * 25),))
    for lines, page in ((5, 0), (40, 1)):
        filler = Flow((para("en", "\n".join(["x"] * lines), neutral=True),), wide=True)
        title = structs.replace(heading(1, ("en",)), level=2, whole=True)
        after = structs.replace(heading(2, ("en",)), level=2)
        done = typeset(document(filler, title, text, text, text, after, text, langs=("en",)))
        assert {line.page for line in done.lines if line.text.startswith("A paragraph")} >= {page}
        assert done.starting("Heading 1").page == page
        body = [line for line in done.lines if "paragraph" in line.text and line.y < 1e9]
        upto = done.starting("Heading 2")
        assert {line.page for line in body if (line.page, line.y) < (upto.page, upto.y)} == {page}


def test_spaces_give_way_where_without_them_all_fits_on_one_page(typeset: Typesetter) -> None:
    lines = int(geometry(document(langs=("en",))).height // BODY.leading) - 1  # one for the heading
    title = structs.replace(heading(1, ("en",)), level=2, whole=True)
    text = Flow((para("en", "\n".join(["x"] * (lines - 3)), neutral=True),), wide=True)
    for more, pages in ((1, 1), (3, 2)):
        end = Flow((para("en", "\n".join(["end"] * more), neutral=True),), wide=True)
        assert typeset(document(title, text, Space(3), end, langs=("en",))).composed.pages == pages


def test_short_translations_stay_on_the_page_of_what_they_translate(typeset: Typesetter) -> None:
    pair = Flow(
        (para("en", "An English line. " * 6), para("ja", "初めは" + "日本語の行です。" * 10)),
        bullet="•",
    )
    done = typeset(document(*[pair] * 40, langs=("en", "ja"), layout="stacked"))
    english = [line.page for line in done.of("en") if line.text.startswith("An English line. An")]
    japanese = [line.page for line in done.of("ja") if line.text.startswith("初めは")]
    assert len(english) >= 40 < sum(line.text.startswith("•") for line in done.lines)
    assert sorted(english) == sorted(japanese)


def test_a_table_stays_with_its_note(typeset: Typesetter) -> None:
    note = Flow((para("en", "A note on the table."),))
    pages = set()
    for lines in range(20, 45):
        filler = Flow((para("en", "\n".join(["x"] * lines), neutral=True),), wide=True)
        kept = structs.replace(table(4, ("en",)), keep=True)
        done = typeset(document(filler, kept, note, langs=("en",)))
        rows = {line.page for line in done.lines if line.text.startswith("row ")}
        assert rows == {done.starting("A note").page}
        pages |= rows
    assert len(pages) > 1


# Facing and stacked
# -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("langs", [("hi", "ja"), ("ja", "en", "hi")])
def test_facing_pages_hold_the_same_content(langs: tuple[Lang, ...], typeset: Typesetter) -> None:
    blocks = flows(langs, 25, seed=3)
    done = typeset(document(*blocks, langs=langs, layout="facing"))
    left = [line for line in done.lines if line.lang == langs[0]]
    right = [line for line in done.lines if line.lang != langs[0]]
    assert all(
        (line.page + 1) % 2 == 0 for line in left
    )  # the left page of a spread has an even number
    assert all((line.page + 1) % 2 == 1 for line in right)
    for each in paragraphs(done, blocks):
        first = each[langs[0]][0]
        for lang in langs[1:]:
            assert each[lang][0].page == first.page + 1
            assert each[lang][0].y == pytest.approx(first.y)


def test_stacked_languages_stand_below_each_other_block_by_block(typeset: Typesetter) -> None:
    for langs in permutations(LANGS, 2):
        blocks = flows(langs, 12, seed=4)
        done = typeset(document(*blocks, langs=langs, layout="stacked"))
        order = [
            (lines[0].page, lines[0].y, number, lang)
            for number, each in enumerate(paragraphs(done, blocks))
            for lang, lines in each.items()
        ]
        assert order == sorted(order, key=lambda entry: entry[:2])
        assert [entry[3] for entry in order] == [*langs] * 12


@pytest.mark.parametrize("layout", LAYOUTS)
def test_one_language_fills_one_measure(layout: str, typeset: Typesetter) -> None:
    done = typeset(document(*flows(("hi",), 8), langs=("hi",), layout=layout))
    assert len({line.x for line in done.lines}) == 1
    assert {line.page for line in done.lines} == set(range(done.composed.pages))


# Contents
# -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", LAYOUTS)
def test_contents_name_the_pages_where_the_headings_are(layout: str, typeset: Typesetter) -> None:
    langs: tuple[Lang, ...] = ("en", "ja")
    blocks: list[Block] = [
        Contents(tuple(para(lang, "Contents", TITLE_1) for lang in langs)),
        NewPage(spread=layout == "facing"),
    ]
    for number in range(1, 13):
        blocks += [heading(number, langs), *flows(langs, 4, seed=number), Space(3)]
    done = typeset(document(*blocks, langs=langs, layout=layout))
    pdf = pymupdf.open(stream=done.composed.pdf)
    starts = {}
    for line in done.lines:
        if line.text.startswith(("Heading ", "見出し")):
            starts[line.lang, line.text] = line.page  # the last is the heading itself
    for lang in langs:
        page = {"facing": {"en": 1, "ja": 2}[lang]}.get(layout, 0)
        words = [word[4] for word in pdf[page].get_text("words", sort=True)]
        text = " ".join(words)
        for number in range(1, 13):
            title = {"en": f"Heading {number}", "ja": f"見出し{number}"}[lang]
            assert title in text
            where = starts[lang, title]
            rows = rows_of(pdf[page])
            (row,) = (row for row in rows if row.startswith(f"{number} ") and " / " not in row)
            assert row.split()[-1] == str(where + 1), row
    outline = pdf.get_toc()
    assert len(outline) == 12
    for number, (level, title, page) in enumerate(outline, 1):
        assert level == 1
        assert title.startswith(f"{number} ")
        assert page - 1 == starts["en", f"Heading {number}"]


def rows_of(page: pymupdf.Page) -> list[str]:
    """The words of a page, row by row from left to right."""
    rows: dict[int, list[tuple[float, str]]] = defaultdict(list)
    for x, _, _, bottom, word, *_ in page.get_text("words"):
        near = next((key for key in rows if abs(key - bottom) < 6), round(bottom))
        rows[near].append((x, word))
    return [" ".join(word for _, word in sorted(words)) for words in rows.values()]


def test_every_record_is_found_where_it_stands(typeset: Typesetter) -> None:
    langs: tuple[Lang, ...] = ("hi", "ja")
    blocks = flows(langs, 25)
    done = typeset(document(*blocks, langs=langs))
    first: dict[str, Place] = {}
    for place in done.composed.places:
        first.setdefault(place.record, place)
    assert [*first] == [flow.record for flow in blocks]
    for flow, each in zip(blocks, paragraphs(done, blocks), strict=True):
        line = each["hi"][0]
        assert first[flow.record].page == line.page
        assert 0 < line.y - first[flow.record].y < BODY.leading


def test_a_page_carries_the_note_of_what_stands_on_it(typeset: Typesetter) -> None:
    note = tuple(para(lang, {"hi": "टिप्पणी", "ja": "注記"}[lang], CELL) for lang in ("hi", "ja"))
    marked = [
        structs.replace(flow, flags=frozenset({"flag"}) if i == 20 else frozenset())
        for i, flow in enumerate(flows(("hi", "ja"), 25))
    ]
    done = typeset(structs.replace(document(*marked), notes=(("flag", note),)))
    pages = {place.page for place in done.composed.places if place.record == "p20"}
    pdf = pymupdf.open(stream=done.composed.pdf)
    found = {
        page.number for page in pdf if "टिप्पणी" in page.get_text() and "注記" in page.get_text()
    }
    assert found == pages
    assert len(pdf) > len(found)


def test_equal_documents_give_equal_bytes_whatever_came_before() -> None:
    one: Document = document(*flows(("hi", "ja"), 10))
    first = compose(one).pdf
    compose(document(*flows(("en",), 10, seed=8), langs=("en",)))
    assert compose(one).pdf == first


def test_landscape_is_a4_on_its_side(typeset: Typesetter) -> None:
    done = typeset(
        structs.replace(
            document(*flows(("hi", "en", "ja"), 3), langs=("hi", "en", "ja")), landscape=True
        )
    )
    page = pymupdf.open(stream=done.composed.pdf)[0]
    assert (page.rect.width, page.rect.height) == pytest.approx((A4[1], A4[0]), abs=0.1)


def test_the_foot_names_the_pack_in_every_language_that_has_room() -> None:
    foot = (
        para("hi", "मेज़बानों के लिए पुस्तिका · मसौदा", RUNNING),
        para("en", "Briefing for hosts · Draft", RUNNING),
    )
    running = Running(foot=foot, middle=(para("en", "8 July 2025", RUNNING),))
    done = compose(
        structs.replace(document(Flow((para("en", "Text."),)), langs=("hi", "en")), running=running)
    )
    with pymupdf.open(stream=done.pdf) as pdf:
        words = [word for word in pdf[0].get_text("words") if word[1] > A4[1] - 60]
    assert {"के", "hosts"} <= {word[4] for word in words}
    assert max(word[2] for word in words if word[4] == "Draft") < min(
        word[0] for word in words if word[4] == "8"
    )


@pytest.mark.parametrize("titles", [1, 3])
def test_the_running_head_keeps_clear_of_the_pill(titles: int) -> None:
    long = "Circumstances notwithstanding, considerations unforeseeable " * 4
    head = tuple(para(lang, long if titles == 1 else long[:60]) for lang in LANGS[:titles])
    pill = tuple(para(lang, "Only for the host's principal") for lang in LANGS)
    running = Running(head, pill, foot=head, middle=(para("en", "8 July 2025"),))
    done = compose(
        structs.replace(document(Flow((para("en", "Text."),)), langs=LANGS), running=running)
    )
    with pymupdf.open(stream=done.pdf) as pdf:
        words = pdf[0].get_text("words")
        head_end = max(
            word[2] for word in words if word[1] < 60 and word[4].strip("…") in long.split()
        )
        pill_start = min(word[0] for word in words if word[4] == "Only")
        assert head_end < pill_start
        assert max(word[2] for word in words) < A4[0]
        foot = [word for word in words if word[1] > A4[1] - 60]
        assert max(word[2] for word in foot if word[4].strip("…") in long.split()) < min(
            word[0] for word in foot if word[4] == "8"
        )
