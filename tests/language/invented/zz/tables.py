from typing import Final

from lohum_brief.language.rooms.tables import Tables

TABLES: Final = Tables(
    headings={
        "": {"-": "numero"},
        "organisation": {"name": "organizo|nomo de organizo", "country": "lando", "side": "flanko"},
        "item": {"day": "tago", "clock": "tempo", "minutes": "daŭro"},
        "person": {
            "allergies": "alergioj",
            "name": "nomo",
            "native": "gepatra lingvo",
            "organisation": "organizo",
            "diet": "manĝo",
            "specimen": "ŝajna",
        },
    },
    reading="legaĵo",
    fieldless={"person": "aĝo"},
    choices={
        "side": {"guest": "gasto|gastoj"},
        "diet": {"vegetarian": "legomano"},
        "allergies": {"milk": "lakto", "egg": "ovo"},
    },
    yes="jes",
    no="ne",
    none="nenio",
    countries={"fiĝio": "FJ"},
)
