"""Amounts typed by hand into texts that print, where a stored value would keep all languages and
charts alike.

What a text says of amounts is to be a token, or marked as free digits: `{literal:250}`. No amount,
and left alone, are: numbers in words; days, years, times of day and how long something lasts, which
the programme's own rules look at; ordinals, and what belongs to a name (Article 12, Industry 4.0,
CO2, 第12条); numbers of lists; telephone numbers and addresses; a single figure that is not
measured, as “8 groups”. Quotations stand as they were said, titles of sources as they are printed.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache, cached_property
from typing import Final, NamedTuple

from msgspec import structs

from lohum_brief.checks.finding import Finding, Fix, Span, Step
from lohum_brief.checks.strings import texts
from lohum_brief.errors import BriefError
from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.typed import Mention, agree, mentions
from lohum_brief.language.typed.folding import fold
from lohum_brief.message import msg, msg_n
from lohum_brief.visit import tokens
from lohum_brief.visit.audiences import may_read
from lohum_brief.visit.figures import Figures
from lohum_brief.visit.printing import printed
from lohum_brief.visit.records import (
    AnyRecord,
    Chart,
    Figure,
    Group,
    Item,
    Meeting,
    Metric,
    Mineral,
    Note,
    Observation,
    Organisation,
    Paragraph,
    Particulars,
    Person,
    Picture,
    Record,
    Section,
    Series,
    Statement,
    Table,
    Term,
    is_quotation,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

RULE = "typed_figures"

_SENTENCES: Final[Mapping[type[Record], tuple[str, ...]]] = {
    Particulars: ("purpose", "objective"),
    Organisation: ("role", "note"),
    Group: ("note",),
    Person: ("biography",),
    Item: ("detail",),
    Meeting: ("objective", "messages", "ask", "if_raised"),
    Metric: ("definition",),
    Observation: ("note",),
    Figure: ("note",),
    Mineral: ("role", "uses", "recycling", "supply"),
    Series: ("note",),
    Note: ("title", "text"),
    Statement: ("text", "why"),
    Term: ("definition", "note"),
    Paragraph: ("text",),
    Section: ("title",),
    Table: ("title",),
    Chart: ("title", "note"),
    Picture: ("caption",),
}
"""Fields with sentences. Names, posts, rooms and roads have numbers of their own, and short cells
of a table are values themselves.
"""
_DIGIT: Final = re.compile("[0-9\u0966-\u096f\uff10-\uff19]")
_LASTING: Final = frozenset({"minutes", "months", "year", "years", "days"})
_YEARS: Final = range(1900, 2101)
_NO_AMOUNT: Final = re.compile(
    r"(?<!\S)\S*(?:://|@|www\.)\S*"  # addresses
    r"|(?:\+|\b(?:tel|phone|fax)\.?:? ?)[0-9(][0-9 ()/-]{6,}[0-9]"
    r"|(?<![0-9])0[0-9]{1,4}-[0-9]{2,4}-[0-9]{3,4}"  # telephone numbers
    r"|(?<![0-9])[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}(?![0-9])"  # days
    r"|(?:^|(?<=\n))[ (]*[0-9]{1,3}[.)] "  # numbers of a list
    r"|\([0-9]{1,3}\)",
    re.IGNORECASE | re.MULTILINE,
)
_NAMED: Final = re.compile(r"(?:[A-Za-z][A-Za-z.]*[-/]?|No\. ?|[#§] ?)$")
"""CO2, LFP-12, FY25, No. 7."""
_TITLED: Final = re.compile(r"[^\s.!?:।。] [A-Z][A-Za-z]+ $")
"""Under Article 12: a word with a capital that begins no sentence. Without a unit it is a name."""
_NEAR: Final = 24
_WORDS: Final = 6
"""Words of a cell that is a sentence, in a language that parts them."""


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield warnings for amounts typed into texts: the stored value as the fix where there is one,
    in all languages at once; the mark of free digits where there is none.

    Wherever one value is typed the fix has one cause, and says how many texts it mends.
    """
    found = list(_all(visit))
    places: dict[str, set[tuple[str, str]]] = {}
    for one in found:
        if one.fix is not None and one.fix.cause:
            places.setdefault(one.fix.cause, set()).add((one.record, one.field.rpartition(".")[0]))
    for one in found:
        fix = one.fix
        if fix is not None and (count := len(places.get(fix.cause, ()))) > 1:
            label = msg_n(
                "Print the stored value {token} in {count} text",
                "Print the stored value {token} in {count} texts",
                count,
                token=fix.cause,
            )
            yield structs.replace(one, fix=structs.replace(fix, label=label))
        else:
            yield one


