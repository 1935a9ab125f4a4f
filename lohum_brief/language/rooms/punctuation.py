"""What stands between words, sentences and facts in a language."""

import msgspec


class Punctuation(msgspec.Struct, frozen=True, kw_only=True):
    """The marks of a language, each with the space that belongs to it."""

    space: str = " "
    """Between words, and between sentences; empty where a language sets none."""
    comma: str = ", "
    semicolon: str = "; "
    colon: str = ": "
    stop: str = "."
    dash: str = "–"
    """Between the two ends of a range."""
    brackets: tuple[str, str] = (" (", ")")
    """Around what stands beside a word."""
    separator: str = " · "
    """Between facts that stand on one line."""
    quotes: tuple[str, str] = ("“", "”")
    pair: str = "({}; {})"
    """Two numbers that are one point."""
    share: str = "\u00a0·\u00a0{}"
    """A share behind an amount, where there is little room."""
    beside_address: str = " · "
    """The same where one of the facts is an address."""
    nothing: str = "–"
    """In the place of a value that there is not."""

    def aside(self, text: str) -> str:
        """Return a text in brackets, to stand behind a word."""
        return text.join(self.brackets)
