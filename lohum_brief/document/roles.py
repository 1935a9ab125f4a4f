"""What a paragraph is to who does not see it: a title, or text."""

from typing import Literal

Role = Literal["H1", "H2", "H3", "P"]
"""A heading of the first, second or third level; or a paragraph. Named as PDF and HTML name them."""
