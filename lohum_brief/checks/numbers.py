"""Numbers typed into texts: what one language says with a number the others say too, by value and
by unit.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Final, NamedTuple

from msgspec.structs import replace

from lohum_brief.checks.finding import Finding, Fix, Severity, Span, Step
from lohum_brief.checks.strings import texts
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.either import words
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.numbers import compact, decimal
from lohum_brief.language.typed import Mention, agree, mentions
from lohum_brief.language.typed.limits import Limited, limited
from lohum_brief.message import Forms, forms, listed, msg
from lohum_brief.visit.records import AnyRecord, Particulars
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

RULE = "numbers"

_SMALL: Final = 100
"""Numbers below it are written in words in one language and in figures in another."""
_YEARS: Final = 10_000
_FEW: Final = 60
"""Numbers of a text that are compared one by one."""

Found = dict[Lang, tuple[Mention, ...]]


class _Difference(NamedTuple):
    """What a language lacks of the others, and what it has that no other has."""

    lacking: list[Mention]
    strange: list[Mention]


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield warnings for numbers that a text has in another language only; tokens cannot disagree
    and are not looked at.

    Where two languages agree, the third is the one that is wrong.
    """
    original: Lang = next((particulars.original for particulars in visit.of(Particulars)), "en")
    for record in visit:
        for field, text in texts(record):
            if isinstance(text, Text):
                yield from _of_text(record, field, text, original)


def differ(text: Text, langs: Collection[Lang]) -> bool:
    """Return whether these languages of a text, if it has them, say different numbers."""
    found = {lang: own for lang, own in _found(text).items() if lang in langs}
    return len(found) > 1 and any(found.values()) and bool(_differences(found))


def _of_text(record: AnyRecord, field: str, text: Text, original: Lang) -> Iterator[Finding]:
    found = _found(text)
    if len(found) < 2 or not any(found.values()):
        return
    yield from _limits(record, field, text, original, found)
    for lang, different in _differences(found).items():
        named, own = _shown_all(different.lacking), _shown_all(different.strange)
        message = msg(
            "Other languages of this text have {numbers}, which this one does not; it has {own}.",
            numbers=listed(named),
            own=listed(own) if own else msg("–"),
        )
        fix = (
            None
            if lang == original
            else _fix(record.id, field, text, lang, original, found, different)
        )
        about = f"{', '.join(map(str, named))} {', '.join(map(str, own))}"
        yield Finding("warning", RULE, record.id, f"{field}.{lang}", message, about, fix)


def _limits(
    record: AnyRecord, field: str, text: Text, original: Lang, found: Found
) -> Iterator[Finding]:
    """Yield numbers that languages say with different limits: at least 500, but 500超."""
    said = {lang: own for lang, each in found.items() if (own := limited(text[lang], each))}
    if len(said) < 2:
        return
    first = original if original in said else next(iter(said))
    for lang, own in said.items():
        for one, other in _unlike(said[first], own) if lang != first else ():
            here = text[lang][other.start : other.stop].strip()
            there = text[first][one.start : one.stop].strip()
            message = msg(
                "“{own}” here, but “{other}” in another language of this text: the two do not set "
                "the same limit.",
                own=here,
                other=there,
            )
            # 以上 for more than is a habit of translators; at most for at least is a slip.
            severity: Severity = "info" if one.is_least == other.is_least else "warning"
            yield Finding(severity, RULE, record.id, f"{field}.{lang}", message, f"{here} {there}")


def _unlike(these: list[Limited], those: list[Limited]) -> Iterator[tuple[Limited, Limited]]:
    """Yield one number with two limits, neither of which it has in the other language too."""
    for one in these:
        alike = [other for other in those if agree(one.mention, other.mention)]
        limits = {other.limit for other in these if agree(one.mention, other.mention)}
        strange = [other for other in alike if other.limit not in limits]
        if strange and len(strange) == len(alike):
            yield one, strange[0]


def _found(text: Text) -> Found:
    return {lang: mentions(string, lang) for lang, string in text.items() if string}


