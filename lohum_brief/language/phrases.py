"""The fixed words of packs, in English: the model's closed vocabularies and the headings, labels
and marks.

Print them through `catalogue.words`. Whoever needs another one writes `word("…")` where it is
printed.
"""

from typing import Final

from lohum_brief.language.catalogue import MissingTranslationError, phrase, phrase_in, words
from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.message import Message, msg

BASIS: Final[dict[str, str]] = {
    "measured": phrase("measured"),
    "stated": phrase("stated by the company"),
    "estimated": phrase("estimated"),
    "illustrative": phrase("illustrative"),
}

AUDIENCE: Final[dict[str, str]] = {
    "public": phrase("Public"),
    "guest": phrase("For guests"),
    "host": phrase("For hosts"),
    "principal": phrase("For the principal"),
    "security": phrase("For security"),
}

NOTE_SORT: Final[dict[str, str]] = {
    "background": phrase("Background"),
    "message": phrase("Key messages"),
    "ask": phrase("Asks"),
    "offer": phrase("Offers"),
    "if_raised": phrase("If raised"),
    "red_line": phrase("Red lines"),
    "risk": phrase("Risks"),
    "agreement": phrase("Agreements"),
}

AGREEMENT_STATUS: Final[dict[str, str]] = {
    "proposed": phrase("Proposed"),
    "agreed": phrase("Agreed"),
    "signed": phrase("Signed"),
    "in_force": phrase("In force"),
    "lapsed": phrase("Lapsed"),
}

FORCES: Final[dict[str, str]] = {
    "field_marshal": phrase("Field Marshal"),
    "general": phrase("General"),
    "lieutenant_general": phrase("Lieutenant General"),
    "major_general": phrase("Major General"),
    "brigadier": phrase("Brigadier"),
    "colonel": phrase("Colonel"),
    "lieutenant_colonel": phrase("Lieutenant Colonel"),
    "major": phrase("Major"),
    "captain": phrase("Captain"),
    "lieutenant": phrase("Lieutenant"),
    "admiral": phrase("Admiral"),
    "vice_admiral": phrase("Vice Admiral"),
    "rear_admiral": phrase("Rear Admiral"),
    "commodore": phrase("Commodore"),
    "commander": phrase("Commander"),
    "lieutenant_commander": phrase("Lieutenant Commander"),
    "air_chief_marshal": phrase("Air Chief Marshal"),
    "air_marshal": phrase("Air Marshal"),
    "air_vice_marshal": phrase("Air Vice Marshal"),
    "air_commodore": phrase("Air Commodore"),
    "group_captain": phrase("Group Captain"),
    "wing_commander": phrase("Wing Commander"),
    "squadron_leader": phrase("Squadron Leader"),
    "flight_lieutenant": phrase("Flight Lieutenant"),
    "flying_officer": phrase("Flying Officer"),
}
"""Ranks of army, navy and air force, in forms; how they stand before a name is each language's."""

MEASURE: Final[dict[str, str]] = {
    "mine": phrase("Mine production"),
    "refinery": phrase("Refinery production"),
    "smelter": phrase("Smelter production"),
    "reserves": phrase("Reserves"),
    "price": phrase("Price"),
    "demand": phrase("Demand"),
    "supply": phrase("Supply"),
}

SURVEY: Final[dict[str, str]] = {
    "NA": phrase("not available"),
    "W": phrase("withheld"),
    "Small": phrase("small amount"),
}
"""What surveys print in place of a number."""

LICENCES: Final[dict[str, str]] = {
    stored: stored
    for stored in (
        phrase("copyright of the publisher; facts only"),
        phrase("public domain; read in a transcription"),
        phrase("terms not stated"),
        phrase("PIB: reuse with acknowledgement (not verified)"),
        phrase("NIES site terms; facts only"),
        phrase("CC BY 4.0; read in a packaged copy"),
        phrase("U.S. Government work (original); blog copy"),
        phrase("JETRO site terms; facts only"),
        phrase("MOFA Japan site terms (not verified)"),
        phrase("Government of India notification (public)"),
        phrase("IEA terms, policies database CC BY 4.0 (not verified)"),
        phrase("Government of India gazette (public)"),
        phrase("RMI site terms; facts only"),
        phrase("MoF site terms; facts only"),
        phrase("JBIC copyright; facts only"),
        phrase("IEA terms"),
        phrase("Government of India site; reuse with acknowledgement (not verified)"),
        phrase("BASC copyright; facts only"),
        phrase("METI commissioned report; facts only"),
    )
}
"""The terms of use that sources of the house state, as they are stored; others print as they stand.
"""

DUTY: Final[dict[str, str]] = {
    "member": phrase("Member of the delegation"),
    "head": phrase("Head of the delegation"),
    "interpreter": phrase("Interpreter"),
    "staff": phrase("Staff"),
    "liaison": phrase("Liaison officer"),
    "driver": phrase("Driver"),
    "first_aid": phrase("First aid"),
    "duty_officer": phrase("Duty officer"),
}

