"""What can be put into a text: figures of the visit by their tokens, terms of its glossary."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from lohum_brief.language.catalogue import phrase
from lohum_brief.language.codes import LANGS, READ, Lang
from lohum_brief.language.countries import UnknownCountryError, country
from lohum_brief.language.dates import as_of
from lohum_brief.language.furigana import plain
from lohum_brief.language.interface import interface, say
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.visit.figures import COUNTED, DATED, Figures, chosen, date_of
from lohum_brief.visit.glossary import Glossary
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import (
    AnyRecord,
    Figure,
    Item,
    Metric,
    Mineral,
    Note,
    Particulars,
    Section,
    Series,
    Term,
)
from lohum_brief.visit.shown import shown
from lohum_brief.visit.text import Text
from lohum_brief.visit.tokens import spans
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels

MOST: Final = 40
"""Offers that are shown at once; whoever wants another types more of its name."""

_COUNTS: Final[dict[str, str]] = {
    "delegates": phrase("Members of the delegation"),
    "guests": phrase("All guests"),
    "hosts": phrase("Hosts"),
    "interpreters": phrase("Interpreters"),
    "minerals": phrase("Minerals"),
}


class Offer(NamedTuple):
    """`name` is what it is called, `beside` what stands quietly at its side, `text` what is put in.

    `back` is how many characters before the caret it takes the place of.
    """

    name: str
    beside: str
    text: str
    back: int


class _Figure(NamedTuple):
    words: str
    name: Callable[[Visit], str]
    """How it is called in its visit, which it does not hold itself: it is kept with it."""
    token: str


def figure_offers(
    query: str, lang: Lang, visit: Visit, audience: Audience = "principal"
) -> list[Offer]:
    """The figures in whose names, in any language, or ids all words of the query stand; printed in
    `lang`.

    Those that the text's audience may not read come last and say for whom they are.
    """
    wanted = query.casefold().split()
    found = []
    kept = []
    for figure in visit.gathered(_all_figures):
        if all(word in figure.words for word in wanted):
            [(_, _, token)] = spans(figure.token)
            printed = shown(token, lang, visit)
            if printed.fault:
                continue
            holder = visit.by_id.get(Figures(visit).find(token).record)
            if holder is None or holder.readable(audience):
                found.append(Offer(figure.name(visit), printed.text, figure.token, len(query) + 1))
            else:
                beside = f"{printed.text} · {labels.choice('audience', holder.audience)}"
                kept.append(Offer(figure.name(visit), beside, figure.token, len(query) + 1))
            if len(found) == MOST:
                break
    return [*found, *kept][:MOST]


def _all_figures(visit: Visit) -> Sequence[_Figure]:
    return tuple(_figures(visit))


def _figures(visit: Visit) -> Iterator[_Figure]:
    known = Figures(visit)
    for metric in visit.of(Metric):
        if metric.id in known.readings:
            yield _named(metric, metric.name, "metric")
    for figure in visit.of(Figure):
        yield _named(figure, figure.name, "figure")
    for word, name in _COUNTS.items():
        if COUNTED[word][1](visit):
            yield _Figure(
                f"{word} count {say(name).casefold()}", partial(_said, name), f"{{count:{word}}}"
            )
    yield from _dates(visit)
    yield from _readings(visit)
    for series in visit.of(Series):
        yield from _points(series, visit)
    yield from _pages(visit)


def _pages(visit: Visit) -> Iterator[_Figure]:
    """The pages of what packs print under a title of its own."""
    titled: list[tuple[AnyRecord, Text]] = [
        *((section, section.title) for section in visit.of(Section)),
        *((mineral, mineral.name) for mineral in visit.of(Mineral)),
    ]
    for record, title in titled:
        words = f"{_words(title)} {record.id} page".casefold()
        yield _Figure(words, partial(_page, record), f"{{page:{record.id}}}")


def _page(record: AnyRecord, visit: Visit) -> str:
    return say("Page of “{name}”", name=labels.title(record, visit))


def _said(name: str, _: Visit) -> str:
    return say(name)


def _readings(visit: Visit) -> Iterator[_Figure]:
    """The other readings of metrics, by their dates."""
    for ident, readings in Figures(visit).readings.items():
        if metric := visit.get(Metric, ident):
            latest = _named(metric, metric.name, "metric")
            for date in dict.fromkeys(reading.as_of for reading in readings):
                if date and date != chosen(readings).as_of:
                    name = partial(_reading, metric, date)
                    token = f"{latest.token.removesuffix('}')}|as_of={date}}}"
                    yield _Figure(f"{latest.words} {date.casefold()}", name, token)


def _reading(metric: Metric, date: str, visit: Visit) -> str:
    return f"{labels.title(metric, visit)} · {as_of(date, interface())}"


def _named(record: AnyRecord, name: Text, kind: str) -> _Figure:
    short = record.id.removeprefix(f"{kind}:")
    return _Figure(
        f"{_words(name)} {record.id}".casefold(),
        partial(labels.title, record),
        f"{{{kind}:{short}}}",
    )


def _dates(visit: Visit) -> Iterator[_Figure]:
    records: list[AnyRecord] = [visit.particulars, *visit.of(Item), *visit.of(Note)]
    for record in records:
        for field in DATED[type(record)]:
            if date_of(record, field):
                ident = "visit" if isinstance(record, Particulars) else record.id
                words = (
                    f"{_words(getattr(record, 'title', Text()))} {ident} {labels.field(field)} date"
                )
                name = partial(_dated, record, field)
                form = "|form=clocks" if isinstance(record, Item) else ""
                yield _Figure(words.casefold(), name, f"{{date:{ident}.{field}{form}}}")


def _dated(record: AnyRecord, field: str, visit: Visit) -> str:
    return f"{labels.title(record, visit)} · {labels.field(field)}"


def _points(series: Series, visit: Visit) -> Iterator[_Figure]:
    mineral = visit.get(Mineral, series.mineral)
    own = (
        f"{_words(series.title)} {_words(mineral.name) if mineral else ''} {series.id} "
        f"{series.measure} "
    )
    own = f"{own} {labels.choice('measure', series.measure)}".casefold()
    short = series.id.removeprefix("series:")
    for point in series.points:
        if point.value is not None:
            place = " ".join(_place(point.place, lang) for lang in LANGS)
            name = partial(_point, series, point.place, point.period)
            token = f"{{series:{short}/{point.place}/{point.period}}}"
            yield _Figure(
                f"{own} {place.casefold()} {point.place.casefold()} {point.period.casefold()}",
                name,
                token,
            )


def _point(series: Series, place: str, period: str, visit: Visit) -> str:
    return f"{labels.title(series, visit)} · {_place(place, interface())} · {period}"


def _place(word: str, lang: Lang) -> str:
    try:
        return country(word, lang)
    except UnknownCountryError:
        return word


def _words(text: Text) -> str:
    return " ".join(text[lang] for lang in LANGS)


# Terms


def glossary(visit: Visit) -> Glossary:
    """The glossary of a visit; edits of other records leave it as it is."""
    return visit.gathered(_glossary, Term)


def _glossary(visit: Visit) -> Glossary:
    return Glossary(visit.of(Term))


_LEAST, _LEAST_LATIN = 2, 3
"""Characters that must be typed before terms are offered."""
_LONGEST: Final = 24
_FEW: Final = 8


def term_offers(before: str, lang: Lang, visit: Visit, *, asked: bool = False) -> list[Offer]:
    """Terms that begin with what stands before the caret; when `asked` for, one character is
    enough.
    """
    least = 1 if asked else _LEAST if LANGUAGES[lang].script.signs else _LEAST_LATIN
    tails = [*_tails(before, lang, least)]
    found: dict[str, Offer] = {}
    for term in visit.of(Term):
        if (offer := _term_offer(term, tails, lang)) is not None:
            found.setdefault(offer.name, offer)
    return sorted(found.values(), key=lambda offer: (-offer.back, len(offer.name)))[:_FEW]


def _term_offer(term: Term, tails: Iterable[str], lang: Lang) -> Offer | None:
    """A term for the longest of some words that it begins with."""
    name = plain(term.name[lang])
    if not name:
        return None
    reading = term.reading if lang == READ else ""
    forms = [form.casefold() for form in (name, term.abbreviation, reading)]
    for tail in tails:
        folded = tail.casefold()
        if name != tail and any(form.startswith(folded) for form in forms):
            others = (term.name[other] for other in LANGS if other != lang)
            beside = " · ".join(plain(other) for other in others if other)
            return Offer(name, beside, _cased(name, tail), len(tail))
    return None


def _cased(name: str, tail: str) -> str:
    """At the beginning of a sentence a term is written as somebody has begun to write it."""
    return tail[0] + name[1:] if name[:1].casefold() == tail[:1].casefold() else name


def _tails(before: str, lang: Lang, least: int) -> Iterable[str]:
    """What a term may have begun with, longest first: in Japanese anything, else whole words."""
    line = before[-_LONGEST:]
    for start in range(len(line) - least + 1):
        tail = line[start:]
        begins = (
            not LANGUAGES[lang].spaced
            or start == 0
            or not (line[start - 1].isalnum() or _sign(line[start - 1]))
        )
        if begins and tail[0].isalnum() and (tail[-1].isalnum() or _sign(tail[-1])):
            yield tail


def _sign(character: str) -> bool:
    """A vowel sign or other mark of Devanagari, or a joiner."""
    return "\u0900" <= character <= "\u0963" or character in "\u200c\u200dー"
