"""What one record of a kind is called in a sentence."""

from lohum_brief.language.interface import say
from lohum_brief.visit.kinds import BY_TAG


def kind_title(kind: str) -> str:
    """The name of one record of the kind, in the interface language; for the kind as JSON has it,
    see `kind_of`.
    """
    return say(BY_TAG[kind].one)
