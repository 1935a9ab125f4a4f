"""Where lines of Japanese break: strict kinsoku."""

from typing import Final

from lohum_brief.language.ja.binding import NUMBERED, bound
from lohum_brief.language.rooms.breaking import Breaking

BREAKING: Final = Breaking(
    locale="ja@lb=strict",
    phrases="ja@lb=strict;lw=phrase",
    dashed=False,
    numbered=NUMBERED,
    bound=bound,
)
