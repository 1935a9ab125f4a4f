"""What a paragraph is to readers who do not see its style: a title, or text."""

from typing import Literal

Role = Literal["H1", "H2", "H3", "P"]
"""A heading of the first, second or third level, or a paragraph; PDF and HTML name them so."""
