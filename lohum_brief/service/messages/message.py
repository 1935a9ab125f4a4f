"""What all messages share, and the two answers that any question may get."""

import msgspec

from lohum_brief.message import Value


class Message(msgspec.Struct, frozen=True, tag_field="sort", tag=str.lower):
    """Anything that is sent; its class is told by a tag."""


class Notification(Message, frozen=True):
    """Something that the process should know; nothing is answered."""


class Question(Message, frozen=True):
    """Something that is answered, with the same number."""

    number: int


class Answer(Message, frozen=True):
    """What came of the question with this number."""

    number: int


class Progress(Answer, frozen=True):
    """How much is done, from 0 to 1; the answer itself is still to come."""

    part: float


class Failed(Answer, frozen=True):
    """Why it could not be done, as a message for the user.

    Where there is a place: its record, its field and the reason alone.
    """

    why: Value
    record: str = ""
    field: str = ""
    reason: Value = ""
