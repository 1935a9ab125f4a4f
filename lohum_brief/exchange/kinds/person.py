"""Rows of people and organisations: names in any number of cells, honorifics in or beside them,
countries by name.
"""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import lru_cache, partial
from typing import Final

from lohum_brief.exchange import choices, doubts, doubts_of_people, people, readers, readings, sides
from lohum_brief.exchange.beside_names import bare
from lohum_brief.exchange.cells import plain_number, text_of
from lohum_brief.exchange.fields import CellError, by_path
from lohum_brief.exchange.honorifics import highest, honorific_of, is_post, is_title
from lohum_brief.exchange.name_order import (
    FIRST,
    Order,
    cased,
    japanese,
    japanese_family,
    japanese_in_hindi,
)
from lohum_brief.exchange.nameless import names_nobody
from lohum_brief.exchange.people import Named, Parted
from lohum_brief.exchange.questions import LEAVE_OUT
from lohum_brief.exchange.references import lang_of
from lohum_brief.exchange.rows import NamelessError, Row, named
from lohum_brief.exchange.tongues import in_languages
from lohum_brief.language.codes import LANGS, READ
from lohum_brief.language.countries import country as country_called
from lohum_brief.language.hi import LANGUAGE as HINDI
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.names import surname_first
from lohum_brief.language.rooms.names import Honorific
from lohum_brief.message import msg
from lohum_brief.visit import called
from lohum_brief.visit.records import Group, NamePart, Organisation, Person, Side
from lohum_brief.visit.sides import side_of

_PARTED: Final = ("en", HINDI.code)
"""The languages in whose letters families may stand first or last."""


def person(row: Row) -> None:
    """Names in any number of cells, the honorific in or beside them, the organisation and group by
    name.
    """
    _split_composites(row)
    _refuse_nobody(row)
    _wheelchair(row)
    _shoes(row)
    title = _title(row)
    side = _side(row)
    if (text := row.take("organisation")) and not _is_dash(text):
        row.values["organisation"] = _organisation(text, side, row)
    _side_of_body(row)
    _interprets(row)
    if (text := row.take("group")) and not _is_dash(text):
        row.values["group"] = named(row, Group, row.directory.group)(text)
    kept: list[str] = []
    found = _forms(row, kept)
    if not found:
        return
    native = _native(row, found)
    row.defaults["native"] = native
    _part_japanese(row, found)
    if reading := found.pop("reading", None):
        row.field = "name.reading"
        if people.script_of("".join(reading[1].parts)) != "kana":
            raise CellError(msg("“{text}” is no reading in kana", text=" ".join(reading[1].parts)))
        if not found and not any(
            field.startswith(("family.", "given.", "id")) for field in (*row.values, *row.cells)
        ):
            raise CellError(msg("there is a reading and no name"))
        parted = people.part(reading[1], Order(surname_first=surname_first(native)))
        row.values |= {"family.reading": parted.family, "given.reading": parted.given}
    kana = NamePart(reading=row.values.get("family.reading", ""))
    for field, form in sorted(
        found.values(), key=lambda one: one[1].lang == HINDI.code
    ):  # told by the others
        row.field = field
        if form.lang == READ and len(form.parts) == 1:  # kept whole
            form = form._replace(alone=True)  # noqa: PLW2901 - the same name
        parted = _with_ranks(row.pick(form, _readings(form, native, kana, row)), form, row)
        given = parted.given
        if title and people.script_of(title) == form.lang:
            given = " ".join(filter(None, (title, given)))
        if kept:
            own = [f"({remark})" for remark in kept if people.script_of(remark) == form.lang]
            given = " ".join([given, *own])
        row.values |= {f"family.{form.lang}": parted.family, f"given.{form.lang}": given.strip()}
        _address(row, parted.honorific)


def _organisation(text: str, side: Side | None, row: Row) -> str:
    """The organisation of a person, whose cell may name it in several languages."""
    if known := row.directory.find(Organisation, text):
        return known
    texts = in_languages(text, row, "organisation", names=True)
    found = next(
        filter(None, (row.directory.find(Organisation, name) for name in texts.values())), None
    )
    add = partial(
        row.directory.organisation, texts=texts or None, **({"side": side} if side else {})
    )
    return found or named(row, Organisation, add)(text)


_OUTER: Final = re.compile(r"^\(([^()]*)\)$")


def _address(row: Row, honorific: Honorific) -> None:
    """Note a form of address; of several the highest counts."""
    if honorific != "none":
        row.values["honorific"] = highest(row.values.get("honorific", "none"), honorific)


