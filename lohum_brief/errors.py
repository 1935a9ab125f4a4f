"""The one family of errors that a user may be shown, and the exit code each of them stands for."""

from typing import Self

from lohum_brief.message import Value, capital, sentences


class BriefError(Exception):
    """A known trouble; its message is one sentence that names the place and says what to do.

    `places` are records with their fields, by id and path, where it can be put right: the sentence
    names them as people do. `why` is the reason alone, for whoever shows it where the place is
    seen; empty where the sentence has no place.
    """

    exit_code = 1
    places: tuple[tuple[str, str], ...] = ()
    why: Value = ""
    rest: Value = ""
    """The end of the message, of which the places are not: how many more there are."""

    def __init__(self, first: Value = "") -> None:
        super().__init__(first)
        self.first = first
        """The message without its rest."""

    @property
    def message(self) -> Value:
        """The whole of what is told."""
        return sentences((self.first, self.rest)) if self.rest else self.first

    def __str__(self) -> str:
        """Return the message in English, for logs; people are shown `say(error.message)`."""
        return str(self.message)

    def at(self, *places: tuple[str, str]) -> Self:
        """Return the same, with these places."""
        self.places = places
        return self

    def before(self, rest: Value) -> Self:
        """Return the same, whose message ends with sentences of their own."""
        self.rest = rest
        return self

    def because(self, why: Value) -> Self:
        """Return the same, with the reason alone, which begins a sentence."""
        self.why = capital(why)
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
