import collections

import msgspec
import pytest

from lohum_brief.charts.data import shaped
from lohum_brief.charts.faults import faults
from lohum_brief.visit.records import AnyRecord, Chart, Paragraph, Table
from lohum_brief.visit.visit import Visit
from tests.benchmarks.convert import visit_document
from tests.benchmarks.standard_pack import (
    SIZES,
    Size,
    hindi_words,
    standard_pack,
    with_charts,
    without_repetition,
)


@pytest.mark.parametrize("size", SIZES)
def test_a_visit_holds_the_whole_pack(size: Size) -> None:
    records = msgspec.convert(visit_document(standard_pack(size))["records"], list[AnyRecord])
    assert sum(isinstance(record, Paragraph) for record in records) == 12 * size * 7
    tables = [record for record in records if isinstance(record, Table)]
    assert [len(table.rows) for table in tables] == [74 * size, *[20] * 6 * size, 60 * size]
    assert len({record.id for record in records}) == len(records)


@pytest.mark.parametrize("size", SIZES)
def test_no_hindi_word_occurs_twice(size: Size) -> None:
    usual = standard_pack(size)
    unique = without_repetition(usual)
    words = collections.Counter(hindi_words(unique))
    assert words.most_common(1)[0][1] == 1
    assert words.total() == len(hindi_words(usual))
    assert max(map(len, words)) <= max(map(len, hindi_words(usual)))


def test_every_chart_of_the_pack_can_be_drawn() -> None:
    visit = Visit(msgspec.convert(visit_document(with_charts())["records"], list[AnyRecord]))
    charts = visit.of(Chart)
    assert len(charts) == len({chart.form for chart in charts}) == 8
    assert not [fault for chart in charts for fault in faults(chart, visit)]
    assert all(shaped(chart, visit) is not None for chart in charts)
