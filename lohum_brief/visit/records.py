"""The kinds of record a visit is made of. Every record has an id and the audience that may read it.

Records are decoded strictly from JSON: unknown fields, wrong types and texts that are too long are
refused, unless a newer minor version wrote them (`newer`). Fields that name another record hold its
id. Dates are ISO 8601; numbers are decimals, written as strings in JSON so that no reader turns
them into floats.
"""

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Final, Literal, get_args

import msgspec

from lohum_brief.language.codes import LANGS, READ, Lang
from lohum_brief.language.rooms.names import Address, Dignity, Forces, Honorific, NameOrder, Suffix
from lohum_brief.language.rooms.units import About
from lohum_brief.visit.contents import Content
from lohum_brief.visit.needs import (
    Allergen,
    Clearance,
    Consent,
    Diet,
    Digest,
    GloveSize,
    Mobility,
    ShoeSize,
    Size,
)
from lohum_brief.visit.readers import Audience, reads
from lohum_brief.visit.rest import KEY, Extensible
from lohum_brief.visit.text import EMPTY, Line, Lines, ManyLines, Text

Id = Annotated[
    str, msgspec.Meta(min_length=1, max_length=100, pattern=r"^[A-Za-z0-9][A-Za-z0-9._:-]*(?!\n)$")
]
Ids = tuple[Id, ...]

Basis = Literal["measured", "stated", "estimated", "illustrative"]
"""`stated` is stated by the company or body itself and not audited."""

Side = Literal["guest", "host"]

Country = Annotated[str, msgspec.Meta(pattern=r"^([A-Z]{2})?(?!\n)$")]
"""ISO 3166-1 alpha-2, or empty."""


Duty = Literal[
    "member",
    "head",
    "interpreter",
    "staff",
    "liaison",
    "driver",
    "first_aid",
    "duty_officer",
]


class Record(Extensible, frozen=True, kw_only=True, tag_field="kind", tag=str.lower, weakref=True):
    """What all kinds share."""

    id: Id
    audience: Audience

    def readable(self, audience: Audience) -> bool:
        """Return whether the audience may read it."""
        return reads(audience, self.audience)


class Particulars(Record, frozen=True, tag="visit"):
    """The visit's own particulars; a file has exactly one, and its audience is `public`: its title
    stands on every page.
    """

    title: Text
    purpose: Text = EMPTY
    place: Text = EMPTY
    start: dt.date | None = None
    end: dt.date | None = None
    guests: Text = EMPTY
    """How the delegation is called on the cover."""
    host: Id | None = None
    """The host's organisation."""
    size: Annotated[int, msgspec.Meta(ge=0, le=100_000)] | None = None
    """Members of the delegation as announced; the list of people may be shorter."""
    objective: Text = EMPTY
    """What the visit is to reach, in one sentence."""
    stage: Literal["", "draft", "frozen", "done"] = ""
    """How far the preparation is; empty is not said. `frozen` changes only by slips."""
    original: Lang = "en"
    """The language texts are first written in; when it changes, the others become old."""
    place_zone: Line = "Asia/Kolkata"
    guest_zone: Line = "Asia/Tokyo"
    words: tuple[Line, ...] = ()
    """Words that are right although no list has them: spelling hints leave them alone. No pack
    prints them.
    """
    sources: Ids = ()


class Organisation(Record, frozen=True):
    """A ministry, bank, company or body that comes, hosts or is spoken of."""

    name: Text
    abbreviation: Line = ""
    reading: Line = ""
    """Kana reading of the Japanese name."""
    country: Country = ""
    """ISO 3166-1 alpha-2; empty for international bodies."""
    side: Side | None = None
    role: Text = EMPTY
    note: Text = EMPTY
    sources: Ids = ()


class Group(Record, frozen=True):
    """People who walk and sit together."""

    name: Text
    note: Text = EMPTY


class NamePart(Lines, frozen=True):
    """A family or given name in its four forms; the reading is kana."""

    reading: Line = ""

    if TYPE_CHECKING:

        def __init__(self, *, reading: str = ..., **forms: str) -> None: ...


