"""What single kinds of record need beyond their fields: names in one cell, days and clocks, values with units.

Each function takes what was read of a row and makes fields of it. It may use the records that the row names, and has
them added where they are missing.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from lohum_brief.exchange import choices, clocks, people, readers
from lohum_brief.exchange.cells import plain_number
from lohum_brief.exchange.fields import CellError
from lohum_brief.exchange.measuring import Conversion, in_unit, unit_of
from lohum_brief.exchange.people import Named
from lohum_brief.exchange.readers import Manner
from lohum_brief.exchange.references import Directory
from lohum_brief.exchange.sheets import Cell
from lohum_brief.language.catalogue import say
from lohum_brief.language.codes import LANGS
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.records import Metric, Mineral, NamePart, Organisation
from lohum_brief.visit.visit import Visit


class Row:
    """A row on its way to a record: its cells by field, and the fields that are read so far."""

    def __init__(self, cells: Mapping[str, Cell], manner: Manner, visit: Visit, directory: Directory) -> None:
        self.cells = dict(cells)
        self.manner = manner
        self.visit = visit
        self.directory = directory
        self.values: dict[str, Any] = {}
        self.defaults: dict[str, Any] = {}
        """What a new record has where the row does not say it."""
        self.field = ""
        """The column that is being read, for the message if that fails."""
        self.conversions: list[Conversion] = []
        """Of values that the table has in another unit."""

    def take(self, field: str) -> str:
        """The text of a column that is read here and nowhere else; empty where there is none."""
        self.field = field
        return readers.text(self.cells.pop(field, ""), self.manner)

    def converted(self, value: Decimal, said: str, unit: str) -> Decimal:
        """A value in the unit of its record."""
        new, conversion = in_unit(value, said, unit)
        self.conversions += [conversion] if conversion else []
        return new

    def take_cell(self, field: str) -> Cell:
        """The cell of such a column."""
        self.field = field
        return self.cells.pop(field, "")


def person(row: Row) -> None:
    """Names in any number of cells, the honorific in or beside them, the organisation and group by name."""
    _title(row)
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
    if reading := found.pop("reading", None):
        row.field = "name.reading"
        if people.script_of("".join(reading[1].parts)) != "kana":
            raise CellError(say("“{text}” is no reading in kana", text=" ".join(reading[1].parts)))
        if not found and not any(field.startswith(("family.", "given.", "id")) for field in (*row.values, *row.cells)):
            raise CellError(say("there is a reading and no name"))
        family, given = people.part(reading[1], surname_first=native == "ja")
        row.values |= {"family.reading": family, "given.reading": given}
    kana = NamePart(reading=row.values.get("family.reading", ""))
    for field, form in found.values():
        row.field = field
        family, given = people.part(form, _surname_first(form, native, kana))
        row.values |= {f"family.{form.lang}": family, f"given.{form.lang}": given}


def _title(row: Row) -> None:
    """The honorific of its own column, or of one that holds posts and sometimes only Dr."""
    for field in ("honorific", "post"):
        said = row.cells.get(field, "")
        honorific = people.honorific_of(said) if isinstance(said, str) and said else None
        if honorific:
            row.values["honorific"] = honorific
            row.take(field)


def _forms(row: Row) -> dict[str, tuple[str, Named]]:
    """The forms of the name by their language, with the column each is from."""
    found: dict[str, tuple[str, Named]] = {}
    for field in ("name", *(f"name.{lang}" for lang in LANGS), "name.reading"):
        if text := row.take(field):
            for form in people.forms(text, field.partition(".")[2]):
                found.setdefault(form.lang, (field, form))
                if form.honorific != "none":
                    row.values.setdefault("honorific", form.honorific)
    for part in ("family", "given"):
        if text := row.take(part):
            script = people.script_of(text)
            lang = {"kana": "ja", "": "en"}.get(script, script)
            row.values[f"{part}.{lang}"] = (
                people.part(Named(lang, (text,), surname_first=True), surname_first=True)[0] if script != "ja" else text
            )
    return found


def _native(row: Row, found: Mapping[str, tuple[str, Named]]) -> str:
    """Which form is the person's own: kanji or a reading say it, else the country of the organisation, else the script."""
    if "reading" in found or ("ja" in found and people.script_of("".join(found["ja"][1].parts)) == "ja"):
        return "ja"
    organisation = row.visit.get(Organisation, row.values.get("organisation"))
    country = organisation.country if organisation else ""
    if country in ("JP", "IN"):
        return {"JP": "ja", "IN": "hi"}[country]
    return "hi" if "hi" in found else "en"


