"""The letters of a language, as sets of characters for patterns."""

import msgspec


class Script(msgspec.Struct, frozen=True, kw_only=True):
    """What is empty for Latin letters is told by their being nobody else's."""

    tag: str
    """The script by ISO 15924, as HarfBuzz wants it."""
    signs: str = ""
    """What tells a text from those in other scripts; empty where only the lack of such does."""
    letters: str = ""
    """What makes a text one of this language and no figure, name or sign; empty for Latin letters.
    """
    in_names: str = ""
    """What tells a name in it; kana alone may be the name of anybody. Empty for Latin letters."""
    whole: bool = True
    """Whether NFKC leaves its letters whole."""
    within: str = r"\w"
    """What makes a word longer; empty where no words are parted."""
    cased: bool = False
    """Whether a word with a capital is the same word."""
    plural: str = ""
    """A pattern of the endings with which a term is the same term."""