class Person(Record, frozen=True):
    """Somebody who comes, hosts or interprets. `native` says which form is the person's own.

    Needs, consents and the reason of the precedence are read by hosts only, the passport by
    security only, whatever the record's audience.
    """

    family: NamePart
    given: NamePart = NamePart()
    native: Lang = READ
    name_order: NameOrder = ""
    """Which name stands first; empty is as usual in the person's language, or the country of its
    organisation (`visit.name_order`).
    """
    side: Side | None = None
    """None stands on that of its organisation (`visit.sides`), else with the guests."""
    dignity: Dignity = ""
    forces: Forces = ""
    """The rank in army, navy or air force; Japanese has it with the post."""
    honorific: Honorific = "none"
    """The title before the name; beside a rank in the forces only a degree prints."""
    retired: bool = False
    """Whether the person has left the forces, or the bench, whose rank or title it is."""
    suffix: Suffix = ""
    """What stands behind the name in Japanese; nothing does for hosts, whatever is chosen."""
    duty: Duty = "member"
    """What the person does at the visit."""
    post: Text = EMPTY
    organisation: Id | None = None
    group: Id | None = None
    rank: Annotated[int, msgspec.Meta(ge=1, le=1_000)] | None = None
    """The place in the order of precedence; two may share one. Hosts read it, no pack prints it."""
    precedence: Line = ""
    """Why the person stands at this place of the list: the rule, the order of invitation. Hosts
    read it, no pack prints it.
    """
    decided_by: Line = ""
    """Who decided the place."""
    biography: Text = EMPTY
    phone: Line = ""
    mail: Line = ""
    contact: Line = ""
    """Another way to reach the person."""
    contact_for: Audience = "host"
    """Who reads the three ways to reach the person; nobody below the record's own audience."""
    arrival: Line = ""
    """The flight or train, such as JL 39; hosts read it, and where the person stays."""
    arrives: Annotated[dt.datetime, msgspec.Meta(tz=False)] | None = None
    """Local time where the flight or train ends."""
    arrival_place: Line = ""
    """The airport or station where it ends."""
    departure: Line = ""
    departs: Annotated[dt.datetime, msgspec.Meta(tz=False)] | None = None
    """Local time where the flight or train begins."""
    departure_place: Line = ""
    """The airport or station where it begins."""
    hotel: Line = ""
    room: Line = ""
    photo: Digest = ""
    """The picture's digest. The JSON document has no pictures; a pack prints it only with the
    person's consent.
    """
    diet: Diet = ""
    allergies: tuple[Allergen, ...] = ()
    mobility: Mobility = ""
    helmet: Size = ""
    coat: Size = ""
    shoes: ShoeSize = ""
    """Safety shoes, in centimetres."""
    gloves: GloveSize = ""
    needs: Text = EMPTY
    """All other needs."""
    consent_print: Consent = ""
    """To the photo's being printed in packs."""
    consent_photo: Consent = ""
    """To being photographed during the visit."""
    consent_data: Consent = ""
    """To these data being kept and shown to those who receive the delegation."""
    consent_date: dt.date | None = None
    """When the person said so."""
    passport: Line = ""
    """The passport's number."""
    passport_name: Line = ""
    """The whole name as the passport has it, in capitals of the Latin alphabet."""
    nationality: Country = ""
    passport_issued: dt.date | None = None
    passport_expires: dt.date | None = None
    born: dt.date | None = None
    birthplace: Line = ""
    clearance: Clearance = ""
    """How far the visa is, or the clearance of who needs none."""
    clearance_date: dt.date | None = None
    """When it was applied for, granted or refused."""
    specimen: bool = False
    """Invented, as the sample's delegates are; every page that prints one says so."""

    @property
    def address(self) -> Address:
        """The form of address."""
        return Address(self.dignity, self.forces, self.honorific, self.suffix, self.retired)


class Place(Record, frozen=True):
    """Somewhere that items of the programme happen."""

    name: Text
    floor: Line = ""
    capacity: Annotated[int, msgspec.Meta(ge=1, le=100_000)] | None = None
    directions: Text = EMPTY
    """Where it is, and how to come there."""


ItemSort = Literal["", "talk", "tour", "meal", "transfer", "signing", "press", "ceremony", "break"]

Interpreting = Literal["", "none", "consecutive", "simultaneous", "whispered"]
"""Empty is not said; `none` needs no interpreter."""


