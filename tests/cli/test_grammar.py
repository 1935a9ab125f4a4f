import pytest

from lohum_brief.cli.commands import COMMANDS
from lohum_brief.cli.grammar import (
    Arguments,
    Command,
    Operand,
    Option,
    columns,
    help_text,
    parse,
    width,
    wrapped,
)
from lohum_brief.errors import UsageError
from lohum_brief.language.codes import Lang
from lohum_brief.language.interface import say, use


def nothing(_arguments: Arguments) -> int:
    return 0


COMMAND = Command(
    "copy",
    "Copy.",
    nothing,
    (Operand("FROM", "a file"), Operand("TO", "a file")),
    (Option("--force", "replace"), Option("--mode", "how", "MODE", "-m")),
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("a b", {"FROM": "a", "TO": "b"}),
        ("--force a --mode x b", {"FROM": "a", "TO": "b", "--force": "", "--mode": "x"}),
        ("a b -m x", {"FROM": "a", "TO": "b", "--mode": "x"}),
        ("a b -mx", {"FROM": "a", "TO": "b", "--mode": "x"}),
        ("a b --mode=x=y", {"FROM": "a", "TO": "b", "--mode": "x=y"}),
        ("a b --mode=", {"FROM": "a", "TO": "b", "--mode": ""}),
        ("- -- --force", {"FROM": "-", "TO": "--force"}),
        ("a b --mode --force", {"FROM": "a", "TO": "b", "--mode": "--force"}),
    ],
)
def test_reading(words: str, found: dict[str, str]) -> None:
    assert parse(COMMAND, words.split()) == found


@pytest.mark.parametrize("words", ["--help", "-h", "a -h b", "--mode x --help"])
def test_help_is_asked_for_anywhere(words: str) -> None:
    assert parse(COMMAND, words.split()) is None


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("", "FROM is missing"),
        ("a", "TO is missing"),
        ("a b c", "“c” is one argument too many"),
        ("a b --forse", r"no option --forse \(did you mean --force\?\)"),
        ("a b --force --force", "--force is given twice"),
        ("a b -m x --mode y", "--mode is given twice"),
        ("a b --mode", "--mode needs a value: MODE"),
        ("a b --force=yes", "--force takes no value"),
    ],
)
def test_what_is_wrong_is_said_with_the_way_to_the_help(words: str, why: str) -> None:
    with pytest.raises(UsageError, match=f"^copy: .*{why}; see lohum-brief copy --help\\.$"):
        parse(COMMAND, words.split())


@pytest.mark.parametrize("word", ["", "a\0b"])
def test_a_name_that_no_file_can_have_is_wrong(word: str) -> None:
    with pytest.raises(UsageError, match="TO is not a name of a file"):
        parse(COMMAND, ["a", word])


@pytest.mark.parametrize("lang", ["en", "hi", "ja"])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_each_help_names_everything_the_command_takes(command: Command, lang: Lang) -> None:
    use(lang)
    text = help_text(command)
    for word in (
        *(operand.name for operand in command.operands),
        *(option.name for option in command.options),
    ):
        assert word in text


def test_columns_align_by_what_a_terminal_shows() -> None:
    assert columns([("日本", "1"), ("हिन्दी", "22"), ("abcdef", "333")], right=frozenset({1})) == (
        "日本      1\n"  # two wide characters: four cells
        # three letters and three marks, two of which stand above or below: four cells
        "हिन्दी    22\n"
        "abcdef  333"
    )


@pytest.mark.parametrize("lang", ["en", "hi", "ja"])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_paragraphs_of_the_help_fit_a_terminal_in_every_language(
    command: Command, lang: Lang
) -> None:
    use(lang)
    for paragraph in command.details:
        said = say(paragraph)
        lines = wrapped(said).splitlines()
        assert max(map(width, lines)) <= 80
        assert min(map(width, lines[:-1]), default=80) > 40
        assert "".join("".join(lines).split()) == "".join(said.split())
