"""What kinds, fields and the words of closed lists are called by people, as messages and in any of
the languages.
"""

from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from lohum_brief.language.catalogue import MissingTranslationError, phrase, phrase_in, words
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.dates import as_of
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.phrases import (
    AGREEMENT_STATUS,
    ALLERGEN,
    CLEARANCE,
    DIET,
    EQUIPMENT,
    FORCES,
    MOBILITY,
)
from lohum_brief.message import Message, Value, forms, listed, msg
from lohum_brief.visit import called
from lohum_brief.visit.kinds import BY_TAG

FIELDS: Final[dict[str, str]] = {
    "title": phrase("Title"),
    "name": phrase("Called"),
    "text": phrase("Text"),
    "purpose": phrase("Purpose"),
    "place": phrase("Place"),
    "start": phrase("Begins"),
    "end": phrase("Ends"),
    "guests": phrase("The delegation is called"),
    "host": phrase("Host"),
    "size": phrase("Members as announced"),
    "original": phrase("Language first written in"),
    "place_zone": phrase("Time zone of the place"),
    "guest_zone": phrase("Time zone of the guests"),
    "words": phrase("Words that are spelt right"),
    "sources": phrase("Sources"),
    "abbreviation": phrase("Abbreviation"),
    "reading": phrase("Reading (kana)"),
    "country": phrase("Country (two letters)"),
    "side": phrase("Side"),
    "role": phrase("Role"),
    "note": phrase("Remark"),
    "family": phrase("Family name"),
    "given": phrase("Given name"),
    "native": phrase("The person’s own script"),
    "name_order": phrase("Order of the name"),
    "dignity": phrase("Style of address"),
    "forces": phrase("Rank in the forces"),
    "retired": phrase("Retired from forces or bench"),
    "honorific": phrase("Title before the name"),
    "suffix": phrase("Behind the name in Japanese"),
    "duty": phrase("Duty"),
    "post": phrase("Post"),
    "organisation": phrase("Organisation"),
    "group": phrase("Group"),
    "precedence": phrase("Reason for this place in the order"),
    "photo": phrase("Photo"),
    "diet": phrase("Meals"),
    "allergies": phrase("Allergies"),
    "mobility": phrase("Walking and stairs"),
    "needs": phrase("Other needs"),
    "consent_print": phrase("Photo may be printed"),
    "consent_photo": phrase("May be photographed"),
    "consent_data": phrase("Data may be kept and shared"),
    "consent_date": phrase("Consent given on"),
    "passport": phrase("Passport number"),
    "passport_name": phrase("Name in the passport"),
    "nationality": phrase("Nationality (two letters)"),
    "passport_issued": phrase("Passport issued on"),
    "passport_expires": phrase("Passport expires on"),
    "born": phrase("Date of birth"),
    "birthplace": phrase("Place of birth"),
    "clearance": phrase("Visa or clearance"),
    "clearance_date": phrase("Date of visa or clearance"),
    "photos": phrase("Photos in lists of people"),
    "caption": phrase("Caption"),
    "alternative": phrase("What it shows"),
    "image": phrase("Picture"),
    "digest": phrase("Digest"),
    "width": phrase("Width"),
    "height": phrase("Height"),
    "file": phrase("File"),
    "consent": phrase("Consent of those shown"),
    "specimen": phrase("Invented specimen"),
    "minutes": phrase("Minutes"),
    "detail": phrase("Detail"),
    "fixed": phrase("Time is fixed"),
    "groups": phrase("Groups"),
    "objective": phrase("Objective"),
    "stage": phrase("Stage of the preparation"),
    "rank": phrase("Rank in the order"),
    "decided_by": phrase("Decided by"),
    "biography": phrase("Biography"),
    "phone": phrase("Telephone"),
    "mail": phrase("E-mail"),
    "contact": phrase("Another way to reach"),
    "contact_for": phrase("Who reads how to reach"),
    "reason_for": phrase("Who reads the reason"),
    "arrival": phrase("Arrival (flight, train)"),
    "arrives": phrase("Arrives at"),
    "departure": phrase("Departure (flight, train)"),
    "departs": phrase("Leaves at"),
    "arrival_place": phrase("Place of arrival"),
    "departure_place": phrase("Place of departure"),
    "arrives_day": phrase("Day of arrival"),
    "arrives_clock": phrase("Time of arrival"),
    "departs_day": phrase("Day of departure"),
    "departs_clock": phrase("Time of departure"),
    "hotel": phrase("Hotel"),
    "room": phrase("Room"),
    "floor": phrase("Floor"),
    "capacity": phrase("People it holds"),
    "directions": phrase("Where it is"),
    "where": phrase("Place (from the list)"),
    "people": phrase("People beside the groups"),
    "lead": phrase("Led by"),
    "speakers": phrase("Speakers"),
    "interpreting": phrase("Interpretation"),
    "interpreters": phrase("Interpreters"),
    "between": phrase("Interpreted languages"),
    "transfer": phrase("Minutes to come there"),
    "vehicles": phrase("Vehicles"),
    "item": phrase("Item of the programme"),
    "person": phrase("Done by"),
    "seats": phrase("Seats"),
    "driver": phrase("Driver"),
    "plate": phrase("Number plate"),
    "passengers": phrase("Passengers beside the groups"),
    "hosts": phrase("Hosts"),
    "messages": phrase("What is to be said"),
    "ask": phrase("Ask"),
    "if_raised": phrase("If raised"),
    "do_not_say": phrase("Do not say"),
    "gifts": phrase("Gifts"),
    "unit": phrase("Unit"),
    "one": phrase("Behind 1"),
    "oblique": phrase("Before a postposition"),
    "counted": phrase("Counted, not measured"),
    "amount": phrase("One of it is"),
    "definition": phrase("Definition"),
    "key": phrase("Key figure"),
    "metric": phrase("Metric"),
    "value": phrase("Value"),
    "upper": phrase("Upper end of a range"),
    "as_of": phrase("As of"),
    "valid_until": phrase("Valid until"),
    "holds": phrase("Valid for (days)"),
    "basis": phrase("Basis"),
    "about": phrase("Exactness"),
    "conflict": phrase("Contradicts others in"),
    "chosen": phrase_in("field", "Chosen reading"),
    "symbol": phrase("Symbol"),
    "uses": phrase("Uses"),
    "recycling": phrase("Recycling"),
    "supply": phrase("Supply"),
    "mineral": phrase("Mineral"),
    "measure": phrase("Measure"),
    "points": phrase("Values"),
    "sort": phrase("Kind"),
    "date": phrase("Date"),
    "parties": phrase("Parties"),
    "status": phrase("Status of the agreement"),
    "due": phrase("Next step due"),
    "owner": phrase("Seen to by"),
    "said_by": phrase("Said by"),
    "why": phrase("Reason for the choice"),
    "transliteration": phrase("Transliteration"),
    "topic": phrase("Topic"),
    "forbidden": phrase("Not to be printed"),
    "publisher": phrase("Publisher"),
    "address": phrase("Address"),
    "licence": phrase("Licence"),
    "lang": phrase("Language"),
    "section": phrase("Section"),
    "style": phrase("Style"),
    "verbatim": phrase("Quotation only in"),
    "columns": phrase("Columns"),
    "align": phrase("Alignment"),
    "rows": phrase("Rows"),
    "content": phrase("Lists"),
    "sorts": phrase("Kinds of notes"),
    "new_page": phrase("Begins a new page"),
    "languages": phrase("Languages, in order"),
    "layout": phrase("Layout"),
    "widths": phrase("Column widths"),
    "sections": phrase("Sections, in order"),
    "form": phrase("Form"),
    "furigana": phrase("Readings over kanji"),
    "devanagari_digits": phrase("Devanagari digits in Hindi"),
    "series": phrase("Tables"),
    "metrics": phrase("Metrics"),
    "notes": phrase("Notes"),
    "places": phrase("Only these countries"),
    "periods": phrase("Only these years"),
    "top": phrase("Only the largest"),
    "names": phrase("Names of the values"),
    "origin": phrase("What is taken apart"),
    "across": phrase("What is counted across"),
    "target": phrase("Target"),
    "target_figure": phrase("Figure that is the target"),
    "target_metric": phrase("Metric that is the target"),
    "aim": phrase("What the target is called"),
    "by_language": phrase("A drawing for each language"),
    "table": phrase("With its data as a table"),
    "rule": phrase("Rule"),
    "record": phrase("Record"),
    "mark": phrase("Digest of what it is about"),
    "reason": phrase("Reason"),
    "field": phrase("Field"),
    "who": phrase("Who"),
    "time": phrase("When"),
    "audience": phrase("Audience"),
    "id": phrase("Id"),
    **EQUIPMENT,
    "state": phrase("State"),
    "day": phrase("Day"),
    "clock": phrase("Time of day"),
}

