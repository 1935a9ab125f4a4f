"""Figure tokens, as they stand in texts: `{metric:recycling-capacity|round=1,form=large}`.

    {metric:ID}  {figure:ID}  {series:ID/PLACE/PERIOD}  {count:delegates}
    {date:visit.start}  {date:item:13.start|form=clocks}  {date:2025-07-10}  {literal:2022}
    {page:sec:safety}

A metric prints its chosen, latest reading, with `as_of=2023` that of a date or within a period. The
last two dates and digits stand for themselves: a date or period that no record holds, and digits
that are no figure, as in the name of a law. A page is that on which a pack prints a section, a
metric, a mineral or another record: “see page 9”, with `form=arrow` “→ 9”, with `form=number` the
number alone. Options follow a bar and are parted by commas: `round=N` decimals,
`unit=KEY` of `language.units`, `in=JPY` for money by the rate that the visit holds, `form=NAME`;
with `form=ordinal`, the `gender` of the Hindi noun that follows and the `counter` of Japanese:
`{figure:round|form=ordinal,counter=次}`. Doubled braces, `{{metric:ID}}`, stand for the token's own
characters. Every other brace is a brace. Reading takes time in proportion to the text and refuses
nothing; `form` says what is wrong with a token.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final, Literal, cast, get_args

import msgspec

from lohum_brief.errors import BriefError
from lohum_brief.language.rooms.numbers import Gender
from lohum_brief.message import listed, msg

Kind = Literal["metric", "figure", "series", "count", "date", "literal", "page"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

FormName = Literal[
    "full",
    "number",
    "large",
    "compact",
    "spoken",
    "ordinal",
    "era",
    "weekday",
    "day",
    "time",
    "clocks",
    "share",
    "arrow",
]

MOST_DECIMALS: Final = 9
"""One digit."""

_QUANTITY: Final = ("full", "number", "large", "compact", "spoken")
_ORDINAL: Final = ("gender", "counter")
_FORMS: Final[dict[Kind, tuple[str, ...]]] = {
    "metric": (*_QUANTITY, "ordinal"),
    "figure": (*_QUANTITY, "ordinal"),
    "series": (*_QUANTITY, "share"),
    "count": (*_QUANTITY, "ordinal"),
    "date": ("full", "era", "weekday", "day", "time", "clocks"),
    "literal": ("full", "ordinal"),
    "page": ("full", "number", "arrow"),
}
_OPTIONS: Final[dict[Kind, tuple[str, ...]]] = dict.fromkeys(
    KINDS, ("round", "unit", "in", "form", *_ORDINAL)
) | {
    "metric": ("as_of", "round", "unit", "in", "form", *_ORDINAL),
    "series": ("round", "unit", "in", "form"),
    "count": ("form", *_ORDINAL),
    "date": ("form",),
    "literal": ("form", *_ORDINAL),
    "page": ("form",),
}

# The patterns are compiled when a text has a brace, which those of many packs have not.
TOKEN: Final = (
    r"\{(?P<doubled>\{)?(?P<kind>"
    + "|".join(KINDS)
    + r"):(?P<name>[^{}|\n]*)(?:\|(?P<options>[^{}\n]*))?\}(?(doubled)\})"
)
# What was meant for a token, but begins with no kind of figure: {metrc:capacity}.
_LOOKALIKE: Final = r"(?<!\{)\{(?P<kind>[A-Za-z]{3,12}):[^{}\n ]+\}(?!\})"


class MalformedTokenError(BriefError):
    """A token with options that mean nothing; its text says which there are."""


class Token(msgspec.Struct, frozen=True):
    """A token as written; `name` and `options` may be anything."""

    kind: Kind
    name: str
    options: str
    written: str


class Form(msgspec.Struct, frozen=True):
    """How a figure is to be printed: None and "" leave it as it is stored."""

    decimals: int | None = None
    unit: str = ""
    currency: str = ""
    name: FormName = "full"
    gender: Gender = "masculine"
    counter: str = "回"


def parts(text: str) -> tuple[str | Token, ...]:
    """Return the text in its order: what is printed as it stands, and tokens."""
    if "{" not in text:
        return (text,) if text else ()
    out: list[str | Token] = []
    literal = ""
    last = 0
    for match in re.finditer(TOKEN, text):
        literal += text[last : match.start()]
        last = match.end()
        if match["doubled"]:
            literal += match[0][1:-1]
            continue
        if literal:
            out.append(literal)
            literal = ""
        out.append(
            Token(cast("Kind", match["kind"]), match["name"], match["options"] or "", match[0])
        )
    literal += text[last:]
    return (*out, literal) if literal else tuple(out)


def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text, in their order."""
    return tuple(part for part in parts(text) if isinstance(part, Token)) if "{" in text else ()


