"""The names of a row of people, in any number of cells and scripts: read, parted, and put together
with what stands around them.
"""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Final

from lohum_brief.exchange import doubts, doubts_of_people, people, readings
from lohum_brief.exchange.address_words import address_of, is_post, is_title, together
from lohum_brief.exchange.beside_names import bare
from lohum_brief.exchange.fields import CellError
from lohum_brief.exchange.honorifics import (
    Polite,
    honoured_in_japanese,
    with_unsaid,
    without_retired,
)
from lohum_brief.exchange.kinds.home_countries import (
    country_kept,
    country_of,
    country_told,
    language_of,
)
from lohum_brief.exchange.name_order import (
    Order,
    cased,
    japanese,
    japanese_family,
    japanese_in_hindi,
    stands_first,
)
from lohum_brief.exchange.people import Named, Parted
from lohum_brief.exchange.questions import LEAVE_OUT
from lohum_brief.exchange.references import lang_of
from lohum_brief.exchange.rows import Row
from lohum_brief.language.codes import LANGS, READ
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.names import FAMILY_FIRST, surname_first
from lohum_brief.language.rooms.names import PLAIN, Address
from lohum_brief.message import msg
from lohum_brief.visit.records import NamePart, Person

_Found = dict[str, tuple[str, Named]]
"""The forms of a name by their language, with the column each is from."""


def read_names(row: Row, title: str) -> None:
    """Read the names of a row; `title` is a form of address that stays before the given name."""
    kept: list[str] = []
    found = _forms(row, kept)
    if not found:
        return
    native = _native(row, found)
    row.defaults["native"] = native
    _part_japanese(row, found)
    if reading := found.pop("reading", None):
        _take_reading(reading[1], native, row, alone=not found)
    kana = NamePart(reading=row.values.get("family.reading", ""))
    # What is written by its sound is told by the other forms.
    for field, form in sorted(found.values(), key=lambda one: _is_by_sound(one[1])):
        row.field = field
        _take_form(form, native, kana, row, _around(form, title, kept))


def _is_by_sound(form: Named) -> bool:
    return form.lang in LANGUAGES and LANGUAGES[form.lang].names.by_sound


def _take_reading(form: Named, native: str, row: Row, *, alone: bool) -> None:
    """Take the reading of a name; `alone` it is one of a person who is known, or of nobody."""
    row.field = "name.reading"
    if people.script_of("".join(form.parts)) != "kana":
        raise CellError(msg("“{text}” is no reading in kana", text=" ".join(form.parts)))
    if alone and not any(
        field.startswith(("family.", "given.", "id")) for field in (*row.values, *row.cells)
    ):
        raise CellError(msg("there is a reading and no name"))
    parted = people.part(form, Order(surname_first=surname_first(native)))
    row.values |= {"family.reading": parted.family, "given.reading": parted.given}


def _around(form: Named, title: str, kept: Sequence[str]) -> tuple[str, str]:
    """What stands before and behind the given name of a form, of those in its script."""
    if not title and not kept:
        return "", ""
    before = title if title and people.script_of(title) == form.lang else ""
    own = [f"({remark})" for remark in kept if people.script_of(remark) == form.lang]
    return before, " ".join(own)


def _take_form(form: Named, native: str, kana: NamePart, row: Row, around: tuple[str, str]) -> None:
    """Take one form of a name, parted as is likeliest or as somebody has chosen."""
    if form.lang == READ and len(form.parts) == 1:  # kept whole
        form = form._replace(alone=True)
    parted = _with_ranks(row.pick(form, _readings(form, native, kana, row)), form, row)
    given = parted.given
    if native != READ and "," not in form.text:
        _take_order(form, native, parted.family, row)
    if around != ("", ""):
        given = " ".join(filter(None, (around[0], given, around[1])))
    row.values |= {f"family.{form.lang}": parted.family, f"given.{form.lang}": given.strip()}
    _take_address(row, parted.address)


def _take_order(form: Named, native: str, family: str, row: Row) -> None:
    """Note in which order a name is said where its language and its organisation tell another."""
    usual = surname_first(native, country_kept(row))
    told = country_told(row)
    if stands_first(form.parts, family, told):
        if not usual:
            row.defaults["name_order"] = "family_first"
    elif usual and told not in FAMILY_FIRST:  # an American of a Korean company
        row.defaults["name_order"] = "given_first"


