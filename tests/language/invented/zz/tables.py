from typing import Final

from lohum_brief.language.rooms.tables import Tables

TABLES: Final = Tables(
    headings={
        "": {"-": "numero"},
        "organisation": {"name": "organizo|nomo de organizo", "country": "lando", "side": "flanko"},
        "person": {
            "name": "nomo",
            "native": "gepatra lingvo",
            "diet": "manĝo",
            "specimen": "ŝajna",
        },
    },
    reading="legaĵo",
    fieldless={"person": "aĝo"},
    choices={"side": {"guest": "gasto|gastoj"}, "diet": {"vegetarian": "legomano"}},
    yes="jes",
    no="ne",
    none="nenio",
    countries={"fiĝio": "FJ"},
)