def spans(text: str) -> Iterator[tuple[int, int, Token]]:
    """Yield where the tokens of a text begin and end."""
    for match in re.finditer(TOKEN, text) if "{" in text else ():
        if not match["doubled"]:
            token = Token(
                cast("Kind", match["kind"]), match["name"], match["options"] or "", match[0]
            )
            yield match.start(), match.end(), token


def literal(text: str) -> str:
    """Return the text of which `parts` makes just these characters: each token's braces doubled."""
    return re.sub(TOKEN, lambda match: "{" + match[0] + "}", text) if "{" in text else text


def lookalikes(text: str) -> tuple[str, ...]:
    """Return what looks like a token but has no kind that exists; it prints as it stands."""
    if "{" not in text:
        return ()
    return tuple(match[0] for match in re.finditer(_LOOKALIKE, text) if match["kind"] not in KINDS)


def dated(token: Token) -> str:
    """Return the date by which a token names a reading; empty where it names the chosen one."""
    options = (
        (option.partition("=") for option in token.options.split(","))
        if "as_of" in token.options
        else ()
    )
    return next((value.strip() for key, _, value in options if key.strip() == "as_of"), "")


def form(token: Token) -> Form:
    """Return the options. Raises MalformedTokenError."""
    found = _options(token)
    gender, counter = _counted(token, found)
    return Form(
        _decimals(token, found.get("round")),
        found.get("unit", ""),
        found.get("in", ""),
        cast("FormName", found.get("form", "full")),
        gender,
        counter,
    )


def _options(token: Token) -> dict[str, str]:
    """Return the options by their names. Raises MalformedTokenError where one is none of this kind
    of figure, or its form is none.
    """
    found: dict[str, str] = {}
    known = _OPTIONS[token.kind]
    for option in token.options.split(",") if token.options else ():
        key, _, value = (part.strip() for part in option.partition("="))
        if key not in known or not value or key in found:
            raise MalformedTokenError(
                msg(
                    "{token}: “{option}” is no option here; write each of these at most once: "
                    "{known}.",
                    token=token.written,
                    option=option.strip(),
                    known=listed(f"{name}=…" for name in known),
                )
            )
        found[key] = value
    name = found.get("form", "full")
    if name not in _FORMS[token.kind]:
        raise MalformedTokenError(
            msg(
                "{token}: there is no form “{form}” here; there are: {known}.",
                token=token.written,
                form=name,
                known=listed(_FORMS[token.kind]),
            )
        )
    return found


def _decimals(token: Token, written: str | None) -> int | None:
    if written is None:
        return None
    if len(written) != 1 or written not in "0123456789":
        raise MalformedTokenError(
            msg(
                "{token}: round takes a number of decimals from 0 to {most}, not “{value}”.",
                token=token.written,
                most=MOST_DECIMALS,
                value=written,
            )
        )
    return int(written)


def _counted(token: Token, found: Mapping[str, str]) -> tuple[Gender, str]:
    """Return what an ordinal goes by: the gender of Hindi and the counter of Japanese."""
    gender, counter = found.get("gender", "masculine"), found.get("counter", "回")
    misplaced = found.get("form") != "ordinal" and not found.keys().isdisjoint(_ORDINAL)
    if misplaced or gender not in get_args(Gender):
        raise MalformedTokenError(
            msg(
                "{token}: gender ({genders}) and counter belong to form=ordinal.",
                token=token.written,
                genders=listed(get_args(Gender)),
            )
        )
    return cast("Gender", gender), counter
