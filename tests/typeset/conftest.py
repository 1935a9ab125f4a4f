"""The sample's texts, and documents typeset with their lines as data."""

from functools import cache
from typing import NamedTuple

import msgspec
import pytest

from lohum_brief.checks.strings import texts
from lohum_brief.document.blocks import Block
from lohum_brief.document.document import Document
from lohum_brief.document.geometry import TOP
from lohum_brief.document.paragraphs import Para, Span
from lohum_brief.document.style import BODY, Style
from lohum_brief.language.codes import Lang
from lohum_brief.packs.figures import resolve
from lohum_brief.store.shipped import sample_visit
from lohum_brief.typeset import compose as composing
from lohum_brief.typeset import spacing
from lohum_brief.typeset.compose import Composed, compose
from lohum_brief.typeset.lines import Line
from lohum_brief.typeset.pagination import Sheet, paginate
from lohum_brief.typeset.tagging import Element
from lohum_brief.visit.records import Pack
from lohum_brief.visit.text import Text
from tests.typeset.operators import line_text


@cache
def sample_texts(lang: Lang) -> tuple[str, ...]:
    """Every text of the sample in a language that is longer than a word or two, as packs print it."""
    visit = sample_visit()
    printed = resolve(visit, msgspec.structs.replace(visit.of(Pack)[0], languages=(lang,))).visit
    found = [
        text[lang] for record in printed for _, text in texts(record) if isinstance(text, Text)
    ]
    return tuple(dict.fromkeys(text for text in found if len(text) > 5))


class SetLine(NamedTuple):
    """A line on its page: `page` counts from 0, `y` is its baseline below the top of the page, `x`
    from the text area.
    """

    page: int
    x: float
    y: float
    lang: str
    text: str
    line: Line
    element: Element | None


class Typeset(NamedTuple):
    """A typeset document as a PDF and as data."""

    composed: Composed
    sheets: list[Sheet]
    lines: list[SetLine]

    def of(self, lang: str) -> list[SetLine]:
        return [line for line in self.lines if line.lang == lang]

    def starting(self, text: str) -> SetLine:
        """The first line that begins with the text and is no artifact."""
        return next(
            line for line in self.lines if line.element is not None and line.text.startswith(text)
        )


def solid(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set Japanese without any of its spaces."""
    monkeypatch.setattr(spacing, "ends", lambda _text: (spacing.NEITHER, spacing.NEITHER))
    monkeypatch.setattr(spacing, "taken", lambda _text: [])
    monkeypatch.setattr(spacing, "meet", lambda _before, _after: False)


@pytest.fixture
def typeset(monkeypatch: pytest.MonkeyPatch) -> "Typesetter":
    """Typesets documents and keeps the pages as data, just as they were drawn."""
    return Typesetter(monkeypatch)


class Typesetter:
    """Composes for real and listens in on the pagination."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._sheets: list[Sheet] = []

        def listening(*args: object, **kwargs: object) -> tuple[list[Sheet], int]:
            sheets, pages = paginate(*args, **kwargs)  # type: ignore[arg-type]
            self._sheets = [*sheets]  # drawing lets go of them one by one
            return sheets, pages

        monkeypatch.setattr(composing, "paginate", listening)

    def __call__(self, document: Document) -> Typeset:
        composed = compose(document)
        lines = [
            SetLine(
                sheet.first + item.side,
                item.x,
                TOP + y + item.dy,
                item.line.segments[0].lang,
                line_text(item.line),
                item.line,
                item.element,
            )
            for sheet in self._sheets
            for y, strip in sheet.placed
            for item in strip.items
            if item.line.segments
        ]
        return Typeset(composed, self._sheets, lines)


def para(lang: Lang, text: str, style: Style = BODY, *, neutral: bool = False) -> Para:
    """A paragraph of one span."""
    return Para(
        (Span(text, lang, style),), "" if neutral else lang, "justify" if lang == "ja" else "left"
    )


def document(
    *blocks: Block, langs: tuple[Lang, ...] = ("hi", "ja"), layout: str = "parallel"
) -> Document:
    """A document of these blocks and nothing around them."""
    return Document("Test", langs, layout, blocks)  # type: ignore[arg-type]
