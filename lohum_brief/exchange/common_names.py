"""Common names of countries where the family name stands first at home, in small letters without
marks: they tell in which order a list has them.
"""

from typing import Final

_VIETNAM: Final = (
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh trinh doan luong "
    "mai truong dao lam cao ta ha thai to quach kieu luu chu"
)
_CAMBODIA: Final = "sok chea heng sam sar hun chan keo kim ly long meas nhem ouk pen prak"
_HUNGARY: Final = (
    "adam akos agnes andras andrea anett aniko anna anita antal aron attila balazs balint barbara "
    "beata bela bence bernadett botond csaba csilla daniel david denes dora dorottya edit emese "
    "endre erika erno erzsebet eszter eva ferenc gabor gabriella gergely gergo gyorgy gyula "
    "hajnalka henrietta ildiko imre istvan ivan janos jeno jozsef judit julia kalman karoly "
    "katalin kinga kornel krisztian krisztina lajos laszlo levente lilla livia lorant marcell "
    "maria marton mate matyas melinda mihaly miklos monika nandor nikolett nora norbert noemi "
    "orsolya otto pal peter piroska reka rita robert roland rozsa sandor sara sarolta szabolcs "
    "szilvia tamas tibor timea tunde valeria vera veronika viktor viktoria vilmos vivien zita "
    "zoltan zsofia zsolt zsuzsanna"
)

FAMILIES: Final = {"VN": frozenset(_VIETNAM.split()), "KH": frozenset(_CAMBODIA.split())}
"""Family names that tell nothing elsewhere."""
GIVEN: Final = {"HU": frozenset(_HUNGARY.split())}
"""Given names, of a country whose families have names of all sorts."""