class Item(Record, frozen=True):
    """A timed entry of the programme; `start` is local time at the place of the visit."""

    title: Text
    start: Annotated[dt.datetime, msgspec.Meta(tz=False)]
    minutes: Annotated[int, msgspec.Meta(ge=0, le=10_080)] = 0
    place: Text = EMPTY
    """Where it is, in words. An item that names a place (`where`) needs none."""
    where: Id | None = None
    sort: ItemSort = ""
    detail: Text = EMPTY
    fixed: bool = False
    groups: Ids = ()
    people: Ids = ()
    """Who takes part beside the groups; with neither groups nor people it is for everybody."""
    lead: Id | None = None
    """Who leads it, or chairs it."""
    speakers: Ids = ()
    interpreting: Interpreting = ""
    interpreters: Ids = ()
    between: tuple[Lang, ...] = ()
    """The languages that are interpreted."""
    transfer: Annotated[int, msgspec.Meta(ge=0, le=1_440)] = 0
    """Minutes that those who take part need to come there from what is before it."""
    vehicles: Ids = ()
    specimen: bool = False


class Task(Record, frozen=True):
    """Something that one of the hosts does for an item of the programme; it moves with the item."""

    text: Text
    item: Id | None = None
    """None where it is for the whole visit."""
    minutes: Annotated[int, msgspec.Meta(ge=-10_080, le=10_080)] = 0
    """After the item's start; negative before it."""
    person: Id | None = None
    specimen: bool = False


class Vehicle(Record, frozen=True):
    """A car or coach. Its driver and number plate are read by hosts only."""

    name: Text
    seats: Annotated[int, msgspec.Meta(ge=1, le=1_000)] | None = None
    """Without the driver's."""
    driver: Id | None = None
    plate: Line = ""
    groups: Ids = ()
    passengers: Ids = ()
    """Who goes in it beside the groups."""
    note: Text = EMPTY
    specimen: bool = False


class Meeting(Record, frozen=True):
    """A talk: who meets whom, and what for. `do_not_say` is read by the principal only."""

    title: Text
    item: Id | None = None
    """The item of the programme at which it takes place."""
    guests: Ids = ()
    hosts: Ids = ()
    objective: Text = EMPTY
    messages: Text = EMPTY
    """What is to be said, each on a line of its own: three at most where it is to be remembered."""
    ask: Text = EMPTY
    if_raised: Text = EMPTY
    do_not_say: Text = EMPTY
    gifts: Text = EMPTY
    specimen: bool = False


class Inflected(Lines, frozen=True):
    """Another form of a word, in the languages that have one."""

    if TYPE_CHECKING:

        def __init__(self, **forms: str) -> None: ...


class OwnUnit(Record, frozen=True, tag="unit"):
    """A unit that `language.units` does not know: bags, batteries. It may be counted by a span of
    time, as known ones may: batteries/year.
    """

    symbol: Line = ""
    """How records say it in their field `unit`."""
    name: Text = EMPTY
    """As it stands behind a number: 20 bags."""
    one: Inflected = Inflected()
    """Behind 1, where that is another form: 1 bag."""
    oblique: Inflected = Inflected()
    """In front of a postposition, where that is another form: 20 बोरियों तक."""
    counted: bool = False
    """Things are counted by it and nothing is measured, so that Hindi compares before it: 20 से
    अधिक बोरियाँ.
    """
    amount: Decimal | None = None
    """How many of `unit` one of it is: a bag of 50 kg."""
    unit: Line = ""
    """A unit key of `language.units`."""


class Metric(Record, frozen=True):
    """A plant figure: what is measured, in which unit, and how it is defined."""

    name: Text
    unit: Line = ""
    """A unit key of `language.units` (`t/year`, `%`, `GWh`), or one of the visit's own."""
    definition: Text = EMPTY
    key: bool = False
    """Stands among the large figures at the head of its section."""


Days = Annotated[int, msgspec.Meta(ge=1, le=36_500)]


