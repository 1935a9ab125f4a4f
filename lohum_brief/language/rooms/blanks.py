"""What stands in a text in place of what is still to be written."""

import msgspec


class Blanks(msgspec.Struct, frozen=True, kw_only=True):
    """Fragments of patterns are parted by | and stand in the middle of what they are part of."""

    months: str = ""
    """The months by their names and short forms."""
    fields: str = ""
    """What brackets call that is to be written in them: [name]."""
    counted: str = ""
    """What stands behind XX where a number is to be written."""
    certain: str = ""
    """What is no word of a finished text wherever it stands, beside what all languages write; in
    verbose form.
    """
    words: str = ""
    """What a finished sentence may say, but what no text consists of, in verbose form."""
    later: str = ""
    """What says so where next to nothing stands before it."""
    undecided: str = ""
    """What says so at the end of a clause that says next to nothing else."""
    denied: str = ""
    """One of which stands in each of those."""
    whole: str = ""
    """Stand-ins where nothing else is written."""
    status: str = ""
    """Those of them that in a table may say how far something is."""
    perhaps: str = ""
    """Whole texts that may be meant."""
    no_name: str = ""
    """What is no name of anybody."""
    before_roman: str = ""
    """Words before a Roman number; a language in Latin letters tells it by other words."""
    behind_roman: str = ""
