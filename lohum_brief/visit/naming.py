"""What one record of a kind is called in a sentence."""

from lohum_brief.message import Message, msg
from lohum_brief.visit.kinds import BY_TAG


def kind_title(kind: str) -> Message:
    """Return the name of one record of a kind; the kind as JSON has it is `kind_of`'s."""
    return msg(BY_TAG[kind].one)
