"""What all sections of a pack share while it is planned: the admitted visit, the languages, the
numbering of sources.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from msgspec import structs

from lohum_brief.document.document import Document
from lohum_brief.document.drawings import Drawing
from lohum_brief.document.geometry import A4, GUTTER, INNER, OUTER, Geometry, geometry
from lohum_brief.document.paragraphs import Align, Cell, Para, Span
from lohum_brief.document.ruler import Ruler
from lohum_brief.document.style import BODY, COPPER, Style
from lohum_brief.language.catalogue import Words, words
from lohum_brief.language.codes import READ, Lang
from lohum_brief.language.dates import date, date_range, moment, moment_at
from lohum_brief.language.furigana import plain
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.numbers import digits_of
from lohum_brief.language.phrases import missing
from lohum_brief.packs.figures import resolve
from lohum_brief.packs.issue import Issue, measured_on
from lohum_brief.packs.lettering import lettered
from lohum_brief.packs.shares import shares
from lohum_brief.visit.own_units import measured
from lohum_brief.visit.records import Chart, Pack, Paragraph, Source, Table
from lohum_brief.visit.sections import is_card, spared
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

if TYPE_CHECKING:
    from lohum_brief.document.blocks import Block

NBSP = "\u00a0"
SPECIMEN_PEOPLE, SPECIMEN_PROGRAMME = "specimen-people", "specimen-programme"
"""Flags of what is invented: its pages say so."""

NEUTRAL: Final[Lang] = "en"
"""Whose forms take what a pack of several languages prints once for all of them: digits 0–9 in
groups of three, an en dash between the ends of a range, ISO dates as stored, no counters, times of
another day by how many days later they are: (+1). Time zones have their international abbreviation
in packs with English; without it each language says its own word.

