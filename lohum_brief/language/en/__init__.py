"""English, as Britain and India write it."""

from typing import Final

from lohum_brief.language.language import Language

LANGUAGE: Final = Language(__name__, place=2, native="English", locale="en", region="GB")
