"""The cover: whatever its texts are, nothing of it overlaps or leaves the page; a text that no page
holds is refused.
"""

from itertools import permutations
from typing import Any

import pymupdf
import pytest
from msgspec import structs

from lohum_brief.errors import BriefError
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.phrases import missing
from lohum_brief.visit.records import AnyRecord, Layout, Organisation, Pack, Particulars
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import LAYOUTS, pack, small
from tests.packs.extraction import bare, mupdf
from tests.packs.rendering import render
from tests.typeset.boxes import faults

TITLE = Text(
    hi="महत्वपूर्ण खनिजों की पुनर्चक्रण क्षमता और जापान-भारत औद्योगिक प्रतिस्पर्धात्मकता साझेदारी "
    "के अंतर्गत उच्चस्तरीय प्रतिनिधिमंडल का ग्रेटर नोएडा दौरा",
    en="Visit of the High-Level Delegation on Critical Minerals Recycling under the Japan–India "
    "Industrial Competitiveness "
    "Partnership to Greater Noida and Neemrana",
    ja="日印産業競争力パートナーシップに基づく重要鉱物リサイクルに関するハイレベル代表団のグレーターノイダ及びニムラナ訪問",
)
_PURPOSE = Text(
    hi="यह देखना कि प्रयुक्त लिथियम-आयन बैटरियाँ फिर से कच्चा माल कैसे बनती हैं, तथा साझा निवेश और "
    "प्रौद्योगिकी हस्तांतरण पर चर्चा करना। ",
    en="To see how used lithium-ion batteries become raw material again, and to discuss joint "
    "investment and technology transfer. ",
    ja="使用済みのリチウムイオン電池が再び原料となる工程を視察し、共同投資と技術移転について意見を交わすことを目的とします。",
)
_PLACE = Text(
    hi="लोहुम क्लीनटेक, ग्रेटर नोएडा, उत्तर प्रदेश; जापानी औद्योगिक क्षेत्र, नीमराना, राजस्थान; "
    "वाणिज्य भवन, नई दिल्ली",
    en="Lohum Cleantech, Greater Noida, Uttar Pradesh; Japanese Industrial Zone, Neemrana, "
    "Rajasthan; Vanijya Bhawan, New Delhi",
    ja="ウッタル・プラデシュ州グレーターノイダ、ラジャスタン州ニムラナ日本企業専用工業団地、ニューデリー商業会館",
)
ORDERS = [(lang,) for lang in LANGS] + [
    order for count in (2, 3) for order in permutations(LANGS, count)
]


def times(text: Text, count: int) -> Text:
    return Text(hi=text["hi"] * count, en=text["en"] * count, ja=text["ja"] * count)


def long(purpose: int = 3, title: int = 1) -> Visit:
    def kept(record: AnyRecord) -> AnyRecord:
        if isinstance(record, Particulars):
            return structs.replace(
                record,
                title=times(TITLE, title),
                purpose=times(_PURPOSE, purpose),
                place=_PLACE,
                guests=times(_PLACE, 2),
                host="org:guest",
            )
        return structs.replace(record, name=TITLE) if isinstance(record, Organisation) else record

    return Visit(map(kept, small()))


def of(languages: tuple[Lang, ...], layout: Layout) -> Pack:
    return structs.replace(
        pack(languages=languages, layout=layout, sections=("sec:programme",)), title=TITLE
    )


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("languages", ORDERS, ids="-".join)
def test_long_texts_stand_clear_of_one_another(languages: tuple[Lang, ...], layout: Layout) -> None:
    visit = long()
    found = render(visit, of(languages, layout)).pdf
    assert [fault for fault in faults(found) if fault.startswith(("page 1:", "page 2:"))] == []
    cover = "".join(bare(page) for page in mupdf(found)[:2])
    for lang in languages:
        particulars = visit.particulars
        for text in (particulars.title, particulars.purpose, particulars.place, particulars.guests):
            assert bare(text[lang]) in cover


@pytest.mark.parametrize(("visit", "number"), [(small(), 0), (long(6), 1), (long(12), 2)])
def test_facts_move_to_another_page_only_where_they_must(visit: Visit, number: int) -> None:
    pages = [bare(page) for page in mupdf(render(visit, of(("ja", "en", "hi"), "parallel")).pdf)]
    assert next(at for at, page in enumerate(pages) if "Venue" in page) == number


def test_a_text_that_no_page_holds_is_refused_by_its_field() -> None:
    with pytest.raises(BriefError, match="cover") as caught:
        render(long(title=40), of(("en",), "parallel"))
    assert caught.value.places[0] == ("visit", "title.en")


@pytest.mark.parametrize("languages", ORDERS, ids="-".join)
def test_the_cover_of_a_draft_without_a_title_says_so_in_each_language(
    languages: tuple[Lang, ...],
) -> None:
    def kept(record: AnyRecord) -> AnyRecord:
        return structs.replace(record, title=Text()) if isinstance(record, Particulars) else record

    cover = bare(mupdf(render(Visit(map(kept, small())), of(languages, "parallel")).pdf)[0])
    for lang in languages:
        assert bare(missing(lang)) in cover


def words(visit: Visit, made: Pack) -> list[list[Any]]:
    """The words of the cover with their edges, from left to right, line by line."""
    with pymupdf.open(stream=render(visit, made).pdf) as document:
        found = document[0].get_text("words", sort=False)
    lines: dict[int, list[Any]] = {}
    for word in found:
        lines.setdefault(round(word[3]), []).append(word)
    return [sorted(line) for _, line in sorted(lines.items())]


@pytest.mark.parametrize("languages", [("en",), ("en", "ja"), ("hi", "en", "ja")], ids="-".join)
def test_the_lines_of_a_title_are_about_as_long(languages: tuple[Lang, ...]) -> None:
    title = "Visit of the delegation to the recycling plant"
    visit = Visit(
        structs.replace(record, title=Text(hi="क", en=title, ja="視察"))
        if isinstance(record, Particulars)
        else record
        for record in small()
    )
    found = words(visit, of(languages, "stacked"))
    own = [line for line in found if {word[4] for word in line} & set(title.split()[1:-1])]
    own = [line for line in own if line[0][3] - line[0][1] > 20]
    assert len(own) == 2
    short, long_ = sorted(line[-1][2] - line[0][0] for line in own)
    assert short > 0.7 * long_


@pytest.mark.parametrize("count", [1, 2, 3])
def test_small_letters_at_the_foot_stay_on_the_page_however_many_lines_they_need(
    count: int,
) -> None:
    made = structs.replace(of(("ja", "en", "hi"), "stacked"), title=times(TITLE, count))
    found = render(small(), made).pdf
    assert [fault for fault in faults(found) if fault.startswith("page 1:")] == []
    for lang in LANGS:
        assert bare(made.title[lang]) in bare(mupdf(found)[0])


def test_who_invites_stands_above_the_title_at_the_same_edge() -> None:
    visit = small()
    host = visit.get(Organisation, "org:host")
    assert host
    found = words(visit, of(("en",), "stacked"))
    lefts = {line[0][4]: line[0][0] for line in found}
    assert lefts["Host"] == pytest.approx(lefts["Visit"], abs=0.5)