def _differences(found: Found) -> dict[Lang, _Difference]:
    """Return the languages that say something else than the others, with what it is."""
    index = {lang: _Index(own) for lang, own in found.items()}
    differences = _settled({lang: _difference(lang, found, index) for lang in found})
    return {lang: different for lang, different in differences.items() if _is_fault(different)}


def _difference(lang: Lang, found: Found, index: dict[Lang, "_Index"]) -> _Difference:
    others = {other: meant for other, meant in found.items() if other != lang}
    lacking = [one for one in _counting(chain(*others.values())) if not index[lang].has(one)]
    strange = [one for one in _counting(found[lang]) if not _is_said(one, others, index)]
    if lacking and not strange:
        strange = _otherwise_measured(found[lang], lacking)
        strange = strange or _too_many(found[lang], list(others.values()))
    return _Difference(lacking, strange)


def _counting(found: Iterable[Mention]) -> list[Mention]:
    """Return those that other languages must have too."""
    return [one for one in found if one.weight != "aside"]


def _is_said(one: Mention, langs: Iterable[Lang], index: dict[Lang, "_Index"]) -> bool:
    return any(index[lang].has(one) for lang in langs)


def _settled(differences: dict[Lang, _Difference]) -> dict[Lang, _Difference]:
    """Return the same where all other languages agree against one: they do not lack what is wrong
    in that one.
    """
    alone = [lang for lang, one in differences.items() if one.strange and one.lacking]
    if len(differences) < len(LANGS) or len(alone) != 1:
        return differences
    wrong = differences[alone[0]].strange
    return {
        lang: one
        if lang in alone
        else one._replace(lacking=[each for each in one.lacking if each not in wrong])
        for lang, one in differences.items()
    }


class _Index:
    """The mentions of a language by what they can mean, so that long tables are compared in time
    proportional to their length.
    """

    def __init__(self, found: tuple[Mention, ...]) -> None:
        self._few = found if len(found) <= _FEW else ()
        self._by_meaning: dict[object, list[Mention]] = {}
        self._rough: list[Mention] = []
        if self._few:
            return
        for one in dict.fromkeys(one._replace(start=0, stop=0, whole=(0, 0)) for one in found):
            for meaning in (*one.values, *one.amounts):
                self._by_meaning.setdefault(meaning, []).append(one)
            if one.amounts:
                self._rough.append(one)

    def has(self, one: Mention) -> bool:
        """Return whether one of them agrees with another language's."""
        if self._few:
            return any(agree(one, other) for other in self._few)
        meant = (*one.values, *one.amounts)
        if any(
            agree(one, other) for meaning in meant for other in self._by_meaning.get(meaning, ())
        ):
            return True
        return any(agree(one, other) for other in self._rough if other.rough != one.rough)


def _otherwise_measured(own: tuple[Mention, ...], lacking: list[Mention]) -> list[Mention]:
    """Return the numbers that are right but for their units, where a third language has none."""
    measured = [one for one in lacking if one.amounts]
    return [
        one for one in own if one.amounts and any(one.values & other.values for other in measured)
    ]


def _too_many(own: tuple[Mention, ...], others: list[tuple[Mention, ...]]) -> list[Mention]:
    """Return numbers that a language has more often than any other: one of them stands in the place
    of what it lacks.
    """
    if len(own) > _FEW:
        return []
    return [
        one
        for one in dict.fromkeys(own)
        if one.weight == "figure"
        and all(
            sum(agree(one, other) for other in meant) < sum(agree(one, same) for same in own)
            for meant in others
        )
    ]


def _is_fault(different: _Difference) -> bool:
    """Return whether it is more than a small number that is in words, or in none: that is one only
    beside another number.
    """
    sorts = {one.sort for one in different.strange}
    return any(
        one.sort in sorts
        or (one.weight == "figure" and (one.sort == "clock" or one.value >= _SMALL))
        for one in different.lacking
    )


