"""Where texts hold figure tokens, and which of them depend on a record."""

from collections import Counter
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.visit import tokens
from lohum_brief.visit.figures import Figures, UnknownFigureError
from lohum_brief.visit.records import AnyRecord, Chart, ChartRow, Figure, Metric, is_quotation
from lohum_brief.visit.rest import fields_of
from lohum_brief.visit.text import Text
from lohum_brief.visit.tokens import Token
from lohum_brief.visit.visit import Visit


class Use(NamedTuple):
    """A token in a text; `field` is a path such as `text.ja`. A cell that is alike in all languages
    has no `lang`.
    """

    field: str
    lang: Lang | None
    token: Token


def braced(record: AnyRecord) -> Iterator[tuple[str, Text | str]]:
    """Yield the texts, and the cells of a table that are alike in all languages, that hold a brace;
    each with its path.
    """
    for field in fields_of(type(record)):
        value = getattr(record, field)
        if isinstance(value, Text | tuple):
            yield from _braced(value, field)


def _braced(value: Any, path: str) -> Iterator[tuple[str, Text | str]]:
    if isinstance(value, Text):
        if any("{" in form for form in value.forms()):
            yield path, value
    elif isinstance(value, str):
        if "{" in value:
            yield path, value
    elif isinstance(value, ChartRow):
        yield from _braced(value.name, f"{path}.name")
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from _braced(item, f"{path}.{i}")


def uses(record: AnyRecord) -> Iterator[Use]:
    """Yield all tokens of a record."""
    for path, text in braced(record):
        if isinstance(text, str):
            for token in tokens.tokens(text):
                yield Use(path, None, token)
        else:
            for lang in LANGS:
                for token in tokens.tokens(text[lang]):
                    yield Use(f"{path}.{lang}", lang, token)


def lacking(record: AnyRecord) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """Yield the languages of a text whose tokens are fewer than those of another: path, and what is
    lacking there.

    Digits that are no figure may be a word in another language: the tenth meeting is 第10回.
    """
    if is_quotation(record):
        return
    for path, text in braced(record):
        if isinstance(text, Text):
            for lang, missing in _lacking(text):
                yield f"{path}.{lang}", missing


_Printed = tuple[str, str, str]
"""Which figure a token prints, whatever its form."""


def _lacking(text: Text) -> Iterator[tuple[Lang, tuple[Token, ...]]]:
    found = {
        lang: [token for token in tokens.tokens(text[lang]) if token.kind != "literal"]
        for lang in LANGS
        if text[lang]
    }
    counts = {lang: Counter(map(_figure, held)) for lang, held in found.items()}
    for lang, count in counts.items():
        missing: dict[_Printed, Token] = {}
        for other, held in found.items():
            missing |= _beyond(held, counts[other] - count)
        if missing:
            yield lang, tuple(missing.values())


def _beyond(held: list[Token], more: Counter[_Printed]) -> dict[_Printed, Token]:
    """Return the tokens of a language of which another has fewer."""
    return {figure: token for token in held if (figure := _figure(token)) in more}


def _figure(token: Token) -> _Printed:
    """Return which figure a token prints, in whatever form."""
    return token.kind, token.name, tokens.dated(token)


def dependent(visit: Visit, idents: Collection[str]) -> list[tuple[str, str]]:
    """Return the places, such as `prose:1` and `text.ja`, of tokens and targets that would mean
    nothing if these records were not there.

    A token that names a reading by its date may then mean nothing or, worse, another reading.
    """
    gone = set(idents)
    rest = Visit(record for record in visit if record.id not in gone)
    now, then = Figures(visit), Figures(rest)
    aimed = [
        (chart.id, field)
        for chart in rest.of(Chart)
        for field, ident, _ in targets(chart)
        if ident in gone
    ]
    printed = (
        (record.id, use.field)
        for record in rest
        for use in uses(record)
        if lost(use.token, now, then)
    )
    return [*aimed, *printed]


def targets(chart: Chart) -> Iterator[tuple[str, str, type[Figure | Metric]]]:
    """Yield the figures and metrics that a chart takes its targets from: field, id and kind."""
    holders: list[tuple[str, Chart | ChartRow]] = [("", chart)]
    holders += [(f"rows.{i}.", row) for i, row in enumerate(chart.rows)]
    for path, holder in holders:
        if holder.target_figure:
            yield f"{path}target_figure", holder.target_figure, Figure
        if holder.target_metric:
            yield f"{path}target_metric", holder.target_metric, Metric


def lost(token: Token, now: Figures, then: Figures) -> bool:
    """Return whether a token means something now, and then nothing, or another reading than the one
    that it dates.
    """
    held, left = _record(now, token), _record(then, token)
    return held is not None and (left is None or (bool(tokens.dated(token)) and left != held))


def _record(figures: Figures, token: Token) -> str | None:
    """Return the record that holds what a token means, if any has to; None where none does."""
    try:
        return figures.find(token).record
    except (UnknownFigureError, tokens.MalformedTokenError):
        return None