DIET: Final[dict[str, str]] = {
    "none": phrase("No restriction"),
    "vegetarian": phrase("Vegetarian"),
    "jain": phrase("Jain"),
    "vegan": phrase("Vegan"),
    "halal": phrase("Halal"),
    "kosher": phrase("Kosher"),
    "no_beef": phrase("No beef"),
    "no_pork": phrase("No pork"),
}

ALLERGEN: Final[dict[str, str]] = {
    "milk": phrase("Milk"),
    "egg": phrase("Egg"),
    "wheat": phrase("Wheat"),
    "buckwheat": phrase("Buckwheat"),
    "peanut": phrase("Peanut"),
    "nuts": phrase("Nuts"),
    "soya": phrase("Soya"),
    "sesame": phrase("Sesame"),
    "mustard": phrase("Mustard"),
    "fish": phrase("Fish"),
    "crustaceans": phrase("Shrimp and crab"),
    "molluscs": phrase("Shellfish and squid"),
}

MOBILITY: Final[dict[str, str]] = {
    "none": phrase("No need"),
    "short_ways": phrase("Short walks only"),
    "no_stairs": phrase("No stairs"),
    "wheelchair": phrase("Wheelchair"),
}

CLEARANCE: Final[dict[str, str]] = {
    "not_needed": phrase("Not needed"),
    "applied": phrase("Applied for"),
    "granted": phrase_in("of a visa", "Granted"),
    "refused": phrase_in("of a visa", "Refused"),
}

EQUIPMENT: Final[dict[str, str]] = {
    "helmet": phrase("Helmet"),
    "coat": phrase("Protective coat"),
    "shoes": phrase("Safety shoes (cm)"),
    "gloves": phrase("Gloves"),
}


def called(lang: Lang) -> Message:
    """Return what a language is called."""
    return msg(LANGUAGES[lang].wording.name)


def name_in(of: Lang, lang: Lang) -> str:
    """Return what a language is called in another; what it calls itself where the other has no word
    for it.
    """
    try:
        return words(lang)(LANGUAGES[of].wording.name)
    except MissingTranslationError:
        return LANGUAGES[of].native


_MISSING: Final = phrase("[missing: {language}]")


def missing(lang: Lang) -> str:
    """Return the mark of a text that is missing in a language, in that language."""
    return words(lang)(_MISSING, language=name_in(lang, lang))


_NO_FORM: Final = phrase("[no {language} form]")


def no_form(of: Lang, lang: Lang) -> str:
    """Return the mark of a form of a name that is missing in one language, to be printed in another
    or in that.
    """
    return words(lang)(_NO_FORM, language=name_in(of, lang))


HEADINGS: Final[tuple[str, ...]] = (
    phrase("Contents"),
    phrase("Programme"),
    phrase("Delegation"),
    phrase("Delegates"),
    phrase("Members of the delegation"),
    phrase("Organisations"),
    phrase("Plant at a glance"),
    phrase("Key figures"),
    phrase("Minerals"),
    phrase("Partnership"),
    phrase("Talking points"),
    phrase("Glossary"),
    phrase("Sources"),
    phrase("Statements"),
)

LABELS: Final[tuple[str, ...]] = (
    phrase("Date"),
    phrase("Venue"),
    phrase("Guests"),
    phrase("Host"),
    phrase("Name"),
    phrase("Organisation"),
    phrase("Post"),
    phrase("Group"),
    phrase("Time"),
    phrase("Local time"),
    phrase("Place"),
    phrase("Item"),
    phrase("Interpretation"),
    phrase("Term"),
    phrase("Reading"),
    phrase("Abbreviation"),
    phrase("Metric"),
    phrase("Value"),
    phrase("Unit"),
    phrase("As of"),
    phrase("Basis"),
    phrase("Source"),
    phrase("Country"),
    phrase("Year"),
    phrase("Production"),
    phrase("World"),
    phrase("Others"),
    phrase("Uses"),
    phrase("Role in batteries"),
    phrase("Recycling"),
    phrase("Refining"),
    phrase("Question"),
    phrase("Answer"),
    phrase("Said by"),
    phrase("Conflicting reports"),
    phrase("Chosen reading"),
    phrase("Other reading"),
    phrase("Reason"),
    phrase("Edition"),
    phrase("Role"),
    phrase("Share"),
    phrase("Mineral"),
    phrase("Largest producer"),
    phrase("Largest refiner"),
    phrase("Demand, outlook"),
    phrase("Hindi"),
    phrase("English"),
    phrase("Japanese"),
    phrase("Hosts and interpreters"),
)

MARKS: Final[tuple[str, ...]] = (
    phrase("Draft"),
    phrase("Edition {number}"),
    phrase("Internal"),
    phrase("continued"),
    phrase("page {page} of {pages}"),
    phrase("Specimen names: all people shown are invented."),
    phrase("Specimen programme: all times and rooms are invented."),
    phrase("Stated by the company, not audited."),
)
