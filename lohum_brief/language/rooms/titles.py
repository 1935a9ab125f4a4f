"""The words that stand around names in lists."""

from collections.abc import Mapping

import msgspec


class Titles(msgspec.Struct, frozen=True, kw_only=True):
    """Words are in small letters, without the dot behind them. Forms of address are named by the
    words of an `Address`, its dignity or its honorific.
    """

    certain: Mapping[str, str] = {}
    """Words for each form of address, parted by spaces."""
    possible: Mapping[str, str] = {}
    """Those that can be names, or parts of names."""
    indian: str = ""
    """Forms of address of Indians alone, parted by spaces."""
    honoured: str = ""
    """What says Honourable, parted by |."""
    forces: Mapping[str, str] = {}
    """Words for each rank of the forces, parted by |."""
    titles: str = ""
    """Forms of address that the model has no word for, parted by spaces."""
    ranks: str = ""
    """Those of them that say what somebody is, as a post does, parted by spaces."""
    long_ranks: str = ""
    """Ranks of several words, parted by |, the longer first."""
    generations: str = ""
    """What tells a son from his father, parted by |."""
    services: str = ""
    """Services and degrees, parted by spaces."""
    retired: str = ""
    """Those of them that say retired, parted by |."""
    in_capitals: str = ""
    """Post-nominals in capitals behind a whole name that is not in capitals, parted by |."""
    after_comma: str = ""
    """Post-nominals only behind a comma, parted by spaces: elsewhere they may be initials."""
    behind: Mapping[str, str] = {}
    """Honorifics behind a name, with the form of address that each is; empty where none."""
    polite: str = ""
    """What stands behind a name and is no form of address, parted by |."""
    perhaps_polite: str = ""
    """The same for what may be a name."""
    posts: str = ""
    """Forms of address that are posts in a column of posts, parted by |."""
    leading: str = ""
    """Posts that may stand before a form of address, parted by spaces."""
    formal: str = ""
    """Forms of address that stand behind such a post, parted by spaces."""
    glued: str = ""
    """Forms of address that stand against a name with their dot, as a pattern."""
    names_too: str = ""
    """Forms of address that are names where they stand alone, parted by |."""
    in_front: str = ""
    """Of those behind a name, what may stand before it, parted by |."""
    long_only: str = ""
    """Of those, what may be part of a name of two letters, parted by |."""
    rarely: str = ""
    """Of those, what a short name may end with, parted by |."""
    spoken_of: str = ""
    """What stands behind a family name alone, forms of address and posts, as a pattern."""
