"""How every trouble ends: a line on standard error and an exit code, never a traceback."""

import re
import sys

from lohum_brief.cli.grammar import PROGRAM
from lohum_brief.errors import BriefError
from lohum_brief.language.interface import say, sentences
from lohum_brief.reporting import write_report

INTERNAL = 70
"""EX_SOFTWARE of sysexits.h."""

_CONTROLS = "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]"


def one_line(text: str) -> str:
    """The text with everything escaped that would break the line or steer the terminal."""
    return re.sub(_CONTROLS, lambda match: ascii(match.group())[1:-1], text)


def tell(message: str) -> None:
    """One line on standard error."""
    sys.stderr.write(f"{PROGRAM}: {one_line(message)}\n")


def with_places(error: BriefError) -> str:
    """The sentence, and the places it is about as they are typed here, unless it names them so
    itself.
    """
    said = say(error.first)
    places = [".".join(filter(None, place)) for place in error.places if not _names(said, place)]
    if not places:
        return say(error.message)
    return sentences(
        (say("{message} ({place})", message=said, place=", ".join(places)), error.rest)
    )


def _names(message: str, place: tuple[str, str]) -> bool:
    """Whether a message has a place already, as one word or as record and field."""
    parts = [".".join(filter(None, place))], [*filter(None, place)]
    return any(
        all(
            re.search(rf"(?<![\w.:-]){re.escape(part)}(?!\w|[.:-]\w)", message, re.ASCII)
            for part in written
        )
        for written in parts
    )


def failed(error: Exception) -> int:
    """Tell the user what happened; returns the exit code."""
    if isinstance(error, BriefError):
        tell(with_places(error))
        return error.exit_code
    if isinstance(error, OSError):
        from lohum_brief.refusals import why

        if error.filename is not None:
            tell(say("{file}: {why}.", file=error.filename, why=why(error)))
        else:
            tell(say("The system refused: {why}.", why=why(error)))
        return 4
    if isinstance(error, MemoryError):
        tell(say("There is not enough memory; close other programs and try again."))
        return 4
    report = write_report(error)
    if report is None:
        tell(say("Internal error: {error}.", error=type(error).__name__))
    else:
        tell(
            say(
                "Internal error; please send the report {file} to the makers of the program.",
                file=report,
            )
        )
    return INTERNAL