_OUTER: Final = re.compile(r"^\(([^()]*)\)$")


def _take_address(row: Row, address: Address) -> None:
    """Note a form of address beside what is known of it; of several titles the highest counts."""
    if address == PLAIN:
        return
    held = {part: row.values[part] for part in Address._fields if part in row.values}
    both = together(Address(**held), address)._asdict()
    row.values |= {part: said for part, said in both.items() if said not in ("", "none", False)}


def _with_ranks(parted: Parted, form: Named, row: Row) -> Parted:
    """A name without ranks, services and degrees, which are kept in the post unless somebody wants
    them with the name.
    """
    lang = form.lang if form.lang in LANGS else "en"
    for words, before in ((form.rank, True), (_after(form, row), False)):
        if not words:
            continue
        answer = row.ask(doubts_of_people.ranks(), words, field=row.field, name="ranks")
        if answer == doubts.KEEP:
            parted = _with_rank(words, parted) if before else _with_degrees(parted, words)
        elif answer != LEAVE_OUT:
            said = row.beside.setdefault(lang, [])
            if said and words.startswith("("):  # Lt Gen (Retd.)
                said[-1] += f" {words}"
            elif words not in said:
                said.append(_OUTER.sub(r"\1", words))
    return parted


def _after(form: Named, row: Row) -> str:
    """What stands behind a name, without (Retd.) where a column of its own says the rank."""
    held = row.values.get("forces") or row.values.get("honorific") == "justice"
    if not form.after or not held:
        return form.after
    left = without_retired(form.after)
    if left != form.after:
        row.values["retired"] = True
    return left


def _with_rank(rank: str, name: Parted) -> Parted:
    return name._replace(given=f"{rank} {name.given}".strip())


def _with_degrees(name: Parted, degrees: str) -> Parted:
    joint = " " if degrees.startswith("(") else ", "
    return name._replace(family=f"{name.family}{joint}{degrees}")


def _part_japanese(row: Row, found: _Found) -> None:
    """Part kanji without a space, and the reading of such; what nothing tells for certain is asked
    about.
    """
    if READ not in found:
        return
    reading = found["reading"][1].parts if "reading" in found else ()
    form = _part_name(row, found, reading)
    if len(reading) == 1 and len(form.parts) == 2:
        _part_reading(row, found, form)


def _part_name(row: Row, found: _Found, reading: tuple[str, ...]) -> Named:
    """Part kanji without a space, and settle with the reading what a word of them is."""
    field, form = found[READ]
    alike = [one for one in (form, *form.others) if len(one.parts) == len(reading)]
    if form.others and len(alike) == 1:  # 山田 博士, やまだ ひろし: it is a name, and no doctor
        form = alike[0]._replace(text=form.text, others=())
    if len(form.parts) == 1 and not form.alone:
        name = form.parts[0]
        if len(name) > 1 and people.script_of(name) == READ:
            row.field = field
            form = form._replace(parts=_name_parts(row, name, " ".join(reading)))
    found[READ] = (field, form)
    return form


def _part_reading(row: Row, found: _Found, form: Named) -> None:
    """Part the reading of a name in two parts, or forget it where nobody can tell how."""
    row.field, reading = found["reading"]
    families = (one.family for one in row.visit.of(Person))
    family, given = form.parts
    told = readings.reading_parts(reading.parts[0], family, given, families)
    if parts := told or _asked_reading(row, reading.parts[0]):
        found["reading"] = (row.field, reading._replace(parts=parts))
    else:
        del found["reading"]


def _name_parts(row: Row, name: str, reading: str) -> tuple[str, ...]:
    if told := readings.name_parts(name, reading, (one.family for one in row.visit.of(Person))):
        return told
    answer = row.ask(doubts_of_people.parting(), name)
    if " " in answer.strip():
        return tuple(answer.split())
    at = int(answer) if answer.isdecimal() else len(name)
    return (name[:at], name[at:]) if at < len(name) else (name,)


