"""What the styles of an OpenDocument spreadsheet say: how much of a date they show, lines through
texts, texts above the line.
"""

from collections.abc import Mapping

from lohum_brief.exchange.number_formats import Part, number_format


class Styles:
    """Styles of cells and of runs of text, while they stream by."""

    def __init__(self) -> None:
        self._dates: dict[str, str] = {}
        self._styles: dict[str, tuple[str, str]] = {}
        self._date = self._style = ""
        self._struck: dict[str, bool] = {}
        self._raised: set[str] = set()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Meet the start of an element, by its name without a prefix."""
        match name:
            case "date-style":
                self._date = attributes.get("style:name", "")
                self._dates[self._date] = ""
            case (
                "day" | "day-of-week" | "hours" | "minutes" | "seconds" | "week-of-year" | "quarter"
            ) if self._date:
                self._dates[self._date] += "d"
            case "month" if self._date:
                self._dates[self._date] += (
                    "m" if attributes.get("number:textual") != "true" else "mmm"
                )
            case "year" | "era" if self._date:
                self._dates[self._date] += "y"
            case "style":
                self._style = attributes.get("style:name", "")
                self._styles[self._style] = (
                    attributes.get("style:data-style-name", ""),
                    attributes.get("style:parent-style-name", ""),
                )
            case "text-properties" if self._style:
                self._set(attributes)

    def _set(self, attributes: Mapping[str, str]) -> None:
        """Note what a style says of the texts that have it."""
        lines = [
            said
            for name in ("style", "type")
            if (said := attributes.get(f"style:text-line-through-{name}")) is not None
        ]
        if lines:
            self._struck[self._style] = any(said != "none" for said in lines)
        if attributes.get("style:text-position", "").startswith(("super", "+")):
            self._raised.add(self._style)

    def struck(self, style: str) -> bool | None:
        """Whether a style strikes its texts through; None where it leaves that to what is around
        them.
        """
        for _ in range(10):
            if style in self._struck:
                return self._struck[style]
            style = self._styles.get(style, ("", ""))[1]
        return None

    def raised(self, style: str) -> bool:
        """Whether a style sets its texts above the line."""
        return style in self._raised

    def end(self, name: str) -> None:
        """Meet the end of an element."""
        if name == "date-style":
            self._date = ""
        elif name == "style":
            self._style = ""

    def part(self, style: str) -> tuple[Part, bool] | None:
        """How much of a date a style shows; None for all of it."""
        for _ in range(10):
            date, parent = self._styles.get(style, ("", ""))
            if date or not parent:
                shown = number_format(self._dates.get(date, ""))
                return (shown.part, shown.year_first) if shown.part else None
            style = parent
        return None