def _surname_first(form: Named, native: str, kana: NamePart) -> bool:
    if form.surname_first is not None:
        return form.surname_first
    if len(form.parts) == 1 or form.lang != "en":
        return native == "ja"
    told = people.by_reading(form, kana)
    if told is None and native == "ja":
        raise CellError(
            say(
                "“{name}” does not say which is the family name; write it in capitals: YAMADA Taro",
                name=" ".join(form.parts),
            )
        )
    return bool(told)


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
        begins, minutes = clocks.slot(begins, end, row.manner)
    except clocks.EndError:
        row.field = "end" if end != "" else row.field
        raise
    when = _moment(begins, day, row)
    row.values["start"] = when
    if minutes is not None:
        row.values["minutes"] = minutes
    groups = row.take("groups")
    if groups:
        row.values["groups"] = several(groups, "[;,、，\n]", row.directory.group, row)


def _day(row: Row) -> dt.date | None:
    """The day of the row, or of the visit where that has one only."""
    said = row.take_cell("day")
    if said != "":
        return readers.date(said, row.manner)
    own = row.visit.particulars
    return own.start if own.end in (None, own.start) else None


def _moment(begins: Cell, day: dt.date | None, row: Row) -> dt.datetime:
    if isinstance(begins, dt.datetime):
        return begins
    text = begins if isinstance(begins, str) else ""
    # A day has more in it than a clock: digits before a colon are hours, and nothing else stands there.
    if not isinstance(begins, dt.time) and re.search(r"\d{4}|[-/.年]\d|月|[A-Za-z]{3}", text.strip()):
        return readers.moment(begins, row.manner)
    clock = readers.clock(begins, row.manner)
    if day is None:
        raise CellError(say("it says no day; add a column with the date"))
    return dt.datetime.combine(day, clock)


def observation(row: Row) -> None:
    """The metric by its name, and a value that may have its unit with it."""
    if text := row.take("metric"):
        row.values["metric"] = row.directory.known(Metric, text)
    metric = row.visit.get(Metric, row.values.get("metric"))
    measured(row, metric.unit if metric else None)


def measured(row: Row, unit: str | None) -> None:
    """The value of an observation in `unit`, which is the metric's; None where it is not known yet."""
    said_unit = row.take("unit")
    cell = row.take_cell("value")
    if cell != "":
        value, said = amount(cell, unit or said_unit, row)
        row.values["value"] = row.converted(value, said or said_unit, unit) if unit is not None else value
    if as_of := row.take_cell("as_of"):
        row.values["as_of"] = readers.period(as_of, row.manner)


def amount(cell: Cell, unit: str, row: Row) -> tuple[Decimal, str]:
    """The number of a cell, and the unit that it has with it; of units that are written alike, `unit` is meant."""
    if not isinstance(cell, str) or plain_number(cell) is not None:
        return readers.number(cell, row.manner), ""
    from lohum_brief.language.parsing import UnreadableError, quantity
    from lohum_brief.language.parsing import number as parse

    text = readers.text(cell, row.manner)
    try:
        return parse(text), ""
    except UnreadableError:
        read = quantity(text, unit=unit)
    if read.upper is not None:
        raise CellError(say("“{value}” is a range, where one value is wanted", value=text))
    if read.about and "about" not in row.cells:
        row.values["about"] = read.about
    return read.value, read.unit


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
    """The date as it is stored."""
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
    if text := row.take("mineral"):
        row.values["mineral"] = row.directory.known(Mineral, text)
    where = row.take("points.place")
    place = "world" if not where else choices.choice("points.place", where.partition("(")[0], ()) or _country(where)
    said = row.take_cell("points.period")
    period = readers.period(said, row.manner) if said != "" else ""
    printed, estimated = row.take("points.printed"), row.take_cell("points.estimated")
    unit = row.take("unit")
    known = unit_of(unit) if unit else None
    if unit:
        row.values["unit"] = known.key if known and known.key else unit
    wide = {field.partition("@")[2]: field for field in list(row.cells) if field.startswith("points.value@")}
    points = []
    for year, field in ({period: "points.value"} | wide).items():
        cell = row.take_cell(field)
        if cell == "" and not (printed and field == "points.value"):
            continue
        if not year:
            raise CellError(say("it says no year or period"))
        point: dict[str, Any] = {"place": place, "period": year}
        if isinstance(cell, str) and (cell == "" or _NO_VALUE.fullmatch(cell.strip())):
            point["printed"] = cell.strip() or printed
        else:
            point["value"] = readers.number(cell, row.manner)
            if known and known.key:
                point["value"] = row.converted(point["value"], unit, known.key)
            point["printed"] = printed if field == "points.value" and plain_number(printed) != point["value"] else ""
        if estimated != "":
            row.field = "points.estimated"
            point["estimated"] = readers.flag(estimated, row.manner)
        points.append(point)
    row.values["points"] = points


_NO_VALUE: Final = re.compile(r"W|NA|N/A|XX|[-–—]+|\.{2,}|…", re.IGNORECASE)
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
