"""Why a document cannot be set: errors that an output raises and that name the place."""


class TooWideError(Exception):
    """What cannot be parted is wider than its place, whatever is tried. In a table `row` and `column` count from 0.

    A `row` of -1 is its head.
    """

    def __init__(self, text: str, record: str = "", row: int = -1, column: int = -1) -> None:
        super().__init__(text)
        self.text = text
        self.record = record
        self.row = row
        self.column = column


class UncoveredError(LookupError):
    """No bundled face has these characters; they are the first argument."""