def _fix(
    ident: str,
    field: str,
    text: Text,
    lang: Lang,
    original: Lang,
    found: Found,
    different: _Difference,
) -> Fix | None:
    """Return the number of the original in this language's own form, in the place of the one that
    no other has.

    Only where both have one meaning, and where afterwards all languages say the same.
    """
    pair = _exchangeable(found.get(original, ()), different)
    if pair is None:
        return None
    right, wrong = pair
    stood = text[original][right.start : right.stop]
    written = _written(right, stood, wrong, text[lang], lang, indian=_says_crore(text[original]))
    span = Span(wrong.start, wrong.stop, written)
    if not written or not _stands(span, text, lang, right, wrong):
        return None
    label = msg("Write {number}", number=written)
    return Fix(label, (Step(ident, f"{field}.{lang}", spans=(span,)),))


def _exchangeable(
    originals: Iterable[Mention], different: _Difference
) -> tuple[Mention, Mention] | None:
    """Return the number of the original that this language lacks, and that which stands in its
    place; None where either is not certain.
    """
    right = next((one for one in originals if one in different.lacking), None)
    if right is None or len(different.strange) != 1:
        return None
    [wrong] = different.strange
    agreed = all(agree(right, one) for one in different.lacking)
    if not agreed or right.sort != wrong.sort:
        return None
    plain = all(map(_is_plain, (*different.lacking, wrong)))
    return (right, wrong) if plain and _alike(right, wrong) else None


def _stands(span: Span, text: Text, lang: Lang, right: Mention, wrong: Mention) -> bool:
    """Return whether a number is read as itself in its new place, where all languages then say the
    same: what stands around it might be part of it, or be left over.
    """
    new = text[lang][: span.start] + span.new + text[lang][span.stop :]
    after = _found(replace(text, **{lang: new}))
    place = span.start, span.start + len(span.new)
    read = next((one for one in after[lang] if (one.start, one.stop) == place), None)
    if read is None or read.values != right.values or read.unit != wrong.unit:
        return False
    return not _differences(after)


def _is_plain(one: Mention) -> bool:
    """Return whether it is certain what a mention says and how another would be written in its
    place.
    """
    return one.certain and one.weight == "figure" and one.sort != "clock"


def _alike(right: Mention, wrong: Mention) -> bool:
    """Return whether the right number can stand before the unit of the wrong one."""
    if not right.amounts or not wrong.amounts or not right.value or not wrong.value:
        return not (right.amounts and wrong.amounts)
    [(kind, amount)], [(wrong_kind, wrong_amount)] = right.amounts, wrong.amounts
    return kind == wrong_kind and amount * wrong.value == wrong_amount * right.value


@cache
def _indian() -> tuple[str, ...]:
    """Return the large units that only India has."""
    return words(lambda language: language.mentions.indian)


def _says_crore(text: str) -> bool:
    return any(word in text.casefold() for word in ("₹", *_indian()))


def _written(
    right: Mention, stood: str, wrong: Mention, text: str, lang: Lang, *, indian: bool
) -> str:
    if right.sort == "month":
        name = LANGUAGES[lang].dates.months[int(right.value) - 1]
        standing = text[wrong.start : wrong.stop]
        return name if standing in LANGUAGES[lang].dates.months else ""
    if not all(character in "0123456789,." for character in stood) and right.scale == 1:
        return ""  # in words, or by an era
    if right.scale != 1:
        return compact(right.value, lang, scale="crore" if indian else "million")
    value = right.value
    return (
        decimal(value, lang) if "," in stood or value != value.to_integral_value() else f"{value:f}"
    )


def _shown_all(found: list[Mention]) -> list[str | Forms]:
    return list(dict.fromkeys(_shown(one) for one in sorted(found, key=lambda one: one.value)))


def _shown(one: Mention) -> str | Forms:
    """Return a number as it is told, one of four figures without a comma: most of them are
    years.
    """
    if one.sort == "month":
        number = int(one.value) - 1
        return forms({lang: own.dates.months[number] for lang, own in LANGUAGES.items()})
    if one.sort == "clock":
        return " / ".join(
            f"{int(time) // 60:02}:{int(time) % 60:02}" for _, time in sorted(one.amounts)
        )
    text = decimal(one.value.normalize(), "en")
    text = text if one.value >= _YEARS else text.replace(",", "")
    return f"{text} {one.unit}" if one.unit else text
