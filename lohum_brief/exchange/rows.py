"""What single kinds of record need beyond their fields: names in one cell, days and clocks, values with units.

Each function takes what was read of a row and makes fields of it. It may use the records that the row names, and has
them added where they are missing.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from typing import Any, Final

from lohum_brief.errors import BriefError
from lohum_brief.exchange import choices, clocks, days, doubts, notes, people, readers, readings
from lohum_brief.exchange.alternatives import Doubtful, picked
from lohum_brief.exchange.cells import plain_number
from lohum_brief.exchange.fields import CellError
from lohum_brief.exchange.honorifics import honorific_of, is_post, is_title
from lohum_brief.exchange.measuring import Conversion, in_unit, is_doubtful, unit_of
from lohum_brief.exchange.name_order import Order, cased
from lohum_brief.exchange.people import Named, Parted
from lohum_brief.exchange.questions import LEAVE_OUT, Asked, Doubt, OpenQuestionError
from lohum_brief.exchange.readers import Manner
from lohum_brief.exchange.references import Directory
from lohum_brief.exchange.sheets import Cell
from lohum_brief.exchange.spans import ESTIMATED
from lohum_brief.language.catalogue import say
from lohum_brief.language.codes import LANGS
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.records import Metric, Mineral, NamePart, Organisation, Person, Series
from lohum_brief.visit.visit import Visit


class LeftOutError(CellError):
    """A row that somebody does not want."""


class Frame:
    """What the rows of a table share: how they are read, what is asked about them, and what one says for those below it."""

    def __init__(
        self, manner: Manner, visit: Visit, directory: Directory, asked: Asked, columns: Mapping[int, str], about: str
    ) -> None:
        self.manner = manner
        self.visit = visit
        self.directory = directory
        self.asked = asked
        self.columns = {field: column for column, field in sorted(columns.items(), reverse=True)}
        self.about = about
        """What stands above the heading, and the name of the sheet."""
        self.above: Sequence[str] = ()
        """The cells above the heading, one by one."""
        self.day: dt.date | None = None
        """The day that a row above has named."""
        self.lost = False
        """The row that names the day could not be read."""
        self.end: dt.datetime | None = None
        """When the row above ends."""
        self.sorts: dict[str, int] = {}
        """The kinds of notes that were told from their words, with their number."""


class Row:
    """A row on its way to a record: its cells by field, and the fields that are read so far."""

    def __init__(self, cells: Mapping[str, Cell], frame: Frame, at: int) -> None:
        self.cells = dict(cells)
        self.frame = frame
        self.at = at
        self.manner = frame.manner
        self.visit = frame.visit
        self.directory = frame.directory
        self.values: dict[str, Any] = {}
        self.defaults: dict[str, Any] = {}
        """What a new record has where the row does not say it."""
        self.kept: dict[str, list[str]] = {}
        """Words that are kept in a field for words of any sort."""
        self.field = ""
        """The column that is being read, for the message if that fails."""
        self.conversions: list[Conversion] = []
        """Of values that the table has in another unit."""
        self.turned: Mapping[str, int] = {}
        """Which reading of a doubtful name is chosen, from 1, by its field."""
        self.doubtful: list[Doubtful] = []
        self.unit_said = ""
        """The unit that stood with the value itself."""
        self.estimated = False
        """The cell that was read last marks its number as an estimate."""

    def ask(self, doubt: Doubt, word: str = "", *, field: str = "", name: str = "") -> str:
        """The answer to a doubt about this row's cell of a field, or about the table. Raises OpenQuestionError."""
        column = None if name else self.frame.columns.get(field or self.field)
        return self.frame.asked.answer(
            doubt, column=column, name=name or ("" if column is not None else field), word=word, at=self.at
        )

    def inner(self, cells: Mapping[str, Cell]) -> "Row":
        """The part of the row that becomes another record."""
        return Row(cells, self.frame, self.at)

    def take(self, field: str) -> str:
        """The text of a column that is read here and nowhere else; empty where there is none."""
        self.field = field
        return readers.text(self.cells.pop(field, ""), self.manner)

    def converted(self, value: Decimal, said: str, unit: str) -> Decimal:
        """A value in the unit of its record."""
        new, conversion = in_unit(value, said, unit)
        self.conversions += [conversion] if conversion else []
        return new

    def pick(self, form: Named, readings: Sequence[Parted]) -> Parted:
        """The reading of a name that counts; what else it may be is noted. One name of a cell can be in doubt."""
        readings = tuple(dict.fromkeys(readings))
        if len(readings) == 1 or any(one.field == self.field for one in self.doubtful):
            return readings[0]
        text = form.text
        known = [one for one in readings if self.directory.is_called(form.lang, one.family, one.given)]
        chosen = picked(readings, self.turned.get(self.field, 0), known)
        if not known or self.turned.get(self.field):
            self.doubtful.append(Doubtful(self.field, text, readings, chosen))
        return readings[chosen]

    def take_cell(self, field: str) -> Cell:
        """The cell of such a column."""
        self.field = field
        return self.cells.pop(field, "")