CHOICES: Final[dict[str, str]] = (
    {
        "": phrase("–"),
        **{lang: language.wording.name for lang, language in LANGUAGES.items()},
        "public": phrase("Public"),
        "host": phrase("For hosts"),
        "principal": phrase("For the principal"),
        "security": phrase("For security"),
        "draft": phrase("draft"),
        "checked": phrase("checked"),
        "approved": phrase("approved"),
        "old": phrase("old"),
        "missing": phrase("missing"),
        "measured": phrase("measured"),
        "stated": phrase("stated by the company"),
        "estimated": phrase("estimated"),
        "illustrative": phrase("illustrative"),
        "photograph": phrase("Photograph"),
        "plan": phrase("Plan"),
        "logo": phrase("Logo"),
        "jpeg": "JPEG",
        "png": "PNG",
        "svg": "SVG",
        "parallel": phrase("Parallel"),
        "stacked": phrase("Stacked"),
        "facing": phrase("Facing pages"),
        "book": phrase("Book"),
        "sheet": phrase("Sheet"),
        "none": phrase("None"),
        "mr": phrase("Mr"),
        "ms": phrase("Ms"),
        "family_first": phrase("Family name first"),
        "given_first": phrase("Given name first"),
        "mrs": phrase("Mrs"),
        "miss": phrase("Miss"),
        "er": phrase("Er. (engineer)"),
        "adv": phrase("Adv. (advocate)"),
        "justice": phrase("Justice"),
        "dr": phrase("Dr"),
        "prof": phrase("Professor"),
        "prof_dr": phrase("Professor, Dr"),
        "excellency": phrase("Excellency"),
        "honourable": phrase("Honourable"),
        "sama": phrase("様 (sama)"),
        "dono": phrase("殿 (dono)"),
        "kakka": phrase("閣下 (kakka)"),
        "shi": phrase("氏 (shi)"),
        "member": phrase("Member of the delegation"),
        "head": phrase("Head of the delegation"),
        "interpreter": phrase("Interpreter"),
        "staff": phrase("Staff"),
        "liaison": phrase("Liaison officer"),
        "driver": phrase("Driver"),
        "first_aid": phrase("First aid"),
        "duty_officer": phrase("Duty officer"),
        "frozen": phrase("frozen"),
        "done": phrase("done"),
        "talk": phrase("Talk"),
        "tour": phrase("Tour"),
        "meal": phrase("Meal"),
        "transfer": phrase("Transfer"),
        "signing": phrase("Signing"),
        "press": phrase("Press"),
        "ceremony": phrase("Ceremony"),
        "break": phrase("Break"),
        "consecutive": phrase("Consecutive"),
        "simultaneous": phrase("Simultaneous"),
        "whispered": phrase("Whispered"),
        "background": phrase("Background"),
        "message": phrase("Key message"),
        "ask": phrase("Ask"),
        "offer": phrase("Offer"),
        "if_raised": phrase("If raised"),
        "red_line": phrase("Red line"),
        "risk": phrase("Risk"),
        "agreement": phrase("Agreement"),
        "about": phrase("about"),
        "at least": phrase("at least"),
        "more than": phrase("more than"),
        "at most": phrase("at most"),
        "up to": phrase("up to"),
        "body": phrase("Paragraph"),
        "heading": phrase("Heading"),
        "point": phrase("Point in a list"),
        "small": phrase("Small print"),
        "prose": phrase("Only its own texts"),
        "statements": phrase("Statements"),
        "organisations": phrase("Organisations"),
        "people": phrase("People"),
        "needs": phrase("Needs"),
        "passports": phrase("Passports"),
        "programme": phrase("Programme"),
        "metrics": phrase("Metrics"),
        "minerals": phrase("Minerals"),
        "notes": phrase("Notes"),
        "agreements": phrase("Agreements"),
        "glossary": phrase("Glossary"),
        "sources": phrase("Sources"),
        "bar": phrase("Horizontal bars"),
        "column": phrase("Vertical columns"),
        "area": phrase("Areas"),
        "line": phrase("Lines"),
        "share": phrase("Shares of the world"),
        "scatter": phrase("Points"),
        "heat": phrase("Heat map"),
        "flow": phrase("Flow"),
        "gauge": phrase("Against a target"),
        "multiples": phrase("Small charts"),
        "timeline": phrase("Timeline"),
        "left": phrase("left"),
        "right": phrase("right"),
        "given": phrase("Given"),
        "refused": phrase("Refused"),
    }
    | FORCES
    | ALLERGEN
    | called.MEASURES
)
"""Words of the model's closed vocabularies; one that means two things in two fields stands in
`_IN_FIELD`.
"""