def _all(visit: Visit) -> Iterator[Finding]:
    stored = _Stored(visit)
    for record in visit:
        fields = _SENTENCES.get(type(record))
        if fields is None or is_quotation(record):
            continue
        for field, text in texts(record):
            if isinstance(text, Text) and (field in fields or _is_sentence(record, field, text)):
                yield from _of_text(record, field, text, stored)


def _is_sentence(record: AnyRecord, field: str, text: Text) -> bool:
    """Return whether a cell of a table says something in words and is no value itself."""
    in_cell = isinstance(record, Table) and field.startswith("rows.")
    return in_cell and any(len(form.split()) >= _WORDS for form in text.forms())


class _Typed(NamedTuple):
    """An amount, and what is to take the place of its figures."""

    mention: Mention
    written: str


def _of_text(record: AnyRecord, field: str, text: Text, stored: "_Stored") -> Iterator[Finding]:
    found = {lang: own for lang, string in text.items() if (own := list(_amounts(string, lang)))}
    for lang, own in found.items():
        for one in own:
            fix = _stored_fix(record, field, text, one, stored) or _free_fix(
                record, field, found, one
            )
            message = msg(
                "“{number}” is typed into the text: print a stored value with a token, or mark it "
                "as free digits with {token}.",
                number=_whole(text[lang], one.mention),
                token=f"{{literal:{one.written}}}",
            )
            about = f"{one.mention.start} {one.written}"
            yield Finding("warning", RULE, record.id, f"{field}.{lang}", message, about, fix)


def _whole(string: str, mention: Mention) -> str:
    start, stop = mention.extent
    return string[start:stop].strip()


def _is_figure(one: Mention) -> bool:
    return one.plain and one.weight == "figure" and one.sort == "number"


def _amounts(string: str, lang: Lang) -> Iterator[_Typed]:
    if _DIGIT.search(string) is None:
        return
    found = mentions(string, lang)
    own = list(filter(_is_figure, found))
    if not own:
        return
    folded = fold(string)
    spared = [match.span() for match in _NO_AMOUNT.finditer(folded)]
    months = [one for one in found if one.sort == "month"]
    for one in own:
        match = _figures().match(folded, one.start)
        if match is None or any(start <= one.start < stop for start, stop in spared):
            continue
        if _is_amount(one, match, folded, lang) and not _is_day(one, months, folded):
            yield _Typed(one, string[match.start() : match.end()])


@cache
def _figures() -> re.Pattern[str]:
    return re.compile(r"[0-9]+(?:[.,][0-9]+)*")


def _is_day(one: Mention, months: list[Mention], folded: str) -> bool:
    """Return whether a number stands beside a month: it is a day or a year of it."""
    for month in months:
        between = (
            folded[one.stop : month.start]
            if one.stop <= month.start
            else folded[month.stop : one.start]
        )
        if (
            len(between) <= 4
            and not one.amounts
            and one.scale == 1
            and not between.strip(" ,.-/of")
        ):
            return True
    return False


def _is_amount(one: Mention, match: re.Match[str], folded: str, lang: Lang) -> bool:
    if one.amounts:
        return not any(kind in _LASTING for kind, _ in one.amounts)
    if one.scale != 1:
        return True
    written = match[0]
    if len(written) == 1 or (len(written) == 4 and one.value in _YEARS):
        return False
    before = folded[max(0, match.start() - _NEAR) : match.start()]
    return not (
        _NAMED.search(before)
        or _TITLED.search(before)
        or _before(lang).search(before)
        or _behind(lang).match(folded, match.end())
    )


@cache
def _before(lang: Lang) -> re.Pattern[str]:
    return re.compile(f"(?:{LANGUAGES[lang].mentions.naming or '(?!)'})$")


@cache
def _behind(lang: Lang) -> re.Pattern[str]:
    return re.compile(LANGUAGES[lang].mentions.placing or "(?!)")


