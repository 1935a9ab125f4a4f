"""How a command line is read and how its help is written.

Not argparse: its sentences cannot be said in Hindi or Japanese, it answers with several lines, and
it costs a cold export 15 ms.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Final

import msgspec

from lohum_brief.errors import UsageError
from lohum_brief.language.catalogue import phrase
from lohum_brief.language.interface import interface, say
from lohum_brief.language.languages import LANGUAGES

PROGRAM: Final = "lohum-brief"

Arguments = Mapping[str, str]
"""Operands by their name, such as `FILE`; options by their long name, such as `--pack`; a flag that
is set is there.
"""


class Operand(msgspec.Struct, frozen=True):
    """An argument that must be there. `about` is English and said at the time of asking."""

    name: str
    about: str


class Option(msgspec.Struct, frozen=True):
    """`value` names what follows the option; a flag has none. `short` is one letter with its
    hyphen.
    """

    name: str
    about: str
    value: str = ""
    short: str = ""
    many: bool = False
    """May stand several times; its values come as lines of one."""


class Command(msgspec.Struct, frozen=True):
    """A command: what it is called, what it takes, and the function that does it and returns the
    exit code.
    """

    name: str
    summary: str
    run: Callable[[Arguments], int]
    operands: tuple[Operand, ...] = ()
    options: tuple[Option, ...] = ()
    usage: str = ""
    """The options as the usage line shows them."""
    details: tuple[str, ...] = ()
    """Paragraphs of the help."""
    examples: tuple[str, ...] = ()


_HELP: Final = Option("--help", phrase("show this help"), short="-h")


def parse(command: Command, words: Sequence[str]) -> Arguments | None:
    """Read the words after the command; None when help is asked for. Raises UsageError."""
    found: dict[str, str] = {}
    operands: list[str] = []
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word == "--":
            operands += rest
            break
        if word in (_HELP.name, _HELP.short):
            return None
        if word.startswith("-") and word != "-":
            option, value = _option(command, word, rest, found)
            already = f"{found[option]}\n" if option in found else ""
            found[option] = f"{already}{value}"
        else:
            operands.append(word)
    found |= _operands(command, operands)
    _require_names(command, found)
    return found


def _require_names(command: Command, found: Arguments) -> None:
    named = {operand.name for operand in command.operands} | {"--output"}
    for name, value in found.items():
        if "\0" in value or (not value and name in named):
            raise _wrong(command, say("{operand} is not a name of a file", operand=name))


def _option(
    command: Command, word: str, rest: list[str], found: Mapping[str, str]
) -> tuple[str, str]:
    """Return an option's name and value; a value that is a word of its own is taken off the rest.

    `found` are the options before it, most of which may stand only once.
    """
    known = _known(command)
    name, given, value = _split(word)
    option = known.get(name)
    if option is None:
        raise _wrong(
            command, say("there is no option {option}{hint}", option=name, hint=_hint(name, known))
        )
    if option.name in found and not option.many:
        raise _wrong(command, say("the option {option} is given twice", option=name))
    if given and not option.value:
        raise _wrong(command, say("the option {option} takes no value", option=name))
    if option.value and not given:
        value = _next(command, option, name, rest)
    return option.name, value


def _known(command: Command) -> dict[str, Option]:
    """Return the options of a command by their names, long and short."""
    return {
        name: option for option in command.options for name in (option.name, option.short) if name
    }


def _next(command: Command, option: Option, name: str, rest: list[str]) -> str:
    """Take the value of an option off the words that follow it."""
    if not rest:
        wanted = say("the option {option} needs a value: {value}", option=name, value=option.value)
        raise _wrong(command, wanted)
    return rest.pop(0)


def _operands(command: Command, operands: list[str]) -> dict[str, str]:
    """Return the operands by their names."""
    if len(operands) < len(command.operands):
        raise _wrong(
            command, say("{operand} is missing", operand=command.operands[len(operands)].name)
        )
    if len(operands) > len(command.operands):
        raise _wrong(
            command, say("“{word}” is one argument too many", word=operands[len(command.operands)])
        )
    return {operand.name: word for operand, word in zip(command.operands, operands, strict=True)}


def _split(word: str) -> tuple[str, bool, str]:
    """Name, whether a value is attached, and that value: `--name=value` and `-nvalue`."""
    if word.startswith("--"):
        name, equals, value = word.partition("=")
        return name, bool(equals), value
    return word[:2], len(word) > 2, word[2:]


def _hint(word: str, known: Mapping[str, object] | Sequence[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), 1)
    if not near:
        return ""
    return LANGUAGES[interface()].punctuation.space + say("(did you mean {word}?)", word=near[0])


def _wrong(command: Command, what: str) -> UsageError:
    return UsageError(
        say(
            "{command}: {what}; see {help}.",
            command=command.name,
            what=what,
            help=_help_of(command),
        )
    )


def _help_of(command: Command) -> str:
    return f"{PROGRAM} {command.name} --help"


def unknown_command(word: str, commands: Sequence[str]) -> UsageError:
    """The error for a first word that is no command."""
    hint = _hint(word, commands)
    return UsageError(
        say(
            "There is no command {word}{hint}; see {help}.",
            word=word,
            hint=hint,
            help=f"{PROGRAM} --help",
        )
    )


def help_text(command: Command) -> str:
    """The help of one command, in the interface language."""
    names = [operand.name for operand in command.operands]
    first = " ".join(word for word in (PROGRAM, command.name, *names, command.usage) if word)
    parts = [say("Usage: {line}", line=first), say(command.summary)]
    parts += [wrapped(say(paragraph)) for paragraph in command.details]
    rows = [(operand.name, say(operand.about)) for operand in command.operands]
    rows += [(_shown(option), say(option.about)) for option in (*command.options, _HELP)]
    parts.append(columns([(f"  {name}", about) for name, about in rows]))
    if command.examples:
        parts.append(
            say("Examples:") + "".join(f"\n  {PROGRAM} {example}" for example in command.examples)
        )
    return "\n\n".join(parts) + "\n"


def _shown(option: Option) -> str:
    names = f"{option.short}, {option.name}" if option.short else option.name
    return f"{names} {option.value}".rstrip()


def overview(commands: Sequence[Command], version: str) -> str:
    """The help of the program."""
    rows = [(f"  {command.name}", say(command.summary)) for command in commands]
    codes = [
        ("  0", say("done")),
        ("  1", say("the check found errors, or an export or an edit was refused")),
        ("  2", say("used wrongly: an unknown option, a missing file, an unknown pack")),
        ("  3", say("a file that is not ours, or damaged")),
        (
            "  4",
            say("the system refused: disk full, no permission, a file that another program holds"),
        ),
    ]
    return (
        "\n\n".join(
            [
                f"{PROGRAM} {version}",
                say(
                    "Prepare a delegation's visit and print its briefing packs in Hindi, English "
                    "and Japanese."
                ),
                say("Usage: {line}", line=f"{PROGRAM} COMMAND …"),
                columns(rows),
                say("Each command tells more: {line}", line=f"{PROGRAM} COMMAND --help"),
                say("Exit codes:") + "\n" + columns(codes),
                say(
                    "The environment variable LOHUM_LANG (hi, en or ja) chooses the language of "
                    "these messages."
                ),
            ]
        )
        + "\n"
    )


def wrapped(paragraph: str) -> str:
    """A paragraph in lines of at most 80 cells, broken where its language breaks lines."""
    from lohum_brief.language.breaking import segments

    lines = [""]
    for piece in segments(paragraph, interface()):
        if lines[-1] and width(lines[-1] + piece.rstrip()) > 80:
            lines.append("")
        lines[-1] += piece
    return "\n".join(line.rstrip() for line in lines)


def columns(rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()) -> str:
    """Rows as aligned columns, as wide on a terminal as their characters are; those in `right`
    stand to the right.
    """
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = []
        for i, cell in enumerate(row):
            gap = " " * (widths[i] - width(cell))
            cells.append(gap + cell if i in right else cell + gap)
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def width(text: str) -> int:
    """Terminal cells: two for wide characters, none for marks that combine."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    return sum(
        0 if category(c) in ("Mn", "Me", "Cf") else 2 if east_asian_width(c) in "WF" else 1
        for c in text
    )


def put(text: str) -> None:
    """Write to standard output."""
    sys.stdout.write(text)