def _asked_reading(row: Row, reading: str) -> tuple[str, ...]:
    answer = row.ask(doubts_of_people.reading(), reading)
    if answer == LEAVE_OUT:
        return ()
    parts = tuple(map(people.hiragana, answer.split()))
    return parts if len(parts) > 1 else (reading,)


def title_of(row: Row) -> str:
    """The honorific of its own column, or of one that holds posts and sometimes only Dr.

    What the model has no word for (Adv., Lt Gen) is kept in the post, or is given back to stand
    before the given name.
    """
    for field in ("dignity", "forces", "honorific", "post"):
        said = row.cells.get(field, "")
        if not isinstance(said, str) or not said or (field == "post" and is_post(said)):
            continue
        if address := address_of(said):
            row.values.setdefault("honorific", address.honorific)
            _take_address(row, address)
            row.take(field)
            more = with_unsaid(Polite((), address), said).rank  # Smt. beside Dr.
            if more and (kept := _kept_title(row, more)):
                return kept
        elif field == "honorific" and all(map(_is_address, said.split())):
            row.take(field)
            if kept := _kept_title(row, said):
                return kept
    return ""


def _is_address(word: str) -> bool:
    return is_title(word) or address_of(word) is not None


def _kept_title(row: Row, said: str) -> str:
    """Ask what becomes of a form of address that the model has no word for; return it where it
    stays with the name.
    """
    answer = row.ask(doubts_of_people.title(), said)
    if answer == doubts.KEEP:
        return said.strip()
    if answer == doubts.IN_POST:
        row.beside.setdefault(lang_of(said, "en"), []).append(said.strip())
    elif answer != LEAVE_OUT:
        row.values["honorific"] = answer
    return ""


_NAMES: Final = (
    ("name", ""),
    *((f"name.{lang}", str(lang)) for lang in LANGS),
    ("name.reading", "reading"),
)


_FAMILY: Final = ("family", *(f"family.{lang}" for lang in LANGS))


_GIVEN: Final = ("given", *(f"given.{lang}" for lang in LANGS))


def _forms(row: Row, kept: list[str]) -> _Found:
    """The forms of the name by their language, with the column each is from; remarks that belong to
    names go to `kept`.
    """
    found: _Found = {}
    country = country_told(row)
    for field, lang in _NAMES:
        if field in row.cells and (text := row.take(field)):
            for form in people.forms(_bare(text, row, kept), lang, country):
                if form.lang == "reading" and "reading" in found:
                    form = _settled(found["reading"][1], form, row)  # noqa: PLW2901 - the same reading
                    found["reading"] = (field, form)
                found.setdefault(form.lang, (field, form))
    _take_parts(row)
    return found


def _take_parts(row: Row) -> None:
    """Take the family and the given name of columns of their own."""
    for part in _FAMILY:
        if part in row.cells and (text := _unhonoured(row, row.take(part))):
            row.values[_path(part, text)] = _as_stored(text, text)
    for part in _GIVEN:
        if part in row.cells and (text := _unhonoured(row, row.take(part))):
            name, address, rank = people.given_name(text)
            row.values[_path(part, text)] = _as_stored(name, text)
            _take_address(row, address)
            if rank:
                row.beside.setdefault(lang_of(rank, "en"), []).append(rank)


def _unhonoured(row: Row, text: str) -> str:
    """A part of a name in Latin letters without the honorific that it has as Japanese names do."""
    found = honoured_in_japanese(text)
    if found is None:
        return text
    _take_address(row, found.address)
    return found.name


def _as_stored(name: str, cell: str) -> str:
    """A part of a name without the capitals of its cell."""
    return cased(name) if people.script_of(cell) in ("en", "", "other") else name


def _path(part: str, text: str) -> str:
    """The field of a part of a name, by its script where the column does not say its language."""
    script = people.script_of(text)
    return (
        part
        if "." in part
        else f"{part}.{ {'kana': READ, '': 'en', 'other': 'en'}.get(script, script) }"
    )


