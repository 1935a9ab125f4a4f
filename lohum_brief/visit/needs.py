"""What hosts need to know to receive somebody, what security needs to know to let somebody in, and
what the person agrees to: the words of these fields.
"""

from typing import Annotated, Final, Literal

import msgspec

Diet = Literal["", "none", "vegetarian", "jain", "vegan", "halal", "kosher", "no_beef", "no_pork"]
"""Empty is not known; `none` eats everything. `jain` is vegetarian without roots and bulbs."""

Allergen = Literal[
    "milk", "egg", "wheat", "buckwheat", "peanut", "nuts", "soya", "sesame", "mustard", "fish",
    "crustaceans", "molluscs",
]  # fmt: skip
"""Foods that labels must or should name as allergens in India, Japan and the European Union, in
groups.
"""

Mobility = Literal["", "none", "short_ways", "no_stairs", "wheelchair"]
"""Empty is not known; `none` has no need."""

Size = Literal["", "XS", "S", "M", "L", "XL", "2XL", "3XL"]
"""A size of helmets and coats, as EN 13402 letters them; Japanese LL is XL."""

ShoeSize = Literal[
    "", "22", "22.5", "23", "23.5", "24", "24.5", "25", "25.5", "26", "26.5", "27", "27.5", "28",
    "28.5", "29", "29.5", "30", "30.5", "31",
]  # fmt: skip
"""Length of the foot in centimetres (ISO 9407), as Japan counts."""

GloveSize = Literal["", "6", "7", "8", "9", "10", "11", "12"]
"""ISO 21420."""

Consent = Literal["", "given", "refused"]
"""Empty is not asked yet."""

Clearance = Literal["", "not_needed", "applied", "granted", "refused"]
"""How far visa or clearance are; empty is not said."""

Digest = Annotated[str, msgspec.Meta(pattern=r"^([0-9a-f]{64})?(?!\n)$")]
"""The name of a picture in the visit's file; empty where there is none."""

NEEDS: Final = (
    "diet",
    "allergies",
    "mobility",
    "helmet",
    "coat",
    "shoes",
    "gloves",
    "needs",
)
"""Fields of a person that say what hosts have to prepare."""

PASSPORT: Final = (
    "passport",
    "passport_name",
    "nationality",
    "passport_issued",
    "passport_expires",
    "born",
    "birthplace",
    "clearance",
    "clearance_date",
)
"""Fields of a person that only security reads, whatever the audience of the record."""

WITH_CONSENT: Final = (*NEEDS, *PASSPORT)
"""Fields of a person that are shown to nobody, hosts and security included, once the person has
refused `consent_data`.
"""

JOURNEY: Final = (
    "arrival",
    "arrives",
    "arrival_place",
    "departure",
    "departs",
    "departure_place",
    "hotel",
    "room",
)
"""How somebody comes, stays and leaves."""

FOR_HOSTS: Final = (
    "rank",
    "precedence",
    "decided_by",
    *JOURNEY,
    *NEEDS,
    "consent_print",
    "consent_photo",
    "consent_data",
    "consent_date",
)
"""Fields of a person that only hosts read, whatever the audience of the record."""