def person(row: Row) -> None:
    """Names in any number of cells, the honorific in or beside them, the organisation and group by name."""
    _split_composites(row)
    title = _title(row)
    if text := row.take("organisation"):
        side = row.cells.get("side", "")
        row.values["organisation"] = row.directory.organisation(
            text, **({"side": choices.choice("side", str(side), ("guest", "host"))} if side else {})
        )
    if text := row.take("group"):
        row.values["group"] = row.directory.group(text)
    found = _forms(row)
    if not found:
        return
    native = _native(row, found)
    row.defaults["native"] = native
    _part_japanese(row, found)
    if reading := found.pop("reading", None):
        row.field = "name.reading"
        if people.script_of("".join(reading[1].parts)) != "kana":
            raise CellError(say("“{text}” is no reading in kana", text=" ".join(reading[1].parts)))
        if not found and not any(field.startswith(("family.", "given.", "id")) for field in (*row.values, *row.cells)):
            raise CellError(say("there is a reading and no name"))
        parted = people.part(reading[1], Order(surname_first=native == "ja"))
        row.values |= {"family.reading": parted.family, "given.reading": parted.given}
    kana = NamePart(reading=row.values.get("family.reading", ""))
    for field, form in found.values():
        row.field = field
        if form.lang == "ja" and len(form.parts) == 1:  # kept whole
            form = form._replace(alone=True)  # noqa: PLW2901 - the same name
        parted = row.pick(form, _readings(form, native, kana, row))
        given = " ".join(filter(None, (title if people.script_of(title) == form.lang else "", parted.given)))
        row.values |= {f"family.{form.lang}": parted.family, f"given.{form.lang}": given}
        if parted.honorific != "none":
            row.values.setdefault("honorific", parted.honorific)


def _split_composites(row: Row) -> None:
    """Columns that hold two things: a name with a post behind it, a post with its organisation."""
    for both in [field for field in row.cells if "+" in field]:
        first, _, second = both.partition("+")
        text = row.take(both)
        one, two = _halves(text)
        if first == "post" and people.script_of(text) == "ja":  # 経済産業省 課長
            one, two = (two, one) if two else (one, two)
        for field, part in ((first, one), (second, two)):
            if part and row.cells.get(field, "") == "":
                row.cells[field] = part
                row.frame.columns.setdefault(field, row.frame.columns[both])


def _halves(text: str) -> tuple[str, str]:
    """What stands before and behind the first comma, line end or slash; in Japanese also the last space."""
    parted = re.split(r"\s*[,，、\n／/;；]\s*", text, maxsplit=1)
    if len(parted) == 1 and people.script_of(text) == "ja":
        before, _, behind = text.replace("\u3000", " ").rpartition(" ")
        parted = [before, behind] if before else [behind]
    return parted[0], parted[1] if len(parted) > 1 else ""


def _part_japanese(row: Row, found: dict[str, tuple[str, Named]]) -> None:
    """Part kanji without a space, and the reading of such; what nothing tells for certain is asked about."""
    if "ja" not in found:
        return
    field, form = found["ja"]
    reading = found["reading"][1].parts if "reading" in found else ()
    alike = [one for one in (form, *form.others) if len(one.parts) == len(reading)]
    if form.others and len(alike) == 1:  # 山田 博士, やまだ ひろし: it is a name, and no doctor
        form = alike[0]._replace(text=form.text, others=())
        found["ja"] = (field, form)
    if len(form.parts) == 1 and len(form.parts[0]) > 1 and not form.alone and people.script_of(form.parts[0]) == "ja":
        row.field = field
        form = form._replace(parts=_name_parts(row, form.parts[0], " ".join(reading)))
        found["ja"] = (field, form)
    if len(reading) == 1 and len(form.parts) == 2:
        row.field = found["reading"][0]
        families = (one.family for one in row.visit.of(Person))
        parts = readings.reading_parts(reading[0], *form.parts, families) or _asked_reading(row, reading[0])
        if parts:
            found["reading"] = (found["reading"][0], found["reading"][1]._replace(parts=parts))
        else:
            del found["reading"]