class Observation(Record, frozen=True):
    """One value of a metric. Conflicting readings share `conflict`; the chosen one says why in
    `note`.
    """

    metric: Id
    value: Decimal
    as_of: Line = ""
    """A date, month, year or fiscal year: 2025-07-08, 2025-07, 2025, FY2024."""
    valid_until: dt.date | None = None
    """The last day on which it is to be printed; a visit that starts later asks for a newer one."""
    holds: Days | None = None
    """For how many days it holds from the end of `as_of`, unless `valid_until` names the day."""
    basis: Basis = "stated"
    about: About = ""
    conflict: Line = ""
    chosen: bool = True
    note: Text = EMPTY
    reason_for: Audience = "public"
    """Who reads the note; nobody below the record's own audience."""
    sources: Ids = ()


class Figure(Record, frozen=True):
    """A single figure that texts print by `{figure:ID}`. Conflicting readings are figures that
    share `conflict`.
    """

    name: Text
    value: Decimal
    upper: Decimal | None = None
    """The upper end of a range that begins with `value`."""
    unit: Line = ""
    """A unit key of `language.units`, or one of the visit's own."""
    about: About = ""
    as_of: Line = ""
    """A date, month, year or fiscal year: 2025-07-08, 2025-07, 2025, FY2024."""
    valid_until: dt.date | None = None
    """The last day on which it is to be printed."""
    holds: Days | None = None
    basis: Basis = "stated"
    conflict: Line = ""
    chosen: bool = True
    note: Text = EMPTY
    """Why it is chosen, or what else there is to know."""
    reason_for: Audience = "public"
    """Who reads the note; nobody below the record's own audience."""
    sources: Ids = ()


class Mineral(Record, frozen=True):
    """A mineral's facts."""

    name: Text
    symbol: Line = ""
    role: Text = EMPTY
    uses: Text = EMPTY
    recycling: Text = EMPTY
    supply: Text = EMPTY
    sources: Ids = ()


class Point(Extensible, frozen=True):
    """One cell of a series. `value` is absent where the source prints none; `printed` then says
    what it prints.
    """

    place: Line
    """ISO 3166-1 alpha-2, or `world`, or `other`."""
    period: Line
    value: Decimal | None = None
    estimated: bool = False
    printed: Line = ""


class Series(Record, frozen=True):
    """A mineral's table by country and year. Edition and licence are those of its sources."""

    mineral: Id
    measure: Literal["mine", "refinery", "smelter", "reserves", "price", "demand", "supply"]
    title: Text = EMPTY
    unit: Line = "t"
    points: tuple[Point, ...] = ()
    basis: Basis | None = None
    """None where the source does not say; single points may be `estimated` all the same."""
    as_of: Line = ""
    """When the source published or last revised it: a date, month or year."""
    valid_until: dt.date | None = None
    """The last day on which it is to be printed, such as that before the next yearly edition."""
    holds: Days | None = None
    note: Text = EMPTY
    sources: Ids = ()


NoteKind = Literal[
    "background", "message", "ask", "offer", "if_raised", "red_line", "risk", "agreement"
]


Status = Literal["", "proposed", "agreed", "signed", "in_force", "lapsed"]
"""How far an agreement has come; empty is not said. What is only proposed or agreed is still open.
"""


class Note(Record, frozen=True):
    """One partnership note. An `if_raised` note answers its `title`; an `agreement` has a date."""

    sort: NoteKind
    text: Text
    title: Text = EMPTY
    date: Line = ""
    parties: Ids = ()
    status: Status = ""
    """Of an agreement; printed beside its date."""
    due: Line = ""
    """Until when the next step is to be taken: a date, month, year or fiscal year. No pack prints
    it.
    """
    owner: Id | None = None
    """The organisation that sees to it. No pack prints it."""
    sources: Ids = ()


class Statement(Record, frozen=True):
    """Something that a source says. Readings that contradict each other share `conflict`: the
    chosen one says why.
    """

    text: Text
    said_by: Text = EMPTY
    date: Line = ""
    conflict: Line = ""
    chosen: bool = True
    why: Text = EMPTY
    reason_for: Audience = "public"
    """Who reads the reason; nobody below the record's own audience."""
    sources: Ids = ()


class Forbidden(ManyLines, frozen=True):
    """Variants of a term that must not be printed, by language."""

    if TYPE_CHECKING:

        def __init__(self, **variants: tuple[str, ...]) -> None: ...