def _free_fix(
    record: AnyRecord, field: str, found: Mapping[Lang, list[_Typed]], typed: _Typed
) -> Fix:
    """Return the edit that marks a number as free digits, in each language that has it in
    figures.
    """
    steps = []
    for lang, own in found.items():
        spans = tuple(
            Span(one.mention.start, one.mention.start + len(one.written), _literal(one.written))
            for one in own
            if one is typed or agree(one.mention, typed.mention)
        )
        if spans:
            steps.append(Step(record.id, f"{field}.{lang}", spans=spans))
    return Fix(msg("Mark {number} as free digits", number=typed.written), tuple(steps))


def _literal(written: str) -> str:
    return f"{{literal:{written}}}"


class _Value(NamedTuple):
    """A stored value: who names it, and what it prints in each language."""

    record: AnyRecord
    token: str
    said: Mapping[Lang, frozenset[tuple[str, Decimal]]]
    value: Decimal


class _Stored:
    """The values of a visit that a text may print. They are gathered where a number is typed, which
    is in few visits.
    """

    def __init__(self, visit: Visit) -> None:
        self._visit = visit

    @cached_property
    def figures(self) -> Figures:
        """What finds them."""
        return Figures(self._visit)

    @cached_property
    def _by_value(self) -> Mapping[Decimal, list[_Value]]:
        found: dict[Decimal, list[_Value]] = {}
        for record in self._visit:
            if isinstance(record, Metric | Figure) and (one := self._value(record)):
                found.setdefault(one.value, []).append(one)
        return found

    def _value(self, record: Metric | Figure) -> _Value | None:
        kind = "metric" if isinstance(record, Metric) else "figure"
        token = f"{kind}:{record.id.removeprefix(kind + ':')}"
        said: dict[Lang, frozenset[tuple[str, Decimal]]] = {}
        try:
            [written] = tokens.tokens(f"{{{token}}}")
            value = self.figures.find(written)
            for lang in LANGUAGES:
                read = mentions(printed(value, tokens.form(written), lang), lang)
                said[lang] = frozenset(pair for one in read[:1] for pair in one.amounts)
        except (BriefError, ValueError):
            return None  # it has findings of its own
        if value.upper is not None or value.about or value.superseded:
            return None
        return _Value(record, token, said, value.number)

    def like(self, record: AnyRecord, one: Mention, lang: Lang) -> _Value | None:
        """Return the only value with just this amount that the record's readers may read."""
        found = [
            each
            for each in self._all(one)
            if may_read(each.record, record.audience) and _same(each, one, lang)
        ]
        return found[0] if len(found) == 1 else None

    def _all(self, one: Mention) -> Iterator[_Value]:
        """Yield those of the same number; where the unit tells the size, all of its kind."""
        if not one.amounts:
            yield from self._by_value.get(one.value, ())
            return
        for values in self._by_value.values():
            yield from values


def _same(each: _Value, one: Mention, lang: Lang) -> bool:
    if one.amounts:
        return not one.unsure and one.amounts == each.said[lang]
    return one.value >= 10 and not each.said[lang]


def _stored_fix(
    record: AnyRecord, field: str, text: Text, typed: _Typed, stored: _Stored
) -> Fix | None:
    """Return the edit that prints a stored value in the place of the figures, in all languages.

    Only the figures are replaced and the unit stays as typed, so that each language prints what it
    printed; where a language has the number otherwise, in words or twice, nothing is offered.
    """
    steps, value = [], None
    for lang, string in text.items():
        if not string:
            continue
        own = [one for one in mentions(string, lang) if agree(one, typed.mention)]
        if len(own) != 1 or not own[0].certain or own[0].sort != "number":
            return None
        [one] = own
        value = value or stored.like(record, one, lang)
        if value is None or not _same(value, one, lang):
            return None
        form = "number" if one.scale == 1 else "compact"
        new = f"{{{value.token}|form={form}}}"
        if not _says(new, one, lang, stored):
            return None
        steps.append(Step(record.id, f"{field}.{lang}", spans=(Span(one.start, one.stop, new),)))
    if value is None:
        return None
    token = f"{{{value.token}}}"
    return Fix(msg("Print the stored value {token}", token=token), tuple(steps), cause=token)


def _says(new: str, one: Mention, lang: Lang, stored: _Stored) -> bool:
    """Return whether a token prints just the number that stands there."""
    [token] = tokens.tokens(new)
    try:
        string = printed(stored.figures.find(token), tokens.form(token), lang)
    except BriefError:
        return False
    return [each.values for each in mentions(string, lang)] == [one.values]
