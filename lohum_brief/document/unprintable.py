"""Why a document cannot be set: errors that an output raises and that name the place."""


class TooWideError(Exception):
    """Something that cannot be parted is wider than its place, whatever is tried.

    In a table `row` and `column` count from 0; a `row` of -1 is the head.
    """

    def __init__(self, text: str, record: str = "", row: int = -1, column: int = -1) -> None:
        super().__init__(text)
        self.text = text
        self.record = record
        self.row = row
        self.column = column


class UncoveredError(LookupError):
    """No font has these characters; they are the first argument."""