def _with_ranks(parted: Parted, form: Named, row: Row) -> Parted:
    """A name without ranks, services and degrees, which are kept in the post unless somebody wants
    them with the name.
    """
    lang = form.lang if form.lang in LANGS else "en"
    for words, before in ((form.rank, True), (form.after, False)):
        if not words:
            continue
        answer = row.ask(doubts_of_people.ranks(), words, field=row.field, name="ranks")
        if answer == doubts.KEEP:
            joint = " " if words.startswith("(") else ", "
            parted = (
                parted._replace(given=f"{words} {parted.given}".strip())
                if before
                else parted._replace(family=f"{parted.family}{joint}{words}")
            )
        elif answer != LEAVE_OUT:
            said = row.beside.setdefault(lang, [])
            if said and words.startswith("("):  # Lt Gen (Retd.)
                said[-1] += f" {words}"
            elif words not in said:
                said.append(_OUTER.sub(r"\1", words))
    return parted


def _wheelchair(row: Row) -> None:
    """A column that asks for a wheelchair only; what is neither yes nor no is kept as it stands."""
    if "wheelchair" not in row.cells:
        return
    said = row.take("wheelchair")
    wanted = choices.flag(said) if said else None
    if wanted and "mobility" not in row.cells:
        row.values["mobility"] = "wheelchair"
    elif wanted is None and said and not _is_dash(said):
        row.kept.setdefault("needs", []).append((said, "mobility"))


_SIZES: Final = re.compile(r"(?<![A-Za-z])(UK|US|EUR?|JP)(?![A-Za-z])", re.IGNORECASE)


def _shoes(row: Row) -> None:
    """A size in another system than centimetres, which the heading names, is kept with its system."""
    cell = row.cells.get("shoes", "")
    system = _SIZES.search(row.frame.headings.get(row.frame.columns.get("shoes", -1), ""))
    if (
        cell != ""
        and system
        and system[1].upper() != "JP"
        and plain_number(text_of(cell)) is not None
    ):
        row.cells["shoes"] = f"{system[1].upper()} {text_of(cell)}"


_INTERPRETER: Final = re.compile(
    r"(?:[\w.-]+ "
    r"){0,3}interpreter\b(?!s|['’])(?:\W.*)?|(?:.*\s)?दुभाषिया(?:\W.*)?|(?:.*\s)?दुभाषिये(?:\W.*)?"
    r"|(?:[^\s、,]{0,4}語)?(?:同時|逐次|専属|主任)?通訳(?:者|士|員|官|担当)?(?:\W.*)?",
    re.IGNORECASE,
)


def _interprets(row: Row) -> None:
    """A post that says it makes an interpreter of a new person, who is no delegate, unless a column
    says another duty.
    """
    if row.cells.get("duty", "") or "duty" in row.values:
        return
    posts = [
        text_of(cell).strip()
        for field, cell in row.cells.items()
        if field.partition(".")[0] == "post"
    ]
    if any(map(_is_interpreter, posts)):
        row.defaults["duty"] = "interpreter"


@lru_cache(1_000)  # lists say the same few posts
def _is_interpreter(post: str) -> bool:
    return _INTERPRETER.fullmatch(post) is not None


def _is_dash(text: str) -> bool:
    """Whether a cell says that there is nothing to say: –."""
    return not text.strip(" -–—―－‐ー")


_WHOLE: Final = ("name", *(f"name.{lang}" for lang in LANGS))


def _refuse_nobody(row: Row) -> None:
    """Raise NamelessError for an entry that counts people, or waits for a name, unless somebody
    wants it.
    """
    for field in _WHOLE:
        if not (text := text_of(row.cells.get(field, ""))):
            continue
        row.field = field
        if (
            names_nobody(text)
            and row.ask(doubts_of_people.nameless(), text, name="nobody") == LEAVE_OUT
        ):
            raise NamelessError(text)


_IN_BRACKETS: Final = re.compile(r"[(（\[]([^()（）\[\]]+)[)）\]]\s*$")