def _name_parts(row: Row, name: str, reading: str) -> tuple[str, ...]:
    if told := readings.name_parts(name, reading, (one.family for one in row.visit.of(Person))):
        return told
    answer = row.ask(doubts.parting(), name)
    if " " in answer.strip():
        return tuple(answer.split())
    at = int(answer) if answer.isdecimal() else len(name)
    return (name[:at], name[at:]) if at < len(name) else (name,)


def _asked_reading(row: Row, reading: str) -> tuple[str, ...]:
    answer = row.ask(doubts.reading(), reading)
    if answer == LEAVE_OUT:
        return ()
    parts = tuple(map(people.hiragana, answer.split()))
    return parts if len(parts) > 1 else (reading,)


def _title(row: Row) -> str:
    """The honorific of its own column, or of one that holds posts and sometimes only Dr.

    What the model has no word for is given back, to stand before the given name: Adv., Lt Gen.
    """
    for field in ("honorific", "post"):
        said = row.cells.get(field, "")
        if not isinstance(said, str) or not said or (field == "post" and is_post(said)):
            continue
        if honorific := honorific_of(said):
            row.values["honorific"] = honorific
            row.take(field)
        elif field == "honorific" and all(is_title(word) or honorific_of(word) for word in said.split()):
            row.take(field)
            answer = row.ask(doubts.title(), said)
            if answer == doubts.KEEP:
                return said.strip()
            if answer != LEAVE_OUT:
                row.values["honorific"] = answer
    return ""


def _forms(row: Row) -> dict[str, tuple[str, Named]]:
    """The forms of the name by their language, with the column each is from."""
    found: dict[str, tuple[str, Named]] = {}
    for field in ("name", *(f"name.{lang}" for lang in LANGS), "name.reading"):
        if text := row.take(field):
            for form in people.forms(text, field.partition(".")[2], _country_of(row)):
                found.setdefault(form.lang, (field, form))
    for part in ("family", "given"):
        if text := row.take(part):
            script = people.script_of(text)
            lang = {"kana": "ja", "": "en"}.get(script, script)
            row.values[f"{part}.{lang}"] = cased(text) if lang == "en" else text
    return found


def _native(row: Row, found: Mapping[str, tuple[str, Named]]) -> str:
    """Which form is the person's own: kanji or a reading say it, else the country of the organisation, else the script."""
    if "reading" in found or ("ja" in found and people.script_of("".join(found["ja"][1].parts)) == "ja"):
        return "ja"
    country = _country_of(row)
    if country in ("JP", "IN"):
        return {"JP": "ja", "IN": "hi"}[country]
    return "hi" if "hi" in found else "en"


def _country_of(row: Row) -> str:
    organisation = row.visit.get(Organisation, row.values.get("organisation"))
    return organisation.country if organisation else ""


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
    if len(form.parts) == 1 or form.lang != "en":
        return [Order(surname_first=native == "ja")]
    told = people.by_reading(form, kana)
    if told is not None:
        return [Order(surname_first=told)]
    if native == "ja":
        raise CellError(
            say(
                "“{name}” does not say which is the family name; write it in capitals: YAMADA Taro",
                name=" ".join(form.parts),
            )
        )
    if form.orders and (form.orders[0].sure or not " ".join(form.parts).isupper()):
        return form.orders
    # In capitals throughout, nothing sets the family name off; a list is of one kind.
    answer = row.ask(doubts.order(), " ".join(form.parts))
    found = form.orders or (Order(surname_first=False, sure=False), Order(surname_first=True, sure=False))
    return found if answer == "told" else sorted(found, key=lambda one: one.surname_first != (answer == "first"))


def organisation(row: Row) -> None:
    """The country by its code or name."""
    if text := row.take("country"):
        row.values["country"] = _country(text)