In a pack of one language all takes that language's form; `Brief.common` says which of the two it
is.
"""

Drawings = dict[tuple[str, int, tuple[Lang, ...], float, bool], tuple[str, Drawing]]
"""By record, number of the part, languages, width and kind of digits: what was drawn, and how."""


class Brief:
    """One pack being planned. Sources get their numbers in the order in which they are first cited.

    `visit` and `pack` hold the printed figures in place of tokens; the visit given is not to be
    used further.
    """

    def __init__(
        self,
        visit: Visit,
        pack: Pack,
        ruler: Ruler,
        density: float = 1.0,
        drawings: "Drawings | None" = None,
        pictures: Mapping[str, bytes] = MappingProxyType({}),
        issue: Issue | None = None,
        pages: Mapping[str, int] = MappingProxyType({}),
    ) -> None:
        self.day = measured_on(visit, issue)
        """The day on which figures must hold."""
        resolved, self.pack, self.failed, self.references = resolve(
            lettered(visit, ruler), pack, self.day, pages
        )
        self.visit = measured(resolved)
        self.issue = issue
        """None for a draft."""
        self.mark = ""
        """That of a draft, once what it prints is planned."""
        self.asked: list[str] = []
        """What the charts of the pack were asked to show."""
        self.card = is_card(self.visit, pack)
        """Whether it keeps to one leaf."""
        self.density = density
        """Scale of a card's type, so that it fits its one page."""
        self.drawings: Drawings = {} if drawings is None else drawings
        self.pictures = pictures
        """JPEG data by digest, as far as they are at hand."""
        self.ruler = ruler
        self._page = False
        """Whether it is of one page of a spread."""
        self._shared: dict[tuple[str, Style], Cell] = {}
        """Cells by their text: in long tables most numbers come back, and what is one object is
        also compared as one.
        """
        self.langs: tuple[Lang, ...] = pack.languages
        self.common: Lang = pack.languages[0] if len(pack.languages) == 1 else NEUTRAL
        """Whose forms take cells that are printed once for all languages."""
        self.words: dict[Lang, Words] = {lang: words(lang) for lang in pack.languages}
        self.cited: dict[str, int] = {}
        self.planned: list[Block] = []
        """What the sections print that do not list what others print."""
        self.empty: list[str] = []
        """Sections that print nothing below their title, once they are planned."""
        self.prose: dict[str, list[Paragraph | Table | Chart]] = {}
        """Paragraphs, tables and charts that print, by the id of their section, in their order in
        the visit.
        """
        for record in self.visit:
            if isinstance(record, Paragraph | Table | Chart) and not spared(record, card=self.card):
                self.prose.setdefault(record.section, []).append(record)

    @property
    def one(self) -> bool:
        """Return whether the pack has one language only."""
        return len(self.langs) == 1

    @property
    def landscape(self) -> bool:
        """Return whether three columns of text need the long side of the page."""
        return self.pack.layout == "parallel" and len(self.langs) == 3

    @property
    def where(self) -> Geometry:
        """Return where each language stands on this pack's pages."""
        return geometry(
            Document(
                "",
                self.langs,
                self.pack.layout,
                (),
                landscape=self.landscape,
                shares=self.shares if len(self.langs) == len(self.pack.languages) else (),
            )
        )

    @cached_property
    def shares(self) -> tuple[float, ...]:
        """Return each language's part of the columns' room; nothing where they are equal."""
        prose = [record for records in self.prose.values() for record in records]
        own = [record for record in prose if record.section in self.pack.sections]
        return shares(self.visit, self.pack, own, self.ruler)

    @property
    def weights(self) -> tuple[float, ...]:
        """Return how wide each language's column is, 1 on average."""
        count = len(self.langs)
        return tuple(share * count for share in self.shares) or (1,) * count

    @property
    def width(self) -> float:
        """Return points between the margins."""
        return A4[1 if self.landscape else 0] - INNER - OUTER

    @property
    def column(self) -> float:
        """Return points in a language's column, the narrowest, where the languages stand side by
        side, else in all the measure.
        """
        if self.shares:
            return min(place.width for place in self.where.places.values())
        count = len(self.langs) if self.pack.layout == "parallel" else 1
        return (self.width - GUTTER * (count - 1)) / count

    @property
    def inset(self) -> bool:
        """Return whether one language fills the measure everywhere, its text moved in from headings
        and tables.
        """
        return self.pack.layout == "stacked" or self.alone

    @property
    def alone(self) -> bool:
        """Return whether every page is in one language."""
        return len(self.langs) == 1 or (self.pack.layout, len(self.langs)) == ("facing", 2)

    @property
    def spread(self) -> bool:
        """Return whether the languages stand on facing pages."""
        return self.pack.layout == "facing" and not self.one and not self._page

    def _speaking(self, langs: tuple[Lang, ...]) -> "Brief":
        """Return this brief for a page that speaks only these of its languages."""
        page = Brief.__new__(Brief)
        common = langs[0] if len(langs) == 1 else NEUTRAL
        vars(page).update(vars(self), langs=langs, common=common, _shared={}, _page=True)
        return page

    @cached_property
    def _pages(self) -> "list[Brief]":
        """Return a brief for each page of a spread."""
        return [
            self._speaking(tuple(lang for lang in self.langs if lang in held))
            for held in self.where.side_langs
        ]

    def by_page(self, build: "Callable[[Brief], Cell]") -> Cell:
        """Return a cell as each page of a spread says it, which is read apart from the other; else
        once for all languages.
        """
        if not self.spread:
            return build(self)
        return tuple(
            structs.replace(para, lang=para.lang or page.langs[0])
            for page in self._pages
            for para in build(page)
        )

    def cite(self, sources: Iterable[str]) -> str:
        """Return the numbers of sources, ascending, such as `3–5, 8`; sources that this audience
        may not see have none.

        In a range the ends are named, and lead to theirs: what lies between is listed between them.
        """
        numbers = [
            self.cited.setdefault(ident, len(self.cited) + 1)
            for ident in sources
            if self.visit.get(Source, ident) is not None
        ]
        dash = LANGUAGES[self.common].punctuation.dash
        parts = (
            dash.join((str(run[0]), str(run[-1]))) if len(run) > 2 else ", ".join(map(str, run))
            for run in _runs(numbers)
        )
        return self.printed(", ".join(parts), self.common)

    def printed(self, text: str, lang: Lang) -> str:
        """Return the text as this pack prints it: with or without readings, with its kind of
        digits.
        """
        if lang == READ and self.pack.furigana == "none":
            text = plain(text)
        return digits_of(text, lang, self.pack.devanagari_digits)

    def shared(self, text: str, style: Style = BODY) -> Cell:
        """Return a cell that is printed once for all languages; `text` must have the form of
        `common`.
        """
        key = text, style
        found = self._shared.get(key)
        if found is None:
            found = self._shared[key] = neutral(
                self.printed(text, self.common), style, lang=self.common
            )
        return found

    def alike(self, forms: Mapping[Lang, str], style: Style = BODY) -> Cell:
        """Return a fact in each language of the pack, once where all write it alike."""
        printed = {lang: self.printed(form, lang) for lang, form in forms.items()}
        if len(set(printed.values())) == 1:
            return neutral(printed[self.langs[0]], style, lang=self.langs[0])
        return tuple(Para((Span(form, lang, style),), lang) for lang, form in printed.items())

    @property
    def only_day(self) -> dt.date | None:
        """Return the day of a visit that has no other; None where it has several, or none is
        known.
        """
        visit = self.visit.particulars
        return visit.start if visit.end in (None, visit.start) else None

    def days(self, lang: Lang, *, weekday: bool = False) -> str:
        """Return the day of the visit, or its first and last; empty where it has none. `weekday`
        stands behind a single day.
        """
        visit = self.visit.particulars
        if visit.start is None:
            return ""
        if visit.end is None or visit.end <= visit.start:
            return self.printed(date(visit.start, lang, weekday=weekday), lang)
        return self.printed(date_range(visit.start, visit.end, lang), lang)

    def standing(self, lang: Lang) -> str:
        """Return what the pack says it is: a draft, or which edition and when it was issued, by the
        clocks of the visit's place.
        """
        if self.issue is None:
            draft = self.words[lang]("Draft")
            return (
                f"{draft}{LANGUAGES[lang].punctuation.separator}{self.mark}" if self.mark else draft
            )
        when = moment_at(self.issue.time, self.visit.particulars.place_zone)
        number = self.words[lang]("Edition {number}", number=self.issue.number)
        return self.printed(
            f"{number}{LANGUAGES[lang].punctuation.separator}{moment(when, lang)}", lang
        )

    def para(
        self, text: str, lang: Lang, style: Style = BODY, *, marks: str = "", label: str = ""
    ) -> Para:
        """Return a paragraph in one language; an empty text prints as a mark in the missing
        language.

        `label` runs in bold in front, `marks` are source numbers behind.
        """
        spans = []
        if label:
            stop = LANGUAGES[lang].punctuation.colon
            spans.append(Span(label + stop, lang, structs.replace(style, family="sans-bold")))
        if text:
            spans.append(Span(self.printed(text, lang), lang, style))
        else:
            spans.append(Span(missing(lang), lang, structs.replace(style, ink=COPPER)))
        if marks:
            spans.append(Span(NBSP + marks, lang, style.mark(), mark=True))
        align: Align = "left" if LANGUAGES[lang].spaced or style.size > BODY.size else "justify"
        return Para(tuple(spans), lang, align)

    def lacking(self, style: Style = BODY) -> Cell:
        """Return the marks of a text that is missing in every language where there must be one."""
        return tuple(self.para("", lang, style) for lang in self.langs)

    def title(self, lang: Lang) -> str:
        """Return what the pack is called, or the mark of a missing text; never its id, which nobody
        who reads it knows.
        """
        return self.printed(self.pack.title[lang], lang) or missing(lang)

    def cell(self, text: Text, style: Style = BODY, *, marks: str = "", label: str = "") -> Cell:
        """Return the text in each language of the pack. A Text with nothing in any language prints
        nothing.
        """
        if not text:
            return ()
        return tuple(
            self.para(
                text[lang], lang, style, marks=marks, label=self.words[lang](label) if label else ""
            )
            for lang in self.langs
        )

    def inline(self, texts: dict[Lang, str], style: Style) -> Cell:
        """Return short texts, the languages after each other on one line; on facing pages each on
        its own.
        """
        return self.line(
            [
                Para((Span(self.printed(text, lang), lang, style),), lang)
                for lang, text in texts.items()
                if text
            ],
            style,
        )

    def line(self, paras: Sequence[Para], style: Style) -> Cell:
        """Return the same for paragraphs."""
        if self.spread or len(paras) < 2:
            return tuple(paras)
        spans = [span for para in paras for span in (Span("\u2003", "en", style), *para.spans)]
        return (Para(tuple(spans[1:])),)

    def low_head(self, phrase: str, style: Style, room: float) -> Cell:
        """Return the head of a column so wide: the languages after one another where they fit, else
        below one another.
        """
        line = self.inline({lang: self.words[lang](phrase) for lang in self.langs}, style)
        return (
            line
            if all(self.ruler.width(para) <= room for para in line)
            else self.word(phrase, style)
        )

    def head(self, phrase: str, style: Style) -> Cell:
        """Return the head of a column: the languages below one another, on a page on its side after
        one another.
        """
        if not self.landscape:
            return self.word(phrase, style)
        return self.inline({lang: self.words[lang](phrase) for lang in self.langs}, style)

    def word(self, phrase: str, style: Style = BODY) -> Cell:
        """Return a word of the catalogue in each language of the pack."""
        return tuple(
            Para((Span(self.words[lang](phrase), lang, style),), lang) for lang in self.langs
        )


def _runs(numbers: Iterable[int]) -> list[list[int]]:
    """Return numbers, ascending and each once, parted where one does not follow the other."""
    out: list[list[int]] = []
    for number in sorted(set(numbers)):
        if out and out[-1][-1] == number - 1:
            out[-1].append(number)
        else:
            out.append([number])
    return out


def neutral(text: str, style: Style = BODY, *, lang: Lang = "en", align: Align = "left") -> Cell:
    """Return a text that is the same in all languages, such as a number; `lang` says how to shape
    it.
    """
    return (Para((Span(text, lang, style),), "", align),) if text else ()


def joined(cells: Sequence[Cell]) -> Cell:
    """Return cells below one another, language by language: first all of the first language's, then
    the next.
    """
    langs = dict.fromkeys(para.lang for cell in cells for para in cell)
    return tuple(para for lang in langs for cell in cells for para in cell if para.lang == lang)