class Term(Record, frozen=True):
    """A glossary entry. The glossary of a pack lists the terms that its texts use."""

    name: Text
    reading: Line = ""
    transliteration: Line = ""
    abbreviation: Line = ""
    topic: Line = ""
    forbidden: Forbidden = Forbidden()
    sources: Ids = ()


class Source(Record, frozen=True):
    """Where a fact comes from; printed as its publisher wrote it, in no translation."""

    title: Line
    publisher: Line = ""
    date: Line = ""
    address: Line = ""
    licence: Line = ""
    lang: Lang = "en"


class Paragraph(Record, frozen=True):
    """A paragraph of a section's prose."""

    section: Id
    text: Text
    style: Literal["body", "heading", "point", "small"] = "body"
    verbatim: Lang | None = None
    """A quotation that stands in this one language in every pack; no translation of it is missing.
    """
    sources: Ids = ()


class Table(Record, frozen=True):
    """A table of texts within a section. A cell is a plain string in all languages, or a Text."""

    section: Id
    columns: tuple[Text, ...]
    title: Text = EMPTY
    align: tuple[Literal["left", "right"], ...] = ()
    rows: tuple[tuple[Text | Line, ...], ...] = ()
    sources: Ids = ()


Form = Literal[
    "bar",
    "column",
    "stacked",
    "area",
    "line",
    "share",
    "scatter",
    "heat",
    "flow",
    "gauge",
    "multiples",
    "timeline",
]
"""What a chart compares: amounts (`bar` lying, `column` standing), parts of amounts (`stacked`,
`area`), change over time (`line`, `multiples` with a small chart for each), parts of the world's
supply (`share`, with the Herfindahl-Hirschman index), pairs (`scatter`), a table by darkness
(`heat`), what a whole is taken apart into (`flow`), values against a target (`gauge`), dated events
(`timeline`).
"""


class ChartRow(Extensible, frozen=True):
    """A series of a chart, written out: a value, or none, for each of the chart's `names`.

    `estimated` has the places, from 0, of values that are estimates or projections. In a `scatter`,
    `at` has the values along the page; in a `flow`, `part` is the place of the name through which
    the row comes; `mineral` gives its tone.
    """

    name: Text | Line = ""
    values: tuple[Decimal | None, ...] = ()
    estimated: tuple[Annotated[int, msgspec.Meta(ge=0)], ...] = ()
    at: tuple[Decimal, ...] = ()
    part: Annotated[int, msgspec.Meta(ge=0)] = 0
    target: Decimal | None = None
    target_figure: Id | None = None
    """The figure that is the target, instead of `target`; it is converted into the unit of the
    chart.
    """
    target_metric: Id | None = None
    """The same of a metric, such as a planned capacity: its chosen reading."""
    mineral: Id | None = None


class Chart(Record, frozen=True):
    """A chart of a section: of series, metrics or dated notes by their ids, or of rows written out.

    Of series it takes `periods` (else the latest, or over time all) and `places`, or the `top`
    largest and the rest.
    """

    section: Id
    form: Form
    title: Text
    unit: Line = ""
    mineral: Id | None = None
    """In a section of minerals: the one on whose sheet it stands."""
    series: Ids = ()
    metrics: Ids = ()
    notes: Ids = ()
    places: tuple[Line, ...] = ()
    periods: tuple[Line, ...] = ()
    top: Annotated[int, msgspec.Meta(ge=0, le=20)] = 0
    names: tuple[Text | Line, ...] = ()
    """Categories or periods of the rows; in a flow the parts of the whole."""
    rows: tuple[ChartRow, ...] = ()
    origin: Text = EMPTY
    """In a flow: what is taken apart."""
    across: Text = EMPTY
    """In a scatter: what is counted along the page."""
    target: Decimal | None = None
    target_figure: Id | None = None
    """The figure that is the target, instead of `target`; it is converted into the unit of the
    chart.
    """
    target_metric: Id | None = None
    """The same of a metric, such as a planned capacity: its chosen reading."""
    aim: Text = EMPTY
    """How the target is called."""
    note: Text = EMPTY
    by_language: bool = False
    """A drawing in each language, not one across all columns with the words of all."""
    table: bool = False
    """Print its data below it as a table."""
    sources: Ids = ()