def _country(text: str) -> str:
    found = choices.country(text)
    if found is None:
        raise CellError(
            say("“{name}” is not a country that is known; write its code, such as JP or IN", name=legible(text, 60))
        )
    return found


def item(row: Row) -> None:
    """A start in one cell or two, and minutes or an end."""
    day = _day(row)
    start = row.take_cell("start")
    clock, end = row.take_cell("clock"), row.take_cell("end")
    row.field = "start" if start != "" else "clock"
    begins = start if start != "" else clock
    if begins == "":
        return
    try:
        begins, minutes = clocks.slot(begins, end, row.manner, row.visit.particulars.place_zone)
        if isinstance(begins, str) and (told := _told(begins, row)) is not None:
            begins, minutes = clocks.slot(told, end, row.manner, row.visit.particulars.place_zone)
    except clocks.EndError:
        row.field = "end" if end != "" else row.field
        raise
    when = _moment(begins, day, row)
    row.values["start"] = when
    row.frame.end = None
    if minutes is not None:
        row.values["minutes"] = minutes
        row.frame.end = when + dt.timedelta(minutes=minutes)
    groups = row.take("groups")
    if groups:
        row.values["groups"] = several(groups, "[;,、，\n]", row.directory.group, row)


def _day(row: Row) -> dt.date | None:
    """The day of the row, else that of the row above, else the visit's, which is asked for where it has several."""
    frame, own = row.frame, row.visit.particulars
    said = row.take_cell("day")
    if said != "":
        above, frame.day, frame.lost = frame.day, None, True  # what cannot be read counts for the rows below it neither
        frame.day = days.day(said, row.manner, own, above)
        frame.lost = False
    if frame.day is not None or frame.lost:
        return frame.day
    if own.start is None or own.end in (None, own.start):
        return own.start
    return None


def _moment(begins: Cell, day: dt.date | None, row: Row) -> dt.datetime:
    if isinstance(begins, dt.datetime):
        return begins
    try:
        clock = readers.clock(begins, row.manner)
    except BriefError as error:
        try:
            return readers.moment(begins, row.manner)
        except BriefError:
            raise error from None
    if day is None:
        if row.visit.particulars.start is None or "day" in row.frame.columns:
            raise CellError(say("it says no day; add a column with the date"))
        day = dt.date.fromisoformat(row.ask(doubts.day(row.visit), name="day"))
    return dt.datetime.combine(day, clock)


def _told(begins: str, row: Row) -> dt.time | None:
    """The time that somebody has said for one that is told in words; None where the words have figures in them."""
    words = readers.text(begins, row.manner)
    if re.search(r"\d|[一二三四五六七八九十]時|बजे", words):
        return None
    answer = row.ask(doubts.clock(row.frame.end), words)
    if answer == LEAVE_OUT:
        raise LeftOutError(say("it is left out, as answered"))
    return readers.clock(answer, row.manner)


def observation(row: Row) -> None:
    """The metric by its name, and a value that may have its unit with it."""
    if text := row.take("metric"):
        row.values["metric"] = row.directory.known(Metric, text)
    metric = row.visit.get(Metric, row.values.get("metric"))
    measured(row, metric.unit if metric else None)


def wide(row: Row) -> dict[str, Cell]:
    """The values of a row that has a column for each year, by their periods; what stands for no value is none."""
    found: dict[str, Cell] = {}
    for field in [field for field in row.cells if field.startswith("value@")]:
        cell = row.take_cell(field)
        if cell != "" and not (isinstance(cell, str) and _NO_VALUE.fullmatch(cell.strip())):
            found[field] = cell
    return found


def measured(row: Row, unit: str | None) -> None:
    """The value of an observation in `unit`, which is the metric's; None where it is not known yet."""
    said_unit = row.take("unit")
    cell = row.take_cell("value")
    if isinstance(cell, str) and _NO_VALUE.fullmatch(cell.strip()):
        cell = ""
    if cell != "":
        value, said = amount(cell, unit or said_unit, row)
        row.unit_said = said
        row.values["value"] = row.converted(value, said or said_unit, unit) if unit is not None else value
    if as_of := row.take_cell("as_of"):
        row.values["as_of"] = readers.period(as_of, row.manner)