def _side(row: Row) -> Side | None:
    """On whose side the person is: its own column says it, a role such as “Host”, what stands above
    the row, a caption.

    What speaks of a side and may mean either is asked about.
    """
    if said := row.cells.get("side", ""):
        side = sides.of_words(text_of(said), row.visit).side
        if side:
            row.take("side")
            row.values["side"] = side
        return side  # else asked about with the other words of its column
    for field in [
        field for field in row.cells if field.partition(".")[0] in ("post", "duty", "group")
    ]:
        said = text_of(row.cells[field])
        inner = _IN_BRACKETS.search(said)
        if side := sides.bare(said):
            row.take(field)
        elif inner is None or not (side := sides.bare(inner[1])):
            continue
        return _sided(row, said, side)
    if text := row.frame.section:
        told = sides.of_words(text, row.visit)
        return _sided(row, text, told.side or _asked_side(row, text))
    if row.frame.titled is None:
        row.frame.titled = sides.of_title(row.frame.captions, row.visit)
    told, text = row.frame.titled
    if told.side or told.doubtful:
        side = told.side or _asked_side(row, text)
        row.sided = (text, side) if side == "host" else None
        row.defaults["side"] = side
        return side
    return None


def _asked_side(row: Row, text: str) -> Side:
    return "host" if row.ask(doubts_of_people.side(), text, name="side") == "host" else "guest"


def _sided(row: Row, text: str, side: Side) -> Side:
    row.sided = (text, side)
    row.values["side"] = side
    return side


def _side_of_body(row: Row) -> None:
    """Note who stands with the hosts because the own organisation does; nothing is stored, so that
    it goes on to follow that.
    """
    if "side" in row.values or "side" in row.cells or "side" in row.defaults:
        return
    body = row.visit.get(Organisation, row.values.get("organisation"))
    if body and side_of(body.id, row.visit) == "host":
        row.sided = (called.title_in(body, row.visit, row.frame.asked.lang), "host")


def _split_composites(row: Row) -> None:
    """Columns that hold two things: a name with a post behind it, a post with its organisation."""
    for both in [field for field in row.cells if "+" in field]:
        first, _, second = both.partition("+")
        text = row.take(both)
        one, two = _halves(text)
        if first == "post" and people.script_of(text) == READ:  # 経済産業省 課長
            one, two = (two, one) if two else (one, two)
        for field, part in ((first, one), (second, two)):
            if not part:
                continue
            if (held := text_of(row.cells.get(field, ""))) and field == "post":
                _beside_post(row, part, held)
            elif not held:
                row.cells[field] = part
            row.frame.columns.setdefault(field, row.frame.columns[both])


def _beside_post(row: Row, post: str, role: str) -> None:
    """A post that stands behind the name, where a column of its own says a role: Host, Head of
    Delegation, Member.
    """
    duty = choices.choice("duty", role, by_path(Person)["duty"].choices)
    if sides.bare(role) and "side" not in row.cells:
        row.cells |= {"side": role, "post": post}
    elif duty and "duty" not in row.cells:
        row.cells |= {"duty": role, "post": post}
    elif role.casefold() != post.casefold():
        row.cells["post"] = f"{post}, {role}"


def _halves(text: str) -> tuple[str, str]:
    """What stands before and behind the first comma, line end or slash; in Japanese also the last
    space.
    """
    parted = re.split(r"\s*[,，、\n／/;；]\s*", text, maxsplit=1)
    if len(parted) == 1 and people.script_of(text) == READ:
        before, _, behind = text.replace("\u3000", " ").rpartition(" ")
        parted = [before, behind] if before else [behind]
    return parted[0], parted[1] if len(parted) > 1 else ""


def _part_japanese(row: Row, found: dict[str, tuple[str, Named]]) -> None:
    """Part kanji without a space, and the reading of such; what nothing tells for certain is asked
    about.
    """
    if READ not in found:
        return
    field, form = found[READ]
    reading = found["reading"][1].parts if "reading" in found else ()
    alike = [one for one in (form, *form.others) if len(one.parts) == len(reading)]
    if form.others and len(alike) == 1:  # 山田 博士, やまだ ひろし: it is a name, and no doctor
        form = alike[0]._replace(text=form.text, others=())
        found[READ] = (field, form)
    if (
        len(form.parts) == 1
        and len(form.parts[0]) > 1
        and not form.alone
        and people.script_of(form.parts[0]) == READ
    ):
        row.field = field
        form = form._replace(parts=_name_parts(row, form.parts[0], " ".join(reading)))
        found[READ] = (field, form)
    if len(reading) == 1 and len(form.parts) == 2:
        row.field = found["reading"][0]
        families = (one.family for one in row.visit.of(Person))
        parts = readings.reading_parts(reading[0], *form.parts, families) or _asked_reading(
            row, reading[0]
        )
        if parts:
            found["reading"] = (found["reading"][0], found["reading"][1]._replace(parts=parts))
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


