"""What a figure token prints in a language, or why it prints nothing."""

import msgspec

from lohum_brief.errors import BriefError
from lohum_brief.language.codes import Lang
from lohum_brief.message import Value
from lohum_brief.visit import tokens
from lohum_brief.visit.figures import Figures
from lohum_brief.visit.printing import printed
from lohum_brief.visit.tokens import Token
from lohum_brief.visit.visit import Visit


class Shown(msgspec.Struct, frozen=True):
    """`text` is empty where `fault` says why."""

    text: str
    fault: Value = ""


def shown(token: Token, lang: Lang, visit: Visit) -> Shown:
    """Return a token as the visit prints it to those who may read all of it."""
    try:
        return Shown(printed(Figures(visit).find(token), tokens.form(token), lang))
    except BriefError as error:
        return Shown("", error.message)
