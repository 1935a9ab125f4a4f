"""What stands in one cell of an OpenDocument spreadsheet: its text as somebody reads it, and what
somebody has said of it beside it.
"""

from collections.abc import Mapping, Sequence

from lohum_brief.exchange.ods_styles import Styles
from lohum_brief.exchange.rich_text import Run
from lohum_brief.exchange.sheets import LONGEST_CELL

_BREAKS = {"tab": "\t", "line-break": "\n"}


class CellText:
    """The text of one cell while it streams by, by elements whose names have no prefix."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._spans: list[str] = []
        self._runs: list[Run] = []
        self._comment: list[str] = []
        self._outside = ""
        """The element within a comment that is none of its text: its author, its date."""
        self._paragraphs = 0
        self.commenting = False
        """What streams by is a comment."""

    @property
    def comment(self) -> str:
        """What somebody has said of the cell."""
        return "".join(self._comment).strip()

    @property
    def runs(self) -> Sequence[Run]:
        """The text in its parts."""
        return self._runs

    @property
    def text(self) -> str:
        """The text whole."""
        return "".join(run.text for run in self._runs)

    def start(self, name: str, attributes: Mapping[str, str], count: int) -> None:
        """Meet the start of an element; `count` is how many spaces it stands for, if any."""
        match name:
            case "annotation":
                self.commenting = True
            case "p" if self.commenting:
                self._comment.append("\n" if self._comment else "")
            case "p":
                self._paragraphs += 1
                self._add("\n" if self._paragraphs > 1 else "")
            case "span":
                self._spans.append(attributes.get("text:style-name", ""))
            case "creator" | "date" | "date-string" | "creator-initials" if self.commenting:
                self._outside = name
            case "s":
                self.add(" " * min(count, LONGEST_CELL))
            case "tab" | "line-break":
                self.add(_BREAKS[name])

    def end(self, name: str) -> None:
        """Meet the end of one."""
        if name == "annotation":
            self.commenting = False
        elif name == "span" and self._spans:
            self._spans.pop()
        elif name == self._outside:
            self._outside = ""

    def add(self, characters: str) -> None:
        """Meet some text."""
        if not self.commenting:
            self._add(characters)
        elif not self._outside and sum(map(len, self._comment)) < LONGEST_CELL:
            self._comment.append(characters)

    def _add(self, characters: str) -> None:
        if characters:
            said = (self._styles.struck(span) for span in reversed(self._spans))
            struck = next((one for one in said if one is not None), None)
            raised = any(map(self._styles.raised, self._spans))
            self._runs.append(Run(characters, struck, raised))
