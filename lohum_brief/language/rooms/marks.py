"""Marks that keep something from readers, and what the hosts' own papers begin with."""

import msgspec


class Marks(msgspec.Struct, frozen=True, kw_only=True):
    """Fragments of patterns are parted by | and stand in the middle of what they are part of."""

    host: str = ""
    """What keeps a text from guests."""
    principal: str = ""
    """What keeps it from hosts too."""
    ordinary: str = ""
    """Those of these that guests read of often: in the text of a record they mark nothing."""
    beginning: str = ""
    """What a text of the hosts' own begins with."""
    anywhere: str = ""
    """What says so wherever it stands."""
    host_caption: str = ""
    """What a caption above a list says of all its rows."""
    principal_caption: str = ""
    hints: str = ""
    """What every mark has some of, as a pattern."""
    hinted: tuple[str, ...] = ()
    """Words of which every hint has one, in small letters."""
