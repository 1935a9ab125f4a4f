"""The one family of errors that a user may be shown, and the exit code each of them stands for."""

from typing import Self


class BriefError(Exception):
    """A known trouble; its text is one sentence that names the place and says what to do.

    `places` are records with their fields, by id and path, where it can be put right: the sentence
    names them as people do. `why` is the reason alone, for whoever shows it where the place is
    seen; empty where the sentence has no place.
    """

    exit_code = 1
    places: tuple[tuple[str, str], ...] = ()
    why: str = ""
    rest: str = ""
    """The end of the text, of which the places are not: how many more there are."""

    def at(self, *places: tuple[str, str]) -> Self:
        """The same, with these places."""
        self.places = places
        return self

    def before(self, rest: str) -> Self:
        """The same, whose text ends with sentences of their own."""
        self.rest = rest
        return self

    def because(self, why: str) -> Self:
        """The same, with the reason alone, which begins a sentence."""
        self.why = why[:1].upper() + why[1:]
        return self


class UsageError(BriefError):
    """The program was asked for something that does not exist or makes no sense."""

    exit_code = 2


class ForeignFileError(BriefError):
    """A file that is not ours, damaged, tampered with, or written by a newer version."""

    exit_code = 3


class SystemRefusedError(BriefError):
    """The operating system said no: disk full, no permission, a folder where a file should be."""

    exit_code = 4