def _title(row: Row) -> str:
    """The honorific of its own column, or of one that holds posts and sometimes only Dr.

    What the model has no word for (Adv., Lt Gen) is kept in the post, or is given back to stand
    before the given name.
    """
    for field in ("honorific", "post"):
        said = row.cells.get(field, "")
        if not isinstance(said, str) or not said or (field == "post" and is_post(said)):
            continue
        if honorific := honorific_of(said):
            row.values["honorific"] = honorific
            row.take(field)
        elif field == "honorific" and all(
            is_title(word) or honorific_of(word) for word in said.split()
        ):
            row.take(field)
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


def _forms(row: Row, kept: list[str]) -> dict[str, tuple[str, Named]]:
    """The forms of the name by their language, with the column each is from; remarks that belong to
    names go to `kept`.
    """
    found: dict[str, tuple[str, Named]] = {}
    country = _country_of(row) or _country_named(row)
    for field, lang in _NAMES:
        if field in row.cells and (text := row.take(field)):
            for form in people.forms(_bare(text, row, kept), lang, country):
                if form.lang == "reading" and "reading" in found:
                    form = _settled(found["reading"][1], form, row)  # noqa: PLW2901 - the same reading
                    found["reading"] = (field, form)
                found.setdefault(form.lang, (field, form))
    for part in _FAMILY:
        if part in row.cells and (text := row.take(part)):
            row.values[_path(part, text)] = (
                cased(text) if people.script_of(text) in ("en", "", "other") else text
            )
    for part in _GIVEN:
        if part in row.cells and (text := row.take(part)):
            name, honorific, rank = people.given_name(text)
            row.values[_path(part, text)] = (
                cased(name) if people.script_of(text) in ("en", "", "other") else name
            )
            _address(row, honorific)
            if rank:
                row.beside.setdefault(lang_of(rank, "en"), []).append(rank)
    return found


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
    """Which form is the person's own: kanji, kana alone or a reading say it, else the country of the
    organisation, else the script.
    """
    own_form = found[READ][1] if READ in found else None
    if "reading" in found or (own_form and people.script_of("".join(own_form.parts)) == READ):
        return READ
    if own_form and len(found) == 1 and own_form.orders and own_form.orders[0].surname_first:
        return READ  # サトウ タロウ; a foreign name has a dot between its parts
    country = _country_of(row)
    if at_home := next(
        (lang for lang, language in LANGUAGES.items() if country in language.at_home), ""
    ):
        return at_home
    if _country_named(row) == "JP" and any(
        japanese_family(found[lang][1].parts) for lang in _PARTED if lang in found
    ):
        return READ
    own = (
        lang for lang in LANGS if lang in found and lang != READ and LANGUAGES[lang].script.in_names
    )
    return next(own, "en")


def _country_of(row: Row) -> str:
    organisation = row.visit.get(Organisation, row.values.get("organisation"))
    return organisation.country if organisation else ""


def _country_named(row: Row) -> str:
    """The country that an organisation without one has in its name, as an embassy: where families
    stand first, or India.
    """
    ident = row.values.get("organisation")
    body = row.visit.get(Organisation, ident) or row.directory.brought(Organisation, ident)
    if body is None:
        return ""
    return _country_in(" ".join(body.name[lang] for lang in LANGS))


@lru_cache(1_000)
def _country_in(name: str) -> str:
    names = name.casefold()
    found = [
        code
        for code in sorted(FIRST | {"IN"})
        if any(country_called(code, lang).casefold() in names for lang in LANGS)
        or (code == "KR" and re.search(r"\bkorea", names))
    ]
    return found[0] if len(found) == 1 else ""


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
    if len(form.parts) == 1 or form.lang not in _PARTED:
        return [Order(surname_first=surname_first(native))]
    told = people.by_reading(form, kana)
    if told is None and form.lang == HINDI.code:
        told = people.by_latin(form, row.values.get("family.en", ""))
    if told is not None:
        return [Order(surname_first=told)]
    if native == READ:
        return japanese(form.parts)
    if form.lang == HINDI.code:
        country = _country_of(row) or _country_named(row)
        return japanese_in_hindi(form.parts, country) or [Order(surname_first=False)]
    if form.orders and (form.orders[0].sure or not " ".join(form.parts).isupper()):
        return form.orders
    # In capitals throughout, nothing sets the family name off; a list is of one kind.
    answer = row.ask(doubts_of_people.order(), " ".join(form.parts))
    found = form.orders or (
        Order(surname_first=False, sure=False),
        Order(surname_first=True, sure=False),
    )
    return (
        found
        if answer == "told"
        else sorted(found, key=lambda one: one.surname_first != (answer == "first"))
    )


def organisation(row: Row) -> None:
    """The country by its code or name."""
    if text := row.take("country"):
        row.values["country"] = readers.country(text)
