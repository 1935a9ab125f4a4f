import collections

import msgspec
import pytest

from lohum_brief.visit.records import AnyRecord, Paragraph, Table
from tests.benchmarks.convert import visit_document
from tests.benchmarks.standard_pack import SIZES, Size, hindi_words, standard_pack, without_repetition


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
