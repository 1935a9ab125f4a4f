"""The three languages of a pack, by their ISO 639-1 codes."""

from typing import Final, Literal, get_args

Lang = Literal["hi", "en", "ja"]
LANGS: Final[tuple[Lang, ...]] = get_args(Lang)
