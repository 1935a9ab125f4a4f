"""Rows of people and organisations: names in any number of cells, honorifics in or beside them,
countries by name.
"""

import re
from functools import lru_cache, partial
from typing import Final

from lohum_brief.exchange import (
    choices,
    doubts_of_people,
    nationalities,
    people,
    readers,
    sides,
)
from lohum_brief.exchange.address_words import address_of
from lohum_brief.exchange.cells import plain_number, text_of
from lohum_brief.exchange.fields import CellError, by_path
from lohum_brief.exchange.headings import is_heading
from lohum_brief.exchange.kinds.bodies import body, is_dash
from lohum_brief.exchange.kinds.journeys import journeys
from lohum_brief.exchange.kinds.parted_names import addressed_as_in_india, tell_home
from lohum_brief.exchange.kinds.person_names import read_names, title_of
from lohum_brief.exchange.nameless import names_nobody
from lohum_brief.exchange.questions import LEAVE_OUT
from lohum_brief.exchange.rows import NamelessError, Row
from lohum_brief.language.codes import LANGS, READ
from lohum_brief.language.either import either
from lohum_brief.message import msg
from lohum_brief.visit import called
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.records import Group, Organisation, Person, Side
from lohum_brief.visit.sides import side_of


def person(row: Row) -> None:
    """Names in any number of cells, the honorific in or beside them, the organisation and group by
    name.
    """
    _split_composites(row)
    _refuse_nobody(row)
    _wheelchair(row)
    _shoes(row)
    journeys(row)
    indian = addressed_as_in_india(row)
    title = title_of(row)
    side = _side(row)
    add = partial(row.directory.organisation, side=side)
    if ident := body(row, "organisation", Organisation, add):
        row.values["organisation"] = ident
    _side_of_body(row)
    _interprets(row)
    _nationality(row)
    _country(row)
    if ident := body(row, "group", Group, row.directory.group):
        row.values["group"] = ident
    read_names(row, title)
    tell_home(row, indian=indian)


def _nationality(row: Row) -> None:
    """A country by its name, its code of two or three letters, or what its citizens are called."""
    if (text := row.take("nationality")) and not is_dash(text):
        row.values["nationality"] = nationalities.code(text) or readers.country(text)


def _country(row: Row) -> None:
    """The country of who comes: that of the organisation where it is new or has none, unless rows
    of one body name several; it tells in which order names stand.
    """
    if (text := row.take("country")) and not is_dash(text):
        row.country = nationalities.code(text) or readers.country(text)
        if ident := row.values.get("organisation"):
            row.directory.of_country(ident, row.country)


def _wheelchair(row: Row) -> None:
    """A column that asks for a wheelchair only; what is neither yes nor no is kept as it stands."""
    if "wheelchair" not in row.cells:
        return
    said = row.take("wheelchair")
    wanted = choices.flag(said) if said else None
    if wanted and "mobility" not in row.cells:
        row.values["mobility"] = "wheelchair"
    elif wanted is None and said and not is_dash(said):
        row.kept.setdefault("needs", []).append((said, "mobility"))


_SIZES: Final = re.compile(r"(?<![A-Za-z])(UK|US|EUR?|JP)(?![A-Za-z])", re.IGNORECASE)


def _shoes(row: Row) -> None:
    """A size in another system than centimetres, which the heading names, is kept with its
    system.
    """
    cell = row.cells.get("shoes", "")
    if cell == "":
        return
    system = _SIZES.search(row.frame.headings.get(row.frame.columns.get("shoes", -1), ""))
    if system and system[1].upper() != "JP" and plain_number(text_of(cell)) is not None:
        row.cells["shoes"] = f"{system[1].upper()} {text_of(cell)}"


_INTERPRETER: Final = re.compile(either(lambda language: language.cells.interprets), re.IGNORECASE)


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


_WHOLE: Final = ("name", *(f"name.{lang}" for lang in LANGS))


def _refuse_nobody(row: Row) -> None:
    """Raise NamelessError for an entry that counts people, or waits for a name, unless somebody
    wants it, and CellError for a heading.
    """
    for field in _WHOLE:
        if not (text := text_of(row.cells.get(field, ""))):
            continue
        row.field = field
        if is_heading(text, Person):
            raise CellError(
                msg(
                    "“{text}” is a heading and no name; a list that has its headings one below "
                    "the other has to be turned first (copy, paste special, transpose)",
                    text=legible(text, 40),
                )
            )
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
    if side := _side_of_role(row):
        return side
    if text := row.frame.section:
        told = sides.of_words(text, row.visit)
        return _sided(row, text, told.side or _asked_side(row, text))
    return _side_of_title(row)


def _side_of_role(row: Row) -> Side | None:
    """The side that a post, a duty or a group names, with nothing else or behind it in brackets."""
    for field in [field for field in row.cells if field.partition(".")[0] in _ROLES]:
        said = text_of(row.cells[field])
        if side := sides.bare(said):
            row.take(field)
            return _sided(row, said, side)
        inner = _IN_BRACKETS.search(said)
        if inner and (side := sides.bare(inner[1])):
            return _sided(row, said, side)
    return None


_ROLES: Final = ("post", "duty", "group")


def _side_of_title(row: Row) -> Side | None:
    """The side that a caption speaks of."""
    if row.frame.titled is None:
        row.frame.titled = sides.of_title(row.frame.captions, row.visit)
    told, text = row.frame.titled
    if not (told.side or told.doubtful):
        return None
    side = told.side or _asked_side(row, text)
    row.sided = (text, side) if side == "host" else None
    row.defaults["side"] = side
    return side


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
        row.sided = (called.title(body, row.visit), "host")


def _put_half(row: Row, field: str, part: str) -> None:
    """Put a half where it belongs; what a column of its own says stays, and a post goes beside."""
    held = text_of(row.cells.get(field, ""))
    if held and field == "post":
        _beside_post(row, part, held)
    elif not held:
        row.cells[field] = part


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
            _put_half(row, field, part)
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


_WITH_BRACKETS: Final = re.compile(
    r"((?:[^\s,]+,)?[^,()（）]+[(（]([^()（）]+)[)）])\s*,?\s*(.*)", re.DOTALL
)


def _with_brackets(text: str) -> tuple[str, str] | None:
    """A name that has its reading or a form of address behind it in brackets, and what stands
    behind these: 山田 太郎（やまだ たろう） 課長; Tanaka, Hanako (Ms.), Attaché.
    """
    found = _WITH_BRACKETS.fullmatch(text)
    if found and (people.script_of(found[2]) == "kana" or address_of(found[2])):
        return found[1], found[3]
    return None


def _halves(text: str) -> tuple[str, str]:
    """What stands before and behind the first comma, line end or slash; in Japanese also the last
    space.
    """
    if bracketed := _with_brackets(text):
        return bracketed
    parted = re.split(r"\s*[,，、\n／/;；]\s*", text, maxsplit=1)
    if len(parted) == 1 and people.script_of(text) == READ:
        before, _, behind = text.replace("\u3000", " ").rpartition(" ")
        parted = [before, behind] if before else [behind]
    return parted[0], parted[1] if len(parted) > 1 else ""


def organisation(row: Row) -> None:
    """The country by its code or name."""
    if text := row.take("country"):
        row.values["country"] = readers.country(text)