class Image(Extensible, frozen=True):
    """What a visit's file holds of a picture; the JSON document has the digest, not the bytes."""

    digest: Digest = ""
    form: Literal["", "jpeg", "png", "svg"] = ""
    width: Annotated[int, msgspec.Meta(ge=0, le=1_000_000)] = 0
    """Pixels; of a drawing those that it gives itself, which say only what shape it has."""
    height: Annotated[int, msgspec.Meta(ge=0, le=1_000_000)] = 0
    file: Line = ""
    """The name of the file from which it came."""


PictureSort = Literal["photograph", "plan", "logo"]


class Picture(Record, frozen=True):
    """A logo, a plan or a photograph. It belongs to what it names, else to the visit.

    Nobody gets a photograph to which those who are shown did not consent.
    """

    caption: Text = EMPTY
    alternative: Text = EMPTY
    """What it shows, for those who do not see it."""
    sort: PictureSort = "photograph"
    image: Image = Image()
    consent: Consent = ""
    """Of those whom a photograph shows, to its being printed."""
    organisation: Id | None = None
    where: Id | None = None
    section: Id | None = None
    sources: Ids = ()
    specimen: bool = False


class Section(Record, frozen=True):
    """A section of packs: a title, its paragraphs and tables, then what `content` lists."""

    title: Text
    content: Content = "prose"
    sorts: tuple[NoteKind, ...] = ()
    """With `notes`: which sorts, in this order; empty means all, agreements only where nothing else
    in the pack lists them.
    """
    new_page: bool = False


Layout = Literal["parallel", "stacked", "facing"]


Widths = Literal["equal", "script"]
Furigana = Literal["always", "section", "pack", "none"]


class Pack(Record, frozen=True):
    """What to print. The record's audience is the pack's: nothing above it is ever planned."""

    title: Text
    languages: Annotated[tuple[Lang, ...], msgspec.Meta(min_length=1, max_length=3)] = LANGS
    layout: Layout = "parallel"
    widths: Widths = "equal"
    """Of the columns of parallel languages: equal, or by the room that the pack's texts take in
    each script, so that they end about level.
    """
    sections: Ids = ()
    form: Literal["book", "sheet"] = "book"
    """A book has cover and contents; a sheet begins at once under its title. A sheet with the
    programme and nothing else is a card of one page, which leaves out the paragraphs that introduce
    it.
    """
    furigana: Furigana = "always"
    """Readings over kanji: wherever they are given, the first time in each section, the first time
    in the pack, or nowhere.
    """
    photos: bool = False
    """Lists of people show the photos of those who agreed."""
    devanagari_digits: bool = False


class Waiver(Record, frozen=True):
    """A finding of the check that somebody leaves as it is, and why. No pack prints it.

    `rule`, `record`, `field` and `about` name the finding, `mark` tells what it was about: when
    that changes, the finding is open again.
    """

    rule: Line
    record: Line
    mark: Line
    reason: Line
    field: Line = ""
    about: Line = ""
    who: Line = ""
    time: Line = ""
    """ISO 8601 in UTC."""


Known = (
    Particulars
    | Organisation
    | Group
    | Person
    | Place
    | Item
    | Task
    | Vehicle
    | Meeting
    | OwnUnit
    | Metric
    | Observation
    | Figure
    | Mineral
    | Series
    | Note
    | Statement
    | Term
    | Source
    | Paragraph
    | Table
    | Chart
    | Picture
    | Section
    | Pack
    | Waiver
)


class Unread(Record, frozen=True, tag=KEY):
    """A record that a newer minor version wrote and this one cannot read, kept as it came.

    All that it says is in its `rest`, its kind too. Nothing prints it, whoever reads.
    """


AnyRecord = Known | Unread

KINDS: Final[dict[str, type[Record]]] = {
    kind.__struct_config__.tag: kind for kind in get_args(Known)
}
"""Kind, as it stands in JSON, to its class."""


def kind_of(record: Record) -> str:
    """Return the record's kind as it stands in JSON."""
    return kind_of_class(type(record))


def kind_of_class(kind: type[Record]) -> str:
    """Return a kind of record as it stands in JSON."""
    return str(kind.__struct_config__.tag)


def is_quotation(record: Record) -> bool:
    """Return whether the record stands in one language only, as somebody has said it."""
    return isinstance(record, Paragraph) and record.verbatim is not None
