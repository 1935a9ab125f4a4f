"""Names in English, with the family name in capitals, as lists of protocol have it."""

from typing import Final

from lohum_brief.language.rooms.names import BARE_FAMILY, NBSP, Names

_SOUNDS: Final = (("ou", "o"), ("oo", "u"), ("ee", "i"), ("aa", "a"))


class _Names(Names, frozen=True):
    def heard(self, spread: str) -> str:
        """Return a word with each vowel in its shorter spelling."""
        plain = Names.heard(self, spread)
        for long, short in _SOUNDS:
            plain = plain.replace(long, short)
        return plain

    def set_off(self, family: str) -> str:
        """Return the family name in capitals; what stands behind it stays as it is: SMITH Jr.,
        SINGH (Retd.).
        """
        return BARE_FAMILY.sub(lambda found: found[0].upper(), family, count=1)


NAMES: Final = _Names(
    either_first=True,
    retired="(Retd.)",
    word=r"[A-Z\u00c0-\u00de][\w'’]{3,}",
    before={
        "excellency": "H.E.",
        "honourable": "Hon.",
        "mr": "Mr",
        "ms": "Ms",
        "mrs": "Mrs",
        "miss": "Miss",
        "er": "Er.",
        "adv": "Adv.",
        "justice": "Justice",
        "dr": "Dr",
        "prof": "Prof.",
        "prof_dr": f"Prof.{NBSP}Dr",
        "field_marshal": f"Field{NBSP}Marshal",
        "general": "Gen.",
        "lieutenant_general": f"Lt{NBSP}Gen.",
        "major_general": f"Maj.{NBSP}Gen.",
        "brigadier": "Brig.",
        "colonel": "Col.",
        "lieutenant_colonel": f"Lt{NBSP}Col.",
        "major": "Maj.",
        "captain": "Capt.",
        "lieutenant": "Lt",
        "admiral": "Adm.",
        "vice_admiral": f"Vice{NBSP}Adm.",
        "rear_admiral": f"Rear{NBSP}Adm.",
        "commodore": "Cdre",
        "commander": "Cdr",
        "lieutenant_commander": f"Lt{NBSP}Cdr",
        "air_chief_marshal": f"Air{NBSP}Chief{NBSP}Marshal",
        "air_marshal": f"Air{NBSP}Marshal",
        "air_vice_marshal": f"Air{NBSP}Vice{NBSP}Marshal",
        "air_commodore": f"Air{NBSP}Cdre",
        "group_captain": f"Gp{NBSP}Capt.",
        "wing_commander": f"Wg{NBSP}Cdr",
        "squadron_leader": f"Sqn{NBSP}Ldr",
        "flight_lieutenant": f"Flt{NBSP}Lt",
        "flying_officer": f"Fg{NBSP}Offr",
    },
)
