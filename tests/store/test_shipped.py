"""The visits that ship: every figure in their texts goes through a token or a table, and each is stored once."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from lohum_brief.checks.run import check
from lohum_brief.checks.strings import texts
from lohum_brief.language.codes import LANGS
from lohum_brief.store.shipped import TEMPLATES, Template, new_visit, reference_data, sample_visit
from lohum_brief.visit import tokens
from lohum_brief.visit.figures import Figures
from lohum_brief.visit.records import AnyRecord, Figure, Item, Pack, Paragraph, Section, Table, Term
from lohum_brief.visit.text import Text
from lohum_brief.visit.uses import uses
from lohum_brief.visit.visit import Visit


def exempt(record: AnyRecord, path: str) -> bool:
    """What may hold digits typed by hand."""
    if isinstance(record, Term):
        return True  # a name, looked for letter by letter in what the texts print
    if isinstance(record, Table):
        return path.startswith("rows.")  # a table is a place for figures, with its sources
    return isinstance(record, Paragraph) and record.verbatim is not None  # a quotation stands as it was said


def typed(record: AnyRecord) -> Iterator[str]:
    """The texts with digits outside tokens: record, field and language, and what stands there."""
    for path, text in texts(record):
        if not isinstance(text, Text) or exempt(record, path):
            continue
        for lang in LANGS:
            plain = " … ".join(part for part in tokens.parts(text[lang]) if isinstance(part, str))
            if re.search(r"\d", plain):
                yield f"{record.id} {path}.{lang}: {plain}"


def paragraph(string: str, **more: str) -> Paragraph:
    return Paragraph(id="p", audience="public", section="s", text=Text(ja=string), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("string", ["7名", "７名", "७", "{metric:x} 7", "{{figure:7}}", "{name 7}"])
def test_a_digit_typed_by_hand_is_found_in_every_script(string: str) -> None:
    [found] = typed(paragraph(string))
    assert found.startswith("p text.ja: ")


@pytest.mark.parametrize("string", ["七名", "CO₂", "{literal:7}名", "{date:2025-07-08}", "{metric:x7|round=1}"])
def test_tokens_words_and_formulas_hold_no_digit_typed_by_hand(string: str) -> None:
    assert list(typed(paragraph(string))) == []
    assert list(typed(paragraph("7", verbatim="ja"))) == []


def test_the_texts_of_the_sample_and_of_the_reference_data_hold_no_digit_typed_by_hand() -> None:
    found = [line for record in sample_visit() for line in typed(record)]
    assert not found, "write a token (README, “Figures in texts”):\n" + "\n".join(found)


@pytest.mark.parametrize("ship", [sample_visit, lambda: Visit(reference_data())], ids=["sample", "reference"])
def test_every_figure_that_ships_is_printed_by_a_text(ship: Callable[[], Visit]) -> None:
    visit = ship()
    figures = Figures(visit)
    printed = {figures.find(use.token).record for record in visit for use in uses(record)}
    assert [figure.id for figure in visit.of(Figure) if figure.id not in printed] == []


def test_no_figure_that_ships_is_stored_twice() -> None:
    visit = sample_visit()
    names = Counter(figure.name[lang] for figure in visit.of(Figure) for lang in LANGS)
    assert [name for name, count in names.items() if count > 1] == []


def test_the_sample_has_no_findings_that_matter() -> None:
    assert [found for found in check(sample_visit()) if found.severity != "info"] == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.key)
def test_a_template_says_everything_in_three_languages_and_prints_only_sections_that_exist(template: Template) -> None:
    visit = new_visit(template.key, dt.date(2025, 7, 8))
    for record in visit:
        for path, text in texts(record):
            if isinstance(text, Text):
                assert len({bool(text[lang]) for lang in LANGS}) == 1, f"{record.id} {path}"
    for pack in visit.of(Pack):
        sections = [visit.get(Section, ident) for ident in pack.sections]
        assert all(section is not None and section.readable(pack.audience) for section in sections), pack.id
    items = visit.of(Item)
    assert [item.id for item in items] == [item.id for item in sorted(items, key=lambda item: item.start)]
    assert visit.particulars.start == dt.date(2025, 7, 8)