def _bare(text: str, row: Row, kept: list[str]) -> str:
    """The name in a cell, without what stands beside it; what that is, is asked."""
    cell = bare(text)
    if cell.numbered:
        row.frame.told.setdefault(
            "numbers",
            msg(
                "Numbers before names are no part of them and are left out, as in “{text}”.",
                text=text[:40],
            ),
        )
    for remark in cell.remarks:
        answer = row.ask(doubts_of_people.remarks(), remark, field=row.field, name="brackets")
        if answer == doubts.IN_POST:
            row.beside.setdefault(lang_of(remark, "en"), []).append(remark)
        elif answer == doubts.KEEP:
            kept.append(remark)
    return cell.name


def _settled(one: Named, other: Named, row: Row) -> Named:
    """The reading of a name that has two; which is right is asked where they differ."""
    first, second = " ".join(one.parts), " ".join(other.parts)
    if first.replace(" ", "") == second.replace(" ", ""):
        return one if len(one.parts) >= len(other.parts) else other
    # The reading beside a name may be of all of it, that of the column of the family name only:
    # はやし, はやし はるこ.
    answer = row.ask(
        doubts_of_people.two_readings(second, first),
        f"{second} / {first}",
        field=row.field,
        name="reading",
    )
    return other._replace(parts=tuple(map(people.hiragana, answer.split())))


def _native(row: Row, found: Mapping[str, tuple[str, Named]]) -> str:
    """Which form is the person's own: kanji, kana alone or a reading say it, else the country of
    the organisation, else the script.
    """
    if "reading" in found or (READ in found and _is_japanese(found[READ][1], len(found))):
        return READ
    if own := language_of(country_of(row)):
        return own
    if country_told(row) == "JP" and any(
        japanese_family(found[lang][1].parts) for lang in people.PARTED if lang in found
    ):
        return READ
    return next((lang for lang in LANGS if lang in found and lang in _OWN_LETTERS), "en")


_OWN_LETTERS: Final = frozenset(
    lang for lang in LANGS if lang != READ and LANGUAGES[lang].script.in_names
)
"""Languages whose letters tell that a name is at home there."""


def _is_japanese(form: Named, forms: int) -> bool:
    """Whether a name in kanji or kana is a Japanese one; in kana alone a foreign one has a dot
    between its parts.
    """
    if people.script_of("".join(form.parts)) == READ:
        return True
    return forms == 1 and bool(form.orders) and form.orders[0].surname_first


def _readings(form: Named, native: str, kana: NamePart, row: Row) -> list[Parted]:
    """How a form of a name may be read, the likeliest first."""
    found = [people.part(form, parted) for parted in _orders(form, native, kana, row)]
    for other in form.others:
        with suppress(CellError):
            found += [people.part(other, parted) for parted in _orders(other, native, kana, row)]
    return found


def _orders(form: Named, native: str, kana: NamePart, row: Row) -> Sequence[Order]:
    """How a name may be parted, the likeliest first."""
    if people.is_told(form):
        return form.orders
    if len(form.parts) == 1 or form.lang not in people.PARTED:
        return [Order(surname_first=surname_first(native))]
    told = _told_first(form, kana, row)
    if told is not None:
        return [Order(surname_first=told)]
    if native == READ:
        return japanese(form.parts)
    if _is_by_sound(form):
        country = country_told(row)
        return japanese_in_hindi(form.parts, country) or [Order(surname_first=False)]
    if form.orders and (form.orders[0].sure or not " ".join(form.parts).isupper()):
        return form.orders
    return _asked_order(form, row)


def _told_first(form: Named, kana: NamePart, row: Row) -> bool | None:
    """Whether a name begins with the family name, as its reading tells, or its Latin letters."""
    told = people.by_reading(form, kana)
    if told is None and _is_by_sound(form):
        return people.by_latin(form, row.values.get("family.en", ""))
    return told


def _asked_order(form: Named, row: Row) -> Sequence[Order]:
    """How a name in capitals throughout may be parted: nothing sets the family name off, and a list
    is of one kind.
    """
    answer = row.ask(doubts_of_people.order(), " ".join(form.parts))
    found = form.orders or (
        Order(surname_first=False, sure=False),
        Order(surname_first=True, sure=False),
    )
    if answer == "told":
        return found
    return sorted(found, key=lambda one: one.surname_first != (answer == "first"))
