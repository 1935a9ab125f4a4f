"""Text with its languages and styles: spans, and the paragraphs that they make.

A `Para` belongs to one language; with `lang` empty it belongs to all, as a number does. Where the
text of a language goes (a column, below the other, the facing page) follows from the document's
layout.
"""

from typing import Literal

import msgspec

from lohum_brief.document.style import Style
from lohum_brief.language.codes import Lang


class Span(msgspec.Struct, frozen=True, cache_hash=True):
    """A stretch of text in one language and style.

    A `mark` is set off from the text, as a source number is.
    """

    text: str
    lang: Lang
    style: Style
    mark: bool = False


Align = Literal["left", "right", "justify"]


class Para(msgspec.Struct, frozen=True, cache_hash=True):
    """A paragraph in one language. In a table all of it may lead to the address `uri`.

    `tail` ends its text: decimals and unit of a figure whose decimal point stands below that of the
    others in its column, None where it does not.
    """

    spans: tuple[Span, ...]
    lang: Lang | Literal[""] = ""
    align: Align = "left"
    uri: str = ""
    tail: str | None = None

    @property
    def text(self) -> str:
        """Return the characters, without the marks set beside them."""
        if len(self.spans) == 1 and not self.spans[0].mark:  # as most have
            return self.spans[0].text
        return "".join([span.text for span in self.spans if not span.mark])

    @property
    def spoken(self) -> str:
        """Return the language it is read aloud in: its own, or that of all its spans.

        Empty where the languages of the spans differ.
        """
        if self.lang:
            return self.lang
        langs = {span.lang for span in self.spans}
        return langs.pop() if len(langs) == 1 else ""


Cell = tuple[Para, ...]
"""Paragraphs in one place, often one for each language."""