_IN_FIELD: Final[dict[tuple[str, str], str]] = {
    ("audience", "guest"): phrase("For guests"),
    ("side", "guest"): phrase("Guest"),
    ("side", "host"): phrase_in("side", "Host"),
    ("about", ""): phrase("exact"),
    ("consent_print", ""): phrase("Not asked"),
    ("consent_photo", ""): phrase("Not asked"),
    ("consent_data", ""): phrase("Not asked"),
    ("consent", ""): phrase("Not asked"),
    **{("diet", word): name for word, name in DIET.items()},
    **{("mobility", word): name for word, name in MOBILITY.items()},
    **{("status", word): name for word, name in AGREEMENT_STATUS.items()},
    **{("clearance", word): name for word, name in CLEARANCE.items()},
    ("clearance", ""): phrase("Not said"),
    ("status", ""): phrase("Not said"),
    ("stage", ""): phrase("Not said"),
    ("name_order", ""): phrase("As is usual"),
    ("suffix", ""): phrase("As is usual"),
    ("suffix", "none"): phrase("Nothing"),
    ("sort", ""): phrase("Not said"),
    ("contact_for", "guest"): phrase("For guests"),
    ("reason_for", "guest"): phrase("For guests"),
    ("interpreting", ""): phrase("Not said"),
    ("widths", "equal"): phrase("Equal"),
    ("widths", "script"): phrase("By script"),
    ("furigana", "always"): phrase("Always"),
    ("furigana", "section"): phrase("First time in each section"),
    ("furigana", "pack"): phrase("First time in the pack"),
    ("furigana", "none"): phrase("Never"),
    ("interpreting", "none"): phrase("No interpretation"),
    ("diet", ""): phrase("Not known"),
    ("mobility", ""): phrase("Not known"),
    ("content", "supply"): phrase("Supply risk"),
    ("form", "stacked"): phrase("Stacked columns"),
}