def amount(cell: Cell, unit: str, row: Row) -> tuple[Decimal, str]:
    """The number of a cell, and the unit that it has with it; of units that are written alike, `unit` is meant."""
    if not isinstance(cell, str) or plain_number(cell) is not None:
        return readers.number(cell, row.manner), ""
    from lohum_brief.language.parsing import UnreadableError, quantity
    from lohum_brief.language.parsing import number as parse

    text = _closed_up(readers.text(cell, row.manner))
    said = ""
    if marked := _ESTIMATE.fullmatch(text):
        text, row.estimated = marked[1] or marked[2], True
    text = re.sub(r"\s*以上$", "+", text)
    if in_brackets := _IN_BRACKETS.fullmatch(text):  # as accountants write what is below nought
        text = f"-{in_brackets[1]}"
    if (parted := _WITH_UNIT.fullmatch(text)) and is_doubtful(parted[2]):
        text, said = parted[1], row.ask(doubts.unit(parted[2]), parted[2])
    try:
        return parse(text), said
    except UnreadableError:
        read = quantity(text, unit=unit)
    if read.upper is not None:
        raise CellError(say("“{value}” is a range, where one value is wanted", value=text))
    if read.about and "about" not in row.cells:
        row.values["about"] = read.about
    return read.value, read.unit or said


_ESTIMATE: Final = re.compile(r"(.*\d)\s*(?:\(?e(?:st)?\.?\)|e|\(?推計\)?|\(अनु\.?\))|e\s*(\d.*)", re.IGNORECASE)
"""A number with the sign of an estimate."""
_IN_BRACKETS: Final = re.compile(r"\(\s*([\d,. ]*\d)\s*\)")
_WITH_UNIT: Final = re.compile(r"(.*\d)\s*([^\W\d][^\d]*)")


def figure(row: Row) -> None:
    """A value that may have its unit with it; what people call a unit as the key of it: lakh tonnes are t."""
    unit = row.take("unit")
    cell = row.take_cell("value")
    if cell == "":
        if unit:
            row.values["unit"] = unit
        return
    value, said = amount(cell, unit, row)
    if said and unit and said != unit:
        raise CellError(say("the value is in {said}, its column in {unit}", said=said, unit=legible(unit, 40)))
    known = unit_of(said or unit) if said or unit else None
    if known is None or not known.key:
        row.values |= {"value": value} | ({"unit": unit} if unit else {})
    else:
        row.values |= {"value": row.converted(value, said or unit, known.key), "unit": known.key}


def note(row: Row) -> None:
    """The date as it is stored; the kind by the words of the note where no column says it."""
    if "sort" not in row.frame.columns and "sort" not in row.cells:
        told = notes.sort(
            " ".join(str(cell) for field, cell in row.cells.items() if field.partition(".")[0] in ("text", "title"))
        )
        row.frame.sorts[told] = row.frame.sorts.get(told, 0) + 1
        answer = row.ask(doubts.kinds(lambda: notes.counted(row.frame.sorts)), name="kinds")
        row.defaults["sort"] = told if answer == "words" else answer
    if said := row.take_cell("date"):
        row.values["date"] = readers.period(said, row.manner)
    if text := row.take("parties"):
        row.values["parties"] = several(text, "[;；、\n]", row.directory.organisation, row)
    if said := row.take_cell("due"):
        row.values["due"] = readers.period(said, row.manner)
    if text := row.take("owner"):
        row.values["owner"] = row.directory.organisation(text)


def series(row: Row) -> None:
    """The mineral by its name, and one point, or one for each period that has a column."""
    open_questions = [error for settle in (_mineral, _measure) if (error := _try(settle, row))]
    if open_questions:
        raise open_questions[0]
    where = row.take("points.place")
    place = "world" if not where else choices.choice("points.place", where.partition("(")[0], ()) or _country(where)
    said = row.take_cell("points.period")
    period = readers.period(said, row.manner) if said != "" else ""
    printed, estimated = row.take("points.printed"), row.take_cell("points.estimated")
    unit = row.take("unit") or _series_unit(row)
    known_unit = unit_of(unit) if unit else None
    if unit:
        row.values["unit"] = known_unit.key if known_unit and known_unit.key else unit
    wide = {field.partition("@")[2]: field for field in list(row.cells) if field.startswith("points.value@")}
    points = []
    for year, field in ({period: "points.value"} | wide).items():
        cell = row.take_cell(field)
        if cell == "" and not (printed and field == "points.value"):
            continue
        if not year:
            raise CellError(say("it says no year or period"))
        point: dict[str, Any] = {"place": place, "period": year.removesuffix(ESTIMATED)}
        if isinstance(cell, str) and (cell == "" or _NO_VALUE.fullmatch(cell.strip())):
            point["printed"] = cell.strip() or printed
        else:
            row.estimated = year.endswith(ESTIMATED)
            point["value"] = _plain_amount(cell, row)
            if known_unit and known_unit.key:
                point["value"] = row.converted(point["value"], unit, known_unit.key)
            point["printed"] = printed if field == "points.value" and plain_number(printed) != point["value"] else ""
            if row.estimated:
                point["estimated"] = True
        if estimated != "":
            row.field = "points.estimated"
            point["estimated"] = readers.flag(estimated, row.manner)
        points.append(point)
    row.values["points"] = points