def kind(word: str) -> Message:
    """Return the name of a kind of records."""
    return msg(BY_TAG[word].many)


def field(word: str) -> Message:
    """Return the name of a field."""
    return msg(FIELDS[word])


def field_in(word: str, lang: Lang) -> str:
    """Return the name of a field in one language, as it stands in a text of that language."""
    return words(lang)(FIELDS[word])


def path(path: str) -> Value:
    """Return the name of a field by its path: Family name, Japanese; of a column of one period:
    Value, FY 2024-25.
    """
    if "+" in path:  # a column that holds two
        return listed(msg(FIELDS[part]) for part in path.split("+"))
    path, _, period = path.partition("@")
    if period:
        return _with_part(field(path.rpartition(".")[2]), _period(period))
    name, _, rest = path.partition(".")
    head = FIELDS.get(name) or CHOICES.get(name)
    tail = CHOICES.get(rest) or FIELDS.get(rest)
    called_so: Value = msg(head) if head else name
    return _with_part(called_so, msg(tail) if tail else rest) if rest else called_so


def _period(written: str) -> Value:
    """Return the name of a column's period, with what of it the column is about: its target."""
    period, _, group = written.partition("#")
    behind = f", {group}" if group else ""
    return forms({lang: as_of(period.rstrip("~"), lang, months=False) + behind for lang in LANGS})


def _with_part(whole: Value, part: Value) -> Message:
    return msg("{field}, {part}", field=whole, part=part)


def choice(field_name: str, word: str) -> Value:
    """Return the name of a choice in a field; the word itself where it has none."""
    found = choice_label(field_name, word)
    return msg(found) if found else word


def in_all_languages(label: str) -> Iterator[str]:
    """Yield the forms of a label in all languages that have one, as a list that was made from the
    program has them.
    """
    for lang in LANGS:
        with suppress(MissingTranslationError):
            yield words(lang)(label)


def choice_label(field_name: str, word: str) -> str | None:
    """Return the English label of a choice in a field; None where it has none."""
    return _IN_FIELD.get((field_name, word)) or CHOICES.get(word)