def _try(settle: Callable[[Row], None], row: Row) -> OpenQuestionError | None:
    """Several questions are asked at once, not one after the other."""
    try:
        settle(row)
    except OpenQuestionError as error:
        return error
    return None


def _mineral(row: Row) -> None:
    if text := row.take("mineral"):
        row.values["mineral"] = row.directory.known(Mineral, text)
    elif "mineral" not in row.frame.columns:
        told = notes.mineral(row.frame.about, row.visit)
        row.values["mineral"] = row.ask(doubts.mineral(row.visit, told), name="mineral")


def _measure(row: Row) -> None:
    if "measure" not in row.cells and "measure" not in row.frame.columns:
        known = {one.measure for one in row.visit.of(Series) if one.mineral == row.values.get("mineral")}
        told = notes.measure(row.frame.about) or (next(iter(known)) if len(known) == 1 else "")
        row.values["measure"] = row.ask(doubts.measure(told), name="measure")


def _plain_amount(cell: Cell, row: Row) -> Decimal:
    """The number of a cell that says no unit; it may be marked as an estimate."""
    if not isinstance(cell, str) or plain_number(cell) is not None:
        return readers.number(cell, row.manner)
    text = _closed_up(readers.text(cell, row.manner))
    if marked := _ESTIMATE.fullmatch(text):
        text, row.estimated = marked[1] or marked[2], True
    return readers.number(text, row.manner)


def _closed_up(text: str) -> str:
    """A number whose thousands are parted by spaces, as the SI asks for: 98 000."""
    return _SPACED.sub(lambda found: re.sub(r"\s", "", found[0]), text)


_SPACED: Final = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d])")


def _series_unit(row: Row) -> str:
    """The unit of a table that has neither a column nor a heading for it: that of the series that is there, else asked."""
    if "unit" in row.frame.columns or "measure" not in row.values:
        return ""
    same = [
        one.unit
        for one in row.visit.of(Series)
        if (one.mineral, one.measure) == (row.values.get("mineral"), row.values["measure"])
    ]
    told = notes.unit(row.frame.above)
    return row.ask(doubts.series_unit(told or (same[0] if same else "t")), name="unit")


_NO_VALUE: Final = re.compile(
    r"W|N\.?A\.?|N/A|XX|[-–—―ー]+|\.{2,}|…|not available|not applicable|該当なし|不明|उपलब्ध नहीं|लागू नहीं|अनुपलब्ध|\*",
    re.IGNORECASE,
)
"""What sources print where they have no number."""


SPECIAL: Final[Mapping[str, Callable[[Row], None]]] = {
    "person": person,
    "organisation": organisation,
    "item": item,
    "observation": observation,
    "figure": figure,
    "note": note,
    "series": series,
}
"""By kind; the others have nothing of the sort."""


def sources(row: Row) -> None:
    """Sources by id or title: all kinds that have any call them so, and metrics give them to their values."""
    if text := row.take("sources"):
        row.values["sources"] = several(text, "[;；\n]", row.directory.source, row)


def several(text: str, parting: str, find: Callable[[str], str], row: Row) -> tuple[str, ...]:
    """Records that a cell names one after the other: by ids with spaces between, as we write them, or by names."""
    ids = text.split()
    if all(ident in row.visit.by_id for ident in ids):
        return tuple(ids)
    return tuple(find(name) for part in re.split(parting, text) if (name := part.strip()))
